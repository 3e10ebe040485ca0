package lv.vmis.register.detention;

import lv.vmis.register.kernel.RefusalCode;

/** Why a detention, its title, a placement, a release or an alternative is refused. */
public enum DetentionRefusal implements RefusalCode {
    CASE_UNKNOWN,
    CASE_CLOSED,
    DETENTION_UNKNOWN,
    MEASURE_UNKNOWN,
    HAS_LEFT,
    IN_FUTURE,
    NO_LAW_THEN,
    BEFORE_FINDING,
    TOO_YOUNG,
    LAST_RESORT_MISSING,
    GUARD_DAYS_USED,
    ALREADY_DETAINED,
    DETAINED_THEN,
    ALREADY_RELEASED,
    NOT_A_PLACE,
    BEFORE_DETENTION,
    BEFORE_PLACEMENT,
    AFTER_PLACEMENT,
    RELEASE_NOT_CORRECTED,
    ALREADY_THERE,
    NOT_LONGER,
    DECIDED_BEFORE_DETENTION,
    DECIDED_TOO_LATE,
    LONGER_THAN_ONCE,
    LONGER_THAN_TOTAL,
    LONGER_THAN_LONGEST,
    EXTENSION_BEFORE_TOTAL,
    NO_RULING,
    OWN_ENTRY,
    RULING_OF_GUARD,
    STILL_DETAINED,
    ALREADY_APPLIED,
    ALREADY_ENDED,
    END_BEFORE_START,
    RELEASED_BY_REMOVAL
}
