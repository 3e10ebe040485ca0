package lv.vmis.register.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to another system with what it says, and what was answered.
 *
 * @param body what was told
 * @param answer what the other system said to it
 * @param laterAt when it told the last time what became of it after all
 * @param later what it said then
 */
public record SentText(
        UUID id,
        String kind,
        MessageState state,
        Instant putAt,
        @Nullable Instant answeredAt,
        String body,
        @Nullable String answer,
        @Nullable Instant laterAt,
        @Nullable String later) {}
