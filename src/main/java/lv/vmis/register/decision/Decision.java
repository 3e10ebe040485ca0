package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;

/**
 * A departure order, a removal decision or a decision on entry bans, from draft to departure.
 *
 * @param returnCaseId none: it only bans
 * @param decider minister or consular official who decided; none: the institution
 * @param familyLife how family and private life were weighed
 * @param unionFamily a decision that only bans: whether the person is a family member of a Union citizen
 * @param conduct how the personal conduct and the ties of who moves freely were weighed
 * @param amendedDestination country to go to as a follow-up decision amended it; none: as decided
 * @param leaveBy last day to leave under an order: counted from the decision, and anew from its service
 * @param servedOn when it was served
 * @param departedOn when the person left under it
 * @param suspendedOn since when a follow-up decision suspends it
 * @param cancelledOn from when a follow-up decision cancels it
 * @param oldRegister the old register it was taken over from
 * @param stands whether it is the decision that counts in its open case
 */
public record Decision(
        UUID id,
        @Nullable UUID returnCaseId,
        PersonId personId,
        DecisionKind kind,
        String institution,
        @Nullable String decider,
        String unit,
        String legalBasis,
        @Nullable String destination,
        @Nullable String amendedDestination,
        @Nullable Integer termDays,
        String reasons,
        @Nullable String familyLife,
        boolean unionFamily,
        @Nullable String conduct,
        UUID preparedBy,
        Instant preparedAt,
        @Nullable Instant sentAt,
        @Nullable UUID returnedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawReason,
        @Nullable UUID signedBy,
        @Nullable Instant signedAt,
        @Nullable LocalDate decidedOn,
        @Nullable String number,
        @Nullable LocalDate leaveBy,
        @Nullable LocalDate servedOn,
        @Nullable LocalDate departedOn,
        @Nullable LocalDate suspendedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable String oldRegister,
        boolean stands,
        int version) {

    /** The case of a return decision. */
    public UUID caseId() {
        if (returnCaseId == null) {
            throw new IllegalStateException("decision %s only bans and is of no case".formatted(id));
        }
        return returnCaseId;
    }

    /** Whether others have decided, and the Register only keeps what they decided. */
    public boolean isEntered() {
        return decider != null || oldRegister != null || kind.isOfCourt();
    }

    /** Whether the institution that decided follows it up here; others tell what becomes of theirs. */
    public boolean isFollowedHere() {
        return decider == null && !kind.isOfCourt();
    }

    /** From when it can have been carried out: the minute of its signature, or the day of what others decided; nothing before. */
    public @Nullable Instant decidedFrom() {
        if (signedAt == null || decidedOn == null) {
            return null;
        }
        return !isEntered() && LocalDate.ofInstant(signedAt, RegisterClock.RIGA).equals(decidedOn)
                ? signedAt.truncatedTo(ChronoUnit.MINUTES)
                : decidedOn.atStartOfDay(RegisterClock.RIGA).toInstant();
    }

    public boolean isSigned() {
        return signedAt != null;
    }

    /** The country to go to as the decision stands. */
    public @Nullable String goesTo() {
        return amendedDestination == null ? destination : amendedDestination;
    }

    /** Neither signed nor given up. */
    public boolean isOpenDraft() {
        return signedAt == null && withdrawnAt == null;
    }

    /** Can be changed: not signed, not given up, and not on the deciding official's desk. */
    public boolean isWithPreparer() {
        return isOpenDraft() && sentAt == null;
    }

    public boolean waitsForSignature() {
        return isOpenDraft() && sentAt != null;
    }

    /** Whether a follow-up decision gave it a later last day. */
    public boolean isExtended() {
        return servedOn != null && termDays != null && leaveBy != null && leaveBy.isAfter(servedOn.plusDays(termDays));
    }

    public DecisionState stateOn(LocalDate day) {
        if (cancelledOn != null && !cancelledOn.isAfter(day)) {
            return new DecisionState.Cancelled(cancelledOn);
        }
        if (departedOn != null && !departedOn.isAfter(day)) {
            return new DecisionState.CarriedOut(departedOn);
        }
        if (suspendedOn != null && !suspendedOn.isAfter(day)) {
            return new DecisionState.Suspended(suspendedOn);
        }
        if (decidedOn != null && !decidedOn.isAfter(day) && returnCaseId != null && !stands) {
            return new DecisionState.Past();
        }
        if (servedOn != null && !servedOn.isAfter(day)) {
            return leaveBy != null && leaveBy.isBefore(day)
                    ? new DecisionState.Overdue(leaveBy)
                    : new DecisionState.Served(servedOn, leaveBy);
        }
        if (decidedOn != null && !decidedOn.isAfter(day)) {
            return new DecisionState.Signed(decidedOn);
        }
        if (withdrawnAt != null && withdrawReason != null) {
            return new DecisionState.Withdrawn(withdrawnAt, withdrawReason);
        }
        if (sentAt != null) {
            return new DecisionState.ToSign(sentAt);
        }
        return returnedAt != null && returnReason != null
                ? new DecisionState.Returned(returnedAt, returnReason)
                : new DecisionState.Drafted();
    }
}
