package lv.vmis.register.following;

import lv.vmis.register.kernel.RefusalCode;

enum FollowingRefusal implements RefusalCode {
    NOT_A_NUMBER,
    COUNTRY_UNKNOWN,
    REFERENCE_OF_ANOTHER,
    UNTIL_PAST,
    UNTIL_TOO_LATE,
    CURSOR,
    NOTHING_DEAD
}
