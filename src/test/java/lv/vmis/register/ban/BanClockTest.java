package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The view and the list say the same as the rule in Java. */
@RegisterTest
class BanClockTest {

    private final DecisionSamples samples;
    private final BanList bans;
    private final JdbcClient jdbc;
    private final LocalDate today;

    BanClockTest(DecisionSamples samples, BanList bans, JdbcClient jdbc, Clock clock) {
        this.samples = samples;
        this.bans = bans;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    record Term(LocalDate fromDay, int months, LocalDate toDay) {}

    @Test
    void postgres_adds_months_as_the_rule_does() {
        var terms =
                samples.reading(() -> jdbc.sql("""
                        select d::date as from_day, m as months, (d::date + make_interval(months => m))::date as to_day
                          from generate_series(date '2023-12-20', date '2024-12-31', interval '1 day') d,
                               unnest(array[1, 2, 3, 6, 11, 12, 13, 36, 60, 120]) m
                        """).query(Rows.of(Term.class)).list());

        assertThat(terms).hasSizeGreaterThan(3_000);
        assertThat(terms)
                .allSatisfy(term -> assertThat(BanState.lastDay(term.fromDay(), term.months()))
                        .isEqualTo(term.toDay()));
    }

    @Test
    void the_list_filters_by_the_state_the_rule_gives_on_every_edge_day() {
        var plan = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
        var gone = samples.departed(order(plan), official("inspektore"), official("vrs.vaditajs"));
        var waiting = samples.signed(order(plan), official("inspektore"), official("vrs.vaditajs"))
                .decision();
        var planned = samples.toSign(order(plan), official("inspektore"));

        assertThat(samples.reading(() -> bans.find(BanQuery.on(today, null), null, 1000)))
                .extracting(BanRow::decisionId)
                .contains(gone, waiting)
                .doesNotContain(planned);
        for (var day : List.of(today, today.plusMonths(12), today.plusMonths(12).plusDays(1))) {
            for (var state : List.of(BanState.Code.PENDING, BanState.Code.IN_FORCE, BanState.Code.EXPIRED)) {
                var rows = samples.reading(() -> bans.find(
                        new BanQuery(state, day, "LV", "VRS", null, null, null, null, null, null, null), null, 1000));
                assertThat(rows)
                        .allSatisfy(row -> assertThat(BanState.between(day, row.decidedOn(), row.fromDay(), row.toDay())
                                        .code())
                                .isEqualTo(state));
            }
            assertThat(inForce(day).contains(gone)).isEqualTo(!day.isAfter(today.plusMonths(12)));
        }
    }

    private List<UUID> inForce(LocalDate day) {
        return samples.reading(() -> bans.find(BanQuery.on(day, BanState.Code.IN_FORCE), null, 1000)).stream()
                .map(BanRow::decisionId)
                .toList();
    }
}
