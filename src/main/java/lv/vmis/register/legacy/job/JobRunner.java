package lv.vmis.register.legacy.job;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import lv.vmis.register.edge.LostDatabase;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.JournalFollower;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does long work, one after another. How far each is stands in its row: killed anywhere, this or another process goes on with what
 * was committed. A process that was not heard of for ten seconds has it no more, and cannot commit to it.
 */
@Component
public class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final String CANCELLED = "57014";

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Map<JobKind, JobWork> works = new EnumMap<>(JobKind.class);
    private volatile @Nullable RunningJob now;
    private final Repeating work = new Repeating("old-registers", this::next);

    JobRunner(Jobs jobs, List<JobWork> works, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
        works.forEach(one -> this.works.put(one.kind(), one));
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        var running = now;
        if (running != null) {
            running.stop(JobStopped.Why.SHUT_DOWN);
        }
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** Takes up what waits; true when something did. */
    private boolean next() throws Exception {
        return Acting.as(JournalFollower.itself(), () -> {
            for (var job : written(jobs::toDo)) {
                var how = works.get(job.kind());
                if (how != null && how.canRun(job)) {
                    var runner = Ids.next();
                    if (claimed(job, runner)) {
                        run(how, new RunningJob(job, runner, jobs, transaction));
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private boolean claimed(Job job, UUID runner) {
        try {
            return written(() -> jobs.claim(job.id(), runner));
        } catch (DuplicateKeyException anotherOfTheLoad) {
            return false;
        }
    }

    private void run(JobWork how, RunningJob job) {
        now = job;
        var beats = Thread.ofVirtual().name("beat of old-registers").start(() -> beat(job));
        try {
            how.run(job);
        } catch (JobStopped stopped) {
            ended(job, stopped);
        } catch (Exception | OutOfMemoryError failure) {
            if (!work.isRunning()) {
                Thread.interrupted();
                ended(job, new JobStopped(JobStopped.Why.SHUT_DOWN));
            } else if (LostDatabase.isBehind(failure) && !isTooSlow(failure)) {
                // Nothing says that it ended: it is taken up where it was as soon as it was silent for long enough.
                LOG.warn(
                        "The database was lost under long work for an old register: {}",
                        job.job().id(),
                        failure);
            } else {
                LOG.warn("Long work for an old register failed: {}", job.job().id(), failure);
                ended(job, JobStopped.failed(JobFailure.FAULT));
            }
        } finally {
            now = null;
            beats.interrupt();
        }
    }

    /** A statement that was cancelled because it took too long would take too long again. */
    private static boolean isTooSlow(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** How it ended, where that can be written; otherwise it is taken up again. */
    private void ended(RunningJob job, JobStopped stopped) {
        Thread.interrupted();
        var id = job.job().id();
        switch (stopped.why()) {
            case CANCELLED -> written(() -> jobs.end(id, job.runner(), JobState.CANCELLED, null, List.of(), null));
            case FAILED ->
                written(() -> jobs.end(id, job.runner(), JobState.FAILED, stopped.failure(), stopped.words(), null));
            case SHUT_DOWN ->
                written(() -> {
                    jobs.release(id, job.runner());
                    return true;
                });
            case LOST -> LOG.info("Long work for an old register goes on elsewhere: {}", id);
        }
    }

    private void beat(RunningJob job) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var told = Acting.as(
                        JournalFollower.itself(),
                        () -> written(() -> jobs.beat(job.job().id(), job.runner())));
                if (told.isEmpty()) {
                    job.stop(JobStopped.Why.LOST);
                } else if (told.get()) {
                    job.stop(JobStopped.Why.CANCELLED);
                }
            } catch (Exception failure) {
                // A batch would fail as well, and say it; the next beat may be heard again.
                LOG.debug("A sign of life could not be written", failure);
            }
            LockSupport.parkNanos(BETWEEN_BEATS.toNanos());
        }
    }

    private <T> T written(java.util.function.Supplier<T> write) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> write.get()));
    }
}
