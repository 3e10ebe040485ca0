package lv.vmis.register.returns;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed cases, as stored. */
@Component
public class Closings {

    private final JdbcClient jdbc;

    Closings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isClosed(UUID caseId) {
        return jdbc.sql(IS_CLOSED).param("case", caseId).query(Boolean.class).single();
    }

    /** Whether the case is closed for a reason that lets no decision stand in it. */
    public boolean isClosedOverNothing(UUID caseId) {
        return jdbc.sql(IS_CLOSED_OVER_NOTHING)
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    /** When the person left under another case while no decision stands in this one, which is then to be concluded. */
    Optional<LocalDate> leftUndecided(UUID caseId) {
        return jdbc.sql(LEFT_UNDECIDED)
                .param("case", caseId)
                .query(LocalDate.class)
                .optional();
    }

    /** What stands against closing a case. */
    record Obstacles(
            boolean left,
            boolean leftElsewhere,
            boolean held,
            boolean heldAnywhere,
            boolean inPrison,
            boolean measure,
            boolean draft,
            boolean remedy,
            boolean decided) {}

    Obstacles obstacles(UUID caseId, LocalDate today) {
        return jdbc.sql(OBSTACLES)
                .param("case", caseId)
                .param("today", today)
                .query(Rows.of(Obstacles.class))
                .single();
    }

    /** All closings of the case, the latest first. */
    List<Closing> of(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query(Rows.of(Closing.class))
                .list();
    }

    void add(CloseCase.Input in, PersonId person, Actor by, Instant now) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("case", in.caseId())
                .param("person", person.value())
                .param("reason", in.reason().name())
                .param("on", in.closedOn())
                .param("note", in.note(), Types.VARCHAR)
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when the case is not closed. */
    boolean reopen(UUID caseId, String reason, Actor by, Instant now) {
        return jdbc.sql(REOPEN)
                        .param("case", caseId)
                        .param("reason", reason)
                        .param("by", by.account())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static final String IS_CLOSED = """
            select is_closed(:case)
            """;

    static final String IS_CLOSED_OVER_NOTHING = """
            select exists (select 1 from case_closing k
                            where k.case_id = :case and k.reopened_at is null and k.reason not in ('ABSCONDED', 'DECEASED'))
            """;

    static final String LEFT_UNDECIDED = """
            select t.left_on
              from left_undecided(:case) t(left_on)
             where t.left_on is not null
            """;

    static final String OBSTACLES = """
            select exists (select 1 from departure e where e.case_id = :case) as left,
                   left_since_finding(:case) is not null as left_elsewhere,
                   exists (select 1 from detention h where h.case_id = :case and h.released_at is null) as held,
                   exists (select 1
                             from return_case c
                             join detention h on h.person_id in (select * from records_of(c.person_id)) and h.released_at is null
                            where c.id = :case) as held_anywhere,
                   exists (select 1
                             from return_case c
                            cross join lateral imprisonment_on(c.person_id, :today)
                            where c.id = :case) as in_prison,
                   exists (select 1 from alternative_measure m where m.case_id = :case and m.ended_on is null) as measure,
                   exists (select 1 from decision d
                            where d.case_id = :case and d.signed_at is null and d.withdrawn_at is null) as draft,
                   exists (select 1 from remedy r join decision d on d.id = r.decision_id
                            where d.case_id = :case and r.result is null) as remedy,
                   exists (select 1 from decision d where d.case_id = :case and d.open) as decided
            """;

    static final String OF_CASE = """
            select k.reason, k.closed_on, k.note, coalesce(a.name, '–') as closed_by, k.closed_at, k.reopen_reason,
                   b.name as reopened_by, k.reopened_at
              from case_closing k
              left join account a on a.id = k.closed_by
              left join account b on b.id = k.reopened_by
             where k.case_id = :case
             order by k.closed_at desc
            """;

    static final String ADD = """
            insert into case_closing (id, case_id, person_id, reason, closed_on, note, closed_by, closed_at)
            values (:id, :case, :person, :reason, :on, :note, :by, :now)
            """;

    static final String REOPEN = """
            update case_closing
               set reopen_reason = :reason, reopened_by = :by, reopened_at = :now
             where case_id = :case and reopened_at is null
            """;
}
