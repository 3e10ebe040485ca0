package lv.vmis.register.check;

import java.time.Instant;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** That the holder of a document is not the person he was taken for. */
public record ClearedHit(
        UUID id,
        PersonId person,
        String asked,
        String reason,
        String clearedByName,
        Instant clearedAt,
        @Nullable String undoneByName,
        @Nullable Instant undoneAt,
        @Nullable String undoneReason) {}
