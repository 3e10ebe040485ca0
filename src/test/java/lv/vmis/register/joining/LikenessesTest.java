package lv.vmis.register.joining;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Likely duplicates: found after every change, true at once on the person's page, and not back once they are judged. */
@RegisterTest
class LikenessesTest {

    private final JoiningSamples made;
    private final Samples samples;
    private final Likenesses likenesses;
    private final LikelyPersons likely;
    private final JudgeLikeness judge;
    private final DeclineLink decline;
    private final JdbcClient jdbc;
    private final Actor inspector = official("inspektore");

    LikenessesTest(
            JoiningSamples made,
            Likenesses likenesses,
            LikelyPersons likely,
            JudgeLikeness judge,
            DeclineLink decline,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.made = made;
        this.samples = new Samples(jdbc, transactions);
        this.likenesses = likenesses;
        this.likely = likely;
        this.judge = judge;
        this.decline = decline;
        this.jdbc = jdbc;
    }

    @Test
    void a_pair_is_found_and_goes_when_it_is_none_any_more() {
        var a = made.person("Turgunboyev", "Ulugbek", "1979-12-03", "UZB");
        var b = made.person("Turgunbojevs", "Ulugbeks", "1979-12-03", "UZB");

        soon(() -> written(a, b));
        assertThat(open(a)).containsExactly(b);
        assertThat(open(b)).containsExactly(a);

        made.corrected(b, Map.of("family_name", "Smith", "given_names", "John", "birth_date", "1955-01-01"));
        assertThat(open(a)).as("true at once").isEmpty();
        soon(() -> !written(a, b));
    }

    @Test
    void records_with_another_passport_are_proposed_beside_much_likelier_ones() {
        var old = Samples.number();
        var renewed = Samples.number();
        var a = withPassport("Nurmatov", "Sherali", "1984-02-17", old);
        var b = withPassport("Nurmatov", "Sherali", "1984-02-17", old);
        var c = withPassport("Nurmatovs", "Seralis", "1984-02-11", renewed);
        var d = withPassport("Nurmatovs", "Seralis", "1984-02-11", renewed);

        assertThat(open(a)).containsExactlyInAnyOrder(b, c, d);
        assertThat(open(d)).containsExactlyInAnyOrder(a, b, c);
    }

    private PersonId withPassport(String family, String given, String birth, String number) {
        var person = made.person(family, given, birth, "UZB");
        samples.document(person.value(), number, "UZB");
        return made.changed(person);
    }

    @Test
    void joined_records_are_no_pair_and_are_looked_at_together() {
        var a = made.person("Kurbanaliyev", "Daniyar", "1983-08-19", "KGZ");
        var b = made.person("Kurbanalijevs", "Danijars", "1983-08-19", "KGZ");
        var c = made.person("Qurbonaliev", "Doniyor", "1983-08-19", "KGZ");
        soon(() -> written(a, b) && written(b, c));

        made.joined(a, b);

        assertThat(open(a)).containsExactly(c);
        assertThat(open(b)).as("asked by its old number").containsExactly(c);
        soon(() -> !written(a, b) && !written(b, c) && written(a, c));
        assertThat(standing(a, b, 20)).isEqualTo(Standing.JOINED);
    }

    @Test
    void found_different_they_come_back_only_with_something_new() {
        var a = made.person("Tashmatov", "Ilhom", "1991-05-30", "UZB");
        var b = made.person("Tashmatov", "Ilhom", "1991-03-30", "UZB");
        assertThat(open(a)).containsExactly(b);

        judged(a, b, "DIFFERENT", "DIFFERENT_RELATIVE");
        assertThat(open(a)).isEmpty();
        assertThat(open(b)).isEmpty();

        made.changed(a);
        samples.decision(b.value(), java.time.LocalDate.of(2020, 1, 1));
        made.changed(b);
        assertThat(open(a))
                .as("a case and acts that change nothing about who they are")
                .isEmpty();

        var score = score(a, b);
        assertThat(standing(a, b, score + 2.9)).as("not likelier by enough").isEqualTo(Standing.DIFFERENT);
        made.corrected(b, Map.of("family_name", "Tashmatov", "given_names", "Ilhom", "birth_date", "1991-05-30"));
        assertThat(score(a, b)).isGreaterThan(score + 3);
        assertThat(open(a)).containsExactly(b);
    }

