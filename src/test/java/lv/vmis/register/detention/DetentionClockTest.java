package lv.vmis.register.detention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.RegisterClock;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when somebody may be held: worked examples of each rule, and thousands of invented detentions beside a reckoning day by day. */
class DetentionClockTest {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private static final Bilingual LAW = new Bilingual("likums", "law");

    /** As it was in 2026. */
    private static final DetentionLaw IN_FORCE = new DetentionLaw(
            Duration.ofDays(10),
            Period.ofMonths(2),
            Period.ofMonths(6),
            Period.ofMonths(18),
            Duration.ofHours(48),
            Map.of("byGuard", LAW, "once", LAW, "total", LAW, "longest", LAW, "submission", LAW));

    /** Ten days are days of 24 hours: when clocks change, the hour of the day does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01.06.2026 09:40 | 11.06.2026 09:40 | 09.06.2026 09:40
            01.06.2026 00:00 | 11.06.2026 00:00 | 09.06.2026 00:00
            25.02.2026 23:59 | 07.03.2026 23:59 | 05.03.2026 23:59
            25.02.2028 23:59 | 06.03.2028 23:59 | 04.03.2028 23:59
            28.12.2026 08:00 | 07.01.2027 08:00 | 05.01.2027 08:00
            20.10.2026 12:00 | 30.10.2026 11:00 | 28.10.2026 11:00
            15.10.2026 12:00 | 25.10.2026 11:00 | 23.10.2026 12:00
            15.10.2026 02:00 | 25.10.2026 02:00 | 23.10.2026 02:00
            25.03.2026 12:00 | 04.04.2026 13:00 | 02.04.2026 13:00
            19.03.2026 12:00 | 29.03.2026 13:00 | 27.03.2026 12:00
            19.03.2026 01:30 | 29.03.2026 01:30 | 27.03.2026 01:30
            """)
    void the_border_guard_may_hold_ten_days_of_24_hours(String detained, String releaseBy, String submitBy) {
        var clock = clock(detained, List.of(), List.of());
        assertThat(shown(clock.releaseBy())).isEqualTo(releaseBy);
        assertThat(shown(clock.submitBy())).isEqualTo(submitBy);
    }

    /** What a judge ordered holds until the total of six months is over; the end of a month is the last day there is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01.06.2026 09:40 | 11.08.2026 09:40 | 11.08.2026 09:40
            01.06.2026 09:40 | 01.12.2026 09:40 | 01.12.2026 09:40
            01.06.2026 09:40 | 02.12.2026 09:40 | 01.12.2026 09:40
            01.06.2026 09:40 | 01.12.2026 09:41 | 01.12.2026 09:40
            31.08.2026 10:00 | 28.02.2027 10:00 | 28.02.2027 10:00
            31.08.2026 10:00 | 28.02.2027 10:01 | 28.02.2027 10:00
            31.08.2027 10:00 | 01.03.2028 10:00 | 29.02.2028 10:00
            30.09.2026 10:00 | 31.03.2027 10:00 | 30.03.2027 10:00
            15.05.2026 12:00 | 15.11.2026 12:00 | 15.11.2026 12:00
            28.09.2026 03:30 | 28.03.2027 05:00 | 28.03.2027 04:30
            """)
    void judges_may_hold_six_months_in_all(String detained, String until, String releaseBy) {
        var clock = clock(detained, List.of(title(DetentionTitle.COURT, until)), List.of());
        assertThat(shown(clock.releaseBy())).isEqualTo(releaseBy);
    }

    /** Earlier detentions of the procedure count, as if there had been no break (CJEU C-357/09 Kadzoev). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01.06.2026 00:00 | 01.01.2026 00:00–31.01.2026 00:00 | 02.11.2026 00:00
            01.06.2026 00:00 | 01.01.2026 00:00–01.03.2026 00:00 | 03.10.2026 00:00
            01.06.2026 00:00 | 01.01.2026 00:00–02.01.2026 00:00 | 30.11.2026 00:00
            01.06.2026 00:00 | 01.01.2026 00:00–01.01.2026 12:00 | 30.11.2026 12:00
            01.06.2026 00:00 | 01.01.2026 00:00–11.01.2026 00:00;01.02.2026 00:00–11.02.2026 00:00 | 12.11.2026 00:00
            01.06.2026 00:00 | 01.11.2025 00:00–01.05.2026 00:00 | 02.06.2026 00:00
            01.06.2026 00:00 | 01.10.2025 00:00–01.05.2026 00:00 | 30.04.2026 23:00
            01.06.2026 00:00 | 20.03.2026 00:00–30.03.2026 00:00 | 22.11.2026 01:00
            15.07.2026 10:00 | 01.06.2026 10:00–01.07.2026 10:00 | 15.12.2026 10:00
            15.07.2026 10:00 | 01.06.2026 10:00–01.06.2026 11:00 | 15.01.2027 09:00
            """)
    void earlier_detentions_of_the_procedure_count(String detained, String earlier, String releaseBy) {
        var clock = clock(detained, List.of(title(DetentionTitle.COURT, "01.06.2027 00:00")), earlier(earlier));
        assertThat(shown(clock.releaseBy())).isEqualTo(releaseBy);
    }

    /** Exceptionally eighteen months in all; then nobody may hold him, and there is nothing to submit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01.06.2026 09:40 | 01.03.2027 09:40 |                                     | 01.03.2027 09:40 | false
            01.06.2026 09:40 | 01.12.2027 09:40 |                                     | 01.12.2027 09:40 | true
            01.06.2026 09:40 | 02.12.2027 09:40 |                                     | 01.12.2027 09:40 | true
            01.06.2026 09:40 | 30.11.2027 09:40 |                                     | 30.11.2027 09:40 | false
            31.08.2026 09:40 | 28.02.2028 09:40 |                                     | 28.02.2028 09:40 | false
            31.08.2026 09:40 | 29.02.2028 09:40 |                                     | 29.02.2028 09:40 | true
            31.08.2026 09:40 | 01.03.2028 09:40 |                                     | 29.02.2028 09:40 | true
            01.06.2026 00:00 | 01.12.2027 00:00 | 01.01.2026 00:00–31.01.2026 00:00   | 02.11.2027 00:00 | true
            01.06.2026 00:00 | 01.10.2027 00:00 | 01.01.2026 00:00–31.01.2026 00:00   | 01.10.2027 00:00 | false
            01.06.2026 00:00 | 01.12.2027 00:00 | 01.01.2026 00:00–02.01.2026 00:00   | 30.11.2027 00:00 | true
            """)
    void exceptionally_eighteen_months(
            String detained, String until, @Nullable String earlier, String releaseBy, boolean isLast) {
        var clock = clock(
                detained,
                List.of(title(DetentionTitle.COURT_EXTENSION, until)),
                earlier == null ? List.of() : earlier(earlier));
        assertThat(shown(clock.releaseBy())).isEqualTo(releaseBy);
        assertThat(clock.isLast()).isEqualTo(isLast);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            07.06.2026 09:39 | NONE
            08.06.2026 09:39 | NONE
            08.06.2026 09:40 | WITHIN_72_HOURS
            09.06.2026 09:39 | WITHIN_72_HOURS
            09.06.2026 09:40 | WITHIN_48_HOURS
            10.06.2026 09:39 | WITHIN_48_HOURS
            10.06.2026 09:40 | WITHIN_24_HOURS
            11.06.2026 09:39 | WITHIN_24_HOURS
            11.06.2026 09:40 | OVERDUE
            12.06.2026 00:00 | OVERDUE
            """)
    void the_alarm_grows_as_the_end_comes_near(String now, Alarm alarm) {
        assertThat(clock("01.06.2026 09:40", List.of(), List.of()).alarm(moment(now)))
                .isEqualTo(alarm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            09.06.2026 09:40 | false
            09.06.2026 09:41 | true
            """)
    void papers_that_are_not_with_the_judge_in_time_are_late(String now, boolean isLate) {
        assertThat(clock("01.06.2026 09:40", List.of(), List.of()).isLate(moment(now)))
                .isEqualTo(isLate);
    }

    /** Hour by hour through each invented detention: no end comes without an alarm 72, 48 and 24 hours before it. */
    @Property(tries = 10_000)
    void nobody_is_held_too_long_without_alarms(@ForAll("timelines") Timeline line) {
        var clock = DetentionClock.of(line.detained(), line.titles(), line.earlier(), IN_FORCE);
        var end = reckoned(line);
        assertThat(clock.releaseBy()).isEqualTo(end);
        for (var now = end.minus(Duration.ofHours(80));
                now.isBefore(end.plus(Duration.ofHours(3)));
                now = now.plus(Duration.ofHours(1))) {
            long left = Duration.between(now, end).toHours();
            var due = left <= 0
                    ? Alarm.OVERDUE
                    : left <= 24
                            ? Alarm.WITHIN_24_HOURS
                            : left <= 48 ? Alarm.WITHIN_48_HOURS : left <= 72 ? Alarm.WITHIN_72_HOURS : Alarm.NONE;
            assertThat(clock.alarm(now))
                    .as("%s before the end", Duration.between(now, end))
                    .isEqualTo(due);
        }
    }

