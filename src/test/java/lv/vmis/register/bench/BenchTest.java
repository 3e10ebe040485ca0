package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "match",
                "match --index nowhere.tsv --queries nowhere.tsv",
                "match --rows",
                "match --rows some",
                "match --rows 10 --index a.tsv",
                "match --rows 10 --threads 0",
                "match --colour red",
                "pairs",
                "people --rows 10 --out somewhere",
                "changes --rows 0",
                "library --rows some",
                "train --rows 10,",
                "train --sets nowhere",
                "train --sets nowhere --rows 10",
                "train --rows 10 --from README.md"
            })
    void what_cannot_be_done_is_refused(String line) throws Exception {
        assertThat(Bench.run(line.isEmpty() ? List.of() : List.of(line.split(" "))))
                .isEqualTo(2);
    }

    @Test
    void the_baseline_finds_people_and_is_measured(@TempDir Path folder) throws Exception {
        new PeopleFolder(folder, 9).write(400, 40, 40, 0, 0);
        var exam = new Exam(folder.resolve("register.tsv"), folder.resolve("queries.tsv"), List.of(1, 2), 10);

        try (var engine = new TrigramBaseline()) {
            var report = exam.of(engine);

            assertThat(report.rows()).isEqualTo(400);
            assertThat(report.figures().queries()).isEqualTo(80);
            assertThat(report.figures().recallAt1()).isGreaterThan(0.7);
            assertThat(report.speeds()).extracting(Speed::threads).containsExactly(1, 2);
        }
        assertThat(Files.list(Path.of("target")).map(Path::toString)).noneMatch(name -> name.contains("bench-data"));
    }
}
