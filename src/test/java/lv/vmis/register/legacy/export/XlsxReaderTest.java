package lv.vmis.register.legacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheets as programs write them: nothing is worked out, nothing unpacks without end. */
class XlsxReaderTest {

    private static final List<String> HEADER = List.of("IERAKSTA_NR", "DATNE", "VEIDS", "APRAKSTS", "DATUMS", "SHA256");

    @TempDir
    Path folder;

    private interface Filled {
        void with(Worksheet sheet);
    }

    private Path book(Filled filled) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "Old", "1.0")) {
            var first = book.newWorksheet("Lapa1");
            for (var column = 0; column < HEADER.size(); column++) {
                first.value(0, column, HEADER.get(column));
            }
            filled.with(first);
            var second = book.newWorksheet("Cita");
            for (var column = 0; column < HEADER.size(); column++) {
                second.value(0, column, HEADER.get(column));
            }
            second.value(1, 0, "cita lapa");
        }
        return file;
    }

    @Test
    void texts_numbers_and_dates_are_read_as_they_stand() throws IOException {
        var file = book(sheet -> {
            sheet.value(1, 0, " 007 ");
            sheet.inlineString(1, 1, "a\nb & <c>");
            sheet.value(1, 2, 1234567);
            sheet.value(1, 4, java.time.LocalDate.of(1999, 3, 12));
            sheet.style(1, 4).format("dd.mm.yyyy").set();
            sheet.value(4, 0, "pēc tukšām");
        });

        var taken = Taken.of(file, Wish.NONE);

        assertThat(taken.findings).isEmpty();
        assertThat(taken.cells())
                .containsExactly(
                        List.of(" 007 ", "a\nb & <c>", "1234567", "", "1999-03-12", ""),
                        List.of("pēc tukšām", "", "", "", "", ""));
        assertThat(taken.rows.getFirst().numbers().get(4)).startsWith("36231");
        assertThat(taken.rows).extracting(RawRow::at).containsExactly(new Position(1, 2), new Position(2, 5));
        assertThat(taken.rows.getFirst().sha256())
                .isNotEqualTo(taken.rows.getLast().sha256());
    }

    @Test
    void a_formula_stays_a_formula_and_its_result_is_told() throws IOException {
        var file = book(sheet -> {
            sheet.value(1, 0, "1");
            sheet.formula(1, 1, "UPPER(A2)");
        });

        var taken = Taken.of(file, Wish.NONE);

        assertThat(taken.cells().getFirst().get(1)).isEqualTo("=UPPER(A2)");
        assertThat(taken.finding(FindingCode.FORMULA).at()).isEqualTo(new Position(1, 2));
        assertThat(taken.finding(FindingCode.FORMULA).field()).isEqualTo("DATNE");
    }

    @Test
    void another_sheet_is_read_by_its_name_and_a_missing_one_told_with_those_there_are() throws IOException {
        var file = book(sheet -> sheet.value(1, 0, "pirmā lapa"));

        assertThat(Taken.of(file, Wish.NONE.withSheet("Cita")).cells().getFirst())
                .first()
                .isEqualTo("cita lapa");
        assertThat(Taken.of(file, Wish.NONE.withSheet("Nav"))
                        .finding(FindingCode.NO_SUCH_SHEET)
                        .values())
                .containsExactly("Nav", "Lapa1, Cita");
    }

    @Test
    void a_file_cut_anywhere_is_told() throws IOException {
        var bytes = Files.readAllBytes(book(sheet -> sheet.value(1, 0, "x")));
        for (var length = 10; length < bytes.length - 1; length += bytes.length / 7) {
            var cut = Files.write(folder.resolve("cut" + length), Arrays.copyOf(bytes, length));
            assertThat(Taken.of(cut, Wish.NONE).codes()).as("%d", length).containsExactly(FindingCode.BROKEN_CONTAINER);
        }
    }

    @Test
    void an_old_binary_spreadsheet_is_told() throws IOException {
        var old = Files.write(folder.resolve("a.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});

        assertThat(Taken.of(old, Wish.NONE).codes()).containsExactly(FindingCode.BROKEN_CONTAINER);
    }

    /** The same book with one of its parts put in another's place. */
    private Path with(String part, String content) throws IOException {
        var file = book(sheet -> sheet.value(1, 0, "x"));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(parts).containsKey(part);
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        var made = folder.resolve("made.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(made))) {
            for (var entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return made;
    }

    private static String sheet(String rows) {
        var header = new StringBuilder("<row r=\"1\">");
        HEADER.forEach(
                name -> header.append("<c t=\"inlineStr\"><is><t>").append(name).append("</t></is></c>"));
        return "<worksheet><sheetData>" + header + "</row>" + rows + "</sheetData></worksheet>";
    }

    @Test
    void a_bomb_is_put_down_after_the_rows_before_it() throws IOException {
        var row = "<row><c t=\"inlineStr\"><is><t>0</t></is></c></row>";
        var bomb = with("xl/worksheets/sheet1.xml", sheet(row.repeat(800_000)));

        var taken = Taken.of(bomb, Wish.NONE, new Limits(1 << 20, 1 << 20, 1L << 30, 100, 1 << 20, 100, 1 << 20));

        assertThat(taken.finding(FindingCode.ZIP_BOMB).values()).contains("xl/worksheets/sheet1.xml", "100 : 1");
        assertThat(taken.rows).hasSizeBetween(100, 799_999);
        assertThat(taken.ending.whole()).isFalse();
        assertThat(Taken.of(bomb, Wish.NONE, new Limits(1 << 20, 1 << 20, 1 << 20, 9_999, 1 << 20, 100, 1 << 20))
                        .codes())
                .contains(FindingCode.ZIP_BOMB);
        assertThat(Taken.of(bomb, Wish.NONE, new Limits(1, 1, 1 << 20, 9_999, 1, 3, 1))
                        .codes())
                .containsExactly(FindingCode.ZIP_BOMB);
    }

    @Test
    void a_cell_of_ten_megabytes_is_kept_and_told() throws IOException {
        var large = "ab".repeat(5 << 20);
        var taken = Taken.of(
                with(
                        "xl/worksheets/sheet1.xml",
                        sheet("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>" + large + "</t></is></c></row>")),
                Wish.NONE);

        assertThat(taken.finding(FindingCode.LONG_CELL).field()).isEqualTo("DATNE");
        assertThat(taken.cells().getFirst().get(1)).isEqualTo(large);
        assertThat(taken.ending.whole()).isTrue();
    }

    @Test
    void broken_sheets_give_what_stands_before_the_fault() throws IOException {
        var broken =
                sheet("<row r=\"2\"><c t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"3\"><c><v>7</v></c><c>");
        var taken = Taken.of(with("xl/worksheets/sheet1.xml", broken), Wish.NONE);

        assertThat(taken.codes()).containsExactly(FindingCode.BROKEN_CONTAINER);
        assertThat(taken.finding(FindingCode.BROKEN_CONTAINER).at()).isEqualTo(new Position(2, 3));
        assertThat(taken.rows).extracting(RawRow::whole).containsExactly(true, false);
        assertThat(taken.cells().getLast()).first().isEqualTo("7");
    }

    @Test
    void shared_formulas_errors_runs_escapes_and_wide_rows_are_read() throws IOException {
        var rows =
                "<row r=\"2\"><c t=\"e\"><v>#N/A</v></c><c><f t=\"shared\" si=\"0\" ref=\"B2:B3\">A2*2</f><v>4</v></c>"
                        + "<c t=\"inlineStr\"><is><r><t>ru</t></r><r><t>ns_x000D_</t></r><rPh><t>x</t></rPh></is></c>"
                        + "<c r=\"H2\"><v>9</v></c></row>"
                        + "<row r=\"3\"><c><v>1</v></c><c><f t=\"shared\" si=\"0\"/><v>2</v></c></row>";
        var taken = Taken.of(with("xl/worksheets/sheet1.xml", sheet(rows)), Wish.NONE);

        assertThat(taken.cells())
                .containsExactly(
                        List.of("#N/A", "=A2*2", "runs\r", "", "", "", "", "9"),
                        List.of("1", "={A2*2}", "", "", "", ""));
        assertThat(taken.codes())
                .containsExactly(
                        FindingCode.ERROR_CELL, FindingCode.FORMULA, FindingCode.ROW_LONG, FindingCode.FORMULA);
    }

    @Test
    void parts_that_would_fetch_something_are_refused() throws IOException {
        var xxe = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + sheet("<row r=\"2\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
        var taken = Taken.of(with("xl/worksheets/sheet1.xml", xxe), Wish.NONE);

        assertThat(taken.codes()).containsExactly(FindingCode.BROKEN_CONTAINER);
        assertThat(taken.rows).isEmpty();
    }

    @Test
    void numbers_of_days_mean_the_days_that_spreadsheets_show() {
        assertThat(SheetRows.date("36231", false)).isEqualTo("1999-03-12");
        assertThat(SheetRows.date("36231.5", false)).isEqualTo("1999-03-12T12:00");
        assertThat(SheetRows.date("1", false)).isEqualTo("1900-01-01");
        assertThat(SheetRows.date("59", false)).isEqualTo("1900-02-28");
        // The 29th of February 1900 is shown by spreadsheets and never was.
        assertThat(SheetRows.date("60", false)).isNull();
        assertThat(SheetRows.date("61", false)).isEqualTo("1900-03-01");
        assertThat(SheetRows.date("34769", true)).isEqualTo("1999-03-12");
        assertThat(SheetRows.date("-1", false)).isNull();
        assertThat(SheetRows.date("2958466", false)).isNull();
        assertThat(SheetRows.date("x", false)).isNull();
        assertThat(Workbook.showsDate("dd\\.mm\\.yyyy")).isTrue();
        assertThat(Workbook.showsDate("[$-426]d. mmmm yyyy")).isTrue();
        assertThat(Workbook.showsDate("0.00\" d\"")).isFalse();
        assertThat(Workbook.showsDate("[Red]#,##0")).isFalse();
        assertThat(Workbook.showsDate("hh:mm")).isFalse();
    }
}
