package lv.vmis.register.matching;

/** What speaks for or against a hit, as it is told to an official. */
public enum Reason {
    /** How likely anybody asked about is this one, before anything is compared: the larger the register, the less. */
    START,
    SAME_WORD,
    SAME_SOUND,
    NEAR_WORD,
    SAME_CONSONANTS,
    FAR_WORD,
    LIKE_WORD,
    BEGINNING,
    INITIAL,
    JOINED,
    SWAPPED,
    COMPLETE,
    OTHER_SURNAME,
    OTHER_GIVEN_NAME,
    OTHER_WORD,
    NO_SURNAME,
    NO_GIVEN_NAME,
    WORD_ADDED,
    WORD_MISSING,
    DATE_SAME,
    DATE_PART,
    DATE_SWAPPED,
    DATE_DIGIT,
    DATE_YEAR_NEAR,
    DATE_OTHER_YEAR,
    DATE_SAME_YEAR,
    DATE_DIFFERENT,
    DATE_MISSING,
    SEX_SAME,
    SEX_DIFFERENT,
    STATE_SAME,
    STATE_KIN,
    STATE_DIFFERENT,
    DOCUMENT_SAME,
    DOCUMENT_DIFFERENT,
    TWIN;

    /** Whether it is told of two words, one of the question and one of the register. */
    public boolean isAboutWords() {
        return compareTo(SAME_WORD) >= 0 && compareTo(JOINED) <= 0;
    }

    /** Whether an official wants to see it at once, without opening the reckoning. */
    public boolean isWorthAWord() {
        return switch (this) {
            case START, COMPLETE, DATE_MISSING, SEX_SAME, WORD_ADDED, WORD_MISSING, NO_SURNAME, NO_GIVEN_NAME -> false;
            default -> true;
        };
    }
}
