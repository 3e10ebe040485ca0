package lv.vmis.register.reading;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words of one script each. */
final class Words {

    /** Scripts that are read the same way. */
    enum Script {
        /** Latin, Cyrillic and Greek; also digits alone. */
        EUROPEAN,
        ARABIC,
        HEBREW,
        GEORGIAN,
        ARMENIAN,
        /** Chinese characters and kana. */
        HAN,
        HANGUL,
        INDIC,
        OTHER
    }

    /**
     * A word of letters, marks and digits.
     *
     * @param plain what is read: digits are 0 to 9
     */
    record Word(String original, String plain, Script script, boolean joined) {

        ReadWord read(List<String> latin) {
            return new ReadWord(original, latin, false, joined);
        }

        Word join() {
            return new Word(original, plain, script, true);
        }
    }

    private enum Kind {
        LETTER,
        APOSTROPHE,
        HYPHEN,
        BREAK,
        NOTHING
    }

    private static final char GERESH = '\u05F3';
    // Letters with marks take more characters than letters; nobody's name has four marks on each.
    private static final int CHARACTERS = 4 * Scripts.LETTERS;

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder original = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private Script script = Script.EUROPEAN;
    private boolean isScriptKnown;
    private int letters;
    private boolean pendingApostrophe;

    private Words() {}

    static List<Word> of(String text) {
        var words = new Words();
        var composed = Normalizer.normalize(shortened(text), Normalizer.Form.NFKC);
        int i = 0;
        while (i < composed.length() && words.words.size() < Scripts.WORDS) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            words.take(c, i < composed.length() ? composed.codePointAt(i) : ' ');
        }
        words.close(false);
        return words.words.size() > Scripts.WORDS ? words.words.subList(0, Scripts.WORDS) : words.words;
    }

    /** Whether an ASCII character stands between words. */
    static boolean separates(char c) {
        return kind(c) == Kind.BREAK || c == '-';
    }

    private void take(int c, int next) {
        switch (kind(c)) {
            case LETTER -> letter(c);
            case APOSTROPHE -> apostrophe();
            case HYPHEN -> close(Character.isLetterOrDigit(next));
            case BREAK -> {
                // The Catalan point stands inside a letter; in Chinese and Japanese it separates.
                if (c != '·' || script != Script.EUROPEAN || script(next) != Script.EUROPEAN) {
                    close(false);
                }
            }
            case NOTHING -> {}
        }
    }

    private void apostrophe() {
        if (script == Script.HEBREW && !plain.isEmpty()) {
            append(GERESH, GERESH);
        } else {
            pendingApostrophe = !plain.isEmpty();
        }
    }

    private void letter(int c) {
        boolean neutral = isNeutral(c);
        if (!neutral) {
            var found = script(c);
            if (isScriptKnown && found != script) {
                close(true);
            }
            script = found;
            isScriptKnown = true;
        }
        if (pendingApostrophe && !plain.isEmpty()) {
            append('\'', '\'');
        }
        pendingApostrophe = false;
        if (Character.isLetterOrDigit(c)) {
            letters++;
        }
        if (letters <= Scripts.LETTERS) {
            append(c, Character.isDigit(c) ? '0' + Character.digit(c, 10) : c);
        }
    }

    private void append(int c, int read) {
        if (original.length() < CHARACTERS) {
            original.appendCodePoint(c);
            plain.appendCodePoint(read);
        }
    }

    private void close(boolean joined) {
        if (letters > 0) {
            words.add(new Word(original.toString(), plain.toString(), script, joined));
        }
        original.setLength(0);
        plain.setLength(0);
        script = Script.EUROPEAN;
        isScriptKnown = false;
        letters = 0;
        pendingApostrophe = false;
    }

    // Normalising costs time in proportion to the text, so what will be cut anyway is cut before.
    private static String shortened(String text) {
        var kept = new StringBuilder(Math.min(text.length(), 256));
        int words = 0;
        int length = 0;
        for (int i = 0; i < text.length() && words <= Scripts.WORDS; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            // NFKC would tear the acute accent apart.
            int plain = Latin.isApostrophe(c) ? '\'' : c;
            var kind = kind(plain);
            if (kind == Kind.BREAK || kind == Kind.HYPHEN) {
                words += length > 0 ? 1 : 0;
                length = 0;
                kept.appendCodePoint(plain);
            } else if (kind != Kind.NOTHING && length < CHARACTERS) {
                length++;
                kept.appendCodePoint(plain);
            }
        }
        return kept.toString();
    }

    private static Kind kind(int c) {
        if (c < 0x80) {
            if (Latin.isMachineReadable(c) || (c >= 'a' && c <= 'z')) {
                return Kind.LETTER;
            }
            if (c == '\'' || c == '`') {
                return Kind.APOSTROPHE;
            }
            if (c == '-') {
                return Kind.HYPHEN;
            }
            return Character.isISOControl(c) && !Character.isWhitespace(c) ? Kind.NOTHING : Kind.BREAK;
        }
        if (Latin.isApostrophe(c)) {
            return Kind.APOSTROPHE;
        }
        if (c == GERESH || c == '\u05F4' || c == 'ー') {
            return Kind.LETTER;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> Kind.LETTER;
            case Character.DASH_PUNCTUATION -> Kind.HYPHEN;
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL -> c == 0x85 ? Kind.BREAK : Kind.NOTHING;
            default -> Kind.BREAK;
        };
    }

    // Marks and digits belong to whatever they stand in.
    private static boolean isNeutral(int c) {
        if (c >= '0' && c <= '9') {
            return true;
        }
        if (isEuropean(c)) {
            return false;
        }
        var found = UnicodeScript.of(c);
        return found == UnicodeScript.COMMON || found == UnicodeScript.INHERITED || Character.isDigit(c);
    }

    // Asked first, because the tables of Unicode are slow and most letters are these.
    private static boolean isEuropean(int c) {
        return c < 0x0300 || (c >= 0x0370 && c < 0x0530) || (c >= 0x1E00 && c < 0x2000);
    }

    private static Script script(int c) {
        if (isEuropean(c)) {
            return Script.EUROPEAN;
        }
        return switch (UnicodeScript.of(c)) {
            case LATIN, CYRILLIC, GREEK -> Script.EUROPEAN;
            case ARABIC -> Script.ARABIC;
            case HEBREW -> Script.HEBREW;
            case GEORGIAN -> Script.GEORGIAN;
            case ARMENIAN -> Script.ARMENIAN;
            case HAN, HIRAGANA, KATAKANA -> Script.HAN;
            case HANGUL -> Script.HANGUL;
            case DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA ->
                Script.INDIC;
            default -> Script.OTHER;
        };
    }
}