    @Test
    void found_different_they_come_back_when_both_have_one_document() {
        var a = made.person("Yuldashev", "Sardor", "1988-10-10", "UZB");
        var b = made.person("Juldasevs", "Sardors", "1988-10-10", "UZB");
        var before = Samples.number();
        samples.document(a.value(), before, "UZB");
        samples.document(b.value(), before, "UZB");
        made.changed(a);
        made.changed(b);
        judged(a, b, "DIFFERENT", "DIFFERENT_FACE");
        assertThat(open(a)).as("the document was known to whoever judged").isEmpty();

        var number = Samples.number();
        samples.document(a.value(), number, "UZB");
        samples.document(b.value(), number, "UZB");
        made.changed(b);

        assertThat(standing(a, b, 0)).isEqualTo(Standing.OPEN);
    }

    @Test
    void a_pair_nobody_could_tell_comes_last_with_its_note() {
        var a = made.person("Sagindykov", "Erlan", "1975-07-07", "KAZ");
        var b = made.person("Sagindikovs", "Erlans", "1975-07-07", "KAZ");
        var c = made.person("Omurzakov", "Timur", "1974-04-04", "KAZ");
        var d = made.person("Omurzakovs", "Timurs", "1974-04-04", "KAZ");
        soon(() -> written(a, b) && written(c, d));

        judged(a, b, "UNSURE", "UNSURE_FACTS");

        var list = made.asked(() -> likenesses.list(null, 100_000));
        var judgedOne = list.stream().filter(row -> is(row, a, b)).findFirst().orElseThrow();
        assertThat(judgedOne.standing()).isEqualTo(Standing.UNSURE);
        assertThat(judgedOne.reason()).isEqualTo("UNSURE_FACTS");
        assertThat(judgedOne.note()).isEqualTo("Vajag pirkstu nospiedumus");
        var open = list.stream().filter(row -> is(row, c, d)).findFirst().orElseThrow();
        assertThat(list.indexOf(open)).isLessThan(list.indexOf(judgedOne));
        assertThat(open(a)).containsExactly(b);
    }

    @Test
    void the_list_has_exactly_the_pairs_that_stand_open_or_unsure() {
        var a = made.person("Hamidov", "Ravshan", "1966-06-16", "UZB");
        var b = made.person("Hamidovs", "Ravšans", "1966-06-16", "UZB");
        var c = made.person("Khamidov", "Ravshan", "1966-06-16", "UZB");
        var d = made.person("Hamidoff", "Rawshan", "1966-06-16", "UZB");
        soon(() -> written(a, b) && written(b, c) && written(c, d) && written(a, d));
        judged(a, b, "DIFFERENT", "DIFFERENT_FACE");
        judged(b, c, "UNSURE", "UNSURE_FACTS");
        judged(c, d, "DIFFERENT", "DIFFERENT_FACE");
        var number = Samples.number();
        samples.document(c.value(), number, "UZB");
        samples.document(d.value(), number, "UZB");
        made.changed(c);
        made.proposed(a, d);
        soon(() -> made.asked(() -> likenesses.list(null, 10_000)).stream().anyMatch(row -> is(row, c, d)));
        soon(() -> made.asked(() -> {
            unhurried();
            return jdbc.sql(STANDING_OTHERWISE).query(Integer.class).single() == 0;
        }));

        made.asked(() -> {
            unhurried();
            var listed = likenesses.list(null, 10_000).stream()
                    .map(row -> row.oneId() + " " + row.otherId() + " " + row.standing())
                    .sorted()
                    .toList();
            var standing =
                    jdbc.sql("""
                            select l.one_id || ' ' || l.other_id || ' ' || s.standing
                              from likeness l
                             cross join lateral (select likeness_state(l.one_id, l.other_id, l.score, 3) as standing) s
                             where s.standing in ('OPEN', 'UNSURE')
                            """).query(String.class).list().stream().sorted().toList();
            assertThat(listed).isEqualTo(standing);
            assertThat(listed).anyMatch(row -> row.contains(c.toString()) && row.contains(d.toString()));
            assertThat(listed).noneMatch(row -> row.contains(a.toString()) && row.contains(b.toString()));
            assertThat(listed).noneMatch(row -> row.contains(a.toString()) && row.contains(d.toString()));
            return true;
        });
    }

