package lv.vmis.register.safeguard;

import lv.vmis.register.kernel.RefusalCode;

/** Why an assessment before removal is refused. */
public enum SafeguardRefusal implements RefusalCode {
    CASE_UNKNOWN,
    CASE_CLOSED,
    NOT_YOUR_INSTITUTION,
    NOTHING_ANSWERED,
    ANSWERED_MEANWHILE,
    EVIDENCE_WITHOUT_ANSWER,
    BEFORE_CASE,
    REMEDY_WAITS,
    IN_FUTURE
}
