package lv.vmis.register.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry ban as a decision sets it.
 *
 * @param months none for an indefinite ban
 * @param reasons why this term, where more is to be said than in the reasons of the decision
 * @param startsOn the day, where the decision names one
 */
public record PlannedBan(
        BanTerritory territory,
        String legalBasis,
        @Nullable Integer months,
        @Nullable String reasons,
        BanStart starts,
        @Nullable LocalDate startsOn) {

    /** One that runs from the departure, as each ban of a return decision does. */
    public PlannedBan(BanTerritory territory, String legalBasis, @Nullable Integer months, @Nullable String reasons) {
        this(territory, legalBasis, months, reasons, BanStart.DEPARTURE, null);
    }
}