    /**
     * Reckoned another way: the days he may be held are counted off one by one in the calendar, from the day on which a detention
     * without breaks would have begun, until the months are full; what he was held before is taken off hour by hour.
     */
    private static Instant reckoned(Timeline line) {
        var isExtended = line.titles().stream().anyMatch(title -> title.kind().equals(DetentionTitle.COURT_EXTENSION));
        var began = line.detained();
        for (var times : line.earlier()) {
            for (var hour = times.from(); hour.isBefore(times.to()); hour = hour.plusSeconds(3_600)) {
                began = began.minusSeconds(3_600);
            }
        }
        var shown = began.atZone(RegisterClock.RIGA);
        var day = shown.toLocalDate();
        for (var months = isExtended ? 18 : 6; months > 0; ) {
            day = day.plusDays(1);
            months -= day.getDayOfMonth() == 1 ? 1 : 0;
        }
        // The month begins that has the last day: on to the same number, or to the last there is.
        while (day.getDayOfMonth() < shown.getDayOfMonth() && day.plusDays(1).getDayOfMonth() != 1) {
            day = day.plusDays(1);
        }
        // On that day, the moment at which a clock shows the time; of an hour that is left out, the next.
        var clock = day.atTime(shown.toLocalTime());
        var end = clock.toInstant(shown.getOffset());
        if (!LocalDateTime.ofInstant(end, RegisterClock.RIGA).equals(clock)) {
            var offset = RegisterClock.RIGA.getRules().getOffset(end);
            end = clock.toInstant(offset);
            end = LocalDateTime.ofInstant(end, RegisterClock.RIGA).equals(clock)
                    ? end
                    : clock.toInstant(java.time.ZoneOffset.ofHours(2));
        }
        for (var title : line.titles()) {
            if (title.untilAt().equals(latest(line)) && title.untilAt().isBefore(end)) {
                end = title.untilAt();
            }
        }
        return end;
    }

