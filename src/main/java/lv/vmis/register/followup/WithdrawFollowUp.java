package lv.vmis.register.followup;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Takes back a follow-up decision that waits for a signature, by whoever prepared it; another can be prepared. */
@Action
public class WithdrawFollowUp {

    /** @param version the version the official saw */
    public record Input(UUID followUp, int version, String reason) {}

    private final FollowUps followUps;
    private final FollowUpSteps steps;
    private final Journal journal;
    private final Clock clock;

    WithdrawFollowUp(FollowUps followUps, FollowUpSteps steps, Journal journal, Clock clock) {
        this.followUps = followUps;
        this.steps = steps;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.own(in.followUp(), by).then(seen -> {
            if (seen.version() != in.version()) {
                return refused(EdgeRefusal.CHANGED_MEANWHILE);
            }
            followUps.decline(seen.id(), in.reason(), by, clock.instant());
            journal.record(
                    by,
                    Entry.act(WithdrawFollowUp.class)
                            .on("follow_up", seen.id(), seen.version() + 1)
                            .about(seen.personId())
                            .because(in.reason())
                            .with(Map.of("followUp", followUps.find(seen.id()).orElseThrow())));
            return done(seen.id());
        });
    }
}
