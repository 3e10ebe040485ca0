package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A spreadsheet holds text and no formula, and leaves while it is made. */
class XlsxTest {

    private static String sheet(byte[] file) throws IOException {
        // As spreadsheets read it: by the directory at its end.
        var path = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(path, file);
            try (var zip = new ZipFile(path.toFile());
                    var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return Pattern.compile("&#x([0-9a-fA-F]+);")
                        .matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8))
                        .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)));
            }
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void every_cell_is_text_and_every_printed_page_says_whose_it_is() throws IOException {
        var out = new ByteArrayOutputStream();
        var xlsx = new Xlsx(out, "Saraksts", "Izsniegts: Kalniņa & co");
        xlsx.line(List.of("Izsniegts: Kalniņa", "1"));
        xlsx.line(List.of("Persona", "Diena"));
        var hostile = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "007", "01.02.2026.", "<a>&\u0001");
        xlsx.line(hostile);
        xlsx.end();

        var sheet = sheet(out.toByteArray());
        assertThat(sheet).doesNotContain("<f>", "<f ", "t=\"s\"", "t=\"n\"");
        assertThat(sheet.split("t=\"inlineStr\"", -1)).hasSize(4 + hostile.size() + 1);
        assertThat(sheet).contains("=1+1", "007", "&lt;a&gt;&amp;", "Kalniņa &amp;&amp; co");
    }

    @Test
    void lines_leave_before_the_last_is_made() throws IOException {
        var out = new ByteArrayOutputStream();
        var xlsx = new Xlsx(out, "Saraksts", "");
        var sizes = new ArrayList<Integer>();
        for (var line = 0; line < 50_000; line++) {
            xlsx.line(List.of("Rinda " + line, Integer.toString(line * 7919)));
            if (line % 10_000 == 9_999) {
                sizes.add(out.size());
            }
        }
        xlsx.end();
        assertThat(sizes).doesNotHaveDuplicates().isSorted();
        assertThat(sizes.getFirst()).isPositive();
    }
}
