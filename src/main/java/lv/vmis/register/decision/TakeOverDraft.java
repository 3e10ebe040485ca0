package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;

/**
 * Takes a draft over from a preparer who is gone or away, so that no case waits for him for ever. Whoever took it over is its preparer
 * and cannot sign it.
 */
@Action
public class TakeOverDraft {

    public record Input(UUID decision, int version, String reason) {}

    private final Decisions decisions;
    private final TakenDrafts taken;
    private final Journal journal;

    TakeOverDraft(Decisions decisions, TakenDrafts taken, Journal journal) {
        this.decisions = decisions;
        this.taken = taken;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var blocked = blocked(decision, by);
        if (blocked != null) {
            return refused(blocked);
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        taken.take(decision.id(), by);
        var after = decisions.find(decision.id()).orElseThrow();
        var state = States.of(after);
        state.put("takenFrom", decision.preparedBy());
        journal.record(
                by,
                Entry.act(TakeOverDraft.class)
                        .on("decision", after.id(), after.version())
                        .about(after.personId())
                        .under(after.legalBasis())
                        .because(in.reason())
                        .with(state));
        return done(after.id());
    }

    /** The deciding official of the institution may, and the official who holds the case. */
    private @Nullable DecisionRefusal blocked(Decision decision, Actor by) {
        if (decision.isSigned()) {
            return DecisionRefusal.ALREADY_SIGNED;
        }
        if (!decision.isOpenDraft()) {
            return DecisionRefusal.WITHDRAWN_DRAFT;
        }
        if (!decision.institution().equals(by.institution())) {
            return DecisionRefusal.DRAFT_OF_ANOTHER_INSTITUTION;
        }
        if (decision.preparedBy().equals(by.account())) {
            return DecisionRefusal.ALREADY_THE_PREPARER;
        }
        if (!decision.isWithPreparer()) {
            return DecisionRefusal.SENT_ALREADY;
        }
        return by.may(Right.SIGN_DECISION) || (by.may(Right.PREPARE_DECISION) && taken.isHolder(decision, by))
                ? null
                : DecisionRefusal.NOT_THE_HOLDER;
    }
}
