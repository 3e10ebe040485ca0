package lv.vmis.register.legacy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries, documents, codes and addresses as they stand in old registers. */
class OldValuesTest {

    private static final LocalDate ENTERED = LocalDate.of(2006, 5, 20);
    private static final Map<String, String> TODAY = Map.ofEntries(
            Map.entry("krievija", "RUS"),
            Map.entry("rus", "RUS"),
            Map.entry("ru", "RUS"),
            Map.entry("ukraina", "UKR"),
            Map.entry("ua", "UKR"),
            Map.entry("gruzija", "GEO"),
            Map.entry("vācija", "DEU"),
            Map.entry("vacija", "DEU"),
            Map.entry("d", "DEU"),
            Map.entry("latvija", "LVA"),
            Map.entry("indija", "IND"));

    private static Optional<String> today(String name) {
        return Optional.ofNullable(TODAY.get(name.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({
        "Krievija,RUS",
        "KRIEVIJA,RUS",
        "RUS,RUS",
        "ru,RUS",
        "D,DEU",
        "Krievijas Federācija,RUS",
        "KF,RUS",
        "Krievijas pilsonis,RUS",
        "Ukrainas pilsone,UKR",
        "PSRS,SUN",
        "Čečenija,RUS",
        "Krievija (Čečenija),RUS",
        "Gruzija (Abhāzija),GEO",
        "Moldāvija,MDA",
        "Piedņestra,MDA",
        "Kirgīzija,KGZ",
        "VFR,DEU",
        "Dienvidslāvija,YUG",
        "ASV,USA",
        "Anglija,GBR",
        "bezvalstnieks,XXA",
        "b/v,XXA",
        "Bēglis,XXB",
        "Krievija?,RUS",
        "Vācija ?,DEU"
    })
    void states_are_known_by_what_they_were_called(String text, String code) {
        var read = OldCountry.read(text, OldValuesTest::today);
        assertThat(read)
                .isInstanceOfSatisfying(
                        OldCountry.Known.class,
                        known -> assertThat(known.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "BR,TWO_READINGS",
        "LR,TWO_READINGS",
        "UK,TWO_READINGS",
        "Krievija/Ukraina,SEVERAL_STATES",
        "Krievija un Ukraina,SEVERAL_STATES",
        "LR nepilsonis,NON_CITIZEN",
        "nepilsone,NON_CITIZEN",
        "Narnija,UNKNOWN_STATE",
        "Krievija/Narnija,UNKNOWN_STATE",
        "Krievija (Ukraina),SEVERAL_STATES",
        "xyz,UNKNOWN_STATE"
    })
    void what_is_no_one_state_is_left_to_a_person(String text, RemarkCode code) {
        assertThat(OldCountry.read(text, OldValuesTest::today))
                .isInstanceOfSatisfying(
                        OldCountry.Unreadable.class,
                        unreadable -> assertThat(unreadable.remark().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "nav zināma", "Nezināma", "?", "NAV NOTEIKTA"})
    void a_state_that_nobody_knows_is_unknown(String text) {
        assertThat(OldCountry.read(text, OldValuesTest::today)).isInstanceOf(OldCountry.Unknown.class);
    }

    @Test
    void what_is_said_of_a_state_is_said_once() {
        assertThat(((OldCountry.Known) OldCountry.read("Krievija (Čečenija)", OldValuesTest::today)).remarks())
                .containsExactly(Remark.of(RemarkCode.PART_OF_STATE, "Čečenija", "RUS"));
        assertThat(((OldCountry.Known) OldCountry.read("PSRS", OldValuesTest::today)).remarks())
                .containsExactly(Remark.of(RemarkCode.FORMER_STATE, "PSRS", "SUN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASE LV1234567, izd. 12.03.99 PMLP|P|LV1234567|1999-03-12||PMLP",
                "Pase FA7654321 izd. 01.02.2001 Uzbekistāna der. līdz 31.01.2011|P|FA7654321|2001-02-01|2011-01-31|Uzbekistāna",
                "pase Nr. 75 1234567|P|75 1234567|||",
                "ID karte PA0012345, derīga līdz 05.06.2010|ID|PA0012345||2010-06-05|",
                "Dienesta pase S0012345|PS|S0012345|||",
                "DIPLOMĀTISKĀ PASE D1234567|PD|D1234567|||",
                "Jūrnieka grāmatiņa MK123456, izd. 2003|S|MK123456|2003-00-00||",
                "PSRS pase XII-BA 654321|P|BA 654321|||XII-",
                "vīza 012345678|VS|012345678|||",
                "Uzturēšanās atļauja UA1234567 izd. PMLP|RP|UA1234567|||izd. PMLP",
                "Bēgļa apl. R12345|PR|R12345|||",
                "pase 14AB12345|P|14AB12345|||",
                "Vad. apl. AB123456|DL|AB123456|||"
            })
    void a_merged_document_is_taken_apart(
            String cell, String type, String number, String issued, String expires, String issuer) {
        var all = OldDocument.readAll(cell, ENTERED);

        assertThat(all).hasSize(1);
        var read = all.getFirst();
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.number()).isEqualTo(number);
        assertThat(shown(read.issued())).isEqualTo(issued);
        assertThat(shown(read.expires())).isEqualTo(expires);
        assertThat(read.issuer()).isEqualTo(issuer == null ? "" : issuer);
        assertThat(read.text()).isEqualTo(cell);
    }

    private static @org.jspecify.annotations.Nullable String shown(OldDate date) {
        return date instanceof OldDate.Known known ? known.date().toString() : null;
    }

    @Test
    void several_documents_in_a_cell_are_several() {
        assertThat(OldDocument.readAll("PASE AB123456; ID karte 7654321\nVīza 1112223", ENTERED))
                .extracting(OldDocument::number)
                .containsExactly("AB123456", "7654321", "1112223");
        assertThat(OldDocument.readAll("1) PASE AB123456 2) Pase CD654321", ENTERED))
                .extracting(OldDocument::number)
                .containsExactly("AB123456", "CD654321");
        assertThat(OldDocument.readAll(" - ", ENTERED)).isEmpty();
    }

    @Test
    void what_no_document_can_be_made_of_is_kept_and_said() {
        var read = OldDocument.readAll("nozaudēts Maskavā", ENTERED).getFirst();

        assertThat(read.text()).isEqualTo("nozaudēts Maskavā");
        assertThat(read.remarks())
                .extracting(Remark::code)
                .containsExactly(RemarkCode.NO_DOCUMENT_NUMBER, RemarkCode.UNKNOWN_DOCUMENT_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "161175-19997,Latvian",
        "16117519997,Latvian",
        "321234-12345,Latvian",
        "161175-19998,Doubtful",
        "310275-19997,Doubtful",
        "001175-19997,Doubtful",
        "1234567890,Foreign",
        "A-12/345,Foreign",
        "19751116-1234,Foreign",
        "-,Blank",
        "nav,Blank",
        "000000-00000,Blank"
    })
    void codes_of_latvia_are_told_from_numbers_of_others(String text, String kind) {
        assertThat(OldCode.read(text).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void a_code_of_latvia_says_its_birth_date_and_a_wrong_one_its_right_digit() {
        assertThat(((OldCode.Latvian) OldCode.read("161175-19997")).born()).isEqualTo(LocalDate.of(1975, 11, 16));
        assertThat(((OldCode.Doubtful) OldCode.read("161175-19998")).remark())
                .isEqualTo(Remark.of(RemarkCode.WRONG_CHECKSUM, "161175-19998", "7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ludzas raj., Salnavas pag., \"Kalni\"|true",
                "Rīgas rajons, Ādaži|true",
                "Mežvidu pagasts|true",
                "Rīgas rajonā|true",
                "LUDZAS RAJ.|true",
                "Brīvības iela 5-3, Rīga|false",
                "Rajona iela 3, Liepāja|true",
                "Pagasta māja|true",
                "Moskva, ul. Lenina 5|false",
                "Ludzas novads, Pilda|false"
            })
    void districts_that_are_no_more_are_told(String text, boolean old) {
        var read = OldAddress.read(List.of(text));

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.remarks().stream().map(Remark::code).toList())
                .isEqualTo(old ? List.of(RemarkCode.OLD_DISTRICT) : List.of());
    }

    @Test
    void the_parts_of_an_address_become_one_line() {
        assertThat(OldAddress.of("Rīga", "", "", "", "", "Brīvības iela", "5", "2", "13")
                        .text())
                .isEqualTo("Brīvības iela 5 k-2 dz. 13, Rīga");
        assertThat(OldAddress.of("", "Ludzas", "Salnavas pag.", "", "Kalni", "", "", "", "")
                        .text())
                .isEqualTo("Kalni, Salnavas pag., Ludzas raj.");
        assertThat(OldAddress.of("Rīga", "-", "", "", "", "", "", "", "").text())
                .isEqualTo("Rīga");
    }
}
