package lv.vmis.register.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ban of a decision with the days it runs, once it has begun, and what later decisions made of it.
 *
 * @param months as imposed; nothing: indefinitely
 * @param endsOn the last day by its term, whatever stopped it before
 */
public record BanLine(
        BanTerritory territory,
        String legalBasis,
        @Nullable Integer months,
        @Nullable String reasons,
        BanStart starts,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable Integer reducedMonths,
        @Nullable LocalDate suspendedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable LocalDate endsOn) {

    /** How a ban of a signed decision reads on a day. */
    public enum Standing {
        WAITS,
        RUNS,
        SUSPENDED,
        CANCELLED
    }

    /** What ended by its term is neither suspended nor cancelled any more. */
    public Standing standingOn(LocalDate day) {
        if (cancelledOn != null && !cancelledOn.isAfter(day) && (endsOn == null || !cancelledOn.isAfter(endsOn))) {
            return Standing.CANCELLED;
        }
        var hasEnded = endsOn != null && endsOn.isBefore(day) && fromDay != null;
        if (suspendedOn != null && !suspendedOn.isAfter(day) && !hasEnded) {
            return Standing.SUSPENDED;
        }
        return fromDay == null ? Standing.WAITS : Standing.RUNS;
    }

    PlannedBan planned() {
        return new PlannedBan(territory, legalBasis, months, reasons, starts, startsOn);
    }
}
