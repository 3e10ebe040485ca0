package lv.vmis.register.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import lv.vmis.register.legacy.export.Columns;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.FileFormat;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.FindingCode;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.RawRow;
import lv.vmis.register.legacy.export.RowSink;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.support.Sources;
import lv.vmis.register.training.OldRow.Dirt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented exports: read back cell by cell, dirty in every way, the same for the same seed. */
class LegacyExportsTest {

    private static final int ROWS = 12_000;

    @TempDir
    Path folder;

    private record Read(List<List<String>> cells, List<Finding> findings) implements RowSink {
        @Override
        public void columns(Columns columns) {
            assertThat(columns.names()).hasSize(columns.table().fields().size());
        }

        @Override
        public void row(RawRow row) {
            cells.add(row.cells());
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }

    @Test
    void what_is_invented_is_read_back_cell_by_cell() throws IOException {
        Map<Path, List<List<String>>> written = new HashMap<>();
        var dirt = EnumSet.noneOf(Dirt.class);
        LegacyExports.write(folder, ROWS, 7, (file, row) -> {
            written.computeIfAbsent(file, _ -> new ArrayList<>()).add(List.of(row.cells.clone()));
            dirt.addAll(row.dirt);
        });

        assertThat(written).hasSize(10);
        assertThat(written.values().stream().mapToInt(List::size).sum()).isEqualTo(ROWS);
        for (var file : written.keySet()) {
            var read = new Read(new ArrayList<>(), new ArrayList<>());
            var ending = ExportReader.usual().read(file, Wish.NONE, read);
            assertThat(read.cells()).as(file.toString()).isEqualTo(written.get(file));
            assertThat(ending.whole()).isTrue();
            assertThat(read.findings())
                    .extracting(Finding::code)
                    .isSubsetOf(FindingCode.FORMULA, FindingCode.DAMAGED_BEFORE);
        }
        assertThat(dirt).containsExactlyInAnyOrder(Dirt.values());
    }

    @Test
    void each_part_is_found_to_be_what_it_is() throws IOException {
        LegacyExports.write(folder, 3_000, 7);

        for (var table : List.of(OldTable.LGM_ENTRIES, OldTable.NIR_CASES)) {
            for (var part : OldPart.values()) {
                var name = table == OldTable.LGM_ENTRIES ? "lgm" : "nir";
                var layout = ExportReader.usual().look(folder.resolve(part.fileName(name)), Wish.NONE, found -> {
                    throw new AssertionError(found);
                });
                assertThat(layout.table()).isEqualTo(table);
                if (layout.format() == FileFormat.CSV && part != OldPart.ISO_8859_13) {
                    assertThat(layout.codePage()).isEqualTo(part.codePage());
                }
            }
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        LegacyExports.write(folder.resolve("a"), 2_000, 5);
        LegacyExports.write(folder.resolve("b"), 2_000, 5);
        LegacyExports.write(folder.resolve("c"), 2_000, 6);

        var files = Sources.files(folder.resolve("a"), "");
        assertThat(files).hasSizeGreaterThan(50);
        for (var file : files) {
            var name = folder.resolve("a").relativize(file);
            assertThat(file).hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
        assertThat(Files.mismatch(folder.resolve("a/truth.tsv"), folder.resolve("c/truth.tsv")))
                .isNotNegative();
    }

    @Test
    void the_truth_has_a_line_for_each_row_and_people_who_are_in_both_registers() throws IOException {
        LegacyExports.write(folder, ROWS, 7);

        var lines = Files.readAllLines(folder.resolve("truth.tsv"));
        assertThat(lines).hasSize(ROWS + 1);
        Map<String, Set<String>> registers = new HashMap<>();
        Map<String, Integer> rows = new HashMap<>();
        Map<String, String> documents = new HashMap<>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            assertThat(cells).hasSize(17);
            registers.computeIfAbsent(cells[4], _ -> new HashSet<>()).add(cells[0]);
            rows.merge(cells[4], 1, Integer::sum);
            if (!cells[11].isEmpty() && !cells[16].contains("OTHER_DOCUMENT")) {
                // Nobody else has the document of an invented person.
                assertThat(documents.putIfAbsent(cells[10] + cells[11], cells[4]))
                        .isIn(null, cells[4]);
            }
        }
        assertThat(registers.values().stream().filter(both -> both.size() == 2).count())
                .isGreaterThan(ROWS / 15);
        assertThat(rows.values().stream().filter(count -> count > 1).count()).isGreaterThan(ROWS / 8);
    }

    @Test
    void xml_is_that_of_the_schema() throws Exception {
        LegacyExports.write(folder, 2_000, 3);
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(LegacyExports.class.getResource("/legacy/old-register.xsd"));

        for (var name : List.of("lgm-2022-2026.xml", "nir-2022-2026.xml")) {
            schema.newValidator().validate(new StreamSource(folder.resolve(name).toFile()));
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void attachments_stand_in_a_manifest_of_which_some_lines_are_wrong() throws IOException {
        LegacyExports.write(folder, ROWS, 7);
        var read = new Read(new ArrayList<>(), new ArrayList<>());
        ExportReader.usual().read(folder.resolve("lgm-pielikumi.csv"), Wish.NONE, read);

        var there = read.cells().stream()
                .filter(cells -> Files.exists(folder.resolve(cells.get(1))))
                .count();
        assertThat(read.findings()).isEmpty();
        assertThat(there).isBetween(40L, (long) read.cells().size() - 1);
        assertThat(read.cells()).anyMatch(cells -> cells.get(5).matches("0+"));
    }
}
