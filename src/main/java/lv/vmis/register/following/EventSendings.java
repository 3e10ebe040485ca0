package lv.vmis.register.following;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events to be sent, as stored: whose turn it is, what was taken, what failed. */
@Component
class EventSendings {

    private final JdbcClient jdbc;
    private final Feed feed;
    private final Clock clock;

    EventSendings(JdbcClient jdbc, Feed feed, Clock clock) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * An event whose turn it is.
     *
     * @param attributes what the agreement lets it tell
     * @param terms under which it is sent
     * @param isNew whether it was not sent under them before
     * @param purpose of the following
     * @param attempts that failed
     * @param until when another process may take it
     */
    record Turn(
            String agreement,
            String institution,
            URI to,
            Set<Attribute> attributes,
            UUID terms,
            boolean isNew,
            Purpose purpose,
            int attempts,
            Instant until,
            Feed.Event event) {}

    /**
     * Of each agreement the first event whose turn it is: nothing of it is on the way, and nothing earlier about whom it is about waits.
     * Whoever stops on the way leaves it to the next attempt.
     *
     * @param only of this agreement
     */
    List<Turn> take(@Nullable String only, int most, Instant until) {
        jdbc.sql(LOCK).query((_, _) -> true).single();
        return jdbc.sql(TAKE)
                .param("only", only, Types.VARCHAR)
                .param("now", now())
                .param("day", LocalDate.now(clock))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> turn(row, until))
                .list();
    }

    /** Its look was recorded. */
    void told(Turn turn) {
        jdbc.sql(TOLD)
                .param("agreement", turn.agreement())
                .param("place", turn.event().place())
                .param("terms", turn.terms())
                .update();
    }

    void delivered(Turn turn) {
        jdbc.sql(DELIVERED)
                .param("agreement", turn.agreement())
                .param("place", turn.event().place())
                .param("now", now())
                .update();
    }

    /** @param next when it is tried again; nothing when it is not */
    void failed(Turn turn, EventFailure failure, @Nullable Instant next) {
        jdbc.sql(FAILED)
                .param("agreement", turn.agreement())
                .param("place", turn.event().place())
                .param("lease", turn.until().atOffset(ZoneOffset.UTC))
                .param("next", next == null ? now() : next.atOffset(ZoneOffset.UTC))
                .param("dead", next == null)
                .param("fault", failure.fault().name())
                .param("detail", failure.detail())
                .param("now", now())
                .update();
    }

    /** How it stands with the events of an agreement; nothing where there is no such agreement. */
    List<EventsSent> of(String agreement) {
        return jdbc.sql(STANDING)
                .param("agreement", agreement)
                .query(Rows.of(EventsSent.class))
                .list();
    }

    List<DeadEvent> dead(String agreement, int most) {
        return jdbc.sql(DEAD)
                .param("agreement", agreement)
                .param("most", most)
                .query(Rows.of(DeadEvent.class))
                .list();
    }

    /** How many were not tried any more, and now are. */
    int again(String agreement) {
        return jdbc.sql(AGAIN).param("agreement", agreement).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Turn turn(ResultSet row, Instant until) throws SQLException {
        return new Turn(
                row.getString("agreement"),
                row.getString("institution"),
                URI.create(row.getString("events_url")),
                Arrays.stream((String[]) row.getArray("attributes").getArray())
                        .map(Attribute::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("terms", UUID.class),
                row.getBoolean("is_new"),
                new Purpose(row.getString("purpose"), row.getString("case_ref"), null),
                row.getInt("attempts"),
                until,
                feed.event(row));
    }

    // Two at once would both see nothing on the way.
    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('event sending', 0))
            """;

    static final String TAKE = """
            with due as (
                select distinct on (s.agreement) s.agreement, s.place, a.institution, t.id as terms, t.events_url, t.attributes
                  from event_sending s
                  join agreement a on a.number = s.agreement and a.suspended_at is null
                  join agreement_change t on t.id = a.terms and t.events_url is not null and t.valid_from <= :day
                                         and coalesce(t.valid_to, 'infinity') >= :day
                  join followed_event e on e.agreement = s.agreement and e.place = s.place
                  join followed f on f.id = e.followed_id and f.ended_at is null
                 where s.delivered_at is null and s.dead_at is null and s.next_at <= :now
                   and (cast(:only as text) is null or s.agreement = :only)
                   and not exists (select 1
                                     from event_sending o
                                    where o.agreement = s.agreement and o.leased_until > :now)
                   and not exists (select 1
                                     from followed_event b
                                     join event_sending p on p.agreement = b.agreement and p.place = b.place and p.delivered_at is null
                                    where b.followed_id = e.followed_id and b.place < e.place)
                 order by s.agreement, s.place
                 limit :most
            ), turn as (
                update event_sending s
                   set leased_until = :until
                  from due d
                 where s.agreement = d.agreement and s.place = d.place
             returning s.agreement, s.place, s.attempts, s.told_under, d.institution, d.terms, d.events_url, d.attributes
            )
            select t.agreement, t.place, t.attempts, t.told_under is distinct from t.terms as is_new, t.institution, t.terms, t.events_url,
                   t.attributes, e.id, e.followed_id, f.reference, e.at, e.persons, e.happened, f.purpose, f.case_ref
              from turn t
              join followed_event e on e.agreement = t.agreement and e.place = t.place
              join followed f on f.id = e.followed_id
            """;

    static final String TOLD = """
            update event_sending set told_under = :terms where agreement = :agreement and place = :place
            """;

    static final String DELIVERED = """
            update event_sending
               set delivered_at = :now, leased_until = null, dead_at = null, fault = null, detail = null
             where agreement = :agreement and place = :place and delivered_at is null
            """;

    /** Not what another process does with it meanwhile. */
    static final String FAILED = """
            update event_sending
               set attempts = attempts + 1, next_at = :next, leased_until = null, fault = :fault, detail = :detail,
                   dead_at = case when :dead then cast(:now as timestamptz) end
             where agreement = :agreement and place = :place and delivered_at is null and leased_until = :lease
            """;

    /** What nobody follows any more is not sent, and does not wait. */
    static final String STANDING = """
            select a.number as agreement, t.events_url,
                   count(s.place) filter (where s.delivered_at is null and f.ended_at is null) as waiting,
                   min(e.at) filter (where s.delivered_at is null and f.ended_at is null) as oldest,
                   count(*) filter (where s.dead_at is not null and f.ended_at is null) as dead,
                   max(s.delivered_at) as delivered_at
              from agreement a
              left join agreement_change t on t.id = a.terms
              left join event_sending s on s.agreement = a.number
              left join followed_event e on e.agreement = s.agreement and e.place = s.place
              left join followed f on f.id = e.followed_id
             where a.number = :agreement
             group by a.number, t.events_url
            """;

    static final String DEAD = """
            select s.place, e.id, e.happened ->> 'type' as type, e.followed_id, e.at, s.attempts, s.dead_at, s.fault, s.detail
              from event_sending s
              join followed_event e on e.agreement = s.agreement and e.place = s.place
              join followed f on f.id = e.followed_id and f.ended_at is null
             where s.agreement = :agreement and s.dead_at is not null
             order by s.place
             limit :most
            """;

    static final String AGAIN = """
            update event_sending
               set dead_at = null, attempts = 0, next_at = :now
             where agreement = :agreement and dead_at is not null
            """;
}
