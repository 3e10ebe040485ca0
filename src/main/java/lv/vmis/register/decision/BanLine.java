package lv.vmis.register.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A ban of a decision with the days it runs, once it has begun. */
public record BanLine(
        BanTerritory territory,
        String legalBasis,
        @Nullable Integer months,
        @Nullable String reasons,
        BanStart starts,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay) {

    PlannedBan planned() {
        return new PlannedBan(territory, legalBasis, months, reasons, starts, startsOn);
    }
}
