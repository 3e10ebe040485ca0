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
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PrepareDecision;
import lv.vmis.register.decision.WithdrawDeparture;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that end otherwise than by departure, and are taken up again. */
@RegisterTest
class CloseCaseTest {

    private final CloseCase close;
    private final ReopenCase reopen;
    private final Closings closings;
    private final PrepareDecision prepare;
    private final Decisions decisions;
    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final WithdrawDeparture withdraw;
    private final FileRemedy file;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    CloseCaseTest(
            CloseCase close,
            ReopenCase reopen,
            Closings closings,
            PrepareDecision prepare,
            Decisions decisions,
            DecisionSamples samples,
            DetentionSamples detentions,
            WithdrawDeparture withdraw,
            FileRemedy file,
            JdbcClient jdbc,
            Clock clock) {
        this.close = close;
        this.reopen = reopen;
        this.closings = closings;
        this.prepare = prepare;
        this.decisions = decisions;
        this.samples = samples;
        this.detentions = detentions;
        this.withdraw = withdraw;
        this.file = file;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private Outcome<UUID> closed(UUID caseId, ClosingReason reason, Actor by) {
        return as(by, () -> close.run(new CloseCase.Input(caseId, reason, today, "Uzturēšanās atļauja"), by));
    }

    private List<String> step(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select coalesce(next_step, '–') from return_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .list());
    }

    @Test
    void a_closed_case_waits_for_nobody_until_it_is_taken_up_again() {
        var id = samples.open(inspector).caseId();
        done(closed(id, ClosingReason.LEGALISED, inspector));
        assertThat(step(id)).containsExactly("–");
        assertThat(refusals(closed(id, ClosingReason.DECEASED, inspector))).containsExactly("NOTHING_TO_DO");
        assertThat(refusals(as(inspector, () -> prepare.run(new PrepareDecision.Input(id, order()), inspector))))
                .containsExactly("CASE_CLOSED");
        done(as(inspector, () -> reopen.run(new ReopenCase.Input(id, "Atļauja anulēta"), inspector)));
        assertThat(step(id)).containsExactly("DECIDE");
        assertThat(refusals(as(inspector, () -> reopen.run(new ReopenCase.Input(id, "Vēlreiz"), inspector))))
                .containsExactly("NOT_CLOSED");
        assertThat(samples.reading(() -> closings.of(id)))
                .singleElement()
                .satisfies(one -> assertThat(one.isStanding()).isFalse());
        assertThat(samples.entries(id, CloseCase.class)).isEqualTo(1);
        assertThat(samples.entries(id, ReopenCase.class)).isEqualTo(1);
    }

    @Test
    void it_is_not_closed_over_what_still_goes_on() {
        var drafted = samples.open(inspector);
        samples.prepared(drafted.caseId(), order(), inspector);
        assertThat(refusals(closed(drafted.caseId(), ClosingReason.LEGALISED, inspector)))
                .containsExactly("DRAFT_OPEN");

        var held = detentions.found(8, inspector);
        detentions.detained(held, Duration.ofDays(1), inspector);
        assertThat(refusals(closed(held.caseId(), ClosingReason.DECEASED, inspector)))
                .containsExactly("PERSON_HELD");

        var served = samples.served(order(), inspector, decider);
        var decided =
                samples.reading(() -> decisions.find(served).orElseThrow()).caseId();
        assertThat(refusals(closed(decided, ClosingReason.LEGALISED, inspector)))
                .containsExactly("DECISION_IN_FORCE");
        assertThat(refusals(closed(decided, ClosingReason.LEGALISED, official("lietvede"))))
                .containsExactly("CLOSED_BY_COMPETENT");
        done(closed(decided, ClosingReason.ABSCONDED, inspector));
        assertThat(step(decided)).containsExactly("–");

        var gone = samples.departed(order(), inspector, decider);
        var departed = samples.reading(() -> decisions.find(gone).orElseThrow());
        assertThat(refusals(closed(departed.caseId(), ClosingReason.DECEASED, inspector)))
                .containsExactly("NOTHING_TO_DO");
    }

    @Test
    void it_is_not_closed_over_a_draft_nor_over_a_complaint_that_waits() {
        var drafted = samples.open(inspector).caseId();
        samples.prepared(drafted, order(), inspector);
        assertThat(refusals(closed(drafted, ClosingReason.LEGALISED, inspector)))
                .containsExactly("DRAFT_OPEN");
        assertThatThrownBy(() -> written(drafted, ClosingReason.LEGALISED))
                .hasStackTraceContaining("a draft of the case is open");

        var served = samples.served(order(), inspector, decider);
        var contested =
                samples.reading(() -> decisions.find(served).orElseThrow()).caseId();
        var remedy = new FileRemedy.Input(served, RemedyKind.CONTEST, today, "Priekšnieks", null, true, null);
        as(inspector, () -> done(file.run(remedy, inspector)));
        assertThat(refusals(closed(contested, ClosingReason.ABSCONDED, inspector)))
                .containsExactly("REMEDY_OPEN");
        assertThatThrownBy(() -> written(contested, ClosingReason.ABSCONDED))
                .hasStackTraceContaining("a complaint about a decision of the case waits");
    }

