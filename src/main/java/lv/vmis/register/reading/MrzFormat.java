package lv.vmis.register.reading;

import java.util.List;

/**
 * The three sizes of travel documents and where their fields stand.
 *
 * <p>Positions count from 0 over all lines together, without line breaks. Source: ICAO Doc 9303 parts 4 (TD3), 5 (TD1)
 * and 6 (TD2), section 4.2.
 */
public enum MrzFormat {
    /** Card: 3 lines of 30. */
    TD1(
            3,
            30,
            "ACI",
            new Span(60, 90),
            new Span(5, 14),
            14,
            new Span(30, 36),
            36,
            37,
            new Span(38, 44),
            44,
            new Span(45, 48),
            new Span(15, 30),
            -1,
            new Span(48, 59),
            59,
            List.of(new Span(5, 30), new Span(30, 37), new Span(38, 45), new Span(48, 59))),
    /** Large card: 2 lines of 36. */
    TD2(
            2,
            36,
            "ACI",
            new Span(5, 36),
            new Span(36, 45),
            45,
            new Span(49, 55),
            55,
            56,
            new Span(57, 63),
            63,
            new Span(46, 49),
            new Span(64, 71),
            -1,
            new Span(71, 71),
            71,
            List.of(new Span(36, 46), new Span(49, 56), new Span(57, 71))),
    /** Passport: 2 lines of 44. */
    TD3(
            2,
            44,
            "P",
            new Span(5, 44),
            new Span(44, 53),
            53,
            new Span(57, 63),
            63,
            64,
            new Span(65, 71),
            71,
            new Span(54, 57),
            new Span(72, 86),
            86,
            new Span(87, 87),
            87,
            List.of(new Span(44, 54), new Span(57, 64), new Span(65, 87)));

    /** From the first position up to but not including the last. */
    record Span(int from, int to) {
        int length() {
            return to - from;
        }

        String in(String text) {
            return text.substring(from, to);
        }
    }

    static final Span CODE = new Span(0, 2);
    static final Span ISSUER = new Span(2, 5);

    final int lines;
    final int width;
    final Span names;
    final Span number;
    final int numberCheck;
    final Span birth;
    final int birthCheck;
    final int sex;
    final Span expiry;
    final int expiryCheck;
    final Span nationality;
    final Span optional;
    /** Where the optional data have their own check digit, or -1. */
    final int optionalCheck;
    /** TD1 has a second optional field; empty elsewhere. */
    final Span moreOptional;

    final int compositeCheck;
    final List<Span> composite;
    private final String firstLetters;

    MrzFormat(
            int lines,
            int width,
            String firstLetters,
            Span names,
            Span number,
            int numberCheck,
            Span birth,
            int birthCheck,
            int sex,
            Span expiry,
            int expiryCheck,
            Span nationality,
            Span optional,
            int optionalCheck,
            Span moreOptional,
            int compositeCheck,
            List<Span> composite) {
        this.lines = lines;
        this.width = width;
        this.firstLetters = firstLetters;
        this.names = names;
        this.number = number;
        this.numberCheck = numberCheck;
        this.birth = birth;
        this.birthCheck = birthCheck;
        this.sex = sex;
        this.expiry = expiry;
        this.expiryCheck = expiryCheck;
        this.nationality = nationality;
        this.optional = optional;
        this.optionalCheck = optionalCheck;
        this.moreOptional = moreOptional;
        this.compositeCheck = compositeCheck;
        this.composite = composite;
    }

    /** Number of lines. */
    public int lines() {
        return lines;
    }

    /** Characters per line. */
    public int width() {
        return width;
    }

    int length() {
        return lines * width;
    }

    /** The letter that may open a document of this size: P passports, A, C and I cards. */
    boolean opensWith(char first) {
        return firstLetters.indexOf(first) >= 0;
    }

    /** Longest document number: the rest of a long one and its check digit stand in the optional field of cards. */
    int longestNumber() {
        return optionalCheck >= 0 ? number.length() : number.length() + optional.length() - 1;
    }
}
