package lv.vmis.register.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Six characters YYMMDD of a machine readable zone and the day they mean.
 *
 * @param printed as in the document, {@code <<} for unknown parts
 * @param parts {@code null} if no such day exists, e.g. {@code 991332}
 * @throws IllegalArgumentException if not six characters of A to Z, 0 to 9 and {@code <}
 */
public record MrzDate(String printed, @Nullable DateParts parts) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9<]{6}");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("([0-9]{2})([0-9]{2}|<<)([0-9]{2}|<<)");
    private static final String UNKNOWN = "<<<<<<";

    public MrzDate {
        if (!SHAPE.matcher(printed).matches()) {
            throw new IllegalArgumentException("not six characters of a machine readable zone");
        }
    }

    /** How the day is printed; an unknown year makes everything unknown. */
    public static MrzDate of(DateParts parts) {
        if (parts.year() == 0) {
            return new MrzDate(UNKNOWN, parts);
        }
        return new MrzDate(twoDigits(parts.year() % 100) + orFiller(parts.month()) + orFiller(parts.day()), parts);
    }

    public static MrzDate of(LocalDate date) {
        return of(DateParts.of(date));
    }

    /** A birth is never in the future: the latest century that is possible on {@code today}. */
    static MrzDate birth(String printed, LocalDate today) {
        return read(printed, today, true);
    }

    /** An expiry lies at most 50 years from {@code today}. */
    static MrzDate expiry(String printed, LocalDate today) {
        return read(printed, today, false);
    }

    private static MrzDate read(String printed, LocalDate today, boolean birth) {
        if (printed.equals(UNKNOWN)) {
            return new MrzDate(printed, DateParts.UNKNOWN);
        }
        var match = YEAR_MONTH_DAY.matcher(printed);
        if (!match.matches()) {
            return new MrzDate(printed, null);
        }
        int yy = Integer.parseInt(match.group(1));
        int month = orZero(match.group(2));
        int day = orZero(match.group(3));
        int year = birth ? DateParts.yearOfBirth(yy, month, day, today) : DateParts.nearestYear(yy, today);
        return new MrzDate(printed, DateParts.isPossible(year, month, day) ? new DateParts(year, month, day) : null);
    }

    // Some States print 00 where ICAO wants fillers; both mean unknown.
    private static int orZero(String digits) {
        return digits.equals("<<") ? 0 : Integer.parseInt(digits);
    }

    private static String orFiller(int part) {
        return part == 0 ? "<<" : twoDigits(part);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
