package lv.vmis.register.legacy.staging;

import lv.vmis.register.kernel.RefusalCode;

/** Why a file of an old register is not taken in, read again or taken out. */
enum StagingRefusal implements RefusalCode {
    FILE_NEEDED,
    FILE_EMPTY,
    NAME_TOO_LONG,
    NOT_SEPARATOR,
    OTHER_REGISTER,
    /** The number of the taking-over that has it. */
    SAME_FILE,
    TAKEN_OUT,
    STAGED,
    WORKING,
    LOADED,
    CANNOT_GO_ON
}
