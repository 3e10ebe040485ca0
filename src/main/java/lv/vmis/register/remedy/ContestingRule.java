package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when each decision that is served and not carried out can be contested, and each that only bans, served within a year. */
@Component
class ContestingRule implements DatedRule {

    record Row(
            UUID id,
            String number,
            DecisionKind kind,
            LocalDate servedOn,
            PersonId personId,
            String familyName,
            @Nullable String givenNames) {}

    private final JdbcClient jdbc;
    private final RemedyTerm term;

    ContestingRule(JdbcClient jdbc, RemedyTerm term) {
        this.jdbc = jdbc;
        this.term = term;
    }

    @Override
    public String key() {
        return "contesting";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(RemedyTerm.OF_ORDER, RemedyTerm.OF_REMOVAL, DecisionKind.ENTRY_BAN.contest());
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        return jdbc.sql(SERVED).param("day", day).query(Rows.of(Row.class)).list().stream()
                .flatMap(row -> term
                        .toContest(row.kind(), row.servedOn(), law.parameters())
                        .map(toContest -> new Worked(
                                row.id(),
                                row.number(),
                                "/decisions/" + row.id(),
                                row.personId(),
                                row.familyName(),
                                row.givenNames(),
                                row.servedOn(),
                                toContest.until().day(),
                                null))
                        .stream())
                .toList();
    }

    static final String SERVED = """
            select d.id, d.number, d.kind, d.served_on, d.person_id, i.family_name, i.given_names
              from decision d
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where d.served_on is not null
               and (d.open or d.case_id is null and d.decider is null and d.cancelled_on is null and d.served_on > cast(:day as date) - 366)
             order by d.served_on desc, d.id
            """;
}
