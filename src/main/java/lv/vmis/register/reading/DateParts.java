package lv.vmis.register.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A day of which parts may be unknown: {@code 0} stands for an unknown part.
 *
 * <p>Known parts form a prefix (year, month, day), except that all three may be unknown.
 *
 * @throws IllegalArgumentException if such a day cannot exist, e.g. 31.02.2026 or a day without its month
 */
public record DateParts(int year, int month, int day) {

    private static final int CENTURY = 100;

    /** Nothing is known. */
    public static final DateParts UNKNOWN = new DateParts(0, 0, 0);

    public DateParts {
        if (!isPossible(year, month, day)) {
            throw new IllegalArgumentException("no such day: year %d, month %d, day %d".formatted(year, month, day));
        }
    }

    public static DateParts of(LocalDate date) {
        return new DateParts(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Whether the constructor would take these parts. */
    public static boolean isPossible(int year, int month, int day) {
        if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0) {
            return false;
        }
        if (day > 0) {
            return month > 0 && year > 0 && YearMonth.of(year, month).isValidDay(day);
        }
        return month == 0 || year > 0;
    }

    public boolean isComplete() {
        return day > 0;
    }

    /** The day, if every part is known. */
    public Optional<LocalDate> date() {
        return isComplete() ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** ISO 8601 with {@code 00} for unknown parts, e.g. {@code 1990-05-00}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    /** The latest year ending in these two digits in which the day is not after {@code today}: births are past. */
    static int yearOfBirth(int twoDigits, int month, int day, LocalDate today) {
        int year = today.getYear() / CENTURY * CENTURY + twoDigits;
        return isAfter(year, month, day, today) ? year - CENTURY : year;
    }

    /** The year ending in these two digits that is nearest to {@code today}; of two equally near, the past one. */
    static int nearestYear(int twoDigits, LocalDate today) {
        int year = today.getYear() / CENTURY * CENTURY + twoDigits;
        int distance = year - today.getYear();
        if (distance >= CENTURY / 2) {
            return year - CENTURY;
        }
        return distance < -CENTURY / 2 ? year + CENTURY : year;
    }

    /** Whether even the earliest day these parts allow lies after {@code today}. */
    static boolean isAfter(int year, int month, int day, LocalDate today) {
        if (year != today.getYear()) {
            return year > today.getYear();
        }
        if (month != today.getMonthValue()) {
            return month > today.getMonthValue();
        }
        return day > today.getDayOfMonth();
    }
}
