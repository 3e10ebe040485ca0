package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.WorkingDays;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Until when a case that waits is to be brought on, and from when on it has stalled, by the calendar on the wall. */
@RegisterTest
class WaitingTermTest {

    private static @Nullable UUID shared;

    private final DecisionSamples samples;
    private final LegalParameters law;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    WaitingTermTest(
            DecisionSamples samples,
            LegalParameters law,
            WorkingDays workingDays,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.samples = samples;
        this.law = law;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A case as it is shown on the day when its step began on another; what was written for it is rolled back. */
    private WaitingCase waiting(NextStep step, LocalDate began, LocalDate today) {
        if (shared == null) {
            shared = samples.open(official("inspektore")).caseId();
        }
        var id = shared;
        var noon = today.atTime(12, 0).atZone(RegisterClock.RIGA).toInstant();
        var clock = Clock.fixed(noon, RegisterClock.RIGA);
        var cases = new WaitingCases(jdbc, law, new WaitingStreams(law, workingDays, clock), clock);
        return as(
                official("auditore"),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    var number = jdbc.sql("""
                                    update return_case set next_step = :step, step_from = :began, step_due = null
                                     where id = :id
                                    returning number""")
                            .param("step", step.name())
                            .param("began", began)
                            .param("id", id)
                            .query(String.class)
                            .single();
                    return cases.numbered(number).getFirst();
                })));
    }

    /** It was known that the person had left on, the tenth working day after, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-02 | 2026-11-16 | two weeks without a day off
            2026-11-06 | 2026-11-23 | without Proclamation Day
            2026-11-16 | 2026-12-01 | the same, over the end of a month
            2026-12-14 | 2026-12-30 | without Christmas
            2026-12-21 | 2027-01-08 | without Christmas and the turn of the year
            2026-03-23 | 2026-04-08 | without Easter; clocks go forward
            2026-04-22 | 2026-05-08 | without 1 and 4 May
            2026-06-12 | 2026-06-30 | without the Monday moved and Midsummer, with the Saturday worked
            2026-01-09 | 2026-01-22 | with the Saturday worked for 2 January
            2026-10-17 | 2026-10-30 | from a Saturday; clocks go back
            2026-02-16 | 2026-03-02 | February has 28 days
            2028-02-15 | 2028-02-29 | a leap day
            """)
    void a_case_whose_person_left_undecided_is_concluded_by(LocalDate known, LocalDate until, String why) {
        assertThat(Objects.requireNonNull(
                                waiting(NextStep.CONCLUDE, known, known).term())
                        .until())
                .as(why)
                .isEqualTo(until);
    }

    /** A follow-up decision came into force on, the third working day after, and why that day. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24 | 2026-11-27 | Wednesday, Thursday, Friday
            2026-11-27 | 2026-12-02 | over a weekend and the end of a month
            2026-11-29 | 2026-12-02 | from a Sunday
            2026-11-17 | 2026-11-23 | without Proclamation Day
            2026-12-23 | 2026-12-30 | without Christmas
            2026-12-30 | 2027-01-06 | without the turn of the year
            2026-04-02 | 2026-04-09 | without Easter
            2026-04-30 | 2026-05-07 | without 1 and 4 May
            2026-06-19 | 2026-06-27 | without the Monday moved and Midsummer, with the Saturday worked
            2026-01-16 | 2026-01-20 | with the Saturday worked for 2 January
            2026-03-27 | 2026-04-01 | clocks go forward
            2028-02-28 | 2028-03-02 | over a leap day
            """)
    void a_follow_up_decision_is_served_by(LocalDate decided, LocalDate until, String why) {
        assertThat(Objects.requireNonNull(waiting(NextStep.SERVE_FOLLOW_UP, decided, decided)
                                .term())
                        .until())
                .as(why)
                .isEqualTo(until);
    }

    /** A step without a term began on, today, whether it has stalled, and why. */
    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-28 | 2026-11-28 | false | on its day
            2026-11-27 | 2026-11-28 | false | after a day
            2026-10-29 | 2026-11-28 | false | the thirtieth day
            2026-10-28 | 2026-11-28 | true  | the day after
            2025-11-28 | 2026-11-28 | true  | after a year
            2026-01-29 | 2026-02-28 | false | January has 31 days
            2026-01-28 | 2026-02-28 | true  | a month is no term of days
            2028-01-30 | 2028-02-29 | false | the thirtieth is a leap day
            2028-01-30 | 2028-03-01 | true  | the day after
            2026-12-02 | 2027-01-01 | false | over the end of a year, to a day off
            2026-12-01 | 2027-01-01 | true  | days off count
            2026-02-27 | 2026-03-29 | false | the thirtieth is short by an hour
            2026-09-24 | 2026-10-25 | true  | the thirty-first is longer by one
            """)
    void a_case_has_stalled(LocalDate began, LocalDate today, boolean isStalled, String why) {
        var waiting = waiting(NextStep.DECIDE, began, today);
        assertThat(waiting.term()).isNull();
        assertThat(waiting.stalled()).as(why).isEqualTo(isStalled);
    }
}
