package lv.vmis.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.reading.DateParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonIndexTest {

    private static final DateParts BIRTH = new DateParts(1984, 3, 15);
    private static final long IVANOV = 1;
    private static final long NGUYEN = 2;
    private static final long MOHAMMAD = 3;
    private static final long WANG = 4;

    private final PersonIndex index = new PersonIndex.Builder()
            .add(IVANOV, person("Shevchenko", "Oleksandr Petrovych", BIRTH, 'M', "UKR", "FE123456"))
            .add(NGUYEN, person("Nguyễn", "Văn Án", new DateParts(1990, 11, 2), 'M', "VNM", "C7654321"))
            .add(MOHAMMAD, person("Al-Hussein", "Mohammad Abdul Rahman", new DateParts(1979, 0, 0), 'M', "IRQ", ""))
            .add(WANG, person("Wang", "Xiaoming", new DateParts(2001, 5, 6), 'F', "CHN", "E11111111"))
            .done(Weights.current());

    private static Description person(
            String surname, String given, DateParts birth, char sex, String state, String document) {
        return Description.of(surname, given)
                .born(birth)
                .sex(sex)
                .of(state)
                .holding(document)
                .done();
    }

    private Hit best(Description asked) {
        return index.find(asked, 10).hits().getFirst();
    }

    @Test
    void a_person_is_found_however_he_is_written() {
        for (var asked : List.of(
                person("SHEVCHENKO", "OLEKSANDR", BIRTH, 'M', "UKR", ""),
                person("Ševčenko", "Oleksandrs", BIRTH, 'M', "UKR", ""),
                person("Шевченко", "Олександр", BIRTH, 'M', "UKR", ""),
                person("Oleksandr", "Shevchenko", BIRTH, 'M', "UKR", ""),
                person("Shevhcenko", "Oleksandr", BIRTH, 'M', "UKR", ""),
                person("Shevchenko", "Oleksandr", new DateParts(1984, 0, 0), 'M', "UKR", ""),
                Description.ofFullName("SHEVCHENKO<<OLEKSANDR").born(BIRTH).done(),
                Description.ofFullName("Shevchenko").holding("FE 123456").done())) {
            assertThat(best(asked).person()).as("%s", asked).isEqualTo(IVANOV);
        }
        assertThat(best(person("Nguyen", "Van An", new DateParts(1990, 2, 11), 'M', "VNM", ""))
                        .person())
                .isEqualTo(NGUYEN);
        assertThat(best(person("الحسين", "محمد عبد الرحمن", new DateParts(1979, 4, 1), 'M', "IRQ", ""))
                        .person())
                .isEqualTo(MOHAMMAD);
        assertThat(best(person("王", "小明", new DateParts(2001, 5, 6), 'F', "CHN", ""))
                        .person())
                .isEqualTo(WANG);
    }

    @Test
    void a_name_has_the_forms_of_sister_languages_and_a_word_of_arabic_its_vowels() {
        var born = new DateParts(1991, 7, 9);
        var sisters = new PersonIndex.Builder()
                .add(1, person("Karpovich", "Uladzimir", born, 'M', "BLR", ""))
                .add(2, person("Wardak", "Rahmatullah", born, 'M', "AFG", ""))
                .done(Weights.current());

        var inRussian = sisters.find(person("Karpovich", "Vladimir", born, 'M', "BLR", ""), 10);
        assertThat(inRussian.hits().getFirst().person()).isEqualTo(1);
        assertThat(inRussian.hits().getFirst().parts())
                .anySatisfy(part -> assertThat(List.of(part.asked(), part.known(), part.reason()))
                        .containsExactly("VLADIMIR", "ULADZIMIR", Reason.SAME_SOUND));
        var inDari = sisters.find(person("وردک", "رحمت‌الله", born, 'M', "AFG", ""), 10);
        assertThat(inDari.hits().getFirst().person()).isEqualTo(2);
    }

    @Test
    void whoever_shares_a_date_but_no_name_is_not_meant_unless_the_document_is_his() {
        assertThat(index.find(person("Popescu", "Ion", BIRTH, 'M', "UKR", ""), 10)
                        .hits())
                .isEmpty();
        assertThat(best(person("Popescu", "Ion", BIRTH, 'M', "UKR", "FE123456")).person())
                .isEqualTo(IVANOV);
    }

    @Test
    void the_parts_add_up_to_the_score() {
        var hit = best(person("Ševčenko", "Oleksandrs Ivanovičs", new DateParts(1984, 3, 16), 'M', "SUN", "FE123457"));
        assertThat(hit.parts().stream().mapToInt(Part::hundredths).sum() / 100.0)
                .isEqualTo(hit.score());
        assertThat(hit.parts())
                .extracting(Part::reason)
                .contains(Reason.SAME_SOUND, Reason.DATE_DIGIT, Reason.STATE_KIN);
    }

    @Test
    void a_contradiction_is_worse_than_something_missing() {
        double whole = score("Shevchenko", "Oleksandr Petrovych", BIRTH);
        double missing = score("Shevchenko", "Oleksandr", BIRTH);
        double contradicted = score("Shevchenko", "Oleksandr Hryhorovych", BIRTH);
        assertThat(whole).isGreaterThan(missing);
        assertThat(missing).isGreaterThan(contradicted);
        assertThat(score("Shevchenko", "Oleksandr", DateParts.UNKNOWN))
                .isGreaterThan(score("Shevchenko", "Oleksandr", new DateParts(1961, 12, 24)));
    }

    private double score(String surname, String given, DateParts birth) {
        return best(person(surname, given, birth, 'M', "UKR", "")).score();
    }

    @Test
    void the_score_does_not_depend_on_how_rich_the_record_is() {
        var asked = person("Shevchenko", "Oleksandr", BIRTH, 'M', "UKR", "");
        double before = best(asked).score();
        var same = person("Shevchenko", "Oleksandr Petrovych", BIRTH, 'M', "UKR", "FE123456");
        var richer = index.with(Map.of(
                IVANOV,
                List.of(
                        same,
                        same,
                        Description.ofFullName("Шевченко Олександр Петрович")
                                .born(BIRTH)
                                .sex('M')
                                .of("UKR")
                                .done(),
                        person("Shevchenko", "Oleksandr Petrovych", new DateParts(1984, 5, 1), 'M', "UKR", ""),
                        person("Kovalenko", "Taras", new DateParts(1950, 1, 1), 'M', "UKR", "AA000001"))));
        for (var any : List.of(richer, richer.settled())) {
            var after = any.find(asked, 10).hits().getFirst();
            assertThat(after.person()).isEqualTo(IVANOV);
            assertThat(after.score()).isEqualTo(before);
        }
    }

    @Test
    void the_place_of_birth_speaks_for_and_against_however_it_is_spelt() {
        var born = new PersonIndex.Builder()
                .add(1, who().bornIn("Toshkent shahri").done())
                .add(2, who().bornIn("г. Ташкент").done())
                .add(3, who().bornIn("Samarqand viloyati").done())
                .add(4, who().done())
                .done(Weights.current());
        var asked = who().bornIn("Taškenta").done();
        for (var index : List.of(
                born,
                born.with(Map.of(1L, List.of(who().bornIn("Tashkent city").done())))
                        .settled())) {
            assertThat(reason(index, asked, 1)).isEqualTo(Reason.BIRTH_PLACE_SAME);
            assertThat(reason(index, asked, 2)).isEqualTo(Reason.BIRTH_PLACE_SAME);
            assertThat(reason(index, asked, 3)).isEqualTo(Reason.BIRTH_PLACE_DIFFERENT);
            assertThat(reason(index, asked, 4)).isNull();
            assertThat(index.find(asked, 10).hits())
                    .isEqualTo(index.search(asked, 10).scanned(10).hits());
        }
    }

    private static Description.Writing who() {
        return Description.of("Karimov", "Jasur").born(BIRTH).sex('M').of("UZB");
    }

    private static @Nullable Reason reason(PersonIndex index, Description asked, long person) {
        return index.compare(asked, person).orElseThrow().parts().stream()
                .map(Part::reason)
                .filter(reason -> reason.name().startsWith("BIRTH_PLACE"))
                .findFirst()
                .orElse(null);
    }

    @Test
    void classes_say_how_sure_a_hit_is() {
        assertThat(best(person("Shevchenko", "Oleksandr Petrovych", BIRTH, 'M', "UKR", "FE123456"))
                        .kind())
                .isEqualTo(HitClass.EXACT);
        assertThat(best(person("Shevchenko", "Dmytro", BIRTH, 'M', "UKR", "")).kind())
                .as("a twin")
                .isEqualTo(HitClass.POSSIBLE);
        var another =
                Description.ofFullName("Oleksandr Popescu").born(BIRTH).sex('M').of("UKR");
        assertThat(best(another.holding("FE123456").done()).kind())
                .as("the document of another name")
                .isEqualTo(HitClass.PROBABLE);
    }

    @Test
    void what_is_near_to_a_name_of_many_is_not_looked_for_however_the_index_is_parted() {
        var builder = new PersonIndex.Builder().add(0, person("Zvirbulis", "Janus", BIRTH, 'M', "LVA", ""));
        for (long person = 1; person <= 1_200; person++) {
            builder.add(person, janis(person));
        }
        var some = builder.done(Weights.current());
        var more = new HashMap<Long, List<Description>>();
        for (long person = 1_201; person <= 2_001; person++) {
            more.put(person, List.of(janis(person)));
        }
        var many = some.with(more);

        var asked = person("Zvirbulis", "Janis", BIRTH, 'M', "LVA", "");
        assertThat(some.find(asked, 1).hits().getFirst().parts())
                .extracting(Part::reason)
                .contains(Reason.NEAR_WORD);
        assertThat(many.find(asked, 1).hits().getFirst().parts())
                .extracting(Part::reason)
                .doesNotContain(Reason.NEAR_WORD);
        assertThat(many.unsettled()).isPositive();
        assertThat(many.find(asked, 10)).isEqualTo(many.settled().find(asked, 10));
        assertThat(many.find(asked, 10).hits())
                .isEqualTo(many.search(asked, 10).scanned(10).hits());
    }

    private static Description janis(long person) {
        var born = new DateParts((int) (1950 + person % 50), (int) (1 + person % 12), (int) (1 + person % 28));
        return person("Ozols" + "abcdefghij".charAt((int) (person % 10)), "Janis", born, 'M', "LVA", "");
    }

    @Test
    void nonsense_has_an_answer() {
        var zeros = DateParts.UNKNOWN;
        for (var name : List.of(
                "",
                " ",
                "A",
                "-",
                "\u0000",
                "\u202Eabc\u202C",
                "😀",
                "عبد " + "ش".repeat(90),
                "Abdul " + "ش".repeat(90),
                "x".repeat(10_000),
                "a ".repeat(5_000),
                "\uD800",
                "ꕉꕜꕮ",
                "<<<<",
                "'",
                "Al",
                "123")) {
            var known = index.with(Map.of(9L, List.of(person(name, name, zeros, '?', "", "☃"))));
            assertThat(known.settled().rows()).isEqualTo(index.rows() + 1);
            var answer = known.find(person(name, name, zeros, '?', "", "☃"), 10);
            assertThat(answer.hits()).as("%s", name).hasSizeLessThanOrEqualTo(10);
            assertThat(index.find(Description.ofFullName(name).done(), 10).weights())
                    .isNotEmpty();
        }
    }

    @Test
    void a_name_too_common_to_tell_apart_is_counted() {
        var builder = new PersonIndex.Builder();
        for (int i = 0; i < 20_000; i++) {
            builder.add(
                    i, person("Nguyen", "Van", new DateParts(1950 + i % 50, 1 + i % 12, 1 + i % 28), 'M', "VNM", ""));
        }
        var answer = builder.done(Weights.current())
                .find(Description.ofFullName("Nguyen").done(), 10);
        assertThat(answer.hits()).isEmpty();
        assertThat(answer.namesakes()).isEqualTo(20_000);
    }
}
