package lv.vmis.register.legacy.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.legacy.value.OldDate.Meaning;

/** Holds what a date is of while one text is read. */
final class OldDates {

    private static final int LIMIT = 60;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;
    private static final int LAST_SERIAL = 73_050;
    private static final int HALF_A_CENTURY = 50;
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private static final Set<String> NOBODY_KNOWS =
            Set.of("-", "--", "?", "nav", "nav zināms", "nav zināma", "nezināms", "nezin.", "n/z", "x", "null", "0");
    private static final Set<String> NO_END =
            Set.of("beztermiņa", "uz nenoteiktu laiku", "nenoteikts", "nenoteiktu laiku", "pastāvīgi", "mūža");

    /** What systems store where nothing was entered, or where there is no end. */
    private static final Set<LocalDate> NOTHING = Set.of(
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1753, 1, 1),
            LocalDate.of(1601, 1, 1),
            LocalDate.of(1, 1, 1));

    private static final Set<LocalDate> FAR = Set.of(LocalDate.of(2099, 12, 31), LocalDate.of(2999, 12, 31));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "mai", "jūn", "jūl", "aug", "sep", "okt", "nov", "dec");
    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    private static final Pattern TIME = Pattern.compile("[ t](\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?)$");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:\\. ?| ?/ ?| ?- ?| )(\\d{1,2})(?:\\. ?| ?/ ?| ?- ?| )(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:\\. ?|/|-| )(\\d{1,2})(?:\\. ?|/|-| )(\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[./-] ?(\\d{4})");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[./-] ?(\\d{1,2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final Pattern WORD_DAY_FIRST =
            Pattern.compile("(\\d{1,2})[. -]*(\\p{L}{1,12})[., -]+(?:g\\. ?)?(\\d{4}|\\d{2})");
    private static final Pattern WORD_YEAR_FIRST =
            Pattern.compile("(\\d{4})[. ]*(?:gada|gads|g\\.)? *(\\d{1,2})[. ]+(\\p{L}{3,12})");
    private static final Pattern WORD_MONTH = Pattern.compile("(\\p{L}{3,12})[., ]+(\\d{4})");
    private static final Pattern WORD_YEAR_MONTH = Pattern.compile("(\\d{4})[. ]*(?:gada|gads|g\\.)? *(\\p{L}{3,12})");

    private final Meaning meaning;
    private final LocalDate reference;
    private final List<Remark> remarks = new ArrayList<>();
    private String text = "";
    private boolean estimated;

    OldDates(Meaning meaning, LocalDate reference) {
        this.meaning = meaning;
        this.reference = reference;
    }

    OldDate read(String given) {
        text = given.strip();
        if (text.isEmpty()) {
            return new OldDate.Blank();
        }
        if (text.length() > LIMIT) {
            return unreadable(RemarkCode.NOT_A_DATE);
        }
        // Nearly all dates have one of these shapes, and millions of them are read.
        if (isShaped("99.99.9999") || isShaped("99.99.99")) {
            return date(text.substring(6), text.substring(3, 5), text.substring(0, 2));
        }
        if (isShaped("9999-99-99")) {
            return date(text.substring(0, 4), text.substring(5, 7), text.substring(8));
        }
        if (isShaped("99999999")) {
            return eight(text);
        }
        var plain = text.replace('\u00A0', ' ').replace('–', '-').toLowerCase(Locale.ROOT);
        if (NOBODY_KNOWS.contains(plain)) {
            return unknown();
        }
        if (NO_END.contains(plain.replaceAll("\\.$", ""))) {
            return new OldDate.Indefinite(List.of());
        }
        plain = withoutTime(plain);
        if (plain.startsWith("~") || plain.startsWith("ap ") || plain.startsWith("apm.")) {
            estimated = true;
            plain = plain.replaceFirst("^(?:~|ap |apm\\.) *", "");
        }
        if (plain.endsWith("?") && !plain.startsWith("?")) {
            estimated = true;
            remarks.add(Remark.of(RemarkCode.UNCERTAIN, text));
            plain = plain.replaceFirst("[ ?]+$", "");
        }
        // What nobody knew was typed as xx, __ or ??.
        plain = plain.replaceAll("(?<![\\p{L}])[x_?]{1,2}(?=[./-])", "00")
                .replaceFirst("(?<=\\d)[ .,]*(?:g\\.?|gads|gadā|gada|gadi)?[ .,]*$", "");
        return digits(plain);
    }

    /** Whether digits stand where the shape has a nine, and its own signs everywhere else. */
    private boolean isShaped(String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (var at = 0; at < shape.length(); at++) {
            var letter = text.charAt(at);
            if (shape.charAt(at) == '9' ? letter < '0' || letter > '9' : letter != shape.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private String withoutTime(String plain) {
        var time = TIME.matcher(plain);
        if (!time.find()) {
            return plain;
        }
        var day = plain.substring(0, time.start());
        if (!day.matches(".*\\d{4}\\.?|\\d{4}-\\d\\d-\\d\\d")) {
            return plain;
        }
        if (time.group(1).matches(".*[1-9].*")) {
            remarks.add(Remark.of(RemarkCode.TIME_DROPPED, time.group(1)));
        }
        return day;
    }

    private OldDate digits(String plain) {
        Matcher m;
        if ((m = DAY_FIRST.matcher(plain)).matches()) {
            return date(m.group(3), m.group(2), m.group(1));
        }
        if ((m = YEAR_FIRST.matcher(plain)).matches()) {
            return date(m.group(1), m.group(2), m.group(3));
        }
        if ((m = MONTH_YEAR.matcher(plain)).matches()) {
            return date(m.group(2), m.group(1), "0");
        }
        if ((m = YEAR_MONTH.matcher(plain)).matches()) {
            return date(m.group(1), m.group(2), "0");
        }
        if (plain.matches("\\d{4}")) {
            return date(plain, "0", "0");
        }
        if (plain.matches("\\d{8}")) {
            return eight(plain);
        }
        if (plain.matches("\\d{6}")) {
            return six(plain);
        }
        if ((m = SERIAL.matcher(plain)).matches() && number(m.group(1)) <= LAST_SERIAL) {
            var day = ZERO.plusDays(number(m.group(1)));
            remarks.add(Remark.of(RemarkCode.SERIAL_NUMBER, text, day.toString()));
            return known(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        return words(plain);
    }

    /** 19101920 is the 19th of October: read as a year first it has no such month, and the other way round. */
    private OldDate eight(String plain) {
        var yearFirst = isYear(plain.substring(0, 4)) && number(plain.substring(4, 6)) <= 12;
        return yearFirst || plain.equals("00000000")
                ? date(plain.substring(0, 4), plain.substring(4, 6), plain.substring(6))
                : date(plain.substring(4), plain.substring(2, 4), plain.substring(0, 2));
    }

    /** {@code ddmmyy}, or {@code yyyymm}; where both are possible a person decides. */
    private OldDate six(String plain) {
        var dayFirst = number(plain.substring(0, 2)) <= 31 && number(plain.substring(2, 4)) <= 12;
        var monthLast = isYear(plain.substring(0, 4)) && number(plain.substring(4)) <= 12;
        if (dayFirst && monthLast) {
            return unreadable(
                    RemarkCode.TWO_READINGS,
                    "%s.%s.%s".formatted(plain.substring(0, 2), plain.substring(2, 4), plain.substring(4)),
                    "%s.%s".formatted(plain.substring(4), plain.substring(0, 4)));
        }
        return monthLast
                ? date(plain.substring(0, 4), plain.substring(4), "0")
                : date(plain.substring(4), plain.substring(2, 4), plain.substring(0, 2));
    }

    private OldDate words(String plain) {
        Matcher m;
        if ((m = WORD_DAY_FIRST.matcher(plain)).matches() && month(m.group(2)) > 0) {
            return date(m.group(3), Integer.toString(month(m.group(2))), m.group(1));
        }
        if ((m = WORD_YEAR_FIRST.matcher(plain)).matches() && month(m.group(3)) > 0) {
            return date(m.group(1), Integer.toString(month(m.group(3))), m.group(2));
        }
        if ((m = WORD_MONTH.matcher(plain)).matches() && month(m.group(1)) > 0) {
            return date(m.group(2), Integer.toString(month(m.group(1))), "0");
        }
        if ((m = WORD_YEAR_MONTH.matcher(plain)).matches() && month(m.group(2)) > 0) {
            return date(m.group(1), Integer.toString(month(m.group(2))), "0");
        }
        return unreadable(RemarkCode.NOT_A_DATE);
    }

    /** By its Latvian or English name in whatever case, or a Roman number; 0 for anything else. */
    private static int month(String word) {
        if (ROMAN.contains(word)) {
            return ROMAN.indexOf(word) + 1;
        }
        if (word.length() < 3) {
            return 0;
        }
        var start = word.substring(0, 3).replace("jun", "jūn").replace("jul", "jūl");
        var place = MONTHS.indexOf(start);
        return place >= 0 ? place + 1 : ENGLISH.indexOf(start) + 1;
    }

    private OldDate date(String yearText, String monthText, String dayText) {
        var month = number(monthText);
        var day = number(dayText);
        var year = number(yearText);
        if (year == 0 && month == 0 && day == 0) {
            return unknown();
        }
        if (month > 12 && day >= 1 && day <= 12 && month <= 31) {
            return unreadable(RemarkCode.DAY_AND_MONTH_SWAPPED, "%02d.%02d.%s".formatted(month, day, yearText));
        }
        if (month > 12 || day > 31 || (month == 0 && day > 0)) {
            return unreadable(RemarkCode.NO_SUCH_DAY);
        }
        if (yearText.length() == 2) {
            year = century(year, month, day);
            remarks.add(Remark.of(RemarkCode.CENTURY, text, Integer.toString(year)));
        }
        if (year == 0) {
            return unreadable(RemarkCode.YEAR_OUT_OF_RANGE);
        }
        return day > YearMonth.of(year, Math.max(month, 1)).lengthOfMonth()
                ? unreadable(RemarkCode.NO_SUCH_DAY)
                : known(year, month, day);
    }

    /** A birth or an event is the latest that is not in the future; an end the nearest. */
    private int century(int year, int month, int day) {
        var first = meaning == Meaning.UNTIL ? reference.getYear() - HALF_A_CENTURY : reference.getYear() - 99;
        var full = first + Math.floorMod(year - first, 100);
        var isLater = full == reference.getYear()
                && (month > reference.getMonthValue()
                        || (month == reference.getMonthValue() && day > reference.getDayOfMonth()));
        return meaning != Meaning.UNTIL && isLater ? full - 100 : full;
    }

    private OldDate known(int year, int month, int day) {
        if (year == 9999) {
            return meaning == Meaning.UNTIL ? new OldDate.Indefinite(List.of()) : unknown();
        }
        if (day > 0) {
            var date = LocalDate.of(year, month, day);
            if (NOTHING.contains(date)) {
                return unknown();
            }
            if (FAR.contains(date)) {
                return meaning == Meaning.UNTIL
                        ? new OldDate.Indefinite(List.of(Remark.of(RemarkCode.MEANS_INDEFINITE, text)))
                        : unreadable(RemarkCode.YEAR_OUT_OF_RANGE);
            }
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return unreadable(RemarkCode.YEAR_OUT_OF_RANGE);
        }
        var date = new PartialDate(year, month, day, estimated);
        if (meaning != Meaning.UNTIL && date.earliest().isAfter(reference)) {
            if (meaning == Meaning.BIRTH) {
                return unreadable(RemarkCode.IN_THE_FUTURE);
            }
            remarks.add(Remark.of(RemarkCode.IN_THE_FUTURE, text));
        }
        return new OldDate.Known(date, List.copyOf(remarks));
    }

    private OldDate unknown() {
        return new OldDate.Unknown(List.of(Remark.of(RemarkCode.MEANS_UNKNOWN, text)));
    }

    private OldDate unreadable(RemarkCode code, String... more) {
        var values = new ArrayList<String>(List.of(text));
        values.addAll(List.of(more));
        return new OldDate.Unreadable(new Remark(code, values));
    }

    private static boolean isYear(String digits) {
        var year = number(digits);
        return (year >= FIRST_YEAR && year <= LAST_YEAR) || year == 9999;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
