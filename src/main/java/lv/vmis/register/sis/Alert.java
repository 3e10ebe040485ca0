package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An alert as N.SIS was told of it.
 *
 * @param stateAt since when it stands so
 * @param toldHash of all that was told last
 * @param messageId message whose answer it waits for
 * @param isPending N.SIS will decide on that message later
 * @param refusal why N.SIS refused the last message
 * @param refused hash of what it refused
 * @param isAside somebody has put that message aside: no answer will come
 * @param isCleared whether nobody is being consulted about it any more
 */
public record Alert(
        UUID id,
        PersonId personId,
        AlertCategory category,
        UUID decisionId,
        @Nullable UUID banId,
        String reference,
        AlertState state,
        Instant stateAt,
        String toldHash,
        @Nullable UUID messageId,
        boolean isPending,
        @Nullable String refusal,
        @Nullable String refused,
        @Nullable String sisId,
        @Nullable LocalDate enteredOn,
        @Nullable LocalDate reviewOn,
        @Nullable String endedWhy,
        boolean isCleared,
        boolean isAside,
        int version) {

    public boolean pending() {
        return isPending;
    }

    Told told() {
        return new Told(category, state, toldHash, messageId != null, isCleared, refused);
    }
}
