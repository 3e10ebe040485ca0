package lv.vmis.register.legacy.taking;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import org.jspecify.annotations.Nullable;

/**
 * The row of an old register that a person came from, as it stood there.
 *
 * @param line of the file
 * @param isOpen whether its case is not carried out there
 * @param schengen whether its ban was for the Schengen territory as well
 */
public record OldCard(
        UUID fileId,
        long rowNo,
        long line,
        String fileName,
        OldTable oldTable,
        int loadNumber,
        String key,
        String sha256,
        List<String> columns,
        List<String> cells,
        OffsetDateTime at,
        String byName,
        boolean isOpen,
        boolean schengen,
        @Nullable LocalDate purposeReached) {

    private static final Pattern ITEM = Pattern.compile("\\b5\\.\\d+(?:\\.\\d+)?\\b");

    public OldRegister register() {
        return oldTable.register();
    }

    /** A filled cell with what its column is. */
    public record Line(@Nullable OldField field, String column, String text) {

        /** The items of Regulation 122 it answers to; a dash where there is none. */
        public String items() {
            var items = field == null
                    ? ""
                    : ITEM.matcher(field.becomes())
                            .results()
                            .map(found -> found.group())
                            .collect(Collectors.joining(", "));
            return items.isEmpty() ? "–" : items;
        }
    }

    /** What stands there, in the order of the old register; columns it does not know come last. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var field : oldTable.fields()) {
            var text = cell(columns.indexOf(field.name()));
            if (!text.isBlank()) {
                lines.add(new Line(field, field.name(), text));
            }
        }
        for (var at = 0; at < columns.size(); at++) {
            if (oldTable.field(columns.get(at)).isEmpty() && !cell(at).isBlank()) {
                lines.add(new Line(null, columns.get(at), cell(at)));
            }
        }
        return lines;
    }

    private String cell(int place) {
        return place >= 0 && place < cells.size() ? cells.get(place) : "";
    }
}
