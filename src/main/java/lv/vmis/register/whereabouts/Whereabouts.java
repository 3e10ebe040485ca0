package lv.vmis.register.whereabouts;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was noted about where the persons of cases are, as stored: added to and never changed. */
@Component
class Whereabouts {

    private final JdbcClient jdbc;

    Whereabouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All notes of the case, the latest first. */
    List<SearchNote> of(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query(Rows.of(SearchNote.class))
                .list();
    }

    /** Whose step the case is, and what else decides whether somebody can be missing in it. */
    Standing standing(UUID caseId) {
        return jdbc.sql(STANDING)
                .param("case", caseId)
                .query(Rows.of(Standing.class))
                .single();
    }

    void add(NoteWhereabouts.Input in, PersonId person, Actor by, Instant now) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("case", in.caseId())
                .param("person", person.value())
                .param("place", in.seen() + 1)
                .param("kind", in.kind().name())
                .param("on", in.onDay())
                .param("done", in.done())
                .param("review", in.reviewOn(), Types.DATE)
                .param("unit", by.unit())
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Where a case is.
     *
     * @param owner institution whose the next step is; nothing once the person has left
     * @param heldSince since when the person is held
     */
    record Standing(
            @Nullable String owner,
            @Nullable LocalDate departedOn,
            @Nullable LocalDate heldSince) {}

    static final String OF_CASE = """
            select w.place, w.kind, w.on_day, w.done, w.review_on, w.unit, coalesce(a.name, '–') as official, w.entered_at
              from whereabouts w
              left join account a on a.id = w.entered_by
             where w.case_id = :case
             order by w.place desc
            """;

    static final String STANDING = """
            select c.step_owner as owner,
                   (select max(e.departed_on) from departure e where e.case_id = c.id) as departed_on,
                   (select max(t.detained_at at time zone 'Europe/Riga')::date
                      from detention t where t.case_id = c.id and t.released_at is null) as held_since
              from return_case c
             where c.id = :case
            """;

    static final String ADD = """
            insert into whereabouts (id, case_id, person_id, place, kind, on_day, done, review_on, unit, entered_by, entered_at)
            values (:id, :case, :person, :place, :kind, :on, :done, :review, :unit, :by, :now)
            """;
}
