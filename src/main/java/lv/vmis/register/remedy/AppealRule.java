package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when each decision on which a higher authority has decided can be appealed against in court. */
@Component
class AppealRule implements DatedRule {

    record Row(
            UUID id,
            String number,
            LocalDate resultOn,
            PersonId personId,
            String familyName,
            @Nullable String givenNames) {}

    private final JdbcClient jdbc;
    private final RemedyTerm term;

    AppealRule(JdbcClient jdbc, RemedyTerm term) {
        this.jdbc = jdbc;
        this.term = term;
    }

    @Override
    public String key() {
        return "appeal";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(RemedyTerm.TO_COURT);
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        return jdbc.sql(DECIDED).query(Rows.of(Row.class)).list().stream()
                .flatMap(row -> term
                        .toCourt(row.resultOn(), law.parameters())
                        .map(toCourt -> new Worked(
                                row.id(),
                                row.number(),
                                "/decisions/" + row.id() + "/remedies",
                                row.personId(),
                                row.familyName(),
                                row.givenNames(),
                                row.resultOn(),
                                toCourt.until().day(),
                                null))
                        .stream())
                .toList();
    }

    static final String DECIDED = """
            select d.id, d.number, max(r.result_on) as result_on, d.person_id, i.family_name, i.given_names
              from decision d
              join remedy r on r.decision_id = d.id and r.kind = 'CONTEST' and r.result not in ('WITHDRAWN', 'CANCELLED')
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where d.open
             group by d.id, d.number, d.person_id, i.family_name, i.given_names
             order by result_on desc, d.id
            """;
}
