package lv.vmis.register.decision;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exits that the border system told of, and hits in SIS by which the person left, for whoever confirms the departure. */
@Component
class ToldExits {

    private final JdbcClient jdbc;

    ToldExits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of those that may be true, while the departure is not confirmed: nobody leaves under a decision of a later day. */
    Optional<ToldExit> of(UUID decision) {
        return jdbc.sql(LATEST)
                .param("decision", decision)
                .query(Rows.of(ToldExit.class))
                .optional();
    }

    static final String LATEST = """
            select n.left_on, n.crossing_point, null as country, null as place, n.told_at
              from exit_notice n
              join decision d on d.id = n.decision_id
             where n.decision_id = :decision and d.open and n.left_on >= d.decided_on
             union all
            select n.happened_on, 'CITA_DALIBVALSTS', n.country, nullif(concat_ws(', ', n.place, n.reference), ''), n.received_at
              from decision d
              join alert_notice n on n.person_id in (select * from records_of(d.person_id))
             where d.id = :decision and d.open and n.has_left and n.country is not null and not n.is_odd
               and n.answer is distinct from 'NOT_HIM' and n.happened_on >= d.decided_on
             order by told_at desc
             limit 1
            """;
}
