package lv.vmis.register.matching;

import java.util.List;

/**
 * The words of one lexicon that agree with the words of a question, and how: at first those that sound the same, with
 * {@link #widen} those that are near.
 */
final class Expansion {

    /** The sounds of {@link Fold}. */
    private static final String SOUNDS = "AIUBCDFGHKLMNPRSTVZ";

    /** From so many sounds on a key with one sound changed says something. */
    private static final int SHORTEST_NEAR = 3;

    private static final int SHORTEST_SKELETON = 3;
    private static final int SHORTEST_VOWELLESS = 2;

    final LevelMap levels = new LevelMap();
    /** The words found for each word of the question. */
    final Ints[] words;
    /** Persons who have a word of each level, by word of the question. */
    final long[][] bearers;

    private final View view;
    private final Lexicon lexicon;
    private final List<Word> asked;
    /** For each word of the question but the last the known keys of it and the next written together. */
    private final int[][] joined;

    private boolean isAnyTwice;

    Expansion(View view, List<Word> asked) {
        this.view = view;
        this.lexicon = view.segment().lexicon;
        this.asked = asked;
        words = new Ints[asked.size()];
        bearers = new long[words.length][Level.COUNT];
        for (int i = 0; i < words.length; i++) {
            words[i] = new Ints();
            for (var key : asked.get(i).folds()) {
                same(lexicon.foldOf(Mix.of(key)), asked.get(i).latin(), i);
            }
        }
        joined = new int[words.length][];
        for (int i = 0; i + 1 < joined.length; i++) {
            joined[i] = joined(asked.get(i).latin() + asked.get(i + 1).latin());
        }
    }

    private int[] joined(String both) {
        var keys = both.length() > NameReader.LETTERS ? List.<String>of() : Fold.keys(both);
        return keys.stream()
                .mapToInt(key -> lexicon.foldOf(Mix.of(key)))
                .filter(key -> key >= 0)
                .toArray();
    }

    /** Whether a word sounds like this word of the question and the next written together. */
    boolean isJoined(int i, int word) {
        for (int key : joined[i]) {
            if (lexicon.hasFold(word, key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word agrees with two words of the question. */
    boolean isAnyTwice() {
        return isAnyTwice;
    }

    /** The level at which a word agrees with a word of the question. */
    int level(int word, int i) {
        return LevelMap.level(levels.get(word), i);
    }

    /** Persons who have a word that sounds like this word of the question. */
    long same(int i) {
        return bearers[i][Level.EXACT.ordinal()] + bearers[i][Level.FOLD.ordinal()];
    }

    /** Looks for words that are near to this word of the question too. */
    void widen(int i) {
        var word = asked.get(i);
        if (!word.vowelless()) {
            for (var key : word.folds()) {
                near(key, i);
            }
        }
        for (var key : word.folds()) {
            skeleton(word, key, i);
        }
    }

    private void same(int key, String latin, int i) {
        if (key < 0) {
            return;
        }
        for (int at = lexicon.wordFrom(key); at < lexicon.wordFrom(key + 1); at++) {
            int word = lexicon.wordAt(at);
            note(word, i, lexicon.isText(word, latin) ? Level.EXACT : Level.FOLD);
        }
    }

    private void skeleton(Word word, String key, int i) {
        var skeleton = Fold.skeleton(key);
        if (skeleton.length() < (word.vowelless() ? SHORTEST_VOWELLESS : SHORTEST_SKELETON)) {
            return;
        }
        for (int found = lexicon.withSkeleton(skeleton); found >= 0; found = lexicon.nextWithSameSkeleton(found)) {
            found(found, i, word.vowelless() ? Level.CONSONANTS : Level.SKELETON);
        }
    }

    /** Tries every key that is one change away: some forty a sound, each by arithmetic and one look into a table. */
    private void near(String key, int i) {
        int length = key.length();
        if (length < SHORTEST_NEAR) {
            return;
        }
        long sum = Mix.of(key);
        long before = 0;
        for (int at = 0; at <= length; at++) {
            long after = sum - before;
            for (int s = 0; s < SOUNDS.length(); s++) {
                char sound = SOUNDS.charAt(s);
                nearKey(before + sound * Mix.power(at) + Mix.oneUp(after), i, level(at, Fold.isVowel(sound)));
            }
            if (at == length) {
                break;
            }
            char c = key.charAt(at);
            long here = c * Mix.power(at);
            boolean vowel = Fold.isVowel(c);
            nearKey(before + Mix.oneDown(after - here), i, level(at, vowel));
            for (int s = 0; s < SOUNDS.length(); s++) {
                char sound = SOUNDS.charAt(s);
                if (sound != c) {
                    nearKey(sum + (sound - c) * Mix.power(at), i, level(at, vowel && Fold.isVowel(sound)));
                }
            }
            if (at + 1 < length && key.charAt(at + 1) != c) {
                int difference = key.charAt(at + 1) - c;
                nearKey(sum + difference * Mix.power(at) - difference * Mix.power(at + 1), i, level(at, false));
            }
            before += here;
        }
    }

    private static Level level(int at, boolean vowel) {
        return vowel ? Level.NEAR_VOWEL : at == 0 ? Level.NEAR_START : Level.NEAR;
    }

    private void nearKey(long sum, int i, Level level) {
        int key = lexicon.foldOf(sum);
        if (key >= 0) {
            found(key, i, level);
        }
    }

    private void found(int key, int i, Level level) {
        for (int at = lexicon.wordFrom(key); at < lexicon.wordFrom(key + 1); at++) {
            note(lexicon.wordAt(at), i, level);
        }
    }

    private void note(int word, int i, Level level) {
        int known = levels.note(word, i, level.ordinal());
        if (known < 0 || known > level.ordinal()) {
            int of = view.bearers(word);
            bearers[i][level.ordinal()] += of;
            if (known >= 0) {
                bearers[i][known] -= of;
            }
        }
        if (known < 0) {
            words[i].add(word);
            isAnyTwice |= LevelMap.words(levels.get(word)) > 1;
        }
    }
}
