package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Declines to part joined records: they stay joined. */
@Action
class DeclineUndo {

    /** @param version the version the official saw */
    record Input(UUID link, int version, String reason) {}

    private final Links links;
    private final Steps steps;
    private final Journal journal;

    DeclineUndo(Links links, Steps steps, Journal journal) {
        this.links = links;
        this.steps = steps;
        this.journal = journal;
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
        links.dropUndo(link.id());
        var after = links.find(link.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(DeclineUndo.class)
                        .on("person_link", after.id(), after.version())
                        .about(link.headId(), link.memberId())
                        .because(in.reason())
                        .with(States.of(after)));
        return done(after.id());
    }
}