    private static Instant latest(Timeline line) {
        var latest = line.titles().getFirst().untilAt();
        for (var title : line.titles()) {
            latest = title.untilAt().isAfter(latest) ? title.untilAt() : latest;
        }
        return latest;
    }

    record Timeline(Instant detained, List<DetentionTitle> titles, List<DetentionClock.Earlier> earlier) {}

    @Provide
    Arbitrary<Timeline> timelines() {
        var start = Arbitraries.longs()
                .between(
                        moment("01.01.2024 00:00").getEpochSecond() / 60,
                        moment("31.12.2030 00:00").getEpochSecond() / 60);
        var rulings = Arbitraries.integers().between(1, 61 * 24).list().ofMaxSize(9);
        var episodes = Arbitraries.integers().between(1, 40 * 24).list().ofMaxSize(3);
        return Combinators.combine(start, rulings, episodes, Arbitraries.of(true, false))
                .as((minute, hours, before, extended) -> {
                    var detained = Instant.ofEpochSecond(minute * 60);
                    var titles = new ArrayList<DetentionTitle>();
                    var until = detained.plus(IN_FORCE.byGuard());
                    titles.add(new DetentionTitle(DetentionTitle.VRS, until, null, null, null));
                    for (int hour : hours) {
                        until = until.plus(Duration.ofHours(hour));
                        titles.add(new DetentionTitle(
                                extended && hours.getLast() == hour
                                        ? DetentionTitle.COURT_EXTENSION
                                        : DetentionTitle.COURT,
                                until,
                                "Rīgas pilsētas tiesa",
                                "1",
                                null));
                    }
                    var earlier = new ArrayList<DetentionClock.Earlier>();
                    var from = detained.minus(Duration.ofDays(400));
                    for (int hour : before) {
                        earlier.add(new DetentionClock.Earlier(from, from.plus(Duration.ofHours(hour))));
                        from = from.plus(Duration.ofDays(100));
                    }
                    return new Timeline(detained, titles, earlier);
                });
    }

    private static DetentionClock clock(
            String detained, List<DetentionTitle> rulings, List<DetentionClock.Earlier> earlier) {
        var held = moment(detained);
        var titles = new ArrayList<DetentionTitle>();
        titles.add(new DetentionTitle(DetentionTitle.VRS, held.plus(IN_FORCE.byGuard()), null, null, null));
        titles.addAll(rulings);
        return DetentionClock.of(held, titles, earlier, IN_FORCE);
    }

    private static DetentionTitle title(String kind, String until) {
        return new DetentionTitle(kind, moment(until), "Rīgas pilsētas tiesa", "1", null);
    }

    private static List<DetentionClock.Earlier> earlier(String written) {
        return Stream.of(written.split(";"))
                .map(times -> times.strip().split("–"))
                .map(ends -> new DetentionClock.Earlier(moment(ends[0]), moment(ends[1])))
                .toList();
    }

    private static Instant moment(String written) {
        return LocalDateTime.parse(written.strip(), MOMENT)
                .atZone(RegisterClock.RIGA)
                .toInstant();
    }

    private static String shown(Instant moment) {
        return MOMENT.format(moment.atZone(RegisterClock.RIGA));
    }
}
