package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Soon;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A change of the law as every process sees it; each process has reference data of its own. */
@RegisterTest
class ChangedLawTest {

    private final JdbcClient jdbc;
    private final ReferenceData here;
    private final ChangedLaw law;
    private final DecisionSamples samples;
    private final LocalDate today;

    ChangedLawTest(JdbcClient jdbc, ReferenceData here, ChangedLaw law, DecisionSamples samples, Clock clock) {
        this.jdbc = jdbc;
        this.here = here;
        this.law = law;
        this.samples = samples;
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_request_of_another_process_sees_a_change_at_once_and_keeps_what_it_began_with() {
        var there = new LegalParameters(new ReferenceData(jdbc));
        var background = new LegalParameters(new ReferenceData(jdbc));
        var from = today.plusYears(30);
        var was = there.get("sis.review.warning", from).shown();
        assertThat(background.get("sis.review.warning", from).shown())
                .isEqualTo(was)
                .isNotEqualTo("9");
        var begun = new ServletRequestAttributes(new MockHttpServletRequest());
        assertThat(in(begun, () -> there.get("sis.review.warning", from).shown()))
                .isEqualTo(was);

        approved(new LawChange("sis.review.warning", BigDecimal.valueOf(9), null, from, "Regula (izdomāta)", "open"));

        assertThat(new LegalParameters(here).get("sis.review.warning", from).shown())
                .isEqualTo("9");
        var next = new ServletRequestAttributes(new MockHttpServletRequest());
        assertThat(in(next, () -> there.get("sis.review.warning", from).shown()))
                .isEqualTo("9");
        assertThat(in(
                        next,
                        () -> there.get("sis.review.warning", from.minusDays(1)).shown()))
                .isEqualTo(was);
        assertThat(in(begun, () -> there.get("sis.review.warning", from).shown()))
                .isEqualTo(was);
        Soon.soon(() -> background.get("sis.review.warning", from).shown().equals("9"));
    }

    private void approved(LawChange change) {
        samples.reading(() -> {
            jdbc.sql("""
                    insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at,
                                            answer, answered_by, answered_at)
                    values (:id, 'VALUE', :code, :value, 'months', :from, :source, 'open', :one, now(), 'APPROVED', :other, now())
                    """)
                    .param("id", UUID.randomUUID())
                    .param("code", change.code())
                    .param("value", change.value())
                    .param("from", change.validFrom())
                    .param("source", change.source())
                    .param("one", UUID.randomUUID())
                    .param("other", UUID.randomUUID())
                    .update();
            law.apply(change, law.locked(change).orElseThrow());
            return true;
        });
    }

    private static String in(ServletRequestAttributes request, Supplier<String> asked) {
        RequestContextHolder.setRequestAttributes(request);
        try {
            return asked.get();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
