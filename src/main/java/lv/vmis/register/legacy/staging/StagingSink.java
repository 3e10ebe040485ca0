package lv.vmis.register.legacy.staging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lv.vmis.register.legacy.export.Columns;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.FileFormat;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.Layout;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.RawRow;
import lv.vmis.register.legacy.export.RowSink;
import lv.vmis.register.legacy.job.JobFailure;
import lv.vmis.register.legacy.job.JobStopped;
import lv.vmis.register.legacy.job.RunningJob;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file in batches. What was staged before is passed over, and must be the same. */
final class StagingSink implements RowSink {

    private static final int ROWS = 1_000;
    private static final long BYTES = 4 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final RunningJob job;
    private final OldFile file;
    private final StagedRows rows;
    private final Clock clock;
    private final FileFindings.Tally tally;
    private final StagedRows.@Nullable Last last;
    private final List<RawRow> batch = new ArrayList<>(ROWS);
    private final List<Finding> found = new ArrayList<>();
    private Instant begun;
    private long waiting;
    private long seen;
    private long bytes;
    private int keyPlace = -1;
    private @Nullable Layout layout;
    private @Nullable Columns columns;
    private Consumer<List<String>> told = _ -> {};

    StagingSink(RunningJob job, OldFile file, StagedRows rows, FileFindings findings, Clock clock) {
        this.job = job;
        this.file = file;
        this.rows = rows;
        this.clock = clock;
        this.begun = clock.instant();
        this.tally = job.reading(() -> findings.of(file.id()));
        this.last = job.reading(() -> rows.last(file.id())).orElse(null);
    }

    /** What the file is; who wants to know its columns is told before the first row. */
    void looked(Layout given, Consumer<List<String>> columnsTold) {
        layout = given;
        told = columnsTold;
    }

    OldTable table() {
        return Objects.requireNonNull(Objects.requireNonNull(layout).table());
    }

    List<String> columns() {
        return columns == null
                ? List.of()
                : columns.names().stream().map(StagedRows::storable).toList();
    }

    long staged() {
        return last == null ? 0 : last.rowNo();
    }

    @Override
    public void columns(Columns given) {
        columns = given;
        keyPlace = given.place(given.table().key()).orElse(-1);
        told.accept(given.fields().stream().map(StagedRows::storable).toList());
    }

    @Override
    public void row(RawRow row) {
        seen = row.at().row();
        bytes += row.raw().length;
        if (last != null && seen <= last.rowNo()) {
            if (seen == last.rowNo() && !last.sha256().equals(row.sha256())) {
                throw JobStopped.failed(JobFailure.FILE_CHANGED, Long.toString(seen));
            }
            job.check();
            return;
        }
        batch.add(row);
        waiting += row.raw().length;
        if (batch.size() >= ROWS || waiting >= BYTES || clock.instant().isAfter(begun.plus(LONGEST))) {
            flush();
        }
    }

    /** What was found before a row that is staged already is known as well. */
    @Override
    public void finding(Finding finding) {
        if (last == null || seen >= last.rowNo()) {
            found.add(finding);
        }
    }

    void flush() {
        job.batch(seen, estimate(), true, () -> {
            if (!batch.isEmpty()) {
                rows.add(file.id(), batch, keyPlace);
            }
            tally.add(found);
        });
        batch.clear();
        found.clear();
        waiting = 0;
        begun = clock.instant();
    }

    /** A file read to its end before the columns were told has none to tell. */
    void end(ExportReader.Ending ending) {
        if (last != null && ending.rows() < last.rowNo()) {
            throw JobStopped.failed(JobFailure.FILE_CHANGED, Long.toString(last.rowNo()));
        }
        if (columns == null) {
            told.accept(List.of());
        }
        flush();
    }

    /** Of text the length of the rows so far says how many there will be. */
    private @Nullable Long estimate() {
        return layout == null || layout.format() != FileFormat.CSV || bytes == 0 || seen == 0
                ? null
                : Math.max(seen, file.size() * seen / bytes);
    }
}
