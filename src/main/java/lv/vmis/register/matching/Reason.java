package lv.vmis.register.matching;

/** What speaks for or against a hit, as it is told to an official. */
public enum Reason {
    /** How likely anybody asked about is this one, before anything is compared: the larger the register, the less. */
    START,
    /** A word in the same letters A to Z. */
    SAME_WORD,
    /** A word spelt otherwise that sounds the same. */
    SAME_SOUND,
    /** A word one sound away. */
    NEAR_WORD,
    /** A word of the same consonants. */
    SAME_CONSONANTS,
    /** A long word two sounds away. */
    FAR_WORD,
    /** A word that begins alike and is the same by half at least. */
    LIKE_WORD,
    /** One word is the beginning of the other. */
    BEGINNING,
    /** Of one word only the first letter is given. */
    INITIAL,
    /** Two words of one side are one of the other. */
    JOINED,
    /** A surname of one side is a given name of the other. */
    SWAPPED,
    /** Every word found its equal. */
    COMPLETE,
    /** The surnames contradict. */
    OTHER_SURNAME,
    /** The given names contradict. */
    OTHER_GIVEN_NAME,
    /** A further word contradicts. */
    OTHER_WORD,
    /** One side has no surname. */
    NO_SURNAME,
    /** One side has no given name. */
    NO_GIVEN_NAME,
    /** The question has a word more. */
    WORD_ADDED,
    /** The register has a word more. */
    WORD_MISSING,
    /** The same day of birth. */
    DATE_SAME,
    /** The same as far as it is known. */
    DATE_PART,
    /** Day and month exchanged. */
    DATE_SWAPPED,
    /** One digit of the date is other. */
    DATE_DIGIT,
    /** The year before or after. */
    DATE_YEAR_NEAR,
    /** The same day of another year. */
    DATE_OTHER_YEAR,
    /** Another day of the same year. */
    DATE_SAME_YEAR,
    /** Another date altogether. */
    DATE_DIFFERENT,
    /** One side has no date. */
    DATE_MISSING,
    /** The same sex. */
    SEX_SAME,
    /** Another sex. */
    SEX_DIFFERENT,
    /** A nationality in common. */
    STATE_SAME,
    /** A State that followed the other, or was followed by it. */
    STATE_KIN,
    /** No nationality in common. */
    STATE_DIFFERENT,
    /** The same place of birth, or one spelt nearly so. */
    BIRTH_PLACE_SAME,
    /** Another place of birth. */
    BIRTH_PLACE_DIFFERENT,
    /** A document number in common, look-alike characters taken for one. */
    DOCUMENT_SAME,
    /** Documents, and none in common. */
    DOCUMENT_DIFFERENT,
    /** The surname and date of birth of a brother or sister, and another given name. */
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
