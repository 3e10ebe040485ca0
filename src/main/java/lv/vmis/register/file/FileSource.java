package lv.vmis.register.file;

import java.util.List;

/** Who gave the file. */
public enum FileSource {
    OWN,
    PERSON,
    STATE,
    FOREIGN,
    /** Made here, as a face image from a photo. */
    REGISTER;

    static final List<FileSource> ADDED = List.of(OWN, PERSON, STATE, FOREIGN);
}
