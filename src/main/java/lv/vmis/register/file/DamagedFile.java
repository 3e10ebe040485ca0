package lv.vmis.register.file;

import org.jspecify.annotations.Nullable;

/** What lies in the database is not what was kept there. */
final class DamagedFile extends RuntimeException {

    DamagedFile(StoredFile file, @Nullable Throwable cause) {
        super("the content of file " + file.id() + " is damaged", cause);
    }
}
