package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.support.PlainCalendar;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms in working days by the days off the register lists, beside a second reckoning; more tries: {@code ./register prove dates}. */
@RegisterTest
class WorkingDayDatesTest {

    private static final Set<Long> WORKED =
            days("2023-05-20", "2024-12-14", "2024-12-28", "2025-05-10", "2025-11-08", "2026-01-17", "2026-06-27");

    private static final Set<Long> OFF = new HashSet<>(days(
            "2018-07-08",
            "2018-07-09",
            "2018-09-24",
            "2023-05-29",
            "2023-07-09",
            "2023-07-10",
            "2023-05-05",
            "2024-12-23",
            "2024-12-30",
            "2025-05-02",
            "2025-11-17",
            "2026-01-02",
            "2026-06-22"));

    static {
        IntStream.rangeClosed(2010, 2040)
                .mapToObj(HolidayRule::daysOff)
                .flatMap(Set::stream)
                .forEach(day -> OFF.add(PlainCalendar.day(day)));
    }

    private final WorkingDays workingDays;
    private final LegalParameters parameters;

    WorkingDayDatesTest(WorkingDays workingDays, LegalParameters parameters) {
        this.workingDays = workingDays;
        this.parameters = parameters;
    }

    @Test
    void working_days_are_those_of_a_second_reckoning() {
        var random = new Random(20261127);
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            var day = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(30 * 365));
            var count = random.nextInt(11);
            var expected = PlainCalendar.day(day);
            for (var left = count; left > 0; ) {
                expected++;
                left -= isWorked(expected) ? 1 : 0;
            }
            assertThat(workingDays.plus(day, count).toEpochDay())
                    .as("%s and %d working days", day, count)
                    .isEqualTo(expected);
            var onOrAfter = PlainCalendar.day(day);
            while (!isWorked(onOrAfter)) {
                onOrAfter++;
            }
            assertThat(workingDays.onOrAfter(day).toEpochDay())
                    .as("%s or after", day)
                    .isEqualTo(onOrAfter);
        }
    }

    /** Decided on: the Office sends its removal decision within one working day, the Border Guard tells of its own within three. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23 | 2026-11-24 | 2026-11-26
            2026-11-26 | 2026-11-27 | 2026-12-01
            2026-11-27 | 2026-11-30 | 2026-12-02
            2026-11-28 | 2026-11-30 | 2026-12-02
            2026-11-17 | 2026-11-19 | 2026-11-23
            2026-06-19 | 2026-06-25 | 2026-06-27
            2026-06-26 | 2026-06-27 | 2026-06-30
            2026-12-23 | 2026-12-28 | 2026-12-30
            2026-12-30 | 2027-01-04 | 2027-01-06
            2026-04-02 | 2026-04-07 | 2026-04-09
            2026-04-30 | 2026-05-05 | 2026-05-07
            2028-02-28 | 2028-02-29 | 2028-03-02
            """)
    void the_other_institution_is_told_in_time(LocalDate decided, LocalDate byOffice, LocalDate byGuard) {
        assertThat(workingDays.plus(decided, parameters.workingDays("removal.pmlp.to_vrs", decided)))
                .isEqualTo(byOffice);
        assertThat(workingDays.plus(decided, parameters.workingDays("removal.vrs.to_pmlp", decided)))
                .isEqualTo(byGuard);
    }

    static boolean isWorked(long day) {
        return WORKED.contains(day) || (PlainCalendar.weekday(day) < 5 && !OFF.contains(day));
    }

    private static Set<Long> days(String... written) {
        return Stream.of(written)
                .map(LocalDate::parse)
                .map(PlainCalendar::day)
                .collect(java.util.stream.Collectors.toSet());
    }
}
