package lv.vmis.register.law;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.ChangedLaw;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.LawChange;
import org.jspecify.annotations.Nullable;

/** Puts a proposed change into force, as another official: the version before ends the day before, and the new one, if any, follows. */
@Action
class ApproveLawChange {

    /** @param version the version the official saw */
    record Input(UUID proposal, int version) {}

    private final Proposals proposals;
    private final ChangedLaw law;
    private final ValueRules values;
    private final Journal journal;
    private final Clock clock;

    ApproveLawChange(Proposals proposals, ChangedLaw law, ValueRules values, Journal journal, Clock clock) {
        this.proposals = proposals;
        this.law = law;
        this.values = values;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = proposals.locked(in.proposal());
        if (found.isEmpty()) {
            return refused(LawRefusal.CHANGE_UNKNOWN);
        }
        var proposal = found.get();
        var blocked = proposal.blocked(in.version());
        if (blocked != null) {
            return refused(blocked);
        }
        if (proposal.isOf(by)) {
            return refused(LawRefusal.FOUR_EYES);
        }
        var change = proposal.change();
        var late = late(change);
        if (late != null) {
            return refused(late);
        }
        var ending = law.locked(change);
        var isAdded = change instanceof GroundChange ground && ground.kind() == GroundChange.Kind.ADDED;
        if (isAdded ? law.isTaken(change) : ending.isEmpty()) {
            return refused(isAdded ? LawRefusal.CODE_TAKEN : LawRefusal.NOTHING_TO_CHANGE);
        }
        // Another value that was approved meanwhile may leave no room for this one.
        if (change instanceof LawChange value) {
            var mistakes = values.mistakes(value);
            if (!mistakes.isEmpty()) {
                return refused(mistakes.stream()
                        .map(mistake ->
                                Refusal.of(mistake.code(), mistake.values().toArray()))
                        .toList());
            }
        }
        proposals.answer(proposal.id(), Proposal.State.APPROVED, null, by);
        law.apply(change, isAdded ? null : ending.orElseThrow());
        var state = new LinkedHashMap<String, Object>();
        state.put("change", change);
        ending.ifPresent(row -> state.put("ends", row));
        journal.record(
                by,
                Entry.act(ApproveLawChange.class)
                        .on("law_change", proposal.id(), proposal.version() + 1)
                        .because(proposal.source())
                        .with(state));
        return done(proposal.id());
    }

    /** A value may begin on the day of its approval; a ground may not, for what was signed on that day rests on it. */
    private @Nullable LawRefusal late(Amendment change) {
        var today = LocalDate.now(clock);
        return switch (change) {
            case LawChange value -> value.validFrom().isBefore(today) ? LawRefusal.DAY_PASSED : null;
            case GroundChange ground -> ground.validFrom().isAfter(today) ? null : LawRefusal.DAY_COME;
        };
    }
}
