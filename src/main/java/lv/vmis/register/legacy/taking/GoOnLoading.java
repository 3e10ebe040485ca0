package lv.vmis.register.legacy.taking;

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

/** Goes on with a load that was stopped, or takes over what was put to it since, such as corrected rows. */
@Action
public class GoOnLoading {

    private final Commits commits;
    private final Jobs jobs;
    private final Journal journal;

    GoOnLoading(Commits commits, Jobs jobs, Journal journal) {
        this.commits = commits;
        this.jobs = jobs;
        this.journal = journal;
    }

    public Outcome<UUID> run(UUID load, Actor by) {
        commits.lock(load);
        if (commits.approved(load).isEmpty()) {
            return refused(TakingRefusal.NOT_ASKED);
        }
        if (!commits.signedOff(load).isEmpty()) {
            return refused(TakingRefusal.SIGNED_OFF);
        }
        if (jobs.of(load).stream().map(Job::state).anyMatch(state -> state.isOpen())) {
            return refused(TakingRefusal.WORKING);
        }
        var job = jobs.add(load, null, JobKind.LOAD, by);
        journal.record(by, Entry.act(GoOnLoading.class).on("old_load", load, 1).with(Map.of("job", job)));
        return done(job);
    }
}
