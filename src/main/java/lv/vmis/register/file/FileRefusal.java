package lv.vmis.register.file;

import lv.vmis.register.kernel.RefusalCode;

/** Why a file is not taken in, or is left as it is. */
public enum FileRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    FILE_NEEDED,
    EMPTY,
    TOO_LARGE,
    NAME_TOO_LONG,
    NAME_UNREADABLE,
    TYPE_UNKNOWN,
    TYPE_DIFFERS,
    TWO_IN_ONE,
    IMAGE_BROKEN,
    IMAGE_TOO_LARGE,
    PDF_BROKEN,
    PDF_LOCKED,
    PDF_ACTIVE,
    PDF_TOO_LARGE,
    CONTAINER_BROKEN,
    CONTAINER_TOO_LARGE,
    CONTAINER_LOCKED,
    CONTAINER_ACTIVE,
    MALWARE,
    NOT_SEARCHED,
    ALREADY_THERE,
    PHOTO_TYPE,
    PHOTO_SMALL,
    PHOTO_NARROW,
    NOT_YOURS,
    NOT_WAITING,
    SCANNER_SILENT,
    SCANNER_UNSURE,
    ALREADY_WITHDRAWN
}
