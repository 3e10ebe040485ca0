package lv.vmis.register.following;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the events that are sent under an agreement.
 *
 * @param eventsUrl where they are sent; nothing: they are only read
 * @param oldest when the oldest that waits was noticed
 * @param dead those of them that are not tried any more
 */
public record EventsSent(
        String agreement,
        @Nullable String eventsUrl,
        int waiting,
        @Nullable Instant oldest,
        int dead,
        @Nullable Instant deliveredAt) {}
