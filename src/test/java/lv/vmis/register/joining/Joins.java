package lv.vmis.register.joining;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Clusters;
import lv.vmis.register.person.PersonFile;
import lv.vmis.register.person.Persons;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A few records that are joined, edited and parted at random, beside a model that knows who is whose head. Joining and
 * parting may change no row of what the records hold; each edit may add to the one record it is made with.
 */
final class Joins {

    private static final int RECORDS = 6;

    /** The application of all tests of the run. */
    @RegisterTest
    static class Application {}

    private static final class Started {
        private static final ApplicationContext CONTEXT =
                new TestContextManager(Application.class).getTestContext().getApplicationContext();
    }

    enum Kind {
        PROPOSE,
        APPROVE,
        DECLINE,
        PART,
        IDENTITY,
        DOCUMENT,
        CASE,
        DECISION
    }

    /** What happens next, to which of the records or links there are. */
    record Step(Kind kind, int one, int other) {}

    private final JoiningSamples made = Started.CONTEXT.getBean(JoiningSamples.class);
    private final ProposeLink propose = Started.CONTEXT.getBean(ProposeLink.class);
    private final DeclineLink decline = Started.CONTEXT.getBean(DeclineLink.class);
    private final EnterFinding enter = Started.CONTEXT.getBean(EnterFinding.class);
    private final PersonFile file = Started.CONTEXT.getBean(PersonFile.class);
    private final Clusters clusters = Started.CONTEXT.getBean(Clusters.class);
    private final Persons persons = Started.CONTEXT.getBean(Persons.class);
    private final JdbcClient jdbc = Started.CONTEXT.getBean(JdbcClient.class);
    private final Samples samples = new Samples(jdbc, Started.CONTEXT.getBean(PlatformTransactionManager.class));
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    private final List<PersonId> records;
    private final Map<PersonId, PersonId> above = new HashMap<>();
    private final List<Link> waiting = new ArrayList<>();
    private final List<Link> inForce = new ArrayList<>();
    private final Map<Instant, Map<PersonId, PersonId>> heads = new TreeMap<>();
    private Map<String, String> rows;

    Joins() {
        records = IntStream.range(0, RECORDS)
                .mapToObj(i -> new PersonId(samples.person(Samples.name(), "Omar", "1990-01-0" + (i + 1), "IRQ")))
                .toList();
        rows = rows();
    }

