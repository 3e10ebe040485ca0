package lv.vmis.register.remedy;

import lv.vmis.register.kernel.RefusalCode;

/** Why a remedy or its result is refused. */
public enum RemedyRefusal implements RefusalCode {
    DECISION_UNKNOWN,
    REMEDY_UNKNOWN,
    NOT_SIGNED,
    IS_CANCELLED,
    NOT_YOUR_INSTITUTION,
    ONE_WAITS,
    BEFORE_DECISION,
    LATE_WITHOUT_REASON,
    OUT_OF_ORDER,
    IN_FUTURE,
    ALREADY_RESOLVED,
    RESOLVED_BEFORE_FILED,
    OF_COURT,
    HAS_RESULT,
    NOT_RESOLVED,
    OWN_ENTRY,
    LATER_REMEDY,
    LEFT_SINCE,
    TERM_SET_SINCE,
    CASE_CLOSED
}
