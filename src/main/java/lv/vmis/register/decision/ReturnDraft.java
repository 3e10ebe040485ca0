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

/** Gives a decision back to its preparer unsigned. */
@Action
public class ReturnDraft {

    /** @param version the version the official saw */
    public record Input(UUID decision, int version, String reason) {}

    private final Decisions decisions;
    private final Journal journal;
    private final Clock clock;

    ReturnDraft(Decisions decisions, Journal journal, Clock clock) {
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
        var blocked = Steps.withDecider(decision, by);
        if (blocked != null) {
            return refused(blocked);
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        decisions.giveBack(decision.id(), in.reason(), by, clock.instant());
        var after = decisions.find(decision.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(ReturnDraft.class)
                        .on("decision", after.id(), after.version())
                        .about(after.personId())
                        .under(after.legalBasis())
                        .because(in.reason())
                        .with(States.of(after)));
        return done(after.id());
    }
}
