package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The confirmed departure under a decision. */
public record Departure(
        LocalDate departedOn,
        String crossingPoint,
        String destination,
        String returnType,
        @Nullable String note,
        UUID confirmedBy,
        Instant confirmedAt) {}
