package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import lv.vmis.register.reading.PersonalCode.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"161175-19997", "16117519997", " 161175–19997 ", "161175 19997", "161175 - 19997"})
    void old_code_carries_its_birth_date(String typed) {
        assertThat(PersonalCode.parse(typed))
                .isEqualTo(new Reading.Old(new PersonalCode("161175-19997"), LocalDate.of(1975, 11, 16)));
    }

    @Test
    void wrong_last_digit_is_told_with_the_right_one() {
        assertThat(PersonalCode.parse("161175-19998"))
                .isEqualTo(new Reading.BadChecksum(new PersonalCode("161175-19998"), LocalDate.of(1975, 11, 16), 7));
    }

    @Test
    void new_code_has_no_checksum() {
        assertThat(PersonalCode.parse("32123412345")).isEqualTo(new Reading.New(new PersonalCode("321234-12345")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"310275-19997", "161375-19997", "001175-19997", "161175-39997", "290200-10000", "331234-12345"})
    void code_without_a_real_birth_date_is_impossible(String typed) {
        assertThat(PersonalCode.parse(typed)).isEqualTo(new Reading.ImpossibleDate(new PersonalCode(typed)));
    }

    @Test
    void leap_day_of_2000_exists() {
        assertThat(PersonalCode.parse("290200-20000")).isNotInstanceOf(Reading.ImpossibleDate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "161175", "161175-1999", "161175-199977", "16117a-19997", "1611-7519997", "١٦١١٧٥-١٩٩٩٧"})
    void other_text_is_not_a_code(String typed) {
        assertThat(PersonalCode.parse(typed)).isEqualTo(new Reading.NotACode());
    }

    @Test
    void value_of_another_shape_cannot_exist() {
        assertThatThrownBy(() -> new PersonalCode("16117519997")).isInstanceOf(IllegalArgumentException.class);
    }
}
