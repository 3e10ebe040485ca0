package lv.vmis.register.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatvianDatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_day_has_its_cases() {
        assertThat(LatvianDates.nominative(DAY)).isEqualTo("2026. gada 23. novembris");
        assertThat(LatvianDates.genitive(DAY)).isEqualTo("2026. gada 23. novembra");
        assertThat(LatvianDates.dative(DAY)).isEqualTo("2026. gada 23. novembrim");
        assertThat(LatvianDates.locative(DAY)).isEqualTo("2026. gada 23. novembrī");
    }

    @Test
    void march_and_august_decline_like_nouns_in_s() {
        assertThat(IntStream.of(3, 8).mapToObj(month -> LatvianDates.locative(LocalDate.of(2027, month, 1))))
                .containsExactly("2027. gada 1. martā", "2027. gada 1. augustā");
    }

    @Test
    void april_softens_in_the_genitive() {
        assertThat(LatvianDates.genitive(LocalDate.of(2027, 4, 30))).isEqualTo("2027. gada 30. aprīļa");
    }

    @Test
    void figures_have_a_full_year_and_a_final_dot() {
        assertThat(LatvianDates.numeric(LocalDate.of(2026, 3, 1))).isEqualTo("01.03.2026.");
        assertThat(LatvianDates.atTime(LocalTime.of(9, 5))).isEqualTo("plkst. 09.05");
    }
}
