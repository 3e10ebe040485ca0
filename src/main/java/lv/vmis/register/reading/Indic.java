package lv.vmis.register.reading;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Names in the scripts of India and Sri Lanka: the ISO 15919 letters of ICU, turned into the spellings of passports.
 *
 * <p>Source: Unicode CLDR transforms; the unspoken A of the northern scripts after Choudhury, Basu and Sarkar, "A
 * diachronic approach for schwa deletion in Indo Aryan languages" (2004).
 */
final class Indic {

    private static final List<String> LONG_I = List.of("I", "EE");
    private static final List<String> LONG_U = List.of("U", "OO");

    private enum Sound {
        CONSONANT,
        VOWEL,
        INHERENT
    }

    private final UnicodeScript script;
    private final String letters;
    private final List<List<String>> parts = new ArrayList<>();
    private final List<Sound> sounds = new ArrayList<>();

    private Indic(UnicodeScript script, String letters) {
        this.script = script;
        this.letters = letters;
    }

    static List<String> read(String word) {
        var script = UnicodeScript.of(word.codePointAt(0));
        // ICU does not know the nasal sign of Gurmukhi that stands after short vowels; a nasal before H sounds NGH.
        var plain =
                word.replace('\u0A70', '\u0A02').replace("\u0902ह", "\u0902घ").replace("\u0A82હ", "\u0A82ઘ");
        var written = Icu.write(transform(script), plain);
        var reading = new Indic(script, Normalizer.normalize(written, Normalizer.Form.NFD));
        reading.cut();
        if (reading.isNorthern()) {
            reading.dropUnspoken();
        }
        return Spellings.alike(reading.parts);
    }

    private static String transform(UnicodeScript script) {
        return switch (script) {
            case DEVANAGARI -> "Devanagari-Latin";
            case BENGALI -> "Bengali-Latin";
            case GURMUKHI -> "Gurmukhi-Latin";
            case GUJARATI -> "Gujarati-Latin";
            case ORIYA -> "Oriya-Latin";
            case TAMIL -> "Tamil-Latin";
            case TELUGU -> "Telugu-Latin";
            case KANNADA -> "Kannada-Latin";
            case MALAYALAM -> "Malayalam-Latin";
            case SINHALA -> "si-si_Latn";
            default -> "Any-Latin";
        };
    }

    private boolean isNorthern() {
        return switch (script) {
            case DEVANAGARI, BENGALI, GURMUKHI, GUJARATI -> true;
            default -> false;
        };
    }

    private void cut() {
        int i = 0;
        while (i < letters.length()) {
            char c = letters.charAt(i);
            int end = i + 1;
            while (end < letters.length() && isMark(letters.charAt(end))) {
                end++;
            }
            var marks = letters.substring(i + 1, end);
            char next = end < letters.length() ? letters.charAt(end) : ' ';
            if ("aeiouǝæ".indexOf(c) >= 0) {
                i = vowel(c, marks, next, end);
            } else if ((c == 'r' || c == 'l') && marks.indexOf('\u0325') >= 0) {
                add(List.of(c + "I", c + "U"), Sound.VOWEL);
                i = end;
            } else if (c == 'j' && next == 'n' && letter(end + 1) == '\u0303') {
                add(List.of("GY", "JN", "GN"), Sound.CONSONANT);
                i = end + 2;
            } else if (c >= 'a' && c <= 'z') {
                // An H belongs to the letter before it.
                boolean isBreathed = next == 'h' && c != 'h' && "nmlrywvs".indexOf(c) < 0;
                consonant(c, marks, isBreathed, isBreathed ? letter(end + 1) : next);
                i = isBreathed ? end + 1 : end;
            } else {
                if (Latin.isDigit(c)) {
                    add(List.of(Character.toString(c)), Sound.CONSONANT);
                }
                i = end;
            }
        }
    }

