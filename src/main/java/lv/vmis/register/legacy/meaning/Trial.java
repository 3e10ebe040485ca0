package lv.vmis.register.legacy.meaning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import lv.vmis.register.legacy.meaning.TrialResult.FieldCount;
import lv.vmis.register.legacy.meaning.TrialResult.FirstRow;
import lv.vmis.register.legacy.meaning.TrialResult.Kind;

/** Reads rows as a load would and changes nothing: what would become of them is counted. Of one file, or of several one after another. */
public final class Trial {

    /** So many rows of each reason are named; the others are counted. */
    static final int FIRST = 20;

    /** So many rows are read between two looks at whether to stop. */
    private static final int STEP = 500;

    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<ReasonCode, Long> reasons = new EnumMap<>(ReasonCode.class);
    private final Map<ReasonCode, List<FirstRow>> firstOfReasons = new EnumMap<>(ReasonCode.class);
    private final List<FirstRow> firstDoubled = new ArrayList<>();
    private final Map<String, Counted> fields = new TreeMap<>();
    private final Hashes keys = new Hashes();
    private long rows;
    private long doubled;
    private long noted;
    private int rulesVersion;
    private boolean isCancelled;

    /** What is counted of a column. */
    private static final class Counted {
        long filled;
        long sum;
        final Map<String, Long> remarks = new TreeMap<>();
        final Map<String, Long> reasons = new TreeMap<>();
    }

    /**
     * Reads the rows of a file.
     *
     * @param progress is told how many rows were read, every {@value #STEP}
     * @param isUnwanted asked as often; the trial ends when it says so
     */
    public Trial read(
            String file,
            Iterable<RowCells> all,
            Understanding understanding,
            LongConsumer progress,
            BooleanSupplier isUnwanted) {
        rulesVersion = understanding.rulesVersion();
        var columns = understanding.names().stream()
                .map(name -> fields.computeIfAbsent(name, _ -> new Counted()))
                .toList();
        for (var row : all) {
            if (rows % STEP == 0) {
                progress.accept(rows);
                if (isUnwanted.getAsBoolean()) {
                    isCancelled = true;
                    break;
                }
            }
            rows++;
            sum(columns, row);
            count(file, row, understanding.reading(row));
        }
        progress.accept(rows);
        return this;
    }

    private static void sum(List<Counted> columns, RowCells row) {
        var shared = Math.min(columns.size(), row.cells().size());
        for (var at = 0; at < shared; at++) {
            var cell = row.cells().get(at);
            if (!cell.isBlank()) {
                var column = columns.get(at);
                column.filled++;
                column.sum += Hashes.of(cell.strip());
            }
        }
    }

    private void count(String file, RowCells row, Understanding.Reading reading) {
        var key = reading.understood().key();
        if (!key.isEmpty() && !keys.add(Hashes.of(key))) {
            doubled++;
            if (firstDoubled.size() < FIRST) {
                firstDoubled.add(new FirstRow(file, row.number(), key, null, List.of()));
            }
        }
        for (var said : reading.remarks()) {
            field(said.field()).remarks.merge(said.remark().code().name(), 1L, Long::sum);
        }
        noted += reading.remarks().isEmpty() ? 0 : 1;
        switch (reading.understood()) {
            case Understood.Ready _ -> kinds.merge(Kind.READY, 1L, Long::sum);
            case Understood.Expired _ -> kinds.merge(Kind.EXPIRED, 1L, Long::sum);
            case Understood.Refused refused -> {
                var why = refused.reasons();
                kinds.merge(Kind.REFUSED, 1L, Long::sum);
                why.stream().map(Reason::code).distinct().forEach(code -> reasons.merge(code, 1L, Long::sum));
                why.forEach(reason -> reason(file, row, key, reason));
            }
        }
    }

    private void reason(String file, RowCells row, String key, Reason reason) {
        if (reason.field() != null) {
            field(reason.field()).reasons.merge(reason.code().name(), 1L, Long::sum);
        }
        var first = firstOfReasons.computeIfAbsent(reason.code(), _ -> new ArrayList<>());
        if (first.size() < FIRST) {
            first.add(new FirstRow(file, row.number(), key, reason.field(), reason.values()));
        }
    }

    private Counted field(String name) {
        return fields.computeIfAbsent(name, _ -> new Counted());
    }

    /** What came of it. */
    public TrialResult result(Retention retention) {
        var counts = new TreeMap<String, FieldCount>();
        fields.forEach((name, counted) -> counts.put(
                name,
                new FieldCount(
                        counted.filled,
                        Hashes.text(counted.sum),
                        Map.copyOf(counted.remarks),
                        Map.copyOf(counted.reasons))));
        for (var kind : Kind.values()) {
            kinds.putIfAbsent(kind, 0L);
        }
        return new TrialResult(
                rulesVersion,
                retention.today(),
                retention.years(),
                isCancelled,
                rows,
                noted,
                new EnumMap<>(kinds),
                new EnumMap<>(reasons),
                new EnumMap<>(firstOfReasons),
                doubled,
                List.copyOf(firstDoubled),
                counts);
    }
}
