package lv.vmis.register.joining;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.joining.CertainPairs.Two;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Pairs about whom there is nothing to weigh are joined many at once, by two officials, and no other pair is among them. */
@RegisterTest
class CertainPairsTest {

    private static final String BORN = "1984-02-11";

    private final JoiningSamples made;
    private final Samples samples;
    private final CertainPairs certain;
    private final ProposeLinks propose;
    private final ApproveLinks approve;
    private final JdbcClient jdbc;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    CertainPairsTest(
            JoiningSamples made,
            CertainPairs certain,
            ProposeLinks propose,
            ApproveLinks approve,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.made = made;
        this.samples = new Samples(jdbc, transactions);
        this.certain = certain;
        this.propose = propose;
        this.approve = approve;
        this.jdbc = jdbc;
        this.port = port;
    }

    private PersonId person(String family, String given, String born, String document) {
        var person = made.person(family, given, born, "AZE");
        samples.document(person.value(), document, "AZE");
        return made.changed(person);
    }

    /** Two records of one person, found to be likely duplicates. */
    private Two pair(String family) {
        var document = Samples.number();
        return two(person(family, "Farid", BORN, document), person(family, "Farid", BORN, document));
    }

    private Two two(PersonId one, PersonId other) {
        soon(() -> made.asked(() -> jdbc.sql("""
                        select count(*) from likeness
                         where one_id = least(cast(:one as uuid), cast(:other as uuid))
                           and other_id = greatest(cast(:one as uuid), cast(:other as uuid))
                        """)
                        .param("one", one.value())
                        .param("other", other.value())
                        .query(Integer.class)
                        .single())
                == 1);
        return new Two(one.value(), other.value());
    }

    private boolean isCertain(Two pair) {
        return !made.asked(() -> certain.open(List.of(pair))).isEmpty();
    }

    private Outcome<Integer> proposed(Actor by, Two... pairs) {
        return Someone.as(by, () -> propose.run(new ProposeLinks.Input(List.of(pairs)), by));
    }

    private Outcome<Integer> approved(Actor by, int count, List<UUID> links) {
        return Someone.as(by, () -> approve.run(new ApproveLinks.Input(links, count), by));
    }

    private UUID link(Two pair) {
        return made.asked(() -> jdbc.sql("select id from person_link where head_id = :one and member_id = :other")
                .param("one", pair.one())
                .param("other", pair.other())
                .query(UUID.class)
                .single());
    }

    @Test
    void only_pairs_that_say_the_same_are_certain() {
        var document = Samples.number();
        var one = person("Guliyev", "Rashad", BORN, document);
        var same = person("GULIYEV", "Rashad", BORN, document);
        var otherDay = person("Guliyev", "Rashad", "1984-02-12", document);
        var noDay = person("Guliyev", "Rashad", "1984-00-00", document);
        var otherName = person("Quliyev", "Rashad", BORN, document);
        var otherDocument = person("Guliyev", "Rashad", BORN, Samples.number());

        assertThat(isCertain(two(one, same))).as("upper case only").isTrue();
        assertThat(isCertain(two(one, otherDay))).as("another day").isFalse();
        assertThat(isCertain(two(one, noDay))).as("a day that is not known").isFalse();
        assertThat(isCertain(two(one, otherName))).as("another spelling").isFalse();
        assertThat(isCertain(two(one, otherDocument)))
                .as("no document in common")
                .isFalse();
    }

    @Test
    void a_record_that_says_something_else_as_well_is_weighed() {
        var alias = pair("Mehdiyev");
        assertThat(isCertain(alias)).isTrue();
        samples.identity(alias.one(), "ALIAS", "Mehtijevs", "Farids", "1985-01-01", null);
        assertThat(isCertain(alias)).as("with another identity").isFalse();

        var joined = pair("Rzayev");
        made.joined(new PersonId(joined.one()), made.person("Rzajevs", "Farids", BORN, "AZE"));
        assertThat(isCertain(joined)).as("with another record").isFalse();
    }

