package lv.vmis.register.whereabouts;

import lv.vmis.register.kernel.RefusalCode;

/** Why a note about where a person is is refused. */
public enum WhereaboutsRefusal implements RefusalCode {
    CASE_UNKNOWN,
    HAS_LEFT,
    IS_HELD,
    IN_PRISON,
    NOTED_MEANWHILE,
    IS_MISSING,
    NOT_MISSING,
    IN_FUTURE,
    BEFORE_CASE,
    BEFORE_LAST,
    REVIEW_TOO_SOON,
    REVIEW_TOO_LATE
}
