package lv.vmis.register.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.vmis.register.following.Standing.Ban;
import lv.vmis.register.following.Standing.State;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever takes all events knows what there is to know. */
class StandingTest {

    private static final List<UUID> IDS =
            IntStream.range(1, 4).mapToObj(i -> new UUID(0, i)).toList();

    /** The bans a receiver takes for not over, told apart by nothing but what events say. */
    @Property
    void the_events_between_any_standings_lead_from_one_to_the_next(@ForAll("standings") List<Standing> standings) {
        var known = new HashMap<String, Integer>();
        var departures = 0;
        var told = Standing.NOTHING;
        for (var now : standings) {
            for (var event : told.until(now)) {
                switch (event.type()) {
                    case BAN_SET -> known.merge("bans", 1, Integer::sum);
                    case BAN_ENDED -> known.merge("bans", -1, Integer::sum);
                    case BAN_CHANGED ->
                        assertThat(known.getOrDefault("bans", 0)).isPositive();
                    case DEPARTURE_CONFIRMED -> departures++;
                }
            }
            told = now;
            var lasting = now.bans().values().stream()
                    .filter(ban -> ban.state() != State.ENDED)
                    .count();
            assertThat(known.getOrDefault("bans", 0).longValue()).isEqualTo(lasting);
            assertThat(told.until(now)).as("told once").isEmpty();
        }
        assertThat(departures)
                .isGreaterThanOrEqualTo(standings.getLast().departures().size());
    }

    @Provide
    Arbitrary<List<Standing>> standings() {
        var ban = Combinators.combine(
                        Arbitraries.of("LV", "SCH"),
                        Arbitraries.of(State.values()),
                        Arbitraries.integers().between(1, 3))
                .as((territory, state, day) ->
                        new Ban(territory, LocalDate.of(2026, 1, day), LocalDate.of(2027, 1, day), false, state));
        Arbitrary<Map<UUID, Ban>> bans =
                Arbitraries.maps(Arbitraries.of(IDS), ban).ofMaxSize(3);
        Arbitrary<Map<UUID, LocalDate>> departures = Arbitraries.maps(
                        Arbitraries.of(IDS), Arbitraries.of(LocalDate.of(2026, 1, 1)))
                .ofMaxSize(3);
        return Combinators.combine(bans, departures)
                .as(Standing::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
