package lv.vmis.register.decision;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exits that the border system told of, for whoever confirms the departure. */
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
            select n.left_on, n.crossing_point, n.told_at
              from exit_notice n
              join decision d on d.id = n.decision_id
             where n.decision_id = :decision and d.open and n.left_on >= d.decided_on
             order by n.told_at desc
             limit 1
            """;
}
