package lv.vmis.register.law;

import lv.vmis.register.kernel.RefusalCode;

/** Why the law is not changed, or a change of it is not tried. */
enum LawRefusal implements RefusalCode {
    NOT_A_VALUE,
    NOT_A_CODE,
    BACKWARDS,
    NOTHING_TO_CHANGE,
    SAME_VALUE,
    VALUE_TOO_SMALL,
    VALUE_TOO_LARGE,
    VALUE_ABOVE_OTHER,
    VALUE_BELOW_OTHER,
    CODE_UNKNOWN,
    CODE_TAKEN,
    GROUND_NOT_IN_FORCE,
    SAME_GROUND,
    USE_STAYS,
    SIS_BASIS_OF_ANOTHER_USE,
    LIMIT_ONLY_FOR_BANS,
    ONE_WAITS,
    CHANGE_UNKNOWN,
    ALREADY_ANSWERED,
    FOUR_EYES,
    NOT_YOURS,
    DAY_PASSED,
    DAY_COME
}
