package lv.vmis.register.legacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.support.Sources;
import org.junit.jupiter.api.Test;

/** The tables of the old registers have every item of their Regulations, and their documents say the same. */
class OldFieldTest {

    private static final Path DOCUMENT = Path.of("docs", "old-registers.md");
    private static final Path SCHEMA = Path.of("src", "main", "resources", "legacy", "old-register.xsd");

    @Test
    void every_item_whose_text_is_known_is_a_column() {
        assertThat(items(OldTable.LGM_ENTRIES, OldField.Certainty.LAW))
                .containsAll(numbered("3.1.", 7))
                .containsAll(numbered("3.2.", 5))
                .containsAll(numbered("3.3.", 4))
                .containsAll(numbered("3.4.", 3));
        assertThat(items(OldTable.NIR_CASES, OldField.Certainty.LAW))
                .containsAll(numbered("6.1.", 12))
                .containsAll(numbered("6.2.", 9));
    }

    @Test
    void what_is_not_known_of_the_law_says_so() {
        assertThat(items(OldTable.LGM_ENTRIES, OldField.Certainty.OPEN)).containsOnly("3.5");
        assertThat(items(OldTable.NIR_CASES, OldField.Certainty.OPEN)).containsOnly("6.2.10", "6.3");
        assertThat(all().filter(field -> field.certainty() == OldField.Certainty.DESIGN))
                .allSatisfy(field -> assertThat(field.item()).isIn("–", "3.2"));
    }

    @Test
    void columns_have_names_that_old_systems_can_have_and_say_what_becomes_of_them() {
        for (var table : OldTable.values()) {
            assertThat(table.fields()).extracting(OldField::name).doesNotHaveDuplicates();
            assertThat(table.field(table.key())).isPresent();
        }
        assertThat(all()).hasSizeGreaterThan(90).allSatisfy(field -> {
            assertThat(field.name()).matches("[A-Z][A-Z0-9_]*");
            assertThat(field.becomes()).isNotBlank();
            assertThat(field.meaningLv()).isNotBlank();
            assertThat(field.meaningEn()).isNotBlank();
            assertThat(field.codes().isEmpty()).isEqualTo(field.kind() != OldField.Kind.CODE);
        });
    }

    @Test
    void the_document_says_what_the_definition_says() throws IOException {
        var text = Sources.text(DOCUMENT);
        for (var table : OldTable.values()) {
            text = between(text, "<!-- " + table + " -->", "<!-- / -->", document(table));
        }
        same(DOCUMENT, text);
    }

    @Test
    void the_schema_is_that_of_the_definition() throws IOException {
        same(SCHEMA, schema());
    }

    private static Stream<OldField> all() {
        return Stream.of(OldTable.values()).flatMap(table -> table.fields().stream());
    }

    private static List<String> items(OldTable table, OldField.Certainty certainty) {
        return table.fields().stream()
                .filter(field -> field.certainty() == certainty)
                .map(OldField::item)
                .toList();
    }

    private static List<String> numbered(String start, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> start + number).toList();
    }

    private static String between(String text, String start, String end, String content) {
        var from = text.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        var to = text.indexOf(end, from);
        return text.substring(0, from + start.length()) + "\n" + content + text.substring(to);
    }

    private static String document(OldTable table) {
        var lines = new ArrayList<String>();
        lines.add("| column | item | kind | what it is | becomes | certainty |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        for (var field : table.fields()) {
            var codes = field.codes().isEmpty()
                    ? ""
                    : field.codes().entrySet().stream()
                            .map(code -> code.getKey() + "→" + code.getValue())
                            .collect(Collectors.joining(", ", ": ", ""));
            lines.add("| `%s` | %s | %s%s | %s<br>%s | %s | %s |"
                    .formatted(
                            field.name(),
                            field.item(),
                            field.kind().name().toLowerCase(java.util.Locale.ROOT),
                            codes,
                            field.meaningLv(),
                            field.meaningEn(),
                            field.becomes(),
                            field.certainty().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String schema() {
        var schema = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- An export of an old register: made from legacy/fields.txt. A cell in which nothing stands is left out. -->
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:element name="eksports">
                    <xs:complexType>
                      <xs:sequence>
                        <xs:element name="ieraksts" type="ieraksts" minOccurs="0" maxOccurs="unbounded"/>
                      </xs:sequence>
                      <xs:attribute name="registrs" use="required">
                        <xs:simpleType>
                          <xs:restriction base="xs:string">
                """);
        for (var register : OldRegister.values()) {
            schema.append("            <xs:enumeration value=\"%s\"/>\n".formatted(register));
        }
        schema.append("""
                          </xs:restriction>
                        </xs:simpleType>
                      </xs:attribute>
                      <xs:attribute name="tabula" use="required">
                        <xs:simpleType>
                          <xs:restriction base="xs:string">
                """);
        for (var table : OldTable.values()) {
            schema.append("            <xs:enumeration value=\"%s\"/>\n".formatted(table));
        }
        schema.append("""
                          </xs:restriction>
                        </xs:simpleType>
                      </xs:attribute>
                    </xs:complexType>
                  </xs:element>
                  <xs:complexType name="ieraksts">
                    <xs:all>
                """);
        all().map(OldField::name)
                .distinct()
                .forEach(name -> schema.append(
                        "      <xs:element name=\"%s\" type=\"xs:string\" minOccurs=\"0\"/>\n".formatted(name)));
        schema.append("""
                    </xs:all>
                  </xs:complexType>
                </xs:schema>
                """);
        return schema.toString();
    }

    /** {@code -Dapprove} writes the file anew. */
    private static void same(Path file, String text) throws IOException {
        if (System.getProperty("approve") != null && !"true".equals(System.getenv("CI"))) {
            Files.writeString(file, text);
        }
        assertThat(Sources.text(file)).isEqualTo(text);
    }
}
