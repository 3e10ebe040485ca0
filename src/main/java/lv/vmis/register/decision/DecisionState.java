package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a decision stands on a day, worked out from what has happened to it; never stored. */
public sealed interface DecisionState {

    /** The code in SQL: of decision {@code d} on {@code :day}. */
    String CODE_IN_SQL = """
            case
                when d.cancelled_on <= :day then 'CANCELLED'
                when d.departed_on <= :day then 'CARRIED_OUT'
                when d.suspended_on <= :day then 'SUSPENDED'
                when d.decided_on <= :day and d.case_id is not null and not d.open then 'PAST'
                when d.served_on <= :day and d.leave_by < :day then 'OVERDUE'
                when d.served_on <= :day then 'SERVED'
                when d.decided_on <= :day then 'SIGNED'
                when d.withdrawn_at is not null then 'WITHDRAWN'
                when d.sent_at is not null then 'TO_SIGN'
                when d.returned_at is not null then 'RETURNED'
                else 'DRAFT'
            end
            """;

    /** Being written. */
    record Drafted() implements DecisionState {}

    /** Waits for the deciding official. */
    record ToSign(Instant since) implements DecisionState {}

    /** Came back from the deciding official. */
    record Returned(Instant at, String reason) implements DecisionState {}

    /** Given up before it was signed. */
    record Withdrawn(Instant at, String reason) implements DecisionState {}

    /** Signed, waits to be served. */
    record Signed(LocalDate on) implements DecisionState {}

    /** Served; an order runs until its last day. */
    record Served(LocalDate on, @Nullable LocalDate leaveBy) implements DecisionState {}

    /** The last day to leave has passed, and no departure is known. */
    record Overdue(LocalDate leaveBy) implements DecisionState {}

    /** Nothing of it is to be done any more: another decision stands in its place, the person has left under another, or the case is closed. */
    record Past() implements DecisionState {}

    /** The person has left. */
    record CarriedOut(LocalDate on) implements DecisionState {}

    /** A follow-up decision has stopped it for the time being. */
    record Suspended(LocalDate since) implements DecisionState {}

    /** A follow-up decision has cancelled it. */
    record Cancelled(LocalDate on) implements DecisionState {}

    /** Its code in lists and texts. */
    default Code code() {
        return switch (this) {
            case Drafted _ -> Code.DRAFT;
            case ToSign _ -> Code.TO_SIGN;
            case Returned _ -> Code.RETURNED;
            case Withdrawn _ -> Code.WITHDRAWN;
            case Signed _ -> Code.SIGNED;
            case Served _ -> Code.SERVED;
            case Overdue _ -> Code.OVERDUE;
            case Past _ -> Code.PAST;
            case CarriedOut _ -> Code.CARRIED_OUT;
            case Suspended _ -> Code.SUSPENDED;
            case Cancelled _ -> Code.CANCELLED;
        };
    }

    /** The states as a list can be filtered by them, with the look of their badge. */
    enum Code {
        DRAFT("muted"),
        TO_SIGN("order"),
        RETURNED("order"),
        WITHDRAWN("muted"),
        SIGNED("order"),
        SERVED("info"),
        OVERDUE("order"),
        PAST("muted"),
        CARRIED_OUT("ok"),
        SUSPENDED("info"),
        CANCELLED("muted");

        private final String badge;

        Code(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }
}
