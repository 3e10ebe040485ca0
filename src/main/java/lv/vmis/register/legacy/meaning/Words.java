package lv.vmis.register.legacy.meaning;

import java.text.Normalizer;
import java.util.Locale;

/** Words compared as people read them. */
public final class Words {

    private Words() {}

    /** In small letters, without marks, with single blanks. */
    public static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!isAscii(lower)) {
            var plain = Normalizer.normalize(lower, Normalizer.Form.NFD);
            var kept = new StringBuilder(plain.length());
            plain.codePoints()
                    .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                    .forEach(kept::appendCodePoint);
            lower = kept.toString();
        }
        return singleBlanks(lower);
    }

    static boolean isAscii(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words stand there as whole words. Both are folded. */
    static boolean contains(String text, String words) {
        if (words.isEmpty()) {
            return false;
        }
        for (var at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            var end = at + words.length();
            var starts = at == 0 || !joins(text.charAt(at - 1), words.charAt(0));
            var ends = end == text.length() || !joins(words.charAt(words.length() - 1), text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(char left, char right) {
        return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
    }

    static String singleBlanks(String text) {
        var kept = new StringBuilder(text.length());
        var wasBlank = true;
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            var isBlank = Character.isWhitespace(letter) || letter == '\u00A0';
            if (!isBlank) {
                kept.append(letter);
            } else if (!wasBlank) {
                kept.append(' ');
            }
            wasBlank = isBlank;
        }
        if (wasBlank && !kept.isEmpty()) {
            kept.setLength(kept.length() - 1);
        }
        return kept.toString();
    }

    /** {@code O'BRIEN-AL SAIDI} is {@code O'Brien-Al Saidi}; a word with small letters stays. */
    static String titleCase(String text) {
        if (text.equals(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        var cased = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); ) {
            var end = at;
            while (end < text.length() && isOfWord(text, at, end)) {
                end++;
            }
            if (end == at) {
                cased.append(text.charAt(at++));
                continue;
            }
            var word = text.substring(at, end);
            cased.append(
                    word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                            ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
                            : word);
            at = end;
        }
        return cased.toString();
    }

    /** An apostrophe parts words after one letter only: O'Brien, but Sa'id. */
    private static boolean isOfWord(String text, int start, int at) {
        var letter = text.charAt(at);
        var isApostrophe = "'’ʻʼ`".indexOf(letter) >= 0;
        return Character.isLetter(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || (isApostrophe && at > start + 1);
    }
}
