package lv.vmis.register.person;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Narrowing.Status;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search for a person by what happened to him: number, place, days, status; alone and together with a name. */
@RegisterTest
class NarrowedSearchTest {

    private static final List<String> SYLLABLES = List.of(
            "Bro", "dau", "ged", "hil", "jur", "kle", "lig", "mal", "nor", "pul", "ras", "sti", "tor", "vel", "zan");

    private final PersonSearch search;
    private final DecisionSamples samples;
    private final JoiningSamples joining;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    NarrowedSearchTest(
            PersonSearch search, DecisionSamples samples, JoiningSamples joining, JdbcClient jdbc, Clock clock) {
        this.search = search;
        this.samples = samples;
        this.joining = joining;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_person_is_found_by_the_number_of_his_case_or_decision() {
        var decision =
                samples.signed(DecisionSamples.order(), inspector, decider).decision();
        var person = personOf("decision", decision);
        var numbers = samples.reading(() -> jdbc.sql(
                        "select c.number, d.number from decision d join return_case c on c.id = d.case_id where d.id = :id")
                .param("id", decision)
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .single());
        for (var number : numbers) {
            assertThat(find(null, narrowing(number, null, null))).as(number).containsExactly(person);
        }
        assertThat(find(null, narrowing("L-1999-999999", null, null))).isEmpty();
    }

    @Test
    void a_place_is_found_by_part_of_its_name_as_typed() {
        var person = samples.open(inspector).person();
        var other = samples.open(inspector).person();
        placed(person, "Ziepniekkalns, 100 % tuvu_mežam");
        assertThat(find(null, narrowing(null, "ziepniekkalns", null))).containsExactly(person);
        assertThat(find(null, narrowing(null, "100 % tuvu_m", null))).containsExactly(person);
        assertThat(find(null, narrowing(null, "100 _ tuvu", null))).isEmpty();
        assertThat(find(null, narrowing(null, "\\", null))).isEmpty();
        assertThat(find(nameOf(other), narrowing(null, "Ziepniekkalns", null))).doesNotContain(other);
        assertThat(find(nameOf(person), narrowing(null, "Ziepniekkalns", null))).containsExactly(person);
    }

    @Test
    void days_and_place_are_those_of_one_finding() {
        var person = samples.open(inspector).person();
        placed(person, "Kārsava, Malnavas iela");
        var right = new Narrowing(null, "M", "malnavas", today, today, null, null, List.of());
        var early = new Narrowing(null, "M", "malnavas", null, today.minusDays(1), null, null, List.of());
        var woman = new Narrowing(null, "F", "malnavas", null, null, null, null, List.of());
        assertThat(find(null, right)).containsExactly(person);
        assertThat(find(null, early)).isEmpty();
        assertThat(find(null, woman)).isEmpty();
    }

    @Test
    void all_marked_statuses_hold_at_once() {
        var ban = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
        var gone = personOf("decision", samples.departed(DecisionSamples.removal(ban), inspector, decider));
        var here = personOf(
                "decision",
                samples.signed(DecisionSamples.removal(ban), inspector, decider).decision());
        assertThat(holds(gone, Status.BAN)).isTrue();
        assertThat(holds(gone, Status.PRESENT)).isFalse();
        assertThat(holds(gone, Status.OPEN_DECISION)).isFalse();
        assertThat(holds(here, Status.PENDING_BAN, Status.OPEN_DECISION, Status.PRESENT))
                .isTrue();
        assertThat(holds(here, Status.PENDING_BAN, Status.BAN)).isFalse();
    }

    @Test
    void nationality_and_birth_narrow_those_without_a_name() {
        var person = samples.open(inspector).person();
        placed(person, "Ludza, Stacijas laukums");
        var who = samples.reading(() -> jdbc.sql("""
                        select i.birth_date, n.country
                          from identity i join nationality n on n.identity_id = i.id
                         where i.person_id = :id
                        """)
                .param("id", person.value())
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .single());
        var there = narrowing(null, "stacijas laukums", null);
        assertThat(find(who.getFirst(), who.getLast(), there)).containsExactly(person);
        assertThat(find(null, who.getLast(), there)).containsExactly(person);
        assertThat(find(null, "ISL", there)).isEmpty();
        assertThat(find("1931-01-01", null, there)).isEmpty();
    }

    @Test
    void of_a_name_that_many_have_whoever_has_all_else_is_found() {
        var nobody = narrowing(null, "Nekuriene", null);
        var first = joining.person("Daudzkārtis", "Kazimirs", "1949-01-11", "BLR");
        for (int i = 0; i < 205; i++) {
            var given = SYLLABLES.get(i % 15) + SYLLABLES.get(i / 15) + "na";
            joining.person("Daudzkārtis", given, "%d-%02d-11".formatted(1950 + i % 50, 1 + i % 12), "BLR");
        }
        assertThat(samples.reading(() -> search.find(
                                new SearchCriteria("Daudzkārtis", null, null, null, null, null, null, null, null)))
                        .namesakes())
                .as("more than are shown")
                .isGreaterThan(200);
        assertThat(found("Daudzkārtis", nobody).hits()).isEmpty();
        assertThat(found("Daudzkārtis", nobody).namesakes())
                .as("nobody was left out")
                .isZero();

        samples.openFor(first, inspector);
        placed(first, "Jaunciema gatve");
        var other = samples.open(inspector).person();
        placed(other, "Jaunciema gatve");
        assertThat(found("Daudzkārtis", narrowing(null, "jaunciema", null)).ids())
                .as("the first of two hundred, and not everybody of the place")
                .containsExactly(first);
    }

    private FoundPersons found(String name, Narrowing narrowing) {
        return samples.reading(
                () -> search.find(new SearchCriteria(name, null, null, null, null, null, null, null, null, narrowing)));
    }

    private List<PersonId> find(@Nullable String birth, @Nullable String nationality, Narrowing narrowing) {
        var criteria = new SearchCriteria(null, birth, nationality, null, null, null, null, null, null, narrowing);
        return samples.reading(() -> search.find(criteria)).ids();
    }

    private boolean holds(PersonId person, Status... statuses) {
        return find(nameOf(person), new Narrowing(null, null, null, null, null, null, null, List.of(statuses)))
                .contains(person);
    }

    private static Narrowing narrowing(@Nullable String matter, @Nullable String place, @Nullable String sex) {
        return new Narrowing(matter, sex, place, null, null, null, null, List.of());
    }

    private List<PersonId> find(@Nullable String name, Narrowing narrowing) {
        var criteria = new SearchCriteria(name, null, null, null, null, null, null, null, null, narrowing);
        return samples.reading(() -> search.find(criteria)).ids();
    }

    private void placed(PersonId person, String place) {
        samples.reading(() -> jdbc.sql("update finding set place = :place where person_id = :person")
                .param("place", place)
                .param("person", person.value())
                .update());
    }

    private String nameOf(PersonId person) {
        return samples.reading(
                () -> jdbc.sql("select family_name || ' ' || given_names from identity where person_id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .single());
    }

    private PersonId personOf(String table, java.util.UUID id) {
        return samples.reading(() -> jdbc.sql("select person_id from " + table + " where id = :id")
                .param("id", id)
                .query((row, _) -> new PersonId(row.getObject(1, java.util.UUID.class)))
                .single());
    }
}
