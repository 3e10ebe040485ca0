package lv.vmis.register.contingency;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list a device got; {@code since} is none for a whole one. */
public record IssuedList(
        UUID id,
        int number,
        @Nullable Integer since,
        int persons,
        int gone,
        String digest,
        OffsetDateTime madeAt,
        OffsetDateTime validUntil,
        long horizon,
        String issuedByName) {}
