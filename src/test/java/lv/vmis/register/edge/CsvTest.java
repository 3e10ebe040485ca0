package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written into a file of a list is read back by a plain reader, and is nowhere a formula. */
class CsvTest {

    @Property(tries = 200)
    void whatever_is_written_is_read_back_as_text(@ForAll List<List<String>> lines) throws IOException {
        var out = new StringWriter();
        var csv = new Csv(out);
        for (var line : lines) {
            csv.line(line);
        }
        assertThat(out.toString()).startsWith("\uFEFF");
        var read = read(out.toString().substring(1));
        assertThat(read).hasSameSizeAs(lines);
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).isEmpty() ? List.of("") : lines.get(i);
            assertThat(read.get(i)).hasSameSizeAs(line);
            for (var j = 0; j < line.size(); j++) {
                assertThat(read.get(i).get(j)).isIn(line.get(j), "'" + line.get(j));
            }
        }
    }

    @Example
    void no_cell_is_a_formula() {
        for (var typed : List.of(
                "=1+1",
                "+371 20000000",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =HYPERLINK(\"http://evil.example\")",
                "\u00A0=1",
                "\u200B=1",
                "＝1",
                "|cmd")) {
            assertThat(Csv.cell(typed)).as(typed).startsWith("\"'");
        }
        for (var plain : List.of("BĒRZIŅŠ Jānis", "P-0000012", "05.03.1990.", "'", "", "~1990.", "O'Neil-Šmits")) {
            assertThat(Csv.cell(plain)).isEqualTo("\"" + plain + "\"");
        }
    }

    /** A reader of its own: quotes, semicolons, line ends. */
    private static List<List<String>> read(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (quoted) {
                if (character != '"') {
                    cell.append(character);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (character == '"') {
                quoted = true;
                begun = true;
            } else if (character == ';') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (text.startsWith("\r\n", at)) {
                line.add(cell.toString());
                lines.add(List.copyOf(line));
                cell.setLength(0);
                line.clear();
                begun = false;
                at++;
            } else {
                throw new AssertionError("a bare " + character + " at " + at);
            }
        }
        assertThat(begun).isFalse();
        return lines;
    }
}
