package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Hebrew names: consonants only; points are dropped.
 *
 * <p>Source: the rules of the Academy of the Hebrew Language (2006) and the spellings usual in Israeli passports.
 */
final class Hebrew {

    private static final char GERESH = '\u05F3';

    private Hebrew() {}

    static List<String> read(String word) {
        var letters = new StringBuilder(word.length());
        word.chars().filter(c -> Character.isLetterOrDigit(c) || c == GERESH).forEach(c -> letters.append((char) c));
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (i + 1 < letters.length() && letters.charAt(i + 1) == GERESH) {
                parts.add(foreign(c));
                i++;
            } else {
                parts.add(letter(c, parts.isEmpty(), i == letters.length() - 1));
            }
        }
        return Spellings.free(parts);
    }

    // The geresh marks sounds that Hebrew itself lacks.
    private static List<String> foreign(char c) {
        return switch (c) {
            case 'ג' -> List.of("J", "G");
            case 'ז' -> List.of("ZH", "J");
            case 'צ', 'ץ' -> List.of("CH");
            case 'ת' -> List.of("TH", "T");
            case 'ד' -> List.of("DH", "D");
            default -> letter(c, false, false);
        };
    }

    private static List<String> letter(char c, boolean isFirst, boolean isLast) {
        return switch (c) {
            case 'א', 'ע' -> List.of(isFirst ? "A" : "");
            case 'ב' -> isFirst ? List.of("B") : List.of("B", "V");
            case 'ג' -> List.of("G");
            case 'ד' -> List.of("D");
            case 'ה' -> isLast && !isFirst ? List.of("", "H") : List.of("H");
            case 'ו' -> isFirst ? List.of("V") : List.of("", "V");
            case '\u05F0' -> List.of("V", "W");
            case 'ז' -> List.of("Z");
            case 'ח' -> List.of("H", "CH");
            case 'ט' -> List.of("T");
            case 'י', '\u05F1', '\u05F2' -> isFirst ? List.of("Y") : List.of("", "Y");
            case 'כ' -> isFirst ? List.of("K", "C") : List.of("K", "KH", "CH");
            case 'ך' -> List.of("KH", "CH", "K");
            case 'ל' -> List.of("L");
            case 'מ', 'ם' -> List.of("M");
            case 'נ', 'ן' -> List.of("N");
            case 'ס' -> List.of("S");
            case 'פ' -> isFirst ? List.of("P", "F") : List.of("F", "P");
            case 'ף' -> List.of("F");
            case 'צ', 'ץ' -> List.of("TS", "TZ", "Z");
            case 'ק' -> List.of("K", "C");
            case 'ר' -> List.of("R");
            case 'ש' -> List.of("SH", "S");
            case 'ת' -> isLast ? List.of("T", "TH") : List.of("T");
            default -> List.of(Latin.isDigit(c) ? Character.toString(c) : "");
        };
    }
}
