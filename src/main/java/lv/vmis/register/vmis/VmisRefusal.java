package lv.vmis.register.vmis;

import lv.vmis.register.kernel.RefusalCode;

/** Why VMIS is not asked. */
public enum VmisRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    ASKED_ALREADY
}
