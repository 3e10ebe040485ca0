package lv.vmis.register.decision;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was entered about decisions by mistake, as it was. What goes from its table the database settles. */
@Component
public class Withdrawals {

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those about the decision, the earliest first. */
    public List<WithdrawnEntry> of(UUID decision) {
        return jdbc.sql(OF_DECISION)
                .param("decision", decision)
                .query(Rows.of(WithdrawnEntry.class))
                .list();
    }

    void departure(Decision decision, String reason, Actor by, Instant now) {
        keep(KEEP_DEPARTURE, decision.id(), reason, by, now);
        jdbc.sql(REMOVE_DEPARTURE).param("decision", decision.id()).update();
        jdbc.sql(TOUCH).param("decision", decision.id()).update();
    }

    void service(Decision decision, @Nullable LocalDate leaveBy, String reason, Actor by, Instant now) {
        keep(KEEP_SERVICE, decision.id(), reason, by, now);
        jdbc.sql(REMOVE_SERVICE).param("decision", decision.id()).update();
        jdbc.sql(LEAVE_BY)
                .param("decision", decision.id())
                .param("leave_by", leaveBy, Types.DATE)
                .update();
    }

    /** Keeps a remedy as it is, or its result with it. */
    public void keepRemedy(UUID remedy, String reason, Actor by, Instant now) {
        keep(KEEP_REMEDY, remedy, reason, by, now);
    }

    /** The number of a decision on a ban that runs already, because the person had left when it was signed. */
    Optional<String> banAfter(Decision decision) {
        return jdbc.sql(BAN_AFTER)
                .param("decision", decision.id())
                .query(String.class)
                .optional();
    }

    /** The number of a case that was closed since because the person had left. */
    Optional<String> closedAfter(Decision decision) {
        return jdbc.sql(CLOSED_AFTER)
                .param("decision", decision.id())
                .query(String.class)
                .optional();
    }

    /** Whether a last day to leave was set on the service: by an extension, or by the result of a remedy. */
    boolean isTermLater(UUID decision) {
        return jdbc.sql(IS_TERM_LATER)
                .param("decision", decision)
                .query(Boolean.class)
                .single();
    }

    /** The last day to leave that the result of a remedy set before the service; nothing when none did. */
    Optional<LocalDate> termBefore(UUID decision) {
        return jdbc.sql(TERM_BEFORE)
                .param("decision", decision)
                .query(LocalDate.class)
                .optional();
    }

    private void keep(String statement, UUID entered, String reason, Actor by, Instant now) {
        jdbc.sql(statement)
                .param("entered", entered)
                .param("id", Ids.next())
                .param("reason", reason)
                .param("by", by.account())
                .param("unit", by.unit())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String OF_DECISION = """
            select w.id, w.kind, w.happened_on, coalesce(e.name, '–') as entered_by, w.entered_at, w.reason,
                   coalesce(a.name, '–') as withdrawn_by, w.withdrawn_unit, w.withdrawn_at
              from withdrawn_entry w
              left join account e on e.id = w.entered_by
              left join account a on a.id = w.withdrawn_by
             where w.decision_id = :decision
             order by w.withdrawn_at, w.id
            """;

    static final String KEEP_DEPARTURE = """
            insert into withdrawn_entry (id, kind, decision_id, person_id, happened_on, entered_by, entered_at, entry, reason,
                                         withdrawn_by, withdrawn_unit, withdrawn_at)
            select :id, 'DEPARTURE', e.decision_id, e.person_id, e.departed_on, e.confirmed_by, e.confirmed_at, to_jsonb(e),
                   :reason, :by, :unit, :now
              from departure e
             where e.decision_id = :entered
            """;

    static final String KEEP_SERVICE = """
            insert into withdrawn_entry (id, kind, decision_id, person_id, happened_on, entered_by, entered_at, entry, reason,
                                         withdrawn_by, withdrawn_unit, withdrawn_at)
            select :id, 'SERVICE', s.decision_id, s.person_id, s.served_on, s.served_by, s.noted_at, to_jsonb(s), :reason, :by,
                   :unit, :now
              from service s
             where s.decision_id = :entered
            """;

    static final String KEEP_REMEDY = """
            insert into withdrawn_entry (id, kind, decision_id, person_id, happened_on, entered_by, entered_at, entry, reason,
                                         withdrawn_by, withdrawn_unit, withdrawn_at)
            select :id, case when r.result is null then 'REMEDY' else 'REMEDY_RESULT' end, r.decision_id, r.person_id,
                   coalesce(r.result_on, r.filed_on), coalesce(r.resolved_by, r.entered_by),
                   coalesce(r.resolved_at, r.entered_at), to_jsonb(r), :reason, :by, :unit, :now
              from remedy r
             where r.id = :entered
            """;

    static final String REMOVE_DEPARTURE = """
            delete from departure where decision_id = :decision
            """;

    static final String REMOVE_SERVICE = """
            delete from service where decision_id = :decision
            """;

    static final String TOUCH = """
            update decision
               set version = version + 1
             where id = :decision
            """;

    static final String LEAVE_BY = """
            update decision
               set leave_by = :leave_by, version = version + 1
             where id = :decision
            """;

    static final String BAN_AFTER = """
            select d.number
              from departure e
              join decision d on d.person_id in (select * from records_of(e.person_id)) and d.kind = 'ENTRY_BAN'
                             and d.decider is null and d.cancelled_on is null and d.signed_at > e.confirmed_at
              join ban b on b.decision_id = d.id and b.dropped_at is null and b.starts <> 'DEPARTURE'
             where e.decision_id = :decision
             order by d.signed_at desc
             limit 1
            """;

    static final String CLOSED_AFTER = """
            select c.number
              from departure e
              join case_closing k on k.person_id in (select * from records_of(e.person_id)) and k.reason = 'LEFT'
                                 and k.reopened_at is null and k.closed_at >= e.confirmed_at
              join return_case c on c.id = k.case_id
             where e.decision_id = :decision
             order by c.number
             limit 1
            """;

    static final String IS_TERM_LATER = """
            select exists (select 1
                             from service s
                             join follow_up f on f.decision_id = s.decision_id and f.leave_by is not null and f.signed_at > s.noted_at
                            where s.decision_id = :decision)
                or exists (select 1
                             from service s
                             join remedy r on r.decision_id = s.decision_id and r.leave_by is not null
                                          and r.resolved_at > s.noted_at
                            where s.decision_id = :decision)
            """;

    static final String TERM_BEFORE = """
            select t.leave_by
              from (select r.leave_by, r.resolved_at as at from remedy r where r.decision_id = :decision
                    union all
                    select f.leave_by, f.signed_at from follow_up f where f.decision_id = :decision and f.kind = 'RESUME') t
             where t.leave_by is not null
             order by t.at desc
             limit 1
            """;
}
