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

/** Wants to know what a load would come to by the rules of today; nothing changes by it. */
@Action
public class TryLoad {

    private final Commits commits;
    private final Outcomes outcomes;
    private final Jobs jobs;
    private final Journal journal;

    TryLoad(Commits commits, Outcomes outcomes, Jobs jobs, Journal journal) {
        this.commits = commits;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.journal = journal;
    }

    public Outcome<UUID> run(UUID load, Actor by) {
        commits.lock(load);
        if (outcomes.files(load).isEmpty()) {
            return refused(TakingRefusal.NOTHING_STAGED);
        }
        if (jobs.of(load).stream().map(Job::state).anyMatch(state -> state.isOpen())) {
            return refused(TakingRefusal.WORKING);
        }
        var job = jobs.add(load, null, JobKind.TRIAL, by);
        journal.record(by, Entry.act(TryLoad.class).on("old_load", load, 1).with(Map.of("job", job)));
        return done(job);
    }
}
