package lv.vmis.register.legacy.taking;

import java.util.stream.Collectors;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.job.JobFailure;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobStopped;
import lv.vmis.register.legacy.job.JobWork;
import lv.vmis.register.legacy.job.RunningJob;
import org.springframework.stereotype.Component;

/** Takes back all a load made, batch by batch; refused while somebody has worked with one of its persons. */
@Component
class TakingBack implements JobWork {

    static final String ROWS = "TAKING_BACK";

    private static final int ROWS_AT_ONCE = 500;
    private static final int TOLD = 20;

    private final Commits commits;
    private final Outcomes outcomes;
    private final TakeBackRows takeBack;

    TakingBack(Commits commits, Outcomes outcomes, TakeBackRows takeBack) {
        this.commits = commits;
        this.outcomes = outcomes;
        this.takeBack = takeBack;
    }

    @Override
    public JobKind kind() {
        return JobKind.UNDO;
    }

    @Override
    public void run(RunningJob job) {
        var load = job.job().loadId();
        var touched = job.reading(() -> outcomes.touched(load, TOLD));
        if (!touched.isEmpty()) {
            throw JobStopped.failed(
                    JobFailure.TOUCHED,
                    touched.stream().map("P-%07d"::formatted).collect(Collectors.joining(", ")));
        }
        var of = job.reading(() -> outcomes.done(load));
        var wanted = job.reading(() -> commits.wantedBack(load)).orElseThrow(() -> JobStopped.failed(JobFailure.FAULT));
        var by = new Actor(wanted.account(), wanted.name(), null, "PMLP", wanted.unit(), null, null, null, Ids.next());
        job.stage(ROWS, 0, of);
        var done = 0L;
        for (var rows = job.reading(() -> outcomes.next(load, ROWS_AT_ONCE));
                !rows.isEmpty();
                rows = job.reading(() -> outcomes.next(load, ROWS_AT_ONCE))) {
            var some = rows;
            done += some.size();
            job.batch(done, of, false, () -> takeBack.run(new TakeBackRows.Input(load, some), by));
        }
        job.reading(() -> {
            outcomes.numberOn();
            job.end(null);
            return true;
        });
    }
}
