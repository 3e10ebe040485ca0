package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.PlainCalendar;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the term to leave can be extended, beside a second reckoning; more tries: {@code ./register prove dates}. */
@RegisterTest
class TermDatesTest {

    private final FollowUpRules rules;
    private final Actor decider = official("vrs.vaditajs");

    TermDatesTest(FollowUpRules rules) {
        this.rules = rules;
    }

    @Test
    void a_term_is_extended_up_to_a_year_from_the_service() {
        var random = new Random(20261127);
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            var served = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(20 * 365));
            var leaveBy = served.plusDays(7 + random.nextInt(24));
            var asked = leaveBy.plusDays(random.nextInt(20) == 0 ? -random.nextInt(9) : 300 + random.nextInt(60));
            var limit = PlainCalendar.plusMonths(PlainCalendar.day(served), 12);
            var expected = PlainCalendar.day(asked) <= PlainCalendar.day(leaveBy)
                    ? List.of("NOT_LATER")
                    : PlainCalendar.day(asked) > limit ? List.of("LATER_THAN_LAW") : List.of();
            assertThat(asked(served, leaveBy, asked))
                    .as("served %s, until %s, asked %s", served, leaveBy, asked)
                    .isEqualTo(expected);
        }
    }

    /** Served on, last day to leave, last day asked for, and why not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "–", textBlock = """
            2026-11-01 | 2026-11-15 | 2026-11-15 | NOT_LATER
            2026-11-01 | 2026-11-15 | 2026-11-14 | NOT_LATER
            2026-11-01 | 2026-11-15 | 2026-11-16 | –
            2026-11-01 | 2026-11-15 | 2026-11-29 | –
            2026-11-01 | 2026-12-01 | 2027-10-31 | –
            2026-11-01 | 2026-12-01 | 2027-11-01 | –
            2026-11-01 | 2026-12-01 | 2027-11-02 | LATER_THAN_LAW
            2028-02-29 | 2028-03-07 | 2029-02-28 | –
            2028-02-29 | 2028-03-07 | 2029-03-01 | LATER_THAN_LAW
            2027-02-28 | 2027-03-07 | 2028-02-28 | –
            2027-02-28 | 2027-03-07 | 2028-02-29 | LATER_THAN_LAW
            2026-12-31 | 2027-01-30 | 2027-12-31 | –
            """)
    void a_term_can_be_extended_until(LocalDate served, LocalDate leaveBy, LocalDate asked, @Nullable String refusal) {
        assertThat(asked(served, leaveBy, asked)).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    private List<String> asked(LocalDate served, LocalDate leaveBy, LocalDate asked) {
        var target = new Target(
                new PersonId(new UUID(0, 2)),
                null,
                null,
                "DEPARTURE_ORDER",
                served,
                served,
                leaveBy,
                null,
                true,
                null,
                null,
                null,
                null,
                null);
        var in = new PrepareFollowUp.Input(
                new UUID(0, 1),
                null,
                FollowUpKind.EXTEND,
                "IL2002-43-3",
                served,
                asked,
                null,
                "Bērni pabeidz mācību gadu");
        return rules.mistakes(in, target, served, decider).stream()
                .map(mistake -> mistake.code().name())
                .toList();
    }
}
