package lv.vmis.register.reading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.vmis.register.reading.FlexibleDate.Day;
import lv.vmis.register.reading.FlexibleDate.Empty;
import lv.vmis.register.reading.FlexibleDate.Impossible;
import lv.vmis.register.reading.FlexibleDate.Mode;
import lv.vmis.register.reading.FlexibleDate.NotADate;
import lv.vmis.register.reading.FlexibleDate.Partial;
import lv.vmis.register.reading.FlexibleDate.Reason;
import lv.vmis.register.reading.FlexibleDate.Unknown;

/** Holds the day and the mode while one text is read. */
record DateReader(LocalDate today, Mode mode) {

    private static final int LIMIT = 40;
    private static final int FARTHEST_YEARS = 150;
    private static final Pattern RELATIVE = Pattern.compile("([+-])([0-9]{1,6})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})(?:[./-] ?| )([0-9]{1,2})(?:[./-] ?| )([0-9]{4}|[0-9]{2})\\.?");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})\\.?");
    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{4})\\.?");
    private static final Pattern YEAR_MONTH = Pattern.compile("([0-9]{4})[./-]([0-9]{1,2})");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})\\.?");
    private static final Pattern RUN = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})");

    FlexibleDate read(String typed) {
        if (typed.length() > LIMIT) {
            return new NotADate();
        }
        var text = typed.strip().replaceAll("[−–—‑‐]", "-").toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new Empty();
        }
        return switch (text) {
            case "t", "šodien", "sodien", "today" -> day(today, false);
            case "vakar", "yesterday" -> day(today.minusDays(1), false);
            case "rīt", "rit", "tomorrow" -> day(today.plusDays(1), false);
            case "?", "nav zināms", "nav zinams", "unknown" -> new Unknown();
            default -> readDigits(text);
        };
    }

    private FlexibleDate readDigits(String text) {
        var relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            long days = Long.parseLong(relative.group(2));
            return day(relative.group(1).equals("-") ? today.minusDays(days) : today.plusDays(days), false);
        }
        boolean estimated = text.startsWith("~") || text.startsWith("≈");
        return readParts(estimated ? text.substring(1).strip() : text, estimated);
    }

    private FlexibleDate readParts(String text, boolean estimated) {
        Matcher m;
        if ((m = DAY_FIRST.matcher(text)).matches()) {
            return parts(m.group(3), m.group(2), m.group(1), estimated);
        }
        if ((m = YEAR_FIRST.matcher(text)).matches()) {
            return parts(m.group(1), m.group(2), m.group(3), estimated);
        }
        if ((m = MONTH_FIRST.matcher(text)).matches()) {
            return parts(m.group(2), m.group(1), "0", estimated);
        }
        if ((m = YEAR_MONTH.matcher(text)).matches()) {
            return parts(m.group(1), m.group(2), "0", estimated);
        }
        if ((m = YEAR.matcher(text)).matches()) {
            return parts(m.group(1), "0", "0", estimated);
        }
        if ((m = RUN.matcher(text)).matches()) {
            // 19900512 read as ddmmyyyy would be the year 512, so the two orders cannot be confused.
            boolean yearFirst = text.length() == 8 && !isNear(Integer.parseInt(m.group(3)));
            return yearFirst
                    ? parts(text.substring(0, 4), text.substring(4, 6), text.substring(6), estimated)
                    : parts(m.group(3), m.group(2), m.group(1), estimated);
        }
        return new NotADate();
    }

    private FlexibleDate parts(String yearText, String monthText, String dayText, boolean estimated) {
        int month = Integer.parseInt(monthText);
        int day = Integer.parseInt(dayText);
        int year = Integer.parseInt(yearText);
        if (yearText.length() == 2) {
            year = mode == Mode.BIRTH
                    ? DateParts.yearOfBirth(year, month, day, today)
                    : DateParts.nearestYear(year, today);
        }
        if (!DateParts.isPossible(year, month, day)) {
            return new Impossible(Reason.NO_SUCH_DAY);
        }
        if (day > 0) {
            return day(LocalDate.of(year, month, day), estimated);
        }
        return check(new DateParts(year, month, 0), new Partial(new DateParts(year, month, 0), estimated));
    }

    private FlexibleDate day(LocalDate date, boolean estimated) {
        if (!isNear(date.getYear())) {
            return new Impossible(Reason.YEAR_OUT_OF_RANGE);
        }
        var parts = DateParts.of(date);
        return check(parts, estimated ? new Partial(parts, true) : new Day(date));
    }

    private FlexibleDate check(DateParts parts, FlexibleDate read) {
        if (!isNear(parts.year())) {
            return new Impossible(Reason.YEAR_OUT_OF_RANGE);
        }
        boolean future = DateParts.isAfter(parts.year(), parts.month(), parts.day(), today);
        return mode == Mode.BIRTH && future ? new Impossible(Reason.IN_THE_FUTURE) : read;
    }

    private boolean isNear(int year) {
        return Math.abs(year - today.getYear()) <= FARTHEST_YEARS;
    }
}
