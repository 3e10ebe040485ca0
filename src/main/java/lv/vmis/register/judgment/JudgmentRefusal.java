package lv.vmis.register.judgment;

import lv.vmis.register.kernel.RefusalCode;

/** Why a judgment cannot be entered or changed. */
public enum JudgmentRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    JUDGMENT_UNKNOWN,
    OF_BORDER_GUARD,
    COURT_UNKNOWN,
    IN_FORCE_BEFORE_GIVEN,
    IN_FORCE_IN_FUTURE,
    ENTERED_ALREADY,
    DRAFT_OPEN,
    INFORMED_BEFORE_PLACED,
    RELEASED_BEFORE_PLACED,
    ENDED_BEFORE_FORCE,
    HAS_ENDED,
    HAS_LEFT,
    COURT_NAMED_STATE,
    SAME_STATE,
    NOT_IN_FORCE_THEN,
    IN_PRISON
}
