package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Population PEOPLE = new Population(11);

    @Test
    void the_same_seed_gives_the_same_people_in_any_order() {
        var again = new Population(11);

        assertThat(rows(again, 500)).isEqualTo(rows(PEOPLE, 500));
        assertThat(rows(again, 3)).isEqualTo(rows(PEOPLE, 3));
        assertThat(rows(new Population(12), 3)).isNotEqualTo(rows(PEOPLE, 3));
    }

    private static List<RegisterRow> rows(Population population, long number) {
        return new Rows(population).of(population.person(number));
    }

    @Test
    void every_culture_has_names_enough() {
        assertThat(PEOPLE.cultures()).hasSizeGreaterThanOrEqualTo(29).allSatisfy(culture -> {
            var surnames = new HashSet<String>();
            var given = new HashSet<String>();
            var style = Style.any(culture, new Chance(1));
            IntStream.range(0, 3000).forEach(number -> {
                var chance = new Chance(number);
                var woman = chance.percent(50);
                var person = new Person(
                        0,
                        culture,
                        "LTU",
                        woman,
                        PEOPLE.surname(culture, chance),
                        PEOPLE.surname(culture, chance),
                        null,
                        PEOPLE.given(culture, woman, chance),
                        new BirthDate(1990, 1, 1),
                        "");
                var name = PEOPLE.writing().write(person, style);
                surnames.add(name.surname());
                given.add(name.given());
                assertThat(name.inOneLine()).isEqualTo(name.inOneLine().strip()).doesNotContain("  ");
            });
            assertThat(surnames).as(culture.code()).hasSizeGreaterThanOrEqualTo(60);
            assertThat(given).as(culture.code()).hasSizeGreaterThanOrEqualTo(80);
        });
    }

    @Test
    void common_names_are_as_common_as_in_life() {
        assertThat(share("VN", "nguyễn")).isBetween(36.0, 40.0);
        assertThat(share("KR", "김")).isBetween(20.0, 23.0);
        assertThat(share("CN", "王")).isBetween(6.5, 8.0);
    }

    private static double share(String code, String surname) {
        var culture = PEOPLE.cultures().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        var chance = new Chance(5);
        return LongStream.range(0, 20_000)
                        .filter(number -> PEOPLE.surname(culture, chance)
                                .getFirst()
                                .word()
                                .original()
                                .equals(surname))
                        .count()
                / 200.0;
    }

    @Test
    void a_latin_spelling_is_in_latin_letters() {
        LongStream.range(0, 4000).mapToObj(PEOPLE::person).forEach(person -> {
            var name = PEOPLE.writing().write(person, Style.any(person.culture(), new Chance(person.number())));
            assertThat(Letters.unmarked(name.inOneLine()))
                    .as(person.culture().code())
                    .matches("[A-Za-zıłŁđĐßæÆøØœŒəƏþÞðÐʻ' .-]*");
        });
    }

    @Test
    void latvian_papers_have_latvian_letters_and_endings() {
        var word = Word.of("александр");
        var latvian = new Latvian(Spelling.read(BenchFiles.lines("spellings.txt")));
        var culture = PEOPLE.cultures().getFirst();

        assertThat(culture.code()).isEqualTo("RU");
        assertThat(latvian.write(word, culture, false, false)).isEqualTo("aleksandrs");
        assertThat(latvian.write(Word.of("иванов"), culture, false, true)).isEqualTo("ivanovs");
        assertThat(latvian.write(Word.of("иванова"), culture, true, true)).isEqualTo("ivanova");
        assertThat(latvian.write(Word.of("вознесенский"), culture, false, true)).isEqualTo("voznesenskis");
        assertThat(latvian.write(Word.of("щербаков"), culture, false, true)).isEqualTo("ščerbakovs");
    }

    @Test
    void people_have_1_4_rows_on_average() {
        var rows = new Rows(PEOPLE);
        var count = LongStream.range(0, 10_000)
                .map(number -> rows.of(PEOPLE.person(number)).size())
                .sum();

        assertThat(count / 10_000.0).isBetween(1.35, 1.45);
    }

    @Test
    void dates_of_birth_are_such_as_papers_have_them() {
        var people = LongStream.range(0, 20_000).mapToObj(PEOPLE::person).toList();
        var afghans = people.stream()
                .filter(person -> person.culture().code().equals("AF"))
                .toList();

        assertThat(people).allSatisfy(person -> {
            assertThat(person.birth().year()).isBetween(1930, Population.YEAR - 1);
            assertThat(person.birth().isReal() || person.birth().day() == 0).isTrue();
        });
        assertThat(people.stream().filter(person -> !person.birth().isFull())).isNotEmpty();
        assertThat(afghans.stream()
                        .filter(person ->
                                person.birth().month() == 1 && person.birth().day() == 1)
                        .count())
                .isGreaterThan(afghans.size() / 5L);
    }
}
