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

/** Wants all taken back that a load made, with a reason; possible until both institutions have signed it off. */
@Action
public class TakeBackLoad {

    public record Input(UUID load, String reason) {}

    private final Commits commits;
    private final Outcomes outcomes;
    private final Jobs jobs;
    private final Journal journal;

    TakeBackLoad(Commits commits, Outcomes outcomes, Jobs jobs, Journal journal) {
        this.commits = commits;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        commits.lock(in.load());
        if (commits.signedOff(in.load()).size() == 2) {
            return refused(TakingRefusal.SIGNED_OFF);
        }
        if (jobs.of(in.load()).stream().map(Job::state).anyMatch(state -> state.isOpen())) {
            return refused(TakingRefusal.WORKING);
        }
        if (outcomes.done(in.load()) == 0) {
            return refused(TakingRefusal.NOTHING_TAKEN);
        }
        var job = jobs.add(in.load(), null, JobKind.UNDO, by);
        journal.record(
                by,
                Entry.act(TakeBackLoad.class)
                        .on("old_load", in.load(), 1)
                        .because(in.reason())
                        .with(Map.of("job", job)));
        return done(job);
    }
}
