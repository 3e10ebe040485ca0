package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A ban for Latvia as the old entry ban register has it.
 *
 * @param decision number its decision gets here
 * @param institution that decided, or that the decision of a minister or a consular official is noted by
 * @param unit of that institution
 * @param decider minister or consular official; none: the institution
 * @param until last day; none: it has no end
 * @param cancelledOn first day on which it is cancelled there
 */
public record BanTakenOver(
        UUID decision,
        PersonId person,
        String number,
        LocalDate decidedOn,
        String institution,
        String unit,
        @Nullable String decider,
        String legalBasis,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate cancelledOn,
        String reasons) {

    /** The fewest whole months that reach the last day; none where there is no end. */
    public @Nullable Integer months() {
        if (until == null) {
            return null;
        }
        var whole = (int) java.time.temporal.ChronoUnit.MONTHS.between(from, until);
        // From the 31st on a month is shorter: what counts is the day on which so many months end.
        while (from.plusMonths(whole).isBefore(until) || whole == 0) {
            whole++;
        }
        return whole;
    }
}
