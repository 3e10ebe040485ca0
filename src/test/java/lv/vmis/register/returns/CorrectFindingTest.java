package lv.vmis.register.returns;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.PersonPast;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegisterTest
class CorrectFindingTest {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final CorrectFinding correct;
    private final Findings findings;
    private final PersonPast past;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");

    CorrectFindingTest(
            DecisionSamples samples,
            DetentionSamples detentions,
            CorrectFinding correct,
            Findings findings,
            PersonPast past,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.detentions = detentions;
        this.correct = correct;
        this.findings = findings;
        this.past = past;
        this.clock = clock;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void what_a_finding_said_stays_to_be_seen() {
        var caseId = samples.open(inspector).caseId();
        var id = finding(caseId);

        done(corrected(id, 0, today.minusDays(1), inspector));

        var now = found(id);
        assertThat(now.foundOn()).isEqualTo(today.minusDays(1));
        assertThat(now.place()).isEqualTo("Valmiera");
        assertThat(samples.reading(() -> findings.past(caseId))).singleElement().satisfies(past -> {
            assertThat(past.foundOn()).isEqualTo(today);
            assertThat(past.place()).isEqualTo("Brīvības iela 1, Rīga");
            assertThat(past.reason()).isEqualTo("Cita vieta");
        });
        assertThat(samples.entries(id, CorrectFinding.class)).isOne();
        assertThat(refusals(corrected(id, 0, today, inspector))).containsExactly("CHANGED_MEANWHILE");
        assertThatThrownBy(
                        () -> samples.reading(() -> jdbc.sql("update finding set version = version + 1 where id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("not corrected without its past");
    }

    @Test
    void what_was_known_before_a_correction_stays_known() {
        var opened = samples.open(inspector);
        var id = finding(opened.caseId());
        var before = clock.instant();
        done(corrected(id, 0, today.minusDays(1), inspector));
        var between = clock.instant();
        done(corrected(id, 1, today.minusDays(2), inspector));

        for (var known : Map.of(before, today, between, today.minusDays(1), clock.instant(), today.minusDays(2))
                .entrySet()) {
            assertThat(samples.reading(() -> past.findings(opened.person(), known.getKey())))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.foundOn()).isEqualTo(known.getValue());
                        assertThat(finding.place())
                                .isEqualTo(known.getKey().equals(before) ? "Brīvības iela 1, Rīga" : "Valmiera");
                    });
        }
        assertThat(samples.reading(() -> past.findings(opened.person(), before.minus(Duration.ofDays(1)))))
                .isEmpty();
    }

    @Test
    void nothing_is_corrected_by_another_institution_after_a_decision_or_out_of_order() {
        var opened = samples.open(inspector);
        var id = finding(opened.caseId());
        assertThat(refusals(corrected(id, 0, today, official("lietvede")))).containsExactly("FOUND_BY_ANOTHER");
        assertThat(refusals(corrected(UUID.randomUUID(), 0, today, inspector))).containsExactly("FINDING_UNKNOWN");
        assertThat(refusals(corrected(id, 0, LocalDate.of(1980, 1, 1), inspector)))
                .containsExactly("FINDING_BEFORE_BIRTH");
        samples.signed(opened, order(), inspector, official("vrs.vaditajs"));
        assertThat(refusals(corrected(id, 0, today, inspector))).containsExactly("DECISION_RESTS_ON_FINDING");

        var held = detentions.found(8, inspector);
        detentions.detained(held, Duration.ofDays(3), inspector);
        assertThat(refusals(corrected(finding(held.caseId()), 0, today, inspector)))
                .containsExactly("FOUND_AFTER_DETENTION");
    }

    private Findings.ToCorrect found(UUID id) {
        return samples.reading(() -> findings.find(id).orElseThrow());
    }

    private Outcome<UUID> corrected(UUID id, int version, LocalDate foundOn, Actor by) {
        var facts =
                new EnterFinding.Facts(foundOn, "INLAND", null, "Valmiera", "Vīzas termiņš beidzies.", "IL2002-4-1");
        return as(by, () -> correct.run(new CorrectFinding.Input(id, version, facts, "Cita vieta"), by));
    }

    private UUID finding(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select id from finding where case_id = :case")
                .param("case", caseId)
                .query(UUID.class)
                .single());
    }
}
