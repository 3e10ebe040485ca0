package lv.vmis.register.legacy.staging;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.Jobs;

/** Puts a file to a taking-over, and has it staged. */
@Action
public class PutFile {

    public record Input(UUID load, String name, Incoming.Arrived content, Wish wish) {}

    private final Loads loads;
    private final OldFiles files;
    private final Jobs jobs;
    private final Journal journal;
    private final Clock clock;

    PutFile(Loads loads, OldFiles files, Jobs jobs, Journal journal, Clock clock) {
        this.loads = loads;
        this.files = files;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var load = loads.find(in.load()).orElseThrow(NotFound::new);
        var table = in.wish().table();
        if (table != null && table.register() != load.register()) {
            return refused(List.of(Refusal.at("table", StagingRefusal.OTHER_REGISTER)));
        }
        if (in.content().size() == 0) {
            return refused(List.of(Refusal.at("files", StagingRefusal.FILE_EMPTY, in.name())));
        }
        files.lock(in.content().sha256());
        var same = files.same(in.content().sha256(), in.wish());
        if (same.isPresent()) {
            return refused(List.of(Refusal.at(
                    "files", StagingRefusal.SAME_FILE, in.name(), same.get().loadNumber())));
        }
        var id = in.content().id();
        files.add(in, by, clock.instant());
        jobs.add(in.load(), id, JobKind.STAGE, by);
        journal.record(
                by,
                Entry.act(PutFile.class)
                        .on("old_file", id, 1)
                        .with(Map.of(
                                "load", in.load(),
                                "name", in.name(),
                                "size", in.content().size(),
                                "sha256", in.content().sha256())));
        return done(id);
    }
}
