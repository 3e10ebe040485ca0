package lv.vmis.register.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.returns.EnterFinding.Opened;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class EnterFindingTest {

    private final EnterFinding enterFinding;
    private final HandOver handOver;
    private final ReturnCases cases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate today;
    private final Actor inspector = Someone.of(Role.INSPECTOR);

    EnterFindingTest(
            EnterFinding enterFinding,
            HandOver handOver,
            ReturnCases cases,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.enterFinding = enterFinding;
        this.handOver = handOver;
        this.cases = cases;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_new_person_gets_a_case_a_finding_and_one_journal_entry() {
        var opened = done(enter(SomeForeigner.named("Karimov", "Aziz"), null));

        assertThat(opened.number()).matches("L-%d-\\d{6}".formatted(today.getYear()));
        var found = find(opened.caseId());
        assertThat(found.competent()).isEqualTo("VRS");
        assertThat(found.personId()).isEqualTo(opened.person());
        assertThat(findings(opened.caseId())).hasSize(1);
        assertThat(acts(opened.caseId())).containsExactly("EnterFinding");
    }

    @Test
    void a_second_person_with_the_same_document_is_refused() {
        var first = SomeForeigner.named("Karimov", "Aziz");
        done(enter(first, null));
        var number = java.util.Objects.requireNonNull(first.document()).number();

        assertThat(reasons(enter(SomeForeigner.with("Karimova", "Aziza", number), null)))
                .containsExactly(ReturnsRefusal.DOCUMENT_KNOWN);
    }

    @Test
    void of_two_officials_entering_the_same_document_at_once_one_is_refused() throws Exception {
        var number = java.util.Objects.requireNonNull(
                        SomeForeigner.named("Karimov", "Aziz").document())
                .number();
        Callable<Outcome<Opened>> enter = () -> enter(SomeForeigner.with("Karimov", "Aziz", number), null);
        try (var officials = Executors.newFixedThreadPool(4)) {
            var outcomes = officials.invokeAll(List.of(enter, enter, enter, enter)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(outcomes).filteredOn(outcome -> outcome instanceof Done).hasSize(1);
        }
    }

    @Test
    void a_finding_before_the_birth_is_refused_and_leaves_nothing() {
        var people = countPeople();
        var outcome = Someone.as(
                inspector,
                () -> enterFinding.run(
                        new EnterFinding.Input(
                                null,
                                SomeForeigner.named("Karimov", "Aziz"),
                                null,
                                SomeForeigner.found(LocalDate.of(1990, 3, 4))),
                        inspector));
        assertThat(reasons(outcome)).containsExactly(ReturnsRefusal.FINDING_BEFORE_BIRTH);
        assertThat(countPeople()).isEqualTo(people);
    }

    @Test
    void an_unknown_person_is_refused() {
        var outcome = Someone.as(
                inspector,
                () -> enterFinding.run(
                        new EnterFinding.Input(PersonId.next(), null, null, SomeForeigner.found(today)), inspector));
        assertThat(reasons(outcome)).containsExactly(ReturnsRefusal.PERSON_UNKNOWN);
    }

    @Test
    void a_finding_is_added_to_an_open_case_of_the_person_and_to_no_other() {
        var one = done(enter(SomeForeigner.named("Karimov", "Aziz"), null));
        var other = done(enter(SomeForeigner.named("Karimov", "Botir"), null));
        var facts = SomeForeigner.found(today);
        assertThat(done(add(one.person(), one.caseId(), facts)).caseId()).isEqualTo(one.caseId());
        assertThat(reasons(add(one.person(), other.caseId(), facts))).containsExactly(ReturnsRefusal.CASE_NOT_OPEN);
    }

    private Outcome<Opened> add(PersonId person, UUID into, EnterFinding.Facts facts) {
        return Someone.as(
                inspector,
                () -> enterFinding.run(new EnterFinding.Input(person, null, into, null, facts, List.of()), inspector));
    }

    @Test
    void nobody_is_found_together_with_a_case_that_does_not_exist() {
        var people = countPeople();
        assertThat(reasons(enter(SomeForeigner.named("Karimov", "Aziz"), UUID.randomUUID())))
                .containsExactly(ReturnsRefusal.CASE_UNKNOWN);
        assertThat(countPeople()).isEqualTo(people);
    }

    @Test
    void people_found_together_share_a_mark() {
        var father = done(enter(SomeForeigner.named("Karimov", "Aziz"), null));
        var mother = done(enter(SomeForeigner.named("Karimova", "Nigora"), father.caseId()));
        var child = done(enter(SomeForeigner.named("Karimov", "Jasur"), mother.caseId()));

        var marks = List.of(father, mother, child).stream()
                .map(opened -> find(opened.caseId()).groupId())
                .distinct()
                .toList();
        assertThat(marks).hasSize(1).doesNotContainNull();
    }

    @Test
    void a_case_is_handed_over_once_and_by_who_has_it() {
        var opened = done(enter(SomeForeigner.named("Karimov", "Aziz"), null));
        var caseworker = Someone.of(Role.CASEWORKER);
        var seen = find(opened.caseId());
        var input = new HandOver.Input(opened.caseId(), seen.version(), "Iesniegts uzturēšanās atļaujas pieteikums.");

        assertThat(reasons(Someone.as(caseworker, () -> handOver.run(input, caseworker))))
                .containsExactly(ReturnsRefusal.NOT_COMPETENT);
        assertThat(Someone.as(inspector, () -> handOver.run(input, inspector))).isInstanceOf(Done.class);
        assertThat(find(opened.caseId()).competent()).isEqualTo("PMLP");
        assertThat(acts(opened.caseId())).containsExactly("EnterFinding", "HandOver");
        assertThat(reasons(Someone.as(inspector, () -> handOver.run(input, inspector))))
                .containsExactly(ReturnsRefusal.ALREADY_THERE);
    }

    @Test
    void a_case_handed_over_by_mistake_comes_back_and_may_go_again() {
        var opened = done(enter(SomeForeigner.named("Karimov", "Aziz"), null));
        var caseworker = Someone.of(Role.CASEWORKER);
        for (var by : List.of(inspector, caseworker, inspector)) {
            var input =
                    new HandOver.Input(opened.caseId(), find(opened.caseId()).version(), "Kompetenta ir otra iestāde.");
            assertThat(Someone.as(by, () -> handOver.run(input, by))).isInstanceOf(Done.class);
            assertThat(find(opened.caseId()).competent())
                    .isEqualTo(by.institution().equals("VRS") ? "PMLP" : "VRS");
        }
    }

    @Test
    void a_stale_page_cannot_hand_a_case_over() {
        var opened = done(enter(SomeForeigner.named("Karimov", "Aziz"), null));
        var stale = new HandOver.Input(opened.caseId(), 7, "Cits iemesls.");
        assertThat(reasons(Someone.as(inspector, () -> handOver.run(stale, inspector))))
                .containsExactly(lv.vmis.register.edge.EdgeRefusal.CHANGED_MEANWHILE);
        assertThat(find(opened.caseId()).competent()).isEqualTo("VRS");
    }

    private Outcome<Opened> enter(NewPerson person, @Nullable UUID together) {
        return Someone.as(
                inspector,
                () -> enterFinding.run(
                        new EnterFinding.Input(null, person, together, SomeForeigner.found(today)), inspector));
    }

    private ReturnCase find(UUID id) {
        return Someone.as(
                inspector, () -> transaction.execute(_ -> cases.find(id).orElseThrow()));
    }

    private List<Finding> findings(UUID id) {
        return Someone.as(inspector, () -> transaction.execute(_ -> cases.findings(id)));
    }

    private List<String> acts(UUID object) {
        return Someone.as(
                inspector,
                () -> transaction.execute(
                        _ -> jdbc.sql("select operation from entry where object_id = :id and kind = 'act' order by at")
                                .param("id", object)
                                .query(String.class)
                                .list()));
    }

    private long countPeople() {
        return Someone.as(
                inspector,
                () -> transaction.execute(_ -> jdbc.sql("select count(*) from person")
                        .query(Long.class)
                        .single()));
    }

    private static Opened done(Outcome<Opened> outcome) {
        return switch (outcome) {
            case Done<Opened>(var opened) -> opened;
            case Refused<Opened>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static List<RefusalCode> reasons(Outcome<?> outcome) {
        return outcome instanceof Refused<?>(var reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }
}
