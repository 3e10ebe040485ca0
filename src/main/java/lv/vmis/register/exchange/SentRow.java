package lv.vmis.register.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to another system and where it stands, without what it says.
 *
 * @param to the system it goes to
 * @param putAt when what it tells of was done
 */
public record SentRow(
        UUID id,
        Correspondent to,
        String kind,
        MessageState state,
        Instant putAt,
        @Nullable Instant answeredAt) {}
