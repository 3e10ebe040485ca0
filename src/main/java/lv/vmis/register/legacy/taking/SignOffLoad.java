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

/** Accepts a load as complete for an institution. Once both have, it is not taken back any more. */
@Action
public class SignOffLoad {

    private final Commits commits;
    private final Outcomes outcomes;
    private final Jobs jobs;
    private final Journal journal;
    private final Clock clock;

    SignOffLoad(Commits commits, Outcomes outcomes, Jobs jobs, Journal journal, Clock clock) {
        this.commits = commits;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(UUID load, Actor by) {
        commits.lock(load);
        var signed = commits.signedOff(load);
        if (signed.stream().anyMatch(one -> one.institution().equals(by.institution()))) {
            return refused(TakingRefusal.SIGNED_ALREADY);
        }
        if (commits.hasSignedOff(load, by.account())) {
            return refused(TakingRefusal.SAME_OFFICIAL);
        }
        if (jobs.of(load).stream().map(Job::state).anyMatch(state -> state.isOpen())) {
            return refused(TakingRefusal.WORKING);
        }
        if (!outcomes.isWhole(load)) {
            return refused(TakingRefusal.NOT_WHOLE);
        }
        commits.signOff(load, by, clock.instant());
        journal.record(
                by, Entry.act(SignOffLoad.class).on("old_load", load, 1).with(Map.of("institution", by.institution())));
        return done(load);
    }
}
