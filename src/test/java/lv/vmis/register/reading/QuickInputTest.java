package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lv.vmis.register.reading.QuickInput.CaseNumber;
import lv.vmis.register.reading.QuickInput.DateText;
import lv.vmis.register.reading.QuickInput.DecisionNumber;
import lv.vmis.register.reading.QuickInput.DocumentNumber;
import lv.vmis.register.reading.QuickInput.NameText;
import lv.vmis.register.reading.QuickInput.PersonNumber;
import lv.vmis.register.reading.QuickInput.PersonalCodeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickInputTest {

    private static final LocalDate TODAY = MrzTest.TODAY;

    private static QuickInput recognise(String text) {
        return QuickInput.recognise(text, TODAY);
    }

    @Test
    void zone_is_recognised_also_when_damaged() {
        assertThat(recognise(MrzTest.TD1)).isEqualTo(new QuickInput.MrzText(MrzTest.read(MrzTest.TD1)));
        assertThat(recognise(MrzTest.TD1.replace("D2314", "D214"))).isInstanceOf(QuickInput.DamagedMrz.class);
        assertThat(recognise(MrzTest.TD3.replaceFirst("P", "V")))
                .isEqualTo(new QuickInput.DamagedMrz(new MrzReading.Visa()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L-2026-000123", "l-2026-123", "L - 2026 - 0123", "L–2026–123"})
    void case_number_is_normalised(String typed) {
        assertThat(recognise(typed)).isEqualTo(new CaseNumber("L-2026-000123"));
    }

    @ParameterizedTest
    @CsvSource({
        "VRS-R-2026-00012, VRS-R-2026-00012",
        "vrs-r-2026-12, VRS-R-2026-00012",
        "pmlp-l-2026-3, PMLP-L-2026-00003",
        "PMLP-L-2026-1234567, PMLP-L-2026-1234567"
    })
    void decision_number_is_normalised(String typed, String number) {
        assertThat(recognise(typed)).isEqualTo(new DecisionNumber(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-0001234", "P1234", "p-1234", "P0001234"})
    void person_number_is_normalised(String typed) {
        assertThat(recognise(typed)).isEqualTo(new PersonNumber("P-0001234"));
    }

    @Test
    void letter_p_and_seven_digits_are_a_passport() {
        assertThat(recognise("P1234567")).isEqualTo(new DocumentNumber("P1234567", "P1234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"161175-19997", "16117519997", "161175-19998", "16117519998", "310275-19997", "321234-12345"})
    void personal_code_is_recognised_also_when_wrong(String typed) {
        assertThat(recognise(typed)).isEqualTo(new PersonalCodeText(PersonalCode.parse(typed)));
    }

    @Test
    void eleven_digits_that_are_no_personal_code_are_a_document() {
        assertThat(recognise("99999999999")).isEqualTo(new DocumentNumber("99999999999", "99999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05.03.1990",
                "05031990",
                "5.3.90",
                "1990",
                "05.1990",
                "~1990",
                "1990-03-05",
                "31.02.2020",
                "5.3.90."
            })
    void date_is_recognised_also_when_impossible(String typed) {
        assertThat(recognise(typed)).isEqualTo(new DateText(FlexibleDate.parse(typed, TODAY, FlexibleDate.Mode.BIRTH)));
    }

    @ParameterizedTest
    @CsvSource({
        "LV1234567, LV1234567, LV1234567",
        "lv 1234567, LV1234567, LV1234567",
        "AB-12 345, AB12345, A812345",
        "45 08 123456, 4508123456, 4508123456",
        "99999999, 99999999, 99999999",
        "31021990, 31021990, 31021990",
        "X1234, X1234, X1234",
        "75AB00001, 75AB00001, 75A800001",
        "АВ 1234567, АВ1234567, AV1234567"
    })
    void document_number_is_recognised(String typed, String number, String key) {
        assertThat(recognise(typed)).isEqualTo(new DocumentNumber(number, key));
    }

    @ParameterizedTest
    @CsvSource({
        "Jānis Bērziņš, JANIS BERZINS",
        "'  Nguyễn   Văn ', NGUYEN VAN",
        "IVANOVS<<IVANS, IVANOVS IVANS",
        "Иванов, IVANOV",
        "Nguyen 1990, NGUYEN 1990",
        "李明, ''",
        "ABCDEF, ABCDEF"
    })
    void name_is_recognised(String typed, String key) {
        assertThat(recognise(typed)).isEqualTo(new NameText(typed.strip().replaceAll(" +", " "), new NameKey(key)));
    }

    @Test
    void too_little_is_told_from_nothing() {
        assertThat(recognise(" \t\n")).isEqualTo(new QuickInput.Empty());
        for (var typed : new String[] {"A", "ab", "12", "123", "!!!", "李"}) {
            assertThat(recognise(typed)).as(typed).isEqualTo(new QuickInput.TooShort());
        }
    }
}
