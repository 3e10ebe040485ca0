package lv.vmis.register.selection;

import lv.vmis.register.kernel.RefusalCode;

/** Why a selection, a saved search or a file of a list is refused. */
enum SelectionRefusal implements RefusalCode {
    STATE_UNKNOWN,
    ENDS_BEFORE_IT_BEGINS,
    NOTHING_FOUND,
    TOO_MANY,
    FIELD_NOT_YOURS,
    EXPORT_UNKNOWN,
    FOUR_EYES,
    NOT_YOUR_INSTITUTION,
    ALREADY_DECIDED,
    NAME_TAKEN,
    SEARCH_UNKNOWN,
    TOO_MANY_BANS
}
