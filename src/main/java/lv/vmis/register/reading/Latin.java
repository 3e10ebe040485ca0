package lv.vmis.register.reading;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * Writes names in the letters of the machine readable zone, and folds them to a search key.
 *
 * <p>Source: ICAO Doc 9303 part 3, section 6 (tables A and B); Greek follows ELOT 743, which ICAO leaves to the State.
 * <p>Letters that no table covers (Arabic, Chinese …) are left as they are by {@code transliterate}
 * and lost by {@code fold}.
 */
public final class Latin {

    /** Whose reading of the Cyrillic letters that languages read differently. */
    public enum Cyrillic {
        /** Also the right choice when the language is not known. */
        RUSSIAN,
        UKRAINIAN,
        BELARUSIAN,
        BULGARIAN,
        SERBIAN,
        MACEDONIAN
    }

    // Scanners, phones and office programs each have their own apostrophe; NFKC would tear the acute accent apart.
    private static final String APOSTROPHES = "’‘‛ʼʻʹ`´′";

    private Latin() {}

    /** The same as {@link #transliterate(String, Cyrillic)} for {@link Cyrillic#RUSSIAN}. */
    public static String transliterate(String text) {
        return transliterate(text, Cyrillic.RUSSIAN);
    }

    /** The text in capitals A to Z as ICAO prescribes; blanks, digits and punctuation stay, marks go. */
    public static String transliterate(String text, Cyrillic variant) {
        return write(text, variant, false);
    }

    /** Search key of a name: capitals A to Z and digits, anything between them becomes one blank. May be empty. */
    public static String fold(String name) {
        return squeeze(transliterate(name));
    }

    /**
     * Every search key under which the name may have been written, {@link #fold} first.
     *
     * <p>ICAO lets a State print Ä as AE or A and drops apostrophes, so MÜLLER is also MULLER and O'NEIL is also ONEIL.
     */
    public static List<String> foldings(String name) {
        var keys = new LinkedHashSet<String>();
        keys.add(fold(name));
        var bare = bare(name);
        keys.add(squeeze(bare));
        keys.add(squeeze(transliterate(name).replace("'", "")));
        keys.add(squeeze(bare.replace("'", "")));
        return List.copyOf(keys);
    }

    /** As {@link #transliterate(String)}, but letters with marks are read as their base letters: A for Ä. */
    static String bare(String text) {
        return write(text, Cyrillic.RUSSIAN, true);
    }

    /** Whether the character is one of the many apostrophes beyond ASCII. */
    static boolean isApostrophe(int c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }

    private static String squeeze(String transliterated) {
        var key = new StringBuilder(transliterated.length());
        boolean gap = false;
        for (int i = 0; i < transliterated.length(); i++) {
            char c = transliterated.charAt(i);
            if (isMachineReadable(c)) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                key.append(c);
            } else {
                gap = true;
            }
        }
        return key.toString();
    }

    /** A to Z or 0 to 9. */
    static boolean isMachineReadable(int c) {
        return (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    /** 0 to 9 and no other script's digit. */
    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String write(String text, Cyrillic variant, boolean bare) {
        var capitals = capitals(text);
        var out = new StringBuilder(capitals.length() + 8);
        int i = 0;
        while (i < capitals.length()) {
            int c = capitals.codePointAt(i);
            if (c < 0x80) {
                out.append((char) c);
                i++;
            } else if (Greek.isGreek(capitals, i)) {
                i += Greek.write(capitals, i, out);
            } else {
                writeLetter(c, startsWord(capitals, i), variant, bare, out);
                i += Character.charCount(c);
            }
        }
        return out.toString();
    }

    static String capitals(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (APOSTROPHES.indexOf(plain.charAt(i)) >= 0) {
                plain.setCharAt(i, '\'');
            }
        }
        var capitals = Normalizer.normalize(plain, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        // Some capitals exist only as letter and mark, so composing has to be repeated.
        return Normalizer.normalize(capitals, Normalizer.Form.NFKC);
    }

    private static void writeLetter(int c, boolean first, Cyrillic variant, boolean bare, StringBuilder out) {
        var known = Letters.latin(c, first, variant, bare);
        if (known != null) {
            out.append(known);
            return;
        }
        var parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        if (parts.codePointAt(0) == c) {
            if (!isSilent(c)) {
                out.appendCodePoint(c);
            }
            return;
        }
        parts.codePoints().filter(part -> !isSilent(part)).forEach(part -> {
            var base = Letters.latin(part, first, variant, bare);
            if (base == null) {
                out.appendCodePoint(part);
            } else {
                out.append(base);
            }
        });
    }

    private static boolean isSilent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || c == '·';
    }

    private static boolean startsWord(String text, int i) {
        if (i == 0) {
            return true;
        }
        int before = text.codePointBefore(i);
        return !Character.isLetter(before) && before != '\'' && !isSilent(before);
    }
}
