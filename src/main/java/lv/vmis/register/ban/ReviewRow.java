package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A ban that is to be reviewed.
 *
 * @param termMonths none: indefinite
 * @param dueOn until when
 */
public record ReviewRow(
        UUID id,
        UUID decisionId,
        PersonId personId,
        String familyName,
        @Nullable String givenNames,
        String territory,
        String legalBasis,
        @Nullable Integer termMonths,
        String decisionNumber,
        String decider,
        String institution,
        LocalDate decidedOn,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        LocalDate dueOn) {

    /** "NGUYEN Van An". */
    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }
}
