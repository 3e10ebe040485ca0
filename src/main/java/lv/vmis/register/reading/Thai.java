package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Thai and Lao names by sound: a syllable is read with the vowel that is written around its consonant, or the unwritten one.
 *
 * <p>Source: Royal Thai General System (1999); Lao stands in the same order in Unicode and is read as Thai.
 */
final class Thai {

    private static final char NO_CONSONANT = 'อ';

    private final String word;
    private final List<List<String>> parts = new ArrayList<>();
    private int at;

    private Thai(String word) {
        this.word = word;
    }

    static List<String> read(String word) {
        var reading = new Thai(ThaiLetters.sounded(word));
        while (reading.at < reading.word.length()) {
            reading.syllable();
        }
        return Spellings.alike(reading.parts);
    }

    private void syllable() {
        char first = letter(at);
        char before = ThaiLetters.VOWELS_BEFORE.indexOf(first) >= 0 ? first : ' ';
        at += before == ' ' ? 0 : 1;
        char initial = letter(at);
        if (!ThaiLetters.isConsonant(initial)) {
            if (before == ' ') {
                parts.add(List.of(Latin.isDigit(initial) ? Character.toString(initial) : ""));
                at++;
            }
            return;
        }
        boolean endsWord = at == word.length() - 1 && before == ' ' && !parts.isEmpty();
        if (endsWord) {
            // A lone last consonant (จักร) is not spoken.
            at++;
            return;
        }
        onset(initial, before != ' ');
        if (before == ' ') {
            vowelAfter();
        } else {
            vowelAround(before);
        }
    }

    private void onset(char initial, boolean hasVowelBefore) {
        char second = letter(at + 1);
        boolean isSpoken =
                hasVowelBefore ? ThaiLetters.isConsonant(letter(at + 2)) || isVowelAfter(at + 2) : isVowelAfter(at + 2);
        at++;
        if (isSpoken && initial == 'ท' && second == 'ร' && !hasVowelBefore) {
            parts.add(List.of("S"));
            at++;
        } else if (isSpoken && initial == 'ห' && "งญนมยรลว".indexOf(second) >= 0) {
            parts.add(ThaiLetters.initial(second));
            at++;
        } else if (isSpoken && (initial == 'ส' || initial == 'ศ') && second == 'ร') {
            parts.add(List.of("S"));
            at++;
        } else if (isSpoken && "กขคตปผพ".indexOf(initial) >= 0 && "รลว".indexOf(second) >= 0) {
            parts.add(ThaiLetters.initial(initial));
            parts.add(ThaiLetters.initial(second));
            at++;
        } else {
            parts.add(ThaiLetters.initial(initial));
        }
    }

    private void vowelAfter() {
        char c = letter(at);
        char next = letter(at + 1);
        if (c == 'ร' && next == 'ร') {
            at += 2;
            vowel("A");
            if (!ends()) {
                parts.add(List.of("N"));
            }
            return;
        }
        switch (c) {
            case 'ั' -> {
                at++;
                if (next == 'ว') {
                    at++;
                    vowel("UA");
                } else {
                    closed("A");
                }
            }
            case 'ะ' -> open("A");
            case 'า' -> closedAfter("A");
            case 'ำ' -> open("AM");
            case 'ิ', 'ี' -> closedAfter("I");
            case 'ึ', 'ื' -> {
                at++;
                at += letter(at) == NO_CONSONANT ? 1 : 0;
                closed("UE");
            }
            case 'ุ', 'ู' -> closedAfter("U");
            case '\u0EBB' -> closedAfter("O");
            case '\u0EBD' -> closedAfter("IA");
            default -> unwritten(c, next);
        }
    }

    private void unwritten(char c, char next) {
        if (c == NO_CONSONANT && !isVowelAfter(at + 1)) {
            closedAfter("O");
        } else if (c == 'ว' && ThaiLetters.isConsonant(next) && !isVowelAfter(at + 2)) {
            closedAfter("UA");
        } else if (isFinal()) {
            closed("O");
        } else {
            vowel("A");
        }
    }

    private void vowelAround(char before) {
        char c = letter(at);
        char next = letter(at + 1);
        switch (before) {
            case 'ใ', 'ไ' -> {
                vowel("AI");
                at += c == 'ย' && !isVowelAfter(at + 1) ? 1 : 0;
            }
            case 'แ' -> around("AE");
            case 'โ' -> around("O");
            default -> {
                if (c == 'ี' && next == 'ย') {
                    at += 2;
                    closed("IA");
                } else if (c == 'ื' && next == NO_CONSONANT) {
                    at += 2;
                    closed("UEA");
                } else if (c == 'า') {
                    at++;
                    boolean isShort = letter(at) == 'ะ';
                    at += isShort ? 1 : 0;
                    vowel(isShort ? "O" : "AO");
                } else if ((c == NO_CONSONANT && !isVowelAfter(at + 1)) || c == 'ิ') {
                    closedAfter("OE");
                } else if (c == 'ย' && !isVowelAfter(at + 1)) {
                    at++;
                    vowel("OEI");
                } else {
                    around("E");
                }
            }
        }
    }

    private void around(String vowel) {
        char c = letter(at);
        if (c == 'ะ') {
            open(vowel);
        } else {
            at += c == '็' ? 1 : 0;
            closed(vowel);
        }
    }

    private void open(String vowel) {
        at++;
        vowel(vowel);
    }

    private void closedAfter(String vowel) {
        at++;
        closed(vowel);
    }

    private void closed(String vowel) {
        vowel(vowel);
        ends();
    }

    private boolean ends() {
        if (!isFinal()) {
            return false;
        }
        parts.add(List.of(ThaiLetters.last(letter(at))));
        at++;
        return true;
    }

    private void vowel(String vowel) {
        parts.add(List.of(vowel));
    }

    // The next consonant closes the syllable unless a vowel, or the doubled R that sounds A, makes it begin another.
    private boolean isFinal() {
        return ThaiLetters.isConsonant(letter(at))
                && letter(at) != NO_CONSONANT
                && !isVowelAfter(at + 1)
                && !(letter(at + 1) == 'ร' && letter(at + 2) == 'ร')
                && !isLastSyllable();
    }

    // Two last consonants are a syllable of their own (ภูมิพล), unless the last is a silent R (เพชร).
    private boolean isLastSyllable() {
        boolean isSilent = letter(at + 1) == 'ร' && "กตทช".indexOf(letter(at)) >= 0;
        return at == word.length() - 2
                && ThaiLetters.isConsonant(letter(at + 1))
                && letter(at + 1) != NO_CONSONANT
                && !isSilent;
    }

    private char letter(int i) {
        return i < word.length() ? word.charAt(i) : ' ';
    }

    private boolean isVowelAfter(int i) {
        return ThaiLetters.VOWELS_AFTER.indexOf(letter(i)) >= 0;
    }
}