    static Arbitrary<List<Step>> sequences() {
        var kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(Kind.PROPOSE)),
                net.jqwik.api.Tuple.of(6, Arbitraries.of(Kind.APPROVE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Kind.DECLINE)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Kind.PART)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(Kind.IDENTITY, Kind.DOCUMENT, Kind.CASE, Kind.DECISION)));
        var which = Arbitraries.integers().between(0, RECORDS - 1);
        return Combinators.combine(kinds, which, which)
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(14);
    }

    /** Does all of it, then parts whatever is joined; true at every step, and at the end as if nobody had joined anything. */
    void live(List<Step> steps) {
        for (var step : steps) {
            take(step);
            agree(step.toString());
        }
        readAsOne();
        while (!inForce.isEmpty()) {
            part(inForce.get(inForce.size() / 2));
            agree("parted");
        }
        assertThat(records).allSatisfy(record -> assertThat(made.head(record)).isEqualTo(record));
        remember();
    }

    private void take(Step step) {
        var one = records.get(step.one());
        var other = records.get(step.other());
        switch (step.kind()) {
            case PROPOSE -> propose(one, other);
            case APPROVE -> approve(step.one());
            case DECLINE -> decline(step.one());
            case PART -> {
                if (!inForce.isEmpty()) {
                    part(inForce.get(step.one() % inForce.size()));
                }
            }
            case IDENTITY ->
                adding(
                        one,
                        "identity",
                        () -> samples.identity(one.value(), "ALIAS", "Salem", "Umar", "1990-00-00", "SYR"));
            case DOCUMENT -> adding(one, "document", () -> samples.document(one.value(), Samples.number(), "IRQ"));
            case DECISION ->
                adding(
                        one,
                        "decision",
                        () -> samples.ban(
                                one.value(), samples.decision(one.value(), LocalDate.of(2020, 5, 5)), "LV", 12));
            case CASE ->
                adding(head(one), "return_case", () -> {
                    var input = new EnterFinding.Input(one, null, null, SomeForeigner.found(LocalDate.of(2026, 6, 1)));
                    done(Someone.as(inspector, () -> enter.run(input, inspector)));
                });
        }
    }

    private void propose(PersonId one, PersonId other) {
        var outcome = Someone.as(
                inspector, () -> propose.run(new ProposeLink.Input(one, other, "SAME_STATED", null), inspector));
        if (head(one).equals(head(other))) {
            assertThat(refusals(outcome)).containsExactly("ALREADY_ONE");
        } else if (waiting.stream().anyMatch(link -> isBetween(link, head(one), head(other)))) {
            assertThat(refusals(outcome)).containsExactly("ALREADY_PROPOSED");
        } else {
            waiting.add(made.link(done(outcome)));
        }
    }

    private boolean isBetween(Link link, PersonId one, PersonId other) {
        var a = head(link.headId());
        var b = head(link.memberId());
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }

    private void approve(int which) {
        if (waiting.isEmpty()) {
            return;
        }
        var link = waiting.get(which % waiting.size());
        var outcome = made.approved(link.id(), decider);
        if (above.containsKey(link.headId()) || above.containsKey(link.memberId())) {
            assertThat(refusals(outcome)).containsExactly("JOINED_MEANWHILE");
        } else {
            done(outcome);
            waiting.remove(link);
            inForce.add(link);
            above.put(link.memberId(), link.headId());
        }
    }

    private void decline(int which) {
        if (!waiting.isEmpty()) {
            var link = waiting.remove(which % waiting.size());
            done(Someone.as(decider, () -> decline.run(new DeclineLink.Input(link.id(), 0, "Nē"), decider)));
        }
    }

    private void part(Link link) {
        made.parted(link.id());
        inForce.remove(link);
        above.remove(link.memberId());
    }

    private PersonId head(PersonId record) {
        var head = record;
        for (var next = above.get(head); next != null; next = above.get(head)) {
            head = next;
        }
        return head;
    }

    /** An edit adds rows to one record, and changes none there was. */
    private void adding(PersonId record, String table, Runnable edit) {
        var before = rows;
        edit.run();
        rows = rows();
        assertThat(rows).containsAllEntriesOf(before);
        var added = new TreeMap<>(rows);
        added.keySet().removeAll(before.keySet());
        assertThat(added.keySet()).anyMatch(key -> key.startsWith(table + " "));
        assertThat(added.keySet()).allMatch(key -> key.endsWith(" " + record));
    }

    private void agree(String after) {
        var headOf = made.asked(() -> records.stream().collect(toMap(identity(), persons::head)));
        assertThat(headOf).as(after).isEqualTo(records.stream().collect(toMap(identity(), this::head)));
        assertThat(rows()).as(after).isEqualTo(rows);
        heads.put(Instant.now(), headOf);
    }

    /** Whoever asks later is told which records were one person at each moment. */
    private void remember() {
        made.asked(() -> {
            heads.forEach((moment, then) -> records.forEach(record -> assertThat(
                            clusters.recordsKnownAt(record, moment).sequencedKeySet())
                    .as("%s at %s", record, moment)
                    .containsExactlyElementsOf(records.stream()
                            .filter(other -> Objects.equals(then.get(other), then.get(record)))
                            .toList())));
            return true;
        });
    }

    /** Whoever asks for any record of a person is shown all that they hold. */
    private void readAsOne() {
        for (var record : records) {
            var mine = records.stream()
                    .filter(other -> head(other).equals(head(record)))
                    .toList();
            made.asked(() -> {
                assertThat(file.identities(record)).hasSize(rowsOf("identity", mine));
                assertThat(file.documents(record)).hasSize(rowsOf("document", mine));
                assertThat(file.decisions(record)).hasSize(rowsOf("decision", mine));
                assertThat(file.bans(record)).hasSize(rowsOf("ban", mine));
                return true;
            });
        }
    }

    private int rowsOf(String table, List<PersonId> mine) {
        return (int) rows.keySet().stream()
                .filter(key -> key.startsWith(table + " ") && mine.stream().anyMatch(one -> key.endsWith(" " + one)))
                .count();
    }

    /** Every row of what the records hold, field by field. */
    private Map<String, String> rows() {
        return made.asked(() -> {
            var all = new TreeMap<String, String>();
            jdbc.sql(ROWS)
                    .param("records", records.stream().map(PersonId::value).toArray(UUID[]::new))
                    .query(row -> {
                        all.put(row.getString("key"), row.getString("fields"));
                    });
            return all;
        });
    }

    static final String ROWS = """
            select key, fields::text
              from (select 'identity ' || x.id || ' ' || person_id as key, to_jsonb(x) as fields, person_id from identity x
                    union all select 'document ' || x.id || ' ' || person_id, to_jsonb(x), person_id from document x
                    union all select 'past ' || x.id || ' ' || person_id, to_jsonb(x), person_id from fact_past x
                    union all select 'fact ' || x.id || ' ' || person_id, to_jsonb(x), person_id from fact x
                    union all select 'file ' || x.id || ' ' || person_id, to_jsonb(x), person_id from file x
                    union all select 'address ' || x.id || ' ' || person_id, to_jsonb(x), person_id from address x
                    union all select 'return_case ' || x.id || ' ' || person_id, to_jsonb(x), person_id from return_case x
                    union all select 'detention ' || x.id || ' ' || person_id, to_jsonb(x), person_id from detention x
                    union all select 'finding ' || x.id || ' ' || person_id, to_jsonb(x), person_id from finding x
                    union all select 'decision ' || x.id || ' ' || person_id, to_jsonb(x), person_id from decision x
                    union all select 'ban ' || x.id || ' ' || person_id, to_jsonb(x), person_id from ban x) held
             where person_id = any(:records)
            """;
}
