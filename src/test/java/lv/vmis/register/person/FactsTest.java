package lv.vmis.register.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class FactsTest {

    private static final Facts.Why TYPING = new Facts.Why("TYPING", null);

    private final Facts facts;
    private final EnterFact enterFact;
    private final CorrectFact correctFact;
    private final WithdrawFact withdrawFact;
    private final EnterFinding enterFinding;
    private final PersonSearch search;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Actor inspector = Someone.of(Role.INSPECTOR);

    FactsTest(
            Facts facts,
            EnterFact enterFact,
            CorrectFact correctFact,
            WithdrawFact withdrawFact,
            EnterFinding enterFinding,
            PersonSearch search,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.facts = facts;
        this.enterFact = enterFact;
        this.correctFact = correctFact;
        this.withdrawFact = withdrawFact;
        this.enterFinding = enterFinding;
        this.search = search;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Test
    void a_corrected_value_stays_in_the_history_and_the_person_is_shown_as_known_then() {
        var person = person("Ahmedovs", "Timurs");
        var before = primary(person);
        var moment = clock.instant();
        done(correct(before, Map.of("family_name", "Ahmedov"), TYPING));
        assertThat(primary(person).values()).containsEntry("family_name", "Ahmedov");
        assertThat(primary(person).version()).isEqualTo(1);

        var past = reading(() -> facts.past(person, before.id()));
        assertThat(past).singleElement().satisfies(one -> {
            assertThat(one.fact().values()).isEqualTo(before.values());
            assertThat(one.reasonCode()).isEqualTo("TYPING");
            assertThat(one.untilBy()).isEqualTo(inspector.name());
            assertThat(one.withdrawn()).isFalse();
        });
        assertThat(known(person, moment)).isEqualTo(before.values());
        assertThat(known(person, clock.instant())).containsEntry("family_name", "Ahmedov");
    }

    @Test
    void a_withdrawn_fact_is_gone_from_the_person_and_not_from_the_past() {
        var person = person("Saidovs", "Rustams");
        var document = only(person, FactKind.DOCUMENT);
        var moment = clock.instant();
        done(acting(() -> withdrawFact.run(
                new WithdrawFact.Input(person, FactKind.DOCUMENT, document.id(), 0, TYPING), inspector)));
        assertThat(of(person, FactKind.DOCUMENT)).isEmpty();
        assertThat(reading(() -> facts.knownAt(person, moment)))
                .anySatisfy(fact -> assertThat(fact.values()).isEqualTo(document.values()));
        assertThat(reading(() -> facts.past(person, document.id())))
                .singleElement()
                .satisfies(past -> assertThat(past.withdrawn()).isTrue());
        refused(correct(document, Map.of("authority", "Toshkent"), TYPING), PersonRefusal.FACT_WITHDRAWN);
    }

    @Test
    void the_database_refuses_a_change_that_would_lose_the_past() {
        var person = person("Karimovs", "Anvars");
        for (var statement : List.of(
                "update identity set family_name = 'X' where person_id = :person",
                "update document set number = 'X' where person_id = :person",
                "delete from address where person_id = :person",
                "delete from nationality where identity_id = (select id from identity where person_id = :person)")) {
            assertThatThrownBy(() -> reading(() ->
                            jdbc.sql(statement).param("person", person.value()).update()))
                    .as(statement)
                    .hasStackTraceContaining("without keeping what");
        }
        assertThatThrownBy(() -> reading(
                        () -> jdbc.sql("update fact_past set reason = 'X'").update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void of_two_corrections_of_one_version_the_second_is_told() {
        var person = person("Nazarovs", "Farhods");
        var seen = primary(person);
        done(correct(seen, Map.of("birth_place", "Samarkanda"), TYPING));
        refused(correct(seen, Map.of("given_names", "Farkhod"), TYPING), EdgeRefusal.CHANGED_MEANWHILE);
        refused(correct(primary(person), Map.of(), TYPING), PersonRefusal.NOTHING_CHANGED);
    }

    @Test
    void no_correction_is_lost_when_many_are_made_at_once() throws Exception {
        var person = person("Tursunovs", "Olims");
        var seen = primary(person);
        List<Future<Outcome<UUID>>> answers;
        try (var officials = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = officials.invokeAll(IntStream.range(0, 8)
                    .<Callable<Outcome<UUID>>>mapToObj(
                            i -> () -> correct(seen, Map.of("birth_place", "Vieta " + i), TYPING))
                    .toList());
        }
        var made = 0;
        for (var answer : answers) {
            if (answer.get() instanceof Done<UUID>) {
                made++;
            } else {
                refused(answer.get(), EdgeRefusal.CHANGED_MEANWHILE);
            }
        }
        assertThat(made).isEqualTo(1);
        assertThat(primary(person).version()).isEqualTo(1);
    }

    @Test
    void exactly_one_identity_is_the_primary_one() {
        var person = person("Hakimovs", "Jahongirs");
        var alias = new HashMap<>(primary(person).values());
        alias.put("family_name", "Khakimov");
        alias.put("kind", "PRIMARY");
        refused(enter(person, FactKind.IDENTITY, alias), PersonRefusal.PRIMARY_STAYS);
        alias.put("kind", "ALIAS");
        done(enter(person, FactKind.IDENTITY, alias));
        refused(correct(primary(person), Map.of("kind", "ALIAS"), TYPING), PersonRefusal.PRIMARY_STAYS);
        refused(
                acting(() -> withdrawFact.run(
                        new WithdrawFact.Input(
                                person, FactKind.IDENTITY, primary(person).id(), 0, TYPING),
                        inspector)),
                PersonRefusal.PRIMARY_STAYS);

        var other = of(person, FactKind.IDENTITY).getLast();
        done(correct(other, Map.of("kind", "PRIMARY"), TYPING));
        assertThat(primary(person).values()).containsEntry("family_name", "Khakimov");
        assertThat(of(person, FactKind.IDENTITY))
                .hasSize(2)
                .last()
                .satisfies(former -> assertThat(former.values())
                        .containsEntry("kind", "ALIAS")
                        .containsEntry("family_name", "Hakimovs"));
    }

    @Test
    void a_corrected_name_and_another_identity_are_found_at_once() {
        var person = person("Zzubaidovs", "Shuhrats");
        done(correct(primary(person), Map.of("family_name", "Wojciechowskix"), TYPING));
        assertThat(found("Wojciechowskix Shuhrats")).contains(person.value());
        var alias = new HashMap<>(primary(person).values());
        alias.putAll(Map.of("kind", "ALIAS", "family_name", "Brzeczyszczykiewicz", "latvian_name", "Bžeščs Šuhrats"));
        done(enter(person, FactKind.IDENTITY, alias));
        assertThat(found("Brzeczyszczykiewicz")).contains(person.value());
        assertThat(found("Bžeščs Šuhrats")).contains(person.value());
    }

    @Test
    void nationalities_are_corrected_with_their_identity_and_kept_in_its_past() {
        var person = person("Rasulovs", "Akmals");
        var seen = primary(person);
        done(correct(
                seen,
                Map.of(
                        "nationality", "KAZ",
                        "nationality_type", "CITIZEN",
                        "nationality_2", "UZB",
                        "nationality_type_2", "CITIZEN"),
                TYPING));
        assertThat(primary(person).values()).containsEntry("nationality", "KAZ").containsEntry("nationality_2", "UZB");
        assertThat(reading(() -> facts.past(person, seen.id())))
                .singleElement()
                .satisfies(past -> assertThat(past.fact().values())
                        .containsEntry("nationality", "UZB")
                        .doesNotContainKey("nationality_2"));
    }

    @Test
    void the_same_document_is_not_entered_twice() {
        var person = person("Umarovs", "Bobirs");
        var document = only(person, FactKind.DOCUMENT);
        refused(enter(person, FactKind.DOCUMENT, document.values()), PersonRefusal.DOCUMENT_HELD);
    }

    private PersonId person(String family, String given) {
        var input = new EnterFinding.Input(
                null,
                SomeForeigner.named(family, given),
                null,
                null,
                SomeForeigner.found(java.time.LocalDate.now(clock)),
                List.of());
        return ((Done<EnterFinding.Opened>) acting(() -> enterFinding.run(input, inspector)))
                .value()
                .person();
    }

    private Outcome<UUID> enter(PersonId person, FactKind kind, Map<String, String> values) {
        return acting(() -> enterFact.run(new EnterFact.Input(person, kind, values), inspector));
    }

    private Outcome<UUID> correct(FactRow seen, Map<String, String> changed, Facts.Why why) {
        var values = new HashMap<>(seen.values());
        values.putAll(changed);
        return acting(() -> correctFact.run(
                new CorrectFact.Input(seen.person(), seen.kind(), seen.id(), seen.version(), values, why), inspector));
    }

    private FactRow primary(PersonId person) {
        return of(person, FactKind.IDENTITY).getFirst();
    }

    private FactRow only(PersonId person, FactKind kind) {
        var rows = of(person, kind);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<FactRow> of(PersonId person, FactKind kind) {
        return reading(() -> facts.of(person)).stream()
                .filter(fact -> fact.kind() == kind)
                .toList();
    }

    private Map<String, String> known(PersonId person, java.time.Instant moment) {
        return reading(() -> facts.knownAt(person, moment)).getFirst().values();
    }

    private List<UUID> found(String name) {
        return reading(() -> search.find(new SearchCriteria(name, null, null, null, null, null, null, null, null)))
                .hits()
                .stream()
                .map(hit -> hit.person().id().value())
                .toList();
    }

    private <T> T acting(Callable<T> work) {
        return Someone.as(inspector, work);
    }

    private <T> T reading(Callable<T> work) {
        return Someone.as(
                inspector,
                () -> transaction.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }));
    }

    private static void done(Outcome<UUID> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
    }

    private static void refused(Outcome<UUID> outcome, RefusalCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Refused<?>) refused).reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.code()).isEqualTo(code)));
    }
}
