package lv.vmis.register.legacy.taking;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.job.JobFailure;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobStopped;
import lv.vmis.register.legacy.job.JobWork;
import lv.vmis.register.legacy.job.RunningJob;
import lv.vmis.register.legacy.meaning.Understanding;
import lv.vmis.register.legacy.taking.Outcomes.LoadedFile;
import lv.vmis.register.legacy.taking.Outcomes.PendingRow;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Takes over all rows of a load that nothing became of yet, batch by batch, in the name of the official who asked for it. */
@Component
class TakingOver implements JobWork {

    static final String ROWS = "TAKING";

    private static final int ROWS_AT_ONCE = 500;

    private final Commits commits;
    private final Outcomes outcomes;
    private final Understandings understandings;
    private final TakeOverRows takeOver;

    TakingOver(Commits commits, Outcomes outcomes, Understandings understandings, TakeOverRows takeOver) {
        this.commits = commits;
        this.outcomes = outcomes;
        this.understandings = understandings;
        this.takeOver = takeOver;
    }

    @Override
    public JobKind kind() {
        return JobKind.LOAD;
    }

    /** How far it is, and for whom. */
    private final class Run {

        final RunningJob job;
        final Commits.Commit commit;
        final Actor by;
        final long of;
        long done;

        Run(RunningJob job, Commits.Commit commit, long of, long done) {
            this.job = job;
            this.commit = commit;
            this.by = new Actor(
                    commit.askedBy(),
                    commit.askedByName(),
                    null,
                    "PMLP",
                    commit.askedUnit(),
                    null,
                    null,
                    null,
                    Ids.next());
            this.of = of;
            this.done = done;
        }

        void take(LoadedFile file, Understanding understanding, List<PendingRow> rows, @Nullable String notAccepted) {
            try {
                job.batch(
                        done + rows.size(),
                        of,
                        false,
                        () -> takeOver.run(
                                new TakeOverRows.Input(
                                        job.job().loadId(), commit.isDelta(), file, understanding, rows, notAccepted),
                                by));
                done += rows.size();
            } catch (DataIntegrityViolationException unheld) {
                if (notAccepted != null) {
                    throw unheld;
                }
                // One row that does not fit keeps no other from being taken over.
                if (rows.size() == 1) {
                    take(file, understanding, rows, Constraints.named(unheld));
                } else {
                    take(file, understanding, rows.subList(0, rows.size() / 2), null);
                    take(file, understanding, rows.subList(rows.size() / 2, rows.size()), null);
                }
            }
        }
    }

    @Override
    public void run(RunningJob job) {
        var load = job.job().loadId();
        var commit = job.reading(() -> commits.approved(load)).orElseThrow(() -> JobStopped.failed(JobFailure.FAULT));
        var files = job.reading(() -> outcomes.files(load));
        var of = files.stream().mapToLong(LoadedFile::rows).sum();
        var run = new Run(job, commit, of, job.reading(() -> outcomes.done(load)));
        job.stage(ROWS, run.done, of);
        for (var file : files) {
            take(run, file);
        }
        job.reading(() -> {
            job.end(null);
            return true;
        });
    }

    private void take(Run run, LoadedFile file) {
        var understanding =
                run.job.reading(() -> understandings.of(file.table(), file.columns(), run.commit.rulesVersion()));
        for (var rows = pending(run, file.id(), 0);
                !rows.isEmpty();
                rows = pending(run, file.id(), rows.getLast().rowNo())) {
            run.take(file, understanding, rows, null);
        }
    }

    private List<PendingRow> pending(Run run, UUID file, long after) {
        return run.job.reading(() -> outcomes.pending(file, after, ROWS_AT_ONCE));
    }
}
