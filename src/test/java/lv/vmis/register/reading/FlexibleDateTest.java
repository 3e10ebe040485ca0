package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lv.vmis.register.reading.FlexibleDate.Day;
import lv.vmis.register.reading.FlexibleDate.Impossible;
import lv.vmis.register.reading.FlexibleDate.Mode;
import lv.vmis.register.reading.FlexibleDate.Partial;
import lv.vmis.register.reading.FlexibleDate.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexibleDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.3.26",
                "05.03.26.",
                "05032026",
                "050326",
                "5.3.2026.",
                "5. 3. 2026",
                "5/3/2026",
                "5-3-2026",
                "5 3 2026",
                "2026-03-05",
                "2026.3.5.",
                "20260305",
                "  05.03.2026  "
            })
    void one_day_is_read_in_every_usual_form(String typed) {
        assertThat(FlexibleDate.parse(typed, TODAY)).isEqualTo(new Day(LocalDate.of(2026, 3, 5)));
        assertThat(FlexibleDate.parse(typed, TODAY, Mode.BIRTH)).isEqualTo(new Day(LocalDate.of(2026, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "šodien, 0",
        "ŠODIEN, 0",
        "sodien, 0",
        "today, 0",
        "t, 0",
        "vakar, -1",
        "Yesterday, -1",
        "rīt, 1",
        "-1, -1",
        "−1, -1",
        "+30, 30",
        "+0, 0"
    })
    void words_and_signed_numbers_count_from_today(String typed, int days) {
        assertThat(FlexibleDate.parse(typed, TODAY)).isEqualTo(new Day(TODAY.plusDays(days)));
    }

    @ParameterizedTest
    @CsvSource({
        "1990, 1990, 0, 0, false",
        "1990., 1990, 0, 0, false",
        "05.1990, 1990, 5, 0, false",
        "5/1990, 1990, 5, 0, false",
        "1990-05, 1990, 5, 0, false",
        "00.05.1990, 1990, 5, 0, false",
        "00.00.1990, 1990, 0, 0, false",
        "~1990, 1990, 0, 0, true",
        "~ 05.1990, 1990, 5, 0, true",
        "~05.03.1990, 1990, 3, 5, true"
    })
    void partial_and_estimated_births_are_kept_as_such(String typed, int year, int month, int day, boolean estimated) {
        assertThat(FlexibleDate.parse(typed, TODAY, Mode.BIRTH))
                .isEqualTo(new Partial(new DateParts(year, month, day), estimated));
    }

    @Test
    void two_digits_of_a_year_follow_the_mode() {
        assertThat(FlexibleDate.parse("24.11.26", TODAY, Mode.BIRTH)).isEqualTo(new Day(LocalDate.of(1926, 11, 24)));
        assertThat(FlexibleDate.parse("24.11.26", TODAY, Mode.ACT)).isEqualTo(new Day(LocalDate.of(2026, 11, 24)));
        assertThat(FlexibleDate.parse("01.01.75", TODAY, Mode.ACT)).isEqualTo(new Day(LocalDate.of(2075, 1, 1)));
        assertThat(FlexibleDate.parse("01.01.76", TODAY, Mode.ACT)).isEqualTo(new Day(LocalDate.of(1976, 1, 1)));
        assertThat(FlexibleDate.parse("01.01.02", LocalDate.of(1995, 1, 1), Mode.ACT))
                .isEqualTo(new Day(LocalDate.of(2002, 1, 1)));
        assertThat(FlexibleDate.parse("01.01.30", LocalDate.of(2090, 1, 1), Mode.ACT))
                .isEqualTo(new Day(LocalDate.of(2130, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "29.2.2025",
                "31022026",
                "2026-13-01",
                "0.13.1990",
                "13.1990",
                "5.0.1990",
                "32.1.26"
            })
    void day_that_does_not_exist_is_impossible(String typed) {
        assertThat(FlexibleDate.parse(typed, TODAY)).isEqualTo(new Impossible(Reason.NO_SUCH_DAY));
    }

    @Test
    void birth_in_the_future_and_a_year_far_away_are_impossible() {
        var future = new Impossible(Reason.IN_THE_FUTURE);
        assertThat(FlexibleDate.parse("24.11.2026", TODAY, Mode.BIRTH)).isEqualTo(future);
        assertThat(FlexibleDate.parse("12.2026", TODAY, Mode.BIRTH)).isEqualTo(future);
        assertThat(FlexibleDate.parse("+1", TODAY, Mode.BIRTH)).isEqualTo(future);
        assertThat(FlexibleDate.parse("2026", TODAY, Mode.BIRTH)).isInstanceOf(Partial.class);
        var far = new Impossible(Reason.YEAR_OUT_OF_RANGE);
        assertThat(FlexibleDate.parse("5.3.0226", TODAY)).isEqualTo(far);
        assertThat(FlexibleDate.parse("0226", TODAY)).isEqualTo(far);
        assertThat(FlexibleDate.parse("+999999", TODAY)).isEqualTo(far);
    }

    @Test
    void nothing_and_not_known_are_told_apart() {
        assertThat(FlexibleDate.parse("  ", TODAY)).isEqualTo(new FlexibleDate.Empty());
        assertThat(FlexibleDate.parse("Nav zināms", TODAY)).isEqualTo(new FlexibleDate.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "5.3",
                "5.3.026",
                "1.2.3.4",
                "-",
                "+",
                "~",
                "12345",
                "1234567",
                "123456789",
                "+1234567",
                "5.3.2026 x"
            })
    void other_text_is_not_a_date(String typed) {
        assertThat(FlexibleDate.parse(typed, TODAY)).isEqualTo(new FlexibleDate.NotADate());
    }

    @Property
    void any_day_near_today_is_read_back(@ForAll @IntRange(min = -18_000, max = 17_900) int days) {
        var day = TODAY.plusDays(days);
        for (var form : new String[] {"%1$td.%1$tm.%1$tY.", "%1$td%1$tm%1$tY", "%1$tF", "%1$te.%1$tm.%1$ty"}) {
            assertThat(FlexibleDate.parse(form.formatted(day), TODAY)).isEqualTo(new Day(day));
        }
    }
}
