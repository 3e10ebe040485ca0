package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the terms of the law come to, by hand. */
@RegisterTest
class TermsTest {

    private final Terms terms;
    private final LegalParameters parameters;
    private final MockMvcTester mvc;

    TermsTest(Terms terms, LegalParameters parameters, MockMvcTester mvc) {
        this.terms = terms;
        this.parameters = parameters;
        this.mvc = mvc;
    }

    // Holidays: 18.11., 24.–26.12., 31.12., 1.1., Good Friday, Easter Monday, 1.5., 4.5., 23.–24.6.; 22.6.2026 is moved
    // to 27.6.
    @ParameterizedTest
    @CsvSource({
        "removal.pmlp.to_vrs, 2026-11-26, 2026-11-27",
        "removal.pmlp.to_vrs, 2026-11-27, 2026-11-30",
        "removal.pmlp.to_vrs, 2026-11-17, 2026-11-19",
        "removal.pmlp.to_vrs, 2026-12-23, 2026-12-28",
        "removal.pmlp.to_vrs, 2026-12-30, 2027-01-04",
        "removal.pmlp.to_vrs, 2026-04-02, 2026-04-07",
        "removal.vrs.to_pmlp, 2026-11-26, 2026-12-01",
        "removal.vrs.to_pmlp, 2026-12-22, 2026-12-29",
        "removal.vrs.to_pmlp, 2026-04-30, 2026-05-07",
        "removal.vrs.to_pmlp, 2026-06-19, 2026-06-27",
        "removal.vrs.to_pmlp, 2026-11-28, 2026-12-02",
        "departure.term.max, 2026-01-30, 2026-03-01",
        "departure.term.min, 2026-12-28, 2027-01-04",
        "safeguard.valid, 2028-01-30, 2028-02-29",
        "detention.court.once, 2026-12-31, 2027-02-28",
        "detention.court.once, 2027-12-31, 2028-02-29",
        "detention.court.total, 2026-08-31, 2027-02-28",
        "detention.max, 2026-02-28, 2027-08-28",
        "ban.review.every, 2028-02-29, 2031-02-28",
        "ban.review.every, 2026-11-27, 2029-11-27",
        "ban.review.every, 2025-03-01, 2028-03-01"
    })
    void a_term_of_days_ends(String code, LocalDate from, LocalDate until) {
        assertThat(terms.after(code, from)).map(Term::until).contains(Point.of(until));
    }

    // The last day of the first row is a Saturday, of the others a holiday or a working day.
    @ParameterizedTest
    @CsvSource({
        "departure.contest, 2026-11-21, 2026-11-30, 2026-11-28",
        "departure.contest, 2026-11-11, 2026-11-19, 2026-11-18",
        "departure.contest, 2026-12-17, 2026-12-28, 2026-12-24",
        "departure.contest, 2026-11-20, 2026-11-27,",
        "court.appeal, 2026-11-24, 2026-12-28, 2026-12-24",
        "court.appeal, 2026-10-27, 2026-11-26,"
    })
    void a_procedural_term_does_not_end_on_a_day_off(String code, LocalDate from, LocalDate until, LocalDate dayOff) {
        var term = terms.procedural(code, from).orElseThrow();
        assertThat(term.until()).isEqualTo(Point.of(until));
        assertThat(term.dayOff()).isEqualTo(dayOff);
    }

    // Clocks go forward on 29.3.2026 at 3:00 and back on 25.10.2026 at 4:00.
    @ParameterizedTest
    @CsvSource({
        "removal.notice, 2026-11-27T10:00, 2026-11-26T22:00",
        "removal.notice, 2026-03-29T10:00, 2026-03-28T21:00",
        "removal.notice, 2026-10-25T10:00, 2026-10-24T23:00",
        "removal.notice.short, 2026-11-27T00:30, 2026-11-26T23:30",
        "removal.notice.short, 2026-03-29T04:30, 2026-03-29T02:30",
        "detention.court.submission, 2026-11-27T10:00, 2026-11-25T10:00",
        "detention.court.submission, 2026-03-30T10:00, 2026-03-28T09:00",
        "detention.court.submission, 2026-10-26T10:00, 2026-10-24T11:00",
        "detention.court.submission, 2026-01-01T00:00, 2025-12-30T00:00",
        "detention.court.submission, 2028-03-01T12:00, 2028-02-28T12:00"
    })
    void what_is_due_before_a_moment_is_due_at(String code, LocalDateTime end, LocalDateTime due) {
        assertThat(terms.before(code, end.atZone(RegisterClock.RIGA).toInstant()))
                .map(Term::until)
                .contains(Point.of(due.atZone(RegisterClock.RIGA).toInstant()));
    }

    @ParameterizedTest
    @CsvSource({
        "detention.vrs.max, 2026-11-27T10:00, 2026-12-07T10:00",
        "detention.vrs.max, 2026-03-25T10:00, 2026-04-04T11:00",
        "detention.vrs.max, 2026-10-20T10:00, 2026-10-30T09:00",
        "detention.court.once, 2026-03-01T10:00, 2026-05-01T10:00",
        "detention.court.once, 2026-12-31T23:30, 2027-02-28T23:30",
        "detention.max, 2026-08-31T00:10, 2028-02-29T00:10"
    })
    void a_term_that_begins_at_a_moment_ends_at(String code, LocalDateTime from, LocalDateTime until) {
        var begins = Point.of(from.atZone(RegisterClock.RIGA).toInstant());
        assertThat(terms.counted(parameters.get(code, begins.day()), begins).until())
                .isEqualTo(Point.of(until.atZone(RegisterClock.RIGA).toInstant()));
    }

