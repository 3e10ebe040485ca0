package lv.vmis.register.reading;

import lv.vmis.register.reading.Latin.Cyrillic;
import org.jspecify.annotations.Nullable;

/** The letter tables of ICAO Doc 9303-3, section 6; letters that are a base letter with marks need no line here. */
final class Letters {

    private Letters() {}

    /**
     * The Latin capitals for one capital, or {@code null} if the tables do not name it.
     *
     * @param first whether the letter starts a word, which Ukrainian spells differently
     * @param bare whether a letter with a mark is read as its base letter (A for Ä) instead of as two letters
     */
    static @Nullable String latin(int letter, boolean first, Cyrillic variant, boolean bare) {
        if (letter >= 0x0400 && letter <= 0x052F) {
            var special = variant(letter, first, variant);
            return special != null ? special : cyrillic(letter);
        }
        return switch (letter) {
            case 'Ä' -> bare ? "A" : "AE";
            case 'Å' -> bare ? "A" : "AA";
            case 'Ö', 'Ø' -> bare ? "O" : "OE";
            case 'Ü' -> bare ? "U" : "UE";
            case 'Æ' -> "AE";
            case 'Œ' -> "OE";
            case 'Đ', 'Ð', 'Ɖ', 'Ɗ' -> "D";
            case 'Ħ' -> "H";
            case 'ı' -> "I";
            case 'ĸ' -> "Q";
            case 'Ł' -> "L";
            case 'Ŋ' -> "N";
            case 'Þ' -> "TH";
            case 'ẞ' -> "SS";
            case 'Ŧ' -> "T";
            // Beyond ICAO, as the issuing States (Azerbaijan, Nigeria, Ghana) print them, so that no letter is lost.
            case 'Ə' -> "A";
            case 'Ɓ' -> "B";
            case 'Ɛ' -> "E";
            case 'Ƙ' -> "K";
            case 'Ɔ' -> "O";
            case 'Ƴ' -> "Y";
            default -> null;
        };
    }

    private static @Nullable String variant(int letter, boolean first, Cyrillic variant) {
        return switch (variant) {
            case RUSSIAN -> null;
            case UKRAINIAN ->
                switch (letter) {
                    case 'Г' -> "H";
                    case 'И' -> "Y";
                    case 'Є' -> first ? "YE" : null;
                    case 'Ї' -> first ? "YI" : null;
                    case 'Й' -> first ? "Y" : null;
                    case 'Ю' -> first ? "YU" : null;
                    case 'Я' -> first ? "YA" : null;
                    default -> null;
                };
            case BELARUSIAN ->
                switch (letter) {
                    case 'Г' -> "H";
                    case 'Ё' -> "IO";
                    default -> null;
                };
            case BULGARIAN -> letter == 'Щ' ? "SHT" : null;
            case SERBIAN ->
                switch (letter) {
                    case 'Ж' -> "Z";
                    case 'Х' -> "H";
                    case 'Ц', 'Ч' -> "C";
                    case 'Ш' -> "S";
                    default -> null;
                };
            case MACEDONIAN ->
                switch (letter) {
                    case 'Ѓ' -> "GJ";
                    case 'Ќ' -> "KJ";
                    case 'Х' -> "H";
                    case 'Ц' -> "C";
                    case 'Џ' -> "DJ";
                    default -> null;
                };
        };
    }

    private static @Nullable String cyrillic(int letter) {
        return switch (letter) {
            case 'А', 'Ә' -> "A";
            case 'Б' -> "B";
            case 'В' -> "V";
            case 'Г', 'Ґ', 'Ѓ', 'Ғ' -> "G";
            case 'Д', 'Ђ' -> "D";
            case 'Е', 'Ё', 'Э' -> "E";
            case 'Є', 'Ъ' -> "IE";
            case 'Ж' -> "ZH";
            case 'З' -> "Z";
            case 'Ѕ', 'Џ' -> "DZ";
            case 'И', 'І', 'Ї', 'Й' -> "I";
            case 'Ј', 'Ҷ', 'Җ' -> "J";
            case 'К', 'Ќ', 'Қ' -> "K";
            case 'Л' -> "L";
            case 'Љ' -> "LJ";
            case 'М' -> "M";
            case 'Н', 'Ң' -> "N";
            case 'Њ' -> "NJ";
            case 'О', 'Ө' -> "O";
            case 'П' -> "P";
            case 'Р' -> "R";
            case 'С' -> "S";
            case 'Т' -> "T";
            case 'Ћ' -> "C";
            case 'У', 'Ў', 'Ѫ', 'Ү', 'Ұ' -> "U";
            case 'Ф' -> "F";
            case 'Х' -> "KH";
            case 'Һ', 'Ҳ' -> "H";
            case 'Ц' -> "TS";
            case 'Ч' -> "CH";
            case 'Ш' -> "SH";
            case 'Щ' -> "SHCH";
            case 'Ы', 'Ѵ' -> "Y";
            case 'Ь', 'Ӏ' -> "";
            case 'Ю' -> "IU";
            case 'Я' -> "IA";
            default -> null;
        };
    }
}
