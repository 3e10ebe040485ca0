package lv.vmis.register.removal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the law gives removals a date by, so that a change of it can be tried on all that wait. */
@Configuration
class RemovalRules {

    /** @param oldest day of the oldest answer to what is assessed before a removal; nothing while none is given */
    record Row(
            UUID id,
            UUID caseId,
            String number,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            @Nullable LocalDate oldest) {

        DatedRule.Worked worked(String address, LocalDate event, @Nullable LocalDate due, @Nullable Instant moment) {
            return new DatedRule.Worked(id, number, address, personId, familyName, givenNames, event, due, moment);
        }
    }

    private record Dated(String key, Set<String> parameters, BiFunction<Law, LocalDate, List<DatedRule.Worked>> work)
            implements DatedRule {

        @Override
        public List<Worked> under(Law law, LocalDate day) {
            return work.apply(law, day);
        }
    }

    /** Until when the answers given before a removal may be relied on, by the law of the day on which they are. */
    @Bean
    DatedRule safeguardRule(JdbcClient jdbc, Terms terms) {
        return new Dated(
                "safeguards",
                Set.of(RemovalDeadlines.VALID),
                (law, day) -> rows(jdbc, day)
                        .flatMap(row -> Optional.ofNullable(row.oldest())
                                .flatMap(oldest -> RemovalDeadlines.relied(oldest, day, law.parameters(), terms))
                                .map(term -> row.worked(
                                        "/cases/" + row.caseId() + "/safeguards",
                                        day,
                                        term.until().day(),
                                        null))
                                .stream())
                        .toList());
    }

    /** Until when a foreigner who was not told yet is to be told of his removal, by the law of the day of the removal. */
    @Bean
    DatedRule noticeRule(JdbcClient jdbc, RemovalSteps steps, Terms terms, Clock clock) {
        var asked = Set.of(RemovalDeadlines.NOTICE, RemovalDeadlines.NOTICE_SHORT);
        return new Dated("notice", asked, (law, day) -> {
            var now = clock.instant();
            var under = terms.under(law.parameters());
            var open = rows(jdbc, day).toList();
            var done = steps.of(open.stream().map(Row::id).toList());
            return open.stream()
                    .flatMap(row -> RemovalDeadlines.untold(done.getOrDefault(row.id(), List.of()))
                            .filter(start -> start.isAfter(now))
                            .flatMap(start -> RemovalDeadlines.toTell(start, now, under))
                            .map(term -> row.worked(
                                    "/decisions/" + row.id() + "/removal",
                                    term.from().day(),
                                    null,
                                    term.until().at()))
                            .stream())
                    .toList();
        });
    }

    private static Stream<Row> rows(JdbcClient jdbc, LocalDate day) {
        return jdbc.sql(OPEN).param("day", day).query(Rows.of(Row.class)).list().stream();
    }

    static final String OPEN = """
            select d.id, d.case_id, d.number, d.person_id, i.family_name, i.given_names,
                   (select min(s.assessed_on) from safeguards_on(d.case_id, :day) s) as oldest
              from decision d
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where d.open and d.kind in ('REMOVAL', 'COURT_EXPULSION')
             order by d.signed_at desc, d.id desc
            """;
}
