package lv.vmis.register.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import lv.vmis.register.training.DemoPeople;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL of selections finds whom plain Java finds among the people of a demo, and its pages are the whole list. */
class SelectedPersonsPropertyTest {

    private static final int PEOPLE = 150;
    private static final int ALL = 100_000;

    /** A register of its own: its people are those of a demo and nobody else. */
    @RegisterTest
    @TestPropertySource(properties = "spring.application.name=selected-people")
    static class Application {}

    private static final class Started {
        private static final ApplicationContext CONTEXT =
                new TestContextManager(Application.class).getTestContext().getApplicationContext();
        private static final SelectedPersons PERSONS = CONTEXT.getBean(SelectedPersons.class);
        private static final JdbcClient JDBC = CONTEXT.getBean(JdbcClient.class);
        private static final TransactionTemplate TRANSACTION =
                new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class));
        private static final Actor STEWARD = Someone.of(Role.STEWARD);
        private static final LocalDate TODAY = LocalDate.now(CONTEXT.getBean(Clock.class));
        private static final PlainPeople PLAIN = lived();

        private static PlainPeople lived() {
            DemoPeople.enter(CONTEXT, PEOPLE);
            read(() -> {
                joinSome();
                flagSome();
                spread();
                followSome();
                return true;
            });
            waitForLikenesses();
            return read(() -> new PlainPeople(JDBC, TODAY));
        }

        /** What a demo has of the last weeks, over the last years; more departures; findings at the border. */
        private static void spread() {
            JDBC.sql("""
                    update finding f
                       set found_on = f.found_on - (p.number * 5)::int,
                           place_kind = case when p.number % 4 = 0 then 'BCP_ENTRY' else f.place_kind end,
                           crossing_point = case when p.number % 4 = 0
                                                 then (array['LIDOSTA_RIGA', 'TEREHOVA'])[p.number % 8 / 4 + 1] end
                      from person p
                     where p.id = f.person_id
                    """).update();
            JDBC.sql("update person set entered_at = entered_at - number * interval '4 days'")
                    .update();
            JDBC.sql("""
                    update decision d set decided_on = d.decided_on - (p.number * 11)::int
                      from person p where p.id = d.person_id
                    """).update();
            JDBC.sql("""
                    update service s set served_on = s.served_on - (p.number * 11)::int
                      from person p where p.id = s.person_id
                    """).update();
            JDBC.sql("""
                    insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point, destination,
                                           return_type, source, assistance, note, confirmed_by, confirmed_at)
                    select gen_random_uuid(), d.case_id, d.id, d.person_id, (now() at time zone 'Europe/Riga')::date - (p.number * 11)::int,
                           'LIDOSTA_RIGA', (array['UZB', 'RUS', 'IND'])[p.number % 3 + 1],
                           (array['VOLUNTARY', 'ASSISTED'])[p.number % 2 + 1], 'VRS',
                           (array[null, 'LOGISTIC'])[p.number % 2 + 1], 'Zīmogs', gen_random_uuid(), now()
                      from decision d
                      join person p on p.id = d.person_id
                     where d.signed_at is not null and d.case_id is not null and p.number % 3 <> 1
                       and not exists (select 1 from departure e where e.decision_id = d.id)
                       and not exists (select 1 from detention t where t.person_id in (select * from records_of(d.person_id))
                                                                   and (t.released_at is null
                                             or (now() at time zone 'Europe/Riga')::date - (p.number * 11)::int between t.detained_at::date
                                                                                        and t.released_at::date))
                    """).update();
        }

        /** Decisions that others cancel, suspend or resume, and bans that are cancelled, suspended or shortened. */
        private static void followSome() {
            JDBC.sql("""
                    insert into follow_up (id, case_id, person_id, decision_id, ban_id, kind, institution, unit, legal_basis,
                                           effect_on, term_months, reasons, prepared_by, prepared_at, number, decided_on,
                                           signed_by, signed_at)
                    select gen_random_uuid(), d.case_id, d.person_id, d.id, f.ban_id, f.kind, d.institution, d.unit, 'APL-86',
                           greatest(d.decided_on, current_date - (p.number % 9)::int),
                           case when f.kind = 'REDUCE' then 3 end, 'Jauni apstākļi', gen_random_uuid(), now(),
                           'S-T-' || p.number || '-' || row_number() over (), current_date, gen_random_uuid(), now()
                      from decision d
                      join person p on p.id = d.person_id
                     cross join lateral (
                           select null::uuid as ban_id, (array['CANCEL', 'SUSPEND', 'RESUME'])[p.number / 5 % 3 + 1] as kind
                            where p.number % 5 = 0
                           union all
                           select b.id, (array['CANCEL', 'SUSPEND', 'REDUCE'])[p.number / 5 % 3 + 1]
                             from ban b
                            where b.decision_id = d.id and b.dropped_at is null and p.number % 5 = 1) f
                     where d.signed_at is not null
                    """).update();
        }

        /** Until whoever looks for likely duplicates has seen everybody, and what he found stays the same. */
        private static void waitForLikenesses() {
            var before = -1;
            for (var quiet = 0; quiet < 4; ) {
                var now = read(() -> JDBC.sql("""
                        select count(*) + case when (select swept_to is null from likeness_progress) then 0 else -1000 end
                          from likeness
                        """).query(Integer.class).single());
                quiet = now == before && now >= 0 ? quiet + 1 : 0;
                before = now;
                try {
                    Thread.sleep(700);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        }

        /** Every tenth record belongs to the person of the record before it. */
        private static void joinSome() {
            var numbers = JDBC.sql("select number from person where number % 10 = 0 and number > 1")
                    .query(Long.class)
                    .list();
            for (var number : numbers) {
                JDBC.sql("""
                        insert into person_link (id, head_id, member_id, reason, institution, proposed_by, proposed_at,
                                                 answer, decided_by, decided_at)
                        select gen_random_uuid(), h.id, m.id, 'SAME_NAME', 'PMLP', gen_random_uuid(), now(),
                               'APPROVED', gen_random_uuid(), now()
                          from person h join person m on m.number = :number where h.number = :number - 1
                        """).param("number", number).update();
                JDBC.sql("""
                        update person m set head_id = h.id from person h
                         where m.number = :number and h.number = :number - 1
                        """).param("number", number).update();
            }
        }

        /** Warnings and particular needs, in force, over, and to come. */
        private static void flagSome() {
            JDBC.sql("""
                    insert into warning (id, person_id, warning, basis, valid_from, valid_to, source, noted_at, noted_by)
                    select gen_random_uuid(), id, (array['ARMED', 'VIOLENT'])[number % 2 + 1], 'FACT',
                           current_date - 10 + (number % 3 * 8)::int, case when number % 4 = 0 then current_date + 7 end,
                           'OFFICIAL', now(), gen_random_uuid()
                      from person where number % 5 = 1
                    """).update();
            JDBC.sql("""
                    insert into vulnerability (id, person_id, vulnerability, valid_from, valid_to, source, noted_at, noted_by)
                    select gen_random_uuid(), id, (array['UAM', 'MINOR'])[number % 2 + 1], current_date - 20,
                           case when number % 4 = 0 then current_date - 7 end, 'OFFICIAL', now(), gen_random_uuid()
                      from person where number % 7 = 2
                    """).update();
        }

        private static <T> T read(java.util.function.Supplier<T> work) {
            return Someone.as(STEWARD, () -> TRANSACTION.execute(_ -> work.get()));
        }
    }

    @Property(tries = 250, shrinking = ShrinkingMode.BOUNDED)
    void the_database_selects_whom_plain_reading_selects(@ForAll("selections") Selection selection) {
        var expected = Started.PLAIN.find(selection.conditions());
        var found = find(selection, null, ALL);
        assertThat(found).doesNotHaveDuplicates();
        assertThat(Set.copyOf(found)).as("%s", selection.conditions()).isEqualTo(expected);
        Statistics.label("somebody").collect(!expected.isEmpty());
        Statistics.label("somebody").coverage(cover -> cover.check(true).percentage(share -> share > 20));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void all_pages_together_are_the_whole_list(@ForAll("selections") Selection selection) {
        for (var sort : Sort.values()) {
            var sorted = selection.sorted(sort);
            var whole = find(sorted, null, ALL);
            var paged = new ArrayList<UUID>();
            List<UUID> page;
            do {
                page = find(sorted, paged.isEmpty() ? null : paged.getLast(), 7);
                paged.addAll(page);
            } while (page.size() == 7);
            assertThat(paged).as("%s", sort).isEqualTo(whole);
        }
    }

    @Example
    void every_field_meets_somebody_and_spares_somebody() {
        var everybody = find(selection(List.of()), null, ALL).size();
        assertThat(everybody).isEqualTo(Started.PLAIN.size()).isGreaterThan(100);
        var blind = Stream.of(Field.values())
                .filter(field -> tried(field)
                        .mapToInt(condition ->
                                find(selection(List.of(condition)), null, ALL).size())
                        .noneMatch(count -> count > 0 && count < everybody))
                .toList();
        assertThat(blind).isEmpty();
    }

    /** Days and numbers at ever greater distances, so that one of them parts the people wherever they stand; of the rest many at random. */
    private static Stream<Condition> tried(Field field) {
        return switch (field.operator()) {
            case DAYS ->
                Stream.of(0, 1, 2, 3, 5, 7, 14, 30, 100, 300, 1_000, 9_000, 12_000)
                        .map(days -> Condition.between(
                                field, Started.TODAY.minusDays(days).toString(), null));
            case NUMBERS ->
                Stream.of(0, 1, 2, 5, 12, 18, 24, 36, 60, 1_940, 1_960, 1_970, 1_980, 1_990, 2_000)
                        .map(number -> Condition.between(field, number.toString(), null));
            // One by one: a list of them is sometimes three hundred times the same.
            default -> conditions(field).sampleStream().limit(300);
        };
    }

    @Example
    void whoever_is_not_named_is_not_read() {
        var persons =
                find(selection(List.of()), null, 20).stream().map(PersonId::new).toList();
        assertThat(Started.read(() -> Started.PERSONS.rows(persons, false)))
                .hasSize(20)
                .allSatisfy(row -> {
                    assertThat(row.familyName()).isNull();
                    assertThat(row.givenNames()).isNull();
                    assertThat(row.number()).isNull();
                    assertThat(row.birthDate()).isNull();
                    assertThat(row.document()).isNull();
                    assertThat(row.decision()).isNull();
                    assertThat(row.warnings()).isNull();
                });
        assertThat(Started.read(() -> Started.PERSONS.rows(persons, true)))
                .allSatisfy(row -> assertThat(row.familyName()).isNotBlank());
    }

    @Provide
    Arbitrary<Selection> selections() {
        return Arbitraries.of(Field.values())
                .set()
                .ofMinSize(0)
                .ofMaxSize(3)
                .flatMap(fields -> fields.isEmpty()
                        ? Arbitraries.just(selection(List.of()))
                        : Combinators.combine(fields.stream()
                                        .map(SelectedPersonsPropertyTest::conditions)
                                        .toList())
                                .as(SelectedPersonsPropertyTest::selection));
    }

    private static Arbitrary<Condition> conditions(Field field) {
        return switch (field.operator()) {
            case ANY_OF, ANY_STATE ->
                Arbitraries.of(Started.PLAIN.values(field))
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(Math.min(3, Started.PLAIN.values(field).size()))
                        .map(values -> Condition.anyOf(field, values));
            case YES_NO -> Arbitraries.of("YES", "NO").map(answer -> Condition.anyOf(field, List.of(answer)));
            case DAYS ->
                field == Field.BORN
                        ? ranges(
                                Arbitraries.integers()
                                        .between(-70 * 365, 0)
                                        .withDistribution(RandomDistribution.uniform())
                                        .map(days ->
                                                Started.TODAY.plusDays(days).toString()),
                                field)
                        : ranges(
                                Arbitraries.integers()
                                        .between(-1000, 900)
                                        .withDistribution(RandomDistribution.uniform())
                                        .map(days ->
                                                Started.TODAY.plusDays(days).toString()),
                                field);
            case NUMBERS -> {
                var numbers = switch (field) {
                    case AGE -> Arbitraries.integers().between(0, 80);
                    case BIRTH_YEAR -> Arbitraries.integers().between(1940, 2026);
                    default -> Arbitraries.integers().between(1, 72);
                };
                yield ranges(numbers.map("%03d"::formatted), field)
                        .map(condition -> Condition.between(field, plain(condition.from()), plain(condition.to())));
            }
        };
    }

    private static @org.jspecify.annotations.Nullable String plain(@org.jspecify.annotations.Nullable String number) {
        return number == null ? null : String.valueOf(Integer.parseInt(number));
    }

    /** From the lesser to the greater of two, or with one end left open. */
    private static Arbitrary<Condition> ranges(Arbitrary<String> ends, Field field) {
        return Combinators.combine(ends, ends, Arbitraries.integers().between(0, 3))
                .as((one, other, open) -> {
                    var from = one.compareTo(other) <= 0 ? one : other;
                    var to = one.compareTo(other) <= 0 ? other : one;
                    return switch (open) {
                        case 0 -> Condition.between(field, from, null);
                        case 1 -> Condition.between(field, null, to);
                        default -> Condition.between(field, from, to);
                    };
                });
    }

    private static Selection selection(List<Condition> conditions) {
        return new Selection(conditions, Sort.NEWEST, List.of());
    }

    private static List<UUID> find(Selection selection, @org.jspecify.annotations.Nullable UUID after, int most) {
        return Started.read(() -> Started.PERSONS.find(selection, after, most).stream()
                .map(PersonId::value)
                .toList());
    }
}
