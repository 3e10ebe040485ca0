package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.detention.HeldPersons;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A removal confirmed by mistake has released nobody: withdrawn, he is held as before. */
@RegisterTest
class HeldAgainTest {

    private static final Actor INSPECTOR = official("inspektore");
    private static final Actor OTHER = official("inspektors");
    private static final Actor DECIDER = official("vrs.vaditajs");

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final ConfirmDeparture depart;
    private final WithdrawDeparture withdraw;
    private final Decisions decisions;
    private final HeldPersons held;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldAgainTest(
            DecisionSamples samples,
            DetentionSamples detentions,
            ConfirmDeparture depart,
            WithdrawDeparture withdraw,
            Decisions decisions,
            HeldPersons held,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.detentions = detentions;
        this.depart = depart;
        this.withdraw = withdraw;
        this.decisions = decisions;
        this.held = held;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Removed(EnterFinding.Opened opened, UUID decision, UUID detention) {}

    private Removed removed() {
        var opened = detentions.found(8, INSPECTOR);
        samples.assessed(opened.caseId(), INSPECTOR);
        var decision = samples.served(opened, removal(), INSPECTOR, DECIDER);
        var detention = detentions.detained(opened, Duration.ofDays(2), INSPECTOR);
        samples.ready(decision);
        leaves(decision);
        return new Removed(opened, decision, detention);
    }

    private void leaves(UUID decision) {
        done(as(INSPECTOR, () -> depart.run(samples.forced(decision, "FORCED"), INSPECTOR)));
    }

    private Outcome<UUID> withdrawn(UUID decision) {
        var version =
                samples.reading(() -> decisions.find(decision).orElseThrow()).version();
        return as(OTHER, () -> withdraw.run(new WithdrawDeparture.Input(decision, version, "Cita persona"), OTHER));
    }

    @Test
    void whoever_was_released_by_a_mistaken_removal_is_held_and_the_mistake_stays() {
        var one = removed();
        assertThat(samples.reading(() -> held.since(one.opened().person()))).isEmpty();

        done(withdrawn(one.decision()));

        assertThat(samples.reading(() -> held.since(one.opened().person()))).isPresent();
        assertThat(past(one.detention()))
                .containsEntry("release_reason", "REMOVED")
                .containsEntry("reason", "Cita persona")
                .containsEntry("corrected_by", OTHER.account());
        leaves(one.decision());
        assertThat(samples.reading(() -> held.since(one.opened().person()))).isEmpty();
    }

    @Test
    void it_is_not_withdrawn_over_a_later_detention() {
        var one = removed();
        samples.reading(() -> jdbc.sql("""
                        with anew as (
                            insert into detention (id, case_id, person_id, detained_at, ground, unit, circumstances, entered_by,
                                                   entered_at)
                            select gen_random_uuid(), case_id, person_id, released_at, ground, unit, circumstances, entered_by, :now
                              from detention where id = :id
                            returning *)
                        insert into detention_title (id, detention_id, person_id, kind, until_at, entered_by, entered_at)
                        select gen_random_uuid(), id, person_id, 'VRS', detained_at + interval '1 hour', entered_by, entered_at
                          from anew
                        """)
                .param("id", one.detention())
                .param("now", clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC))
                .update());

        assertThat(refusals(withdrawn(one.decision()))).containsExactly("DETAINED_SINCE");
    }

    @Test
    void the_database_lets_no_withdrawn_removal_release_anybody() {
        var one = removed();

        assertThatThrownBy(() -> samples.reading(() -> {
                    jdbc.sql(Withdrawals.KEEP_DEPARTURE)
                            .param("entered", one.decision())
                            .param("id", UUID.randomUUID())
                            .param("reason", "Cita persona")
                            .param("by", OTHER.account())
                            .param("unit", OTHER.unit())
                            .param("now", clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC))
                            .update();
                    return jdbc.sql(Withdrawals.REMOVE_DEPARTURE)
                            .param("decision", one.decision())
                            .update();
                }))
                .hasStackTraceContaining("a withdrawn departure has released nobody");
    }

    private Map<String, @Nullable Object> past(UUID detention) {
        return samples.reading(() -> jdbc.sql(
                        "select release_reason, reason, corrected_by from detention_past where detention_id = :id")
                .param("id", detention)
                .query()
                .singleRow());
    }
}
