package lv.vmis.register.law;

import lv.vmis.register.kernel.RefusalCode;

/** Why the law is not changed, or a change of it is not tried. */
enum LawRefusal implements RefusalCode {
    NOT_A_VALUE,
    BACKWARDS,
    NOTHING_TO_CHANGE,
    SAME_VALUE,
    ONE_WAITS,
    CHANGE_UNKNOWN,
    ALREADY_ANSWERED,
    FOUR_EYES,
    NOT_YOURS,
    DAY_PASSED
}
