package lv.vmis.register.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * The content of a machine readable zone.
 *
 * <p>Source: ICAO Doc 9303 part 3 (section 4) and parts 4, 5 and 6 for TD3, TD1 and TD2. Names carry no check digit in
 * any format, so a person has to confirm them.
 *
 * @param documentCode one or two letters, e.g. {@code P}, {@code ID}
 * @param issuer as printed without fillers, e.g. {@code LVA}, {@code D}
 * @param documentNumber in full, also if it continues in the optional data; an inner filler is a blank
 * @param nationality as printed without fillers
 * @param familyName primary identifier with blanks between its words
 * @param givenNames secondary identifier, empty if there is none
 * @param namesTruncated the name field is filled to its end, so names may be cut
 * @param optionalData optional field (TD1: of the first line), inner fillers kept, trailing ones removed
 * @param moreOptionalData optional field of the second line of TD1, empty elsewhere
 * @param checks every check digit of the format, in the order of {@link CheckDigit.Field}
 * @param problems what no check digit shows
 * @throws IllegalArgumentException if the number is too long for the format
 */
public record Mrz(
        MrzFormat format,
        String documentCode,
        String issuer,
        String documentNumber,
        String nationality,
        String familyName,
        String givenNames,
        boolean namesTruncated,
        MrzDate birth,
        Sex sex,
        MrzDate expiry,
        String optionalData,
        String moreOptionalData,
        List<CheckDigit> checks,
        List<Problem> problems) {

    /** Sex as printed. */
    public enum Sex {
        FEMALE('F'),
        MALE('M'),
        UNSPECIFIED('<');

        private final char printed;

        Sex(char printed) {
            this.printed = printed;
        }

        /** The character in the zone. */
        public char printed() {
            return printed;
        }
    }

    /** Something wrong that no check digit shows. */
    public enum Problem {
        BIRTH_IMPOSSIBLE,
        EXPIRY_IMPOSSIBLE,
        /** Neither M nor F nor a filler; read as unspecified. */
        SEX_UNREADABLE,
        /** A digit in the names, mostly a misread O or I. */
        NAME_HAS_DIGITS,
        NAME_MISSING,
        ISSUER_HAS_DIGITS,
        NATIONALITY_HAS_DIGITS,
        NUMBER_MISSING
    }

    public Mrz {
        if (documentNumber.length() > format.longestNumber()) {
            throw new IllegalArgumentException("document number too long for " + format);
        }
        checks = List.copyOf(checks);
        problems = List.copyOf(problems);
    }

    /**
     * Reads typed, pasted or scanned text of a machine readable zone, on one line or with any line breaks, in any case,
     * with {@code <} also typed as blank or {@code «}. Never throws and never corrects.
     *
     * @param today decides the century of two-digit years
     */
    public static MrzReading read(String text, LocalDate today) {
        return MrzReader.read(text, today);
    }

    /** A zone made from data, as {@link #emit} prints it: names are transliterated and cut, check digits computed. */
    public static Mrz of(
            MrzFormat format,
            String documentCode,
            String issuer,
            String documentNumber,
            String nationality,
            String familyName,
            String givenNames,
            MrzDate birth,
            Sex sex,
            MrzDate expiry,
            String optionalData) {
        return of(
                format,
                documentCode,
                issuer,
                documentNumber,
                nationality,
                familyName,
                givenNames,
                birth,
                sex,
                expiry,
                optionalData,
                "",
                Latin.Cyrillic.RUSSIAN);
    }

    /** The same with the second optional field of TD1 and the language of Cyrillic names. */
    public static Mrz of(
            MrzFormat format,
            String documentCode,
            String issuer,
            String documentNumber,
            String nationality,
            String familyName,
            String givenNames,
            MrzDate birth,
            Sex sex,
            MrzDate expiry,
            String optionalData,
            String moreOptionalData,
            Latin.Cyrillic variant) {
        var draft = new Mrz(
                format,
                documentCode,
                issuer,
                documentNumber,
                nationality,
                Latin.transliterate(familyName, variant),
                Latin.transliterate(givenNames, variant),
                false,
                birth,
                sex,
                expiry,
                optionalData,
                moreOptionalData,
                List.of(),
                List.of());
        return MrzReader.fields(format, MrzWriter.write(draft), birth, expiry);
    }

    /** The text of the zone, lines separated by {@code \n}, with computed check digits. */
    public String emit() {
        var text = MrzWriter.write(this);
        var lines = new StringBuilder();
        for (int i = 0; i < format.lines(); i++) {
            lines.append(i == 0 ? "" : "\n").append(text, i * format.width(), (i + 1) * format.width());
        }
        return lines.toString();
    }

    /** Whether every check digit is right and nothing else is wrong; says nothing about the names. */
    public boolean isSound() {
        return problems.isEmpty() && checks.stream().allMatch(CheckDigit::ok);
    }
}
