package lv.vmis.register.legacy.staging;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.JobFailure;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobStopped;
import lv.vmis.register.legacy.job.JobWork;
import lv.vmis.register.legacy.job.RunningJob;
import lv.vmis.register.person.JournalFollower;
import lv.vmis.register.reference.Countries;
import org.springframework.stereotype.Component;

/** Reads a file row by row into the register, batch by batch, and then works out what it looks like. */
@Component
class Staging implements JobWork {

    static final String ROWS = "ROWS";
    static final String PROFILE = "PROFILE";

    private static final int PROFILED_AT_ONCE = 500;
    private static final int NUMBERS_AT_ONCE = 5_000;

    private final Loads loads;
    private final OldFiles files;
    private final StagedRows rows;
    private final FileFindings findings;
    private final Incoming incoming;
    private final FinishStaging finish;
    private final Countries countries;
    private final Clock clock;

    Staging(
            Loads loads,
            OldFiles files,
            StagedRows rows,
            FileFindings findings,
            Incoming incoming,
            FinishStaging finish,
            Countries countries,
            Clock clock) {
        this.loads = loads;
        this.files = files;
        this.rows = rows;
        this.findings = findings;
        this.incoming = incoming;
        this.finish = finish;
        this.countries = countries;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.STAGE;
    }

    /** The file lies with the process it was sent to. */
    @Override
    public boolean canRun(Job job) {
        return job.fileId() != null && incoming.has(job.fileId());
    }

    @Override
    public void run(RunningJob job) throws IOException {
        var id = java.util.Objects.requireNonNull(job.job().fileId());
        var file = job.reading(() -> files.find(id).orElseThrow());
        var sink = new StagingSink(job, file, rows, findings, clock);
        var ending = read(job, file, sink);
        var table = sink.table();
        var profile = new Profiling(
                table,
                sink.columns(),
                name -> countries.find(name).or(() -> accepted(name)).map(one -> one.code()),
                LocalDate.now(clock));
        profile(job, id, profile, job.reading(() -> files.others(id, table)), ending.rows());
        job.check();
        switch (finish.run(
                new FinishStaging.Input(job, id, ending, profile.keys(), profile.columns()),
                JournalFollower.itself())) {
            case Done<UUID> _ -> incoming.forget(id);
            case Refused<UUID> _ -> throw JobStopped.failed(JobFailure.FAULT);
        }
    }

    private java.util.Optional<lv.vmis.register.reference.Country> accepted(String name) {
        return countries.accept(name, _ -> true);
    }

    private ExportReader.Ending read(RunningJob job, OldFile file, StagingSink sink) throws IOException {
        var path = incoming.path(file.id());
        var reader = ExportReader.usual();
        var layout = reader.look(path, job.reading(() -> files.wish(file.id())), sink::finding);
        job.check();
        var table = layout.table();
        if (table == null) {
            sink.flush();
            throw JobStopped.failed(JobFailure.UNKNOWN_TABLE);
        }
        var load = job.reading(() -> loads.find(file.loadId()).orElseThrow());
        if (table.register() != load.register()) {
            throw JobStopped.failed(JobFailure.OTHER_REGISTER, table.register().name());
        }
        same(job, file, table, layout.sheet());
        sink.looked(layout, fields -> {
            try {
                job.reading(() -> {
                    files.looked(file.id(), layout, table, fields);
                    return true;
                });
            } catch (org.springframework.dao.DuplicateKeyException putAtTheSameTime) {
                same(job, file, table, layout.sheet());
                throw putAtTheSameTime;
            }
        });
        job.stage(ROWS, sink.staged(), null);
        var ending = reader.read(path, layout, sink);
        sink.end(ending);
        return ending;
    }

    private void same(RunningJob job, OldFile file, OldTable table, @org.jspecify.annotations.Nullable String sheet) {
        job.reading(() -> files.twin(file.id(), table, sheet)).ifPresent(twin -> {
            throw JobStopped.failed(JobFailure.SAME_FILE, Integer.toString(twin.loadNumber()));
        });
    }

    private void profile(RunningJob job, UUID file, Profiling profile, java.util.List<UUID> others, long of) {
        job.stage(PROFILE, 0, of);
        var done = 0L;
        var told = clock.instant();
        for (var some = some(job, file, 0); !some.isEmpty(); some = some(job, file, done)) {
            some.forEach(profile::row);
            done = some.getLast().rowNo();
            if (clock.instant().isAfter(told.plusMillis(1_000))) {
                job.batch(done, of, false, () -> {});
                told = clock.instant();
            }
        }
        job.batch(done, of, false, () -> {});
        profile.numbers().sort();
        for (var other : others) {
            var numbers = job.reading(() -> rows.numbersAfter(other, 0, NUMBERS_AT_ONCE));
            while (!numbers.isEmpty()) {
                numbers.forEach(one -> profile.numbers().elsewhere(one.key()));
                var last = numbers.getLast().rowNo();
                numbers = job.reading(() -> rows.numbersAfter(other, last, NUMBERS_AT_ONCE));
            }
        }
    }

    private java.util.List<StagedRow> some(RunningJob job, UUID file, long after) {
        return job.reading(() -> rows.after(file, after, PROFILED_AT_ONCE));
    }
}
