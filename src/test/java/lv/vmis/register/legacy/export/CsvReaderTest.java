package lv.vmis.register.legacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines of values are read as they are; whatever is wrong with a file is told with its place, and nothing is lost. */
class CsvReaderTest {

    private static final String HEADER = "IERAKSTA_NR;DATNE;VEIDS;APRAKSTS;DATUMS;SHA256";
    private static final Charset BALTIC = Charset.forName("windows-1257");

    private static Path file(byte[] content) throws IOException {
        var file = Files.createTempFile("export", ".csv");
        file.toFile().deleteOnExit();
        return Files.write(file, content);
    }

    private static Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Taken read(String text) throws IOException {
        return Taken.of(file(text), Wish.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"UTF_8,;", "UTF_8,|,|", "WINDOWS_1257,|\t|", "WINDOWS_1257,;", "ISO_8859_13,|,|", "ISO_8859_13,;"})
    void each_code_page_and_separator_is_found_out(CodePage page, char separator) throws IOException {
        // Letters alone are the same in both Baltic pages: quotation marks tell them apart.
        var text = "Lēmums „kopija” – Ķīšezers ģļņ";
        var kept = page == CodePage.ISO_8859_13 ? text.replace("– ", "") : text;
        var bytes = (HEADER.replace(';', separator) + "\r\n1;a.pdf;LEMUMS;X;2001-02-03;-\r\n".replace(';', separator))
                .replace("X", kept)
                .getBytes(page.charset());
        var file = file(bytes);

        var layout = ExportReader.usual().look(file, Wish.NONE, _ -> {});
        var taken = Taken.of(file, Wish.NONE);

        assertThat(layout)
                .isEqualTo(
                        new Layout(FileFormat.CSV, page, separator, null, List.of(), OldTable.LGM_ATTACHMENTS, true));
        assertThat(taken.cells()).containsExactly(List.of("1", "a.pdf", "LEMUMS", kept, "2001-02-03", "-"));
        assertThat(taken.findings).isEmpty();
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(1, true));
    }

    @Test
    void a_byte_order_mark_is_no_letter_of_the_first_column() throws IOException {
        var taken = read("\uFEFF" + HEADER + "\n1;a;;;;\n");

        assertThat(taken.columns().names()).first().isEqualTo("IERAKSTA_NR");
        assertThat(taken.findings).isEmpty();
    }

    @Test
    void quotes_line_breaks_and_blanks_stay_as_they_are() throws IOException {
        var taken = read(HEADER + "\r\n1;\"a;\"\"b\"\"\r\nc\"; VEIDS ;\"\";x\"y;\r\n\r\n2;;;;;\r\n");

        assertThat(taken.cells())
                .containsExactly(
                        List.of("1", "a;\"b\"\r\nc", " VEIDS ", "", "x\"y", ""), List.of("2", "", "", "", "", ""));
        assertThat(taken.rows).extracting(RawRow::at).containsExactly(new Position(1, 2), new Position(2, 5));
        assertThat(taken.findings).isEmpty();
    }

    @Test
    void a_row_carries_its_bytes_and_their_hash() throws Exception {
        var row = read(HEADER + "\n1;\"ā\";;;;\n").rows.getFirst();

        assertThat(row.raw()).isEqualTo("1;\"ā\";;;;".getBytes(StandardCharsets.UTF_8));
        assertThat(row.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(row.raw())));
    }

    @Property(tries = 300)
    void whatever_bytes_a_file_has_they_are_all_in_its_rows(@ForAll @Size(max = 400) byte[] bytes) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(bytes);
        var taken = Taken.of(
                file(content.toByteArray()),
                Wish.of(OldTable.LGM_ATTACHMENTS).withSeparator(';').withHeader(true));

        var raw = new ByteArrayOutputStream();
        taken.rows.forEach(row -> raw.writeBytes(row.raw()));
        assertThat(withoutLineEnds(raw.toByteArray())).isEqualTo(withoutLineEnds(bytes));
    }

    private static String withoutLineEnds(byte[] bytes) {
        // The sign of old programs for the end of a file is no data either.
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceAll("[\r\n]", "")
                .replaceFirst("\u001A$", "");
    }

    @Property(tries = 200)
    void what_is_written_by_the_rules_is_read_back(@ForAll @Size(min = 6, max = 6) List<String> cells)
            throws IOException {
        var sound = cells.stream()
                .map(cell -> new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
        var line = sound.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(";"));

        var taken = Taken.of(file(HEADER + "\n" + line + "\n"), Wish.NONE.with(CodePage.UTF_8));

        assertThat(taken.cells()).containsExactly(sound);
    }

    @Test
    void an_empty_file_says_so() throws IOException {
        assertThat(read("").codes()).containsExactly(FindingCode.EMPTY_FILE);
        assertThat(read(HEADER + "\n").codes()).containsExactly(FindingCode.NO_ROWS);
    }

    @Test
    void a_quote_that_is_never_closed_is_told_where_it_was_opened() throws IOException {
        var taken = read(HEADER + "\n1;a;;;;\n2;b;CITS;\"cut in the mid");

        assertThat(taken.finding(FindingCode.CUT_OPEN_QUOTE))
                .isEqualTo(Finding.of(FindingCode.CUT_OPEN_QUOTE, new Position(2, 3), "APRAKSTS"));
        assertThat(taken.cells()).last().isEqualTo(List.of("2", "b", "CITS", "cut in the mid"));
        assertThat(taken.rows).extracting(RawRow::whole).containsExactly(true, false);
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(2, false));
    }

    @Test
    void a_last_row_without_its_end_was_cut() throws IOException {
        var taken = read(HEADER + "\n1;a;;;;\n2;b");

        assertThat(taken.finding(FindingCode.CUT_LAST_ROW).values()).containsExactly("2", "6");
        assertThat(taken.rows.getLast().whole()).isFalse();
        // Whoever left out the last line end only, lost nothing.
        assertThat(read(HEADER + "\n1;a;;;;").ending).isEqualTo(new ExportReader.Ending(1, true));
    }

    @Test
    void longer_and_shorter_rows_are_given_and_told() throws IOException {
        var taken = read(HEADER + "\n1;a;;;;;extra\n2;b\n3;c;;;;\n");

        assertThat(taken.codes()).containsExactly(FindingCode.ROW_LONG, FindingCode.ROW_SHORT);
        assertThat(taken.cells().get(0)).hasSize(7).endsWith("extra");
        assertThat(taken.cells().get(1)).containsExactly("2", "b");
        assertThat(taken.finding(FindingCode.ROW_SHORT).at()).isEqualTo(new Position(2, 3));
        assertThat(taken.ending.whole()).isTrue();
    }

    @Test
    void unknown_missing_and_doubled_columns_are_told_by_name() throws IOException {
        var taken = read("IERAKSTA_NR;DATNE;VEIDS;VEIDS;CITS_LAUKS;DATUMS\n1;a;b;c;d;e\n");

        assertThat(taken.findings)
                .extracting(Finding::code, Finding::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FindingCode.DOUBLED_COLUMN, "VEIDS"),
                        org.assertj.core.groups.Tuple.tuple(FindingCode.UNKNOWN_COLUMN, "CITS_LAUKS"),
                        org.assertj.core.groups.Tuple.tuple(FindingCode.MISSING_COLUMN, "APRAKSTS"),
                        org.assertj.core.groups.Tuple.tuple(FindingCode.MISSING_COLUMN, "SHA256"));
        assertThat(taken.columns().value(taken.rows.getFirst(), "VEIDS")).isEqualTo("b");
        assertThat(taken.cells()).containsExactly(List.of("1", "a", "b", "c", "d", "e"));
    }

    @Test
    void a_header_in_words_is_the_same_header() throws IOException {
        var taken = read("Ieraksta Nr.;datne;Veids;Apraksts;Datums;SHA256\n1;a;b;c;d;e\n");

        assertThat(taken.findings).isEmpty();
        assertThat(taken.columns().value(taken.rows.getFirst(), "IERAKSTA_NR")).isEqualTo("1");
    }

    @Test
    void without_a_header_the_columns_are_those_of_the_table_in_order() throws IOException {
        var columns = OldTable.LGM_ENTRIES.fields().size();
        var line = IntStream.range(0, columns).mapToObj(at -> "v" + at).collect(Collectors.joining(";"));

        var taken = read(line + "\n");

        assertThat(taken.codes()).containsExactly(FindingCode.NO_HEADER);
        assertThat(taken.columns().table()).isEqualTo(OldTable.LGM_ENTRIES);
        assertThat(taken.rows).hasSize(1);
        assertThat(read("a;b;c\n").codes()).containsExactly(FindingCode.NO_HEADER, FindingCode.UNKNOWN_TABLE);
    }

    @Test
    void a_wrong_code_page_names_the_one_that_fits() throws IOException {
        var text = HEADER + "\n" + "1;a;CITS;Jānis Bērziņš – ģimene;;\n".repeat(20);

        var taken = Taken.of(file(text.getBytes(BALTIC)), Wish.NONE.with(CodePage.UTF_8));
        assertThat(taken.finding(FindingCode.WRONG_CODE_PAGE).values()).first().isEqualTo("UTF-8");
        assertThat(taken.finding(FindingCode.WRONG_CODE_PAGE).values()).last().isEqualTo("windows-1257");

        var other = Taken.of(file(text), Wish.NONE.with(CodePage.ISO_8859_13));
        assertThat(other.finding(FindingCode.WRONG_CODE_PAGE).values()).last().isEqualTo("UTF-8");

        // Its bytes are letters in the Baltic page too; that they are whole sequences is no accident.
        var letters =
                Taken.of(file(HEADER + "\n" + "1;a;CITS;Rīga;;\n".repeat(20)), Wish.NONE.with(CodePage.WINDOWS_1257));
        assertThat(letters.finding(FindingCode.WRONG_CODE_PAGE).values())
                .containsExactly("windows-1257", "50", "UTF-8");

        var controls = Taken.of(file(text.getBytes(BALTIC)), Wish.NONE.with(CodePage.ISO_8859_13));
        assertThat(controls.finding(FindingCode.WRONG_CODE_PAGE).values())
                .last()
                .isEqualTo("windows-1257");
    }

    @Test
    void single_cells_in_another_code_page_are_told_with_what_they_would_be() throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes((HEADER + "\n" + "1;a;CITS;Jānis Bērziņš;;\n".repeat(30) + "2;b;CITS;")
                .getBytes(StandardCharsets.UTF_8));
        content.writeBytes("Žagars".getBytes(BALTIC));
        content.writeBytes(";;\n3;c;CITS;jau zudis \uFFFD;;\n".getBytes(StandardCharsets.UTF_8));

        var taken = Taken.of(file(content.toByteArray()), Wish.NONE);

        assertThat(taken.codes()).containsExactly(FindingCode.BAD_BYTES, FindingCode.DAMAGED_BEFORE);
        assertThat(taken.findings.getFirst().at()).isEqualTo(new Position(31, 32));
        assertThat(taken.findings.getFirst().values()).contains("Žagars");
        assertThat(new String(taken.rows.get(30).raw(), BALTIC)).contains("Žagars");
    }

    @Test
    void utf_16_and_zero_bytes_are_told() throws IOException {
        assertThat(Taken.of(file(("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_16LE)), Wish.NONE)
                        .codes())
                .containsExactly(FindingCode.OTHER_ENCODING);
        var taken = read(HEADER + "\n1;a\0b;;;;\n");
        assertThat(taken.finding(FindingCode.NUL_BYTES).field()).isEqualTo("DATNE");
        assertThat(taken.cells().getFirst().get(1)).isEqualTo("a\0b");
    }

    @Test
    void a_cell_of_ten_megabytes_is_kept_and_told() throws IOException {
        var large = "x".repeat(10 << 20);
        var taken = read(HEADER + "\n1;\"" + large + "\";;;;\n2;b;;;;\n");

        assertThat(taken.finding(FindingCode.LONG_CELL))
                .isEqualTo(Finding.of(FindingCode.LONG_CELL, new Position(1, 2), "DATNE", 10 << 20));
        assertThat(taken.cells().getFirst().get(1)).isEqualTo(large);
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(2, true));
    }

    @Test
    void a_row_without_end_stops_the_reading() throws IOException {
        var limits = new Limits(100, 1_000, 1 << 20, 100, 1 << 20, 100, 1 << 20);
        var taken = Taken.of(file(HEADER + "\n1;a;;;;\n2;\"" + "y;\n".repeat(900)), Wish.NONE, limits);

        assertThat(taken.finding(FindingCode.ROW_TOO_LARGE).at()).isEqualTo(new Position(2, 3));
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(2, false));
        assertThat(taken.rows.getLast().raw()).hasSize(1_000);
    }

    @Test
    void a_row_of_more_cells_than_any_table_has_stops_the_reading() throws IOException {
        var taken = read(HEADER + "\n1;a;;;;\n2" + ";".repeat(3 << 20));

        assertThat(taken.finding(FindingCode.ROW_TOO_LARGE).at()).isEqualTo(new Position(2, 3));
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(2, false));
        assertThat(taken.cells().getLast()).hasSizeBetween(1_000, 1_001);
    }

    @Test
    void what_stands_behind_a_closing_quote_is_kept_with_the_quotes() throws IOException {
        var taken = read(HEADER + "\n1;\"a\"b;;;;\n");

        assertThat(taken.codes()).containsExactly(FindingCode.STRAY_QUOTE);
        assertThat(taken.cells().getFirst().get(1)).isEqualTo("\"a\"b");
    }

    @ParameterizedTest
    @EnumSource(OldTable.class)
    void each_table_is_known_by_its_header(OldTable table) throws IOException {
        var header = table.fields().stream().map(OldField::name).collect(Collectors.joining(";"));

        assertThat(ExportReader.usual()
                        .look(file(header + "\n"), Wish.NONE, _ -> {})
                        .table())
                .isEqualTo(table);
    }

    @Test
    void what_somebody_says_goes_before_what_is_found_out(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a"), HEADER.replace(';', ',') + "\n1,a;b,,,,\n");
        var layout = ExportReader.usual()
                .look(
                        file,
                        new Wish(FileFormat.CSV, CodePage.ISO_8859_13, ';', null, OldTable.NIR_CASES, true),
                        _ -> {});

        assertThat(layout)
                .isEqualTo(new Layout(
                        FileFormat.CSV, CodePage.ISO_8859_13, ';', null, List.of(), OldTable.NIR_CASES, true));
    }
}
