package lv.vmis.register.legacy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.legacy.value.OldName.Form;
import lv.vmis.register.legacy.value.OldName.Kind;
import lv.vmis.register.legacy.value.OldName.Other;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as they stand in old registers. */
class OldNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IVANOVS|JĀNIS||IVANOVS|JĀNIS|''",
                "IVANOVS Ivans Ivanovičs|||IVANOVS|Ivans|Ivanovičs",
                "IVANOV IVAN IVANOVICH|||IVANOV|IVAN|IVANOVICH",
                "Ivanov, Ivan|||Ivanov|Ivan|''",
                "AL HASSAN Mohammed Ali|||AL HASSAN|Mohammed Ali|''",
                "|PETROVA Anna Sergejevna||PETROVA|Anna|Sergejevna",
                "Nguyen|Van Hung||Nguyen|Van Hung|''",
                "Aliyev|Rustam Karim ogly||Aliyev|Rustam|Karim ogly",
                "ALIYEV Rustam Karim ogly|||ALIYEV|Rustam|Karim ogly",
                "Ivanovs|Ivans Petrovičs||Ivanovs|Ivans|Petrovičs",
                "Karimov|k-gs Aziz||Karimov|Aziz|''",
                "Dr. Smith|John||Smith|John|''",
                "Ivanov?|Ivan||Ivanov|Ivan|''",
                "  Ivanov |  Ivan   Petr ||Ivanov|Ivan Petr|''",
                "-|Ivan||''|Ivan|''",
                "NEZINĀMS|NN||''|''|''",
                "Bçrziòð|Jânis||Bērziņš|Jânis|''"
            })
    void parts_come_to_their_places(
            String surname, String given, String patronymic, String isSurname, String isGiven, String isPatronymic) {
        var read = OldName.read(text(surname), text(given), text(patronymic));

        assertThat(List.of(read.surname(), read.given(), read.patronymic()))
                .containsExactly(isSurname, isGiven, isPatronymic);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void other_names_are_kept_with_what_they_are() {
        assertThat(OldName.read("IVANOVS vai PETROVS", "Ivans", "").others())
                .containsExactly(new Other(Kind.ALIAS, "PETROVS", null));
        assertThat(OldName.read("Ivanova (dz. Petrova)", "Anna", "").others())
                .containsExactly(new Other(Kind.BIRTH, "Petrova", null));
        assertThat(OldName.read("Ivanova (agrāk Sidorova)", "Anna (Anja)", "").others())
                .containsExactly(new Other(Kind.FORMER, "Sidorova", null), new Other(Kind.ALIAS, null, "Anja"));
        assertThat(OldName.read("Ivanovs / Petrovs jeb Sidorovs", "Ivans", "").others())
                .extracting(Other::surname)
                .containsExactly("Petrovs", "Sidorovs");
        assertThat(OldName.read("IVANOVS vai PETROVS", "Ivans", "").surname()).isEqualTo("IVANOVS");
    }

    @ParameterizedTest
    @CsvSource({
        "Khrushchev,LATIN",
        "Wagner,LATIN",
        "Hruščovs,LATVIANISED",
        "Ivanovs,LATVIANISED",
        "Bērziņa,LATVIANISED",
        "Dostojevskis,LATVIANISED",
        "IVANOVA,EITHER",
        "Ali,EITHER",
        "Yusupov,LATIN",
        "Jusupovs,LATVIANISED",
        "Nika Beridze,EITHER"
    })
    void it_shows_or_not_how_a_name_is_written(String name, Form form) {
        assertThat(OldName.form(name)).isEqualTo(form);
    }

    @Test
    void what_was_done_or_is_doubtful_is_said() {
        assertThat(codes(OldName.read("Ivanov?", "k-gs Ivan", ""))).contains(RemarkCode.UNCERTAIN, RemarkCode.TITLE);
        assertThat(codes(OldName.read("Singh", "Nav", ""))).containsExactly(RemarkCode.MAYBE_EMPTY);
        assertThat(codes(OldName.read("Ivanov", "Petrovich", "Ivan"))).containsExactly(RemarkCode.FIELDS_SWAPPED);
        assertThat(codes(OldName.read("Ivan0v", "Ivan", ""))).containsExactly(RemarkCode.DIGITS_IN_NAME);
        assertThat(codes(OldName.read("ivanov ivan", "", ""))).contains(RemarkCode.SPLIT, RemarkCode.ORDER_ASSUMED);
        assertThat(codes(OldName.read("Karimov", "Aziz", ""))).isEmpty();
    }

    private static List<RemarkCode> codes(OldName name) {
        return name.remarks().stream().map(Remark::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Bçrziòð,Bērziņš",
        "Kalniòð,Kalniņš",
        "Íîsis,Ķīsis",
        "Ðíçle,Šķēle",
        "BÇRZIÒÐ,BĒRZIŅŠ",
        "BÄ“rziÅ†s,Bērziņs",
        "Å½agars,Žagars",
        "MÄ«la,Mīla",
        "KÄ·Ä“de,Kķēde",
        "RÄ«ga,Rīga",
        "SÅ«na,Sūna"
    })
    void letters_of_a_wrong_code_page_are_repaired_where_that_is_certain(String text, String repaired) {
        var read = Misread.repair(text);

        assertThat(read.text()).isEqualTo(repaired);
        assertThat(read.remark()).extracting(Remark::code).isEqualTo(RemarkCode.REPAIRED);
    }

    @ParameterizedTest
    @CsvSource({"Jânis,LOOKS_DAMAGED", "Kârlis,LOOKS_DAMAGED", "B\uFFFDrzi,DAMAGED"})
    void what_may_be_right_as_it_is_stays_and_is_said(String text, RemarkCode code) {
        assertThat(Misread.repair(text).text()).isEqualTo(text);
        assertThat(Misread.repair(text).remark()).extracting(Remark::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "François",
        "Núñez",
        "Guðmundur",
        "Þórður",
        "Müller",
        "Nicolò",
        "Çelik",
        "Ağaoğlu",
        "Bērziņš",
        "Łukasz",
        "Žukauskas",
        "Jérôme",
        "Nguyễn",
        "Novák",
        "Иванов"
    })
    void names_of_other_languages_are_left_alone(String name) {
        assertThat(Misread.repair(name)).isEqualTo(new Misread.Repaired(name, null));
    }

    @Property(tries = 500)
    void latvian_that_went_through_the_wrong_page_is_never_changed_into_something_else(
            @ForAll
                    @StringLength(min = 1, max = 12)
                    @net.jqwik.api.constraints.Chars({
                        'a', 'n', 's', 'i', 'ā', 'č', 'ē', 'ģ', 'ī', 'ķ', 'ļ', 'ņ', 'š', 'ū', 'ž', 'Š', 'Ņ'
                    })
                    String name) {
        var spoilt = new String(
                name.getBytes(java.nio.charset.Charset.forName("windows-1257")),
                java.nio.charset.Charset.forName("windows-1252"));
        assertThat(Misread.repair(spoilt).text()).isIn(name, spoilt);
        assertThat(Misread.repair(name).text()).isEqualTo(name);
        var sequences = new String(
                name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.Charset.forName("windows-1257"));
        assertThat(Misread.repair(sequences).text()).isIn(name, sequences);
    }

    @Property(tries = 1_000)
    void no_letter_is_lost(
            @ForAll @AlphaChars @StringLength(max = 12) String surname,
            @ForAll @AlphaChars @StringLength(max = 12) String given,
            @ForAll @AlphaChars @StringLength(max = 12) String more) {
        var read = OldName.read(surname + " vai " + more, given + " " + more, "");
        var kept = Stream.concat(
                        Stream.of(read.surname(), read.given(), read.patronymic()),
                        Stream.concat(
                                read.others().stream().map(Other::toString),
                                read.remarks().stream().map(Remark::toString)))
                .collect(Collectors.joining(" "));
        assertThat(kept).contains(surname, given, more);
    }

    @Property(tries = 1_000)
    void no_text_is_too_strange(@ForAll String surname, @ForAll String given, @ForAll String patronymic) {
        assertThat(OldName.read(surname, given, patronymic)).isNotNull();
        assertThat(OldAddress.read(List.of(surname, given))).isNotNull();
        assertThat(OldCode.read(surname)).isNotNull();
        assertThat(OldDocument.readAll(surname, java.time.LocalDate.EPOCH)).isNotNull();
        assertThat(OldCountry.read(surname, _ -> java.util.Optional.empty())).isNotNull();
    }
}
