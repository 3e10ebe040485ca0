package lv.vmis.register.legacy.staging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.value.OldDate;
import org.jspecify.annotations.Nullable;

/** Works out what a file looks like, row after row, with memory that does not grow with it. */
final class Profiling {

    private static final int KEPT = 1_000;

    private final List<ColumnProfile> columns = new ArrayList<>();
    private final ValueReading reading;
    private final LocalDate today;
    private final int entered;
    private final Numbers numbers = new Numbers();
    private long noKey;

    /** @param names of the columns as the file has them */
    Profiling(OldTable table, List<String> names, Function<String, Optional<String>> countries, LocalDate today) {
        this.reading = new ValueReading(countries, today);
        this.today = today;
        var fields = lv.vmis.register.legacy.export.Columns.fields(table, names);
        for (var place = 0; place < names.size(); place++) {
            columns.add(new ColumnProfile(
                    place + 1, names.get(place), table.field(fields.get(place)).orElse(null)));
        }
        this.entered = fields.indexOf("IEVADITS");
    }

    void row(StagedRow row) {
        if (row.key() == null) {
            noKey++;
        } else {
            numbers.add(row.key(), row.rowNo());
        }
        var reference = reference(row);
        for (var place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            var cell = row.cell(place);
            if (cell.isBlank()) {
                column.empty();
            } else {
                column.filled(cell, row.rowNo(), reading.read(column.field(), cell, reference));
            }
        }
    }

    /** The day near which a row was entered says which century two digits mean. */
    private LocalDate reference(StagedRow row) {
        if (entered < 0) {
            return today;
        }
        return OldDate.read(row.cell(entered), OldDate.Meaning.EVENT, today) instanceof OldDate.Known known
                        && known.date().isFull()
                ? known.date().earliest()
                : today;
    }

    Numbers numbers() {
        return numbers;
    }

    /** Numbers of the file as a whole. */
    Keys keys() {
        var repeated = numbers.repeatedFirst();
        return new Keys(
                noKey,
                repeated.length,
                numbers.countElsewhere(),
                Arrays.stream(repeated).limit(KEPT).boxed().toList());
    }

    /** @param first of the numbers that several rows have the first row of each, the first thousand */
    record Keys(long noKey, long repeated, long elsewhere, List<Long> first) {}

    List<ProfiledColumn> columns() {
        return columns.stream().map(ColumnProfile::done).toList();
    }

    static boolean hasCommonValues(@Nullable OldField field) {
        return field != null
                && switch (field.kind()) {
                    case CODE, COUNTRY -> true;
                    case KEY, NAME, TEXT, DATE, NUMBER, DOCUMENTS, FILE -> false;
                };
    }
}
