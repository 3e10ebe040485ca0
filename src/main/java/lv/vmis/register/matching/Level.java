package lv.vmis.register.matching;

import org.jspecify.annotations.Nullable;

/** How much two words of a name are the same, the strongest first, and what of it is weighed. */
enum Level {
    /** The same letters A to Z. */
    EXACT(Feature.EXACT, Feature.EXACT_RARITY, null),
    /** The same sounds, spelt by another school. */
    FOLD(Feature.FOLD, Feature.FOLD_RARITY, null),
    /** One vowel more, less or other. */
    NEAR_VOWEL(Feature.NEAR_VOWEL, Feature.NEAR_VOWEL_RARITY, Feature.NEAR_VOWEL_REAL),
    /** One sound more, less, other, or two exchanged. */
    NEAR(Feature.NEAR, Feature.NEAR_RARITY, Feature.NEAR_REAL),
    /** The same, at the beginning, where slips are rare and other names are many. */
    NEAR_START(Feature.NEAR_START, Feature.NEAR_START_RARITY, Feature.NEAR_START_REAL),
    /** The same consonants in the same order. */
    SKELETON(Feature.SKELETON, Feature.SKELETON_RARITY, Feature.SKELETON_REAL),
    /** The same, and the script of the question writes no vowels. */
    CONSONANTS(Feature.CONSONANTS, Feature.CONSONANTS_RARITY, null);

    private static final Level[] ALL = values();

    static final int COUNT = ALL.length;

    final Feature feature;
    final Feature ofRarity;
    /** Weighed when the word of the question is the name of several others. */
    final @Nullable Feature ofReal;

    Level(Feature feature, Feature ofRarity, @Nullable Feature ofReal) {
        this.feature = feature;
        this.ofRarity = ofRarity;
        this.ofReal = ofReal;
    }

    static Level of(int ordinal) {
        return ALL[ordinal];
    }
}
