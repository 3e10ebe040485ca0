package lv.vmis.register.law;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Declines a change of the law that another official proposed, with the reason. */
@Action
class DeclineLawChange {

    /** @param version the version the official saw */
    record Input(UUID proposal, int version, String reason) {}

    private final Proposals proposals;
    private final Journal journal;

    DeclineLawChange(Proposals proposals, Journal journal) {
        this.proposals = proposals;
        this.journal = journal;
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
        proposals.answer(proposal.id(), Proposal.State.DECLINED, in.reason(), by);
        journal.record(
                by,
                Entry.act(DeclineLawChange.class)
                        .on("law_change", proposal.id(), proposal.version() + 1)
                        .because(in.reason())
                        .with(Map.of("change", proposal.change())));
        return done(proposal.id());
    }
}
