package lv.vmis.register.joining;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import lv.vmis.register.kernel.PersonId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/** What takes too long for every build: {@code ./register prove joins}. It prints the lines of the table in docs/proofs.md. */
class JoinsProof {

    private static final int LINKED = 500;

    private static final int PAIRS_LISTED = 20_000;

    @Property
    void parting_leaves_every_record_as_if_it_had_never_been_joined(@ForAll("sequences") List<Joins.Step> steps) {
        new Joins().live(steps);
    }

    @Provide
    Arbitrary<List<Joins.Step>> sequences() {
        return Joins.sequences();
    }

    /** Half of the pairs are decided, and none of those may be shown. */
    @Example
    void twenty_thousand_pairs_are_listed_within_a_second() throws Exception {
        var context =
                new TestContextManager(Joins.Application.class).getTestContext().getApplicationContext();
        var made = context.getBean(JoiningSamples.class);
        var jdbc = context.getBean(JdbcClient.class);
        var likenesses = context.getBean(Likenesses.class);
        made.asked(() -> {
            for (var sql : List.of(PERSONS, IDENTITIES, PAIRS, VERDICTS)) {
                jdbc.sql(sql).param("pairs", PAIRS_LISTED).update();
            }
            return true;
        });
        // As autovacuum does within a minute.
        try (var owner = context.getBean("migrations", DataSource.class).getConnection();
                var statement = owner.createStatement()) {
            statement.execute("analyze person, identity, document, likeness, likeness_verdict, person_link");
        }
        var longest = 0L;
        for (int round = 0; round < 5; round++) {
            long begun = System.nanoTime();
            var listed = made.asked(() -> likenesses.list(null, 21));
            longest = Math.max(longest, System.nanoTime() - begun);
            assertThat(listed).hasSize(21);
        }

        System.out.printf(
                "| %s | %d pairs, half of them decided | longest list %d ms |%n",
                LocalDate.now(java.time.ZoneId.of("Europe/Riga")), PAIRS_LISTED, longest / 1_000_000);
        assertThat(longest).isLessThanOrEqualTo(1_000_000_000L);
    }

    /** One person of five hundred records, half of them in a chain, is joined to another and parted again. */
    @Example
    void five_hundred_linked_records_are_joined_and_parted_within_a_second() throws Exception {
        var made = new TestContextManager(Joins.Application.class)
                .getTestContext()
                .getApplicationContext()
                .getBean(JoiningSamples.class);
        var records = new ArrayList<PersonId>();
        for (int i = 0; i < LINKED; i++) {
            records.add(made.person("Karim" + (char) ('a' + i % 26), "Reza", "1985-05-05", "IRN"));
        }
        // The later half one under the other, from the last up; the rest each under the first.
        for (int i = LINKED - 1; i > LINKED / 2; i--) {
            made.joined(records.get(i - 1), records.get(i));
        }
        for (int i = 1; i <= LINKED / 2; i++) {
            made.joined(records.getFirst(), records.get(i));
        }
        assertThat(made.head(records.getLast())).isEqualTo(records.getFirst());

        var one = made.person("Karimzadeh", "Reza", "1985-05-05", "IRN");
        var elder = records.getFirst();
        var longest = 0L;
        for (int round = 0; round < 5; round++) {
            var link = made.proposed(elder, one);
            long begun = System.nanoTime();
            done(made.approved(link, official("vrs.vaditajs")));
            long joined = System.nanoTime();
            made.undoProposed(link);
            long again = System.nanoTime();
            made.undoApproved(link);
            longest = Math.max(longest, Math.max(joined - begun, System.nanoTime() - again));
        }
        // The largest part that can be parted: the whole chain.
        var chain = made.linkOf(records.get(LINKED / 2));
        made.undoProposed(chain);
        long begun = System.nanoTime();
        made.undoApproved(chain);
        long parted = System.nanoTime() - begun;
        var link = made.proposed(elder, records.get(LINKED / 2));
        begun = System.nanoTime();
        done(made.approved(link, official("vrs.vaditajs")));
        longest = Math.max(longest, Math.max(parted, System.nanoTime() - begun));

        System.out.printf(
                "| %s | %d linked records | longest join or parting %d ms |%n",
                LocalDate.now(java.time.ZoneId.of("Europe/Riga")), LINKED, longest / 1_000_000);
        assertThat(longest).isLessThanOrEqualTo(1_000_000_000L);
    }

    private static final String PERSONS = """
            insert into person (id, head_id, entered_at, entered_by, institution, unit)
            select id, id, now(), id, 'VRS', 'VRS_RIGA_IMIGRACIJA'
              from (select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as id
                      from generate_series(1, :pairs + 1) n) made
            """;

    private static final String IDENTITIES = """
            insert into identity (id, person_id, kind, family_name, name_key, sex, birth_date, birth_earliest, birth_latest,
                                  source, noted_at, noted_by)
            select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'PRIMARY', 'Listed',
                   ' listed ', 'M', '1990-01-01', '1990-01-01', '1990-01-01', 'STATED', now(), gen_random_uuid()
              from generate_series(1, :pairs + 1) n
            """;

    private static final String PAIRS = """
            insert into likeness (one_id, other_id, score, weights, standing, found_at)
            select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
                   ('00000000-0000-4000-8000-' || lpad((n + 1)::text, 12, '0'))::uuid, n % 200 / 10.0, 'test',
                   case when n % 2 = 0 then 'DIFFERENT' else 'OPEN' end, now()
              from generate_series(1, :pairs) n
            """;

    private static final String VERDICTS = """
            insert into likeness_verdict (id, one_id, other_id, answer, reason, score, shared, institution, given_by, given_at)
            select gen_random_uuid(), one_id, other_id, 'DIFFERENT', 'DIFFERENT_RELATIVE', score, '{}', 'VRS',
                   gen_random_uuid(), now()
              from (select *, row_number() over (order by one_id) as n from likeness where weights = 'test') l
             where n % 2 = 0 and n <= :pairs
            """;
}
