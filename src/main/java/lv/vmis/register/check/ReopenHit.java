package lv.vmis.register.check;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** The holder of a document may be the person after all: from now on a check stops him again. */
@Action
public class ReopenHit {

    public record Input(UUID hit, String reason) {}

    private final ClearedHits cleared;
    private final Journal journal;

    ReopenHit(ClearedHits cleared, Journal journal) {
        this.cleared = cleared;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var hit = cleared.find(in.hit());
        if (hit.isEmpty() || !cleared.undo(in.hit(), in.reason(), by)) {
            return refused(CheckRefusal.HIT_REOPENED);
        }
        journal.record(
                by,
                Entry.act(ReopenHit.class)
                        .on("cleared_hit", in.hit(), 1)
                        .about(hit.get().person())
                        .because(in.reason())
                        .with(Map.of("asked", hit.get().asked())));
        return done(in.hit());
    }
}
