package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which drafts of decisions the law of the day lets be signed: their grounds, their terms, and the grounds and terms of their bans. */
@Component
class SigningRule implements DatedRule {

    private static final Set<String> PARAMETERS = Set.of(
            "departure.term.min",
            "departure.term.max",
            "ban.voluntary.max",
            "ban.removal.max",
            "ban.alone.max",
            "ban.threat.max",
            "ban.court.max",
            "ban.start.max",
            "ban.indefinite.by");

    record Row(
            UUID id,
            @Nullable String caseNumber,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            DecisionKind kind,
            String institution,
            String legalBasis,
            @Nullable Integer termDays) {}

    record Planned(
            UUID decisionId,
            BanTerritory territory,
            String legalBasis,
            @Nullable Integer months,
            BanStart starts,
            @Nullable LocalDate startsOn) {

        PlannedBan ban() {
            return new PlannedBan(territory, legalBasis, months, null, starts, startsOn);
        }
    }

    private final JdbcClient jdbc;
    private final DraftRules rules;

    SigningRule(JdbcClient jdbc, DraftRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public String key() {
        return "signing";
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean asksForGrounds() {
        return true;
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        var bans = jdbc.sql(PLANNED).query(Rows.of(Planned.class)).list().stream()
                .collect(Collectors.groupingBy(Planned::decisionId));
        return jdbc.sql(DRAFTS).query(Rows.of(Row.class)).list().stream()
                .map(row -> worked(row, bans, law, day))
                .toList();
    }

    private Worked worked(Row row, Map<UUID, List<Planned>> bans, Law law, LocalDate day) {
        var planned = bans.getOrDefault(row.id(), List.of()).stream()
                .map(Planned::ban)
                .toList();
        // What is written in it is the same under any law.
        var draft = new Draft(row.kind(), row.legalBasis(), null, row.termDays(), "", null, planned);
        return new Worked(
                row.id(),
                row.caseNumber() == null ? "" : row.caseNumber(),
                "/decisions/" + row.id(),
                row.personId(),
                row.familyName(),
                row.givenNames(),
                day,
                null,
                null,
                rules.againstLaw(draft, day, row.institution(), law).stream()
                        .map(mistake -> new Refusal(mistake.code(), "", mistake.values()))
                        .distinct()
                        .toList());
    }

    static final String DRAFTS = """
            select d.id, c.number as case_number, d.person_id, i.family_name, i.given_names, d.kind, d.institution, d.legal_basis,
                   d.term_days
              from decision d
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              left join return_case c on c.id = d.case_id
             where d.signed_at is null and d.withdrawn_at is null
             order by d.prepared_at desc, d.id desc
            """;

    static final String PLANNED = """
            select b.decision_id, b.territory, b.legal_basis, b.term_months as months, b.starts, b.starts_on
              from decision d
              join ban b on b.decision_id = d.id and b.dropped_at is null
             where d.signed_at is null and d.withdrawn_at is null
             order by b.decision_id, b.territory
            """;
}
