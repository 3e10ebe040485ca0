package lv.vmis.register.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address at which a calendar reads deadlines as the official who made it.
 *
 * @param unit whose deadlines; nothing: of the whole institution
 */
public record CalendarFeed(
        UUID id, UUID account, String institution, @Nullable String unit, Instant madeAt) {

    /** With the address that a calendar is given. */
    public record Addressed(CalendarFeed feed, String address) {}
}
