package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A ban in a list, with the name of the person. */
public record BanRow(
        UUID id,
        UUID decisionId,
        PersonId personId,
        String familyName,
        @Nullable String givenNames,
        String birthDate,
        String territory,
        String legalBasis,
        @Nullable Integer termMonths,
        String decisionNumber,
        String institution,
        LocalDate decidedOn,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay) {

    /** "NGUYEN Van An". */
    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }

    public BanState stateOn(LocalDate day) {
        return BanState.between(day, decidedOn, fromDay, toDay);
    }
}
