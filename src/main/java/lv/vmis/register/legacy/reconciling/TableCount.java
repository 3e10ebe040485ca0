package lv.vmis.register.legacy.reconciling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Hashes;
import lv.vmis.register.legacy.reconciling.Comparing.Compared;
import lv.vmis.register.legacy.reconciling.Reconciliation.ByPlace;
import lv.vmis.register.legacy.reconciling.Reconciliation.Came;
import lv.vmis.register.legacy.reconciling.Reconciliation.Cells;
import lv.vmis.register.legacy.reconciling.Reconciliation.Column;
import lv.vmis.register.legacy.reconciling.Reconciliation.Kept;
import lv.vmis.register.legacy.reconciling.Reconciliation.Pair;
import lv.vmis.register.legacy.reconciling.Reconciliation.Place;
import lv.vmis.register.legacy.reconciling.Reconciliation.Rejected;
import lv.vmis.register.legacy.reconciling.Reconciliation.Tally;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.Difference;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.StagedFile;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.TakenRow;
import lv.vmis.register.legacy.value.OldDate;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one table while they are read. */
final class TableCount {

    /** How a cell that is empty is told, and one that no reader understands. */
    static final String EMPTY = "EMPTY";

    static final String NOT_READABLE = "NOT_READABLE";

    /** Values that few rows have: what stands there may be a name in a wrong column, and this page shows numbers only. */
    static final String SELDOM = "SELDOM";

    private static final int FEW = 5;
    private static final int LONGEST = 80;
    private static final int FIRST = 20;
    private static final int MOST_PLACES = 5_000;

    private final OldTable table;
    private final LocalDate today;
    private final List<String> placeColumns;
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Counts> years = new TreeMap<>();
    private final Map<String, Map<String, Counts>> places = new LinkedHashMap<>();
    private final Map<String, Sum> columns = new LinkedHashMap<>();
    private final Map<KeptField, Both> kept = new EnumMap<>(KeptField.class);
    private final List<Place> firstMissing = new ArrayList<>();
    private final Two persons = new Two();
    private final Two bans = new Two();
    private final Two documents = new Two();
    private final Two addresses = new Two();
    private long said;
    private long found;
    private long imported;
    private long joined;

    TableCount(OldTable table, LocalDate today) {
        this.table = table;
        this.today = today;
        this.placeColumns = table == OldTable.LGM_ENTRIES
                ? List.of("LEM_IESTADE")
                : List.of("AVOTS", "AIZT_VIENIBA", "LEM_IESTADE");
        table.fields().forEach(field -> columns.put(field.name(), new Sum()));
        for (var field : KeptField.values()) {
            if (field.isOf(table) || field == KeptField.MEANING) {
                kept.put(field, new Both());
            }
        }
    }

    /** Rows with something in common. */
    private static final class Counts {
        private long rows;
        private long imported;
        private long joined;
        private long rejected;

        void add(TakenRow row) {
            rows++;
            if (row.person() == null) {
                rejected += row.isTold() ? 1 : 0;
            } else if (row.isJoined()) {
                joined++;
            } else {
                imported++;
            }
        }

        void add(Counts other) {
            rows += other.rows;
            imported += other.imported;
            joined += other.joined;
            rejected += other.rejected;
        }

        Tally tally(String what) {
            return new Tally(what, rows, imported, joined, rejected);
        }
    }

    /** Filled values and the sum of their hashes. */
    private static final class Sum {
        private long filled;
        private long sum;

        void add(String value) {
            filled++;
            sum += Hashes.of(value);
        }

        Cells cells() {
            return new Cells(filled, Hashes.text(sum));
        }
    }

    /** So many there, and so many here. */
    private static final class Two {
        private long old;
        private long here;

        void add(long there, long now) {
            old += there;
            here += now;
        }

        Pair pair() {
            return new Pair(old, here);
        }
    }

    /** A field here and there. */
    private static final class Both {
        private final Sum old = new Sum();
        private final Sum here = new Sum();
        private long explained;
        private long unexplained;
    }

    void file(StagedFile file) {
        said += file.rows();
    }