    private char letter(int at) {
        return at < letters.length() ? letters.charAt(at) : ' ';
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private int vowel(char c, String marks, char next, int end) {
        boolean isLong = marks.indexOf('\u0304') >= 0;
        if (c == 'a' && !isLong && (next == 'i' || next == 'u') && !isLongAt(end + 1)) {
            add(next == 'i' ? List.of("AI") : List.of("AU", "OU"), Sound.VOWEL);
            return end + 1;
        }
        switch (c) {
            case 'a' -> {
                if (isLong) {
                    add(List.of("A"), Sound.VOWEL);
                } else {
                    add(script == UnicodeScript.BENGALI ? List.of("A", "O") : List.of("A"), Sound.INHERENT);
                }
            }
            case 'i' -> add(isLong ? LONG_I : List.of("I"), Sound.VOWEL);
            case 'u' -> add(isLong ? LONG_U : List.of("U"), Sound.VOWEL);
            case 'o' -> add(List.of("O"), Sound.VOWEL);
            case 'æ' -> add(List.of("A", "AE"), Sound.VOWEL);
            default -> add(List.of("E"), Sound.VOWEL);
        }
        return end;
    }

    private boolean isLongAt(int at) {
        return letter(at) == '\u0304';
    }

    private void consonant(char c, String marks, boolean isBreathed, char next) {
        boolean isFirst = parts.isEmpty();
        boolean isBelow = marks.indexOf('\u0323') >= 0;
        var sounds = switch (c) {
            case 'c' -> script == UnicodeScript.TAMIL ? List.of("S", "CH") : List.of("CH");
            case 's' -> marks.indexOf('\u0301') >= 0 || isBelow ? hissing() : List.of("S");
            case 'v' -> List.of("V", "W");
            case 'b' -> script == UnicodeScript.BENGALI && !isBreathed ? List.of("B", "V") : List.of("B");
            case 'y' ->
                script == UnicodeScript.BENGALI && isFirst && marks.isEmpty() ? List.of("J", "Y") : List.of("Y");
            case 'm' ->
                // The dot above is a nasal that follows the next sound.
                List.of(marks.isEmpty() || "pbm".indexOf(next) >= 0 ? "M" : "N");
            case 'n' -> List.of("pbm".indexOf(next) >= 0 && marks.indexOf('\u0304') >= 0 ? "M" : "N");
            case 'l' -> marks.indexOf('\u0331') >= 0 ? List.of("ZH", "L") : List.of("L");
            case 'k' -> southern("K", "G");
            case 't' -> southern("T", isBelow ? "D" : "TH");
            case 'p' -> southern("P", "B");
            case 'q' -> List.of("Q", "K");
            default -> List.of(OtherScripts.capitals(Character.toString(c)));
        };
        add(
                isBreathed && !sounds.getFirst().endsWith("H")
                        ? sounds.stream().map(one -> one + "H").toList()
                        : sounds,
                Sound.CONSONANT);
    }

    private List<String> hissing() {
        return script == UnicodeScript.BENGALI ? List.of("SH", "S") : List.of("SH");
    }

    // Tamil writes voiced and voiceless sounds with one letter.
    private List<String> southern(String usual, String other) {
        return script == UnicodeScript.TAMIL && !parts.isEmpty() ? List.of(usual, other) : List.of(usual);
    }

    private void add(List<String> forms, Sound sound) {
        parts.add(forms.stream()
                .map(form -> form.toUpperCase(java.util.Locale.ROOT))
                .toList());
        sounds.add(sound);
    }

    private void dropUnspoken() {
        int last = parts.size() - 1;
        if (last >= 2 && sounds.get(last) == Sound.INHERENT) {
            // After two consonants the vowel stays if they could not be spoken without it: Narendra, but Anand.
            boolean isSpoken = sounds.get(last - 2) == Sound.CONSONANT
                    && "RYVLNM".contains(parts.get(last - 1).getFirst());
            if (isSpoken) {
                parts.set(last, List.of("A", ""));
            } else {
                parts.set(last, script == UnicodeScript.GURMUKHI ? List.of("") : List.of("", "A"));
            }
        }
        // From the end: of two such vowels in a row only one is silent.
        boolean isNextSpoken = last >= 0 && sounds.get(last) == Sound.VOWEL;
        for (int i = last - 1; i >= 2; i--) {
            if (sounds.get(i) == Sound.CONSONANT) {
                continue;
            }
            boolean isBetween = sounds.get(i - 1) == Sound.CONSONANT && sounds.get(i - 2) != Sound.CONSONANT;
            boolean drops = sounds.get(i) == Sound.INHERENT && isNextSpoken && isBetween && isBeforeSyllable(i);
            if (drops) {
                parts.set(i, script == UnicodeScript.GURMUKHI ? List.of("", "A") : List.of("A", ""));
            }
            isNextSpoken = !drops;
        }
    }

    private boolean isBeforeSyllable(int i) {
        if (i + 2 >= sounds.size() || sounds.get(i + 1) != Sound.CONSONANT) {
            return false;
        }
        boolean isSingle = sounds.get(i + 2) != Sound.CONSONANT;
        return isSingle || "RYV".contains(parts.get(i + 2).getFirst());
    }
}
