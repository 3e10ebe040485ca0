package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day and a time of day as typed: what the clocks jump over is no time, and is not moved silently. */
class ParseMomentTest {

    private static Outcome<Instant> read(String day, String time) {
        var in = new Parse(LocalDate.of(2026, 11, 28));
        var moment = in.moment("startsOn", day, "startsAt", time);
        return in.into(moment::get);
    }

    @Test
    void a_time_that_does_not_exist_is_refused_beside_it() {
        assertThat(read("28.03.2027", "3:30"))
                .isEqualTo(Outcome.refused(java.util.List.of(
                        Refusal.at("startsAt", EdgeRefusal.NO_SUCH_TIME, "03:30", "03:00", "04:00"))));
    }

    @ParameterizedTest
    @CsvSource({
        "28.03.2027, 2:59, 2027-03-28T00:59:00Z",
        "28.03.2027, 4:00, 2027-03-28T01:00:00Z",
        "27.03.2027, 3:30, 2027-03-27T01:30:00Z",
        "31.10.2027, 3:30, 2027-10-31T00:30:00Z"
    })
    void every_other_time_is_read_as_it_is(String day, String time, Instant moment) {
        assertThat(read(day, time)).isEqualTo(Outcome.done(moment));
    }
}
