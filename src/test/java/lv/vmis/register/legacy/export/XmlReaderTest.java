package lv.vmis.register.legacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML of the schema, and what is not of it. */
class XmlReaderTest {

    private static final String START = "<eksports registrs=\"LGM\" tabula=\"LGM_ATTACHMENTS\">\n";

    @TempDir
    Path folder;

    private Taken read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private Taken read(String text, Charset charset) throws IOException {
        return Taken.of(Files.write(folder.resolve("a.xml"), text.getBytes(charset)), Wish.NONE);
    }

    @Test
    void cells_are_read_as_they_stand_in_whatever_order() throws IOException {
        var taken = read(
                START
                        + "<ieraksts>\n<DATNE> a &amp; <![CDATA[<b>]]>\n</DATNE><IERAKSTA_NR>1</IERAKSTA_NR></ieraksts>\n</eksports>");

        assertThat(taken.findings).isEmpty();
        assertThat(taken.columns().value(taken.rows.getFirst(), "DATNE")).isEqualTo(" a & <b>\n");
        assertThat(taken.columns().value(taken.rows.getFirst(), "IERAKSTA_NR")).isEqualTo("1");
        assertThat(taken.rows.getFirst().at()).isEqualTo(new Position(1, 2));
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(1, true));
    }

    @Test
    void the_code_page_is_the_one_that_the_file_names() throws IOException {
        var taken = read(
                "<?xml version=\"1.0\" encoding=\"windows-1257\"?>" + START
                        + "<ieraksts><DATNE>Ķīšezers</DATNE></ieraksts></eksports>",
                Charset.forName("windows-1257"));

        assertThat(taken.columns().value(taken.rows.getFirst(), "DATNE")).isEqualTo("Ķīšezers");
    }

    @Test
    void a_file_cut_in_the_middle_gives_what_is_there() throws IOException {
        var taken = read(START + "<ieraksts><DATNE>a</DATNE></ieraksts>\n<ieraksts><DATNE>b</DATNE><VEIDS>ci");

        assertThat(taken.codes()).containsExactly(FindingCode.CUT_XML);
        assertThat(taken.findings.getFirst().at()).isEqualTo(new Position(2, 3));
        assertThat(taken.rows).extracting(RawRow::whole).containsExactly(true, false);
        assertThat(taken.cells().getLast()).contains("b");
        assertThat(taken.ending).isEqualTo(new ExportReader.Ending(2, false));
    }

    @Test
    void what_is_not_well_formed_is_told_with_its_line() throws IOException {
        var taken = read(START + "<ieraksts><DATNE>a</VEIDS></ieraksts>" + "\n".repeat(70_000) + "</eksports>");

        assertThat(taken.codes()).containsExactly(FindingCode.BROKEN_XML);
        assertThat(taken.findings.getFirst().at().line()).isEqualTo(2);
    }

    @Test
    void document_types_and_what_they_would_fetch_are_refused() throws IOException {
        var taken = read("<!DOCTYPE eksports [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + START
                + "<ieraksts><DATNE>&e;</DATNE></ieraksts></eksports>");

        assertThat(taken.codes()).containsExactly(FindingCode.FORBIDDEN_XML);
        assertThat(taken.rows).isEmpty();
    }

    @Test
    void what_the_schema_does_not_have_is_told_and_kept() throws IOException {
        var taken = read(START + "<cits/><ieraksts>starp<DATNE>a<b>c</b></DATNE><DATNE>d</DATNE><NAV>e</NAV></ieraksts>"
                + "<ieraksts><NAV>f</NAV></ieraksts></eksports>");

        assertThat(taken.codes())
                .containsExactly(
                        FindingCode.OTHER_XML,
                        FindingCode.OTHER_XML,
                        FindingCode.OTHER_XML,
                        FindingCode.DOUBLED_COLUMN,
                        FindingCode.UNKNOWN_COLUMN);
        assertThat(taken.columns().value(taken.rows.getFirst(), "DATNE")).isEqualTo("ac");
        assertThat(new String(taken.rows.getFirst().raw(), StandardCharsets.UTF_8))
                .contains("starp", "d", "NAV\u001Fe");
        assertThat(new String(taken.rows.getLast().raw(), StandardCharsets.UTF_8))
                .contains("NAV\u001Ff");
    }

    @Test
    void other_roots_and_tables_are_told() throws IOException {
        assertThat(read("<a/>").codes()).containsExactly(FindingCode.OTHER_XML);
        assertThat(read("<eksports tabula=\"X\"/>").codes()).containsExactly(FindingCode.UNKNOWN_TABLE);
        assertThat(read(START + "</eksports>").codes()).containsExactly(FindingCode.NO_ROWS);
    }

    @Test
    void a_cell_of_ten_megabytes_with_many_marks_is_kept_and_told() throws IOException {
        var taken = read(START + "<ieraksts><DATNE>" + "&amp;x".repeat(5 << 20) + "</DATNE></ieraksts></eksports>");

        assertThat(taken.codes()).containsExactly(FindingCode.LONG_CELL);
        assertThat(taken.columns().value(taken.rows.getFirst(), "DATNE")).isEqualTo("&x".repeat(5 << 20));
    }
}
