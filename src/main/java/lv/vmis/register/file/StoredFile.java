package lv.vmis.register.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The facts of a file as stored. Its content lies in sealed parts. */
public record StoredFile(
        UUID id,
        PersonId personId,
        FileKind kind,
        String title,
        String name,
        FileSource source,
        @Nullable LocalDate datedOn,
        FileType type,
        long size,
        String sha256,
        @Nullable Integer pages,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable UUID madeFrom,
        @Nullable String key,
        Instant enteredAt,
        String enteredBy,
        String institution,
        String unit,
        @Nullable Instant scannedAt,
        @Nullable String scannedWith,
        @Nullable String malware,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnReason,
        boolean superseded,
        int version) {

    public FileState state() {
        if (malware != null) {
            return FileState.DESTROYED;
        }
        if (withdrawnAt != null) {
            return FileState.WITHDRAWN;
        }
        if (scannedAt == null) {
            return FileState.QUARANTINE;
        }
        return superseded ? FileState.SUPERSEDED : FileState.CURRENT;
    }

    /** Whether there is a content that may be read at all. */
    public boolean isReadable() {
        return scannedAt != null && malware == null;
    }

    public int shownPages() {
        return pages == null ? 1 : pages;
    }
}
