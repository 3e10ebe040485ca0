package lv.vmis.register.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import lv.vmis.register.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds decisions of the old entry ban register, many with one statement. The transaction and its entry are the caller's. */
@Component
public class DecisionsTakenOver {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DecisionsTakenOver(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void add(Collection<DecisionTakenOver> decisions, Actor by) {
        var rows = json.createArrayNode();
        decisions.forEach(decision -> rows.addObject()
                .put("id", decision.id().toString())
                .put("person_id", decision.person().toString())
                .put("institution", decision.institution())
                .put("unit", decision.unit())
                .put("decider", decision.decider())
                .put("legal_basis", decision.legalBasis())
                .put("reasons", decision.reasons())
                .put("number", decision.number())
                .put("decided_on", decision.decidedOn().toString()));
        jdbc.sql(ADD)
                .param("rows", json.writeValueAsString(rows))
                .param("by", by.account())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    // The old register has no day of service: as what a minister decided, it counts as told on its day.
    static final String ADD = """
            insert into decision (id, person_id, kind, institution, unit, decider, legal_basis, reasons, prepared_by, prepared_at,
                                  signed_at, decided_on, served_on, number, old_register)
            select r.id, r.person_id, 'ENTRY_BAN', r.institution, r.unit, r.decider, r.legal_basis, r.reasons, :by, :at,
                   :at, r.decided_on, r.decided_on, r.number, 'LGM'
              from jsonb_populate_recordset(cast(null as decision), cast(:rows as jsonb)) r
            """;
}
