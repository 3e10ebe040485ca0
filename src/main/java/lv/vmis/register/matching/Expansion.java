package lv.vmis.register.matching;

import java.util.List;

/** The words of one lexicon that agree with the words of a question, and how. */
final class Expansion {

    /** The sounds of {@link Fold}. */
    private static final String SOUNDS = "AIUBCDFGHKLMNPRSTVZ";

    /** From so many sounds on a key with one sound changed says something. */
    private static final int SHORTEST_NEAR = 3;

    private static final int SHORTEST_SKELETON = 3;
    private static final int SHORTEST_VOWELLESS = 2;

    final LevelMap levels = new LevelMap();
    /** The keys found for each word of the question, in the order of their levels. */
    final Ints[] keys;
    /** The level of each of those keys. */
    final Ints[] keyLevels;
    /** Rows that have a word of each level, by word of the question. */
    final long[][] rows;

    private final View view;
    private final Lexicon lexicon;

    Expansion(View view, List<Word> words) {
        this.view = view;
        this.lexicon = view.segment().lexicon;
        keys = new Ints[words.size()];
        keyLevels = new Ints[words.size()];
        rows = new long[words.size()][Level.COUNT];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new Ints();
            keyLevels[i] = new Ints();
            expand(words.get(i), i);
        }
    }

    private void expand(Word word, int i) {
        for (var key : word.folds()) {
            same(lexicon.foldOf(Mix.of(key)), word.latin(), i);
        }
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
        keys[i].add(key);
        keyLevels[i].add(Level.FOLD.ordinal());
    }

    private void skeleton(Word word, String key, int i) {
        var skeleton = Fold.skeleton(key);
        if (skeleton.length() < (word.vowelless() ? SHORTEST_VOWELLESS : SHORTEST_SKELETON)) {
            return;
        }
        for (int found = lexicon.withSkeleton(skeleton); found >= 0; found = lexicon.nextWithSameSkeleton(found)) {
            found(found, i, Level.SKELETON);
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
                nearKey(before + SOUNDS.charAt(s) * Mix.power(at) + Mix.oneUp(after), i);
            }
            if (at == length) {
                break;
            }
            char c = key.charAt(at);
            long here = c * Mix.power(at);
            nearKey(before + Mix.oneDown(after - here), i);
            for (int s = 0; s < SOUNDS.length(); s++) {
                if (SOUNDS.charAt(s) != c) {
                    nearKey(sum + (SOUNDS.charAt(s) - c) * Mix.power(at), i);
                }
            }
            if (at + 1 < length && key.charAt(at + 1) != c) {
                int difference = key.charAt(at + 1) - c;
                nearKey(sum + difference * Mix.power(at) - difference * Mix.power(at + 1), i);
            }
            before += here;
        }
    }

    private void nearKey(long sum, int i) {
        int key = lexicon.foldOf(sum);
        if (key >= 0) {
            found(key, i, Level.NEAR);
        }
    }

    private void found(int key, int i, Level level) {
        boolean isNew = false;
        for (int at = lexicon.wordFrom(key); at < lexicon.wordFrom(key + 1); at++) {
            isNew |= note(lexicon.wordAt(at), i, level);
        }
        if (isNew) {
            keys[i].add(key);
            keyLevels[i].add(level.ordinal());
        }
    }

    private boolean note(int word, int i, Level level) {
        boolean isNew = levels.note(word, i, level.ordinal());
        if (isNew) {
            rows[i][level.ordinal()] += view.rowsOfWord(word);
        }
        return isNew;
    }
}
