package lv.vmis.register.joining;

import lv.vmis.register.kernel.RefusalCode;

/** Why two records are not judged, joined or parted. */
enum JoiningRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    ALREADY_ONE,
    ALREADY_PROPOSED,
    REASON_NEEDS_NOTE,
    LINK_UNKNOWN,
    FOUR_EYES,
    NOT_YOUR_INSTITUTION,
    ALREADY_DECIDED,
    JOINED_MEANWHILE,
    BIRTH_DATE_OTHER,
    NOT_IN_FORCE,
    UNDO_PROPOSED,
    UNDO_NOT_PROPOSED,
    NONE_MARKED,
    NOT_CERTAIN,
    COUNT_OTHER
}
