package lv.vmis.register.remedy;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Withdrawals;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.returns.Closings;

/** Withdraws the result of a remedy that was entered by mistake (Reg. 122 p. 11): the remedy waits for its result again. */
@Action
public class WithdrawRemedyResult {

    public record Input(UUID remedy, int version, String reason) {}

    private final Decisions decisions;
    private final Remedies remedies;
    private final Withdrawals withdrawals;
    private final Closings closings;
    private final Journal journal;
    private final Clock clock;

    WithdrawRemedyResult(
            Decisions decisions,
            Remedies remedies,
            Withdrawals withdrawals,
            Closings closings,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.remedies = remedies;
        this.withdrawals = withdrawals;
        this.closings = closings;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var seen = remedies.find(in.remedy());
        if (seen.isEmpty()) {
            return refused(RemedyRefusal.REMEDY_UNKNOWN);
        }
        var decision = decisions.locked(seen.get().decisionId()).orElseThrow();
        var found = remedies.find(in.remedy());
        if (found.isEmpty()) {
            return refused(RemedyRefusal.REMEDY_UNKNOWN);
        }
        var remedy = found.get();
        var blocked = blocked(remedy, decision, by);
        if (blocked.isPresent()) {
            return refused(List.of(blocked.get()));
        }
        if (remedy.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        withdrawals.keepRemedy(remedy.id(), in.reason(), by, clock.instant());
        remedies.removeResult(remedy.id());
        if (remedy.leaveByBefore() != null) {
            decisions.extend(decision.id(), remedy.leaveByBefore());
        }
        var waits = remedies.find(remedy.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(WithdrawRemedyResult.class)
                        .on("remedy", waits.id(), waits.version())
                        .about(waits.personId())
                        .because(in.reason())
                        .with(Map.of(
                                "withdrawn",
                                remedy,
                                "decision",
                                decisions.find(decision.id()).orElseThrow())));
        return done(decision.id());
    }

    private Optional<Refusal> blocked(Remedy remedy, Decision decision, Actor by) {
        if (!decision.institution().equals(by.institution())) {
            return Optional.of(Refusal.of(RemedyRefusal.NOT_YOUR_INSTITUTION, decision.institution()));
        }
        if (remedy.isWaiting()) {
            return Optional.of(Refusal.of(RemedyRefusal.NOT_RESOLVED));
        }
        var footing = remedies.footing(remedy.id());
        if (footing.enteredBy().equals(by.account())) {
            return Optional.of(Refusal.of(RemedyRefusal.OWN_ENTRY));
        }
        if (footing.isFollowed()) {
            return Optional.of(Refusal.of(RemedyRefusal.LATER_REMEDY));
        }
        if (footing.hasLeft() && remedy.suspends()) {
            return Optional.of(Refusal.of(RemedyRefusal.LEFT_SINCE));
        }
        if (remedy.leaveBy() != null && !remedy.leaveBy().equals(decision.leaveBy())) {
            return Optional.of(Refusal.of(RemedyRefusal.TERM_SET_SINCE));
        }
        var caseId = decision.returnCaseId();
        // Without the result the decision would stand in a case that was closed because none does.
        return remedy.result() == RemedyResult.CANCELLED && caseId != null && closings.isClosedOverNothing(caseId)
                ? Optional.of(Refusal.of(RemedyRefusal.CASE_CLOSED))
                : Optional.empty();
    }
}
