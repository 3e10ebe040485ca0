package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry ban of the old register.
 *
 * @param institution as the cell says
 * @param decider the code of the institution
 * @param basisText the legal norm as the cell says
 * @param legalBasis the code that a rule translates it to
 * @param until nothing when indefinite
 */
public record OldBan(
        String number,
        LocalDate decidedOn,
        String institution,
        String decider,
        String official,
        String basisText,
        String legalBasis,
        LocalDate from,
        @Nullable LocalDate until,
        boolean schengen,
        @Nullable LocalDate cancelledOn,
        String cancelNumber,
        String reasons) {}
