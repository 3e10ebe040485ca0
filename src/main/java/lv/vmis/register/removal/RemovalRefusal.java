package lv.vmis.register.removal;

import lv.vmis.register.kernel.RefusalCode;

/** Why a step of carrying out a removal, or its withdrawal, is refused. */
public enum RemovalRefusal implements RefusalCode {
    DECISION_UNKNOWN,
    NOT_A_REMOVAL,
    NOT_SIGNED,
    HAS_LEFT,
    IS_CANCELLED,
    IS_SUSPENDED,
    NOT_STANDING,
    DONE_MEANWHILE,
    NOT_FOUND_TOGETHER,
    IN_FUTURE,
    BEFORE_DECISION,
    NOT_ASKED,
    NOT_SCHEDULED,
    STARTS_BEFORE,
    STILL_POSTPONED,
    IN_PRISON,
    DESTINATION_UNNAMED,
    NOT_VULNERABLE,
    TOLD_TOO_LATE,
    URGENT_WITHOUT_REASON,
    BODY_NOT_NAMED,
    DEPARTS_BEFORE,
    NOT_AN_AMOUNT,
    STEP_UNKNOWN,
    NOT_YOUR_INSTITUTION,
    ALREADY_WITHDRAWN,
    WITHDRAWN_TOO_LATE,
    RESTED_ON,
    OWN_UNFIT,
    UNTIL_PAST,
    NOT_ENTERED_TOGETHER,
    NOT_BEGUN,
    IS_MISSING,
    NO_START,
    NOT_TOLD,
    UNFIT,
    NOT_CHECKED
}
