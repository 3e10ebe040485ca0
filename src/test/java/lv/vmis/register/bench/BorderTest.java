package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BorderTest {

    private static final long PEOPLE = 5_000;
    private static final Population POPULATION = new Population(21);
    private static final Border BORDER = new Border(POPULATION);
    private static final List<QueryRow> KNOWN = LongStream.range(0, 3_000)
            .mapToObj(number -> BORDER.known(number, PEOPLE))
            .toList();
    private static final List<QueryRow> STRANGERS =
            LongStream.range(0, 1_000).mapToObj(BORDER::stranger).toList();

    @Test
    void each_kind_occurs_with_its_share() {
        for (var kind : NameKind.values()) {
            assertThat(share(0, kind.word)).as(kind.word).isCloseTo(kind.share, within(2.0));
        }
        for (var kind : DateKind.values()) {
            assertThat(share(1, kind.word)).as(kind.word).isCloseTo(kind.share, within(3.0));
        }
    }

    private static double share(int half, String kind) {
        return KNOWN.stream()
                        .filter(query -> query.cat().split("/")[half].equals(kind))
                        .count()
                * 100.0
                / KNOWN.size();
    }

    @Test
    void the_document_helps_in_one_query_of_four() {
        var rows = new Rows(POPULATION);
        var documents = LongStream.range(0, PEOPLE)
                .mapToObj(POPULATION::person)
                .flatMap(person -> rows.of(person).stream())
                .map(RegisterRow::doc)
                .collect(Collectors.toSet());
        var same = KNOWN.stream()
                .filter(query -> !query.doc().isEmpty() && documents.contains(query.doc()))
                .count();

        assertThat(same / 30.0).isBetween(18.0, 28.0);
    }

    @Test
    void strangers_are_nobody_of_the_register_and_are_written_alike() {
        assertThat(STRANGERS).noneMatch(QueryRow::isKnown);
        assertThat(KNOWN).allMatch(QueryRow::isKnown);
        assertThat(missing(STRANGERS)).isCloseTo(missing(KNOWN), within(3.0));
        assertThat(kinds(STRANGERS)).isEqualTo(kinds(KNOWN));
    }

    private static double missing(List<QueryRow> queries) {
        return 100.0 * queries.stream().filter(query -> query.dob().isEmpty()).count() / queries.size();
    }

    private static List<String> kinds(List<QueryRow> queries) {
        return queries.stream()
                .map(query -> query.cat().split("/")[0])
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void a_machine_reads_what_it_has_room_for() {
        var longest = new Writing.Name("Al-Kadhimi al-Baghdadi", "Abd al-Rahman Muhammad Hussein");
        var chance = new Chance(1);

        for (var time = 0; time < 20; time++) {
            var cut = Objects.requireNonNull(MachineZone.truncated(longest, chance));
            assertThat(MachineZone.raw(cut).length()).isBetween(29, 39);
            assertThat("AL KADHIMI AL BAGHDADI").startsWith(cut.surname());
            assertThat("ABD AL RAHMAN MUHAMMAD HUSSEIN").startsWith(cut.given());
        }
        assertThat(MachineZone.truncated(new Writing.Name("Li", "Ming"), chance))
                .isNull();
        assertThat(MachineZone.read(new Writing.Name("Müller-Weiß", "Jörg")))
                .isEqualTo(new Writing.Name("MUELLER WEISS", "JOERG"));
    }

    @Test
    void dates_differ_as_their_kind_says() {
        var birth = new BirthDate(1984, 3, 9);
        var chance = new Chance(2);

        assertThat(DateKind.EXACT.change(birth, chance)).isEqualTo("1984-03-09");
        assertThat(DateKind.SWAPPED.change(birth, chance)).isEqualTo("1984-09-03");
        assertThat(DateKind.SWAPPED.change(new BirthDate(1984, 3, 19), chance)).isNull();
        assertThat(DateKind.YEAR.change(birth, chance)).isIn("1983-03-09", "1985-03-09");
        assertThat(DateKind.PARTIAL.change(birth, chance)).isIn("1984-03-00", "1984-00-00");
        assertThat(DateKind.MISSING.change(birth, chance)).isEmpty();
    }

    @Test
    void siblings_are_other_people_with_other_documents() {
        var twins = new Twins(POPULATION);

        for (var number = 0; number < 300; number++) {
            var pair = twins.pair(number, PEOPLE);
            assertThat(pair.traveller().doc()).isNotEqualTo(pair.row().doc());
            assertThat(pair.traveller().given()).isNotEqualTo(pair.row().given());
            if (pair.traveller().cat().startsWith("twin")) {
                assertThat(POPULATION
                                .person(Long.parseLong(pair.row().eid().substring(1)))
                                .birth())
                        .hasToString(pair.traveller().dob());
            }
            assertThat(Twins.Pair.parse(pair.line()).line()).isEqualTo(pair.line());
        }
    }
}
