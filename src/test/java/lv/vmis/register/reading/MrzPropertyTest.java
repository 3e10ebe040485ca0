package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lv.vmis.register.reading.Mrz.Sex;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class MrzPropertyTest {

    private static final LocalDate TODAY = MrzTest.TODAY;

    @Provide
    Arbitrary<Mrz> zones() {
        var words = Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(14);
        var names = words.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(" ", list));
        var states = Arbitraries.of("LVA", "D", "UKR", "XXA", "GBD");
        var births = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 36_000).map(ago -> DateParts.of(TODAY.minusDays(ago))),
                Arbitraries.integers().between(1930, 2026).map(year -> new DateParts(year, 0, 0)),
                Arbitraries.integers().between(1, 12).map(month -> new DateParts(1990, month, 0)),
                Arbitraries.just(DateParts.UNKNOWN));
        var expiries = Arbitraries.integers().between(-9000, 9000).map(TODAY::plusDays);
        return Arbitraries.of(MrzFormat.values()).flatMap(format -> {
            var numbers = Arbitraries.strings()
                    .withCharRange('A', 'Z')
                    .withCharRange('0', '9')
                    .ofMinLength(1)
                    .ofMaxLength(format.longestNumber());
            return Combinators.combine(states, numbers, names, names, births, Arbitraries.of(Sex.values()), expiries)
                    .flatAs((state, number, family, given, birth, sex, expiry) -> optional(format, number)
                            .map(optional -> Mrz.of(
                                    format,
                                    format == MrzFormat.TD3 ? "P" : "ID",
                                    state,
                                    number,
                                    state,
                                    family,
                                    given,
                                    MrzDate.of(birth),
                                    sex,
                                    MrzDate.of(expiry),
                                    optional)));
        });
    }

    private static Arbitrary<String> optional(MrzFormat format, String number) {
        int taken = number.length() > 9 ? number.length() - 9 + 2 : 0;
        int room = Math.max(0, format.optional.length() - taken);
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofMaxLength(room);
    }

    @Property
    void what_is_printed_is_read_back(@ForAll("zones") Mrz mrz) {
        assertThat(Mrz.read(mrz.emit(), TODAY)).isEqualTo(new MrzReading.Read(mrz));
        assertThat(mrz.isSound()).isTrue();
    }

    @Property
    void names_that_fit_are_read_back(@ForAll("zones") Mrz mrz) {
        var again = Mrz.of(
                MrzFormat.TD3, "P", "LVA", "X", "LVA", mrz.familyName(), "A", mrz.birth(), mrz.sex(), mrz.expiry(), "");
        if (mrz.familyName().length() <= 36) {
            assertThat(again.familyName()).isEqualTo(mrz.familyName());
            assertThat(again.givenNames()).isEqualTo("A");
        }
    }

    /** Check digits are sums modulo 10, so they catch every wrong digit, but not K for A. */
    @Property(tries = 3000)
    void one_wrong_digit_in_a_protected_field_is_always_caught(
            @ForAll("zones") Mrz mrz,
            @ForAll @IntRange(max = 89) int at,
            @ForAll @IntRange(min = 1, max = 9) int more) {
        var text = mrz.emit().replace("\n", "");
        int position = at % text.length();
        char printed = text.charAt(position);
        boolean isName = position >= mrz.format().names.from()
                && position < mrz.format().names.to();
        if (!Latin.isDigit(printed) || isName) {
            return;
        }
        var changed = with(text, position, (char) ('0' + (printed - '0' + more) % 10));
        assertThat(MrzTest.read(changed).isSound()).isFalse();
    }

    @Property(tries = 3000)
    void one_changed_character_is_caught_or_visible(
            @ForAll("zones") Mrz mrz, @ForAll @IntRange(max = 89) int at, @ForAll("printable") char other) {
        var text = mrz.emit().replace("\n", "");
        int position = at % text.length();
        if (text.charAt(position) == other) {
            return;
        }
        var reading = Mrz.read(with(text, position, other), TODAY);
        assertThat(reading).isNotEqualTo(new MrzReading.Read(mrz));
    }

    @Provide
    Arbitrary<Character> printable() {
        return Arbitraries.chars().range('A', 'Z').range('0', '9').with('<');
    }

    private static String with(String text, int position, char c) {
        var changed = new StringBuilder(text);
        changed.setCharAt(position, c);
        return changed.toString();
    }

    @Property
    void garbage_never_throws(@ForAll @StringLength(max = 1200) String text) {
        assertThat(Mrz.read(text, TODAY)).isNotNull();
        assertThat(QuickInput.recognise(text, TODAY)).isNotNull();
        assertThat(FlexibleDate.parse(text, TODAY)).isNotNull();
        assertThat(PersonalCode.parse(text)).isNotNull();
        assertThat(DocumentNumbers.key(text)).matches("[A-Z0-9]*");
    }

    @Property
    void garbage_of_the_right_shape_never_throws(@ForAll("shaped") String text) {
        if (Mrz.read(text, TODAY) instanceof MrzReading.Read(var mrz)) {
            assertThat(mrz.emit()).hasSize(mrz.format().length() + mrz.format().lines() - 1);
        }
    }

    @Provide
    Arbitrary<String> shaped() {
        var digits =
                Arbitraries.strings().withCharRange('0', '9').withChars('<').ofLength(100);
        return Combinators.combine(Arbitraries.of(MrzFormat.values()), Arbitraries.of('P', 'I'), digits)
                .as((format, first, text) -> first + text.substring(1, format.length()));
    }
}
