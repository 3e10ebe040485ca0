package lv.vmis.register.legacy.reconciling;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.taking.Commits;
import lv.vmis.register.legacy.taking.TakingRefusal;

/** Wants the rows of a load counted and compared with what the register says; nothing changes by it. */
@Action
public class ReconcileLoad {

    private final Commits commits;
    private final RowsTakenOver rows;
    private final Jobs jobs;
    private final Journal journal;

    ReconcileLoad(Commits commits, RowsTakenOver rows, Jobs jobs, Journal journal) {
        this.commits = commits;
        this.rows = rows;
        this.jobs = jobs;
        this.journal = journal;
    }

    public Outcome<UUID> run(UUID load, Actor by) {
        commits.lock(load);
        if (rows.files(load).isEmpty()) {
            return refused(TakingRefusal.NOTHING_STAGED);
        }
        if (jobs.of(load).stream().map(Job::state).anyMatch(state -> state.isOpen())) {
            return refused(TakingRefusal.WORKING);
        }
        var job = jobs.add(load, null, JobKind.RECONCILE, by);
        journal.record(
                by, Entry.act(ReconcileLoad.class).on("old_load", load, 1).with(Map.of("job", job)));
        return done(job);
    }
}
