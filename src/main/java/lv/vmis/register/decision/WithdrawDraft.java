package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Gives up a draft, by its preparer; the case is then free for another. */
@Action
public class WithdrawDraft {

    /** @param version the version the official saw */
    public record Input(UUID decision, int version, String reason) {}

    private final Decisions decisions;
    private final Journal journal;
    private final Clock clock;

    WithdrawDraft(Decisions decisions, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var blocked = Steps.withPreparer(decision, by);
        if (blocked != null) {
            return refused(blocked);
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        decisions.withdraw(decision.id(), in.reason(), clock.instant());
        var after = decisions.find(decision.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(WithdrawDraft.class)
                        .on("decision", after.id(), after.version())
                        .about(after.personId())
                        .under(after.legalBasis())
                        .because(in.reason())
                        .with(States.of(after)));
        return done(after.id());
    }
}
