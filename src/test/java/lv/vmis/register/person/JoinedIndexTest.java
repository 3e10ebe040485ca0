package lv.vmis.register.person;

import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index follows joining and parting at once, to what it would be if it were built anew. */
@RegisterTest
class JoinedIndexTest {

    private final JoiningSamples joining;
    private final LivePersons live;
    private final IndexRows rows;
    private final PersonSearch search;
    private final Journal journal;
    private final JdbcClient jdbc;

    JoinedIndexTest(
            JoiningSamples joining,
            LivePersons live,
            IndexRows rows,
            PersonSearch search,
            Journal journal,
            JdbcClient jdbc) {
        this.joining = joining;
        this.live = live;
        this.rows = rows;
        this.search = search;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    @Test
    void it_is_as_if_built_anew_after_every_join_and_parting() {
        // Other tests write rows that no act has told of.
        joining.asked(() -> {
            var all = jdbc.sql("select id from person")
                    .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                    .list();
            journal.record(
                    DecisionSamples.official("inspektore"),
                    Entry.act(EnterFinding.class).about(all));
            return true;
        });
        var people = List.of(
                joining.person("Shevchuk", "Dmytro", "1992-09-01", "UKR"),
                joining.person("Sevcuks", "Dmitrijs", "1992-09-01", "UKR"),
                joining.person("Shevtchouk", "Dmitri", "1992-01-09", "UKR"),
                joining.person("Ševčuks", "Dmitro", "1992-09-01", "UKR"));
        agrees();
        var links = new ArrayList<UUID>();
        links.add(joining.joined(people.get(2), people.get(3)));
        agrees();
        links.add(joining.joined(people.get(0), people.get(1)));
        links.add(joining.joined(people.get(1), people.get(2)));
        agrees();
        assertThat(numbers("Sevcuks")).as("one person").hasSize(1).isEqualTo(numbers("Shevtchouk"));

        joining.parted(links.get(1));
        agrees();
        joining.parted(links.get(2));
        agrees();
        joining.parted(links.get(0));
        agrees();
        assertThat(numbers("Sevcuks")).hasSize(4);
    }

    @Test
    void the_number_of_a_joined_record_finds_the_person() {
        var head = joining.person("Kovalenko", "Oksana", "1990-06-06", "UKR");
        var member = joining.person("Kovaļenko", "Oksana", "1990-06-06", "UKR");
        joining.joined(head, member);
        var number = joining.asked(() -> jdbc.sql("select number from person where id = :id")
                .param("id", member.value())
                .query(Long.class)
                .single());

        var found = joining.asked(
                () -> search.find(new SearchCriteria(null, null, null, null, null, null, number, null, null))
                        .hits());

        assertThat(found).singleElement().satisfies(hit -> {
            assertThat(hit.person().id()).isEqualTo(head);
            assertThat(hit.person().joined()).isEqualTo("P-%07d".formatted(number));
        });
    }

    @Test
    void an_act_that_did_not_see_another_on_the_same_person_does_not_hide_it() {
        var head = joining.person("Zinchenko", "Dmytro", "1992-09-01", "UKR");
        var member = joining.person("Zinčenko", "Dmytro", "1992-09-01", "UKR");
        joining.joined(head, member);

        // Read before the other act was committed, put into the index after it, when the journal has been followed.
        var unaware = joining.asked(() -> live.changed(List.of(head)));
        var before = joining.asked(rows::horizon);
        joining.corrected(member, Map.of("family_name", "Tkachuk"));
        soon(() -> live.reached().compareTo(before) > 0);
        unaware.run();

        soon(() -> numbers("Tkachuk").size() == 1);
    }

    private List<Long> numbers(String name) {
        return live
                .now()
                .find(
                        Description.of(name, "Dmitrijs")
                                .born(new DateParts(1992, 9, 1))
                                .done(),
                        10)
                .hits()
                .stream()
                .filter(hit -> hit.score() > 0)
                .map(hit -> hit.person())
                .toList();
    }

    private void agrees() {
        joining.asked(() -> {
            var anew = new PersonIndex.Builder();
            var asked = new HashSet<Description>();
            rows.each(
                    (person, identity) -> {
                        anew.add(person, identity);
                        if (asked.size() < 100
                                || identity.surname()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains("ev")) {
                            asked.add(identity);
                        }
                    },
                    () -> {});
            var built = anew.done(Weights.current());
            // Until changes are settled, how rare a word is is told part by part.
            var now = live.now().settled();
            assertThat(now.rows()).isEqualTo(built.rows());
            assertThat(asked)
                    .allSatisfy(identity -> assertThat(now.find(identity, 10).hits())
                            .isEqualTo(built.find(identity, 10).hits()));
            return true;
        });
    }
}
