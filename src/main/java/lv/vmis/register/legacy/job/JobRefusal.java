package lv.vmis.register.legacy.job;

import lv.vmis.register.kernel.RefusalCode;

/** Why something cannot be done with long work. */
enum JobRefusal implements RefusalCode {
    ENDED
}
