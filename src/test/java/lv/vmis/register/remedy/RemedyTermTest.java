package lv.vmis.register.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a decision is contested, appealed against and followed, by the calendar on the wall. */
@RegisterTest
class RemedyTermTest {

    private final RemedyTerm term;
    private final LegalParameters law;

    RemedyTermTest(RemedyTerm term, LegalParameters law) {
        this.term = term;
        this.law = law;
    }

    /** Served on, the last of seven days, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20 | 2026-11-27 | from Friday to Friday
            2026-11-21 | 2026-11-30 | the seventh day is a Saturday
            2026-11-22 | 2026-11-30 | a Sunday
            2026-11-11 | 2026-11-19 | Proclamation Day
            2026-12-17 | 2026-12-28 | Christmas Eve, Christmas and a Sunday
            2026-12-24 | 2027-01-04 | New Year's Eve, New Year and a weekend
            2026-03-27 | 2026-04-07 | Good Friday to Easter Monday
            2026-06-15 | 2026-06-25 | a Monday that was moved, and Midsummer
            2026-06-20 | 2026-06-27 | the Saturday that is worked for it
            2026-01-10 | 2026-01-17 | the Saturday worked for 2 January
            2028-02-22 | 2028-02-29 | a leap day
            2026-02-23 | 2026-03-02 | over the end of a short month
            2026-03-22 | 2026-03-30 | the Sunday on which clocks go forward
            2026-10-18 | 2026-10-26 | the Sunday on which they go back
            """)
    void a_return_decision_is_contested_within_seven_days(LocalDate served, LocalDate last, String why) {
        for (var kind : new DecisionKind[] {DecisionKind.DEPARTURE_ORDER, DecisionKind.REMOVAL}) {
            assertThat(term.toContest(kind, served, law).map(Term::until))
                    .as("%s, %s", kind, why)
                    .contains(Point.of(last));
        }
        assertThat(term.toContest(DecisionKind.COURT_EXPULSION, served, law)).isEmpty();
    }

    /** Served on, the last of thirty days, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-27 | 2026-11-26 | October has 31 days
            2026-10-29 | 2026-11-30 | a Saturday
            2026-10-30 | 2026-11-30 | a Sunday
            2026-10-19 | 2026-11-19 | Proclamation Day
            2026-11-24 | 2026-12-28 | Christmas Eve, Christmas and a Sunday
            2026-12-01 | 2027-01-04 | New Year's Eve, New Year and a weekend
            2026-03-04 | 2026-04-07 | Good Friday to Easter Monday
            2026-04-01 | 2026-05-05 | 1 May, a weekend and 4 May
            2026-05-23 | 2026-06-25 | a Monday that was moved, and Midsummer
            2026-05-28 | 2026-06-27 | the Saturday that is worked for it
            2025-12-18 | 2026-01-17 | the Saturday worked for 2 January
            2026-01-30 | 2026-03-02 | February has 28 days, and 1 March is a Sunday
            2028-01-30 | 2028-02-29 | a leap day
            """)
    void a_ban_is_contested_within_thirty_days(LocalDate served, LocalDate last, String why) {
        assertThat(term.toContest(DecisionKind.ENTRY_BAN, served, law).map(Term::until))
                .as(why)
                .contains(Point.of(last));
    }

    /** The higher authority decided on, the last of thirty days, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-26 | 2026-11-25 | October has 31 days
            2026-11-25 | 2026-12-28 | Christmas, Saturday and Sunday
            2026-11-26 | 2026-12-28 | the second day of Christmas
            2026-12-02 | 2027-01-04 | New Year and a weekend
            2026-02-24 | 2026-03-26 | February has 28 days
            2026-02-27 | 2026-03-30 | the Sunday on which clocks go forward
            2026-09-25 | 2026-10-26 | the Sunday on which they go back
            2026-04-04 | 2026-05-05 | 4 May
            2026-05-24 | 2026-06-25 | Midsummer
            2026-05-28 | 2026-06-27 | a Saturday that is worked
            2028-01-30 | 2028-02-29 | a leap day
            2027-01-29 | 2027-03-01 | the last of February, a Sunday
            """)
    void it_is_brought_to_court_within_thirty_days(LocalDate decided, LocalDate last, String why) {
        assertThat(term.toCourt(decided, law).map(Term::until)).as(why).contains(Point.of(last));
    }

    /** Amended on a complaint on, the third working day after, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23 | 2026-11-26 | Tuesday, Wednesday, Thursday
            2026-11-26 | 2026-12-01 | over a weekend and the end of a month
            2026-11-28 | 2026-12-02 | from a Saturday
            2026-11-16 | 2026-11-20 | without Proclamation Day
            2026-12-22 | 2026-12-29 | without Christmas
            2026-12-29 | 2027-01-05 | without the turn of the year
            2025-12-31 | 2026-01-07 | without 2 January, which was moved
            2026-04-01 | 2026-04-08 | without Easter
            2026-04-29 | 2026-05-06 | without 1 and 4 May
            2026-06-18 | 2026-06-26 | without the Monday moved and Midsummer
            2026-06-25 | 2026-06-29 | with the Saturday worked for it
            2026-01-15 | 2026-01-19 | with the Saturday worked for 2 January
            2028-02-25 | 2028-03-01 | over a leap day
            """)
    void what_a_complaint_amended_is_entered_within_three_working_days(LocalDate result, LocalDate last, String why) {
        assertThat(term.toFollow(result).map(Term::until)).as(why).contains(Point.of(last));
    }
}
