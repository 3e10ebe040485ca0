package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a follow-up decision may be about: a signed decision, or one of its bans.
 *
 * @param banId nothing: the decision itself
 * @param kind of the decision
 * @param leaveBy last day to leave under an order
 * @param destination of the decision, as it stands
 * @param stands whether the decision is the one that counts in its case
 * @param leftOn when the person left, in the case of the decision or since it was signed under any other
 * @param termMonths of the ban as it stands; nothing: indefinite
 * @param fromDay first day of the ban; nothing while it waits for the departure
 * @param suspendedOn since when it is suspended
 * @param cancelledOn from when it is cancelled
 */
public record Target(
        PersonId personId,
        @Nullable UUID banId,
        @Nullable String territory,
        String kind,
        LocalDate decidedOn,
        @Nullable LocalDate servedOn,
        @Nullable LocalDate leaveBy,
        @Nullable String destination,
        boolean stands,
        @Nullable LocalDate leftOn,
        @Nullable Integer termMonths,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate suspendedOn,
        @Nullable LocalDate cancelledOn) {

    public boolean isBan() {
        return banId != null;
    }

    boolean isOrder() {
        return !isBan() && kind.equals("DEPARTURE_ORDER");
    }

    boolean isReturn() {
        return isOrder() || (!isBan() && kind.equals("REMOVAL"));
    }

    /** Whether such a decision about it would make sense as it stands. */
    boolean takes(FollowUpKind kind) {
        return cancelledOn == null
                && switch (kind) {
                    case EXTEND -> isOrder() && servedOn != null && leftOn == null;
                    case AMEND -> isReturn() && stands && leftOn == null;
                    case SUSPEND -> suspendedOn == null && !(isReturn() && leftOn != null);
                    case RESUME -> suspendedOn != null;
                    case CANCEL -> true;
                    case REDUCE -> isBan();
                };
    }
}
