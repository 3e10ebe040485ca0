package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleFolderTest {

    private static final List<String> FILES = List.of("register.tsv", "queries.tsv", "twins.tsv", "pairs.tsv");

    @Test
    void the_same_seed_gives_the_same_bytes(@TempDir Path folder) throws IOException {
        for (var name : List.of("one", "two")) {
            new PeopleFolder(folder.resolve(name), 5).write(500, 60, 60, 40, 60);
        }

        for (var file : FILES) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void what_is_written_is_read_again(@TempDir Path folder) throws IOException {
        new PeopleFolder(folder, 6).write(500, 60, 60, 40, 60);
        var register = Files.readAllLines(folder.resolve("register.tsv"));
        var queries = Files.readAllLines(folder.resolve("queries.tsv"));
        var pairs = Files.readAllLines(folder.resolve("pairs.tsv"));

        assertThat(register).hasSize(501).startsWith("rid\teid\tsurname\tgiven\tfull\tdobs\tsex\tnat\tdoc");
        assertThat(queries).hasSize(121).startsWith("qid\teid\tsurname\tgiven\tfull\tdob\tsex\tnat\tdoc\tcat");
        assertThat(pairs).hasSize(61).startsWith("name1\tname2\tlabel");
        assertThat(register.stream().skip(1)).allSatisfy(line -> {
            var row = RegisterRow.parse(line);
            assertThat(row.line()).isEqualTo(line);
            assertThat(row.name()).isNotBlank();
            assertThat(row.dobs()).allMatch(date -> date.matches("\\d{4}-\\d\\d-\\d\\d"));
            assertThat(row.full().isEmpty()).isNotEqualTo((row.surname() + row.given()).isEmpty());
        });
        assertThat(queries.stream().skip(1)).allSatisfy(line -> {
            var query = QueryRow.parse(line);
            assertThat(query.line()).isEqualTo(line);
            assertThat(query.name()).isNotBlank();
        });
        assertThat(pairs.stream().skip(1))
                .allSatisfy(
                        line -> assertThat(NamePairs.Pair.parse(line).line()).isEqualTo(line));
        var known = register.stream().map(line -> line.split("\t")[1]).toList();
        assertThat(queries.stream().skip(1).map(QueryRow::parse).filter(QueryRow::isKnown))
                .hasSize(60)
                .allMatch(query -> known.contains(query.eid()));
    }
}
