package lv.vmis.register.notice;

import java.time.Instant;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A notice received.
 *
 * @param reference number of the letter
 * @param receivedAt the working day for its entry runs from here
 * @param decisionId entered from it
 * @param followUpId entered from it
 * @param answer what was done, where no decision was entered
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        String sender,
        String reference,
        Instant receivedAt,
        String summary,
        Instant registeredAt,
        String registeredByName,
        @Nullable PersonId personId,
        @Nullable UUID decisionId,
        @Nullable UUID followUpId,
        @Nullable String answer,
        @Nullable String handledByName,
        @Nullable Instant handledAt,
        int version) {

    public boolean waits() {
        return handledAt == null;
    }
}
