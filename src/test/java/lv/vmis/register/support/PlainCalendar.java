package lv.vmis.register.support;

import java.time.Instant;
import java.time.LocalDate;

/** Days and hours reckoned by hand, in whole numbers, so that what the register reckons can be compared. */
public final class PlainCalendar {

    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int WINTER = 2 * HOUR;
    private static final int SUMMER = 3 * HOUR;

    /** With how many days each year from 1970 on begins. */
    private static final long[] YEARS = new long[200];

    static {
        for (var i = 1; i < YEARS.length; i++) {
            YEARS[i] = YEARS[i - 1] + (isLeap(1969 + i) ? 366 : 365);
        }
    }

    private PlainCalendar() {}

    /** How many proofs are tried: few with every build, a million by {@code ./register prove dates}. */
    public static int tries() {
        return Integer.getInteger("proof.dates", 100_000);
    }

    /** The number of the day, counted from 1 January 1970. */
    public static long day(int year, int month, int dayOfMonth) {
        var days = YEARS[year - 1970];
        for (var m = 1; m < month; m++) {
            days += length(year, m);
        }
        return days + dayOfMonth - 1;
    }

    public static long day(LocalDate date) {
        return day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Monday is 0: the first day counted was a Thursday. */
    public static int weekday(long day) {
        return (int) ((day + 3) % 7);
    }

    /** The same day of the month so many months later, or the last that month has. */
    public static long plusMonths(long day, int months) {
        var year = 1970;
        var left = day;
        while (left >= (isLeap(year) ? 366 : 365)) {
            left -= isLeap(year) ? 366 : 365;
            year++;
        }
        var month = 1;
        while (left >= length(year, month)) {
            left -= length(year, month);
            month++;
        }
        for (var i = 0; i < months; i++) {
            month++;
            if (month > 12) {
                month = 1;
                year++;
            }
        }
        return day(year, month, (int) Math.min(left + 1, length(year, month)));
    }

    /** The moment at which clocks in Riga show the same so many months later. An hour that is left out is the next one. */
    public static Instant plusMonths(Instant moment, int months) {
        var offset = offset(moment.getEpochSecond());
        var shown = moment.getEpochSecond() + offset;
        var later = plusMonths(Math.floorDiv(shown, DAY), months) * DAY + Math.floorMod(shown, DAY);
        // Of an hour that comes twice, the one whose clock was the clock at the beginning.
        if (offset(later - offset) == offset) {
            return Instant.ofEpochSecond(later - offset);
        }
        var other = offset == WINTER ? SUMMER : WINTER;
        return Instant.ofEpochSecond(offset(later - other) == other ? later - other : later - WINTER);
    }

    /** Summer time holds from the last Sunday of March to that of October, each at one o'clock UTC (Directive 2000/84/EC). */
    private static int offset(long second) {
        var year = 1970;
        while (day(year + 1, 1, 1) * DAY <= second) {
            year++;
        }
        return second >= lastSunday(year, 3) && second < lastSunday(year, 10) ? SUMMER : WINTER;
    }

    private static long lastSunday(int year, int month) {
        return lastSundayOf(year, month) * DAY + HOUR;
    }

    /** The day on which clocks are changed, of a month of 31 days. */
    public static long lastSundayOf(int year, int month) {
        var last = day(year, month, 31);
        while (weekday(last) != 6) {
            last--;
        }
        return last;
    }

    /** The number of the day that calendars in Riga show at the second. */
    public static long dayInRiga(long second) {
        return Math.floorDiv(second + offset(second), DAY);
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int year) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    }
}
