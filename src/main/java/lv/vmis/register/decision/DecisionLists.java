package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of decisions and the queue of those that wait for a signature. */
@Component
class DecisionLists {

    private final JdbcClient jdbc;

    DecisionLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Decisions, those prepared last first.
     *
     * @param after begins after this decision
     */
    List<DecisionRow> list(
            DecisionState.@Nullable Code state,
            @Nullable String institution,
            LocalDate day,
            @Nullable UUID after,
            int most) {
        return jdbc.sql(LIST)
                .param("state", state == null ? null : state.name())
                .param("institution", institution)
                .param("day", day)
                .param("after", after)
                .param("most", most)
                .query(Rows.of(DecisionRow.class))
                .list();
    }

    /** The decision that has waited longest for somebody else's signature. */
    Optional<UUID> nextToSign(Actor by) {
        return jdbc.sql(NEXT_TO_SIGN)
                .param("institution", by.institution())
                .param("by", by.account())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** What follows from the state is said too: it leads to an index of the few that are not yet past. */
    static final String LIST = """
            select d.id, d.person_id, i.family_name, i.given_names, c.number as case_number, d.kind, d.institution, d.unit,
                   d.number, d.decided_on, d.leave_by, d.prepared_at, d.state
              from (select d.*,
            """ + DecisionState.CODE_IN_SQL + """
                           as state
                      from decision d) d
              join return_case c on c.id = d.case_id
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where (cast(:institution as text) is null or d.institution = :institution)
               and (cast(:state as text) is null or d.state = :state)
               and case
                       when :state in ('DRAFT', 'RETURNED', 'TO_SIGN') then d.signed_at is null and d.withdrawn_at is null
                       when :state = 'SIGNED' then d.signed_at is not null and d.served_on is null
                       when :state in ('SERVED', 'OVERDUE') then d.served_on is not null and d.departed_on is null
                       when :state = 'WITHDRAWN' then d.withdrawn_at is not null
                       else true
                   end
               and (cast(:after as uuid) is null
                    or (d.prepared_at, d.id) < (select a.prepared_at, a.id from decision a where a.id = :after))
             order by d.prepared_at desc, d.id desc
             limit :most
            """;

    static final String NEXT_TO_SIGN = """
            select id
              from decision
             where institution = :institution and prepared_by <> :by
               and sent_at is not null and signed_at is null and withdrawn_at is null
             order by sent_at, id
             limit 1
            """;
}
