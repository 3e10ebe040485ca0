package lv.vmis.register.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry ban of a signed decision.
 *
 * @param territory LV or SCH
 * @param from none while it waits for the departure
 * @param until the last day; none while it waits, and for an indefinite ban
 * @param decidedOn none in an answer kept before the day was
 */
public record KnownBan(
        String territory,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean indefinite,
        String decision,
        String institution,
        String legalBasis,
        @Nullable LocalDate decidedOn) {

    public boolean inForceOn(LocalDate day) {
        return from != null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean waitsOn(LocalDate day) {
        return from == null || day.isBefore(from);
    }
}
