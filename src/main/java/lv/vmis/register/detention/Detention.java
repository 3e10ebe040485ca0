package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A detention as stored.
 *
 * @param ground code of the list {@code detention_ground}
 * @param unit the unit of the Border Guard that detained
 * @param lastResort of a minor: why no measure instead of detention was enough
 * @param releasedAt when he was released; nothing while he is held
 */
public record Detention(
        UUID id,
        UUID caseId,
        PersonId personId,
        Instant detainedAt,
        String ground,
        String unit,
        String circumstances,
        @Nullable String lastResort,
        UUID enteredBy,
        String enteredByName,
        Instant enteredAt,
        @Nullable Instant releasedAt,
        @Nullable String releaseReason,
        @Nullable String releaseNote,
        int version) {

    public boolean isHeld() {
        return releasedAt == null;
    }

    /** Whether he was held on the day, detained before it and released after. */
    boolean wasHeldAllDay(LocalDate day) {
        return releasedAt != null
                && Moments.day(detainedAt).isBefore(day)
                && Moments.day(releasedAt).isAfter(day);
    }
}
