package lv.vmis.register.duty;

import lv.vmis.register.kernel.RefusalCode;

/** Why a calendar cannot be opened or closed. */
public enum DutyRefusal implements RefusalCode {
    CALENDAR_OPEN,
    CALENDAR_CLOSED
}
