package lv.vmis.register.training;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lv.vmis.register.legacy.export.OldTable;

/** A part as XML of {@code legacy/old-register.xsd}. */
final class OldXml implements OldPartWriter {

    private final Writer out;
    private final OldTable table;

    OldXml(Path file, OldTable table) throws IOException {
        this.table = table;
        this.out = new BufferedWriter(
                new OutputStreamWriter(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8),
                1 << 16);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<eksports registrs=\"%s\" tabula=\"%s\">\n"
                .formatted(table.register(), table));
    }

    @Override
    public void row(String[] cells) throws IOException {
        out.write("<ieraksts>");
        var fields = table.fields();
        for (var at = 0; at < cells.length; at++) {
            if (!cells[at].isEmpty()) {
                var name = fields.get(at).name();
                out.write("<" + name + ">" + escaped(cells[at]) + "</" + name + ">");
            }
        }
        out.write("</ieraksts>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    @Override
    public void close() throws IOException {
        out.write("</eksports>\n");
        out.close();
    }
}
