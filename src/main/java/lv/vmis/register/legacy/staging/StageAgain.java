package lv.vmis.register.legacy.staging;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.Jobs;

/** Goes on with a file whose reading was cancelled or failed, from its last row that was staged. */
@Action
public class StageAgain {

    private final OldFiles files;
    private final Jobs jobs;
    private final Journal journal;

    StageAgain(OldFiles files, Jobs jobs, Journal journal) {
        this.files = files;
        this.jobs = jobs;
        this.journal = journal;
    }

    public Outcome<UUID> run(UUID file, Actor by) {
        var found = files.locked(file).orElseThrow(NotFound::new);
        if (found.takenOutAt() != null) {
            return refused(StagingRefusal.TAKEN_OUT);
        }
        if (found.isStaged()) {
            return refused(StagingRefusal.STAGED);
        }
        var last = jobs.last(file, JobKind.STAGE).orElseThrow(NotFound::new);
        if (last.state().isOpen()) {
            return refused(StagingRefusal.WORKING);
        }
        if (last.failure() != null && !last.failure().canGoOn()) {
            return refused(StagingRefusal.CANNOT_GO_ON);
        }
        var job = jobs.add(found.loadId(), file, JobKind.STAGE, by);
        journal.record(
                by, Entry.act(StageAgain.class).on("old_file", file, 1).with(Map.of("job", job, "rows", found.rows())));
        return done(file);
    }
}