    @Test
    void the_list_goes_on_where_a_page_ended() {
        var a = made.person("Imanaliyev", "Azamat", "1969-09-09", "KGZ");
        var b = made.person("Imanalijevs", "Azamats", "1969-09-09", "KGZ");
        soon(() -> written(a, b));
        // Other tests leave thousands.
        var whole = made.asked(() -> likenesses.list(null, 60)).stream()
                .map(PairRow::place)
                .toList();

        var pages = new java.util.ArrayList<String>();
        String after = null;
        do {
            var from = Likenesses.Place.of(after);
            var page = made.asked(() -> likenesses.list(from, 1));
            after = page.isEmpty() ? null : page.getLast().place();
            page.forEach(row -> pages.add(row.place()));
        } while (after != null && pages.size() < 60);

        assertThat(pages).isEqualTo(whole);
        assertThat(Likenesses.Place.of("x~1~2")).isNull();
    }

    @Test
    void a_declined_proposal_brings_the_pair_back_with_the_reason() {
        var a = made.person("Berdiyev", "Oraz", "1990-01-19", "TKM");
        var b = made.person("Berdijevs", "Orazs", "1990-01-19", "TKM");
        var link = made.proposed(a, b);
        assertThat(open(a)).as("another official is asked").isEmpty();

        var decider = official("vrs.vaditajs");
        done(Someone.as(decider, () -> decline.run(new DeclineLink.Input(link, 0, "Trūkst pierādījumu"), decider)));

        assertThat(open(a)).containsExactly(b);
        assertThat(made.asked(() -> likenesses.last(a, b).orElseThrow()).note()).isEqualTo("Trūkst pierādījumu");
    }

    @Test
    void parted_records_are_no_likely_duplicates_again() {
        var a = made.person("Atayev", "Maksat", "1987-11-02", "TKM");
        var b = made.person("Atajevs", "Maksats", "1987-11-02", "TKM");
        var link = made.joined(a, b);

        made.parted(link);
        made.changed(a);

        assertThat(open(a)).isEmpty();
        assertThat(score(a, b)).isGreaterThan(0);
    }

    @Test
    void how_two_compare_adds_up_and_does_not_depend_on_who_is_asked_about() {
        var a = made.person("Niyazov", "Bahodir", "1990-02-02", "UZB");
        var b = made.person("Nijazovs", "Bahodirs", "1990-02-20", "UZB");
        var hit = made.asked(() -> likely.compared(a, b).orElseThrow());
        var turned = made.asked(() -> likely.compared(b, a).orElseThrow());

        assertThat(hit.score()).isEqualTo(turned.score());
        assertThat(hit.parts().stream().mapToInt(part -> part.hundredths()).sum() / 100.0)
                .isEqualTo(hit.score());
    }

    /** Thousands of pairs left by other tests are worked out at once: more than a page may ask for. */
    private void unhurried() {
        jdbc.sql("select set_config('statement_timeout', '60s', true)")
                .query(String.class)
                .single();
    }

    private static final String STANDING_OTHERWISE = """
            select count(*) from likeness where standing <> likeness_state(one_id, other_id, score, 3)
            """;

    private void judged(PersonId one, PersonId other, String answer, String reason) {
        done(Someone.as(
                inspector,
                () -> judge.run(
                        new JudgeLikeness.Input(one, other, answer, reason, "Vajag pirkstu nospiedumus"), inspector)));
    }

    private List<PersonId> open(PersonId person) {
        return made.asked(() -> likenesses.open(person).stream()
                .map(LikelyPersons.Likely::person)
                .toList());
    }

    private double score(PersonId one, PersonId other) {
        return made.asked(() -> likely.compared(one, other).orElseThrow().score());
    }

    private Standing standing(PersonId one, PersonId other, double score) {
        return made.asked(() -> likenesses.standing(one, other, score));
    }

    private static boolean is(PairRow row, PersonId one, PersonId other) {
        return List.of(row.oneId(), row.otherId()).containsAll(List.of(one, other));
    }

    private boolean written(PersonId one, PersonId other) {
        return made.asked(() -> jdbc.sql("""
                        select exists (select 1 from likeness
                                        where one_id = least(:one::uuid, :other::uuid) and other_id = greatest(:one::uuid, :other::uuid))
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single());
    }
}
