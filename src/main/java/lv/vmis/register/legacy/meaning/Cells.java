package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Who.Note;
import lv.vmis.register.legacy.value.Misread;
import lv.vmis.register.legacy.value.OldCountry;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.legacy.value.Remark;
import lv.vmis.register.legacy.value.RemarkCode;
import org.jspecify.annotations.Nullable;

/** The cells of one row while it is read, and what is said of them. */
final class Cells {

    /** A remark with the column it is about. */
    record Said(String field, Remark remark) {}

    /** The columns of a file, and what was read of States before: they are few, and the same ones come all the time. */
    static final class Columns {

        private static final int REMEMBERED = 5_000;

        final OldTable table;
        final Rules rules;
        final Known known;
        final Map<String, Integer> places = new HashMap<>();
        final List<String> names;
        final int size;
        final Set<String> ofNames;

        /** Whether the file is one of rejected rows that were corrected. */
        final boolean isFedBack;

        final Set<String> cleaned;
        private final Map<String, OldCountry> states = new HashMap<>();
        private final Map<String, Rules.Translated> translations = new HashMap<>();

        Columns(OldTable table, List<String> headers, Rules rules, Known known) {
            this.table = table;
            this.rules = rules;
            this.known = known;
            this.size = headers.size();
            this.ofNames = table.fields().stream()
                    .filter(field -> field.kind() == OldField.Kind.NAME)
                    .map(OldField::name)
                    .collect(Collectors.toUnmodifiableSet());
            this.cleaned = rules.cleaned(table);
            var named = new ArrayList<>(headers);
            for (var at = 0; at < size; at++) {
                if (table.field(headers.get(at)).isPresent()) {
                    places.putIfAbsent(headers.get(at), at);
                }
            }
            for (var at = 0; at < size; at++) {
                var place = at;
                if (table.field(headers.get(at)).isEmpty()) {
                    rules.column(table, headers.get(at)).ifPresent(field -> {
                        if (places.putIfAbsent(field, place) == null) {
                            named.set(place, field);
                        }
                    });
                }
            }
            names = List.copyOf(named);
            isFedBack = headers.contains(Understanding.WHY_REJECTED);
        }

        /** Whether the column at a place is one the definition knows, and the first of that name. */
        boolean isKnown(int at) {
            return Integer.valueOf(at).equals(places.get(names.get(at)));
        }

        OldCountry state(String text) {
            return remembered(states, text, () -> OldCountry.read(text, known.state()));
        }

        Rules.Translated translate(String field, String text) {
            return remembered(translations, field + "\u0000" + text, () -> rules.translate(table, field, text));
        }

        private static <T> T remembered(Map<String, T> memory, String text, Supplier<T> read) {
            var before = memory.get(text);
            if (before != null) {
                return before;
            }
            var value = read.get();
            if (memory.size() < REMEMBERED && text.length() < 200) {
                memory.put(text, value);
            }
            return value;
        }
    }

    /** With what a formula begins, as in {@link lv.vmis.register.edge.Csv}. */
    private static final String FORMULA = "=+-@|%＝＋－＠\t\r\n";

    private final Columns columns;
    private final List<String> cells;
    private final boolean[] read;
    private final List<Said> remarks = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    final LocalDate today;
    private @Nullable LocalDate entered;

    Cells(Columns columns, List<String> cells, LocalDate today) {
        this.columns = columns;
        this.cells = columns.isFedBack ? cells.stream().map(Cells::unmarked).toList() : cells;
        this.read = new boolean[cells.size()];
        this.today = today;
    }

    OldTable table() {
        return columns.table;
    }

    Columns columns() {
        return columns;
    }

    /** What the column says, stripped and cleaned by the rules; empty where the file has no such column. */
    String get(String field) {
        var place = columns.places.get(field);
        if (place == null || place >= cells.size()) {
            return "";
        }
        read[place] = true;
        var text = cells.get(place).strip();
        if (text.isEmpty()) {
            return "";
        }
        return columns.cleaned.contains(field)
                ? columns.rules
                        .cleaned(columns.table, field, text, columns.ofNames.contains(field))
                        .strip()
                : text;
    }

    /** The same with letters of a wrong code page repaired where that is certain. */
    String text(String field) {
        return repaired(field, get(field));
    }

    String repaired(String field, String text) {
        var repaired = Misread.repair(text);
        if (repaired.remark() != null) {
            remark(field, repaired.remark());
        }
        return repaired.text();
    }

    /** The day it was entered, near which two digits of a year are understood; today where that is not known. */
    LocalDate entered() {
        if (entered == null) {
            entered = OldDate.read(get("IEVADITS"), OldDate.Meaning.EVENT, today) instanceof OldDate.Known known
                            && known.date().isFull()
                    ? known.date().earliest()
                    : today;
        }
        return entered;
    }

    /** A ban begins after it was entered as often as before: years of two digits are of the hundred years until today. */
    OldDate event(String field) {
        return OldDate.read(get(field), OldDate.Meaning.EVENT, today);
    }

    OldCountry state(String text) {
        return columns.state(text);
    }

    Rules.Translated translate(String field, String text) {
        return columns.translate(field, text);
    }

    void remark(String field, Remark remark) {
        remarks.add(new Said(field, remark));
    }

    void remark(String field, RemarkCode code, String... values) {
        remark(field, new Remark(code, Arrays.asList(values)));
    }

    void remarks(String field, List<Remark> all) {
        all.forEach(one -> remark(field, one));
    }

    void refuse(ReasonCode code, @Nullable String field, String... values) {
        var reason = Reason.of(code, field, values);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    void note(String field, String text) {
        if (!text.isEmpty()) {
            notes.add(new Note(field, text));
        }
    }

    /** What stands as text behind the mark that keeps spreadsheets from reckoning it. */
    private static String unmarked(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** What nobody reads and nobody says is kept in the raw row only becomes a note, so that nothing is lost. */
    void noteTheRest(Set<String> keptInRow) {
        for (var at = 0; at < cells.size(); at++) {
            if (!read[at]
                    && !columns.names.get(at).equals(Understanding.WHY_REJECTED)
                    && !(columns.isKnown(at) && keptInRow.contains(columns.names.get(at)))) {
                note(columns.names.get(at), cells.get(at).strip());
            }
        }
    }

    List<Said> remarks() {
        return remarks;
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<Note> notes() {
        return notes;
    }
}
