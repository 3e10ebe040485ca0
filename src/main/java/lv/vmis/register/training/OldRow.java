package lv.vmis.register.training;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lv.vmis.register.legacy.export.OldTable;

/** A row of an old register while it is made, with what is true and what was spoilt. */
final class OldRow {

    private static final Map<OldTable, Map<String, Integer>> PLACES = places();

    /** How a row may be spoilt. */
    enum Dirt {
        TRANSLITERATED,
        LATVIANISED,
        UPPER_CASE,
        SWAPPED_FIELDS,
        TYPO,
        SHORT_YEAR,
        ZERO_DAY,
        MERGED_NAME,
        DOUBLED,
        OLD_DISTRICT,
        CODE_PAGE,
        LOST_LETTERS,
        MISSING,
        IMPOSSIBLE_DATE,
        PLACEHOLDER_DATE,
        TITLE,
        ALIAS,
        DOUBT,
        OLD_COUNTRY_NAME,
        OTHER_DOCUMENT,
        BEYOND_RETENTION,
        FORMULA
    }

    final OldTable table;
    final OldPerson person;
    final LocalDate entered;
    final Set<Dirt> dirt = EnumSet.noneOf(Dirt.class);
    final String[] cells;
    String from = "";
    String until = "";
    String decision = "";
    String document = "";
    String doubles = "";

    OldRow(OldTable table, OldPerson person, LocalDate entered) {
        this.table = table;
        this.person = person;
        this.entered = entered;
        this.cells = new String[table.fields().size()];
        Arrays.fill(cells, "");
    }

    /** The same once more, under another number or the same. */
    OldRow again(String number) {
        var again = new OldRow(table, person, entered);
        System.arraycopy(cells, 0, again.cells, 0, cells.length);
        again.dirt.addAll(dirt);
        again.dirt.add(Dirt.DOUBLED);
        again.from = from;
        again.until = until;
        again.decision = decision;
        again.document = document;
        again.doubles = number();
        again.cells[0] = number;
        return again;
    }

    String number() {
        return cells[0];
    }

    private static Map<OldTable, Map<String, Integer>> places() {
        var places = new EnumMap<OldTable, Map<String, Integer>>(OldTable.class);
        for (var table : OldTable.values()) {
            var names = new HashMap<String, Integer>();
            for (var field : table.fields()) {
                names.put(field.name(), names.size());
            }
            places.put(table, names);
        }
        return places;
    }

    static int place(OldTable table, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(PLACES.get(table)).get(name), name);
    }

    void set(String name, String value) {
        cells[place(table, name)] = value;
    }

    String get(String name) {
        return cells[place(table, name)];
    }
}
