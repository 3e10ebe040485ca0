package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seven to thirty days to leave by oneself (Directive 2008/115/EC, Art. 7), and none where somebody is removed. */
@RegisterTest
class TermToLeaveTest {

    private final DraftRules rules;

    TermToLeaveTest(DraftRules rules) {
        this.rules = rules;
    }

    /** Kind, days, day of the draft, and why not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "–", textBlock = """
            DEPARTURE_ORDER |  7 | 2026-11-27 | –
            DEPARTURE_ORDER |  8 | 2026-11-27 | –
            DEPARTURE_ORDER | 14 | 2016-02-29 | –
            DEPARTURE_ORDER | 29 | 2026-11-27 | –
            DEPARTURE_ORDER | 30 | 2026-11-27 | –
            DEPARTURE_ORDER | 31 | 2026-11-27 | TERM_OUTSIDE_LAW
            DEPARTURE_ORDER |  6 | 2026-11-27 | TERM_OUTSIDE_LAW
            DEPARTURE_ORDER |  0 | 2026-11-27 | TERM_OUTSIDE_LAW
            DEPARTURE_ORDER | -7 | 2026-11-27 | TERM_OUTSIDE_LAW
            DEPARTURE_ORDER | –  | 2026-11-27 | TERM_MISSING
            REMOVAL         |  7 | 2026-11-27 | TERM_NOT_FOR_REMOVAL
            REMOVAL         | –  | 2026-11-27 | –
            """)
    void the_term_is_that_of_the_law(
            DecisionKind kind, @Nullable Integer days, LocalDate on, @Nullable String refusal) {
        var basis = kind.isOrder() ? "IL2002-41-1" : "IL2002-46-1-1";
        var draft = new Draft(kind, basis, "UZB", days, "Uzturas nelikumīgi.", null, List.of());
        assertThat(rules.mistakes(new PersonId(UUID.randomUUID()), draft, on, official("inspektore")))
                .extracting(mistake -> mistake.code().name())
                .isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }
}
