package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.reading.CheckDigit.Field;
import lv.vmis.register.reading.CheckDigit.Suggestion;
import lv.vmis.register.reading.Mrz.Problem;
import lv.vmis.register.reading.Mrz.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrzTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Specimen of ICAO Doc 9303-4. */
    static final String TD3 = """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10""";

    /** Specimen of ICAO Doc 9303-6. */
    static final String TD2 = """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6""";

    /** Specimen of ICAO Doc 9303-5. */
    static final String TD1 = """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<""";

    /** Specimen of a long document number, ICAO Doc 9303-5. */
    static final String TD1_LONG = """
            I<UTOD23145890<7349<<<<<<<<<<<
            3407127M9507122UTO<<<<<<<<<<<2
            STEVENSON<<PETER<JOHN<<<<<<<<<""";

    static Mrz read(String text) {
        var reading = Mrz.read(text, TODAY);
        assertThat(reading).as(text).isInstanceOf(MrzReading.Read.class);
        return ((MrzReading.Read) reading).mrz();
    }

    private static CheckDigit check(Mrz mrz, Field field) {
        return mrz.checks().stream()
                .filter(check -> check.field() == field)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void passport_specimen_is_read() {
        var mrz = read(TD3);
        assertThat(mrz.format()).isEqualTo(MrzFormat.TD3);
        assertThat(mrz.documentCode()).isEqualTo("P");
        assertThat(mrz.issuer()).isEqualTo("UTO");
        assertThat(mrz.documentNumber()).isEqualTo("L898902C3");
        assertThat(mrz.nationality()).isEqualTo("UTO");
        assertThat(mrz.familyName()).isEqualTo("ERIKSSON");
        assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(mrz.namesTruncated()).isFalse();
        assertThat(mrz.birth().parts()).isEqualTo(new DateParts(1974, 8, 12));
        assertThat(mrz.sex()).isEqualTo(Sex.FEMALE);
        assertThat(mrz.expiry().parts()).isEqualTo(new DateParts(2012, 4, 15));
        assertThat(mrz.optionalData()).isEqualTo("ZE184226B");
        assertThat(mrz.checks()).extracting(CheckDigit::printed).containsExactly('6', '2', '9', '1', '0');
        assertThat(mrz.isSound()).isTrue();
    }

    @Test
    void card_specimens_are_read() {
        for (var text : List.of(TD1, TD2)) {
            var mrz = read(text);
            assertThat(mrz.documentNumber()).isEqualTo("D23145890");
            assertThat(mrz.familyName()).isEqualTo("ERIKSSON");
            assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
            assertThat(mrz.birth().parts()).isEqualTo(new DateParts(1974, 8, 12));
            assertThat(mrz.checks())
                    .extracting(CheckDigit::field)
                    .containsExactly(Field.NUMBER, Field.BIRTH, Field.EXPIRY, Field.COMPOSITE);
            assertThat(mrz.isSound()).isTrue();
        }
    }

    @Test
    void long_document_number_continues_in_the_optional_data() {
        var mrz = read(TD1_LONG);
        assertThat(mrz.documentNumber()).isEqualTo("D23145890734");
        assertThat(mrz.optionalData()).isEmpty();
        assertThat(mrz.birth().parts()).isEqualTo(new DateParts(1934, 7, 12));
        assertThat(mrz.isSound()).isTrue();
    }

    @Test
    void specimens_are_printed_back_letter_by_letter() {
        for (var text : List.of(TD1, TD2, TD3, TD1_LONG)) {
            assertThat(read(text).emit()).isEqualTo(text);
        }
    }

    @Test
    void text_is_read_however_it_was_typed() {
        for (var text : List.of(TD1, TD2, TD3, TD1_LONG)) {
            var expected = Mrz.read(text, TODAY);
            for (var typed : List.of(
                    text.replace("\n", ""),
                    text.replace("\n", "\r\n"),
                    text.replace("\n", "\r"),
                    text.replace("\n", "\u2028"),
                    text.replace("\n", " \n\n\t "),
                    "  \n" + text + "\n\n",
                    text.toLowerCase(Locale.ROOT),
                    text.replace('<', ' '),
                    text.replace('<', '\u00A0'),
                    text.replace('<', ' ').stripTrailing(),
                    text.replace("<", "«"),
                    text.replace("<<", "«"),
                    text.replace('<', '＜'))) {
                assertThat(Mrz.read(typed, TODAY)).as(typed).isEqualTo(expected);
            }
        }
    }

    @Test
    void fillers_lost_at_the_end_of_the_name_line_are_restored() {
        assertThat(Mrz.read(TD3.replace("<<<\n", "\n"), TODAY)).isEqualTo(Mrz.read(TD3, TODAY));
    }

    @Test
    void one_confused_character_is_suggested_and_not_corrected() {
        var mrz = read(TD3.replace("L898902C3", "L8989O2C3"));
        assertThat(mrz.documentNumber()).isEqualTo("L8989O2C3");
        var number = check(mrz, Field.NUMBER);
        assertThat(number.ok()).isFalse();
        assertThat(number.suggestion()).isEqualTo(new Suggestion(2, 6, 'O', '0'));
    }

    @Test
    void confused_letter_in_a_date_is_suggested() {
        var mrz = read(TD3.replace("7408122F", "74O8122F"));
        assertThat(check(mrz, Field.BIRTH).suggestion()).isEqualTo(new Suggestion(2, 16, 'O', '0'));
        assertThat(mrz.problems()).containsExactly(Problem.BIRTH_IMPOSSIBLE);
    }

    @Test
    void nothing_is_suggested_when_no_swap_helps() {
        var number = check(read(TD3.replace("L898902C36", "L898902C37")), Field.NUMBER);
        assertThat(number.expected()).isEqualTo('6');
        assertThat(number.printed()).isEqualTo('7');
        assertThat(number.suggestion()).isNull();
    }

    @Test
    void nothing_is_suggested_when_several_swaps_help() {
        // 0 and O differ by 24, so the third zero of weight 7 and the sixth explain the same wrong digit.
        var wrong = Mrz.of(
                        MrzFormat.TD2,
                        "I",
                        "UTO",
                        "O11O11O11",
                        "UTO",
                        "A",
                        "B",
                        MrzDate.of(TODAY),
                        Sex.MALE,
                        MrzDate.of(TODAY),
                        "")
                .emit()
                .replace("O11O11O11", "011O11O11");
        assertThat(check(read(wrong), Field.NUMBER).suggestion()).isEqualTo(new Suggestion(2, 1, '0', 'O'));
        assertThat(check(read(wrong.replace("011O11O11", "011011O11")), Field.NUMBER)
                        .suggestion())
                .isNull();
    }

    @Test
    void composite_points_at_the_optional_data_only_when_all_else_is_right() {
        var card = Mrz.of(
                        MrzFormat.TD2,
                        "I",
                        "UTO",
                        "D23145890",
                        "UTO",
                        "A",
                        "B",
                        MrzDate.of(TODAY),
                        Sex.MALE,
                        MrzDate.of(TODAY),
                        "X0Y")
                .emit();
        assertThat(check(read(card.replace("X0Y", "XOY")), Field.COMPOSITE).suggestion())
                .isEqualTo(new Suggestion(2, 30, 'O', '0'));
        assertThat(check(read(card.replace("X0Y", "XOY").replace("D231458907", "D230458908")), Field.COMPOSITE)
                        .suggestion())
                .isNull();
    }

    @Test
    void impossible_date_is_a_problem_and_not_an_exception() {
        var mrz = read(TD3.replace("7408122F", "9913322F"));
        assertThat(mrz.problems()).containsExactly(Problem.BIRTH_IMPOSSIBLE);
        assertThat(mrz.birth()).isEqualTo(new MrzDate("991332", null));
        assertThat(mrz.isSound()).isFalse();
    }

    @Test
    void unknown_parts_of_a_birth_date_are_zero() {
        assertThat(MrzDate.birth("7408<<", TODAY).parts()).isEqualTo(new DateParts(1974, 8, 0));
        assertThat(MrzDate.birth("74<<<<", TODAY).parts()).isEqualTo(new DateParts(1974, 0, 0));
        assertThat(MrzDate.birth("740000", TODAY).parts()).isEqualTo(new DateParts(1974, 0, 0));
        assertThat(MrzDate.birth("<<<<<<", TODAY).parts()).isEqualTo(DateParts.UNKNOWN);
        assertThat(MrzDate.birth("74<<12", TODAY).parts()).isNull();
    }

    @Test
    void birth_is_never_in_the_future_and_expiry_is_near() {
        assertThat(MrzDate.birth("261123", TODAY).parts()).isEqualTo(new DateParts(2026, 11, 23));
        assertThat(MrzDate.birth("261124", TODAY).parts()).isEqualTo(new DateParts(1926, 11, 24));
        assertThat(MrzDate.birth("26<<<<", TODAY).parts()).isEqualTo(new DateParts(2026, 0, 0));
        assertThat(MrzDate.expiry("361123", TODAY).parts()).isEqualTo(new DateParts(2036, 11, 23));
        assertThat(MrzDate.expiry("760101", TODAY).parts()).isEqualTo(new DateParts(1976, 1, 1));
        assertThat(MrzDate.expiry("750101", TODAY).parts()).isEqualTo(new DateParts(2075, 1, 1));
    }

    @Test
    void one_letter_issuer_is_kept() {
        var mrz = read(TD3.replace("UTO7", "D<<7").replace("P<UTO", "P<D<<"));
        assertThat(mrz.issuer()).isEqualTo("D");
        assertThat(mrz.nationality()).isEqualTo("D");
        assertThat(mrz.isSound()).isTrue();
    }

    @Test
    void digits_where_letters_belong_and_a_strange_sex_are_problems() {
        assertThat(read(TD3.replace("ERIKSSON", "ER1KSSON")).problems()).containsExactly(Problem.NAME_HAS_DIGITS);
        assertThat(read(TD3.replace("P<UTO", "P<UT0")).problems()).containsExactly(Problem.ISSUER_HAS_DIGITS);
        assertThat(read(TD3.replace("UTO7", "UT07")).problems()).containsExactly(Problem.NATIONALITY_HAS_DIGITS);
        assertThat(read(TD3.replace("2F1", "2X1")).problems()).containsExactly(Problem.SEX_UNREADABLE);
        assertThat(read(TD3.replace("2F1", "2<1")).problems()).isEmpty();
    }

    @Test
    void empty_optional_data_may_have_a_zero_or_no_check_digit() {
        var without = TD3.replace("ZE184226B<<<<<10", "<<<<<<<<<<<<<<<8");
        assertThat(read(without).isSound()).isTrue();
        assertThat(read(without.replace("<<8", "<08")).isSound()).isTrue();
        assertThat(check(read(without.replace("<<8", "<18")), Field.OPTIONAL).ok())
                .isFalse();
    }

    @Test
    void missing_character_is_told_from_other_text() {
        assertThat(Mrz.read(TD3.replace("L898902C36", "L89890236"), TODAY))
                .isEqualTo(new MrzReading.WrongLength(List.of(44, 43)));
        assertThat(Mrz.read(TD3.replaceFirst("P<", "V<"), TODAY)).isEqualTo(new MrzReading.Visa());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "Anna Marija Eriksone",
                "P<UTO",
                "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
                "Ar tvaika kuģi devāmies uz pilsētu kurā dzīvoja mana vecāmāte un viņas s"
            })
    void other_text_is_not_a_zone(String text) {
        assertThat(Mrz.read(text, TODAY)).isEqualTo(new MrzReading.NotMrz());
    }

    @Test
    void fillers_alone_and_prose_of_the_right_length_are_not_a_zone() {
        assertThat(Mrz.read("P" + "<".repeat(87), TODAY)).isEqualTo(new MrzReading.NotMrz());
        assertThat(Mrz.read("A1234" + "ABCDEFGHIJ".repeat(7).substring(3), TODAY))
                .isEqualTo(new MrzReading.NotMrz());
        assertThat(Mrz.read("<".repeat(1000), TODAY)).isEqualTo(new MrzReading.NotMrz());
        assertThat(Mrz.read("<".repeat(1001), TODAY)).isEqualTo(new MrzReading.TooLong(1001, 1000));
    }

    @Test
    void ten_million_characters_are_refused_at_once() {
        var text = "<".repeat(10_000_000);
        var start = System.nanoTime();
        assertThat(Mrz.read(text, TODAY)).isEqualTo(new MrzReading.TooLong(10_000_000, 1000));
        assertThat(QuickInput.recognise(text, TODAY)).isEqualTo(new QuickInput.TooLong(10_000_000, 1000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void names_are_transliterated_and_cut_so_that_the_reader_sees_it() {
        var born = MrzDate.of(TODAY);
        var mrz = Mrz.of(
                MrzFormat.TD1,
                "I",
                "LVA",
                "X1",
                "UKR",
                "Гриценко-Юхименко",
                "Юрій Їжак О'Ґрег",
                born,
                Sex.MALE,
                born,
                "",
                "",
                Latin.Cyrillic.UKRAINIAN);
        assertThat(mrz.emit()).endsWith("\nHRYTSENKO<YUKHYMENKO<<YURII<YI");
        assertThat(mrz.namesTruncated()).isTrue();
        assertThat(mrz.familyName()).isEqualTo("HRYTSENKO YUKHYMENKO");
        var cut = Mrz.of(MrzFormat.TD1, "I", "LVA", "X1", "UKR", "A".repeat(40), "Bērziņš", born, Sex.MALE, born, "");
        assertThat(cut.emit()).endsWith("\n" + "A".repeat(27) + "<<B");
        var gap = Mrz.of(
                MrzFormat.TD1, "I", "LVA", "X1", "UKR", "A".repeat(20), "BCDEFGH I'JK", born, Sex.MALE, born, "");
        assertThat(gap.emit()).endsWith("\n" + "A".repeat(20) + "<<BCDEFG<I".substring(0, 10));
    }

    @Test
    void number_too_long_for_the_format_is_refused() {
        var born = MrzDate.of(TODAY);
        assertThatThrownBy(() ->
                        Mrz.of(MrzFormat.TD3, "P", "LVA", "1234567890", "LVA", "A", "B", born, Sex.MALE, born, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
