package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Writes a word as it sounds, so that the spellings of different countries, decades and passports fall together:
 * SHEVCHENKO, SZEWCZENKO and SEVCENKO have one key.
 *
 * <p>Sounds are A, I (e i y), U (o u) and B C D F G H K L M N P R S T V Z; C is every ts and ch, S every s and sh. A
 * letter that languages read in two ways (C, J, X, CH, Q) gives two keys. A closing S is left out, because Latvian adds
 * one to a man's name.
 */
final class Fold {

    /** So many keys a word has at most; ambiguous letters after that are read in their first way. */
    static final int KEYS = 4;

    private static final int SHORTEST_WITH_ENDING = 4;
    private static final int SHORTEST_BELARUSIAN = 5;

    private final String word;
    private final List<StringBuilder> keys = new ArrayList<>(KEYS);

    private Fold(String word) {
        this.word = word;
    }

    /** The keys of a word of A–Z and 0–9, at least one unless the word is empty; none of them is empty. */
    static List<String> keys(String word) {
        if (word.isEmpty()) {
            return List.of();
        }
        var fold = new Fold(word);
        fold.keys.add(new StringBuilder(word.length()));
        fold.read();
        var finished = new LinkedHashSet<String>();
        for (var key : fold.keys) {
            finished.add(finish(key));
        }
        finished.remove("");
        return finished.isEmpty() ? List.of(word) : List.copyOf(finished);
    }

