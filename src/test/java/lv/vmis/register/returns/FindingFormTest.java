package lv.vmis.register.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegisterTest
class FindingFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final FindingForm.Reader reader;

    FindingFormTest(FindingForm.Reader reader) {
        this.reader = reader;
    }

    @Test
    void a_whole_form_is_read() {
        assertThat(reader.read(form(Map.of()), TODAY)).isInstanceOf(Done.class);
    }

    @Test
    void every_mistake_is_named_at_once() {
        var mistakes = mistakes(Map.of("familyName", "", "birthDate", "31.02.1990.", "foundOn", "rīt", "place", " "));
        assertThat(mistakes)
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("familyName", "birthDate", "foundOn", "place");
    }

    @ParameterizedTest
    @CsvSource({
        "nationality, LVA, CITIZEN",
        "nationality, Latvija, CITIZEN",
        "nationality, UTO, SPECIMEN",
        "nationality, Atlantīda, COUNTRY_UNKNOWN",
        "nationalityType, NON_CITIZEN, NON_CITIZEN",
        "personalCode, 050390-12345, CODE_CHECKSUM",
        "placeKind, BCP_ENTRY, CROSSING_POINT_NEEDED",
        "documentIssuedOn, 02.01.2030., ISSUED_AFTER_EXPIRY"
    })
    void a_rule_refuses(String field, String typed, ReturnsRefusal code) {
        assertThat(mistakes(Map.of(field, typed))).extracting(Refusal::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "foundOn, 24.11.2026., DATE_IN_FUTURE",
        "birthDate, 24.11.2026., DATE_IN_FUTURE",
        "foundOn, 1990, NOT_A_DATE",
        "sex, Z, NOT_IN_LIST",
        "legalBasis, IL2002-61-1-1, NOT_IN_LIST",
        "familyName, '\u202Eabc', UNREADABLE_CHARACTERS",
        "familyName, '\u200B\u00A0\u0304', REQUIRED",
        "place, '\u200D', REQUIRED",
        "mrz, 'P<\u0000', UNREADABLE_CHARACTERS",
        "documentIssuedOn, 24.11.2026., DATE_IN_FUTURE",
        "documentNumber, '---', UNREADABLE_CHARACTERS"
    })
    void a_slip_is_refused(String field, String typed, EdgeRefusal code) {
        assertThat(mistakes(Map.of(field, typed))).extracting(Refusal::code).contains(code);
    }

    @Test
    void marks_that_nobody_sees_do_not_keep_equal_names_apart() {
        assertThat(reader.read(form(Map.of("familyName", "\uFEFFKari\u200Bmov\u00A0")), TODAY))
                .isEqualTo(reader.read(form(Map.of()), TODAY));
    }

    @Test
    void a_machine_readable_zone_is_never_longer_than_a_document_has() {
        assertThat(mistakes(Map.of("mrz", "A".repeat(5_000))))
                .extracting(Refusal::field)
                .containsExactly("mrz");
    }

    @Test
    void a_name_of_ten_megabytes_is_refused_at_once() {
        List<RefusalCode> codes = mistakes(Map.of("familyName", "A".repeat(10_000_000))).stream()
                .map(Refusal::code)
                .toList();
        assertThat(codes).containsExactly(EdgeRefusal.TOO_LONG);
    }

    private List<Refusal> mistakes(Map<String, String> changed) {
        return reader.read(form(changed), TODAY) instanceof Refused<EnterFinding.Input>(var reasons)
                ? reasons
                : List.of();
    }

    private static FindingForm form(Map<String, String> changed) {
        var typed = new HashMap<String, String>(Map.ofEntries(
                Map.entry("familyName", "Karimov"),
                Map.entry("sex", "M"),
                Map.entry("birthDate", "05.03.1990."),
                Map.entry("nationality", "uzbek"),
                Map.entry("nationalityType", "CITIZEN"),
                Map.entry("documentType", "P"),
                Map.entry("documentNumber", "AB 1234567"),
                Map.entry("documentIssuer", "UZB"),
                Map.entry("documentExpiresOn", "01.01.2030."),
                Map.entry("foundOn", "vakar"),
                Map.entry("placeKind", "INLAND"),
                Map.entry("place", "Rīga"),
                Map.entry("circumstances", "Uzturas pēc vīzas termiņa beigām."),
                Map.entry("legalBasis", "IL2002-1-1-6.1")));
        typed.putAll(changed);
        return new FindingForm(
                null,
                null,
                null,
                null,
                null,
                null,
                typed.get("familyName"),
                typed.get("givenNames"),
                null,
                null,
                typed.get("sex"),
                typed.get("birthDate"),
                null,
                null,
                typed.get("nationality"),
                typed.get("nationalityType"),
                typed.get("personalCode"),
                typed.get("documentType"),
                typed.get("documentNumber"),
                typed.get("documentIssuer"),
                null,
                typed.get("documentIssuedOn"),
                typed.get("documentExpiresOn"),
                typed.get("mrz"),
                null,
                null,
                typed.get("foundOn"),
                typed.get("placeKind"),
                null,
                typed.get("place"),
                typed.get("circumstances"),
                typed.get("legalBasis"));
    }
}
