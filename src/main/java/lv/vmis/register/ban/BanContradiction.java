package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;

/**
 * A ban that contradicts another, or something else that is known of the person.
 *
 * @param decider whose decision it is: an institution, a minister, a consular official or a court
 * @param follower the institution that may decide on it again itself; none: a court's, or one entered from a notice
 * @param otherNumber the decision that it contradicts
 * @param known the State of nationality, or what VMIS tells of
 */
public record BanContradiction(
        Reason reason,
        UUID id,
        UUID decisionId,
        PersonId personId,
        String familyName,
        @Nullable String givenNames,
        String territory,
        String decisionNumber,
        String decider,
        @Nullable String follower,
        LocalDate decidedOn,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable UUID otherDecision,
        @Nullable String otherNumber,
        @Nullable String otherDecider,
        @Nullable LocalDate otherTo,
        @Nullable String known) {

    /** What makes a contradiction, and what the law says of it. */
    public enum Reason {
        /** Two in force for one territory on one legal basis (Reg. 122 5.10, 5.12: one ban, one interval). */
        SAME_BASIS,
        /** Two in force for one territory by different deciders, with different ends. */
        OTHER_DECIDER,
        /** No foreigner: a citizen of Latvia. */
        OF_LATVIA,
        /** A Schengen ban on a citizen of a State whose citizens move freely. */
        OF_UNION,
        /** A Schengen ban on a family member of a Union citizen. */
        OF_UNION_FAMILY,
        /** VMIS tells of a valid permit or visa. */
        PERMITTED,
        /** It rests on a return, and every return decision was cancelled. */
        RETURN_CANCELLED
    }

    /** Whether this official may prepare the follow-up decision that mends it. */
    public boolean isMendedBy(Actor by) {
        return by.may(Right.PREPARE_DECISION) && by.institution().equals(follower);
    }

    public String name() {
        return BanRow.name(familyName, givenNames);
    }
}
