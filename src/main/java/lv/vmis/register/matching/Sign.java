package lv.vmis.register.matching;

/**
 * What stands beside each place where a word occurs: enough of its row to tell of most rows that they cannot be meant,
 * without looking at them. The list of nationalities (15 bits), the sex (2), how many words are no particles (2), and the
 * first letters of all words (13, of which each stands for two letters).
 */
final class Sign {

    /** So many words and more are one. */
    static final int MOST_NAMES = 3;

    static final int SEXES = 4;
    /** Relations of States by sexes. */
    static final int KINDS = States.Relation.values().length * SEXES;

    private static final int STATES_SHIFT = 17;
    private static final int SEX_SHIFT = 15;
    private static final int NAMES_SHIFT = 13;
    private static final int LETTERS = 13;
    private static final int LETTERS_MASK = (1 << LETTERS) - 1;

    private Sign() {}

    static int of(int stateList, int sex, int names, int letters) {
        return (stateList << STATES_SHIFT)
                | (sex << SEX_SHIFT)
                | (Math.min(names, MOST_NAMES) << NAMES_SHIFT)
                | letters;
    }

    /** The bit of a first letter, by its number from 0 to 26. */
    static int letter(int initial) {
        return 1 << initial % LETTERS;
    }

    static int stateList(int sign) {
        return sign >>> STATES_SHIFT;
    }

    static int sex(int sign) {
        return (sign >>> SEX_SHIFT) & (SEXES - 1);
    }

    /** How many words are no particles, at least. */
    static int names(int sign) {
        return (sign >>> NAMES_SHIFT) & 3;
    }

    static int letters(int sign) {
        return sign & LETTERS_MASK;
    }
}
