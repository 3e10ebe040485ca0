package lv.vmis.register.returns;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegisterTest
class EnterFamilyTest {

    private final EnterFamily enterFamily;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");

    EnterFamilyTest(EnterFamily enterFamily, DecisionSamples samples, JdbcClient jdbc, Clock clock) {
        this.enterFamily = enterFamily;
        this.samples = samples;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void each_gets_a_case_of_one_group_and_all_one_journal_entry() {
        var known = samples.open(inspector).person();
        var opened = done(enter(
                fresh(SomeForeigner.named("Karimov", "Aziz")),
                fresh(SomeForeigner.named("Karimova", "Nigora")),
                known(known)));

        assertThat(opened).hasSize(3).extracting(EnterFinding.Opened::number).doesNotHaveDuplicates();
        assertThat(opened.getLast().person()).isEqualTo(known);
        assertThat(samples.reading(() -> jdbc.sql("""
                        select count(distinct c.group_id)
                          from return_case c
                          join finding f on f.case_id = c.id
                         where c.id in (:cases) and c.group_id is not null
                        """)
                        .param(
                                "cases",
                                opened.stream().map(EnterFinding.Opened::caseId).toList())
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
        assertThat(samples.entries(opened.getFirst().caseId(), EnterFamily.class))
                .isEqualTo(1);
        assertThat(samples.reading(() -> jdbc.sql("""
                        select cardinality(persons)
                          from entry
                         where object_id = :case and operation = 'EnterFamily'
                        """)
                        .param("case", opened.getFirst().caseId())
                        .query(Integer.class)
                        .single()))
                .isEqualTo(3);
    }

    @Test
    void every_reason_is_told_beside_whom_it_concerns_and_nobody_is_entered() {
        var holder = SomeForeigner.named("Karimov", "Aziz");
        done(enter(fresh(holder)));
        var people = people();
        var again = SomeForeigner.with(
                "Karimova", "Nigora", Objects.requireNonNull(holder.document()).number());
        var twin = SomeForeigner.named("Karimov", "Jasur");

        var outcome = enter(fresh(again), fresh(twin), fresh(twin), known(PersonId.next()));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<?>) outcome).reasons())
                .containsExactly(
                        Refusal.at("who-0", ReturnsRefusal.DOCUMENT_KNOWN),
                        Refusal.at("who-2", ReturnsRefusal.TWICE_TOGETHER),
                        Refusal.at("who-3", ReturnsRefusal.PERSON_UNKNOWN));
        assertThat(people()).isEqualTo(people);
    }

    @Test
    void a_finding_of_somebody_whose_case_is_open_is_added_to_it() {
        var open = samples.open(inspector);
        var opened = done(enter(
                fresh(SomeForeigner.named("Karimov", "Aziz")),
                new EnterFamily.Member(open.person(), null, open.caseId(), List.of())));

        assertThat(opened.getLast()).isEqualTo(open);
        assertThat(samples.reading(() -> jdbc.sql("select count(*) from finding where case_id = :case")
                        .param("case", open.caseId())
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    @Test
    void it_is_added_to_no_case_of_somebody_else() {
        var other = samples.open(inspector).caseId();
        var outcome = enter(
                fresh(SomeForeigner.named("Karimov", "Aziz")),
                new EnterFamily.Member(samples.open(inspector).person(), null, other, List.of()));

        assertThat(((Outcome.Refused<?>) outcome).reasons())
                .containsExactly(Refusal.at("openCase-1", ReturnsRefusal.CASE_NOT_OPEN));
    }

    private Outcome<List<EnterFinding.Opened>> enter(EnterFamily.Member... members) {
        return as(
                inspector,
                () -> enterFamily.run(new EnterFamily.Input(List.of(members), SomeForeigner.found(today)), inspector));
    }

    private static EnterFamily.Member fresh(NewPerson person) {
        return new EnterFamily.Member(null, person, List.of());
    }

    private static EnterFamily.Member known(PersonId person) {
        return new EnterFamily.Member(person, null, List.of());
    }

    private long people() {
        return samples.reading(
                () -> jdbc.sql("select count(*) from person").query(Long.class).single());
    }
}
