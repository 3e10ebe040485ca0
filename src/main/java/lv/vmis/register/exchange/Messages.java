package lv.vmis.register.exchange;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.exchange.MessageFile.Attempt;
import lv.vmis.register.exchange.MessageFile.Stored;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as officials see them, and what they do with those that need them. */
@Component
class Messages {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page and one line more, the latest first. */
    List<MessageLine> list(Side side, MessageShow show, @Nullable Correspondent system, Instant before, UUID beforeId) {
        var sql = switch (side) {
            case OUT ->
                switch (show) {
                    case LOOK_AT -> OUT_TO_LOOK_AT;
                    case WAITING -> OUT_WAITING;
                    case ALL -> OUT_ALL;
                };
            case IN -> show == MessageShow.ALL ? IN_ALL : IN_TO_LOOK_AT;
        };
        return jdbc.sql(sql)
                .param("system", system == null ? null : system.name(), Types.VARCHAR)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("id", beforeId)
                .param("most", PAGE + 1)
                .query(Rows.of(MessageLine.class))
                .list();
    }

    /** What waits and what needs somebody, by system. */
    record Counts(
            Correspondent system,
            @Nullable Instant heardAt,
            @Nullable String fault,
            @Nullable Instant faultAt,
            int waiting,
            @Nullable Instant oldest,
            int dead,
            int refused,
            int unread) {}

    List<Counts> counts() {
        return jdbc.sql(COUNTS).query(Rows.of(Counts.class)).list();
    }

    /** Whom a message is about; an empty answer when nobody knows, nothing when there is no such message. */
    Optional<Optional<PersonId>> person(Side side, UUID id) {
        return stored(side, id)
                .map(found -> Optional.ofNullable(found.personId()).map(PersonId::new));
    }

    Optional<Stored> stored(Side side, UUID id) {
        var sql = side == Side.OUT ? OUT : IN;
        return jdbc.sql(sql).param("id", id).query(Rows.of(Stored.class)).optional();
    }

    List<Attempt> attempts(UUID id) {
        return jdbc.sql(ATTEMPTS).param("id", id).query(Rows.of(Attempt.class)).list();
    }

    /** False when it is sent anyway. */
    boolean sendAgain(UUID id) {
        return jdbc.sql(SEND_AGAIN)
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when nobody has to look at it, or somebody has. */
    boolean putAside(Side side, UUID id, String reason, Actor by) {
        var sql = side == Side.OUT ? OUT_ASIDE : IN_ASIDE;
        return jdbc.sql(sql)
                        .param("id", id)
                        .param("by", by.account())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    private static final String OUT_LINE = """
            select o.id, o.correspondent as system, o.kind,
                   case when o.aside_at is not null then 'ASIDE'
                        when o.answer is not null then o.answer
                        when o.dead_at is not null then 'DEAD'
                        else 'WAITING' end as state,
                   o.put_at as at, o.answered_at as ended_at,
                   (select count(*) from outbox_attempt t where t.message_id = o.id) as attempts
              from outbox o
            """;

    private static final String IN_LINE = """
            select i.key as id, i.correspondent as system, i.kind,
                   case when i.aside_at is not null then 'ASIDE' else i.taken end as state,
                   i.came_at as at, i.told_at as ended_at, 0 as attempts
              from inbox i
            """;

    static final String OUT_ALL = OUT_LINE + """
             where o.correspondent = coalesce(:system, o.correspondent) and (o.put_at, o.id) < (:before, :id)
             order by o.put_at desc, o.id desc
             limit :most
            """;

    static final String OUT_WAITING = OUT_LINE + """
             where not o.settled and o.correspondent = coalesce(:system, o.correspondent)
               and (o.put_at, o.id) < (:before, :id)
             order by o.put_at desc, o.id desc
             limit :most
            """;

    static final String OUT_TO_LOOK_AT = OUT_LINE + """
             where (not o.settled and o.dead_at is not null or o.answer = 'REFUSED' and o.aside_at is null)
               and o.correspondent = coalesce(:system, o.correspondent) and (o.put_at, o.id) < (:before, :id)
             order by o.put_at desc, o.id desc
             limit :most
            """;

    static final String IN_ALL = IN_LINE + """
             where i.correspondent = coalesce(:system, i.correspondent) and (i.came_at, i.key) < (:before, :id)
             order by i.came_at desc, i.key desc
             limit :most
            """;

    static final String IN_TO_LOOK_AT = IN_LINE + """
             where i.taken <> 'DONE' and i.aside_at is null and i.correspondent = coalesce(:system, i.correspondent)
               and (i.came_at, i.key) < (:before, :id)
             order by i.came_at desc, i.key desc
             limit :most
            """;

    static final String COUNTS = """
            select l.correspondent as system, l.heard_at, l.fault, l.fault_at,
                   coalesce(o.waiting, 0) as waiting, o.oldest, coalesce(o.dead, 0) as dead,
                   (select count(*) from outbox r
                     where r.correspondent = l.correspondent and r.answer = 'REFUSED' and r.aside_at is null) as refused,
                   (select count(*) from inbox i
                     where i.correspondent = l.correspondent and i.taken <> 'DONE' and i.aside_at is null) as unread
              from exchange_line l
              left join (select w.correspondent, count(*) filter (where w.dead_at is null) as waiting,
                                min(w.put_at) as oldest, count(w.dead_at) as dead
                           from outbox w
                          where not w.settled
                          group by w.correspondent) o on o.correspondent = l.correspondent
             order by array_position(array['NSIS', 'VMIS', 'BORDER'], l.correspondent)
            """;

    static final String OUT = """
            select o.id, o.correspondent as system, o.kind,
                   case when o.aside_at is not null then 'ASIDE'
                        when o.answer is not null then o.answer
                        when o.dead_at is not null then 'DEAD'
                        else 'WAITING' end as state,
                   o.put_at as at, o.answered_at as ended_at,
                   (select count(*) from outbox_attempt t where t.message_id = o.id) as attempts,
                   o.id::text as key, o.person_id, o.body, o.answer_body as answer, null::text as fault,
                   a.name as aside_by, o.aside_at, o.aside_reason
              from outbox o
              left join account a on a.id = o.aside_by
             where o.id = :id
            """;

    static final String IN = """
            select i.key as id, i.correspondent as system, i.kind,
                   case when i.aside_at is not null then 'ASIDE' else i.taken end as state,
                   i.came_at as at, i.told_at as ended_at, 0 as attempts,
                   i.id as key, i.person_id, i.body, null::text as answer, i.fault,
                   a.name as aside_by, i.aside_at, i.aside_reason
              from inbox i
              left join account a on a.id = i.aside_by
             where i.key = :id
            """;

    static final String ATTEMPTS = """
            select place, tried_at, ended_at, fault, detail
              from outbox_attempt
             where message_id = :id
             order by place desc
             limit 100
            """;

    static final String SEND_AGAIN = """
            update outbox
               set dead_at = null, attempts = 0, next_at = :now
             where id = :id and dead_at is not null and not settled
            """;

    static final String OUT_ASIDE = """
            update outbox
               set aside_by = :by, aside_at = :now, aside_reason = :reason
             where id = :id and aside_at is null and (dead_at is not null or answer = 'REFUSED')
            """;

    static final String IN_ASIDE = """
            update inbox
               set aside_by = :by, aside_at = :now, aside_reason = :reason
             where key = :id and aside_at is null and taken <> 'DONE'
            """;
}
