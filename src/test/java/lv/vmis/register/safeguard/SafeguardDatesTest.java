package lv.vmis.register.safeguard;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assessment can be relied on for thirty days, its own not counted. */
@RegisterTest
class SafeguardDatesTest {

    private final DecisionSamples samples;
    private final Safeguards safeguards;
    private final LocalDate today;

    SafeguardDatesTest(DecisionSamples samples, Safeguards safeguards, Clock clock) {
        this.samples = samples;
        this.safeguards = safeguards;
        this.today = LocalDate.now(clock);
    }

    /** Days after the assessment, and how each question stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             -1 | UNANSWERED
              0 | CLEAR
              1 | CLEAR
              7 | CLEAR
             28 | CLEAR
             29 | CLEAR
             30 | CLEAR
             31 | OUTDATED
             32 | OUTDATED
            365 | OUTDATED
            """)
    void an_assessment_is_good_until(int after, Assessed.Standing standing) {
        var inspector = official("inspektore");
        var opened = samples.open(inspector);
        samples.assessed(opened.caseId(), inspector);
        assertThat(samples.reading(() -> safeguards.on(opened.caseId(), today.plusDays(after))))
                .hasSize(6)
                .allSatisfy(assessed -> assertThat(assessed.standing()).isEqualTo(standing));
    }
}
