package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysTest {

    private static final Set<LocalDate> HOLIDAYS = IntStream.rangeClosed(2010, 2041)
            .mapToObj(HolidayRule::daysOff)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    private final WorkingDays workingDays = WorkingDays.with(HOLIDAYS, Set.of());

    @Property
    void the_reached_day_is_a_working_day_so_many_working_days_away(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int count) {
        var reached = workingDays.plus(day, count);

        assertThat(workingDays.isWorkingDay(reached)).isTrue();
        assertThat(workingDays.between(day, reached)).isEqualTo(count);
        assertThat(workingDays.between(reached, day)).isEqualTo(-count);
        assertThat(day.datesUntil(reached).skip(1).filter(workingDays::isWorkingDay))
                .hasSize(count - 1);
    }

    @Property
    void days_add_up(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int second) {
        assertThat(workingDays.plus(workingDays.plus(day, first), second))
                .isEqualTo(workingDays.plus(day, first + second));
    }

    @Property
    void a_working_day_is_neither_a_weekend_nor_a_holiday(@ForAll("days") LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;

        assertThat(workingDays.isWorkingDay(day)).isEqualTo(!weekend && !HOLIDAYS.contains(day));
    }

    @Property
    void a_term_that_ends_on_a_day_off_ends_on_the_next_working_day(@ForAll("days") LocalDate day) {
        var end = workingDays.onOrAfter(day);

        assertThat(workingDays.isWorkingDay(end)).isTrue();
        assertThat(day.datesUntil(end).noneMatch(workingDays::isWorkingDay)).isTrue();
    }

    @Example
    void one_working_day_after_the_day_before_midsummer_skips_both_holidays() {
        assertThat(workingDays.plus(LocalDate.of(2026, 6, 22), 1)).isEqualTo(LocalDate.of(2026, 6, 25));
    }

    @Example
    void a_moved_saturday_is_worked() {
        var saturday = LocalDate.of(2026, 6, 27);
        var monday = LocalDate.of(2026, 6, 22);
        var moved = WorkingDays.with(Set.of(monday), Set.of(saturday));

        assertThat(moved.isWorkingDay(saturday)).isTrue();
        assertThat(moved.isWorkingDay(monday)).isFalse();
        assertThat(moved.plus(LocalDate.of(2026, 6, 26), 1)).isEqualTo(saturday);
    }

    @Example
    void zero_working_days_is_the_day_itself() {
        var sunday = LocalDate.of(2026, 11, 22);

        assertThat(workingDays.plus(sunday, 0)).isEqualTo(sunday);
        assertThat(workingDays.between(sunday, sunday)).isZero();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2010, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 6, 30).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
