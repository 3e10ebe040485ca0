package lv.vmis.register.legacy.staging;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.job.Jobs;

/** Takes a file out, while nothing of its taking-over was loaded: it does not count any more, and what was staged of it stays. */
@Action
public class TakeOutFile {

    public record Input(UUID file, String why) {}

    private final OldFiles files;
    private final Jobs jobs;
    private final Journal journal;
    private final Clock clock;

    TakeOutFile(OldFiles files, Jobs jobs, Journal journal, Clock clock) {
        this.files = files;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = files.locked(in.file()).orElseThrow(NotFound::new);
        if (found.takenOutAt() != null) {
            return refused(StagingRefusal.TAKEN_OUT);
        }
        var all = jobs.of(found.loadId());
        if (files.isLoaded(in.file())) {
            return refused(StagingRefusal.LOADED);
        }
        if (all.stream()
                .anyMatch(job -> job.state().isOpen() && (in.file().equals(job.fileId()) || job.fileId() == null))) {
            return refused(StagingRefusal.WORKING);
        }
        files.takeOut(in, by, clock.instant());
        journal.record(
                by,
                Entry.act(TakeOutFile.class)
                        .on("old_file", in.file(), 2)
                        .because(in.why())
                        .with(Map.of("load", found.loadId(), "name", found.name(), "sha256", found.sha256())));
        return done(found.loadId());
    }
}
