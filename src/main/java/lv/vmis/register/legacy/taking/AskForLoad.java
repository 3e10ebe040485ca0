package lv.vmis.register.legacy.taking;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.Jobs;

/** Asks that what is staged is taken over; another official decides. */
@Action
public class AskForLoad {

    /** @param rulesVersion by which the rows are to be understood */
    public record Input(UUID load, int rulesVersion) {}

    private final Commits commits;
    private final Outcomes outcomes;
    private final Jobs jobs;
    private final Journal journal;
    private final Clock clock;

    AskForLoad(Commits commits, Outcomes outcomes, Jobs jobs, Journal journal, Clock clock) {
        this.commits = commits;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        commits.lock(in.load());
        if (outcomes.files(in.load()).isEmpty()) {
            return refused(TakingRefusal.NOTHING_STAGED);
        }
        if (jobs.of(in.load()).stream().map(Job::state).anyMatch(state -> state.isOpen())) {
            return refused(TakingRefusal.WORKING);
        }
        if (!commits.signedOff(in.load()).isEmpty()) {
            return refused(TakingRefusal.SIGNED_OFF);
        }
        if (commits.last(in.load()).filter(Commits.Commit::waits).isPresent()) {
            return refused(TakingRefusal.ASKED_ALREADY);
        }
        var asked = commits.ask(in.load(), in.rulesVersion(), by, clock.instant());
        journal.record(
                by,
                Entry.act(AskForLoad.class)
                        .on("old_load", in.load(), 1)
                        .with(Map.of("asked", asked, "rules", in.rulesVersion())));
        return done(asked);
    }
}
