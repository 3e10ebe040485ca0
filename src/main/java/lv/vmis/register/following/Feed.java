package lv.vmis.register.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The feeds of events, one for each agreement, in one order each. */
@Component
class Feed {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Feed(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One event of a feed. */
    record Event(
            long place,
            UUID id,
            UUID followed,
            String reference,
            Instant at,
            List<PersonId> persons,
            Standing.Happened happened) {}

    /** Whoever adds to a feed waits for the one before: a reader never sees a later place before an earlier one. */
    void add(Followed followed, List<Standing.Happened> happened, List<UUID> persons) {
        jdbc.sql(LOCK)
                .param("agreement", followed.agreement())
                .query((_, _) -> Boolean.TRUE)
                .single();
        for (var one : happened) {
            var id = Ids.next();
            jdbc.sql(ADD)
                    .param("agreement", followed.agreement())
                    .param("id", id)
                    .param("followed", followed.id())
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("persons", persons.toArray(UUID[]::new))
                    .param("happened", json.writeValueAsString(one))
                    .update();
            jdbc.sql(SEND).param("id", id).update();
        }
    }

    List<Event> after(String agreement, long place, int most) {
        return jdbc.sql(AFTER)
                .param("agreement", agreement)
                .param("place", place)
                .param("most", most)
                .query((row, _) -> event(row))
                .list();
    }

    Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("place"),
                row.getObject("id", UUID.class),
                row.getObject("followed_id", UUID.class),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Arrays.stream((UUID[]) row.getArray("persons").getArray())
                        .map(PersonId::new)
                        .toList(),
                json.readValue(row.getString("happened"), Standing.Happened.class));
    }

    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('feed ' || :agreement, 0))
            """;

    static final String ADD = """
            insert into followed_event (agreement, place, id, followed_id, at, persons, happened)
            select :agreement, coalesce(max(place), 0) + 1, :id, :followed, :at, :persons, :happened::jsonb
              from followed_event
             where agreement = :agreement
            """;

    /** Where the agreement names an address. */
    static final String SEND = """
            insert into event_sending (agreement, place, next_at)
            select e.agreement, e.place, e.at
              from followed_event e
              join agreement a on a.number = e.agreement
              join agreement_change t on t.id = a.terms and t.events_url is not null
             where e.id = :id
            """;

    static final String AFTER = """
            select e.place, e.id, e.followed_id, f.reference, e.at, e.persons, e.happened
              from followed_event e
              join followed f on f.id = e.followed_id
             where e.agreement = :agreement and e.place > :place
             order by e.place
             limit :most
            """;
}
