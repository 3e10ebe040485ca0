package lv.vmis.register.ban;

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

/** Until when each long ban that is not over is to be reviewed; without a day where the law of the day asks for no review. */
@Component
class ReviewRule implements DatedRule {

    private static final String OVER = "ban.review.over";
    private static final String EVERY = "ban.review.every";

    record Row(
            UUID id,
            String number,
            UUID decisionId,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            @Nullable LocalDate dueOn) {}

    private final JdbcClient jdbc;

    ReviewRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "ban-review";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(OVER, EVERY);
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        return jdbc
                .sql(LONG)
                .param("over", law.parameters().years(OVER, day))
                .param("every", law.parameters().years(EVERY, day))
                .param("day", day)
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(row -> new Worked(
                        row.id(),
                        row.number(),
                        "/decisions/" + row.decisionId(),
                        row.personId(),
                        row.familyName(),
                        row.givenNames(),
                        day,
                        row.dueOn(),
                        null))
                .toList();
    }

    static final String LONG = """
            select b.id, c.decision_number as number, c.decision_id, c.person_id, i.family_name, i.given_names,
                   ban_review_due(b.id, :over, :every) as due_on
              from ban b
              join ban_clock c on c.id = b.id
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where (b.term_months is null or b.term_months > 12) and (c.to_day is null or c.to_day >= :day)
             order by c.decided_on desc, b.id
            """;
}
