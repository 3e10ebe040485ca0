package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

@RegisterTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class HolidaysTest {

    private final ReferenceData data;
    private final WorkingDays workingDays;

    HolidaysTest(ReferenceData data, WorkingDays workingDays) {
        this.data = data;
        this.workingDays = workingDays;
    }

    @Test
    void the_listed_days_are_those_of_the_law_in_every_year() {
        var listed = data.now().holidays().stream()
                .filter(holiday -> Set.of("holiday", "substitute").contains(holiday.kind()))
                .map(Holiday::day)
                .collect(Collectors.toCollection(TreeSet::new));
        var ruled = IntStream.rangeClosed(2010, 2040)
                .mapToObj(HolidayRule::daysOff)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(ruled);
    }

    @Test
    void easter_falls_on_the_known_sundays() {
        assertThat(List.of(2011, 2019, 2024, 2025, 2026, 2038))
                .extracting(HolidayRule::easter)
                .containsExactly(
                        LocalDate.of(2011, 4, 24),
                        LocalDate.of(2019, 4, 21),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2038, 4, 25));
    }

    @Test
    void each_day_off_moved_by_the_cabinet_has_its_working_day() {
        var kinds = data.now().holidays().stream().collect(Collectors.groupingBy(Holiday::kind, Collectors.counting()));

        assertThat(kinds.get("moved_day_off"))
                .isEqualTo(kinds.get("working_day"))
                .isPositive();
    }

    @Test
    void working_days_follow_the_table() {
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 1, 17))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2024, 5, 6))).isFalse();
        assertThat(workingDays.plus(LocalDate.of(2026, 11, 17), 1)).isEqualTo(LocalDate.of(2026, 11, 19));
    }
}
