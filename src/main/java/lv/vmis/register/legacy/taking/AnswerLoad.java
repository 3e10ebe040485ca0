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
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.Jobs;
import org.jspecify.annotations.Nullable;

/** Approves that a load is made, which begins it, or declines it with a reason: another official than who asked. */
@Action
public class AnswerLoad {

    public record Input(
            UUID load, boolean approved, @Nullable String reason) {}

    private final Commits commits;
    private final Jobs jobs;
    private final Journal journal;
    private final Clock clock;

    AnswerLoad(Commits commits, Jobs jobs, Journal journal, Clock clock) {
        this.commits = commits;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        commits.lock(in.load());
        var asked = commits.last(in.load()).filter(Commits.Commit::waits);
        if (asked.isEmpty()) {
            return refused(TakingRefusal.NOT_ASKED);
        }
        if (asked.get().askedBy().equals(by.account()) && in.approved()) {
            return refused(TakingRefusal.OWN_REQUEST);
        }
        var answer = in.approved() ? "APPROVED" : "DECLINED";
        commits.answer(asked.get().id(), answer, in.reason(), by, clock.instant());
        if (in.approved()) {
            jobs.add(in.load(), null, JobKind.LOAD, by);
        }
        journal.record(
                by,
                Entry.act(AnswerLoad.class)
                        .on("old_load", in.load(), 1)
                        .because(in.reason())
                        .with(Map.of("asked", asked.get().id(), "answer", answer)));
        return done(in.load());
    }
}
