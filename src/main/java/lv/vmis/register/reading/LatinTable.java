package lv.vmis.register.reading;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@link Latin} letter by letter from a table, for words whose letters do not depend on their neighbours. */
final class LatinTable {

    // Latin and Cyrillic; Greek and loose marks between them depend on what stands beside them.
    private static final int END = 0x1F00;
    private static final @Nullable String[] ICAO = table(Latin::transliterate);
    private static final @Nullable String[] BARE = table(Latin::bare);

    private LatinTable() {}

    /** As {@link Latin#transliterate(String)}. */
    static String write(String word) {
        var written = write(word, ICAO);
        return written == null ? Latin.transliterate(word) : written;
    }

    /** As {@link Latin#bare}. */
    static String writeBare(String word) {
        var written = write(word, BARE);
        return written == null ? Latin.bare(word) : written;
    }

    private static @Nullable String write(String word, @Nullable String[] table) {
        var written = new StringBuilder(word.length() + 8);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            var letter = c < END ? table[c] : null;
            if (letter == null) {
                return null;
            }
            written.append(letter);
        }
        return written.toString();
    }

    private static @Nullable String[] table(UnaryOperator<String> write) {
        var table = new @Nullable String[END];
        for (char c = 0; c < END; c++) {
            boolean isLatin = c < 0x0250 || c >= 0x1E00;
            boolean isCyrillic = c >= 0x0400 && c < 0x0530;
            boolean isAlone = isLatin || (isCyrillic && Character.isLetter(c));
            table[c] = isAlone ? write.apply(Character.toString(c)) : null;
        }
        return table;
    }
}
