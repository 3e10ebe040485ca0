package lv.vmis.register.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The distinct words of a register and the keys they are found under. Immutable.
 *
 * <p>Words and keys are numbers from 0; their letters lie one after another in one array.
 */
final class Lexicon {

    private static final int SOUNDS_OF_LAST_LETTERS = 2;

    private final byte[] wordLetters;
    private final int[] wordStart;
    private final int[] wordFoldStart;
    private final int[] wordFolds;
    private final byte[] foldLetters;
    private final int[] foldStart;
    private final int[] foldWordStart;
    private final int[] foldWords;
    private final SumTable foldTable;
    private final SumTable skeletonTable;
    private final int[] sameSkeleton;

    private Lexicon(Building from) {
        wordLetters = from.wordLetters.packed();
        wordStart = from.wordLetters.starts();
        foldLetters = from.foldLetters.packed();
        foldStart = from.foldLetters.starts();
        wordFoldStart = from.wordFoldStart.packed();
        wordFolds = from.wordFolds.packed();
        int folds = from.folds.size();
        foldWordStart = new int[folds + 1];
        for (int fold : wordFolds) {
            foldWordStart[fold + 1]++;
        }
        Arrays.parallelPrefix(foldWordStart, Integer::sum);
        foldWords = new int[wordFolds.length];
        var at = Arrays.copyOf(foldWordStart, folds);
        for (int word = 0; word + 1 < wordFoldStart.length; word++) {
            for (int i = wordFoldStart[word]; i < wordFoldStart[word + 1]; i++) {
                foldWords[at[wordFolds[i]]++] = word;
            }
        }
        foldTable = new SumTable(folds);
        skeletonTable = new SumTable(folds);
        sameSkeleton = new int[folds];
        for (int fold = 0; fold < folds; fold++) {
            var key = foldText(fold);
            foldTable.put(Mix.of(key), fold);
            sameSkeleton[fold] = skeletonTable.replace(Mix.of(Fold.skeleton(key)), fold);
        }
    }

    int words() {
        return wordStart.length - 1;
    }

    int folds() {
        return foldStart.length - 1;
    }

    String text(int word) {
        return new String(
                wordLetters, wordStart[word], wordStart[word + 1] - wordStart[word], StandardCharsets.US_ASCII);
    }

    int length(int word) {
        return wordStart[word + 1] - wordStart[word];
    }

    /** Whether the word and the text are the same as far as the shorter goes. */
    boolean begins(int word, String text) {
        int start = wordStart[word];
        int shorter = Math.min(length(word), text.length());
        for (int i = 0; i < shorter; i++) {
            if (wordLetters[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a longer word with one of these keys may begin with the word, whose last letters may sound otherwise there. */
    boolean mayBegin(List<String> keys, int word) {
        int fold = wordFolds[wordFoldStart[word]];
        int sure = Math.max(1, foldStart[fold + 1] - foldStart[fold] - SOUNDS_OF_LAST_LETTERS);
        for (var key : keys) {
            if (key.length() >= sure && isBeginning(fold, sure, key)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeginning(int fold, int length, String key) {
        for (int i = 0; i < length; i++) {
            if (foldLetters[foldStart[fold] + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean hasFold(int word, int fold) {
        for (int i = wordFoldStart[word]; i < wordFoldStart[word + 1]; i++) {
            if (wordFolds[i] == fold) {
                return true;
            }
        }
        return false;
    }

    int foldLength(int word) {
        int fold = wordFolds[wordFoldStart[word]];
        return foldStart[fold + 1] - foldStart[fold];
    }

    boolean isText(int word, String latin) {
        int start = wordStart[word];
        if (wordStart[word + 1] - start != latin.length()) {
            return false;
        }
        for (int i = 0; i < latin.length(); i++) {
            if (wordLetters[start + i] != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String foldText(int fold) {
        return new String(
                foldLetters, foldStart[fold], foldStart[fold + 1] - foldStart[fold], StandardCharsets.US_ASCII);
    }

    /** The first key of a word. */
    String fold(int word) {
        return foldText(wordFolds[wordFoldStart[word]]);
    }

    /** A word as it was read. */
    Word word(int word) {
        var folds = new ArrayList<String>();
        for (int i = wordFoldStart[word]; i < wordFoldStart[word + 1]; i++) {
            folds.add(foldText(wordFolds[i]));
        }
        return new Word(text(word), folds, false);
    }

    int foldFrom(int word) {
        return wordFoldStart[word];
    }

    int foldAt(int i) {
        return wordFolds[i];
    }

    int wordFrom(int fold) {
        return foldWordStart[fold];
    }

    int wordAt(int i) {
        return foldWords[i];
    }

    /** The key with this sum, or −1. */
    int foldOf(long sum) {
        return foldTable.get(sum);
    }

    /** The first key with this skeleton, or −1. */
    int withSkeleton(String skeleton) {
        return skeletonTable.get(Mix.of(skeleton));
    }

    /** The next key with the same skeleton, or −1. */
    int nextWithSameSkeleton(int fold) {
        return sameSkeleton[fold];
    }

    /** Collects words while rows are read. */
    static final class Building {

        private final Map<String, Integer> known = new HashMap<>();
        private final Map<String, Integer> folds = new HashMap<>();
        private final Letters wordLetters = new Letters();
        private final Letters foldLetters = new Letters();
        private final Ints wordFoldStart = new Ints();
        private final Ints wordFolds = new Ints();

        Building() {
            wordFoldStart.add(0);
        }

        /** The number of a word, new or known. */
        int number(Word word) {
            return known.computeIfAbsent(word.identity(), _ -> add(word));
        }

        private int add(Word word) {
            int number = wordLetters.add(word.latin());
            for (var key : word.folds()) {
                wordFolds.add(folds.computeIfAbsent(key, foldLetters::add));
            }
            wordFoldStart.add(wordFolds.size());
            return number;
        }

        int size() {
            return known.size();
        }

        /**
         * The numbers of all words in the order of their consonants, then of how they sound: words that are looked for
         * together stand together.
         */
        int[] inOrderOfSound() {
            var sounds = new String[known.size()];
            known.forEach((identity, number) -> {
                var key = identity.split("\\|", -1)[1];
                sounds[number] = Fold.skeleton(key) + '|' + key + '|' + identity;
            });
            return IntStream.range(0, sounds.length)
                    .boxed()
                    .sorted(Comparator.comparing(number -> sounds[number]))
                    .mapToInt(number -> number)
                    .toArray();
        }

        /** The same words with other numbers, the first of these becoming 0. */
        Lexicon done(int[] order) {
            var identities = new String[known.size()];
            known.forEach((identity, number) -> identities[number] = identity);
            var ordered = new Building();
            for (int number : order) {
                var parts = List.of(identities[number].split("\\|"));
                ordered.add(new Word(parts.getFirst(), parts.subList(1, parts.size()), false));
            }
            return new Lexicon(ordered);
        }
    }
}
