package lv.vmis.register.reading;

/** Reads the vowel marks of Arabic where a word carries them throughout, as in textbooks and some documents. */
final class ArabicVowels {

    private static final char DOUBLED = '\u0651';
    private static final char SILENT = '\u0652';
    private static final char LENGTHENED = '\u0640';

    private ArabicVowels() {}

    /** The word without marks and lengthening strokes. */
    static String bare(String word) {
        var bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!isMark(c) && c != LENGTHENED) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    /** The word with its vowels, or nothing if some are not marked. */
    static String read(String word) {
        var latin = new StringBuilder();
        var last = "";
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i++);
            boolean isDoubled = false;
            boolean isMarked = false;
            var vowel = "";
            while (i < word.length() && (isMark(word.charAt(i)) || word.charAt(i) == LENGTHENED)) {
                char mark = word.charAt(i++);
                isDoubled |= mark == DOUBLED;
                isMarked |= mark == SILENT;
                vowel = vowel(mark).isEmpty() ? vowel : vowel(mark);
            }
            boolean isLengthening = vowel.isEmpty() && !isMarked && !isDoubled && lengthens(c, last);
            if (!isLengthening) {
                if (vowel.isEmpty() && !isMarked && i < word.length()) {
                    return "";
                }
                var consonant = consonant(c, latin.isEmpty() && vowel.isEmpty());
                latin.append(consonant).append(isDoubled ? consonant : "").append(vowel);
            }
            last = isLengthening ? last : vowel;
        }
        return latin.toString();
    }

    private static boolean lengthens(char c, String vowel) {
        return switch (c) {
            case 'ا', 'ى', 'ٱ' -> vowel.equals("A");
            case 'و' -> vowel.equals("U");
            case 'ي', 'ی' -> vowel.equals("I");
            default -> false;
        };
    }

    private static String consonant(char c, boolean isAlone) {
        return switch (c) {
            case 'آ' -> "A";
            case 'و' -> "W";
            case 'ي', 'ی' -> "Y";
            case 'ة' -> "";
            case 'ا', 'أ', 'إ', 'ع' -> isAlone ? "A" : "";
            default -> Arabic.consonant(c, false).getFirst();
        };
    }

    private static boolean isMark(char c) {
        return (c >= '\u064B' && c <= '\u065F')
                || c == '\u0670'
                || (c >= '\u06D6' && c <= '\u06ED' && c != 'ۥ' && c != 'ۦ');
    }

    private static String vowel(char mark) {
        return switch (mark) {
            case '\u064E', '\u0670' -> "A";
            case '\u064F' -> "U";
            case '\u0650' -> "I";
            default -> "";
        };
    }
}
