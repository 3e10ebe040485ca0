package lv.vmis.register.reading;

import lv.vmis.register.reading.MrzFormat.Span;

/** Prints a machine readable zone: ICAO Doc 9303-3, section 4, and the truncation of names in parts 4 to 6. */
final class MrzWriter {

    private static final char FILLER = '<';

    private MrzWriter() {}

    /** All lines without line breaks. */
    static String write(Mrz mrz) {
        var format = mrz.format();
        var text = new StringBuilder("<".repeat(format.length()));
        put(text, MrzFormat.CODE, mrz.documentCode());
        put(text, MrzFormat.ISSUER, mrz.issuer());
        put(text, format.names, names(mrz.familyName(), mrz.givenNames(), format.names.length()));
        put(text, format.nationality, mrz.nationality());
        put(text, format.birth, mrz.birth().printed());
        put(text, format.expiry, mrz.expiry().printed());
        text.setCharAt(format.sex, mrz.sex().printed());
        text.setCharAt(format.birthCheck, CheckDigit.of(format.birth.in(text.toString())));
        text.setCharAt(format.expiryCheck, CheckDigit.of(format.expiry.in(text.toString())));
        putNumber(text, mrz);
        put(text, format.moreOptional, mrz.moreOptionalData());
        if (format.optionalCheck >= 0 && !mrz.optionalData().isEmpty()) {
            text.setCharAt(format.optionalCheck, CheckDigit.of(format.optional.in(text.toString())));
        }
        text.setCharAt(format.compositeCheck, CheckDigit.of(MrzReader.covered(format, text.toString())));
        return text.toString();
    }

    private static void putNumber(StringBuilder text, Mrz mrz) {
        var format = mrz.format();
        var number = mrz.documentNumber();
        int room = format.number.length();
        put(text, format.number, number);
        if (number.length() <= room) {
            text.setCharAt(format.numberCheck, CheckDigit.of(format.number.in(text.toString())));
            put(text, format.optional, mrz.optionalData());
        } else {
            // Doc 9303-5 §4.2.2, note j: the rest and the check digit open the optional field, a filler ends them.
            var printed = printable(number);
            put(text, format.optional, printed.substring(room) + CheckDigit.of(printed) + FILLER + mrz.optionalData());
        }
    }

    private static String names(String family, String given, int room) {
        var primary = printableName(family);
        var secondary = printableName(given);
        if (secondary.isEmpty()) {
            return cut(primary, room);
        }
        // At least the first letter of the given names has to remain.
        int longest = room - 3;
        if (primary.length() > longest) {
            primary = cut(primary, longest);
        }
        return cut(primary + "<<" + secondary, room);
    }

    // A filled last position tells the reader that something was cut, so a letter has to stand there.
    private static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        boolean endsInGap = text.charAt(room - 1) == FILLER;
        // An initial cannot give up its only letter; then the filler stays.
        return endsInGap && text.charAt(room - 3) != FILLER
                ? text.substring(0, room - 2) + FILLER + text.charAt(room)
                : text.substring(0, room);
    }

    // Doc 9303-3 §4.6: apostrophes and full stops vanish, hyphens and blanks become one filler.
    private static String printableName(String name) {
        return Latin.transliterate(name)
                .replaceAll("[^A-Z0-9 ,<\\p{Pd}]", "")
                .replaceAll("[^A-Z0-9]+", "<")
                .replaceAll("^<|<$", "");
    }

    private static String printable(String text) {
        return Latin.transliterate(text).replaceAll("[^A-Z0-9]", "<");
    }

    private static void put(StringBuilder text, Span span, String value) {
        var printed = printable(value);
        int length = Math.min(printed.length(), span.length());
        text.replace(span.from(), span.from() + length, printed.substring(0, length));
    }
}
