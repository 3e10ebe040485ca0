package lv.vmis.register.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list, without whom it is about and what it says.
 *
 * @param state a {@link MessageState}, or what came of a message that came in ({@link Taken}), or ASIDE
 * @param at when it was put, or came
 * @param endedAt when it was answered
 * @param attempts how often it was sent
 */
public record MessageLine(
        UUID id,
        Correspondent system,
        String kind,
        String state,
        Instant at,
        @Nullable Instant endedAt,
        int attempts) {

    /** The colour of its state. */
    public String badge() {
        return switch (state) {
            case "DEAD", "REFUSED", "NOT_UNDERSTOOD", "NOT_FOR_US" -> "order";
            case "WAITING", "PENDING" -> "info";
            case "ASIDE" -> "muted";
            default -> "ok";
        };
    }
}
