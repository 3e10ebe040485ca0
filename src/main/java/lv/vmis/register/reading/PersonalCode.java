package lv.vmis.register.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A Latvian personas kods, eleven digits with a hyphen after the sixth, e.g. {@code 161175-19997}.
 *
 * @throws IllegalArgumentException if the value has another shape
 */
public record PersonalCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{6}-\\d{5}");
    private static final Pattern TYPED = Pattern.compile("([0-9]{6}) ?[-‐‑‒–—−]? ?([0-9]{5})");
    private static final int TYPED_LIMIT = 40;
    private static final int[] WEIGHTS = {1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public PersonalCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a personal code is six digits, a hyphen and five digits");
        }
    }

    /** What a typed text is. */
    public sealed interface Reading {
        /** A code given out until 30 June 2017: carries the birth date, checksum right. */
        record Old(PersonalCode code, LocalDate birthDate) implements Reading {}

        /** A code given out since 1 July 2017: starts with 32 and carries neither birth date nor checksum. */
        record New(PersonalCode code) implements Reading {}

        /** The birth date exists but the last digit should be {@code expected}. */
        record BadChecksum(PersonalCode code, LocalDate birthDate, int expected) implements Reading {}

        /** The first seven digits are no date and not a new code. */
        record ImpossibleDate(PersonalCode code) implements Reading {}

        record NotACode() implements Reading {}
    }

    /** Reads a code typed with or without hyphen and surrounding blanks. */
    public static Reading parse(String typed) {
        if (typed.length() > TYPED_LIMIT) {
            return new Reading.NotACode();
        }
        var match = TYPED.matcher(typed.strip());
        if (!match.matches()) {
            return new Reading.NotACode();
        }
        var digits = match.group(1) + match.group(2);
        var code = new PersonalCode(match.group(1) + "-" + match.group(2));
        if (digits.startsWith("32")) {
            return new Reading.New(code);
        }
        int day = number(digits, 0);
        int month = number(digits, 2);
        int century = digits.charAt(6) - '0';
        // 0 = 18xx, 1 = 19xx, 2 = 20xx; nothing else was given out.
        int year = (18 + century) * 100 + number(digits, 4);
        if (century > 2 || day == 0 || month == 0 || !DateParts.isPossible(year, month, day)) {
            return new Reading.ImpossibleDate(code);
        }
        var birthDate = LocalDate.of(year, month, day);
        int expected = checksum(digits);
        return expected == digits.charAt(10) - '0'
                ? new Reading.Old(code, birthDate)
                : new Reading.BadChecksum(code, birthDate, expected);
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }

    private static int checksum(String digits) {
        int sum = 1101;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum -= WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        // A remainder of 10 is no digit; the last digit is then 0.
        return sum % 11 % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
