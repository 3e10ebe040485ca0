package lv.vmis.register.ban;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import lv.vmis.register.support.PlainCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of a ban beside a second reckoning; more tries: {@code ./register prove dates}. */
class BanDatesTest {

    @Test
    void the_last_day_is_that_of_a_second_reckoning() {
        var random = new Random(20261127);
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            var departed = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(40 * 365));
            var months = 1 + random.nextInt(120);
            assertThat(Objects.requireNonNull(BanState.lastDay(departed, months))
                            .toEpochDay())
                    .as("%s and %d months", departed, months)
                    .isEqualTo(PlainCalendar.plusMonths(PlainCalendar.day(departed), months));
        }
    }

    /** Departed on, months, last day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-27 |   1 | 2026-12-27
            2026-11-27 |  12 | 2027-11-27
            2026-11-27 |  36 | 2029-11-27
            2026-11-27 |  60 | 2031-11-27
            2026-11-27 | 120 | 2036-11-27
            2026-01-31 |   1 | 2026-02-28
            2028-01-31 |   1 | 2028-02-29
            2028-02-29 |  12 | 2029-02-28
            2028-02-29 |  48 | 2032-02-29
            2026-08-31 |   6 | 2027-02-28
            2026-12-31 |   2 | 2027-02-28
            2026-03-29 |   7 | 2026-10-29
            """)
    void a_ban_lasts_until(LocalDate departed, int months, LocalDate last) {
        assertThat(BanState.lastDay(departed, months)).isEqualTo(last);
    }
}
