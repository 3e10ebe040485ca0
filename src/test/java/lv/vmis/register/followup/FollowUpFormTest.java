package lv.vmis.register.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new last day to leave may be written as so many days more than the present one. */
@RegisterTest
class FollowUpFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final Countries countries;

    FollowUpFormTest(Countries countries) {
        this.countries = countries;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +14          | 26.12.2026 | 2027-01-09
            + 1          | 31.12.2026 | 2027-01-01
            15.01.2027.  | 26.12.2026 | 2027-01-15
            +14          |            | 2026-12-10
            """)
    void days_are_counted_from_the_present_last_day(String typed, @Nullable String present, LocalDate expected) {
        var form = new FollowUpForm(
                new UUID(0, 1),
                0,
                FollowUpForm.DECISION,
                "EXTEND",
                "IL2002-43-3",
                "26.11.2026.",
                typed,
                null,
                null,
                "Slims");
        var from = present == null
                ? null
                : LocalDate.parse(present, java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy"));

        assertThat(form.parse(new UUID(0, 2), from, countries, TODAY))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((PrepareFollowUp.Input) done.value()).leaveBy())
                                .isEqualTo(expected));
    }
}
