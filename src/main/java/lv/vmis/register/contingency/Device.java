package lv.vmis.register.contingency;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that may take lists along.
 *
 * @param lists how many it got
 * @param lastUntil until when the last of them holds
 */
public record Device(
        UUID id,
        String name,
        String unit,
        String fingerprint,
        String publicKey,
        String registeredName,
        OffsetDateTime registeredAt,
        @Nullable String revokedName,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revokedReason,
        int lists,
        @Nullable OffsetDateTime lastUntil) {

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** "k3Jx 9aQ0 …": as it is compared with what the device shows. */
    public String shownFingerprint() {
        return shown(fingerprint);
    }

    static String shown(String fingerprint) {
        return String.join(" ", fingerprint.substring(0, 16).split("(?<=\\G.{4})"));
    }
}
