package lv.vmis.register.detention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a detention said before it was corrected.
 *
 * @param reason why it was corrected
 * @param correctedBy the official, by name
 */
public record PastDetention(
        Instant detainedAt,
        String ground,
        String unit,
        String circumstances,
        @Nullable String lastResort,
        @Nullable Instant releasedAt,
        @Nullable String releaseReason,
        String reason,
        String correctedBy,
        Instant correctedAt) {}
