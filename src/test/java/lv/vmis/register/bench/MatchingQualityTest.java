package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.HitClass;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the index finds and what it must never take for found, on an invented register of 10 000 rows. */
class MatchingQualityTest {

    private static final int ROWS = 10_000;
    private static final int DESK = 3_000;
    private static final long SEED = 31;

    /** What the present weights hold; a change that costs more than half a point below it is no improvement. */
    private static final double RECALL_AT_1 = 0.985;

    private static final double BEST_F1 = 0.965;
    private static final double ERROR_OF_PROBABILITY = 0.02;

    @Test
    void the_right_person_comes_first(@TempDir Path folder) throws IOException {
        new PeopleFolder(folder, SEED).write(ROWS, 2_000, 2_000, 0, 0);
        var exam = new Exam(folder.resolve("register.tsv"), folder.resolve("queries.tsv"), List.of(), 10);
        try (var engine = new RegisterEngine()) {
            var figures = exam.of(engine).figures();
            assertThat(figures.recallAt1()).isGreaterThan(RECALL_AT_1 - 0.005);
            assertThat(figures.bestF1()).isGreaterThan(BEST_F1 - 0.005);
            assertThat(figures.calibrationError()).isLessThan(ERROR_OF_PROBABILITY);
        }
    }

    /** What the desk types when somebody spells his name: no date, no document, no State. */
    @Test
    void a_badly_spelt_name_alone_is_among_the_first_five(@TempDir Path folder) throws IOException {
        new PeopleFolder(folder, SEED).write(DESK, 4_000, 0, 0, 0);
        var numbers = new Numbering();
        var builder = new PersonIndex.Builder();
        try (var rows = Files.lines(folder.resolve(PeopleFolder.REGISTER))) {
            rows.skip(1)
                    .map(RegisterRow::parse)
                    .forEach(row -> builder.add(numbers.number(row.eid()), RegisterEngine.described(row)));
        }
        var index = builder.done(Weights.current());
        int asked = 0;
        int found = 0;
        for (var line : Files.readAllLines(folder.resolve(PeopleFolder.QUERIES))) {
            if (!line.matches(".*(typo1|typo2|transliteration|latvian|native)/.*")) {
                continue;
            }
            var query = QueryRow.parse(line);
            var name = RegisterEngine.described(query);
            var spelt = name.fullName().isEmpty()
                    ? Description.of(name.surname(), name.givenNames())
                    : Description.ofFullName(name.fullName());
            var hits = index.find(spelt.done(), 5).hits();
            asked++;
            found += hits.stream()
                            .anyMatch(hit -> numbers.text((int) hit.person()).equals(query.eid()))
                    ? 1
                    : 0;
        }
        assertThat(asked).isGreaterThan(1_000);
        assertThat((double) found / asked).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void twins_and_siblings_are_never_probably_each_other() {
        var twins = new Twins(new Population(SEED));
        var pairs = new ArrayList<Twins.Pair>();
        var builder = new PersonIndex.Builder();
        var numbers = new HashMap<String, Long>();
        for (int i = 0; i < 10_000; i++) {
            var pair = twins.pair(i, 7_000);
            pairs.add(pair);
            long person = numbers.computeIfAbsent(pair.row().eid(), _ -> (long) numbers.size());
            builder.add(person, RegisterEngine.described(pair.row()));
        }
        var index = builder.done(Weights.current());
        var taken = new ArrayList<String>();
        for (var pair : pairs) {
            long sibling = numbers.getOrDefault(pair.row().eid(), -1L);
            index.find(RegisterEngine.described(pair.traveller()), 10).hits().stream()
                    .filter(hit -> hit.person() == sibling && hit.kind() != HitClass.POSSIBLE)
                    .forEach(hit -> taken.add(pair.line() + " " + hit));
        }
        assertThat(taken).hasSizeLessThanOrEqualTo(1);
    }
}
