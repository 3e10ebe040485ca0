package lv.vmis.register.legacy.reconciling;

import lv.vmis.register.kernel.RefusalCode;

/** Why a list of alerts is not taken. */
enum SisListRefusal implements RefusalCode {
    LIST_NEEDED,
    LIST_EMPTY,
    COLUMNS_MISSING,
    /** A line has more or fewer values than there are columns. */
    LINE_WRONG,
    /** Nothing about an alert is so long: a quote was opened and not closed. */
    VALUE_TOO_LONG,
    LIST_TOO_LARGE,
    /** The same bytes are here already. */
    SAME_LIST
}
