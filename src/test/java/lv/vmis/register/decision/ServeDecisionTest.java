package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@RegisterTest
class ServeDecisionTest {

    private final DecisionSamples samples;
    private final ServeDecision serve;
    private final Decisions decisions;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    ServeDecisionTest(DecisionSamples samples, ServeDecision serve, Decisions decisions, Clock clock) {
        this.samples = samples;
        this.serve = serve;
        this.decisions = decisions;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    @Test
    void the_term_is_counted_from_the_service() throws Exception {
        var signed = samples.signed(order(), inspector, decider);
        var later = clock.instant().plus(Duration.ofDays(3));

        done(RegisterClock.at(later, () -> run(signed.decision(), today.plusDays(2), "SIGNED", "ru", null)));

        var served = samples.reading(() -> decisions.find(signed.decision()).orElseThrow());
        assertThat(served.leaveBy()).isEqualTo(today.plusDays(2 + 14));
        assertThat(served.stateOn(today.plusDays(2))).isInstanceOf(DecisionState.Served.class);
        assertThat(samples.entries(signed.decision(), ServeDecision.class)).isEqualTo(1);
        assertThat(refusals(run(signed.decision(), today, "SIGNED", "ru", null)))
                .containsExactly("ALREADY_SERVED");
    }

    @Test
    void a_draft_is_not_served() {
        assertThat(refusals(run(samples.toSign(order(), inspector), today, "SIGNED", "ru", null)))
                .containsExactly("NOT_SIGNED");
        assertThat(refusals(run(UUID.randomUUID(), today, "SIGNED", "ru", null)))
                .containsExactly("DECISION_UNKNOWN");
    }

    @Test
    void dates_codes_and_the_note_are_looked_at() {
        var id = samples.signed(order(), inspector, decider).decision();

        assertThat(refusals(run(id, today.minusDays(1), "NOT", "xx", null)))
                .containsExactly("SERVED_BEFORE_DECISION", "MANNER_NOT_IN_LIST", "LANGUAGE_NOT_IN_LIST");
        assertThat(refusals(run(id, today.plusDays(1), "REFUSED_TO_SIGN", "ru", null)))
                .containsExactly("SERVED_IN_FUTURE", "REFUSAL_NEEDS_NOTE");
        assertThat(refusals(run(id, today, "REFUSED_TO_SIGN", "ru", "Teica, ka nesaprot")))
                .isEmpty();
    }

    private Outcome<UUID> run(UUID id, LocalDate on, String manner, String language, @Nullable String note) {
        return as(inspector, () -> serve.run(new ServeDecision.Input(id, on, manner, language, note), inspector));
    }
}
