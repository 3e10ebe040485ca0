package lv.vmis.register.exchange;

import lv.vmis.register.kernel.RefusalCode;

/** Why nothing can be done with a message. */
public enum ExchangeRefusal implements RefusalCode {
    MESSAGE_UNKNOWN,
    NOT_DEAD,
    NOT_TO_LOOK_AT
}