    @Test
    void two_officials_join_all_of_them_or_none() {
        var first = pair("Huseynov");
        var second = pair("Ismayilov");
        var doubtful = two(person("Aliyev", "Elvin", BORN, "AZ111"), person("Aliyev", "Elvin", "1984-02-12", "AZ111"));

        assertThat(refusals(proposed(inspector, first, doubtful))).containsExactly("NOT_CERTAIN");
        assertThat(isCertain(first)).as("nothing of it was proposed").isTrue();
        done(proposed(inspector, first, second));
        assertThat(refusals(proposed(inspector, first))).containsExactly("NOT_CERTAIN");

        var links = List.of(link(first), link(second));
        assertThat(refusals(approved(inspector, 2, links))).containsExactly("FOUR_EYES");
        assertThat(refusals(approved(official("pmlp.vaditajs"), 2, links))).containsExactly("NOT_YOUR_INSTITUTION");
        assertThat(refusals(approved(decider, 3, links))).containsExactly("COUNT_OTHER");
        made.corrected(new PersonId(second.other()), Map.of("birth_date", "1984-02-12"));
        assertThat(refusals(approved(decider, 2, links))).containsExactly("NOT_CERTAIN");
        assertThat(made.head(new PersonId(first.other()))).isEqualTo(new PersonId(first.other()));
        made.corrected(new PersonId(second.other()), Map.of("birth_date", BORN));
        assertThat(made.asked(() -> certain.waiting(decider, 100_000)))
                .extracting(CertainPair::link)
                .containsAll(links);

        done(approved(decider, 2, links));

        for (var pair : List.of(first, second)) {
            assertThat(made.head(new PersonId(pair.other()))).isEqualTo(new PersonId(pair.one()));
            assertThat(Stream.of(pair.one(), pair.other()).map(who -> acts("ApproveLinks", who)))
                    .containsExactly(1, 1);
        }
        assertThat(refusals(approved(decider, 2, links))).containsExactly("NOT_CERTAIN");
    }

    @Test
    void nobody_stands_in_two_pairs_at_once() {
        var document = Samples.number();
        var one = person("Nabiyev", "Tural", BORN, document);
        var other = person("Nabiyev", "Tural", BORN, document);
        var third = person("Nabiyev", "Tural", BORN, document);

        assertThat(refusals(proposed(inspector, two(one, other), two(other, third))))
                .containsExactly("NOT_CERTAIN");
        done(proposed(inspector, two(one, other)));
    }

    @Test
    void an_official_marks_and_proposes_on_a_page_and_another_types_how_many() {
        var pair = pair("Agayev");
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        browser.get("/persons/likely/certain");
        var nothing = browser.post("/persons/likely/certain", Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        browser.get("/persons/likely/certain");
        var place = pair.one() + "~" + pair.other();
        var sent = browser.post("/persons/likely/certain", Map.of("pair", place));
        assertThat(PlainBrowser.location(sent)).isEqualTo("/persons/likely/certain?done=1");

        var head = new PlainBrowser(port);
        head.signIn("vrs.vaditajs");
        head.get("/links/certain");
        var link = link(pair).toString();
        var other = head.post("/links/certain", Map.of("pair", link, "count", "2"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("value=\"" + link + "\" checked").contains("value=\"2\"");
        assertThat(PlainBrowser.location(head.post("/links/certain", Map.of("pair", link, "count", "1"))))
                .isEqualTo("/links/certain?done=1");
        assertThat(made.head(new PersonId(pair.other()))).isEqualTo(new PersonId(pair.one()));
    }

    private int acts(String operation, UUID person) {
        return made.asked(
                () -> jdbc.sql("select count(*) from entry where operation = :operation and persons @> array[:person]")
                        .param("operation", operation)
                        .param("person", person)
                        .query(Integer.class)
                        .single());
    }
}