    void row(UUID file, TakenRow row, List<String> names) {
        found++;
        if (row.person() != null) {
            imported += row.isJoined() ? 0 : 1;
            joined += row.isJoined() ? 1 : 0;
        } else if (row.reason() != null) {
            rejected.merge(row.reason(), 1L, Long::sum);
        } else if (firstMissing.size() < FIRST) {
            firstMissing.add(new Place(file, row.rowNo()));
        }
        var isAligned = row.whole() && row.cells().size() == names.size();
        years.computeIfAbsent(isAligned ? year(cell(row, names, yearColumn())) : NOT_READABLE, _ -> new Counts())
                .add(row);
        for (var column : placeColumns) {
            var values = places.computeIfAbsent(column, _ -> new TreeMap<>());
            var value = isAligned ? cell(row, names, column) : NOT_READABLE;
            var told = value.isEmpty() ? EMPTY : value.length() > LONGEST ? SELDOM : value;
            values.computeIfAbsent(
                            values.size() < MOST_PLACES || values.containsKey(told) ? told : SELDOM, _ -> new Counts())
                    .add(row);
        }
        if (row.person() != null) {
            for (var at = 0; at < Math.min(names.size(), row.cells().size()); at++) {
                var cell = row.cells().get(at).strip();
                if (!cell.isEmpty()) {
                    columns.computeIfAbsent(names.get(at), _ -> new Sum()).add(cell);
                }
            }
        }
    }

    private static String cell(TakenRow row, List<String> names, String column) {
        var at = names.indexOf(column);
        return at < 0 ? "" : row.cells().get(at).strip();
    }

    private String yearColumn() {
        return table == OldTable.LGM_ENTRIES ? "LEM_DATUMS" : "KONST_DATUMS";
    }

    private String year(String cell) {
        return switch (OldDate.read(cell, OldDate.Meaning.EVENT, today)) {
            case OldDate.Known known -> Integer.toString(known.date().earliest().getYear());
            case OldDate.Blank _ -> EMPTY;
            case OldDate.Unknown _, OldDate.Indefinite _, OldDate.Unreadable _ -> NOT_READABLE;
        };
    }

    /** A row that became a person, and in what it differs. */
    void compared(Compared one, List<Difference> differences) {
        for (var field : KeptField.values()) {
            var both = kept.get(field);
            if (both != null) {
                add(both.old, one.old().get(field));
                add(both.here, one.now().get(field));
            }
        }
        for (var difference : differences) {
            var both = kept.get(difference.field());
            if (both != null) {
                both.explained += difference.isExplained() ? 1 : 0;
                both.unexplained += difference.isExplained() ? 0 : 1;
            }
        }
        var here = one.here();
        persons.add(1, here == null ? 0 : 1);
        bans.add(one.oldBans(), here == null ? 0 : here.bans());
        documents.add(one.oldDocuments(), here == null ? 0 : here.documents());
        addresses.add(one.oldAddresses(), here == null ? 0 : here.addresses());
    }

    private static void add(Sum sum, @Nullable String value) {
        if (value != null) {
            sum.add(value);
        }
    }

    Reconciliation.OfTable result() {
        var sums = new ArrayList<Column>();
        columns.forEach((name, sum) -> sums.add(new Column(name, sum.cells())));
        var reasons = new ArrayList<Rejected>();
        rejected.forEach((reason, rows) -> reasons.add(new Rejected(reason, rows)));
        reasons.sort(Comparator.comparingLong(Rejected::rows).reversed());
        var all = new ArrayList<Kept>();
        kept.forEach((field, both) -> {
            if (field != KeptField.MEANING || both.unexplained > 0) {
                all.add(new Kept(field, both.old.cells(), both.here.cells(), both.explained, both.unexplained));
            }
        });
        var told = new ArrayList<ByPlace>();
        places.forEach((column, values) -> told.add(new ByPlace(column, often(values))));
        return new Reconciliation.OfTable(
                table,
                said,
                found,
                imported,
                joined,
                reasons,
                firstMissing,
                tallies(years),
                told,
                sums,
                all,
                new Came(persons.pair(), bans.pair(), documents.pair(), addresses.pair()));
    }

    private static List<Tally> often(Map<String, Counts> values) {
        var shown = new TreeMap<String, Counts>();
        values.forEach((value, counts) -> shown.computeIfAbsent(
                        counts.rows >= FEW || value.equals(EMPTY) || value.equals(NOT_READABLE) ? value : SELDOM,
                        _ -> new Counts())
                .add(counts));
        return tallies(shown);
    }

    private static List<Tally> tallies(Map<String, Counts> counts) {
        return counts.entrySet().stream()
                .map(one -> one.getValue().tally(one.getKey()))
                .toList();
    }
}
