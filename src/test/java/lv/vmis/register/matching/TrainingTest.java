package lv.vmis.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import lv.vmis.register.reading.DateParts;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final List<String> SURNAMES = List.of(
            "Ivanov",
            "Petrenko",
            "Shevchenko",
            "Nguyen",
            "Wang",
            "Hussein",
            "Karimov",
            "Popescu",
            "Kowalski",
            "Yilmaz");
    private static final List<String> GIVEN =
            List.of("Ivan", "Oleksandr", "Vladimir", "An", "Xiaoming", "Mohammad", "Farrukh", "Ion", "Piotr", "Mehmet");

    private static final Training.LabelledSet SET = set();

    /** People of a small register, a third of whom say another day of birth, and as many who are not in it. */
    private static Training.LabelledSet set() {
        var random = new Random(7);
        var builder = new PersonIndex.Builder();
        var asked = new ArrayList<Training.Asked>();
        for (long person = 0; person < 2_000; person++) {
            var surname = SURNAMES.get(random.nextInt(10));
            var given = GIVEN.get(random.nextInt(10));
            var birth = new DateParts(1970 + random.nextInt(30), 1 + random.nextInt(12), 1 + random.nextInt(28));
            var said = random.nextInt(3) > 0 ? birth : new DateParts(birth.year(), birth.month(), 28);
            if (person % 2 == 0) {
                builder.add(person, Description.of(surname, given).born(birth).done());
            }
            if (person % 3 == 0) {
                asked.add(new Training.Asked(
                        Description.of(surname, given).born(said).done(), person % 2 == 0 ? person : Training.NOBODY));
            }
        }
        return new Training.LabelledSet(builder.done(Weights.current()), asked);
    }

    @Test
    void a_spoilt_weight_is_put_right() {
        var sound = new Training(List.of(SET), Weights.current());
        sound.round();
        double best = sound.round().after();
        var spoilt =
                new Training(List.of(SET), with(Weights.parse(sound.file("sound", "")), Feature.DATE_RARITY, -0.3));

        double before = spoilt.round().before();
        double after = spoilt.round().after();

        assertThat(before).isLessThan(best - 100);
        assertThat(after).isGreaterThan(best - 10);
        assertThat(Weights.parse(spoilt.file("tried", "")).of(Feature.DATE_RARITY))
                .isGreaterThan(0.5);
    }

    @Test
    void the_same_questions_give_the_same_file() {
        assertThat(trained()).isEqualTo(trained());
        assertThat(Weights.parse(trained()).version()).isEqualTo("tried");
    }

    private static String trained() {
        var training = new Training(List.of(SET), Weights.current());
        training.round();
        training.round();
        return training.file("tried", "Of the test.");
    }

    @Test
    void whoever_is_right_becomes_likelier() {
        var training = new Training(List.of(SET), Weights.current());

        var round = training.round();

        assertThat(round.questions()).isEqualTo(667);
        assertThat(round.overlooked()).isZero();
        assertThat(round.after()).isGreaterThan(round.before()).isNegative();
    }

    private static Weights with(Weights weights, Feature changed, double bits) {
        var all = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            all.put(feature, weights.of(feature));
        }
        all.put(changed, bits);
        return Weights.of("spoilt", all);
    }
}
