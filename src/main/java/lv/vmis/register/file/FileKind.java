package lv.vmis.register.file;

import java.util.List;

/** What a file is for (Reg. 122 items 5.8 and 5.15). */
public enum FileKind {
    /** The face image in its standard size, cut from a photo. */
    FACE,
    PHOTO,
    IDENTITY_COPY,
    CASE_DOCUMENT,
    OTHER;

    /** What an official may add; a face image is made from a photo. */
    static final List<FileKind> ADDED = List.of(CASE_DOCUMENT, IDENTITY_COPY, PHOTO, OTHER);

    /** What a file may be corrected to: a photo was judged as one when it came. */
    static final List<FileKind> CORRECTED = List.of(CASE_DOCUMENT, IDENTITY_COPY, OTHER);
}
