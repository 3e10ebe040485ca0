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

/** Puts a draft on the desk of the deciding officials of the institution. */
@Action
public class SendForSignature {

    /** @param version the version the official saw */
    public record Input(UUID decision, int version) {}

    private final Decisions decisions;
    private final Journal journal;
    private final Clock clock;

    SendForSignature(Decisions decisions, Journal journal, Clock clock) {
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
        decisions.send(decision.id(), clock.instant());
        var after = decisions.find(decision.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(SendForSignature.class)
                        .on("decision", after.id(), after.version())
                        .about(after.personId())
                        .under(after.legalBasis())
                        .with(States.of(after)));
        return done(after.id());
    }
}
