package lv.vmis.register.ban;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import lv.vmis.register.decision.DecisionTakenOver;
import lv.vmis.register.decision.DecisionsTakenOver;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds bans of the old entry ban register with their decisions, many at once. The transaction and its entry are the caller's. */
@Component
public class BansTakenOver {

    private final DecisionsTakenOver decisions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    BansTakenOver(DecisionsTakenOver decisions, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void add(Collection<BanTakenOver> bans, Actor by) {
        if (bans.isEmpty()) {
            return;
        }
        decisions.add(bans.stream().map(BansTakenOver::decision).toList(), by);
        var rows = json.createArrayNode();
        bans.forEach(ban -> rows.addObject()
                .put("id", Ids.next().toString())
                .put("decision_id", ban.decision().toString())
                .put("person_id", ban.person().toString())
                .put("legal_basis", ban.legalBasis())
                .put("term_months", ban.months())
                .put("starts_on", ban.from().toString())
                .put("ends_on", text(ban.until()))
                .put("old_cancelled_on", text(ban.cancelledOn())));
        jdbc.sql(ADD)
                .param("rows", json.writeValueAsString(rows))
                .param("by", by.account())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static DecisionTakenOver decision(BanTakenOver ban) {
        return new DecisionTakenOver(
                ban.decision(),
                ban.person(),
                ban.institution(),
                ban.unit(),
                ban.decider(),
                ban.legalBasis(),
                ban.reasons(),
                ban.number(),
                ban.decidedOn());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static final String ADD = """
            insert into ban (id, decision_id, person_id, territory, legal_basis, term_months, starts, starts_on, ends_on,
                             old_cancelled_on, cancelled_on, noted_by, noted_at)
            select r.id, r.decision_id, r.person_id, 'LV', r.legal_basis, r.term_months, 'DAY', r.starts_on, r.ends_on,
                   r.old_cancelled_on, r.old_cancelled_on, :by, :at
              from jsonb_populate_recordset(cast(null as ban), cast(:rows as jsonb)) r
            """;
}
