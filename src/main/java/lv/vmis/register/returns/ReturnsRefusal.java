package lv.vmis.register.returns;

import lv.vmis.register.kernel.RefusalCode;

/** Why a finding or a handing over is refused. */
public enum ReturnsRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    CASE_UNKNOWN,
    CASE_NOT_OPEN,
    CASE_IS_OPEN,
    CITIZEN,
    NON_CITIZEN,
    SPECIMEN,
    COUNTRY_UNKNOWN,
    DOCUMENT_KNOWN,
    PERSON_LIKELY_KNOWN,
    FINDING_BEFORE_BIRTH,
    CROSSING_POINT_NEEDED,
    ISSUED_AFTER_EXPIRY,
    CODE_CHECKSUM,
    CASE_CLOSED,
    ALREADY_THERE,
    DECISION_EXISTS,
    NOT_COMPETENT,
    NOTHING_TO_DO,
    STEP_OF_OTHER,
    NO_SUCH_COLLEAGUE,
    CLOSED_BY_COMPETENT,
    CLOSED_BEFORE_OPENED,
    PERSON_HELD,
    DRAFT_OPEN,
    REMEDY_OPEN,
    DECISION_IN_FORCE,
    NOT_CLOSED,
    ZONE_UNREADABLE,
    TWICE_TOGETHER
}
