package lv.vmis.register.legacy.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a file in its order: how it names them, and which of the table each is. */
public final class Columns {

    private final OldTable table;
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    private Columns(OldTable table, List<String> names) {
        this.table = table;
        this.names = List.copyOf(names);
        for (var at = 0; at < names.size(); at++) {
            places.putIfAbsent(plain(names.get(at)), at);
        }
    }

    /** All columns of the table in their order. */
    static Columns of(OldTable table) {
        return new Columns(table, table.fields().stream().map(OldField::name).toList());
    }

    /** The columns that a first line names; what is unknown, missing or there twice is told. */
    static Columns named(OldTable table, List<String> header, Consumer<Finding> found) {
        var columns = new Columns(table, header);
        var at = new Position(0, 1);
        var seen = new HashSet<String>();
        for (var place = 0; place < header.size(); place++) {
            var name = header.get(place);
            if (!seen.add(plain(name))) {
                found.accept(Finding.of(FindingCode.DOUBLED_COLUMN, at, name, place + 1));
            } else if (table.field(plain(name)).isEmpty()) {
                found.accept(Finding.of(FindingCode.UNKNOWN_COLUMN, at, name, place + 1));
            }
        }
        for (var field : table.fields()) {
            if (!seen.contains(field.name())) {
                found.accept(Finding.of(FindingCode.MISSING_COLUMN, at, field.name()));
            }
        }
        return columns;
    }

    /** The table whose columns these are: the one most of them are of; nothing when fewer than half are known. */
    static Optional<OldTable> table(List<String> header) {
        var names = header.stream().map(Columns::plain).collect(Collectors.toSet());
        @Nullable OldTable best = null;
        var most = 0.0;
        for (var table : OldTable.values()) {
            var known = table.fields().stream()
                    .filter(field -> names.contains(field.name()))
                    .count();
            var hasKey = names.contains(table.fields().getFirst().name());
            // The key decides between the attachments of the two registers.
            var share = (double) known / Math.max(header.size(), 1) + (hasKey ? 0.01 : 0);
            if (share > most && known * 2 >= header.size() && known > 0) {
                best = table;
                most = share;
            }
        }
        return Optional.ofNullable(best);
    }

    public OldTable table() {
        return table;
    }

    /** As the file names them. */
    public List<String> names() {
        return names;
    }

    /** The fields of the table they are, in the order of the file; what the table does not know as the file names it. */
    public List<String> fields() {
        return fields(table, names);
    }

    /** The same, of names as a file has them. */
    public static List<String> fields(OldTable table, List<String> names) {
        return names.stream()
                .map(name -> table.field(plain(name)).map(OldField::name).orElse(name))
                .toList();
    }

    public int size() {
        return names.size();
    }

    /** Where the file has a column. */
    public Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /** What a row has in a column; nothing where the file, or the row, has no such column. */
    public @Nullable String value(RawRow row, String name) {
        var place = places.get(name);
        return place == null || place >= row.cells().size() ? null : row.cells().get(place);
    }

    /** The name of the column at a place, or its number where the file has no such column. */
    String name(int place) {
        return place < names.size() ? names.get(place) : Integer.toString(place + 1);
    }

    /** {@code Dz. datums} is {@code DZ_DATUMS}. */
    static String plain(String name) {
        var letters = Normalizer.normalize(name.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var words =
                new ArrayList<String>(List.of(letters.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+")));
        words.removeIf(String::isEmpty);
        return String.join("_", words);
    }
}
