package lv.vmis.register.legacy.job;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Stops long work: at once where nobody does it, otherwise within seconds. What it has done stays. */
@Action
public class CancelJob {

    private final Jobs jobs;
    private final Journal journal;

    CancelJob(Jobs jobs, Journal journal) {
        this.jobs = jobs;
        this.journal = journal;
    }

    public Outcome<UUID> run(UUID job, Actor by) {
        var found = jobs.locked(job).orElseThrow(NotFound::new);
        if (!found.state().isOpen()) {
            return refused(JobRefusal.ENDED);
        }
        jobs.wantCancelled(job);
        jobs.end(job, null, JobState.CANCELLED, null, List.of(), null);
        journal.record(
                by,
                Entry.act(CancelJob.class)
                        .on("old_job", job, 1)
                        .with(Map.of("kind", found.kind(), "load", found.loadId(), "done", found.done())));
        return done(found.loadId());
    }
}
