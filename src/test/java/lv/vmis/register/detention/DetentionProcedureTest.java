package lv.vmis.register.detention;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Times in which somebody was held count together over one removal procedure (C-357/09 Kadzoev), on the real database. */
@RegisterTest
class DetentionProcedureTest {

    private static final String GROUND = "NO_PLACE_OF_STAY";
    private static final String OTHER_GROUND = "ABSCONDED";

    private final DecisionSamples samples;
    private final DetentionSamples found;
    private final EnterFinding enter;
    private final CloseCase close;
    private final Detain detain;
    private final ReleaseDetained release;
    private final CorrectDetention correct;
    private final WithdrawRuling withdraw;
    private final Detentions detentions;
    private final HeldPersons held;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");

    DetentionProcedureTest(
            DecisionSamples samples,
            DetentionSamples found,
            EnterFinding enter,
            CloseCase close,
            Detain detain,
            ReleaseDetained release,
            CorrectDetention correct,
            WithdrawRuling withdraw,
            Detentions detentions,
            HeldPersons held,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.found = found;
        this.enter = enter;
        this.close = close;
        this.detain = detain;
        this.release = release;
        this.correct = correct;
        this.withdraw = withdraw;
        this.detentions = detentions;
        this.held = held;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void a_second_case_beside_an_open_one_restarts_no_clock() {
        var first = found.found(30, inspector);
        held(first.caseId(), 9, 2);
        var second = again(first, 30);
        var id = done(detained(second.caseId(), ago(1), GROUND));

        assertThat(listed(id).clock().earlier()).isEqualTo(Duration.ofDays(7));
        assertThat(samples.reading(() -> detentions.earlier(detentions.find(id).orElseThrow())))
                .hasSize(1);
        assertThat(listed(id).clock().releaseBy()).isEqualTo(ago(1).plus(Duration.ofDays(3)));
    }

    @Test
    void whoever_hid_is_still_in_the_same_procedure() {
        var first = found.found(30, inspector);
        held(first.caseId(), 9, 2);
        closed(first.caseId(), ClosingReason.ABSCONDED);
        var id = done(detained(again(first, 30).caseId(), ago(1), GROUND));
        assertThat(listed(id).clock().earlier()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_case_that_ended_otherwise_counts_no_more() {
        var first = found.found(30, inspector);
        held(first.caseId(), 9, 2);
        closed(first.caseId(), ClosingReason.LEGALISED);
        var id = done(detained(again(first, 30).caseId(), ago(1), GROUND));
        assertThat(listed(id).clock().earlier()).isEqualTo(Duration.ZERO);
        assertThat(listed(id).clock().releaseBy()).isEqualTo(ago(1).plus(Duration.ofDays(10)));
    }

    @Test
    void the_border_guard_has_its_ten_days_once() {
        var one = found.found(40, inspector).caseId();
        held(one, 30, 23);
        held(one, 22, 20);
        var third = done(detained(one, ago(19), GROUND));
        assertThat(until(third)).isEqualTo(ago(19).plus(Duration.ofDays(1)));
        done(released(third, ago(18)));

        assertThat(refusals(detained(one, ago(1), GROUND))).containsExactly("GUARD_DAYS_USED");
        // Another ground alone would let it hold anybody without a judge.
        assertThat(refusals(detained(one, ago(1), OTHER_GROUND))).containsExactly("GUARD_DAYS_USED");
    }

    @Test
    void whoever_was_held_too_long_has_used_all_of_them() {
        var one = found.found(40, inspector).caseId();
        held(one, 30, 15);
        assertThat(refusals(detained(one, ago(1), GROUND))).containsExactly("GUARD_DAYS_USED");
    }

    @Test
    void a_finding_since_the_release_begins_its_days_anew() {
        var one = found.found(40, inspector);
        held(one.caseId(), 30, 21);
        again(one, 2);
        var id = done(detained(one.caseId(), ago(1), GROUND));
        assertThat(until(id)).isEqualTo(ago(1).plus(Duration.ofDays(10)));
        assertThat(listed(id).clock().earlier()).as("of the total they count").isEqualTo(Duration.ofDays(9));
    }

    @Test
    void the_database_holds_it_too() {
        var one = found.found(40, inspector).caseId();
        held(one, 30, 21);
        var id = done(detained(one, ago(1), GROUND));
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql(
                                "update detention_title set until_at = until_at + interval '1 hour' where detention_id = :id")
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("the Border Guard holds nobody by itself for longer");
    }

    @Test
    void a_correction_of_what_was_before_moves_until_when_somebody_is_held_now() {
        var one = found.found(40, inspector).caseId();
        var first = done(detained(one, ago(30), GROUND));
        done(released(first, ago(28)));
        var now = done(detained(one, ago(1), GROUND));
        assertThat(until(now)).isEqualTo(ago(1).plus(Duration.ofDays(8)));

        var in = new CorrectDetention.Input(
                first,
                version(first),
                ago(34),
                GROUND,
                "VRS_RIGA_IMIGRACIJA",
                "Dzīvesvietas nav",
                null,
                ago(28),
                "TERM_ENDED",
                "Aizturēts agrāk");
        done(Someone.as(inspector, () -> correct.run(in, inspector)));
        assertThat(until(now)).isEqualTo(ago(1).plus(Duration.ofDays(4)));
    }

    @Test
    void a_judge_who_has_decided_before_lets_a_detention_begin_without_days_of_the_border_guard() {
        var one = found.found(40, inspector).caseId();
        held(one, 30, 20);
        assertThat(refusals(detained(one, ago(1), GROUND))).containsExactly("GUARD_DAYS_USED");
        assertThat(refusals(judged(one, ago(1), ago(0), ago(-20)))).containsExactly("DECIDED_AFTER_START");
        assertThat(refusals(judged(one, ago(1), ago(2), ago(-70)))).containsExactly("LONGER_THAN_ONCE");
        assertThat(refusals(judged(one, ago(1), ago(2), ago(1)))).containsExactly("NOT_LONGER");

        var id = done(judged(one, ago(1), ago(2), ago(-20)));
        assertThat(samples.reading(() -> detentions.titles(id)))
                .extracting(DetentionTitle::kind, DetentionTitle::untilAt)
                .containsExactly(tuple(DetentionTitle.COURT, ago(-20)));
        assertThat(listed(id).clock().releaseBy()).isEqualTo(ago(-20));
        assertThat(listed(id).clock().earlier()).isEqualTo(Duration.ofDays(10));

        var decider = official("vrs.vaditajs");
        var withdrawal = new WithdrawRuling.Input(id, version(id), "Cita persona");
        assertThat(refusals(Someone.as(decider, () -> withdraw.run(withdrawal, decider))))
                .containsExactly("BEGAN_WITH_RULING");
        assertThat(refusals(corrected(id, ago(3)))).containsExactly("DECIDED_AFTER_START");
        done(corrected(id, ago(2)));
        assertThat(listed(id).clock().releaseBy()).isEqualTo(ago(-20));
    }

    private Outcome<UUID> judged(UUID caseId, Instant at, Instant decided, Instant until) {
        var ruling = new RulingRules.Ruling(false, "Rīgas pilsētas tiesa", "KD-7", Moments.day(decided), until);
        var in = new Detain.Input(caseId, at, GROUND, "VRS_RIGA_IMIGRACIJA", "Dzīvesvietas nav", null, ruling, null);
        return Someone.as(inspector, () -> detain.run(in, inspector));
    }

    private Outcome<UUID> corrected(UUID id, Instant at) {
        var in = new CorrectDetention.Input(
                id, version(id), at, GROUND, "VRS_RIGA_IMIGRACIJA", "Dzīvesvietas nav", null, null, null, "Cits laiks");
        return Someone.as(inspector, () -> correct.run(in, inspector));
    }

    private void held(UUID caseId, int from, int until) {
        done(released(done(detained(caseId, ago(from), GROUND)), ago(until)));
    }

    private EnterFinding.Opened again(EnterFinding.Opened one, int daysAgo) {
        var facts = SomeForeigner.found(LocalDate.now(clock).minusDays(daysAgo));
        return Someone.as(
                inspector, () -> done(enter.run(new EnterFinding.Input(one.person(), null, null, facts), inspector)));
    }

    private void closed(UUID caseId, ClosingReason reason) {
        done(Someone.as(
                inspector,
                () -> close.run(new CloseCase.Input(caseId, reason, LocalDate.now(clock), "Piezīme"), inspector)));
    }

    private Outcome<UUID> detained(UUID caseId, Instant at, String ground) {
        return Someone.as(
                inspector,
                () -> detain.run(
                        new Detain.Input(caseId, at, ground, "VRS_RIGA_IMIGRACIJA", "Dzīvesvietas nav", null),
                        inspector));
    }

    private Outcome<UUID> released(UUID id, Instant at) {
        return Someone.as(
                inspector,
                () -> release.run(new ReleaseDetained.Input(id, version(id), at, "TERM_ENDED", null), inspector));
    }

    private int version(UUID id) {
        return samples.reading(() -> detentions.find(id).orElseThrow().version());
    }

    private Instant until(UUID id) {
        return samples.reading(() -> detentions.titles(id).getFirst().untilAt());
    }

    private HeldPersons.Held listed(UUID id) {
        return samples.reading(() -> held.now()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** So many days ago, on the hour: the same moment whenever it is asked. */
    private Instant ago(int days) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days));
    }
}
