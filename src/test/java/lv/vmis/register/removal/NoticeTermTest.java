package lv.vmis.register.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a foreigner is told of his removal at the latest (Reg. 454 p. 21 and 21¹): hours are hours, whatever the clocks do. */
@RegisterTest
class NoticeTermTest {

    private final Terms terms;

    NoticeTermTest(Terms terms) {
        this.terms = terms;
    }

    /** The removal begins, the last moment to tell him, and why that. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-27T10:00 | 2026-11-26T22:00 | the evening before
            2026-11-27T12:00 | 2026-11-27T00:00 | midnight
            2026-11-27T11:59 | 2026-11-26T23:59 | a minute before midnight
            2026-03-29T10:00 | 2026-03-28T21:00 | clocks go forward in between
            2026-03-29T15:00 | 2026-03-29T02:00 | clocks go forward an hour after
            2026-03-29T16:00 | 2026-03-29T04:00 | the first minute of summer time
            2026-10-25T10:00 | 2026-10-24T23:00 | clocks go back in between
            2026-10-25T18:00 | 2026-10-25T06:00 | clocks went back before
            2026-03-01T06:00 | 2026-02-28T18:00 | over the end of a short month
            2028-03-01T06:00 | 2028-02-29T18:00 | on a leap day
            2027-01-01T05:00 | 2026-12-31T17:00 | over the end of a year
            2026-12-25T08:00 | 2026-12-24T20:00 | hours of holidays count
            """)
    void twelve_hours_before(LocalDateTime start, LocalDateTime due, String why) {
        var begins = start.atZone(RegisterClock.RIGA).toInstant();
        var last = due.atZone(RegisterClock.RIGA).toInstant();
        assertThat(RemovalDeadlines.toTell(begins, last, terms)).as(why).hasValueSatisfying(term -> {
            assertThat(term.rule().code()).isEqualTo(RemovalDeadlines.NOTICE);
            assertThat(term.until()).isEqualTo(Point.of(last));
        });
        assertThat(RemovalDeadlines.toTell(begins, last.plusSeconds(1), terms)
                        .map(term -> term.rule().code()))
                .as("a second later the shorter term is left")
                .contains(RemovalDeadlines.NOTICE_SHORT);
    }

    /** The removal begins, the last moment to tell him where the twelve hours have passed, and why that. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-27T10:00 | 2026-11-27T09:00 | an hour before
            2026-11-27T00:30 | 2026-11-26T23:30 | over midnight
            2026-11-27T01:00 | 2026-11-27T00:00 | midnight
            2026-03-29T04:30 | 2026-03-29T02:30 | the hour that is left out lies in between
            2026-03-29T04:00 | 2026-03-29T02:00 | the first minute of summer time
            2026-03-29T05:30 | 2026-03-29T04:30 | clocks went forward before
            2026-10-25T03:30 | 2026-10-25T02:30 | clocks go back half an hour after
            2026-10-25T05:00 | 2026-10-25T04:00 | clocks went back before
            2026-03-01T00:15 | 2026-02-28T23:15 | over the end of a short month
            2028-03-01T00:15 | 2028-02-29T23:15 | on a leap day
            2027-01-01T00:00 | 2026-12-31T23:00 | over the end of a year
            2026-12-25T08:00 | 2026-12-25T07:00 | hours of holidays count
            """)
    void an_hour_before_where_it_is_urgent(LocalDateTime start, LocalDateTime due, String why) {
        var begins = start.atZone(RegisterClock.RIGA).toInstant();
        assertThat(RemovalDeadlines.toTell(begins, begins.minus(Duration.ofHours(6)), terms)
                        .map(Term::until))
                .as(why)
                .contains(Point.of(due.atZone(RegisterClock.RIGA).toInstant()));
    }
}
