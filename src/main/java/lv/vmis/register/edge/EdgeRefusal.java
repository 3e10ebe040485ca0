package lv.vmis.register.edge;

import lv.vmis.register.kernel.RefusalCode;

/** Mistakes any form can have. */
public enum EdgeRefusal implements RefusalCode {
    REQUIRED,
    NOT_A_DATE,
    IMPOSSIBLE_DATE,
    DATE_IN_FUTURE,
    NOT_A_TIME,
    NO_SUCH_TIME,
    TOO_LONG,
    NOT_IN_LIST,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    UNREADABLE_CHARACTERS,
    CHANGED_MEANWHILE,
    KEY_REUSED
}
