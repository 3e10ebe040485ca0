package lv.vmis.register.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/**
 * A date of which the day, or the day and the month, may be unknown (0), and which may be an estimate. Written and
 * stored as {@code 1990-00-00}, {@code 1990-05-00} or {@code 1990-05-23}, with a leading {@code ~} when estimated.
 */
public record PartialDate(int year, int month, int day, boolean estimated) implements Comparable<PartialDate> {

    public PartialDate {
        if (year < 1 || year > 9999 || month < 0 || month > 12 || (month == 0 && day != 0) || day < 0) {
            throw new DateTimeException("no such date: %d-%d-%d".formatted(year, month, day));
        }
        if (day > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new DateTimeException("no such day: %d-%d-%d".formatted(year, month, day));
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), false);
    }

    /** Reads the stored form. */
    public static PartialDate valueOf(String stored) {
        var estimated = stored.startsWith("~");
        var text = estimated ? stored.substring(1) : stored;
        return new PartialDate(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(5, 7)),
                Integer.parseInt(text.substring(8, 10)),
                estimated);
    }

    public boolean isFull() {
        return day > 0;
    }

    /** Whether both are the same as far as they are known, estimated or not. */
    public boolean isSameAs(PartialDate other) {
        return year == other.year && month == other.month && day == other.day;
    }

    /** The first day it can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    /** The last day it can mean. */
    public LocalDate latest() {
        return day > 0
                ? LocalDate.of(year, month, day)
                : month > 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, 12, 31);
    }

    /** Full years on a day; for a partial date the most that can have passed. */
    public int ageOn(LocalDate day) {
        return Math.max(0, Period.between(earliest(), day).getYears());
    }

    /** {@code 23.05.1990.}, {@code 05.1990.}, {@code 1990.}, with {@code ~} when estimated. */
    public String shown() {
        var text = day > 0
                ? "%02d.%02d.%04d.".formatted(day, month, year)
                : month > 0 ? "%02d.%04d.".formatted(month, year) : "%04d.".formatted(year);
        return estimated ? "~" + text : text;
    }

    @Override
    public int compareTo(PartialDate other) {
        return earliest().compareTo(other.earliest());
    }

    @Override
    public String toString() {
        return (estimated ? "~" : "") + "%04d-%02d-%02d".formatted(year, month, day);
    }
}
