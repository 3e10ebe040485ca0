package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A ban in a list, with the name of the person and where it stands on the day asked for.
 *
 * @param decider the institution, the minister or the consular official
 * @param supersededBy the decision whose later ban for the same territory outlasts this one, when it is in force
 */
public record BanRow(
        UUID id,
        UUID decisionId,
        PersonId personId,
        String familyName,
        @Nullable String givenNames,
        PartialDate birthDate,
        String nationalities,
        String territory,
        String legalBasis,
        @Nullable Integer termMonths,
        String decisionNumber,
        String decider,
        LocalDate decidedOn,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        BanState.Code state,
        @Nullable String supersededBy) {

    BanRow supersededBy(@Nullable String number) {
        return new BanRow(
                id,
                decisionId,
                personId,
                familyName,
                givenNames,
                birthDate,
                nationalities,
                territory,
                legalBasis,
                termMonths,
                decisionNumber,
                decider,
                decidedOn,
                fromDay,
                toDay,
                state,
                number);
    }

    /** The state as it is shown. */
    public BanState.Code shown() {
        return supersededBy == null ? state : BanState.Code.SUPERSEDED;
    }

    /** "NGUYEN Van An". */
    public String name() {
        return name(familyName, givenNames);
    }

    static String name(String familyName, @Nullable String givenNames) {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }
}
