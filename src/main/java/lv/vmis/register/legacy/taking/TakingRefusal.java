package lv.vmis.register.legacy.taking;

import lv.vmis.register.kernel.RefusalCode;

/** Why a load is not asked for, answered, signed off or taken back. */
public enum TakingRefusal implements RefusalCode {
    /** No file of it is staged whole. */
    NOTHING_STAGED,
    /** Long work for it goes on. */
    WORKING,
    ASKED_ALREADY,
    NOT_ASKED,
    OWN_REQUEST,
    /** Some of its rows wait for their outcome. */
    NOT_WHOLE,
    SIGNED_ALREADY,
    SAME_OFFICIAL,
    /** Both institutions have signed it off. */
    SIGNED_OFF,
    NOTHING_TAKEN
}
