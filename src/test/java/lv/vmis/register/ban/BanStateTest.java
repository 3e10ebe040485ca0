package lv.vmis.register.ban;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BanStateTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 20);
    private static final LocalDate LEFT = LocalDate.of(2026, 11, 23);

    @Test
    void a_ban_runs_from_the_departure_to_the_same_date() {
        assertThat(BanState.on(DECIDED.minusDays(1), DECIDED, LEFT, 36)).isEqualTo(new BanState.Planned());
        assertThat(BanState.on(DECIDED, null, null, 36)).isEqualTo(new BanState.Planned());
        assertThat(BanState.on(DECIDED, DECIDED, null, 36)).isEqualTo(new BanState.PendingStart());
        assertThat(BanState.on(LEFT.minusDays(1), DECIDED, LEFT, 36)).isEqualTo(new BanState.PendingStart());
        var last = LocalDate.of(2029, 11, 23);
        assertThat(BanState.on(LEFT, DECIDED, LEFT, 36)).isEqualTo(new BanState.InForce(LEFT, last));
        assertThat(BanState.on(last, DECIDED, LEFT, 36)).isEqualTo(new BanState.InForce(LEFT, last));
        assertThat(BanState.on(last.plusDays(1), DECIDED, LEFT, 36)).isEqualTo(new BanState.Expired(LEFT, last));
        assertThat(BanState.on(last.plusYears(90), DECIDED, LEFT, null)).isEqualTo(new BanState.InForce(LEFT, null));
    }

    @Test
    void a_term_ends_on_the_last_day_of_a_shorter_month() {
        assertThat(BanState.lastDay(LocalDate.of(2024, 2, 29), 12)).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(BanState.lastDay(LocalDate.of(2026, 8, 31), 1)).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Property
    void a_ban_is_in_force_exactly_on_its_days(
            @ForAll @IntRange(min = 0, max = 4_000) int offset, @ForAll @IntRange(min = 1, max = 120) int months) {
        var day = LEFT.plusDays(offset);
        var last = LEFT.plusMonths(months);
        assertThat(BanState.on(day, DECIDED, LEFT, months) instanceof BanState.InForce)
                .isEqualTo(!day.isAfter(last));
    }
}
