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
    /** All names stand in one cell, and nothing tells where the surname ends. */
    NAME_ORDER_UNKNOWN,
    /** An identity of this register has the year of birth at least. */
    NO_BIRTH_DATE,
    BIRTH_DATE_UNREADABLE,
    /** Citizens and non-citizens of Latvia are no foreigners: neither register may have them. */
    LATVIAN,
    NO_STATE,
    UNKNOWN_STATE,
    /** A State that is no more says nothing about the nationality of today. */
    FORMER_STATE,
    SEVERAL_STATES,
    NO_BAN_DATE,
    BAN_DATE_UNREADABLE,
    BAN_DATE_IN_FUTURE,
    BAN_ENDS_BEFORE_IT_BEGINS,
    CANCELLED_BEFORE_DECIDED,
    NO_DECISION_NUMBER,
    NO_INSTITUTION,
    UNKNOWN_INSTITUTION,
    NO_LEGAL_BASIS,
    UNKNOWN_LEGAL_BASIS,
    /** Two rules make different things of one value. */
    RULES_CONTRADICT;

    /** The key of its text. */
    public String key() {
        return "legacy.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
