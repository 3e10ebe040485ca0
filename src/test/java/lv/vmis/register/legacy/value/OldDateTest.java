package lv.vmis.register.legacy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.legacy.value.OldDate.Meaning;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as old systems and officials wrote them. */
class OldDateTest {

    private static final LocalDate ENTERED = LocalDate.of(2004, 5, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.03.1999|1999-03-12",
                "12.03.1999.|1999-03-12",
                "1.2.1999|1999-02-01",
                "12/03/1999|1999-03-12",
                "12-03-1999|1999-03-12",
                "12. 03. 1999. g.|1999-03-12",
                "1999-03-12|1999-03-12",
                "1999.03.12|1999-03-12",
                "19990312|1999-03-12",
                "12031999|1999-03-12",
                "19101920|1920-10-19",
                "1999-03-12 00:00:00|1999-03-12",
                "12.03.1999 0:00|1999-03-12",
                "00.00.1980|1980-00-00",
                "00.05.1980|1980-05-00",
                "xx.xx.1980|1980-00-00",
                "__.05.1980|1980-05-00",
                "??.??.1980|1980-00-00",
                "19800000|1980-00-00",
                "19800500|1980-05-00",
                "1980|1980-00-00",
                "1980.g.|1980-00-00",
                "05.1980|1980-05-00",
                "1980-05|1980-05-00",
                "~1980|~1980-00-00",
                "1980?|~1980-00-00",
                "5. maijs 1980|1980-05-05",
                "5.maijā 1980.g.|1980-05-05",
                "1980. gada 5. maijs|1980-05-05",
                "1980.gada 5.maijā|1980-05-05",
                "1980. gada 5. jūnijā|1980-06-05",
                "5. JULIJS 1980|1980-07-05",
                "12-MAR-1999|1999-03-12",
                "12.III.1999|1999-03-12",
                "maijs 1980|1980-05-00",
                "1980. gada maijs|1980-05-00",
                "29.02.2000|2000-02-29"
            })
    void full_and_partial_dates_are_read(String text, String date) {
        assertThat(OldDate.read(text, Meaning.BIRTH, ENTERED))
                .isInstanceOfSatisfying(
                        OldDate.Known.class, known -> assertThat(known.date()).isEqualTo(PartialDate.valueOf(date)));
    }

    @ParameterizedTest
    @CsvSource({
        "12.03.99,BIRTH,1999-03-12",
        "12.03.05,BIRTH,1905-03-12",
        "19.05.04,BIRTH,2004-05-19",
        "21.05.04,BIRTH,1904-05-21",
        "21.05.04,EVENT,1904-05-21",
        "12.03.99,EVENT,1999-03-12",
        "12.03.03,EVENT,2003-03-12",
        "12.03.09,UNTIL,2009-03-12",
        "12.03.53,UNTIL,2053-03-12",
        "12.03.54,UNTIL,1954-03-12",
        "120399,EVENT,1999-03-12",
        "12-mar-99,EVENT,1999-03-12",
        "00.00.75,BIRTH,1975-00-00",
        "01.01.00,EVENT,2000-01-01"
    })
    void two_digits_mean_the_century_that_the_entry_leaves(String text, Meaning meaning, String date) {
        assertThat(OldDate.read(text, meaning, ENTERED)).isInstanceOfSatisfying(OldDate.Known.class, known -> {
            assertThat(known.date()).isEqualTo(PartialDate.valueOf(date));
            assertThat(known.remarks()).extracting(Remark::code).contains(RemarkCode.CENTURY);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01.01.1900",
                "1900-01-01",
                "19000101",
                "30.12.1899",
                "1753-01-01",
                "0001-01-01",
                "00.00.0000",
                "00.00.00",
                "-",
                "nav zināms",
                "nezināms",
                "00000000",
                "31.12.9999"
            })
    void what_systems_store_for_nothing_is_unknown(String text) {
        assertThat(OldDate.read(text, Meaning.BIRTH, ENTERED)).isInstanceOf(OldDate.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.12.9999",
                "9999-12-31",
                "99991231",
                "9999",
                "uz nenoteiktu laiku",
                "Beztermiņa",
                "PASTĀVĪGI",
                "31.12.2099",
                "2999-12-31",
                "nenoteikts"
            })
    void what_has_no_end_is_indefinite(String text) {
        assertThat(OldDate.read(text, Meaning.UNTIL, ENTERED)).isInstanceOf(OldDate.Indefinite.class);
    }

    @ParameterizedTest
    @CsvSource({
        "31.02.1980,NO_SUCH_DAY",
        "29.02.1999,NO_SUCH_DAY",
        "32.01.1980,NO_SUCH_DAY",
        "05.00.1980,NO_SUCH_DAY",
        "05.13.1980,DAY_AND_MONTH_SWAPPED",
        "1980-25-05,DAY_AND_MONTH_SWAPPED",
        "200512,TWO_READINGS",
        "01.01.1790,YEAR_OUT_OF_RANGE",
        "12.03.2222,YEAR_OUT_OF_RANGE",
        "12.03.2005,IN_THE_FUTURE",
        "aptuveni,NOT_A_DATE",
        "12.03,NOT_A_DATE",
        "99999,NOT_A_DATE",
        "1234567890123,NOT_A_DATE"
    })
    void what_is_no_date_is_left_to_a_person(String text, RemarkCode code) {
        assertThat(OldDate.read(text, Meaning.BIRTH, ENTERED))
                .isInstanceOfSatisfying(OldDate.Unreadable.class, unreadable -> {
                    assertThat(unreadable.remark().code()).isEqualTo(code);
                    assertThat(unreadable.remark().values()).first().isEqualTo(text);
                });
    }

    @ParameterizedTest
    @CsvSource({"36231,1999-03-12", "29221,1980-01-01", "29221.0,1980-01-01"})
    void numbers_of_spreadsheet_days_are_read_and_said(String text, String date) {
        assertThat(OldDate.read(text, Meaning.EVENT, ENTERED))
                .isEqualTo(new OldDate.Known(
                        PartialDate.valueOf(date), List.of(Remark.of(RemarkCode.SERIAL_NUMBER, text, date))));
    }

    @Property(tries = 2_000)
    void every_day_is_read_back_from_each_way_to_write_it(
            @ForAll @IntRange(max = 36_500) int days, @ForAll @IntRange(max = 5) int way) {
        var day = LocalDate.of(1902, 1, 1).plusDays(days);
        var text = switch (way) {
            case 0 -> "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case 1 -> "%d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case 2 -> "%02d%02d%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case 3 -> lv.vmis.register.kernel.LatvianDates.locative(day);
            case 4 -> day + " 00:00:00";
            default -> day.toString();
        };
        assertThat(OldDate.read(text, Meaning.BIRTH, LocalDate.of(2026, 1, 1)))
                .isEqualTo(new OldDate.Known(PartialDate.of(day), List.of()));
    }

    @Property(tries = 1_000)
    void two_digits_never_mean_a_day_after_the_entry(
            @ForAll @IntRange(min = 0, max = 9_000) int days, @ForAll @IntRange(min = 0, max = 9_000) int entered) {
        var reference = LocalDate.of(1995, 1, 1).plusDays(entered);
        var day = reference.minusDays(days);
        var text = "%02d.%02d.%02d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100);
        var read = OldDate.read(text, Meaning.BIRTH, reference);
        assertThat(read)
                .isInstanceOfSatisfying(
                        OldDate.Known.class, known -> assertThat(known.date()).isEqualTo(PartialDate.of(day)));
    }

    @Property(tries = 2_000)
    void no_text_is_too_strange(@ForAll String text, @ForAll Meaning meaning) {
        assertThat(OldDate.read(text, meaning, ENTERED)).isNotNull();
    }

    @Property(tries = 2_000)
    void no_digits_are_too_strange(
            @ForAll @IntRange(max = 99) int a, @ForAll @IntRange(max = 99) int b, @ForAll @IntRange(max = 9999) int c) {
        for (var text : List.of("%02d.%02d.%04d", "%02d%02d%04d", "%d.%d.%d", "%d/%d/%d")) {
            assertThat(OldDate.read(text.formatted(a, b, c), Meaning.UNTIL, ENTERED))
                    .isNotNull();
        }
    }
}
