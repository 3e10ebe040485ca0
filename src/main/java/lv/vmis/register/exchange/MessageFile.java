package lv.vmis.register.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.person.PersonBar;
import org.jspecify.annotations.Nullable;

/**
 * A message with everything its page shows.
 *
 * @param key its key in the system it came from
 * @param bar whom it is about, where that is known
 * @param answer what the other system answered, in its own words
 * @param fault why it could not be understood
 */
public record MessageFile(
        Side side,
        MessageLine line,
        String key,
        @Nullable PersonBar bar,
        String body,
        @Nullable String answer,
        @Nullable String fault,
        @Nullable Aside aside,
        List<Attempt> attempts) {

    /** Who put it aside, and why. */
    public record Aside(String official, Instant at, String reason) {}

    /**
     * An attempt to send it.
     *
     * @param endedAt nothing when it was broken off, or is under way
     * @param fault why it failed; nothing when it was answered
     */
    public record Attempt(
            int place,
            Instant triedAt,
            @Nullable Instant endedAt,
            @Nullable SendFault fault,
            @Nullable String detail) {}

    public boolean isDead() {
        return line.state().equals("DEAD");
    }

    public boolean isToLookAt() {
        return aside == null && line.badge().equals("order");
    }

    /** What is stored of it, before it is drawn. */
    record Stored(
            UUID id,
            Correspondent system,
            String kind,
            String state,
            Instant at,
            @Nullable Instant endedAt,
            int attempts,
            String key,
            @Nullable UUID personId,
            String body,
            @Nullable String answer,
            @Nullable String fault,
            @Nullable String asideBy,
            @Nullable Instant asideAt,
            @Nullable String asideReason) {

        MessageFile file(Side side, @Nullable PersonBar bar, List<Attempt> tried) {
            return new MessageFile(
                    side,
                    new MessageLine(id, system, kind, state, at, endedAt, attempts),
                    key,
                    bar,
                    Xml.indented(body),
                    answer == null ? null : Xml.indented(answer),
                    fault,
                    asideAt == null || asideReason == null
                            ? null
                            : new Aside(asideBy == null ? "–" : asideBy, asideAt, asideReason),
                    tried);
        }
    }
}
