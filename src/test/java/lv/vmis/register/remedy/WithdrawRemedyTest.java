package lv.vmis.register.remedy;

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
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.ReopenCase;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint or its result entered by mistake: who withdraws it, and what is withdrawn first. */
@RegisterTest
class WithdrawRemedyTest {

    private final DecisionSamples samples;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final WithdrawRemedy withdraw;
    private final WithdrawRemedyResult withdrawResult;
    private final ConfirmDeparture depart;
    private final ServeDecision serve;
    private final CloseCase close;
    private final ReopenCase reopen;
    private final Decisions decisions;
    private final Remedies remedies;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor other = official("inspektors");
    private final Actor decider = official("vrs.vaditajs");

    WithdrawRemedyTest(
            DecisionSamples samples,
            FileRemedy file,
            ResolveRemedy resolve,
            WithdrawRemedy withdraw,
            WithdrawRemedyResult withdrawResult,
            ConfirmDeparture depart,
            ServeDecision serve,
            CloseCase close,
            ReopenCase reopen,
            Decisions decisions,
            Remedies remedies,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.file = file;
        this.resolve = resolve;
        this.withdraw = withdraw;
        this.withdrawResult = withdrawResult;
        this.depart = depart;
        this.serve = serve;
        this.close = close;
        this.reopen = reopen;
        this.decisions = decisions;
        this.remedies = remedies;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void the_result_goes_before_the_complaint_each_by_another_official() {
        var id = samples.served(order(), inspector, decider);
        var remedy = filed(id);
        assertThat(refusals(withdrawn(remedy, inspector))).containsExactly("OWN_ENTRY");
        assertThat(refusals(withdrawn(remedy, official("lietvede")))).containsExactly("NOT_YOUR_INSTITUTION");
        assertThat(refusals(resultWithdrawn(remedy, other))).containsExactly("NOT_RESOLVED");
        resolved(remedy, RemedyResult.CANCELLED);
        assertThat(refusals(withdrawn(remedy, other))).containsExactly("HAS_RESULT");
        assertThat(refusals(resultWithdrawn(remedy, inspector))).containsExactly("OWN_ENTRY");

        done(resultWithdrawn(remedy, other));

        assertThat(samples.reading(() -> decisions.find(id).orElseThrow()).cancelledOn())
                .isNull();
        assertThat(samples.reading(() -> remedies.find(remedy).orElseThrow()).isWaiting())
                .isTrue();
        assertThat(samples.entries(remedy, WithdrawRemedyResult.class)).isOne();
        var stale = new WithdrawRemedy.Input(remedy, 0, "Kļūda");
        assertThat(refusals(as(other, () -> withdraw.run(stale, other)))).containsExactly("CHANGED_MEANWHILE");
        done(withdrawn(remedy, other));
        assertThat(samples.reading(() -> remedies.find(remedy))).isEmpty();
        assertThat(samples.entries(remedy, WithdrawRemedy.class)).isOne();
        assertThat(refusals(as(other, () -> withdraw.run(stale, other)))).containsExactly("REMEDY_UNKNOWN");
    }

    @Test
    void a_result_stays_while_something_later_rests_on_it() {
        var contested = samples.served(order(), inspector, decider);
        var first = filed(contested);
        resolved(first, RemedyResult.UPHELD);
        var second = filed(contested);
        assertThat(refusals(resultWithdrawn(first, other))).containsExactly("LATER_REMEDY");
        done(withdrawn(second, other));
        done(resultWithdrawn(first, other));

        var removed = samples.served(removal(), inspector, decider);
        var before = filed(removed);
        resolved(before, RemedyResult.UPHELD);
        var leaving = new ConfirmDeparture.Input(removed, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Spiedogs pasē");
        as(inspector, () -> done(depart.run(leaving, inspector)));
        assertThat(refusals(resultWithdrawn(before, other))).containsExactly("LEFT_SINCE");

        var unserved = samples.signed(order(), inspector, decider).decision();
        back(unserved);
        var early = filed(unserved);
        resolved(early, RemedyResult.UPHELD);
        var service = new ServeDecision.Input(unserved, today, "SIGNED", "ru", null);
        as(inspector, () -> done(serve.run(service, inspector)));
        assertThat(refusals(resultWithdrawn(early, other))).containsExactly("TERM_SET_SINCE");
    }

    @Test
    void no_decision_comes_to_stand_again_in_a_case_that_was_closed_because_none_did() {
        var id = samples.served(order(), inspector, decider);
        var caseId = samples.reading(() -> decisions.find(id).orElseThrow()).caseId();
        var remedy = filed(id);
        resolved(remedy, RemedyResult.CANCELLED);
        closed(caseId, ClosingReason.LEGALISED);
        assertThat(refusals(resultWithdrawn(remedy, other))).containsExactly("CASE_CLOSED");
        assertThatThrownBy(() -> written("update decision set cancelled_on = null where id = :id", id))
                .hasStackTraceContaining("a decision would stand again in a closed case");
        as(inspector, () -> done(reopen.run(new ReopenCase.Input(caseId, "Rezultāts ir kļūda"), inspector)));
        // Who cannot be found is still to leave when he is.
        closed(caseId, ClosingReason.ABSCONDED);
        done(resultWithdrawn(remedy, other));
    }

    private void closed(UUID caseId, ClosingReason reason) {
        var input = new CloseCase.Input(caseId, reason, today, "Zināms");
        as(inspector, () -> done(close.run(input, inspector)));
    }

    @Test
    void the_database_keeps_a_complaint_and_its_result() {
        var remedy = filed(samples.served(order(), inspector, decider));
        assertThatThrownBy(() -> written("delete from remedy where id = :id", remedy))
                .hasStackTraceContaining("does not go without its past");
        resolved(remedy, RemedyResult.REJECTED);
        for (var change : new String[] {
            "update remedy set result = 'UPHELD' where id = :id",
            "update remedy set result = null, result_on = null, leave_by = null, resolved_by = null, resolved_at = null where id = :id"
        }) {
            assertThatThrownBy(() -> written(change, remedy)).hasStackTraceContaining("goes only withdrawn");
        }
    }

    private int written(String sql, UUID remedy) {
        return samples.reading(() -> jdbc.sql(sql).param("id", remedy).update());
    }

    /** The decision was taken two days ago, so that its service sets another last day than the decision. */
    private void back(UUID decision) {
        samples.reading(() -> jdbc.sql(
                        "update decision set decided_on = decided_on - 2, leave_by = leave_by - 2 where id = :id")
                .param("id", decision)
                .update());
    }

    private UUID filed(UUID decision) {
        var input = new FileRemedy.Input(decision, RemedyKind.CONTEST, today, "Priekšnieks", null, true, null);
        return as(inspector, () -> done(file.run(input, inspector)));
    }

    private void resolved(UUID remedy, RemedyResult result) {
        var input = new ResolveRemedy.Input(remedy, 0, result, today, null, null);
        as(inspector, () -> done(resolve.run(input, inspector)));
    }

    private Outcome<UUID> withdrawn(UUID remedy, Actor by) {
        var input = new WithdrawRemedy.Input(remedy, version(remedy), "Cita persona");
        return as(by, () -> withdraw.run(input, by));
    }

    private Outcome<UUID> resultWithdrawn(UUID remedy, Actor by) {
        var input = new WithdrawRemedyResult.Input(remedy, version(remedy), "Cita lieta");
        return as(by, () -> withdrawResult.run(input, by));
    }

    private int version(UUID remedy) {
        return samples.reading(() -> remedies.find(remedy).orElseThrow()).version();
    }
}
