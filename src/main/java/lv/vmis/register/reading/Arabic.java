package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.reading.Words.Word;

/**
 * Arabic, Persian and Urdu names: usual ones with their vowels, of others the consonants only, as vowels are not written.
 *
 * <p>Source: the romanisation tables of the Library of Congress for the three languages, without marks, and the
 * spellings usual in passports.
 */
final class Arabic {

    private static final String ARTICLE = "ال";
    private static final String GOD = "الله";
    private static final String SERVANT = "عبد";
    private static final Set<String> FATHERS = Set.of("ابو", "أبو");
    // They begin like the article and have none.
    private static final Set<String> NO_ARTICLE = Set.of(
            "الياس",
            "الیاس",
            "الهام",
            "الكسندر",
            "الکساندر",
            "الكساندر",
            "البرت",
            "الينا",
            "الینا",
            "الماس",
            "اليسا",
            "المیرا",
            "الناز",
            "الهه",
            "الچین",
            "الطاف",
            "التون");
    // Second halves of names that Persian and Urdu write as one word.
    private static final List<String> SECOND_HALVES =
            List.of("دین", "دين", "حق", "رحمن", "رحمان", "اسلام", "إسلام", "زمان", "حسن", "رضا");
    private static final String PERSIAN_LETTERS = "پچژگکیٹڈڑںھہے";
    private static final String SUN_LETTERS = "تثدذرزسشصضطظن";
    private static final String LONG_A = "اأآٱى";

    private Arabic() {}

    static boolean isPersian(String word) {
        return word.chars().anyMatch(c -> PERSIAN_LETTERS.indexOf(c) >= 0);
    }

    /** Whether the two words are one name: servant of … */
    static boolean joins(String word, String next) {
        return ArabicVowels.bare(word).equals(SERVANT)
                && ArabicVowels.bare(next).startsWith(ARTICLE);
    }

