package lv.vmis.register.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cleared hits, as stored. */
@Component
class ClearedHits {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    ClearedHits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which of these persons the bearer is not. What was learnt of a person since then may speak for him again, so it asks anew. */
    List<ClearedHit> of(Bearer bearer, List<PersonId> heads) {
        return about(jdbc.sql(HOLDING), bearer)
                .param("persons", heads.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> hit(row))
                .list();
    }

    /** As {@link #of}, as it held at a moment. */
    List<ClearedHit> then(Bearer bearer, List<PersonId> persons, Instant moment) {
        return about(jdbc.sql(HELD_THEN), bearer)
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query((row, _) -> hit(row))
                .list();
    }

    void add(UUID id, UUID request, Bearer bearer, PersonId person, Said said, Actor by) {
        about(jdbc.sql(ADD), bearer)
                .param("id", id)
                .param("request", request)
                .param("person", person.value())
                .param("asked", said.asked())
                .param("reason", said.reason())
                .param("checked_by", said.checkedBy())
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", now())
                .update();
    }

    /** What is kept beside each: who was asked about, by what he was told apart, and who had checked. */
    record Said(String asked, String reason, UUID checkedBy) {}

    /** An older one about the same two no longer holds, since a newer is said. */
    void endOlder(Bearer bearer, PersonId person, Actor by, String why) {
        about(jdbc.sql(END_OLDER), bearer)
                .param("person", person.value())
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", now())
                .param("why", why)
                .update();
    }

    /** The newest first. */
    List<ClearedHit> newest() {
        return jdbc.sql(NEWEST).param("most", SHOWN).query((row, _) -> hit(row)).list();
    }

    Optional<ClearedHit> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> hit(row)).optional();
    }

    /** False when somebody else was first. */
    boolean undo(UUID id, String why, Actor by) {
        return jdbc.sql(UNDO)
                        .param("id", id)
                        .param("by", by.account())
                        .param("by_name", by.name())
                        .param("at", now())
                        .param("why", why)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec about(JdbcClient.StatementSpec statement, Bearer bearer) {
        return statement
                .param("number_key", bearer.numberKey())
                .param("issuer", bearer.issuer())
                .param("birth_date", bearer.birthDate())
                .param("name_key", bearer.nameKey());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ClearedHit hit(ResultSet row) throws SQLException {
        return new ClearedHit(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("asked"),
                row.getString("reason"),
                row.getString("cleared_by_name"),
                row.getObject("cleared_at", OffsetDateTime.class).toInstant(),
                row.getString("undone_by_name"),
                instant(row),
                row.getString("undone_reason"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return undone == null ? null : undone.toInstant();
    }

    static final String HOLDING = """
            select c.id, p.head_id as person_id, c.asked, c.reason, c.cleared_by_name, c.cleared_at,
                   c.undone_by_name, c.undone_at, c.undone_reason
              from cleared_hit c
              join person p on p.id = c.person_id and p.head_id = any(:persons)
             where c.undone_at is null and c.number_key = :number_key and c.issuer = :issuer and c.birth_date = :birth_date
               and c.name_key = :name_key
               and not exists (select 1 from person m join identity i on i.person_id = m.id
                                where m.head_id = p.head_id and i.noted_at > c.cleared_at)
               and not exists (select 1 from person m join document d on d.person_id = m.id
                                where m.head_id = p.head_id and d.noted_at > c.cleared_at)
               and not exists (select 1 from person m join person_link l on l.head_id = m.id
                                where m.head_id = p.head_id and l.answer = 'APPROVED' and l.undone_at is null
                                  and l.decided_at > c.cleared_at)
            """;

    static final String HELD_THEN = """
            select c.id, k.person_id, c.asked, c.reason, c.cleared_by_name, c.cleared_at,
                   c.undone_by_name, c.undone_at, c.undone_reason
              from unnest(cast(:persons as uuid[])) k (person_id)
             cross join lateral (select array(select records_known_at(k.person_id, :moment)) as records) g
              join cleared_hit c on c.person_id = any(g.records)
             where c.number_key = :number_key and c.issuer = :issuer and c.birth_date = :birth_date and c.name_key = :name_key
               and c.cleared_at <= :moment and (c.undone_at is null or c.undone_at > :moment)
               and not exists (select 1 from fact f
                                where f.person_id = any(g.records) and f.kind in ('IDENTITY', 'DOCUMENT')
                                  and f.noted_at > c.cleared_at and f.noted_at <= :moment)
               and not exists (select 1 from fact_past f
                                where f.person_id = any(g.records) and f.kind in ('IDENTITY', 'DOCUMENT')
                                  and f.noted_at > c.cleared_at and f.noted_at <= :moment)
               and not exists (select 1 from person_link l
                                where l.head_id = any(g.records) and l.answer = 'APPROVED' and l.decided_at > c.cleared_at
                                  and l.decided_at <= :moment and (l.undone_at is null or l.undone_at > :moment))
            """;

    static final String ADD = """
            insert into cleared_hit (id, request_id, person_id, number_key, issuer, birth_date, name_key, asked, reason,
                                     checked_by, cleared_by, cleared_by_name, cleared_at)
            values (:id, :request, :person, :number_key, :issuer, :birth_date, :name_key, :asked, :reason,
                    :checked_by, :by, :by_name, :at)
            """;

    static final String END_OLDER = """
            update cleared_hit
               set undone_by = :by, undone_by_name = :by_name, undone_at = :at, undone_reason = :why
             where person_id = :person and number_key = :number_key and issuer = :issuer and birth_date = :birth_date
               and name_key = :name_key and undone_at is null
            """;

    static final String NEWEST = """
            select id, person_id, asked, reason, cleared_by_name, cleared_at, undone_by_name, undone_at, undone_reason
              from cleared_hit
             order by cleared_at desc, id desc
             limit :most
            """;

    static final String FIND = """
            select id, person_id, asked, reason, cleared_by_name, cleared_at, undone_by_name, undone_at, undone_reason
              from cleared_hit
             where id = :id
            """;

    static final String UNDO = """
            update cleared_hit
               set undone_by = :by, undone_by_name = :by_name, undone_at = :at, undone_reason = :why
             where id = :id and undone_at is null
            """;
}
