package lv.vmis.register.vmis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permit, application or visa that VMIS told of.
 *
 * @param lookupId look-up that it answers; nothing when VMIS told by itself
 */
public record VmisNotice(
        UUID id,
        @Nullable UUID lookupId,
        String subject,
        String status,
        @Nullable String number,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant toldAt) {

    /** The colour of its status. */
    public String badge() {
        return switch (status) {
            case "GRANTED" -> "ok";
            case "APPLIED" -> "info";
            case "REFUSED", "ANNULLED" -> "order";
            default -> "muted";
        };
    }
}