    static List<ReadWord> read(Word word, boolean persian) {
        var bare = ArabicVowels.bare(word.plain());
        var pieces = pieces(bare);
        if (pieces.size() == 1) {
            var vocalised = ArabicVowels.read(word.plain());
            return List.of(vocalised.isEmpty() ? unvocalised(word, bare, persian) : word.read(List.of(vocalised)));
        }
        var read = new ArrayList<ReadWord>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            boolean isLast = i == pieces.size() - 1;
            boolean joined = isLast ? word.joined() : true;
            read.add(
                    piece.equals(ARTICLE) && !isLast
                            ? new ReadWord(piece, article(pieces.get(i + 1)), false, joined)
                            : piece(piece, piece, persian, joined));
        }
        return read;
    }

    private static ReadWord unvocalised(Word word, String bare, boolean persian) {
        return bare.endsWith(GOD) && bare.length() > GOD.length()
                ? ofGod(word, bare.substring(0, bare.length() - GOD.length()), persian)
                : piece(word.original(), bare, persian, word.joined());
    }

    private static ReadWord piece(String original, String bare, boolean persian, boolean joined) {
        var known = ArabicNames.forms(bare);
        return known.isEmpty()
                ? new ReadWord(original, consonants(bare, persian), true, joined)
                : new ReadWord(original, known, false, joined);
    }

    // RAHMATULLAH and NASRALLAH are one word in most passports.
    private static ReadWord ofGod(Word word, String whose, boolean persian) {
        var known = ArabicNames.forms(whose);
        return known.isEmpty()
                ? new ReadWord(word.original(), ended(consonants(whose, persian), "LLH"), true, word.joined())
                : word.read(Stream.concat(ended(known, "ULLAH").stream(), ended(known, "ALLAH").stream())
                        .limit(Scripts.READINGS)
                        .toList());
    }

    private static List<String> ended(List<String> forms, String ending) {
        return forms.stream().map(form -> form + ending).toList();
    }

    private static List<String> pieces(String word) {
        if (word.endsWith(GOD) || NO_ARTICLE.contains(word)) {
            return List.of(word);
        }
        if (word.startsWith(ARTICLE) && word.length() >= 4) {
            return List.of(ARTICLE, word.substring(2));
        }
        int article = word.indexOf(ARTICLE, 1);
        if (article >= 2 && word.length() - article >= 4) {
            var first = word.substring(0, article);
            var second = word.substring(article + ARTICLE.length());
            if (first.equals(SERVANT) || FATHERS.contains(first) || SECOND_HALVES.contains(second)) {
                return List.of(first, ARTICLE, second);
            }
        }
        return List.of(word);
    }

    // Before some letters the L is spoken as that letter, and many passports write it so.
    private static List<String> article(String next) {
        var forms = new ArrayList<>(List.of("AL", "EL", "UL"));
        if (SUN_LETTERS.indexOf(next.charAt(0)) >= 0) {
            var sound = consonant(next.charAt(0), false).getFirst();
            forms.addAll(List.of("A" + sound, "E" + sound, "U" + sound));
        }
        return forms;
    }

    private static List<String> consonants(String word, boolean persian) {
        if (word.equals(GOD)) {
            return List.of("ALLH", "ALL");
        }
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            boolean isLast = i == word.length() - 1;
            if (i == 0) {
                parts.add(first(c, next, isLast, persian));
            } else if (isLast) {
                parts.add(last(c, persian));
            } else {
                parts.add(middle(c, i > 1 ? word.charAt(i - 1) : ' ', next, persian));
            }
        }
        return Spellings.free(parts);
    }

    private static List<String> first(char c, char next, boolean isLast, boolean persian) {
        return switch (c) {
            case 'إ' -> List.of("I");
            case 'ا', 'أ', 'ع', 'ء', 'ٱ', 'ئ' ->
                switch (next) {
                    case 'ي', 'ی', 'ى' -> isLast ? List.of("A") : List.of("I", "A");
                    case 'و', 'ؤ', 'ۇ', 'ۆ', 'ۈ' -> List.of("U", "A");
                    default -> List.of("A");
                };
            case 'آ' -> List.of("A");
            case 'و' -> List.of("W");
            case 'ي', 'ی', 'ى' -> List.of("Y");
            case 'ه', 'ة', 'ہ', 'ە' -> List.of("H");
            default -> consonant(c, persian);
        };
    }

    private static List<String> middle(char c, char before, char next, boolean persian) {
        // Beside a long A, W and Y are nearly always spoken.
        boolean isSpoken = LONG_A.indexOf(before) >= 0 || LONG_A.indexOf(next) >= 0;
        return switch (c) {
            case 'و', 'ؤ' -> isSpoken ? List.of("W", "") : List.of("", "W");
            case 'ي', 'ی' -> isSpoken ? List.of("Y", "") : List.of("", "Y");
            case 'ئ' -> List.of("", "Y");
            case 'ه', 'ہ', 'ھ' -> List.of("H");
            case 'ة' -> List.of("T", "H");
            default -> consonant(c, persian);
        };
    }

    private static List<String> last(char c, boolean persian) {
        return switch (c) {
            case 'ة', 'ۃ' -> List.of("", "H", "T");
            case 'ه', 'ہ' -> List.of("", "H");
            case 'و' -> List.of("", "W");
            case 'ي', 'ی', 'ئ' -> List.of("", "Y");
            default -> consonant(c, persian);
        };
    }

    /** The forms of a letter that is no vowel here; a letter that is silent, or not known, gives nothing. */
    static List<String> consonant(char c, boolean persian) {
        return switch (c) {
            case 'ب' -> List.of("B");
            case 'پ' -> List.of("P");
            case 'ت', 'ط', 'ٹ', 'ټ' -> List.of("T");
            case 'ث' -> persian ? List.of("S", "TH") : List.of("TH", "S");
            case 'ج' -> persian ? List.of("J") : List.of("J", "G", "DJ");
            case 'چ' -> List.of("CH");
            case 'ح', 'ه', 'ہ', 'ھ' -> List.of("H");
            case 'خ' -> List.of("KH");
            case 'د', 'ڈ', 'ډ' -> List.of("D");
            case 'ذ' -> persian ? List.of("Z", "DH") : List.of("DH", "Z");
            case 'ر', 'ڑ', 'ړ', 'ڕ' -> List.of("R");
            case 'ز' -> List.of("Z");
            case 'ژ', 'ږ' -> List.of("ZH", "J");
            case 'س', 'ص' -> List.of("S");
            case 'ش', 'ښ' -> List.of("SH");
            case 'ض' -> persian ? List.of("Z", "D") : List.of("D", "DH", "Z");
            case 'ظ' -> List.of("Z", "DH");
            case 'غ' -> List.of("GH");
            case 'ف' -> List.of("F");
            case 'ڤ', 'ۋ' -> List.of("V", "W");
            case 'ق' -> persian ? List.of("GH", "Q") : List.of("Q", "K");
            case 'ك', 'ک', 'ڪ' -> List.of("K");
            case 'گ', 'ګ' -> List.of("G");
            case 'ڭ', 'ڱ' -> List.of("NG");
            case 'ل', 'ڵ' -> List.of("L");
            case 'م' -> List.of("M");
            case 'ن', 'ں', 'ڼ' -> List.of("N");
            case 'څ' -> List.of("TS");
            case 'ځ' -> List.of("Z", "DZ");
            default -> List.of(Latin.isDigit(c) ? Character.toString(c) : "");
        };
    }
}
