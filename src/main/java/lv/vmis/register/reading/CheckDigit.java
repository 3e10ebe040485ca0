package lv.vmis.register.reading;

import org.jspecify.annotations.Nullable;

/**
 * One check digit of a machine readable zone: what it should be, what is printed, and the one misread character that
 * would explain the difference. Source: ICAO Doc 9303-3, section 4.9.
 */
public record CheckDigit(
        Field field,
        char expected,
        char printed,
        boolean ok,
        @Nullable Suggestion suggestion) {

    /** What the digit protects. */
    public enum Field {
        NUMBER,
        BIRTH,
        EXPIRY,
        OPTIONAL,
        COMPOSITE
    }

    /** A likely misreading, never applied by itself: at this line and column (from 1) read {@code likely} instead. */
    public record Suggestion(int line, int column, char printed, char likely) {}

    private static final int[] WEIGHTS = {7, 3, 1};

    /** The check digit of a text: digits count as themselves, A to Z as 10 to 35, everything else as 0. */
    public static char of(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * valueOf(text.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    private static int valueOf(char c) {
        if (Latin.isDigit(c)) {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
    }
}
