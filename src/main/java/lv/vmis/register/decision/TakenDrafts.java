package lv.vmis.register.decision;

import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts taken over from their preparers, as stored. */
@Component
class TakenDrafts {

    private final JdbcClient jdbc;

    TakenDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the case of the decision is assigned to the official. */
    boolean isHolder(Decision decision, Actor by) {
        return jdbc.sql(IS_HOLDER)
                .param("decision", decision.id())
                .param("by", by.account())
                .query(Boolean.class)
                .single();
    }

    void take(UUID decision, Actor by) {
        jdbc.sql(TAKE)
                .param("decision", decision)
                .param("by", by.account())
                .param("unit", by.unit())
                .update();
    }

    static final String IS_HOLDER = """
            select exists (select 1
                             from decision d
                             join return_case c on c.id = d.case_id
                            where d.id = :decision and c.holder = :by)
            """;

    static final String TAKE = """
            update decision
               set prepared_by = :by, unit = :unit, version = version + 1
             where id = :decision
            """;
}