    /** Begins on, the last of thirty days, and why that day: it is no procedural term, and does not move. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-01 | 2026-07-01 | June has 30 days
            2026-03-01 | 2026-03-31 | March has 31
            2026-11-27 | 2026-12-27 | a Sunday
            2026-11-24 | 2026-12-24 | Christmas Eve
            2026-12-02 | 2027-01-01 | New Year
            2026-12-31 | 2027-01-30 | from a day off
            2026-01-30 | 2026-03-01 | February has 28 days
            2026-02-28 | 2026-03-30 | from the end of it
            2028-01-30 | 2028-02-29 | to a leap day
            2028-01-31 | 2028-03-01 | over it
            2028-02-29 | 2028-03-30 | from it
            2026-09-25 | 2026-10-25 | the day on which clocks go back
            """)
    void a_prison_informs_within_thirty_days(LocalDate placed, LocalDate last, String why) {
        for (var code : new String[] {"removal.prison.notice", "safeguard.valid", "whereabouts.review"}) {
            assertThat(terms.after(code, placed).map(Term::until))
                    .as("%s, %s", code, why)
                    .contains(Point.of(last));
        }
    }

    /** A notice came on, the working day after, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-16 | 2026-11-17 | the next day
            2026-11-17 | 2026-11-19 | without Proclamation Day
            2026-11-18 | 2026-11-19 | from it
            2026-11-20 | 2026-11-23 | over a weekend
            2026-11-21 | 2026-11-23 | from a Saturday
            2026-12-23 | 2026-12-28 | without Christmas
            2026-12-30 | 2027-01-04 | without the turn of the year
            2026-04-02 | 2026-04-07 | without Easter
            2026-04-30 | 2026-05-05 | without 1 and 4 May
            2026-06-19 | 2026-06-25 | without the Monday moved and Midsummer
            2026-06-26 | 2026-06-27 | the Saturday worked for it
            2026-01-16 | 2026-01-17 | the Saturday worked for 2 January
            2028-02-28 | 2028-02-29 | a leap day
            """)
    void a_notice_is_entered_within_a_working_day(LocalDate received, LocalDate last, String why) {
        for (var kind : new String[] {"decision", "cancellation", "correction"}) {
            assertThat(terms.after("register.entry." + kind, received).map(Term::until))
                    .as("%s, %s", kind, why)
                    .contains(Point.of(last));
        }
    }

    /** The judge has the papers from, decides until 48 hours later, and why then. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-25T10:00 | 2026-11-27T10:00 | two days of 24 hours
            2026-11-27T10:00 | 2026-11-29T10:00 | weekends count
            2026-12-24T09:00 | 2026-12-26T09:00 | holidays count
            2026-12-31T23:30 | 2027-01-02T23:30 | over the end of a year
            2026-11-30T00:00 | 2026-12-02T00:00 | from midnight, over the end of a month
            2026-02-27T12:00 | 2026-03-01T12:00 | February has 28 days
            2028-02-28T12:00 | 2028-03-01T12:00 | and here 29
            2026-03-28T10:00 | 2026-03-30T11:00 | clocks go forward in between
            2026-03-27T02:30 | 2026-03-29T02:30 | half an hour before they do
            2026-03-27T03:30 | 2026-03-29T04:30 | in the hour that is left out
            2026-10-24T10:00 | 2026-10-26T09:00 | clocks go back in between
            2026-10-23T03:30 | 2026-10-25T03:30 | the first of the two hours of that name
            """)
    void a_judge_decides_within_48_hours(LocalDateTime submitted, LocalDateTime until, String why) {
        var from = Point.of(submitted.atZone(RegisterClock.RIGA).toInstant());
        assertThat(terms.counted(parameters.get("detention.court.decision", from.day()), from)
                        .until())
                .as(why)
                .isEqualTo(Point.of(until.atZone(RegisterClock.RIGA).toInstant()));
    }

    @ParameterizedTest
    @CsvSource({
        "rule=removal.vrs.to_pmlp&from=26.11.2026., 01.12.2026.",
        "rule=removal.vrs.to_pmlp&from=26.11.2026.&length=1, 27.11.2026.",
        "rule=removal.vrs.to_pmlp&from=01.12.2026.&direction=BEFORE, 26.11.2026.",
        "rule=removal.notice&from=27.11.2026.&time=10:00&direction=BEFORE, 26.11.2026. 22:00",
        "rule=departure.contest&from=2026-11-21, nākamajā darbdienā: 30.11.2026.",
        "rule=detention.age.min&from=01.01.1950., Šāda noteikuma tajā dienā nebija",
        "rule=removal.allowance&from=26.11.2026., Šāda noteikuma tajā dienā nebija",
        "rule=removal.notice&from=32.11.2026., 32.11.2026."
    })
    void another_day_or_length_can_be_tried(String asked, String answer) {
        assertThat(mvc.get()
                        .uri("/reference/terms?" + asked)
                        .with(user(Someone.of(Role.INSPECTOR).account().toString()))
                        .exchange())
                .bodyText()
                .contains(answer);
    }
}
