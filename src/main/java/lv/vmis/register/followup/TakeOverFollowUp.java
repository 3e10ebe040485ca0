package lv.vmis.register.followup;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;

/**
 * Takes a follow-up decision that waits for a signature over from a preparer who is gone or away, so that it can be corrected or
 * withdrawn. Whoever took it over is its preparer and cannot sign it.
 */
@Action
public class TakeOverFollowUp {

    /** @param version the version the official saw */
    public record Input(UUID followUp, int version, String reason) {}

    private final FollowUps followUps;
    private final FollowUpSteps steps;
    private final Journal journal;

    TakeOverFollowUp(FollowUps followUps, FollowUpSteps steps, Journal journal) {
        this.followUps = followUps;
        this.steps = steps;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.ofAnother(in.followUp(), by).then(seen -> {
            // The deciding official may, and the official who holds the case.
            if (!by.may(Right.SIGN_DECISION)
                    && !(by.may(Right.PREPARE_DECISION) && followUps.isHolder(seen.id(), by))) {
                return refused(FollowUpRefusal.NOT_THE_HOLDER);
            }
            if (seen.version() != in.version()) {
                return refused(EdgeRefusal.CHANGED_MEANWHILE);
            }
            followUps.take(seen.id(), by);
            journal.record(
                    by,
                    Entry.act(TakeOverFollowUp.class)
                            .on("follow_up", seen.id(), seen.version() + 1)
                            .about(seen.personId())
                            .under(seen.legalBasis())
                            .because(in.reason())
                            .with(Map.of(
                                    "followUp",
                                    followUps.find(seen.id()).orElseThrow(),
                                    "takenFrom",
                                    seen.preparedBy())));
            return done(seen.id());
        });
    }
}
