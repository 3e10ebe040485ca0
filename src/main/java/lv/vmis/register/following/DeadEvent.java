package lv.vmis.register.following;

import java.time.Instant;
import java.util.UUID;

/** An event that is not tried any more; it names nobody. */
public record DeadEvent(
        long place,
        UUID id,
        EventType type,
        UUID followedId,
        Instant at,
        int attempts,
        Instant deadAt,
        EventFault fault,
        String detail) {}
