package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Notes when a judge got the papers for holding somebody longer (Immigration Law s. 54); noted anew, it is corrected. */
@Action
public class NoteSubmission {

    /** @param version the version the official saw */
    public record Input(UUID detention, int version, Instant submittedAt, String court) {}

    private final Detentions detentions;
    private final Journal journal;
    private final Clock clock;

    NoteSubmission(Detentions detentions, Journal journal, Clock clock) {
        this.detentions = detentions;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return detentions.locked(in.detention()).then(seen -> run(in, seen, by));
    }

    private Outcome<UUID> run(Input in, Detention seen, Actor by) {
        var mistakes = mistakes(in, seen);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (!detentions.submit(seen, in, by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(NoteSubmission.class)
                        .on("detention", seen.id(), in.version() + 1)
                        .about(seen.personId())
                        .with(States.of(detentions, seen.id())));
        return done(seen.id());
    }

    private List<Refusal> mistakes(Input in, Detention seen) {
        var mistakes = new ArrayList<Refusal>();
        if (in.submittedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("submittedOn", DetentionRefusal.IN_FUTURE));
        }
        if (in.submittedAt().isBefore(seen.detainedAt())) {
            mistakes.add(
                    Refusal.at("submittedOn", DetentionRefusal.BEFORE_DETENTION, Moments.shown(seen.detainedAt())));
        }
        return mistakes;
    }
}
