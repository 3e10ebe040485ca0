package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Holds for whatever is typed, in whatever script. */
class ScriptsPropertyTest {

    @Property(tries = 300)
    void any_text_gives_bounded_capitals(@ForAll @StringLength(max = 300) String text) {
        check(Scripts.read(text));
        assertThat(Scripts.spoken(text)).matches("[A-Z0-9]*");
    }

    @Property(tries = 500)
    void any_script_gives_bounded_capitals(@ForAll("scripts") String text) {
        check(Scripts.read(text));
        assertThat(Scripts.spoken(text)).matches("[A-Z0-9]*");
    }

    @Property(tries = 300)
    void latin_capitals_read_as_themselves(@ForAll("scripts") String text) {
        var latin = Scripts.read(text).stream()
                .filter(word -> !word.latin().isEmpty())
                .map(word -> word.latin().getFirst())
                .map(word -> word.substring(0, Math.min(word.length(), Scripts.LETTERS)))
                .collect(Collectors.joining(" "));

        assertThat(Scripts.read(latin).stream().map(ReadWord::latin).map(List::getFirst))
                .containsExactlyElementsOf(latin.isEmpty() ? List.of() : List.of(latin.split(" ")));
        assertThat(Scripts.spoken(latin)).isEqualTo(latin.replace(" ", ""));
    }

    @Property
    void the_quick_way_reads_as_the_thorough_one(@ForAll("plain") String text) {
        // A letter beyond ASCII in a word of its own sends the whole name the thorough way.
        var thorough = Scripts.read(text + " ā");

        assertThat(Scripts.read(text))
                .usingRecursiveComparison()
                .ignoringFields("original")
                .isEqualTo(thorough.subList(0, thorough.size() - 1));
    }

    private static void check(List<ReadWord> words) {
        assertThat(words).hasSizeLessThanOrEqualTo(Scripts.WORDS).allSatisfy(word -> {
            assertThat(word.original()).isNotEmpty();
            assertThat(word.latin()).hasSizeLessThanOrEqualTo(Scripts.READINGS).doesNotHaveDuplicates();
            assertThat(word.latin()).allSatisfy(latin -> assertThat(latin).matches("[A-Z0-9]+"));
        });
    }

    @Provide
    static Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("abzAZ09'-<. _\t").ofMaxLength(30);
    }

    @Provide
    static Arbitrary<String> scripts() {
        var letters = Arbitraries.of(
                        "aZ9 -'·<",
                        "āşđÆß",
                        "БЇўҚ",
                        "Ωΐᾳ",
                        "محعآلپ",
                        "ًّـ",
                        "אבוײ׳",
                        "გჯᲒႠ",
                        "Հևու",
                        "漢王司马",
                        "あッー",
                        "김뷁ㄱ",
                        "कि्ंज",
                        "কয়়",
                        "ਗੰੱ",
                        "ગ",
                        "தி",
                        "రా",
                        "ക്",
                        "ක",
                        "กเา",
                        "ລ",
                        "ខ្",
                        "မြ",
                        "ኃ",
                        "ބް",
                        "ܐ",
                        "བ",
                        "ᠮ",
                        "\u0301\u200d\ufe0f",
                        "😀🏽",
                        "٠९")
                .flatMap(group -> Arbitraries.integers()
                        .between(0, group.codePointCount(0, group.length()) - 1)
                        .map(i -> Character.toString(group.codePointAt(group.offsetByCodePoints(0, i)))));
        return letters.list().ofMaxSize(40).map(list -> String.join("", list));
    }
}
