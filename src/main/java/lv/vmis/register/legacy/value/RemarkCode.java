package lv.vmis.register.legacy.value;

import java.util.Locale;

/** What may be said of a value of an old register. */
public enum RemarkCode {
    /** The text was read in a wrong code page, and there is one thing only that it can have been. */
    REPAIRED,
    /** It looks as if read in a wrong code page, but may be right as it is. */
    LOOKS_DAMAGED,
    DAMAGED,
    UNCERTAIN,
    CENTURY,
    MEANS_UNKNOWN,
    MEANS_INDEFINITE,
    SERIAL_NUMBER,
    TIME_DROPPED,
    NOT_A_DATE,
    NO_SUCH_DAY,
    DAY_AND_MONTH_SWAPPED,
    TWO_READINGS,
    YEAR_OUT_OF_RANGE,
    IN_THE_FUTURE,
    TITLE,
    OTHER_NAME,
    SPLIT,
    ORDER_ASSUMED,
    FIELDS_SWAPPED,
    MAYBE_EMPTY,
    DIGITS_IN_NAME,
    FORMER_STATE,
    PART_OF_STATE,
    SEVERAL_STATES,
    NON_CITIZEN,
    UNKNOWN_STATE,
    UNKNOWN_DOCUMENT_TYPE,
    NO_DOCUMENT_NUMBER,
    WRONG_CHECKSUM,
    NO_BIRTH_DATE,
    OLD_DISTRICT,
    UNKNOWN_CODE,
    /** Two cells that should say the same do not. */
    CELLS_DIFFER,
    EXPIRES_BEFORE_ISSUED,
    /** The address names no State; the old registers were kept of addresses in Latvia. */
    STATE_ASSUMED,
    NO_STATE_SAID,
    BIRTH_FROM_CODE;

    /** The key of its text. */
    public String key() {
        return "legacy.remark." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
