package lv.vmis.register.legacy.taking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobWork;
import lv.vmis.register.legacy.job.RunningJob;
import lv.vmis.register.legacy.meaning.Retention;
import lv.vmis.register.legacy.meaning.RowCells;
import lv.vmis.register.legacy.meaning.Trial;
import lv.vmis.register.legacy.meaning.TrialResult;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.legacy.staging.StagedRow;
import lv.vmis.register.legacy.staging.StagedRows;
import lv.vmis.register.legacy.taking.Outcomes.LoadedFile;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads all rows of a load as they would be taken over, and says what would become of them. */
@Component
public class Trying implements JobWork {

    static final String ROWS = "TRYING";

    private static final int ROWS_AT_ONCE = 500;

    private final Outcomes outcomes;
    private final Understandings understandings;
    private final OldRules rules;
    private final StagedRows staged;
    private final LegalParameters parameters;
    private final JsonMapper json;
    private final Clock clock;

    Trying(
            Outcomes outcomes,
            Understandings understandings,
            OldRules rules,
            StagedRows staged,
            LegalParameters parameters,
            JsonMapper json,
            Clock clock) {
        this.outcomes = outcomes;
        this.understandings = understandings;
        this.rules = rules;
        this.staged = staged;
        this.parameters = parameters;
        this.json = json;
        this.clock = clock;
    }

    /** What would become of the rows of a table. */
    public record OfTable(OldTable table, TrialResult result) {

        /** What its columns hold, in the order of the table; those it does not know come last. */
        public Map<String, TrialResult.FieldCount> columns() {
            var columns = new LinkedHashMap<String, TrialResult.FieldCount>();
            for (var field : table.fields()) {
                var count = result.fields().get(field.name());
                if (count != null) {
                    columns.put(field.name(), count);
                }
            }
            result.fields().forEach(columns::putIfAbsent);
            return columns;
        }
    }

    @Override
    public JobKind kind() {
        return JobKind.TRIAL;
    }

    /** How far it is; told every second, since a row takes next to nothing. */
    private final class Progress {

        final RunningJob job;
        final long of;
        long before;
        Instant told = clock.instant();

        Progress(RunningJob job, long of) {
            this.job = job;
            this.of = of;
        }

        void at(long done) {
            job.check();
            var now = clock.instant();
            if (now.isAfter(told.plusMillis(1_000))) {
                job.batch(before + done, of, false, () -> {});
                told = now;
            }
        }
    }

    @Override
    public void run(RunningJob job) {
        var files = job.reading(() -> outcomes.files(job.job().loadId()));
        var version = job.reading(rules::newest);
        var progress =
                new Progress(job, files.stream().mapToLong(LoadedFile::rows).sum());
        job.stage(ROWS, 0, progress.of);
        var all = new ArrayList<OfTable>();
        for (var table : OldTable.values()) {
            var own = files.stream().filter(file -> file.table() == table).toList();
            if (!own.isEmpty()) {
                all.add(new OfTable(table, tried(job, own, version, progress)));
            }
        }
        job.reading(() -> {
            job.end(json.writeValueAsString(all));
            return true;
        });
    }

    private TrialResult tried(RunningJob job, List<LoadedFile> files, int version, Progress progress) {
        var trial = new Trial();
        for (var file : files) {
            var understanding = job.reading(() -> understandings.of(file.table(), file.columns(), version));
            trial.read(file.id().toString(), () -> new Staged(job, file), understanding, progress::at, () -> false);
        }
        progress.before += files.stream().mapToLong(LoadedFile::rows).sum();
        var today = LocalDate.now(clock);
        return trial.result(new Retention(today, parameters.years("retention.years", today)));
    }

    /** The rows of a file, some at a time. */
    private final class Staged implements Iterator<RowCells> {

        private final RunningJob job;
        private final LoadedFile file;
        private Iterator<StagedRow> some = List.<StagedRow>of().iterator();
        private long last;

        Staged(RunningJob job, LoadedFile file) {
            this.job = job;
            this.file = file;
        }

        @Override
        public boolean hasNext() {
            if (!some.hasNext()) {
                some = job.reading(() -> staged.after(file.id(), last, ROWS_AT_ONCE))
                        .iterator();
            }
            return some.hasNext();
        }

        @Override
        public RowCells next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var row = some.next();
            last = row.rowNo();
            return new RowCells(row.rowNo(), row.cells(), row.whole());
        }
    }
}
