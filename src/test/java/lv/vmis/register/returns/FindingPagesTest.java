package lv.vmis.register.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegisterTest
class FindingPagesTest {

    private final MockMvcTester browser;
    private final EnterFinding enterFinding;
    private final LocalDate today;
    private final Actor inspector = Someone.of(Role.INSPECTOR);

    FindingPagesTest(MockMvcTester browser, EnterFinding enterFinding, Clock clock) {
        this.browser = browser;
        this.enterFinding = enterFinding;
        this.today = LocalDate.now(clock);
    }

    @Test
    void where_somebody_else_was_found_is_told_for_a_purpose_only() {
        var answer = browser.get()
                .uri("/findings/new?together=" + entered())
                .with(user(inspector.account().toString()))
                .exchange();
        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getHeader("Location")).startsWith("/purpose?");
    }

    @Test
    void a_form_with_an_identifier_that_no_page_wrote_is_not_read() {
        for (var field : new String[] {"person", "together"}) {
            var answer = browser.post()
                    .uri("/findings")
                    .param("key", UUID.randomUUID().toString())
                    .param(field, "abc")
                    .with(user(inspector.account().toString()))
                    .with(csrf())
                    .exchange();
            assertThat(answer).as(field).hasStatus(400);
        }
        var without = browser.post()
                .uri("/findings")
                .with(user(inspector.account().toString()))
                .with(csrf())
                .exchange();
        assertThat(without).hasStatus(400);
    }

    private UUID entered() {
        var outcome = Someone.as(
                inspector,
                () -> enterFinding.run(
                        new EnterFinding.Input(
                                null, SomeForeigner.named("Karimov", "Aziz"), null, SomeForeigner.found(today)),
                        inspector));
        return outcome instanceof Done<EnterFinding.Opened>(var opened) ? opened.caseId() : UUID.randomUUID();
    }
}
