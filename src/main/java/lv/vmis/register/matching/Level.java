package lv.vmis.register.matching;

/** How much two words of a name are the same, the strongest first. */
enum Level {
    /** The same letters A to Z. */
    EXACT,
    /** The same sounds, spelt by another school. */
    FOLD,
    /** One sound more, less, other, or two exchanged. */
    NEAR,
    /** The same consonants in the same order. */
    SKELETON;

    private static final Level[] ALL = values();

    static final int COUNT = ALL.length;

    static Level of(int ordinal) {
        return ALL[ordinal];
    }
}
