package lv.vmis.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class NameScoreTest {

    private final NameScore names = new NameScore(
            Collections.nCopies(2_000, Description.of("Ivanov", "Ivan").done()), Weights.current());

    @Test
    void a_name_written_otherwise_is_nearer_than_another_name() {
        double same = names.of("Oleksandr Shevchenko", "SZEWCZENKO OLEKSANDR");
        double other = names.of("Oleksandr Shevchenko", "Oleksandr Tkachenko");

        assertThat(names.of("Oleksandr Shevchenko", "Oleksandr Shevchenko")).isZero();
        assertThat(same).isGreaterThan(other + 5);
        assertThat(names.of("SZEWCZENKO OLEKSANDR", "Oleksandr Shevchenko")).isEqualTo(same);
    }

    @Test
    void a_common_name_is_as_near_to_itself_as_a_rare_one() {
        assertThat(names.of("Ivan Ivanov", "Ivan Ivanov")).isEqualTo(names.of("Zviad Gogia", "Zviad Gogia"));
    }
}
