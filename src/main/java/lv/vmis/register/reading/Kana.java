package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Japanese names: kana in Hepburn letters as Japanese passports print them, by ICU; Chinese characters as {@link Han}. */
final class Kana {

    private static final String TRANSFORM = "Hiragana-Latin;Katakana-Latin";
    // ICU writes the small vowel of foreign sounds after a tilde: VU~I for VI.
    private static final Pattern SMALL_VOWEL = Pattern.compile("[AEIOU]~(?=[AEIOU])");

    private Kana() {}

    static boolean isIn(String word) {
        return word.chars().anyMatch(Kana::isKana);
    }

    private static boolean isKana(int c) {
        return c >= 0x3041 && c <= 0x30FF;
    }

    static List<String> read(String word) {
        var parts = new ArrayList<List<String>>();
        int i = 0;
        while (i < word.length()) {
            int end = i;
            while (end < word.length() && isKana(word.charAt(end))) {
                end++;
            }
            if (end > i) {
                write(word.substring(i, end), parts);
                i = end;
            } else {
                while (end < word.length() && !isKana(word.charAt(end))) {
                    end++;
                }
                parts.addAll(Han.syllables(word.substring(i, end)));
                i = end;
            }
        }
        return Spellings.alike(parts);
    }

    private static void write(String kana, List<List<String>> parts) {
        var latin = SMALL_VOWEL
                .matcher(Icu.write(TRANSFORM, kana).toUpperCase(Locale.ROOT))
                .replaceAll("");
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            char next = i + 1 < latin.length() ? latin.charAt(i + 1) : ' ';
            boolean isPair = (c == 'O' || c == 'U') && (next == 'U' || (c == 'O' && next == 'O'));
            if (isPair || c == 'Ō' || c == 'Ū') {
                boolean isO = c == 'O' || c == 'Ō';
                // Passports leave the length out unless the bearer asks for OH; other papers write it.
                parts.add(isO ? List.of("O", "OU", "OH") : List.of("U", "UU"));
                i += isPair ? 1 : 0;
            } else if (c == 'N' && "BMP".indexOf(next) >= 0) {
                parts.add(List.of("M", "N"));
            } else {
                parts.add(List.of(OtherScripts.capitals(Character.toString(c))));
            }
        }
    }
}
