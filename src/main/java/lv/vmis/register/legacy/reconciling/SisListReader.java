package lv.vmis.register.legacy.reconciling;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Reads a list of alerts: CSV in UTF-8 or Windows-1257, its columns named in the first line, in any order. */
final class SisListReader {

    static final List<String> COLUMNS =
            List.of("SIS_ID", "UZVARDS", "VARDI", "DZ_DATUMS", "PIEDERIBA", "VEIDS", "DERIGS_LIDZ");

    static final int LONGEST = 300;

    private static final Charset BALTIC = Charset.forName("windows-1257");
    private static final String MARK = "\uFEFF";

    private SisListReader() {}

    /** A line and its values; a quoted value may go over several lines. */
    private record Row(int line, List<String> cells) {}

    static Outcome<List<SisLine>> read(byte[] file) {
        var rows = rows(text(file));
        if (rows.size() < 2) {
            return refused(SisListRefusal.LIST_EMPTY);
        }
        var header = rows.getFirst().cells().stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .toList();
        var missing = COLUMNS.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            return refused(SisListRefusal.COLUMNS_MISSING, String.join(", ", missing));
        }
        var lines = new ArrayList<SisLine>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.cells();
            if (cells.size() != header.size()) {
                return refused(SisListRefusal.LINE_WRONG, row.line(), cells.size(), header.size());
            }
            var values = COLUMNS.stream()
                    .map(name -> cells.get(header.indexOf(name)).strip().replace("\0", "␀"))
                    .toList();
            if (values.stream().anyMatch(value -> value.length() > LONGEST)) {
                return refused(SisListRefusal.VALUE_TOO_LONG, row.line(), LONGEST);
            }
            lines.add(new SisLine(
                    row.line(),
                    values.get(0),
                    values.get(1),
                    values.get(2),
                    values.get(3),
                    values.get(4),
                    values.get(5),
                    values.get(6)));
        }
        return Outcome.done(lines);
    }

    private static Outcome<List<SisLine>> refused(SisListRefusal code, Object... values) {
        return Outcome.refused(List.of(Refusal.at("files", code, values)));
    }

    /** Windows-1257 only where the bytes are no UTF-8. */
    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(file, BALTIC);
        }
    }

    private static List<Row> rows(String text) {
        var first = text.lines().findFirst().orElse("");
        var separator = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var isQuoted = false;
        var line = 1;
        var begun = 1;
        for (var at = 0; at < text.length(); at++) {
            var one = text.charAt(at);
            line += one == '\n' ? 1 : 0;
            if (isQuoted) {
                if (one != '"') {
                    cell.append(one);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append(one);
                    at++;
                } else {
                    isQuoted = false;
                }
            } else if (one == '"' && cell.isEmpty()) {
                isQuoted = true;
            } else if (one == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (one == '\n') {
                end(rows, begun, cells, cell);
                cells.clear();
                begun = line;
            } else if (one != '\r') {
                cell.append(one);
            }
        }
        end(rows, begun, cells, cell);
        return rows;
    }

    /** A line that says nothing is no row: spreadsheets leave some at the end. */
    private static void end(List<Row> rows, int line, List<String> cells, StringBuilder cell) {
        cells.add(cell.toString());
        cell.setLength(0);
        if (cells.stream().anyMatch(value -> !value.isBlank())) {
            rows.add(new Row(line, List.copyOf(cells)));
        }
    }
}
