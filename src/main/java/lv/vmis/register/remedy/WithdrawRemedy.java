package lv.vmis.register.remedy;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Withdrawals;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;

/** Withdraws a remedy that was entered by mistake (Reg. 122 p. 11): the decision stands as if nobody had filed it. */
@Action
public class WithdrawRemedy {

    public record Input(UUID remedy, int version, String reason) {}

    private final Decisions decisions;
    private final Remedies remedies;
    private final Withdrawals withdrawals;
    private final Journal journal;
    private final Clock clock;

    WithdrawRemedy(Decisions decisions, Remedies remedies, Withdrawals withdrawals, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.remedies = remedies;
        this.withdrawals = withdrawals;
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
        if (!decision.institution().equals(by.institution())) {
            return refused(RemedyRefusal.NOT_YOUR_INSTITUTION, decision.institution());
        }
        if (remedy.resultOn() != null) {
            return refused(RemedyRefusal.HAS_RESULT, LatvianDates.numeric(remedy.resultOn()));
        }
        if (remedies.footing(remedy.id()).enteredBy().equals(by.account())) {
            return refused(RemedyRefusal.OWN_ENTRY);
        }
        if (remedy.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        withdrawals.keepRemedy(remedy.id(), in.reason(), by, clock.instant());
        remedies.remove(remedy.id());
        journal.record(
                by,
                Entry.act(WithdrawRemedy.class)
                        .on("remedy", remedy.id(), remedy.version())
                        .about(remedy.personId())
                        .because(in.reason())
                        .with(Map.of(
                                "withdrawn",
                                remedy,
                                "decision",
                                decisions.find(decision.id()).orElseThrow())));
        return done(decision.id());
    }
}
