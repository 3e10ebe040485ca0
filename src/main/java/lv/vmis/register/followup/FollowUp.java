package lv.vmis.register.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up decision as stored, with its target.
 *
 * @param decisionId the decision it is about, or whose ban
 * @param banId the ban it is about; nothing: the decision
 * @param territory of that ban
 * @param targetNumber number of the decision
 * @param effectOn first day on which it holds
 * @param leaveBy new last day to leave
 * @param termMonths new term of the ban
 * @param destination new State to go to
 */
public record FollowUp(
        UUID id,
        @Nullable UUID caseId,
        PersonId personId,
        UUID decisionId,
        @Nullable UUID banId,
        @Nullable String territory,
        String targetKind,
        String targetNumber,
        FollowUpKind kind,
        String institution,
        @Nullable String decider,
        String unit,
        String legalBasis,
        LocalDate effectOn,
        @Nullable LocalDate leaveBy,
        @Nullable Integer termMonths,
        @Nullable String destination,
        String reasons,
        UUID preparedBy,
        String preparedByName,
        Instant preparedAt,
        @Nullable UUID declinedBy,
        @Nullable String declinedByName,
        @Nullable Instant declinedAt,
        @Nullable String declineReason,
        @Nullable String number,
        @Nullable LocalDate decidedOn,
        @Nullable UUID signedBy,
        @Nullable String signedByName,
        @Nullable Instant signedAt,
        int version) {

    /** What was prepared, to be looked at by the law of another day. */
    PrepareFollowUp.Input input() {
        return new PrepareFollowUp.Input(
                decisionId, banId, kind, legalBasis, effectOn, leaveBy, termMonths, destination, reasons);
    }

    public boolean isSigned() {
        return signedAt != null;
    }

    /** Neither signed nor declined. */
    public boolean isWaiting() {
        return signedAt == null && declinedAt == null;
    }

    /** Taken back by whoever prepared it. */
    public boolean isWithdrawn() {
        return preparedBy.equals(declinedBy);
    }
}
