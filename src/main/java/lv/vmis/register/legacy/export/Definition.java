package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The columns of all tables, read once from {@code legacy/fields.txt}. */
final class Definition {

    private static final Map<OldTable, List<OldField>> FIELDS = read();

    private Definition() {}

    static List<OldField> fields(OldTable table) {
        return Objects.requireNonNull(FIELDS.get(table));
    }

    private static Map<OldTable, List<OldField>> read() {
        var tables = new EnumMap<OldTable, List<OldField>>(OldTable.class);
        var current = new ArrayList<OldField>();
        for (var line : text().split("\n", -1)) {
            if (line.startsWith("table ")) {
                current = new ArrayList<>();
                tables.put(OldTable.valueOf(line.substring("table ".length())), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(field(line.split(" \\| ", -1)));
            }
        }
        tables.replaceAll((_, fields) -> List.copyOf(fields));
        return tables;
    }

    private static OldField field(String[] cells) {
        if (cells.length != 7) {
            throw new IllegalStateException("a column has seven parts: " + String.join(" | ", cells));
        }
        var kind = cells[1].split(" ", 2);
        return new OldField(
                cells[0],
                OldField.Kind.valueOf(kind[0]),
                cells[2],
                kind.length > 1 ? codes(kind[1]) : Map.of(),
                cells[3],
                OldField.Certainty.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                cells[5],
                cells[6]);
    }

    private static Map<String, String> codes(String text) {
        var codes = new LinkedHashMap<String, String>();
        for (var item : text.split(", ", -1)) {
            var parts = item.split("=", 2);
            codes.put(parts[0], parts[1]);
        }
        return java.util.Collections.unmodifiableMap(codes);
    }

    private static String text() {
        try (var file = Definition.class.getResourceAsStream("/legacy/fields.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