    /** Past the action, as somebody with the rights of the application would. */
    private int written(UUID caseId, ClosingReason reason) {
        return samples.reading(() -> jdbc.sql("""
                        insert into case_closing (id, case_id, person_id, reason, closed_on, closed_by, closed_at)
                        select gen_random_uuid(), id, person_id, :reason, :on, :by, now() from return_case where id = :case
                        """)
                .param("case", caseId)
                .param("reason", reason.name())
                .param("on", today)
                .param("by", inspector.account())
                .update());
    }

    @Test
    void a_case_in_which_nothing_was_decided_is_concluded_when_its_person_left_under_another() {
        var opened = samples.open(inspector);
        assertThat(refusals(closed(opened.caseId(), ClosingReason.LEFT, inspector)))
                .containsExactly("NOT_LEFT");
        assertThatThrownBy(() -> written(opened.caseId(), ClosingReason.LEFT))
                .hasStackTraceContaining("nobody has left of whom no departure is confirmed");
        var other = samples.openFor(opened.person(), inspector);
        var left = samples.departed(other, order(), inspector, decider);
        assertThat(step(opened.caseId())).containsExactly("CONCLUDE");
        assertThat(samples.reading(() -> jdbc.sql("select step_from from return_case where id = :id")
                        .param("id", opened.caseId())
                        .query(LocalDate.class)
                        .single()))
                .isEqualTo(today);

        done(closed(opened.caseId(), ClosingReason.LEFT, inspector));
        assertThat(step(opened.caseId())).containsExactly("–");
        var version = samples.reading(() -> decisions.find(left).orElseThrow()).version();
        var mistaken = new WithdrawDeparture.Input(left, version, "Cita persona");
        var second = official("inspektors");
        assertThat(refusals(as(second, () -> withdraw.run(mistaken, second))))
                .containsExactly("CASE_CLOSED_BY_DEPARTURE");
        done(as(inspector, () -> reopen.run(new ReopenCase.Input(opened.caseId(), "Izbraukšana ir kļūda"), inspector)));
        assertThat(step(opened.caseId())).containsExactly("CONCLUDE");
        done(as(second, () -> withdraw.run(mistaken, second)));
        assertThat(step(opened.caseId())).containsExactly("DECIDE");
    }

    @Test
    void who_is_found_again_after_he_left_is_to_be_decided_on() {
        var opened = samples.open(inspector);
        samples.departed(samples.openFor(opened.person(), inspector), order(), inspector, decider);
        assertThat(step(samples.openFor(opened.person(), inspector).caseId())).containsExactly("DECIDE");
        assertThat(step(opened.caseId())).containsExactly("CONCLUDE");
        // He was found in this case after that.
        samples.reading(() -> jdbc.sql("""
                        insert into finding (id, case_id, person_id, found_on, place_kind, place, circumstances, legal_basis, unit,
                                             official, noted_at)
                        select gen_random_uuid(), case_id, person_id, found_on, place_kind, place, circumstances, legal_basis, unit,
                               official, clock_timestamp()
                          from finding where case_id = :case
                        """).param("case", opened.caseId()).update());
        assertThat(step(opened.caseId())).containsExactly("DECIDE");
    }

    @Test
    void it_ends_on_a_day_of_its_own() {
        var id = samples.open(inspector).caseId();
        assertThat(refusals(as(
                        inspector,
                        () -> close.run(
                                new CloseCase.Input(id, ClosingReason.DECEASED, today.minusDays(1), null), inspector))))
                .containsExactly("CLOSED_BEFORE_OPENED");
    }

    @Test
    void the_database_lets_nothing_begin_in_a_closed_case() {
        var served = samples.served(order(), inspector, decider);
        var decided = samples.reading(() -> decisions.find(served).orElseThrow());
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                insert into case_closing (id, case_id, person_id, reason, closed_on, closed_by, closed_at)
                                values (gen_random_uuid(), :case, :person, 'LEGALISED', :on, :by, now())
                                """)
                        .param("case", decided.caseId())
                        .param("person", decided.personId().value())
                        .param("on", today)
                        .param("by", inspector.account())
                        .update()))
                .hasStackTraceContaining("a decision of the case is in force");

        var opened = samples.open(inspector);
        done(closed(opened.caseId(), ClosingReason.PROTECTION, inspector));
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, term_days,
                                                      reasons, prepared_by, prepared_at)
                                values (gen_random_uuid(), :case, :person, 'DEPARTURE_ORDER', 'VRS', 'VRS_RIGA_IMIGRACIJA',
                                        'IL2002-41-1', 10, 'x', :by, now())
                                """)
                        .param("case", opened.caseId())
                        .param("person", opened.person().value())
                        .param("by", inspector.account())
                        .update()))
                .hasStackTraceContaining("the case is closed");
    }
}
