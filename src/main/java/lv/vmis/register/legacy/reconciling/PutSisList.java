package lv.vmis.register.legacy.reconciling;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Puts a list of the alerts that N.SIS has, to be compared; it is kept as it came. */
@Action
public class PutSisList {

    /** The list, and the hash of its file. */
    public record Input(String name, String sha256, List<SisLine> lines) {}

    private final SisLists lists;
    private final Journal journal;
    private final Clock clock;

    PutSisList(SisLists lists, Journal journal, Clock clock) {
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        lists.lock(in.sha256());
        if (lists.isKnown(in.sha256())) {
            return refused(List.of(Refusal.at("files", SisListRefusal.SAME_LIST)));
        }
        var id = Ids.next();
        lists.add(id, in, by, clock.instant());
        journal.record(
                by,
                Entry.act(PutSisList.class)
                        .on("old_sis_list", id, 1)
                        .with(Map.of("sha256", in.sha256(), "rows", in.lines().size())));
        return done(id);
    }
}
