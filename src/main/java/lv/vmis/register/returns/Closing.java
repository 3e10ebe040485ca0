package lv.vmis.register.returns;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a case otherwise than by departure.
 *
 * @param reason code of the list {@code case_closing}
 * @param closedBy the official, by name
 * @param reopenedAt when the case was taken up again; nothing while it is closed
 */
public record Closing(
        String reason,
        LocalDate closedOn,
        @Nullable String note,
        String closedBy,
        Instant closedAt,
        @Nullable String reopenReason,
        @Nullable String reopenedBy,
        @Nullable Instant reopenedAt) {

    public boolean isStanding() {
        return reopenedAt == null;
    }
}
