package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The confirmed departure under a decision.
 *
 * @param source who told of it; nothing where it was confirmed before this was asked
 * @param omitted what was not done before a removal by force, and why
 */
public record Departure(
        LocalDate departedOn,
        @Nullable Instant departedAt,
        String crossingPoint,
        String destination,
        String returnType,
        @Nullable String source,
        @Nullable String assistance,
        @Nullable String omitted,
        @Nullable String note,
        UUID confirmedBy,
        Instant confirmedAt) {

    /** Whether the person went by himself, and was not taken away. */
    public boolean isByHimself() {
        return !DecisionKind.isForced(returnType);
    }
}
