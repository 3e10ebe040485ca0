package lv.vmis.register.legacy.reconciling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobWork;
import lv.vmis.register.legacy.job.RunningJob;
import lv.vmis.register.legacy.reconciling.Comparing.Compared;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.Difference;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.StagedFile;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.TakenRow;
import lv.vmis.register.legacy.taking.Commits;
import lv.vmis.register.legacy.taking.Outcomes;
import lv.vmis.register.legacy.taking.Understandings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Counts all rows of a load and what became of them, and compares each row that was taken over with what the register says now. */
@Component
public class Reconciling implements JobWork {

    static final String ROWS = "RECONCILING";

    private static final int ROWS_AT_ONCE = 500;
    private static final Set<OldTable> PERSONS = Set.of(OldTable.LGM_ENTRIES, OldTable.NIR_CASES);

    private final RowsTakenOver rows;
    private final Comparing comparing;
    private final Understandings understandings;
    private final Outcomes outcomes;
    private final Commits commits;
    private final JsonMapper json;
    private final Clock clock;

    Reconciling(
            RowsTakenOver rows,
            Comparing comparing,
            Understandings understandings,
            Outcomes outcomes,
            Commits commits,
            JsonMapper json,
            Clock clock) {
        this.rows = rows;
        this.comparing = comparing;
        this.understandings = understandings;
        this.outcomes = outcomes;
        this.commits = commits;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.RECONCILE;
    }

    /** One comparison from its first row to the last; killed, it begins anew under another number. */
    private final class Run {

        final RunningJob job;
        final UUID id = Ids.next();
        final int version;
        final long of;
        final Map<OldTable, TableCount> tables = new EnumMap<>(OldTable.class);
        final List<Difference> differences = new ArrayList<>();
        long done;
        Instant told = clock.instant();

        Run(RunningJob job, int version, long of) {
            this.job = job;
            this.version = version;
            this.of = of;
        }

        Reconciliation.OfFile read(StagedFile file) {
            var hash = sha256();
            var counting = PERSONS.contains(file.table()) ? new Counting(this, file) : null;
            var last = 0L;
            while (true) {
                var after = last;
                var some = job.reading(() -> rows.after(file.id(), after, ROWS_AT_ONCE));
                if (some.isEmpty()) {
                    break;
                }
                some.forEach(row -> hash.update(row.sha256().getBytes(StandardCharsets.US_ASCII)));
                if (counting != null) {
                    counting.rows(some);
                }
                last = some.getLast().rowNo();
                done += some.size();
                progress();
            }
            return new Reconciliation.OfFile(
                    file.id(),
                    file.name(),
                    file.table(),
                    file.sha256(),
                    file.rows(),
                    file.whole(),
                    HexFormat.of().formatHex(hash.digest()));
        }

        private void progress() {
            job.check();
            var now = clock.instant();
            if (!differences.isEmpty() || now.isAfter(told.plusMillis(1_000))) {
                var some = List.copyOf(differences);
                job.batch(done, of, false, () -> rows.add(id, some));
                differences.clear();
                told = now;
            }
        }
    }

    /** A file whose rows become persons, while it is read. */
    private final class Counting {

        private final Run run;
        private final StagedFile file;
        private final List<String> names;
        private final TableCount count;
        private final Comparing.OfFile comparison;

        Counting(Run run, StagedFile file) {
            var today = LocalDate.now(clock);
            this.run = run;
            this.file = file;
            this.names = run.job.reading(() -> understandings
                    .of(file.table(), file.columns(), run.version, today)
                    .names());
            this.count = run.tables.computeIfAbsent(file.table(), table -> new TableCount(table, today));
            this.comparison = comparing.of(file, run.version);
            count.file(file);
        }

        void rows(List<TakenRow> some) {
            some.forEach(row -> count.row(file.id(), row, names));
            var compared = run.job.reading(() -> comparison.compare(some));
            var fields = compared.stream().map(one -> one.differing(file)).toList();
            var persons = new ArrayList<UUID>();
            for (var at = 0; at < compared.size(); at++) {
                if (!fields.get(at).isEmpty()) {
                    persons.add(Objects.requireNonNull(compared.get(at).row().person()));
                }
            }
            var touched = persons.isEmpty()
                    ? Set.<UUID>of()
                    : run.job.reading(() -> new HashSet<>(outcomes.touched(persons)));
            for (var at = 0; at < compared.size(); at++) {
                var one = compared.get(at);
                var isTouched = touched.contains(one.row().person());
                var own = fields.get(at).stream()
                        .map(field -> difference(file, one, field, isTouched))
                        .toList();
                count.compared(one, own);
                run.differences.addAll(own);
            }
        }
    }

    /** Work with a person explains what the register says otherwise, and never that a row is not understood any more. */
    private static Difference difference(StagedFile file, Compared one, KeptField field, boolean isTouched) {
        return new Difference(file.id(), one.row().rowNo(), field, isTouched && field != KeptField.MEANING);
    }

    @Override
    public void run(RunningJob job) {
        var load = job.job().loadId();
        var files = job.reading(() -> rows.files(load));
        var version = job.reading(
                () -> commits.approved(load).map(Commits.Commit::rulesVersion).orElse(1));
        var run =
                new Run(job, version, files.stream().mapToLong(StagedFile::rows).sum());
        job.stage(ROWS, 0, run.of);
        var basis = job.reading(() -> rows.basis(load));
        var read = files.stream().map(run::read).toList();
        var result = new Reconciliation(
                run.id,
                basis,
                run.tables.values().stream().map(TableCount::result).toList(),
                read);
        job.reading(() -> {
            job.end(json.writeValueAsString(result));
            return true;
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
