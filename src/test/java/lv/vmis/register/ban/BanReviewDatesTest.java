package lv.vmis.register.ban;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import lv.vmis.register.support.PlainCalendar;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Until when a ban is reviewed next: the function of the database over thousands of bans at once, in tables that stand in front
 * of the real ones while it is asked, beside a second reckoning in whole days. More tries: {@code ./register prove dates}.
 */
@RegisterTest
class BanReviewDatesTest {

    private static final int BATCH = 5_000;
    private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);

    private final DataSource owner;

    BanReviewDatesTest(@Qualifier("migrations") DataSource owner) {
        this.owner = owner;
    }

    private record Some(
            UUID id,
            LocalDate decided,
            @Nullable Integer months,
            @Nullable Integer reduced,
            int over,
            int every,
            List<LocalDate> due,
            List<LocalDate> reviewed) {

        static Some of(Random random) {
            // Days that not every year has are tried often.
            var decided = random.nextInt(20) == 0
                    ? LocalDate.of(2004 + 4 * random.nextInt(9), 2, 29)
                    : FIRST.plusDays(random.nextInt(36 * 365));
            var due = new ArrayList<LocalDate>();
            var reviewed = new ArrayList<LocalDate>();
            for (var n = random.nextInt(4); n > 0; n--) {
                // Most reviews are about the day they were due on, some years late.
                var on = decided.plusYears(3L * n).plusDays(random.nextInt(5) - 2L);
                due.add(on);
                reviewed.add(
                        random.nextInt(5) == 0 ? on.plusDays(random.nextInt(2_000)) : on.minusDays(random.nextInt(40)));
            }
            return new Some(
                    new UUID(random.nextLong(), random.nextLong()),
                    decided,
                    random.nextInt(5) == 0 ? null : 1 + random.nextInt(120),
                    random.nextInt(5) == 0 ? 1 + random.nextInt(120) : null,
                    1 + random.nextInt(5),
                    random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 3,
                    due,
                    reviewed);
        }

        /** The first of the days so many years apart, counted from the decision, that lies after all that was covered. */
        @Nullable
        Long next() {
            var length = reduced != null ? reduced : months;
            if (length != null && length <= over * 12) {
                return null;
            }
            var from = PlainCalendar.day(decided);
            var covered = from;
            for (var day : due) {
                covered = Math.max(covered, PlainCalendar.day(day));
            }
            for (var day : reviewed) {
                covered = Math.max(covered, PlainCalendar.day(day));
            }
            var times = 1;
            while (PlainCalendar.plusMonths(from, 12 * every * times) <= covered) {
                times++;
            }
            return PlainCalendar.plusMonths(from, 12 * every * times);
        }
    }

    @Test
    void a_ban_is_reviewed_on_the_day_of_a_second_reckoning() throws SQLException {
        var random = new Random(20261127);
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (var statement = connection.createStatement()) {
                    statement.execute(STANDING_IN);
                }
                // Each asks the database: fewer are tried with every build than of other dates.
                for (var left = Integer.getInteger("proof.dates", 20_000); left > 0; left -= BATCH) {
                    compare(connection, random, Math.min(left, BATCH));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void compare(Connection connection, Random random, int many) throws SQLException {
        var some = new ArrayList<Some>();
        for (var i = 0; i < many; i++) {
            some.add(Some.of(random));
        }
        put(connection, some);
        try (var asked = connection.prepareStatement(ASKED);
                var rows = asked.executeQuery()) {
            for (var one : some) {
                assertThat(rows.next()).isTrue();
                var due = rows.getObject(1, LocalDate.class);
                assertThat(due == null ? null : due.toEpochDay()).as("%s", one).isEqualTo(one.next());
            }
            assertThat(rows.next()).isFalse();
        }
    }

    private static void put(Connection connection, List<Some> some) throws SQLException {
        try (var statement = connection.createStatement();
                var bans = connection.prepareStatement(BAN);
                var reviews = connection.prepareStatement(REVIEW)) {
            statement.execute("truncate pg_temp.ban, pg_temp.decision, pg_temp.ban_review");
            var reviewed = some.stream()
                    .flatMap(one -> one.due().stream().map(_ -> one.id()))
                    .toArray();
            bans.setArray(
                    1,
                    connection.createArrayOf("uuid", some.stream().map(Some::id).toArray()));
            bans.setArray(2, dates(connection, some.stream().map(Some::decided).toList()));
            bans.setArray(
                    3,
                    connection.createArrayOf(
                            "integer", some.stream().map(Some::months).toArray()));
            bans.setArray(
                    4,
                    connection.createArrayOf(
                            "integer", some.stream().map(Some::reduced).toArray()));
            bans.setArray(
                    5,
                    connection.createArrayOf(
                            "integer", some.stream().map(Some::over).toArray()));
            bans.setArray(
                    6,
                    connection.createArrayOf(
                            "integer", some.stream().map(Some::every).toArray()));
            bans.executeUpdate();
            reviews.setArray(1, connection.createArrayOf("uuid", reviewed));
            reviews.setArray(
                    2,
                    dates(
                            connection,
                            some.stream().flatMap(one -> one.due().stream()).toList()));
            reviews.setArray(
                    3,
                    dates(
                            connection,
                            some.stream()
                                    .flatMap(one -> one.reviewed().stream())
                                    .toList()));
            reviews.executeUpdate();
        }
    }

    private static java.sql.Array dates(Connection connection, List<LocalDate> days) throws SQLException {
        return connection.createArrayOf("date", days.stream().map(Date::valueOf).toArray());
    }

    private static final String STANDING_IN = """
            create temporary table ban (place integer, id uuid primary key, decision_id uuid, term_months integer, reduced_months integer,
                                        longer integer, every integer) on commit drop;
            create temporary table decision (id uuid primary key, decided_on date, signed_at timestamptz) on commit drop;
            create temporary table ban_review (ban_id uuid, due_on date, reviewed_on date) on commit drop;
            create index on ban_review (ban_id);
            set local search_path = pg_temp, public
            """;

    private static final String BAN = """
            with given as (
                select * from unnest(?::uuid[], ?::date[], ?::integer[], ?::integer[], ?::integer[], ?::integer[])
                         with ordinality as x (id, decided, months, reduced, longer, every, place)),
            decided as (insert into pg_temp.decision select id, decided, now() from given)
            insert into pg_temp.ban select place, id, id, months, reduced, longer, every from given
            """;

    private static final String REVIEW = """
            insert into pg_temp.ban_review select * from unnest(?::uuid[], ?::date[], ?::date[])
            """;

    private static final String ASKED = """
            select ban_review_due(id, longer, every) from pg_temp.ban order by place
            """;
}
