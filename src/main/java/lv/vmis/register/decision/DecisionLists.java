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
        var statement = statement(state);
        return jdbc.sql(statement)
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

    /**
     * Each state has a statement that says what it means column by column: of that the planner knows how many there are, and
     * finds the index of the few that are not yet past.
     */
    static String statement(DecisionState.@Nullable Code state) {
        return switch (state) {
            case null -> LIST;
            case DRAFT -> DRAFT;
            case RETURNED -> RETURNED;
            case TO_SIGN -> TO_SIGN;
            case WITHDRAWN -> WITHDRAWN;
            case SIGNED -> SIGNED;
            case SERVED -> SERVED;
            case OVERDUE -> OVERDUE;
            case PAST -> PAST;
            case CARRIED_OUT -> CARRIED_OUT;
            case SUSPENDED -> SUSPENDED;
            case CANCELLED -> CANCELLED;
        };
    }

    private static final String ROWS = """
            select d.id, d.person_id, i.family_name, i.given_names, c.number as case_number, d.kind, d.institution, d.unit,
                   d.number, d.decided_on, d.leave_by, d.prepared_at,
            """ + DecisionState.CODE_IN_SQL + """
                   as state
              from decision d
              left join return_case c on c.id = d.case_id
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where (cast(:institution as text) is null or d.institution = :institution)
            """;

    private static final String GOES_ON = """
               and (d.cancelled_on is null or d.cancelled_on > :day) and (d.suspended_on is null or d.suspended_on > :day)
            """;

    private static final String PAGE = """
               and (d.prepared_at, d.id) < (select a.prepared_at, a.id from decision a where a.id = :after
                                            union all
                                            select 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
                                            limit 1)
             order by d.prepared_at desc, d.id desc
             limit :most
            """;

    static final String LIST = ROWS + PAGE;

    static final String DRAFT = ROWS + """
               and d.signed_at is null and d.withdrawn_at is null and d.sent_at is null and d.returned_at is null
            """ + PAGE;

    static final String RETURNED = ROWS + """
               and d.signed_at is null and d.withdrawn_at is null and d.sent_at is null and d.returned_at is not null
            """ + PAGE;

    static final String TO_SIGN = ROWS + """
               and d.signed_at is null and d.withdrawn_at is null and d.sent_at is not null
            """ + PAGE;

    static final String WITHDRAWN = ROWS + """
               and d.withdrawn_at is not null
            """ + PAGE;

    static final String SIGNED = ROWS + """
               and d.signed_at is not null and d.served_on is null and (d.open or d.case_id is null and d.departed_on is null)
            """ + GOES_ON + PAGE;

    static final String SERVED = ROWS + """
               and d.served_on is not null and (d.open or d.case_id is null and d.departed_on is null)
               and (d.leave_by is null or d.leave_by >= :day)
            """ + GOES_ON + PAGE;

    static final String OVERDUE = ROWS + """
               and d.open and d.served_on is not null and d.leave_by < :day
            """ + GOES_ON + PAGE;

    static final String PAST = ROWS + """
               and d.signed_at is not null and d.case_id is not null and not d.open and d.departed_on is null
            """ + GOES_ON + PAGE;

    static final String CARRIED_OUT = ROWS + """
               and d.departed_on is not null
               and (d.cancelled_on is null or d.cancelled_on > :day)
            """ + PAGE;

    static final String SUSPENDED = ROWS + """
               and d.suspended_on <= :day and d.departed_on is null and (d.cancelled_on is null or d.cancelled_on > :day)
            """ + PAGE;

    static final String CANCELLED = ROWS + """
               and d.cancelled_on <= :day
            """ + PAGE;

    static final String NEXT_TO_SIGN = """
            select id
              from decision
             where institution = :institution and prepared_by <> :by
               and sent_at is not null and signed_at is null and withdrawn_at is null
             order by sent_at, id
             limit 1
            """;
}
