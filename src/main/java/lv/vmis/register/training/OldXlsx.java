package lv.vmis.register.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;

/**
 * A part as a spreadsheet whose bytes follow from its rows alone, which no library promises: dates are numbers shown as dates, and what begins
 * with the sign of a formula is one.
 */
final class OldXlsx implements OldPartWriter {

    private static final LocalDateTime PACKED = OldRows.EXPORTED.atStartOfDay();
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d\\d-\\d\\d-\\d\\d");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final ZipOutputStream zip;
    private final StringBuilder line = new StringBuilder();
    private final OldField.Kind[] kinds;
    private long next = 1;

    OldXlsx(Path file, OldTable table) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        zip.setLevel(1);
        kinds = table.fields().stream().map(OldField::kind).toArray(OldField.Kind[]::new);
        part("[Content_Types].xml", """
                <Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""".formatted(PACKAGE));
        part("_rels/.rels", relation("officeDocument", "rId1", "xl/workbook.xml"));
        part("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN, RELATIONS, table.register()));
        part(
                "xl/_rels/workbook.xml.rels",
                relation("worksheet", "rId1", "worksheets/sheet1.xml")
                        .replace(
                                "</Relationships>",
                                relation("styles", "rId2", "styles.xml")
                                        .replaceFirst("(?s)^.*?(?=<Relationship )", "")));
        part("xl/styles.xml", """
                <styleSheet xmlns="%s"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>\
                <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""".formatted(MAIN));
        zip.putNextEntry(entry("xl/worksheets/sheet1.xml"));
        write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        row(table.fields().stream().map(OldField::name).toArray(String[]::new));
    }

    private static String relation(String kind, String id, String target) {
        return "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
                .formatted(PACKAGE, id, RELATIONS, kind, target);
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(PACKED);
        return entry;
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(entry(name));
        write(HEAD + content);
        zip.closeEntry();
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void row(String[] cells) throws IOException {
        line.setLength(0);
        line.append("<row r=\"").append(next).append("\">");
        for (var at = 0; at < cells.length; at++) {
            var cell = cells[at];
            if (cell.isEmpty()) {
                continue;
            }
            line.append("<c r=\"").append(column(at)).append(next).append('"');
            if (cell.charAt(0) == '=') {
                line.append(" t=\"str\"><f>")
                        .append(OldXml.escaped(cell.substring(1)))
                        .append("</f><v>sk.</v></c>");
            } else if (kinds[at] == OldField.Kind.DATE && DAY.matcher(cell).matches()) {
                var days = ChronoUnit.DAYS.between(ZERO, LocalDate.parse(cell));
                line.append(" s=\"1\"><v>").append(days).append("</v></c>");
            } else {
                line.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(OldXml.escaped(cell))
                        .append("</t></is></c>");
            }
        }
        line.append("</row>\n");
        write(line.toString());
        next++;
    }

    private static String column(int place) {
        return place < 26
                ? Character.toString('A' + place)
                : Character.toString('A' + place / 26 - 1) + Character.toString('A' + place % 26);
    }

    @Override
    public void close() throws IOException {
        write("</sheetData></worksheet>");
        zip.closeEntry();
        zip.close();
    }
}
