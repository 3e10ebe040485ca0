package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which follow-up decisions that wait the law of the day lets be signed: their grounds, and how long a term is extended. */
@Component
class FollowUpSigningRule implements DatedRule {

    record Row(UUID id, String familyName, @Nullable String givenNames) {}

    private final JdbcClient jdbc;
    private final FollowUps followUps;
    private final FollowUpRules rules;

    FollowUpSigningRule(JdbcClient jdbc, FollowUps followUps, FollowUpRules rules) {
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.rules = rules;
    }

    @Override
    public String key() {
        return "signing-follow-up";
    }

    @Override
    public Set<String> parameters() {
        return Stream.concat(
                        Stream.of("departure.extension.max"),
                        Arrays.stream(FollowUpKind.values()).map(FollowUpRules::parameter))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean asksForGrounds() {
        return true;
    }

    @Override
    public List<Worked> under(Law law, LocalDate day) {
        return jdbc.sql(WAITING).query(Rows.of(Row.class)).list().stream()
                .map(row -> worked(row, law, day))
                .toList();
    }

    private Worked worked(Row row, Law law, LocalDate day) {
        var waiting = followUps.find(row.id()).orElseThrow();
        var target = followUps.target(waiting);
        return new Worked(
                row.id(),
                waiting.targetNumber(),
                "/follow-ups/" + row.id(),
                waiting.personId(),
                row.familyName(),
                row.givenNames(),
                day,
                null,
                null,
                rules.mistakes(waiting.input(), target, day, waiting.institution(), law));
    }

    static final String WAITING = """
            select f.id, i.family_name, i.given_names
              from follow_up f
              join person p on p.id = f.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where f.signed_at is null and f.declined_at is null
             order by f.prepared_at, f.id
            """;
}
