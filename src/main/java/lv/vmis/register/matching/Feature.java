package lv.vmis.register.matching;

/**
 * What is weighed when a description is compared with a row of the register. The score is the sum of weight times
 * amount over all features, in bits: one bit more doubles the odds that the same person is meant.
 *
 * <p>What is about a word has the amount 1 for each, a rarity (…_RARITY) the amount −log2 of the share of persons who would agree as well
 * by chance, and …_REAL the amount 1 where the word of the question is a name of several others: two names, rather than a slip. What
 * each is about, {@link #reason()} tells.
 */
public enum Feature {
    /** Odds that a described person is in the register at all. */
    PRIOR(Reason.START),
    /** log2 of the number of persons: in a larger register more people agree by chance. */
    SIZE(Reason.START),
    EXACT(Reason.SAME_WORD),
    EXACT_RARITY(Reason.SAME_WORD),
    FOLD(Reason.SAME_SOUND),
    FOLD_RARITY(Reason.SAME_SOUND),
    /** Near by a vowel. */
    NEAR_VOWEL(Reason.NEAR_WORD),
    NEAR_VOWEL_RARITY(Reason.NEAR_WORD),
    NEAR_VOWEL_REAL(Reason.NEAR_WORD),
    NEAR(Reason.NEAR_WORD),
    NEAR_RARITY(Reason.NEAR_WORD),
    NEAR_REAL(Reason.NEAR_WORD),
    /** Near, but beginning otherwise. */
    NEAR_START(Reason.NEAR_WORD),
    NEAR_START_RARITY(Reason.NEAR_WORD),
    NEAR_START_REAL(Reason.NEAR_WORD),
    SKELETON(Reason.SAME_CONSONANTS),
    SKELETON_RARITY(Reason.SAME_CONSONANTS),
    SKELETON_REAL(Reason.SAME_CONSONANTS),
    /** The same consonants, where the question has no vowels. */
    CONSONANTS(Reason.SAME_CONSONANTS),
    CONSONANTS_RARITY(Reason.SAME_CONSONANTS),
    /** Two sounds apart in a long word. */
    FAR(Reason.FAR_WORD),
    FAR_RARITY(Reason.FAR_WORD),
    /** Further apart, but beginning alike and at least half the same. */
    LIKE(Reason.LIKE_WORD),
    /** The share of sounds that are the same, from a half to 1. */
    LIKE_DEGREE(Reason.LIKE_WORD),
    /** One word is the beginning of the other. */
    PREFIX(Reason.BEGINNING),
    PREFIX_LENGTH(Reason.BEGINNING),
    INITIAL(Reason.INITIAL),
    /** One word on one side is two on the other. */
    JOINED(Reason.JOINED),
    JOINED_RARITY(Reason.JOINED),
    /** A surname on one side is a given name on the other. */
    SWAPPED(Reason.SWAPPED),
    /** Every word of both names found its equal. */
    COMPLETE(Reason.COMPLETE),
    SURNAME_CONTRADICTED(Reason.OTHER_SURNAME),
    /** Women change their surname more often. */
    SURNAME_CONTRADICTED_WOMAN(Reason.OTHER_SURNAME),
    GIVEN_CONTRADICTED(Reason.OTHER_GIVEN_NAME),
    /** A further word (a patronymic, a second given name) contradicts while the first agrees. */
    WORD_CONTRADICTED(Reason.OTHER_WORD),
    SURNAME_MISSING(Reason.NO_SURNAME),
    GIVEN_MISSING(Reason.NO_GIVEN_NAME),
    WORD_ADDED(Reason.WORD_ADDED),
    WORD_MISSING(Reason.WORD_MISSING),
    DATE_EXACT(Reason.DATE_SAME),
    DATE_RARITY(Reason.DATE_SAME),
    DATE_PART(Reason.DATE_PART),
    DATE_PART_RARITY(Reason.DATE_PART),
    DATE_SWAPPED(Reason.DATE_SWAPPED),
    DATE_DIGIT(Reason.DATE_DIGIT),
    DATE_YEAR_NEAR(Reason.DATE_YEAR_NEAR),
    DATE_OTHER_YEAR(Reason.DATE_OTHER_YEAR),
    DATE_SAME_YEAR(Reason.DATE_SAME_YEAR),
    DATE_DIFFERENT(Reason.DATE_DIFFERENT),
    DATE_MISSING(Reason.DATE_MISSING),
    SEX_AGREES(Reason.SEX_SAME),
    SEX_DIFFERS(Reason.SEX_DIFFERENT),
    STATE_AGREES(Reason.STATE_SAME),
    STATE_RARITY(Reason.STATE_SAME),
    /** Another State, of which one followed the other. */
    STATE_KIN(Reason.STATE_KIN),
    STATE_DIFFERS(Reason.STATE_DIFFERENT),
    BIRTH_PLACE_AGREES(Reason.BIRTH_PLACE_SAME),
    BIRTH_PLACE_DIFFERS(Reason.BIRTH_PLACE_DIFFERENT),
    DOCUMENT_AGREES(Reason.DOCUMENT_SAME),
    DOCUMENT_DIFFERS(Reason.DOCUMENT_DIFFERENT),
    /** The same surname and date of birth, another given name: a twin, or a brother or sister entered on one day. */
    TWIN(Reason.TWIN);

    static final int COUNT = values().length;

    private final Reason reason;

    Feature(Reason reason) {
        this.reason = reason;
    }

    /** What it is told as. */
    public Reason reason() {
        return reason;
    }
}
