package lv.vmis.register.questionnaire;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questionnaire for a travel document on the real database: filled in, replaced, and never forgotten. */
@RegisterTest
class FillQuestionnaireTest {

    private final DecisionSamples samples;
    private final FillQuestionnaire fill;
    private final Questionnaires questionnaires;
    private final ConfirmDeparture depart;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor escort = official("konvojs");

    FillQuestionnaireTest(
            DecisionSamples samples,
            FillQuestionnaire fill,
            Questionnaires questionnaires,
            ConfirmDeparture depart,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.fill = fill;
        this.questionnaires = questionnaires;
        this.depart = depart;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void a_new_version_replaces_the_last_and_the_past_stays() {
        var id = samples.served(removal(), inspector, decider);
        assertThat(samples.reading(() -> questionnaires.latest(id))).isEmpty();
        done(filled(id, 0, Map.of("EDUCATION", "Vidusskola", "HEIGHT", "176"), "ru", "I. Kalniņa"));
        done(filled(id, 1, Map.of("EDUCATION", "Augstskola"), null, null));
        assertThat(samples.reading(() -> questionnaires.latest(id))).hasValueSatisfying(latest -> {
            assertThat(latest.version()).isEqualTo(2);
            assertThat(latest.answers()).isEqualTo(Map.of("EDUCATION", "Augstskola"));
            assertThat(latest.official()).isEqualTo(escort.name());
        });
        assertThat(samples.reading(() -> questionnaires.of(id)))
                .last()
                .satisfies(first -> assertThat(first.answers()).containsEntry("HEIGHT", "176"))
                .satisfies(first -> assertThat(first.interpreter()).isEqualTo("I. Kalniņa"));
        assertThat(samples.entries(id, FillQuestionnaire.class)).isEqualTo(2);
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("update questionnaire set interpreter = 'Cits' where decision_id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void what_is_not_whole_or_not_now_is_refused() {
        var id = samples.served(removal(), inspector, decider);
        assertThat(refusals(filled(id, 0, Map.of(), null, null))).containsExactly("NOTHING_ANSWERED");
        assertThat(refusals(filled(id, 0, Map.of("HEIGHT", "1,76"), null, null)))
                .containsExactly("NOT_A_HEIGHT");
        assertThat(refusals(filled(id, 0, Map.of("HAIR", "Melni"), null, null))).containsExactly("NOT_IN_LIST");
        assertThat(refusals(filled(id, 0, Map.of("GAIT", "Klibo"), "ru", null)))
                .containsExactly("TRANSLATION_NOT_WHOLE");
        done(filled(id, 0, Map.of("GAIT", "Klibo"), null, null));
        assertThat(refusals(filled(id, 0, Map.of("GAIT", "Klibo"), null, null))).containsExactly("FILLED_MEANWHILE");
        var left = new ConfirmDeparture.Input(id, LocalDate.now(clock), "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        as(inspector, () -> done(depart.run(left, inspector)));
        assertThat(refusals(filled(id, 1, Map.of("GAIT", "Klibo"), null, null))).containsExactly("HAS_LEFT");
        var ordered = samples.served(order(), inspector, decider);
        assertThat(refusals(filled(ordered, 0, Map.of("GAIT", "Klibo"), null, null)))
                .containsExactly("NOT_A_REMOVAL");
        assertThat(refusals(filled(UUID.randomUUID(), 0, Map.of("GAIT", "Klibo"), null, null)))
                .containsExactly("DECISION_UNKNOWN");
    }

    private Outcome<UUID> filled(
            UUID decision,
            int seen,
            Map<String, String> answers,
            @Nullable String language,
            @Nullable String interpreter) {
        var input = new FillQuestionnaire.Input(decision, seen, answers, language, interpreter);
        return as(escort, () -> fill.run(input, escort));
    }
}
