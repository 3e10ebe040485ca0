package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a suspension makes of the last day to leave: each day that it took from the term is given back, and only once. */
@Component
public class LeaveTerm {

    /** Days on which the term stood still and which were given back: from the first, to the day before the last. */
    public record StoodStill(LocalDate from, LocalDate until) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private final JdbcClient jdbc;

    LeaveTerm(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day to leave once the suspension has ended; what ran before the service does not count. */
    public LocalDate goesOn(Decision decision, LocalDate leaveBy, LocalDate suspendedOn, LocalDate until) {
        var served = decision.servedOn();
        var from = served != null && served.isAfter(suspendedOn) ? served : suspendedOn;
        return goesOn(leaveBy, from, until, givenBack(decision.id()));
    }

    /** The days that were left when it was suspended, from its end on. What had run out before has run out. */
    public static LocalDate goesOn(LocalDate leaveBy, LocalDate from, LocalDate until, List<StoodStill> givenBack) {
        var ends = leaveBy;
        for (var day = from; day.isBefore(until) && !day.isAfter(ends); day = day.plusDays(1)) {
            var one = day;
            if (givenBack.stream().noneMatch(given -> given.has(one))) {
                ends = ends.plusDays(1);
            }
        }
        return ends;
    }

    private List<StoodStill> givenBack(UUID decision) {
        return jdbc.sql(GIVEN_BACK)
                .param("decision", decision)
                .query(Rows.of(StoodStill.class))
                .list();
    }

    static final String GIVEN_BACK = """
            select r.filed_on as "from", r.result_on as until
              from remedy r
             where r.decision_id = :decision and r.leave_by is not null
            union all
            select s.effect_on, f.effect_on
              from follow_up f
              cross join lateral (select x.effect_on
                                    from follow_up x
                                   where x.decision_id = f.decision_id and x.ban_id is null and x.kind = 'SUSPEND'
                                     and x.signed_at < f.signed_at
                                   order by x.signed_at desc
                                   limit 1) s
             where f.decision_id = :decision and f.kind = 'RESUME' and f.leave_by is not null
            """;
}
