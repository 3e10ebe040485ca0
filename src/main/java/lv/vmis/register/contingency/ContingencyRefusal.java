package lv.vmis.register.contingency;

import lv.vmis.register.kernel.RefusalCode;

/** Why a device, a list, a check without network, or its entry is refused. */
enum ContingencyRefusal implements RefusalCode {
    NOT_A_KEY,
    KEY_KNOWN,
    NAME_TAKEN,
    DEVICE_REVOKED,
    LIST_UNKNOWN,
    LIST_BROKEN,
    LIST_OF_ANOTHER,
    LIST_OF_ANOTHER_REGISTER,
    LIST_EXPIRED,
    LIST_OUT_OF_ORDER,
    NO_LIST,
    CLOCK_WRONG,
    FILE_NEEDED,
    FILE_TOO_LARGE,
    QUEUE_BROKEN,
    QUEUE_OF_ANOTHER,
    PURPOSE_UNKNOWN,
    ALREADY_ENTERED,
    PASSPHRASE_SHORT,
    PASSPHRASE_OTHER,
    PASSPHRASE_WRONG,
    NOT_WRITTEN
}
