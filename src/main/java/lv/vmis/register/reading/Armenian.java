package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Armenian names as passports of Armenia print them (BGN/PCGN 1981 without marks); then the Russian and Western forms. */
final class Armenian {

    private Armenian() {}

    static List<String> read(String word) {
        var letters = word.toLowerCase(Locale.ROOT);
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
            var pair = pair(c, next, parts.isEmpty());
            if (pair.isEmpty()) {
                parts.add(letter(c, parts.isEmpty()));
            } else {
                parts.add(pair);
                i++;
            }
        }
        return Spellings.alike(parts);
    }

    // The sign և comes as the pair it stands for, because compatibility forms are taken apart.
    private static List<String> pair(char c, char next, boolean isFirst) {
        if (next == 'ւ') {
            return switch (c) {
                case 'ո' -> List.of("U", "OU");
                case 'ե' -> isFirst ? List.of("YEV", "EV") : List.of("EV", "YEV");
                case 'ի' -> List.of("YU", "IU");
                default -> List.of();
            };
        }
        if (next == 'ա' && !isFirst && (c == 'յ' || c == 'ե')) {
            return List.of("YA", "IA");
        }
        return List.of();
    }

    private static List<String> letter(char c, boolean isFirst) {
        return switch (c) {
            case 'ա' -> List.of("A");
            case 'բ' -> List.of("B");
            case 'գ' -> List.of("G");
            case 'դ' -> List.of("D");
            case 'ե' -> isFirst ? List.of("YE", "E") : List.of("E");
            case 'զ' -> List.of("Z");
            case 'է' -> List.of("E");
            case 'ը' -> List.of("Y", "E");
            case 'թ', 'տ' -> List.of("T");
            case 'ժ' -> List.of("ZH", "J");
            case 'ի' -> List.of("I");
            case 'լ' -> List.of("L");
            case 'խ' -> List.of("KH", "H");
            case 'ծ', 'ց' -> List.of("TS", "TZ");
            case 'կ' -> List.of("K");
            case 'հ' -> List.of("H");
            case 'ձ' -> List.of("DZ");
            case 'ղ' -> List.of("GH", "G");
            case 'ճ', 'չ' -> List.of("CH", "TCH");
            case 'մ' -> List.of("M");
            // In the old spelling it stands for H at the beginning.
            case 'յ' -> isFirst ? List.of("Y", "H") : List.of("Y", "I");
            case 'ն' -> List.of("N");
            case 'շ' -> List.of("SH");
            case 'ո' -> isFirst ? List.of("VO", "O") : List.of("O");
            case 'պ', 'փ' -> List.of("P");
            case 'ջ' -> List.of("J", "DJ", "DZH");
            case 'ռ', 'ր' -> List.of("R");
            case 'ս' -> List.of("S");
            case 'վ', 'ւ' -> List.of("V");
            case 'ք' -> List.of("K", "Q");
            case 'օ' -> List.of("O");
            case 'ֆ' -> List.of("F");
            default -> List.of(Latin.isDigit(c) ? Character.toString(c) : "");
        };
    }
}
