package lv.vmis.register.partner;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.edge.Way;
import org.jspecify.annotations.Nullable;

/**
 * A system that may call the API, or could until it was revoked.
 *
 * @param hasKey whether it has a key
 * @param tokenSubject how tokens name it; nothing when none stands for it
 * @param certificateSha256 fingerprint of its certificate; nothing when none stands for it
 */
public record ClientKey(
        UUID id,
        String agreement,
        String name,
        boolean demo,
        boolean hasKey,
        @Nullable String tokenSubject,
        @Nullable String certificateSha256,
        @Nullable String certificateSubject,
        @Nullable Instant certificateFrom,
        @Nullable Instant certificateTo,
        @Nullable Instant issuedAt,
        @Nullable String issuedByName,
        @Nullable Instant blockedAt,
        @Nullable String blockedByName,
        @Nullable String blockedReason) {

    /** How it may show which one it is. */
    public Set<Way> ways() {
        var ways = EnumSet.noneOf(Way.class);
        if (hasKey) {
            ways.add(Way.KEY);
        }
        if (tokenSubject != null) {
            ways.add(Way.TOKEN);
        }
        if (certificateSha256 != null) {
            ways.add(Way.CERTIFICATE);
        }
        return ways;
    }

    public boolean opens() {
        return blockedAt == null;
    }
}
