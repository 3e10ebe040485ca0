package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Clusters;

/**
 * Parts joined records: a second official of the institution approves. The record that was joined, and those joined below
 * it, are a person of their own again; what was entered meanwhile stays with the record it was entered with.
 */
@Action
class ApproveUndo {

    /** Two whom officials have parted are no likely duplicates again, unless both come to have one document. */
    private static final double NEVER_AGAIN = Double.POSITIVE_INFINITY;

    /** @param version the version the official saw */
    record Input(UUID link, int version) {}

    private final Links links;
    private final Steps steps;
    private final Clusters clusters;
    private final Likenesses likenesses;
    private final Journal journal;
    private final Clock clock;

    ApproveUndo(Links links, Steps steps, Clusters clusters, Likenesses likenesses, Journal journal, Clock clock) {
        this.links = links;
        this.steps = steps;
        this.clusters = clusters;
        this.likenesses = likenesses;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = steps.locked(in.link());
        if (found.isEmpty()) {
            return refused(JoiningRefusal.LINK_UNKNOWN);
        }
        var link = found.get();
        var blocked = steps.withUndoDecider(link, in.version(), by);
        if (blocked != null) {
            return refused(blocked);
        }
        var joined = clusters.records(link.headId());
        var reason = link.undoReason();
        clusters.part(link.memberId());
        links.undo(link.id(), by, clock.instant());
        likenesses.judge(
                link.headId(), link.memberId(), "DIFFERENT", "LINK_UNDONE", reason, NEVER_AGAIN, by, clock.instant());
        var after = links.find(link.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(ApproveUndo.class)
                        .on("person_link", after.id(), after.version())
                        .about(joined)
                        .because(reason)
                        .with(States.of(after)));
        return done(after.id());
    }
}
