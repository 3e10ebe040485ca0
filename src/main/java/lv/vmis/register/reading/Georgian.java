package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Georgian names by the national system of 2002, as Georgian passports print them; then the older Russian and Western forms. */
final class Georgian {

    private Georgian() {}

    static List<String> read(String word) {
        var parts = new ArrayList<List<String>>();
        var small = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            parts.add(letter(modern(small.charAt(i))));
        }
        return Spellings.alike(parts);
    }

    // The capitals of church script stand in the same order as the letters of today.
    private static char modern(char c) {
        if (c >= 'Ⴀ' && c <= 'Ⴥ') {
            return (char) (c - 'Ⴀ' + 'ა');
        }
        return c >= 'ⴀ' && c <= 'ⴥ' ? (char) (c - 'ⴀ' + 'ა') : c;
    }

    private static List<String> letter(char c) {
        return switch (c) {
            case 'ა' -> List.of("A");
            case 'ბ' -> List.of("B");
            case 'გ' -> List.of("G");
            case 'დ' -> List.of("D");
            case 'ე', 'ჱ' -> List.of("E");
            case 'ვ' -> List.of("V");
            case 'ზ' -> List.of("Z");
            case 'თ', 'ტ' -> List.of("T");
            case 'ი', 'ჲ' -> List.of("I");
            case 'კ', 'ქ' -> List.of("K");
            case 'ლ' -> List.of("L");
            case 'მ' -> List.of("M");
            case 'ნ' -> List.of("N");
            case 'ო', 'ჵ' -> List.of("O");
            case 'პ' -> List.of("P");
            case 'ფ' -> List.of("P", "PH");
            case 'ჟ' -> List.of("ZH", "J");
            case 'რ' -> List.of("R");
            case 'ს' -> List.of("S");
            case 'უ', 'ჳ' -> List.of("U");
            case 'ღ' -> List.of("GH", "G");
            case 'ყ' -> List.of("Q", "K");
            case 'შ' -> List.of("SH");
            case 'ჩ', 'ჭ' -> List.of("CH");
            case 'ც', 'წ' -> List.of("TS", "TZ", "C");
            case 'ძ' -> List.of("DZ");
            case 'ხ' -> List.of("KH", "H");
            case 'ჴ' -> List.of("Q", "KH");
            case 'ჯ' -> List.of("J", "DZH");
            case 'ჰ' -> List.of("H");
            case 'ჶ' -> List.of("F");
            default -> List.of(Latin.isDigit(c) ? Character.toString(c) : "");
        };
    }
}
