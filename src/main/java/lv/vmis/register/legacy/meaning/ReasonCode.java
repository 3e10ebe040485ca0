package lv.vmis.register.legacy.meaning;

import java.util.Locale;

/** Why a row of an old register is not taken over before a person has decided; the text of each says what to do. */
public enum ReasonCode {
    /** The file was cut within the row. */
    CUT_ROW,
    /** The row has more or fewer cells than the file has columns. */
    WRONG_LENGTH,
    NO_KEY,
    NO_SURNAME,
    /** Letters were lost and cannot be told from what is left. */
    NAME_DAMAGED,
    /** Digits or signs stand where a name has letters. */
    NAME_UNREADABLE,
    /** Citizens and non-citizens of Latvia are no foreigners: neither register may have them. */
    LATVIAN,
    NO_STATE,
    UNKNOWN_STATE,
    BIRTH_UNREADABLE,
    NO_BAN_DATE,
    BAN_DATE_UNREADABLE,
    BAN_ENDS_BEFORE_IT_BEGINS,
    NO_LEGAL_BASIS,
    UNKNOWN_LEGAL_BASIS,
    UNKNOWN_INSTITUTION,
    UNKNOWN_CODE;

    /** The key of its text. */
    public String key() {
        return "legacy.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
