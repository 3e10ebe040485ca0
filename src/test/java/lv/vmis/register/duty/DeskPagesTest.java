package lv.vmis.register.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.training.DemoAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The desktop of every role. */
@RegisterTest
class DeskPagesTest {

    private final MockMvcTester mvc;

    DeskPagesTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void opens_for_every_role_and_has_a_text_for_everything(Role role) {
        var account = DemoAccounts.ALL.stream()
                .filter(demo -> demo.role() == role)
                .findFirst()
                .orElseThrow();
        assertThat(mvc.get().uri("/").with(user(account.id().toString())).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Darbvirsma")
                .doesNotContain("[duty.");
    }
}
