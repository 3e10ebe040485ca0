package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.reading.Latin.Cyrillic;
import org.jspecify.annotations.Nullable;

/**
 * The other ways to write Cyrillic names in Latin letters, beside the one of ICAO.
 *
 * <p>Source: passports of the States concerned, BGN/PCGN, Latvian spelling without marks, and the French forms of Soviet
 * passports.
 */
final class Cyrillics {

    private enum System {
        ENGLISH,
        ENGLISH_SHORT,
        LATVIAN,
        BULGARIAN,
        TURKIC,
        FRENCH
    }

    private Cyrillics() {}

    static boolean isIn(String word) {
        return word.chars().anyMatch(Cyrillics::isCyrillic);
    }

    private static boolean isCyrillic(int c) {
        return c >= 0x0400 && c <= 0x052F;
    }

    /** The spellings in their order of likelihood; some may be equal. */
    static List<String> others(String word) {
        var capitals = Latin.capitals(word);
        var others = new ArrayList<String>();
        if (has(capitals, "ЂЈЉЊЋЏ")) {
            others.add(write(capitals, Cyrillic.SERBIAN));
            others.add(write(capitals.replace("Ђ", "DJ"), Cyrillic.SERBIAN));
        }
        if (has(capitals, "ЃЌЅЈЏ")) {
            others.add(write(capitals, Cyrillic.MACEDONIAN));
        }
        if (has(capitals, "ЎҚҒҲӘӨҮҰҢҺҶҖ")) {
            others.add(write(capitals, System.TURKIC));
        }
        boolean isUkrainian = has(capitals, "ІЇЄҐ");
        if (isUkrainian) {
            others.add(write(capitals, Cyrillic.UKRAINIAN));
        }
        if (!has(capitals, "ИЩЪ")) {
            others.add(write(capitals, Cyrillic.BELARUSIAN));
        }
        others.add(write(capitals, System.ENGLISH));
        if (!isUkrainian && !has(capitals, "ЫЭЁЪЎ")) {
            others.add(write(capitals, Cyrillic.UKRAINIAN));
        }
        others.add(write(capitals, System.LATVIAN));
        others.add(write(capitals, System.ENGLISH_SHORT));
        if (has(capitals, "ЩЪ")) {
            others.add(write(capitals, System.BULGARIAN));
        }
        others.add(write(capitals, System.FRENCH));
        return others;
    }

    private static boolean has(String capitals, String letters) {
        return capitals.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }

    private static String write(String capitals, Cyrillic variant) {
        var written = new StringBuilder(capitals.length() + 8);
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            append(isCyrillic(c) ? Letters.latin(c, i == 0, variant, false) : null, c, written);
        }
        return LatinTable.write(written.toString());
    }

    private static String write(String capitals, System system) {
        var written = new StringBuilder(capitals.length() + 8);
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            append(isCyrillic(c) ? special(capitals, i, system) : null, c, written);
        }
        return LatinTable.write(written.toString());
    }

    private static void append(@Nullable String latin, char otherwise, StringBuilder written) {
        if (latin == null) {
            written.append(otherwise);
        } else {
            written.append(latin);
        }
    }

    private static @Nullable String special(String capitals, int i, System system) {
        char c = capitals.charAt(i);
        return switch (system) {
            case ENGLISH -> english(c);
            case ENGLISH_SHORT -> english(capitals, i);
            case LATVIAN -> latvian(c);
            case BULGARIAN -> bulgarian(c);
            case TURKIC -> turkic(c);
            case FRENCH -> french(c);
        };
    }

    private static @Nullable String english(char c) {
        return switch (c) {
            case 'Ё' -> "YO";
            case 'Є' -> "YE";
            case 'Ї' -> "YI";
            case 'Й' -> "Y";
            case 'Ю' -> "YU";
            case 'Я' -> "YA";
            case 'Ъ' -> "";
            default -> null;
        };
    }

    private static @Nullable String english(String capitals, int i) {
        char c = capitals.charAt(i);
        boolean isEnd = i == capitals.length() - 1;
        if ((c == 'И' || c == 'Ы') && i == capitals.length() - 2 && capitals.endsWith("Й")) {
            return "";
        }
        if (c == 'К' && !isEnd && capitals.charAt(i + 1) == 'С') {
            return "X";
        }
        if (c == 'С' && i > 0 && capitals.charAt(i - 1) == 'К') {
            return "";
        }
        return switch (c) {
            case 'Х' -> "H";
            case 'Ё' -> "E";
            default -> english(c);
        };
    }

    private static @Nullable String latvian(char c) {
        return switch (c) {
            case 'Ж' -> "Z";
            case 'Ё' -> "JO";
            case 'Є' -> "JE";
            case 'Ї' -> "JI";
            case 'Й' -> "J";
            case 'Х' -> "H";
            case 'Ц', 'Ч' -> "C";
            case 'Ш' -> "S";
            case 'Щ' -> "SC";
            case 'Ы' -> "I";
            case 'Ю' -> "JU";
            case 'Я' -> "JA";
            case 'Ъ' -> "";
            default -> null;
        };
    }

    private static @Nullable String bulgarian(char c) {
        return switch (c) {
            case 'Х' -> "H";
            case 'Щ' -> "SHT";
            case 'Ъ' -> "A";
            case 'Ь' -> "Y";
            default -> english(c);
        };
    }

    private static @Nullable String turkic(char c) {
        return switch (c) {
            case 'Ж', 'Җ', 'Ҷ' -> "J";
            case 'Қ' -> "Q";
            case 'Ў' -> "O";
            case 'Х' -> "X";
            case 'Ң' -> "NG";
            default -> english(c);
        };
    }

    private static @Nullable String french(char c) {
        return switch (c) {
            case 'Ж' -> "J";
            case 'У' -> "OU";
            case 'Ч' -> "TCH";
            case 'Ш' -> "CH";
            case 'Щ' -> "CHTCH";
            case 'Ю' -> "IOU";
            case 'Ё' -> "E";
            case 'Ъ' -> "";
            default -> null;
        };
    }
}
