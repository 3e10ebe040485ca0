package lv.vmis.register.training;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;

/** A part as lines of values, each system with a separator and line ends of its own. */
final class OldCsv implements OldPartWriter {

    private final Writer out;
    private final char separator;
    private final String end;

    OldCsv(Path file, OldPart part, OldTable table) throws IOException {
        var charset = Objects.requireNonNull(part.codePage()).charset();
        this.out = new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), charset),
                1 << 16);
        this.separator = part == OldPart.ISO_8859_13 ? ';' : part == OldPart.WINDOWS_1257 ? '\t' : ',';
        this.end = part == OldPart.UTF_8 ? "\n" : "\r\n";
        if (part == OldPart.UTF_8) {
            out.write('\uFEFF');
        }
        row(table.fields().stream().map(OldField::name).toArray(String[]::new));
    }

    @Override
    public void row(String[] cells) throws IOException {
        for (var at = 0; at < cells.length; at++) {
            if (at > 0) {
                out.write(separator);
            }
            var cell = cells[at];
            var quoted = cell.indexOf(separator) >= 0
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            out.write(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        out.write(end);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