    /** The consonants of a key: what is left when vowels are heard or written in different ways. */
    static String skeleton(String key) {
        var consonants = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (!isVowel(key.charAt(i))) {
                consonants.append(key.charAt(i));
            }
        }
        return consonants.toString();
    }

    static boolean isVowel(char sound) {
        return sound == 'A' || sound == 'I' || sound == 'U';
    }

    private void read() {
        int i = servant();
        while (i < word.length()) {
            i += letters(i);
        }
    }

    // The servant of God is written ABDUL, ABDEL, ABDAL, ABDUR …: the article is swallowed by what follows.
    private int servant() {
        if (!word.startsWith("ABD") || word.length() < 7 || !isWrittenVowel(word.charAt(3))) {
            return 0;
        }
        int i = 3;
        while (i < word.length() && isWrittenVowel(word.charAt(i))) {
            i++;
        }
        if (i + 2 < word.length() && (word.charAt(i) == 'L' || word.charAt(i) == word.charAt(i + 1))) {
            say("ABDU");
            return i + 1;
        }
        return 0;
    }

    private int letters(int i) {
        char c = word.charAt(i);
        return switch (c) {
            case 'A', 'E', 'I', 'O', 'U', 'Y' -> vowels(i);
            case 'J' -> isBeforeVowel(i) ? choose(1, "", "Z") : vowels(i);
            case 'S' -> hissing(i);
            case 'C' -> c(i);
            case 'T' -> t(i);
            case 'D' -> d(i);
            case 'Z' -> at(i, "ZH") ? say(2, "Z") : say(1, "Z");
            case 'K' -> at(i, "KH") ? say(2, "H") : say(1, "K");
            case 'Q' -> choose(1, "K", "G");
            case 'X' -> x(i);
            case 'G', 'B', 'R' -> at(i + 1, "H") ? say(2, String.valueOf(c)) : say(1, String.valueOf(c));
            case 'P' -> at(i, "PH") ? say(2, "F") : say(1, "P");
            case 'W' -> say(1, "V");
            case 'H' -> i + 1 == word.length() && i > 0 && isWrittenVowel(word.charAt(i - 1)) ? 1 : say(1, "H");
            default -> say(1, String.valueOf(c));
        };
    }

    private int vowels(int from) {
        int end = from;
        while (end < word.length() && (isWrittenVowel(word.charAt(end)) || word.charAt(end) == 'J')) {
            end++;
        }
        if (isBelarusianEnding(from, end)) {
            return vowels(from, end - 1) + choose(1, "U", "V");
        }
        return vowels(from, end);
    }

    // Passports of Belarus write IVANOU for Ivanov.
    private boolean isBelarusianEnding(int from, int end) {
        return end == word.length()
                && end >= SHORTEST_BELARUSIAN
                && end - from > 1
                && word.charAt(end - 1) == 'U'
                && "AEO".indexOf(word.charAt(end - 2)) >= 0;
    }

    // Y, I and J beside another vowel glide; E gives way to A, O and U.
    private int vowels(int from, int end) {
        boolean open = false;
        for (int i = from; i < end; i++) {
            char c = word.charAt(i);
            open |= c == 'A' || c == 'O' || c == 'U';
        }
        if (!open) {
            return say(end - from, "I");
        }
        for (int i = from; i < end; i++) {
            switch (word.charAt(i)) {
                case 'A' -> say("A");
                case 'O', 'U' -> say("U");
                default -> {
                    // glides
                }
            }
        }
        return end - from;
    }

    private int hissing(int i) {
        for (var spelling : List.of("SCHTSCH", "STSCH", "SHCH", "SZCZ", "SCH")) {
            if (at(i, spelling)) {
                return say(spelling.length(), "S");
            }
        }
        if (at(i, "SH") || at(i, "SZ")) {
            return say(2, "S");
        }
        if (at(i, "SC")) {
            return isSoft(i + 2) ? say(2, "S") : say(2, "SK");
        }
        return say(1, "S");
    }

    private int c(int i) {
        if (at(i, "CHZH")) {
            return say(4, "Z");
        }
        if (at(i, "CH")) {
            boolean hard = i + 2 < word.length() && "RLMNTV".indexOf(word.charAt(i + 2)) >= 0;
            return hard ? say(2, "K") : choose(2, "C", "H");
        }
        if (at(i, "CZ")) {
            return say(2, "C");
        }
        if (at(i, "CK") || at(i, "CQ")) {
            return say(2, "K");
        }
        if (isSoft(i + 1)) {
            return say(1, "C");
        }
        return i + 1 == word.length() ? choose(1, "C", "K") : choose(1, "K", "C");
    }

    private int t(int i) {
        for (var spelling : List.of("TSCH", "TSH", "TCH", "TS", "TZ", "TC")) {
            if (at(i, spelling)) {
                return say(spelling.length(), "C");
            }
        }
        return at(i, "TH") ? say(2, "T") : say(1, "T");
    }

    private int d(int i) {
        for (var spelling : List.of("DSCH", "DZH", "DZ")) {
            if (at(i, spelling)) {
                return say(spelling.length(), "Z");
            }
        }
        if (at(i, "DJ")) {
            return choose(2, "Z", "D");
        }
        return at(i, "DH") ? say(2, "D") : say(1, "D");
    }

    private int x(int i) {
        if (at(i, "XH")) {
            return say(2, "Z");
        }
        if (i == 0) {
            return choose(1, "S", "H");
        }
        return i + 1 == word.length() ? say(1, "KS") : choose(1, "KS", "H");
    }

    private boolean at(int i, String spelling) {
        return word.startsWith(spelling, i);
    }

    private boolean isSoft(int i) {
        return i < word.length() && "EIY".indexOf(word.charAt(i)) >= 0;
    }

    private boolean isBeforeVowel(int i) {
        return i + 1 < word.length() && isWrittenVowel(word.charAt(i + 1));
    }

    private static boolean isWrittenVowel(char c) {
        return "AEIOUY".indexOf(c) >= 0;
    }

    private void say(String sounds) {
        for (var key : keys) {
            key.append(sounds);
        }
    }

    private int say(int letters, String sounds) {
        say(sounds);
        return letters;
    }

    private int choose(int letters, String usual, String other) {
        if (keys.size() * 2 > KEYS) {
            return say(letters, usual);
        }
        int count = keys.size();
        for (int k = 0; k < count; k++) {
            keys.add(new StringBuilder(keys.get(k)).append(other));
            keys.get(k).append(usual);
        }
        return letters;
    }

    private static String finish(StringBuilder sounds) {
        var key = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            char c = sounds.charAt(i);
            int last = key.length() - 1;
            if (last >= 0 && key.charAt(last) == c) {
                continue;
            }
            // A dropped J leaves two runs of vowels side by side.
            if (last >= 0 && c == 'I' && (key.charAt(last) == 'A' || key.charAt(last) == 'U')) {
                continue;
            }
            if (last >= 0 && key.charAt(last) == 'I' && (c == 'A' || c == 'U')) {
                key.setLength(last);
                if (last > 0 && key.charAt(last - 1) == c) {
                    continue;
                }
            }
            key.append(c);
        }
        int length = key.length();
        if (length >= SHORTEST_WITH_ENDING && key.charAt(length - 1) == 'S') {
            key.setLength(--length);
        }
        if (length >= SHORTEST_WITH_ENDING && key.charAt(length - 1) == 'F' && isVowel(key.charAt(length - 2))) {
            key.setCharAt(length - 1, 'V');
        }
        if (length > SHORTEST_WITH_ENDING
                && key.charAt(length - 1) == 'I'
                && key.substring(0, length - 1).endsWith("SK")) {
            key.setLength(length - 1);
        }
        return key.toString();
    }
}
