package lv.vmis.register.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import lv.vmis.register.decision.LeaveTerm;
import lv.vmis.register.support.PlainCalendar;
import org.junit.jupiter.api.Test;

/** What a suspension makes of the term to leave, beside a second reckoning; more tries: {@code ./register prove dates}. */
class RemedyDatesTest {

    @Test
    void every_day_of_a_suspension_within_the_term_is_given_back() {
        var random = new Random(20261127);
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            var leaveBy = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(20 * 365));
            var filed = leaveBy.plusDays(random.nextInt(50) - 40);
            var result = filed.plusDays(random.nextInt(400));
            var expected = PlainCalendar.day(leaveBy);
            if (!filed.isAfter(leaveBy)) {
                expected += PlainCalendar.day(result) - PlainCalendar.day(filed);
            }
            assertThat(LeaveTerm.goesOn(leaveBy, filed, result, List.of()).toEpochDay())
                    .as("until %s, filed %s, result %s", leaveBy, filed, result)
                    .isEqualTo(expected);
        }
    }
}
