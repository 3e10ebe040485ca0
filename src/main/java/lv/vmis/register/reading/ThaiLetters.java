package lv.vmis.register.reading;

import java.util.List;
import java.util.Set;

/** The letters of Thai and Lao, as the Royal Thai General System (1999) writes them at either end of a syllable. */
final class ThaiLetters {

    static final String VOWELS_BEFORE = "เแโใไ";
    static final String VOWELS_AFTER = "ะัาำิีึืุู็\u0EBB\u0EBD";
    private static final char SILENT = '์';
    private static final char NASAL = 'ํ';
    private static final Set<String> PAIRS = Set.of("ทร", "ตร", "ษณ");

    private ThaiLetters() {}

    /** The word without tones, which change nothing, and without consonants under the sign of silence. */
    static String sounded(String word) {
        var sounded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = thai(word.charAt(i));
            if (c == SILENT) {
                silence(sounded);
            } else if (c == NASAL) {
                // Normalising takes the sign for AM apart.
                if (i + 1 < word.length() && thai(word.charAt(i + 1)) == 'า') {
                    sounded.append('ำ');
                    i++;
                }
            } else if (isConsonant(c) || VOWELS_BEFORE.indexOf(c) >= 0 || VOWELS_AFTER.indexOf(c) >= 0) {
                sounded.append(c);
            } else if (c == 'ฤ') {
                sounded.append("รึ");
            } else if (Latin.isDigit(c)) {
                sounded.append(c);
            }
        }
        return sounded.toString();
    }

    // In ทร์, ตร์ and ษณ์ after a consonant both go.
    private static void silence(StringBuilder sounded) {
        int end = sounded.length();
        while (end > 0 && !isConsonant(sounded.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return;
        }
        boolean isPair =
                end >= 3 && PAIRS.contains(sounded.substring(end - 2, end)) && isConsonant(sounded.charAt(end - 3));
        sounded.setLength(end - (isPair ? 2 : 1));
    }

    private static char thai(char c) {
        return switch (c) {
            case 'ຊ' -> 'ซ';
            case 'ຍ' -> 'ย';
            case '\u0EBC' -> 'ล';
            case '\u0EBB', '\u0EBD' -> c;
            default -> c >= '\u0E80' && c <= '\u0ECF' ? (char) (c - 0x80) : c;
        };
    }

    static List<String> initial(char c) {
        return switch (c) {
            case 'ก' -> List.of("K", "G");
            case 'ข', 'ฃ', 'ค', 'ฅ', 'ฆ' -> List.of("KH", "K");
            case 'ง' -> List.of("NG");
            case 'จ' -> List.of("CH", "J");
            case 'ฉ', 'ช', 'ฌ' -> List.of("CH");
            case 'ซ', 'ศ', 'ษ', 'ส' -> List.of("S");
            case 'ญ', 'ย' -> List.of("Y");
            case 'ฎ', 'ด' -> List.of("D");
            case 'ฏ', 'ต' -> List.of("T");
            case 'ฐ', 'ฑ', 'ฒ', 'ถ', 'ท', 'ธ' -> List.of("TH", "T");
            case 'ณ', 'น' -> List.of("N");
            case 'บ' -> List.of("B");
            case 'ป' -> List.of("P");
            case 'ผ', 'พ', 'ภ' -> List.of("PH", "P");
            case 'ฝ', 'ฟ' -> List.of("F");
            case 'ม' -> List.of("M");
            case 'ร' -> List.of("R");
            case 'ล', 'ฬ' -> List.of("L");
            case 'ว' -> List.of("W", "V");
            case 'ห', 'ฮ' -> List.of("H");
            default -> List.of("");
        };
    }

    static String last(char c) {
        return switch (c) {
            case 'ก', 'ข', 'ฃ', 'ค', 'ฅ', 'ฆ' -> "K";
            case 'ง' -> "NG";
            case 'บ', 'ป', 'ผ', 'ฝ', 'พ', 'ฟ', 'ภ' -> "P";
            case 'ญ', 'ณ', 'น', 'ร', 'ล', 'ฬ' -> "N";
            case 'ม' -> "M";
            case 'ย' -> "I";
            case 'ว' -> "O";
            case 'ห', 'ฮ', 'อ' -> "";
            default -> "T";
        };
    }

    static boolean isConsonant(char c) {
        return c >= 'ก' && c <= 'ฮ' && c != 'ฤ' && c != 'ฦ';
    }
}
