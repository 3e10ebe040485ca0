package lv.vmis.register.matching;

import java.util.Arrays;

/** For words of the lexicon, the levels at which they agree with each word of a question: four bits a word. */
final class LevelMap {

    private static final int BITS = 4;
    private static final int ONE = (1 << BITS) - 1;

    private int[] words = new int[256];
    private int[] levels = new int[256];
    private float[] away = {};
    private float[] home = {};
    private int size;

    LevelMap() {
        Arrays.fill(words, -1);
    }

    private static int spread(int word) {
        int h = word * 0x9E3779B9;
        return h ^ (h >>> 15);
    }

    /** The place of a word, −1 if it agrees with none. */
    int place(int word) {
        int mask = words.length - 1;
        int at = spread(word) & mask;
        while (words[at] >= 0) {
            if (words[at] == word) {
                return at;
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    /** All levels of the word at a place. */
    int at(int place) {
        return levels[place];
    }

    /** All levels of a word, 0 if it agrees with none. */
    int get(int word) {
        int place = place(word);
        return place < 0 ? 0 : levels[place];
    }

    /** The most the word at a place is worth in a row of the same State, or another. */
    float best(int place, boolean atHome) {
        return (atHome ? home : away)[place];
    }

    /** Works out {@link #best} from the worth of each level, by word of the question. */
    void value(double[][] worthAway, double[][] worthAtHome) {
        away = new float[words.length];
        home = new float[words.length];
        for (int place = 0; place < words.length; place++) {
            for (int i = 0; i < worthAway.length && levels[place] != 0; i++) {
                int level = level(levels[place], i);
                if (level >= 0) {
                    away[place] = Math.max(away[place], Math.nextUp((float) worthAway[i][level]));
                    home[place] = Math.max(home[place], Math.nextUp((float) worthAtHome[i][level]));
                }
            }
        }
    }

    /** How many words of the question have a level in {@code all}. */
    static int words(int all) {
        int any = all | (all >>> 1);
        return Integer.bitCount((any | (any >>> 2)) & 0x11111111);
    }

    /** The bits of {@link #at} that belong to these words of the question, a bit for each. */
    static int bitsOf(int words) {
        int bits = 0;
        for (int i = 0; i < NameReader.WORDS; i++) {
            if (((words >>> i) & 1) != 0) {
                bits |= ONE << (i * BITS);
            }
        }
        return bits;
    }

    /** The level in {@code all} for the word {@code i} of the question, or −1. */
    static int level(int all, int i) {
        return ((all >>> (i * BITS)) & ONE) - 1;
    }

    /** Levels of a word, {@code i} at this one unless at a stronger one already. */
    static int with(int all, int i, int level) {
        int known = level(all, i);
        return known >= 0 && known <= level ? all : (all & ~(ONE << (i * BITS))) | ((level + 1) << (i * BITS));
    }

    /** Notes a level unless a stronger one is known, and gives the one that was known, −1 for none. */
    int note(int word, int i, int level) {
        int mask = words.length - 1;
        int at = spread(word) & mask;
        while (words[at] >= 0 && words[at] != word) {
            at = (at + 1) & mask;
        }
        if (words[at] < 0) {
            words[at] = word;
            levels[at] = 0;
            if (++size * 4 > words.length) {
                grow();
                return note(word, i, level);
            }
        }
        int known = level(levels[at], i);
        levels[at] = with(levels[at], i, level);
        return known;
    }

    private void grow() {
        var oldWords = words;
        var oldLevels = levels;
        words = new int[oldWords.length * 2];
        levels = new int[words.length];
        Arrays.fill(words, -1);
        int mask = words.length - 1;
        for (int i = 0; i < oldWords.length; i++) {
            if (oldWords[i] >= 0) {
                int at = spread(oldWords[i]) & mask;
                while (words[at] >= 0) {
                    at = (at + 1) & mask;
                }
                words[at] = oldWords[i];
                levels[at] = oldLevels[i];
            }
        }
    }
}
