package lv.vmis.register.law;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.ChangedLaw;

/** Puts a proposed change into force, as another official: the version before ends the day before, and the new one follows. */
@Action
class ApproveLawChange {

    /** @param version the version the official saw */
    record Input(UUID proposal, int version) {}

    private final Proposals proposals;
    private final ChangedLaw law;
    private final Journal journal;
    private final Clock clock;

    ApproveLawChange(Proposals proposals, ChangedLaw law, Journal journal, Clock clock) {
        this.proposals = proposals;
        this.law = law;
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
        if (proposal.validFrom().isBefore(LocalDate.now(clock))) {
            return refused(LawRefusal.DAY_PASSED);
        }
        var ending = law.locked(proposal.change());
        if (ending.isEmpty()) {
            return refused(LawRefusal.NOTHING_TO_CHANGE);
        }
        proposals.answer(proposal.id(), Proposal.State.APPROVED, null, by);
        law.apply(proposal.change(), ending.get());
        journal.record(
                by,
                Entry.act(ApproveLawChange.class)
                        .on("law_change", proposal.id(), proposal.version() + 1)
                        .because(proposal.source())
                        .with(Map.of("change", proposal.change(), "ends", ending.get())));
        return done(proposal.id());
    }
}
