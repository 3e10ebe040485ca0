package lv.vmis.register.legacy.job;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Long work while this process does it: tells how far it is, and learns that it has to stop. */
public final class RunningJob {

    private final Job job;
    private final UUID runner;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private volatile JobStopped.@Nullable Why stop;

    RunningJob(Job job, UUID runner, Jobs jobs, TransactionTemplate transaction) {
        this.job = job;
        this.runner = runner;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    public Job job() {
        return job;
    }

    UUID runner() {
        return runner;
    }

    void stop(JobStopped.Why why) {
        stop = why;
    }

    /** To be called often: throws when the work is to stop. */
    public void check() {
        var why = stop;
        if (why != null) {
            throw new JobStopped(why);
        }
    }

    /** Begins a stage, or takes it up where it was. */
    public void stage(String stage, long done, @Nullable Long of) {
        check();
        transaction.executeWithoutResult(_ -> held(jobs.stage(this, stage, done, of)));
    }

    /** Writes a batch and how far the work is then, in one transaction. */
    public void batch(long done, @Nullable Long of, boolean about, Runnable writes) {
        check();
        transaction.executeWithoutResult(_ -> {
            writes.run();
            held(jobs.progress(this, done, of, about));
        });
    }

    /** Reads in a short transaction. */
    public <T> T reading(Supplier<T> read) {
        check();
        return Objects.requireNonNull(transaction.execute(_ -> read.get()));
    }

    /** Ends the work, within the transaction of its last act. */
    public void end(@Nullable String result) {
        held(jobs.end(job.id(), runner, JobState.DONE, null, java.util.List.of(), result));
    }

    private static void held(boolean isOurs) {
        if (!isOurs) {
            throw new JobStopped(JobStopped.Why.LOST);
        }
    }
}
