package lv.vmis.register.detention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.support.PlainCalendar;
import org.junit.jupiter.api.Test;

/** Until when somebody may be held, beside a second reckoning in seconds; more tries: {@code ./register prove dates}. */
class DetentionDatesTest {

    private static final Bilingual LAW = new Bilingual("Imigrācijas likums, 54. pants", "Immigration Law, s. 54");
    private static final DetentionLaw IN_FORCE = new DetentionLaw(
            Duration.ofDays(10),
            Period.ofMonths(2),
            Period.ofMonths(6),
            Period.ofMonths(18),
            Duration.ofHours(48),
            Map.of("byGuard", LAW, "once", LAW, "total", LAW, "longest", LAW, "submission", LAW));

    private static final long HOUR = 3_600;

    @Test
    void detention_ends_when_a_second_reckoning_says() {
        var random = new Random(20261127);
        var first = LocalDate.of(2012, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var i = 0; i < PlainCalendar.tries(); i++) {
            var held = first.plusSeconds(random.nextInt(25 * 365 * 24) * HOUR + random.nextInt(3_600));
            var titles = new ArrayList<DetentionTitle>();
            titles.add(title(DetentionTitle.VRS, held.plusSeconds(240 * HOUR)));
            var ends = held.getEpochSecond() + 240 * HOUR;
            var isExceptional = random.nextInt(3) == 0;
            if (random.nextBoolean()) {
                ends += random.nextInt(19 * 31 * 24) * HOUR;
                titles.add(title(
                        isExceptional ? DetentionTitle.COURT_EXTENSION : DetentionTitle.COURT,
                        Instant.ofEpochSecond(ends)));
            }
            var earlier = new ArrayList<DetentionClock.Earlier>();
            var before = 0L;
            for (var n = random.nextInt(3); n > 0; n--) {
                var from = held.minusSeconds(n * 10_000_000L);
                var length = 1 + random.nextInt(5_000_000);
                before += length;
                earlier.add(new DetentionClock.Earlier(from, from.plusSeconds(length)));
            }
            var begun = held.minusSeconds(before);
            var isLong = isExceptional && titles.size() > 1;
            var limit = PlainCalendar.plusMonths(begun, isLong ? 18 : 6).getEpochSecond();
            var release = Math.min(ends, limit);

            var clock = DetentionClock.of(held, titles, earlier, IN_FORCE);

            assertThat(List.of(clock.totalEnds(), clock.longestEnds(), clock.releaseBy(), clock.submitBy()))
                    .as("held at %s after %d s, titles %s", held, before, titles)
                    .containsExactly(
                            PlainCalendar.plusMonths(begun, 6),
                            PlainCalendar.plusMonths(begun, 18),
                            Instant.ofEpochSecond(release),
                            Instant.ofEpochSecond(release - 48 * HOUR));
        }
    }

    private static DetentionTitle title(String kind, Instant until) {
        return new DetentionTitle(kind, until, null, null, null);
    }
}
