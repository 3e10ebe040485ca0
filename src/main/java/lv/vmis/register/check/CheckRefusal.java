package lv.vmis.register.check;

import lv.vmis.register.kernel.RefusalCode;

enum CheckRefusal implements RefusalCode {
    NOTHING_ASKED,
    MRZ_AND_FIELDS,
    NOT_A_ZONE,
    ZONE_LENGTH,
    ZONE_OF_VISA,
    ZONE_TOO_LONG,
    NOT_A_NUMBER,
    COUNTRY_UNKNOWN,
    SPECIMEN,
    CASE_REQUIRED,
    REASON_REQUIRED,
    RECEIPT_GONE,
    REQUEST_GONE,
    REQUEST_TAKEN,
    NOT_TAKEN_BY_YOU,
    CHECKED_BY_YOU,
    HITS_CLEARED,
    NOBODY_TO_CLEAR,
    DOCUMENT_TO_CLEAR,
    HIT_REOPENED,
    HOW_MANY,
    AS_OF_UNREADABLE,
    AS_OF_FUTURE,
    NOT_OF_TODAY
}
