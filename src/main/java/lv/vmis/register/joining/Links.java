package lv.vmis.register.joining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links between records, as stored. */
@Component
class Links {

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Link> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Link.class)).optional();
    }

    /** All links of the records of a person, also those that were declined or undone; newest first. */
    List<Link> of(PersonId person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .query(Rows.of(Link.class))
                .list();
    }

    /** Whether somebody has proposed to join the two persons and nobody has answered yet. */
    boolean isProposed(PersonId one, PersonId other) {
        return jdbc.sql(IS_PROPOSED)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    /** The record that is joined and those that are joined below it. */
    List<PersonId> below(PersonId member) {
        return jdbc.sql(BELOW)
                .param("member", member.value())
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What has waited longest for this official's answer: a proposal to join or to part. */
    Optional<UUID> next(Actor by) {
        return jdbc.sql(NEXT)
                .param("institution", by.institution())
                .param("by", by.account())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    UUID propose(PersonId head, PersonId member, String reason, @Nullable String evidence, Actor by, Instant at) {
        var id = Ids.next();
        jdbc.sql(PROPOSE)
                .param("id", id)
                .param("head", head.value())
                .param("member", member.value())
                .param("reason", reason)
                .param("evidence", evidence)
                .param("institution", by.institution())
                .param("by", by.account())
                .param("at", utc(at))
                .update();
        return id;
    }

    void answer(UUID id, String answer, @Nullable String reason, Actor by, Instant at) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer)
                .param("reason", reason)
                .param("by", by.account())
                .param("at", utc(at))
                .update();
    }

    void proposeUndo(UUID id, String reason, Actor by, Instant at) {
        jdbc.sql(PROPOSE_UNDO)
                .param("id", id)
                .param("reason", reason)
                .param("institution", by.institution())
                .param("by", by.account())
                .param("at", utc(at))
                .update();
    }

    /** The link stays in force; what was proposed stands in the journal. */
    void dropUndo(UUID id) {
        jdbc.sql(DROP_UNDO).param("id", id).update();
    }

    void undo(UUID id, Actor by, Instant at) {
        jdbc.sql(UNDO)
                .param("id", id)
                .param("by", by.account())
                .param("at", utc(at))
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String LINKS = """
            select l.id, l.head_id, h.number as head_number, l.member_id, m.number as member_number, l.reason, l.evidence,
                   l.institution, l.proposed_by, coalesce(pa.name, '–') as proposed_by_name, l.proposed_at, l.answer,
                   l.answer_reason, da.name as decided_by_name, l.decided_at, l.undo_reason, l.undo_institution,
                   l.undo_proposed_by, ua.name as undo_proposed_by_name, l.undo_proposed_at,
                   ea.name as undo_decided_by_name, l.undone_at, l.version
              from person_link l
              join person h on h.id = l.head_id
              join person m on m.id = l.member_id
              left join account pa on pa.id = l.proposed_by
              left join account da on da.id = l.decided_by
              left join account ua on ua.id = l.undo_proposed_by
              left join account ea on ea.id = l.undo_decided_by
            """;

    static final String FIND = LINKS + """
             where l.id = :id
            """;

    static final String OF_PERSON = LINKS + """
             where l.head_id in (select * from records_of(:person)) or l.member_id in (select * from records_of(:person))
             order by l.proposed_at desc, l.id desc
            """;

    static final String IS_PROPOSED = """
            select exists (select 1 from person_link l
                            where l.answer is null
                              and ((l.head_id in (select * from records_of(:one))
                                    and l.member_id in (select * from records_of(:other)))
                                or (l.head_id in (select * from records_of(:other))
                                    and l.member_id in (select * from records_of(:one)))))
            """;

    static final String BELOW = """
            with recursive below (id) as (
                select cast(:member as uuid)
                union
                select l.member_id
                  from below
                  join person_link l on l.head_id = below.id and l.answer = 'APPROVED' and l.undone_at is null)
            select id from below
            """;

    static final String NEXT = """
            select id
              from (select id, proposed_at as since from person_link
                     where answer is null and institution = :institution and proposed_by <> :by
                    union all
                    select id, undo_proposed_at from person_link
                     where undo_reason is not null and undone_at is null and undo_institution = :institution
                       and undo_proposed_by <> :by) waiting
             order by since, id
             limit 1
            """;

    static final String PROPOSE = """
            insert into person_link (id, head_id, member_id, reason, evidence, institution, proposed_by, proposed_at)
            values (:id, :head, :member, :reason, :evidence, :institution, :by, :at)
            """;

    static final String ANSWER = """
            update person_link
               set answer = :answer, answer_reason = :reason, decided_by = :by, decided_at = :at, version = version + 1
             where id = :id
            """;

    static final String PROPOSE_UNDO = """
            update person_link
               set undo_reason = :reason, undo_institution = :institution, undo_proposed_by = :by,
                   undo_proposed_at = :at, version = version + 1
             where id = :id
            """;

    static final String DROP_UNDO = """
            update person_link
               set undo_reason = null, undo_institution = null, undo_proposed_by = null, undo_proposed_at = null,
                   version = version + 1
             where id = :id
            """;

    static final String UNDO = """
            update person_link
               set undo_decided_by = :by, undone_at = :at, version = version + 1
             where id = :id
            """;
}
