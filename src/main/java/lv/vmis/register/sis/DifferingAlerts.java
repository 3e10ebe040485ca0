package lv.vmis.register.sis;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has an alert that is not as it ought to be: looked for among some persons at a time, and kept beside them. */
@Component
class DifferingAlerts {

    /** After every person. */
    static final UUID END = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final Clock clock;

    DifferingAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<PersonId> heads(Collection<UUID> records) {
        return jdbc.sql(HEADS)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> new PersonId(row.getObject("head_id", UUID.class)))
                .list();
    }

    /** Some persons in the order of their keys, those after the one and up to the other. */
    record Part(UUID after, UUID upto) {

        boolean isLast() {
            return upto.equals(END);
        }
    }

    Part part(UUID after, int persons) {
        var upto = jdbc.sql(UPTO)
                .param("after", after)
                .param("before", persons - 1)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
        return new Part(after, upto.orElse(END));
    }

    /** Of a part, whose alert is not as it ought to be, or is said not to be. */
    List<PersonId> among(Part part, LocalDate day) {
        return jdbc.sql(AMONG)
                .param("day", day)
                .param("after", part.after())
                .param("upto", part.upto())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Keeps beside the person whether the two differ, and why. */
    void keep(PersonId head, Standing standing) {
        var mismatch = standing.mismatch();
        jdbc.sql(DROP)
                .param("head", head.value())
                .param("differs", mismatch != null)
                .update();
        if (mismatch != null) {
            jdbc.sql(KEEP)
                    .param("head", head.value())
                    .param("side", standing.side().name())
                    .param("reason", mismatch.name())
                    .param("turn", mismatch.isOfOfficial() ? 1 : 2)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** On one side, first what an official has to see to and what waits longest; those after a person. */
    List<PersonId> on(Standing.Side side, @Nullable UUID after, int most) {
        return jdbc.sql(ON_SIDE)
                .param("side", side.name())
                .param("last", Objects.requireNonNullElse(after, END))
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void swept(Instant begun) {
        jdbc.sql(SWEPT)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the last look at everybody began that came to its end. */
    Optional<Instant> lastSweep() {
        return jdbc.sql(LAST_SWEEP)
                .query((row, _) -> row.getTimestamp("begun_at").toInstant())
                .optional();
    }

    static final String HEADS = """
            select distinct head_id from person where id = any(:records)
            """;

    static final String UPTO = """
            select id from person where id > :after order by id offset :before limit 1
            """;

    static final String AMONG = """
            select coalesce(d.person_id, t.person_id) as person_id
              from alerts_due(:day, :after, :upto) d
              full join (select p.head_id as person_id, a.category, a.decision_id, a.ban_id, a.state, a.message_id, a.refused
                           from person p
                          cross join lateral (select a.*
                                                from alert a
                                               where a.person_id = p.id and a.state not in ('DELETED', 'WITHDRAWN')
                                              offset 0) a
                          where p.head_id > :after and p.head_id <= :upto) t
                on t.person_id = d.person_id
             where ((d.person_id is null or t.person_id is null) and d.may_be_left_out is distinct from true)
                   or d.category <> t.category or d.decision_id <> t.decision_id or d.ban_id <> t.ban_id
                   or t.state in ('CONSULTING', 'EXPIRED') or t.message_id is not null or t.refused is not null
            union
            select p.head_id
              from alert_difference a
              join person p on p.id = a.person_id
             where a.person_id > :after and a.person_id <= :upto
             order by 1
            """;

    /** Also what is said of his other records, which once stood for themselves. */
    static final String DROP = """
            delete from alert_difference
             where person_id in (select id from person where head_id = :head) and (person_id <> :head or not :differs)
            """;

    static final String KEEP = """
            insert into alert_difference (person_id, side, reason, turn, since)
            values (:head, :side, :reason, :turn, :now)
            on conflict (person_id) do update
               set side = excluded.side, reason = excluded.reason, turn = excluded.turn, since = excluded.since
             where (alert_difference.side, alert_difference.reason) <> (excluded.side, excluded.reason)
            """;

    /** Who has gone from the list meanwhile leads to its beginning. */
    static final String ON_SIDE = """
            select d.person_id
              from alert_difference d
             where d.side = :side
               and coalesce((d.turn, d.since, d.person_id) > (select l.turn, l.since, l.person_id
                                                                from alert_difference l
                                                               where l.person_id = :last), true)
             order by d.turn, d.since, d.person_id
             limit :most
            """;

    static final String SWEPT = """
            insert into alert_sweep (begun_at, ended_at)
            values (:begun, :now)
            on conflict (only_one) do update set begun_at = excluded.begun_at, ended_at = excluded.ended_at
            """;

    static final String LAST_SWEEP = """
            select begun_at from alert_sweep
            """;
}
