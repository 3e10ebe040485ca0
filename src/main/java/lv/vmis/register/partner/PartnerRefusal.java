package lv.vmis.register.partner;

import lv.vmis.register.kernel.RefusalCode;

/** Why an agreement, or a key under one, is not changed. */
enum PartnerRefusal implements RefusalCode {
    NOT_A_NUMBER,
    NUMBER_TAKEN,
    CHOOSE_ONE,
    NOT_A_NETWORK,
    NOT_AN_ADDRESS,
    EVENTS_OF_FOLLOWED,
    HOURS_SAME,
    HOURS_HALF,
    ENDS_BEFORE,
    LIMIT_TURNED,
    AGREEMENT_UNKNOWN,
    SAME_TERMS,
    ONE_WAITS,
    ALREADY_ANSWERED,
    FOUR_EYES,
    NOT_YOURS,
    ALREADY_SUSPENDED,
    NOT_SUSPENDED,
    NO_TERMS,
    WAY_NOT_AGREED,
    NAME_TAKEN,
    SUBJECT_PLAIN,
    SUBJECT_TAKEN,
    CERTIFICATE_UNREADABLE,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_TAKEN,
    KEY_UNKNOWN,
    KEY_REVOKED
}
