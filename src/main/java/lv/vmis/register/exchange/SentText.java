package lv.vmis.register.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to another system with what it says, and what was answered.
 *
 * @param body what was told
 * @param answer what the other system said to it
 */
public record SentText(
        UUID id,
        String kind,
        MessageState state,
        Instant putAt,
        @Nullable Instant answeredAt,
        String body,
        @Nullable String answer) {}
