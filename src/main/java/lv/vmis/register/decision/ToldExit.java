package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the person left, as another system told, under a decision that is still open.
 *
 * @param country State that saw him leave; nothing when the border system of Latvia did
 * @param place where, in that State, and the reference under which it told
 */
public record ToldExit(
        LocalDate leftOn,
        String crossingPoint,
        @Nullable String country,
        @Nullable String place,
        Instant toldAt) {

    /** Who told of it, as code of the list of sources. */
    String source() {
        return country == null ? ConfirmDeparture.BORDER_GUARD : "MEMBER_STATE";
    }
}
