package lv.vmis.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FoldTest {

    @Test
    void spellings_of_one_sound_share_a_key() {
        for (var spellings : List.of(
                List.of("SHEVCHENKO", "SZEWCZENKO", "SEVCENKO", "SCHEWTSCHENKO"),
                List.of("SHCHERBAKOV", "SCERBAKOV", "SZCZERBAKOW", "SHCHERBAKOFF"),
                List.of("IVANOV", "IVANOVS", "IWANOW", "IVANOFF"),
                List.of("YURIY", "JURIJS", "IURII", "YURI"),
                List.of("KHALID", "HALID", "CHALID", "HALIDS"),
                List.of("ZHUKOV", "ZUKOVS", "ZHUKOFF"),
                List.of("JAVID", "DJAVID", "DZHAVID"),
                List.of("ABDULRAHMAN", "ABDELRAHMAN", "ABDURRAHMAN"),
                List.of("TCHAIKOVSKI", "CAIKOVSKIS", "CHAIKOVSKII"),
                List.of("GEORGII", "GIORGI"),
                List.of("PAPOU", "PAPOV"),
                List.of("HRYHORYEU", "HRIHOREV"),
                List.of("PHILIPP", "FILIP", "FILIPS"),
                List.of("FATIMAH", "FATIMA"))) {
            for (var one : spellings) {
                for (var other : spellings) {
                    assertThat(Fold.keys(one)).as("%s and %s", one, other).anyMatch(Fold.keys(other)::contains);
                }
            }
        }
    }

    @Test
    void names_that_sound_otherwise_do_not() {
        for (var pair : List.of(
                List.of("MARINA", "MARIJA"),
                List.of("PETROV", "PETRENKO"),
                List.of("ALI", "ALIM"),
                List.of("HASAN", "HUSEIN"),
                List.of("NGUYEN", "NGO"))) {
            assertThat(Fold.keys(pair.getFirst())).as("%s", pair).noneMatch(Fold.keys(pair.getLast())::contains);
        }
    }

    @Property(tries = 2_000)
    void any_word_has_a_few_keys_of_known_sounds(
            @ForAll @StringLength(min = 1, max = NameReader.LETTERS) @CharRange(from = 'A', to = 'Z') String word) {
        assertThat(Fold.keys(word))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(Fold.KEYS)
                .allSatisfy(key -> assertThat(key)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(2 * NameReader.LETTERS)
                        .matches("[A-Z]+"));
    }
}
