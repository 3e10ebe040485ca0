package lv.vmis.register.remedy;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remedies against decisions, as stored. What they make of a decision the database keeps beside it. */
@Component
class Remedies {

    private final JdbcClient jdbc;

    Remedies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Remedy> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Remedy.class)).optional();
    }

    /** Those against the decision, the earliest first. */
    List<Remedy> of(UUID decision) {
        return jdbc.sql(OF_DECISION)
                .param("decision", decision)
                .query(Rows.of(Remedy.class))
                .list();
    }

    UUID add(Decision decision, FileRemedy.Input in, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("decision", decision.id())
                .param("person", decision.personId().value())
                .param("kind", in.kind().name())
                .param("filed", in.filedOn())
                .param("addressee", in.addressee())
                .param("number", in.number(), Types.VARCHAR)
                .param("suspends", in.suspends())
                .param("grounds", in.grounds(), Types.VARCHAR)
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** False when somebody changed the remedy meanwhile. */
    boolean resolve(
            ResolveRemedy.Input in, @Nullable LocalDate leaveBy, @Nullable LocalDate before, Actor by, Instant now) {
        return jdbc.sql(RESOLVE)
                        .param("id", in.remedy())
                        .param("version", in.version())
                        .param("result", in.result().name())
                        .param("on", in.resultOn())
                        .param("number", in.number(), Types.VARCHAR)
                        .param("note", in.note(), Types.VARCHAR)
                        .param("leave_by", leaveBy, Types.DATE)
                        .param("before", leaveBy == null ? null : before, Types.DATE)
                        .param("by", by.account())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * @param enteredBy who entered the result, or the remedy while there is none
     * @param isFollowed whether another remedy was filed against the decision since the result
     * @param hasLeft whether the departure was confirmed since the result
     */
    record Footing(UUID enteredBy, boolean isFollowed, boolean hasLeft) {}

    /** What rests on the remedy or its result. */
    Footing footing(UUID id) {
        return jdbc.sql(FOOTING).param("id", id).query(Rows.of(Footing.class)).single();
    }

    /** When the first decision or follow-up decision was signed after the result of the remedy; nothing when none was. */
    Optional<LocalDate> followedOn(UUID id) {
        return jdbc.sql(FOLLOWED).param("id", id).query(LocalDate.class).optional();
    }

    /**
     * A remedy of which something is still to be done.
     *
     * @param number of the case, or of a decision that belongs to none
     * @param day of its result, or of its filing while there is none
     */
    record Open(
            UUID id,
            UUID decisionId,
            PersonId personId,
            String number,
            String institution,
            @Nullable String unit,
            LocalDate day) {}

    /** Those whose result amended a decision, and nothing was signed since. */
    List<Open> unfollowed() {
        return jdbc.sql(UNFOLLOWED).query(Rows.of(Open.class)).list();
    }

    /** Those without a result, but for those that the next step of their case awaits. */
    List<Open> unheard() {
        return jdbc.sql(UNHEARD).query(Rows.of(Open.class)).list();
    }

    /** Takes the remedy away, which is kept as withdrawn. */
    void remove(UUID id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    /** Takes the result away, which is kept as withdrawn. */
    void removeResult(UUID id) {
        jdbc.sql(REMOVE_RESULT).param("id", id).update();
    }

    private static final String COLUMNS = """
            select r.id, r.decision_id, d.case_id, r.person_id, r.kind, r.filed_on, r.addressee, r.number, r.suspends, r.grounds,
                   r.result, r.result_on, r.result_number, r.result_note, r.leave_by, r.leave_by_before, r.version
              from remedy r
              join decision d on d.id = r.decision_id
            """;

    static final String FIND = COLUMNS + """
             where r.id = :id
            """;

    static final String OF_DECISION = COLUMNS + """
             where r.decision_id = :decision
             order by r.filed_on, r.entered_at
            """;

    static final String ADD = """
            insert into remedy (id, decision_id, person_id, kind, filed_on, addressee, number, suspends, grounds, entered_by,
                                entered_at)
            values (:id, :decision, :person, :kind, :filed, :addressee, :number, :suspends, :grounds, :by, :now)
            """;

    static final String RESOLVE = """
            update remedy
               set result = :result, result_on = :on, result_number = :number, result_note = :note, leave_by = :leave_by,
                   leave_by_before = :before,
                   resolved_by = :by, resolved_at = :now, version = version + 1
             where id = :id and version = :version and result is null
            """;

    static final String FOOTING = """
            select coalesce(r.resolved_by, r.entered_by) as entered_by,
                   exists (select 1 from remedy x where x.decision_id = r.decision_id and x.entered_at > r.resolved_at) as is_followed,
                   exists (select 1
                             from departure e
                            where e.decision_id = r.decision_id and e.confirmed_at > r.resolved_at) as has_left
              from remedy r
             where r.id = :id
            """;

    private static final String LATER = """
                           (select f.decided_on as day, f.signed_at from follow_up f where f.decision_id = d.id
                            union all
                            select n.decided_on, n.signed_at from decision n where n.case_id = d.case_id) later
            """;

    static final String FOLLOWED = """
            select later.day
              from remedy r
              join decision d on d.id = r.decision_id
              join lateral
            """ + LATER + """
                on later.signed_at > r.resolved_at
             where r.id = :id
             order by later.signed_at
             limit 1
            """;

    private static final String OPEN = """
              from remedy r
              join decision d on d.id = r.decision_id
              left join return_case c on c.id = d.case_id
            """;

    static final String UNFOLLOWED = """
            select r.id, r.decision_id, r.person_id, coalesce(c.number, d.number, '–') as number, d.institution, d.unit,
                   r.result_on as day
            """ + OPEN + """
             where r.result = 'AMENDED' and d.cancelled_on is null
               and not exists (select from
            """ + LATER + """
                                where later.signed_at > r.resolved_at)
             order by r.result_on, r.id
            """;

    static final String UNHEARD = """
            select r.id, r.decision_id, r.person_id, coalesce(c.number, d.number, '–') as number, d.institution, d.unit,
                   r.filed_on as day
            """ + OPEN + """
             where r.result is null
               and (not r.suspends or not d.open or c.next_step is distinct from 'AWAIT_RESULT')
             order by r.filed_on, r.id
            """;

    static final String REMOVE = """
            delete from remedy where id = :id
            """;

    static final String REMOVE_RESULT = """
            update remedy
               set result = null, result_on = null, result_number = null, result_note = null, leave_by = null,
                   leave_by_before = null,
                   resolved_by = null, resolved_at = null, version = version + 1
             where id = :id
            """;
}
