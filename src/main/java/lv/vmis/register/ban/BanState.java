package lv.vmis.register.ban;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a ban stands on a day, worked out from its days; never stored. The view ban_clock says the same in SQL. */
public sealed interface BanState {

    /** The code in SQL: of {@code b}, a row of ban_clock, on {@code :day}. */
    String CODE_IN_SQL = """
            case
                when b.from_day is null or b.from_day > :day then 'PENDING'
                when b.to_day < :day then 'EXPIRED'
                else 'IN_FORCE'
            end
            """;

    /** Its decision is not signed. */
    record Planned() implements BanState {}

    /** Imposed; its days begin when the person leaves. */
    record PendingStart() implements BanState {}

    /** @param to the last day, none when indefinite */
    record InForce(LocalDate from, @Nullable LocalDate to) implements BanState {}

    /** @param to the last day it was in force */
    record Expired(LocalDate from, LocalDate to) implements BanState {}

    /**
     * The state on a day.
     *
     * @param decidedOn day the decision was signed
     * @param departedOn day the person left
     * @param months of the ban, none when indefinite
     */
    static BanState on(
            LocalDate day, @Nullable LocalDate decidedOn, @Nullable LocalDate departedOn, @Nullable Integer months) {
        return between(day, decidedOn, departedOn, departedOn == null ? null : lastDay(departedOn, months));
    }

    /**
     * The state on a day of a ban that runs between two days.
     *
     * @param decidedOn day the decision was signed
     * @param from none while it waits for the departure
     * @param last none when indefinite
     */
    static BanState between(
            LocalDate day, @Nullable LocalDate decidedOn, @Nullable LocalDate from, @Nullable LocalDate last) {
        if (decidedOn == null || decidedOn.isAfter(day)) {
            return new Planned();
        }
        if (from == null || from.isAfter(day)) {
            return new PendingStart();
        }
        return last != null && last.isBefore(day) ? new Expired(from, last) : new InForce(from, last);
    }

    /** The last day: the same date after the months, or the last day of that month where there is no such date. */
    static @Nullable LocalDate lastDay(LocalDate departedOn, @Nullable Integer months) {
        return months == null ? null : departedOn.plusMonths(months);
    }

    default Code code() {
        return switch (this) {
            case Planned _ -> Code.PLANNED;
            case PendingStart _ -> Code.PENDING;
            case InForce _ -> Code.IN_FORCE;
            case Expired _ -> Code.EXPIRED;
        };
    }

    /** The states as a list can be filtered by them, with the look of their badge. */
    enum Code {
        PLANNED("muted"),
        PENDING("order"),
        IN_FORCE("ban"),
        EXPIRED("muted"),
        /** A decision or a remedy suspends it: only lists tell it apart. */
        SUSPENDED("order"),
        /** Cancelled before its time: only lists tell it apart. */
        CANCELLED("muted"),
        /** In force, and outlasted by a later one for the same territory: only shown, never asked for. */
        SUPERSEDED("muted");

        private final String badge;

        Code(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }
}
