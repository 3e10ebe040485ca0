package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import lv.vmis.register.support.PlainCalendar;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;

/** Terms to contest, to appeal and to tell of a removal beside a second reckoning; more tries: {@code ./register prove dates}. */
@RegisterTest
class TermDatesTest {

    private static final int HOUR = 3_600;

    private final Terms terms;

    TermDatesTest(Terms terms) {
        this.terms = terms;
    }

    @Test
    void a_term_to_contest_or_appeal_ends_when_a_second_reckoning_says() {
        var random = new Random(20261127);
        var rules = new String[] {"departure.contest", "removal.contest", "ban.contest", "court.appeal"};
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            // Of past days: what other tests make of the law holds from tomorrow on.
            var served = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(14 * 365));
            var rule = rules[random.nextInt(rules.length)];
            var last = PlainCalendar.day(served) + (rule.endsWith(".contest") && !rule.startsWith("ban") ? 7 : 30);
            var expected = last;
            while (!WorkingDayDatesTest.isWorked(expected)) {
                expected++;
            }
            var term = terms.procedural(rule, served).orElseThrow();
            assertThat(term.until().day().toEpochDay())
                    .as("%s from %s", rule, served)
                    .isEqualTo(expected);
            assertThat(term.dayOff() == null).as("%s from %s", rule, served).isEqualTo(expected == last);
        }
    }

    /** Half of the removals begin on days about the changes of clocks. */
    @Test
    void a_notice_is_due_when_a_second_reckoning_says() {
        var random = new Random(20261127);
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            var year = 2012 + random.nextInt(14);
            var day = random.nextBoolean()
                    ? PlainCalendar.lastSundayOf(year, random.nextBoolean() ? 3 : 10) + random.nextInt(3) - 1
                    : PlainCalendar.day(year, 1, 1) + random.nextInt(365);
            var start = java.time.Instant.ofEpochSecond(day * 24L * HOUR + random.nextInt(24 * HOUR));
            var isShort = random.nextBoolean();
            var due = start.getEpochSecond() - (isShort ? 1L : 12L) * HOUR;
            var until = terms.before(isShort ? "removal.notice.short" : "removal.notice", start)
                    .orElseThrow()
                    .until();
            assertThat(until.end().getEpochSecond()).as("before %s", start).isEqualTo(due);
            assertThat(until.day().toEpochDay())
                    .as("day in Riga before %s", start)
                    .isEqualTo(PlainCalendar.dayInRiga(due));
        }
    }
}
