package lv.vmis.register.reference;

import lv.vmis.register.kernel.RefusalCode;

/** Why a term cannot be counted. */
public enum ReferenceRefusal implements RefusalCode {
    NO_SUCH_RULE_THEN
}
