package lv.vmis.register.exchange;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that came in, as stored: each once, and how far each system was read. */
@Component
public class Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom a message that is being taken is about, for whoever looks at it later. */
    public void about(Received received, PersonId person) {
        jdbc.sql(ABOUT)
                .param("from", received.from().name())
                .param("id", received.id())
                .param("person", person.value())
                .update();
    }

    /** Which message of ours one that is being taken answers after all, and with it whom it is about. */
    public void answers(Received received, UUID message) {
        jdbc.sql(ANSWERS)
                .param("from", received.from().name())
                .param("id", received.id())
                .param("message", message)
                .update();
    }

    Optional<String> cursor(Correspondent from) {
        return jdbc.sql(CURSOR).param("from", from.name()).query(String.class).optional();
    }

    /** False when another process has read on meanwhile. */
    boolean advance(Correspondent from, @Nullable String cursor, String next) {
        return jdbc.sql(ADVANCE)
                        .param("from", from.name())
                        .param("cursor", cursor, Types.VARCHAR)
                        .param("next", next)
                        .update()
                == 1;
    }

    /** False when it came before. */
    boolean add(UUID key, Received received, @Nullable Instant issuedAt, Taken taken, @Nullable String fault) {
        var at = received.at().atOffset(ZoneOffset.UTC);
        return jdbc.sql(ADD)
                        .param("key", key)
                        .param("from", received.from().name())
                        .param("id", received.id())
                        .param("kind", received.kind())
                        .param("body", received.body())
                        .param(
                                "issued",
                                issuedAt == null ? null : issuedAt.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", at)
                        .param("taken", taken.name())
                        .param("fault", fault, Types.VARCHAR)
                        .param("tell", issuedAt == null ? null : at, Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    void taken(UUID key, Taken taken) {
        jdbc.sql(TAKEN).param("key", key).param("taken", taken.name()).update();
    }

    Optional<PersonId> person(UUID key) {
        return jdbc.sql(PERSON).param("key", key).query(UUID.class).optional().map(PersonId::new);
    }

    /** A message whose sender was not answered yet. */
    record Untold(UUID key, String id, Taken taken) {}

    /** Some whose turn it is; nobody else is given them for a while. */
    List<Untold> untold(Correspondent from, Duration pause) {
        var now = clock.instant();
        return jdbc.sql(UNTOLD)
                .param("from", from.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("next", now.plus(pause).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Untold.class))
                .list();
    }

    void told(UUID key) {
        jdbc.sql(TOLD)
                .param("key", key)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param fault why the system could not be reached or understood; nothing when it answered */
    void heard(Correspondent from, @Nullable String fault) {
        jdbc.sql(HEARD)
                .param("from", from.name())
                .param("fault", fault, Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String ABOUT = """
            update inbox set person_id = :person where correspondent = :from and id = :id
            """;

    static final String ANSWERS = """
            update inbox i
               set answers = o.id, person_id = coalesce(i.person_id, o.person_id)
              from outbox o
             where i.correspondent = :from and i.id = :id and o.id = :message and o.correspondent = i.correspondent
            """;

    static final String CURSOR = """
            select cursor from exchange_line where correspondent = :from and cursor is not null
            """;

    static final String ADVANCE = """
            update exchange_line
               set cursor = :next
             where correspondent = :from and cursor is not distinct from :cursor
            """;

    static final String ADD = """
            insert into inbox (key, correspondent, id, kind, body, issued_at, came_at, taken, fault, tell_at)
            values (:key, :from, :id, :kind, :body, :issued, :at, :taken, :fault, :tell)
                on conflict (correspondent, id) do nothing
            """;

    static final String TAKEN = """
            update inbox set taken = :taken where key = :key
            """;

    static final String PERSON = """
            select person_id from inbox where key = :key and person_id is not null
            """;

    static final String UNTOLD = """
            update inbox i
               set tell_at = :next
             where i.key in (select key
                               from inbox
                              where correspondent = :from and tell_at <= :now
                              order by tell_at
                              limit 20
                                for update skip locked)
            returning i.key, i.id, i.taken
            """;

    static final String TOLD = """
            update inbox set tell_at = null, told_at = :now where key = :key
            """;

    // Written when something changes, and once a minute: not with every question.
    static final String HEARD = """
            update exchange_line
               set heard_at = case when cast(:fault as text) is null then cast(:now as timestamptz) else heard_at end,
                   fault = :fault,
                   fault_at = case when cast(:fault as text) is not null then coalesce(fault_at, :now) end
             where correspondent = :from
               and (fault is distinct from :fault
                    or cast(:fault as text) is null and coalesce(heard_at < cast(:now as timestamptz) - interval '1 minute', true))
            """;
}
