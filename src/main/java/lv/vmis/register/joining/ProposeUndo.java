package lv.vmis.register.joining;

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

/** Proposes to part joined records; until another official approves, they stay joined. */
@Action
class ProposeUndo {

    /** @param version the version the official saw */
    record Input(UUID link, int version, String reason) {}

    private final Links links;
    private final Steps steps;
    private final Journal journal;
    private final Clock clock;

    ProposeUndo(Links links, Steps steps, Journal journal, Clock clock) {
        this.links = links;
        this.steps = steps;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = steps.locked(in.link());
        if (found.isEmpty()) {
            return refused(JoiningRefusal.LINK_UNKNOWN);
        }
        var link = found.get();
        if (!link.isInForce()) {
            return refused(JoiningRefusal.NOT_IN_FORCE);
        }
        if (link.state() == Link.State.UNDO_WAITING) {
            return refused(JoiningRefusal.UNDO_PROPOSED);
        }
        if (link.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        links.proposeUndo(link.id(), in.reason(), by, clock.instant());
        var after = links.find(link.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(ProposeUndo.class)
                        .on("person_link", after.id(), after.version())
                        .about(link.headId(), link.memberId())
                        .because(in.reason())
                        .with(States.of(after)));
        return done(after.id());
    }
}
