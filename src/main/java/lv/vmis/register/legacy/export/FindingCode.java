package lv.vmis.register.legacy.export;

import java.util.Locale;

/** What may be found about a file. Each has a text that says what to do, filled with {@link Finding#words}. */
public enum FindingCode {
    EMPTY_FILE,
    NO_ROWS,
    /** It ends in the middle: everything until there was read. */
    CUT_OPEN_QUOTE,
    CUT_LAST_ROW,
    CUT_XML,
    BROKEN_CONTAINER,
    ZIP_BOMB,
    NO_SUCH_SHEET,
    UNKNOWN_TABLE,
    /** Code page: given or found, how much of it does not fit, which one fits better. */
    WRONG_CODE_PAGE,
    OTHER_ENCODING,
    BAD_BYTES,
    DAMAGED_BEFORE,
    NO_HEADER,
    UNKNOWN_COLUMN,
    MISSING_COLUMN,
    DOUBLED_COLUMN,
    ROW_LONG,
    ROW_SHORT,
    ROW_TOO_LARGE,
    LONG_CELL,
    NUL_BYTES,
    STRAY_QUOTE,
    FORMULA,
    ERROR_CELL,
    FORBIDDEN_XML,
    BROKEN_XML,
    OTHER_XML;

    /** The key of its text. */
    public String key() {
        return "legacy.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
