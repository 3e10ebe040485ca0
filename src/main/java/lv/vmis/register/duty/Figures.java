package lv.vmis.register.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for those who work with figures, accounts and looks and not with persons. */
@Component
public class Figures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A count under the text {@code duty.figure.<key>}, with where its list is, or "". */
    public record Figure(String key, long count, String href) {}

    /** Who looked at persons since yesterday. */
    public record Looking(String institution, long officials, long looks, long persons) {}

    record Today(
            long findings, long orders, long removals, long departures, long latvia, long schengen, long pending) {}

    record Access(long total, long never, long blocked, long ending) {}

    List<Figure> today() {
        var today = jdbc.sql(TODAY)
                .param("day", LocalDate.now(clock))
                .query(Rows.of(Today.class))
                .single();
        return List.of(
                new Figure("findings", today.findings(), ""),
                new Figure("orders", today.orders(), ""),
                new Figure("removals", today.removals(), ""),
                new Figure("departures", today.departures(), ""),
                new Figure("bans-latvia", today.latvia(), ""),
                new Figure("bans-schengen", today.schengen(), ""),
                new Figure("bans-pending", today.pending(), ""));
    }

    /** For whoever checks persons: how often he has done it today. */
    List<Figure> checking(Actor by) {
        var day = LocalDate.now(clock);
        var looks = jdbc.sql(MY_CHECKS)
                .param("actor", by.account())
                .param("from", startOf(day))
                .query(Long.class)
                .single();
        return List.of(new Figure("my-checks", looks, ""));
    }

    List<Looking> looks() {
        return jdbc.sql(LOOKS)
                .param(
                        "from",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minusDays(1))
                .query(Rows.of(Looking.class))
                .list();
    }

    List<Figure> accounts() {
        var access = jdbc.sql(ACCOUNTS)
                .param("day", LocalDate.now(clock))
                .query(Rows.of(Access.class))
                .single();
        return List.of(
                new Figure("accounts", access.total(), "/accounts"),
                new Figure("accounts-never", access.never(), "/accounts"),
                new Figure("accounts-blocked", access.blocked(), "/accounts"),
                new Figure("accounts-ending", access.ending(), "/accounts"));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(RegisterClock.RIGA).toOffsetDateTime();
    }

    static final String TODAY = """
            select (select count(*) from finding where found_on = :day) as findings,
                   (select count(*) from decision where kind = 'DEPARTURE_ORDER' and decided_on = :day) as orders,
                   (select count(*) from decision where kind = 'REMOVAL' and decided_on = :day) as removals,
                   (select count(*) from departure where departed_on = :day) as departures,
                   count(*) filter (where territory = 'LV' and from_day <= :day and (to_day is null or to_day >= :day)) as latvia,
                   count(*) filter (where territory = 'SCH' and from_day <= :day and (to_day is null or to_day >= :day)) as schengen,
                   count(*) filter (where from_day is null) as pending
              from ban_clock
            """;

    static final String MY_CHECKS = """
            select count(*)
              from entry
             where kind = 'look' and actor = :actor and at >= :from and operation = 'check'
            """;

    static final String LOOKS = """
            select institution, count(distinct actor) as officials, count(*) as looks,
                   coalesce(sum(cardinality(persons)), 0)::bigint as persons
              from entry
             where kind = 'look' and at >= :from
             group by institution
             order by looks desc, institution
            """;

    static final String ACCOUNTS = """
            select count(*) as total,
                   count(*) filter (where last_sign_in is null) as never,
                   count(*) filter (where blocked_at is not null) as blocked,
                   count(*) filter (where training_until < cast(:day as date) + 30) as ending
              from account
            """;
}
