package lv.vmis.register.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A system that may call the API with its key, or could until the key was revoked. */
public record ClientKey(
        UUID id,
        String agreement,
        String name,
        boolean demo,
        @Nullable Instant issuedAt,
        @Nullable String issuedByName,
        @Nullable Instant blockedAt,
        @Nullable String blockedByName,
        @Nullable String blockedReason) {

    public boolean opens() {
        return blockedAt == null;
    }
}
