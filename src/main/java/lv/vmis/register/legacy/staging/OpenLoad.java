package lv.vmis.register.legacy.staging;

import static lv.vmis.register.kernel.Outcome.done;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.OldRegister;
import org.jspecify.annotations.Nullable;

/** Opens the taking-over of an export; its files follow. */
@Action
public class OpenLoad {

    public record Input(
            OldRegister register, LoadKind kind, @Nullable String note) {}

    private final Loads loads;
    private final Journal journal;
    private final Clock clock;

    OpenLoad(Loads loads, Journal journal, Clock clock) {
        this.loads = loads;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var id = Ids.next();
        loads.add(id, in, by, clock.instant());
        journal.record(
                by,
                Entry.act(OpenLoad.class)
                        .on("old_load", id, 1)
                        .because(in.note())
                        .with(Map.of("register", in.register(), "kind", in.kind())));
        return done(id);
    }
}
