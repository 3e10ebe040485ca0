package lv.vmis.register.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lv.vmis.register.reading.DateParts;
import org.junit.jupiter.api.Test;

/** Whatever way an index came about, it answers the same, and the same as if every row had been weighed. */
class LiveIndexTest {

    private static final List<String> SURNAMES = List.of(
            "Ivanov", "Ivanovs", "Petrenko", "Shevchenko", "Nguyen", "Wang", "Al Hussein", "Karimov", "Popescu");
    private static final List<String> GIVEN =
            List.of("Ivan", "Oleksandr", "Aleksandrs", "Van An", "Xiaoming", "Mohammad", "Muhamed", "Farrukh", "Ion");

    private final Random random = new Random(20_261_125);

    @Test
    void changed_rebuilt_and_scanned_are_one() {
        var truth = new HashMap<Long, List<Description>>();
        for (long person = 0; person < 600; person++) {
            truth.put(person, identities());
        }
        var live = new LiveIndex(built(truth));
        for (int round = 0; round < 60; round++) {
            var changes = new HashMap<Long, List<Description>>();
            for (int i = 0; i < 1 + random.nextInt(9); i++) {
                changes.put((long) random.nextInt(700), random.nextInt(8) == 0 ? List.of() : identities());
            }
            truth.putAll(changes);
            live.change(changes);
            if (round % 25 == 24) {
                live.settle();
            }
        }
        var rebuilt = built(truth);
        var settled = live.now().settled();
        assertThat(live.now().rows()).isEqualTo(rebuilt.rows());
        assertThat(live.now().unsettled()).isPositive();
        for (int i = 0; i < 300; i++) {
            var asked = identity();
            var expected = told(rebuilt.find(asked, 10).hits(), PersonIndex.FLOOR);
            assertThat(told(settled.find(asked, 10).hits(), PersonIndex.FLOOR))
                    .as("%s", asked)
                    .isEqualTo(expected);
            assertThat(scanned(rebuilt, asked)).as("%s", asked).isEqualTo(expected);
            for (double least : new double[] {-4, 0, 3.5, 12}) {
                assertThat(above(least, rebuilt.find(asked, 10, least).hits()))
                        .as("%s from %s", asked, least)
                        .isEqualTo(above(least, rebuilt.find(asked, 10).hits()));
            }
            // Until changes are settled, how rare a word is is told part by part, so scores are a little apart.
            told(rebuilt.find(asked, 10).hits(), clearlyShown(rebuilt, asked))
                    .forEach((person, score) -> assertThat(
                                    told(live.now().find(asked, 20).hits(), PersonIndex.FLOOR))
                            .as("%s", asked)
                            .hasEntrySatisfying(person, near -> assertThat(near).isCloseTo(score, within(0.5))));
        }
    }

    @Test
    void changes_during_settling_are_kept() {
        var live = new LiveIndex(new PersonIndex.Builder().done(Weights.current()));
        live.change(Map.of(1L, List.of(identity())));
        live.settle();
        var added = Description.of("Zvirbulis", "Kaspars").done();
        live.change(Map.of(2L, List.of(added)));
        live.settle();
        assertThat(live.now().find(added, 10).hits()).extracting(Hit::person).contains(2L);
        live.change(Map.of(2L, List.of()));
        assertThat(live.now().find(added, 10).hits()).extracting(Hit::person).doesNotContain(2L);
    }

    private List<Description> identities() {
        var identities = new ArrayList<Description>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            identities.add(identity());
        }
        return identities;
    }

    private Description identity() {
        var surname = SURNAMES.get(random.nextInt(SURNAMES.size())) + (random.nextInt(4) == 0 ? "ova" : "");
        return Description.of(surname, GIVEN.get(random.nextInt(GIVEN.size())))
                .born(
                        random.nextInt(6) == 0
                                ? DateParts.UNKNOWN
                                : new DateParts(
                                        1980 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28)))
                .sex(random.nextBoolean() ? 'M' : 'F')
                .of(List.of("RUS", "UKR", "VNM", "CHN").get(random.nextInt(4)))
                .holding(random.nextInt(3) == 0 ? "P" + random.nextInt(300) : "")
                .done();
    }

    private static PersonIndex built(Map<Long, List<Description>> persons) {
        var builder = new PersonIndex.Builder();
        persons.forEach((person, identities) -> identities.forEach(identity -> builder.add(person, identity)));
        return builder.done(Weights.current());
    }

    /** Persons and scores from a score on; the order of equal scores does not matter. */
    private static Map<Long, Double> told(List<Hit> hits, double from) {
        var told = new HashMap<Long, Double>();
        double last = hits.isEmpty() ? 0 : hits.getLast().score();
        // The last place may be shared by more than there is room for.
        hits.stream()
                .filter(hit -> hit.score() >= from && (hits.size() < 10 || hit.score() > last))
                .forEach(hit -> told.put(hit.person(), hit.score()));
        return told;
    }

    private static List<String> above(double least, List<Hit> hits) {
        return hits.stream()
                .filter(hit -> hit.score() > least)
                .map(hit -> hit.person() + " " + hit.score())
                .toList();
    }

    private static double clearlyShown(PersonIndex index, Description asked) {
        var hits = index.find(asked, 10).hits();
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        return Math.max(PersonIndex.FLOOR, best - Top.BESIDE_THE_BEST) + 1;
    }

    private static Map<Long, Double> scanned(PersonIndex index, Description asked) {
        var search = index.search(asked, 40);
        return told(search.scanned(10).hits(), PersonIndex.FLOOR);
    }
}
