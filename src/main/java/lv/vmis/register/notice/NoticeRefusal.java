package lv.vmis.register.notice;

import lv.vmis.register.kernel.RefusalCode;

/** Why a notice is not registered or entered. */
public enum NoticeRefusal implements RefusalCode {
    NOTICE_UNKNOWN,
    OF_OFFICE,
    SENDER_UNKNOWN,
    SENDER_DOES_NOT_DECIDE,
    REGISTERED_ALREADY,
    RECEIVED_IN_FUTURE,
    HANDLED_ALREADY,
    NOT_OF_THIS_KIND,
    PERSON_MISSING,
    NATIONALITY_UNKNOWN,
    PERSON_LIKELY_KNOWN,
    DECIDED_AFTER_RECEIPT,
    ENTERED_ALREADY,
    DECISION_UNKNOWN,
    DECISION_OF_ANOTHER,
    NOT_A_TARGET
}
