package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A decision in a list, with the name of the person. */
public record DecisionRow(
        UUID id,
        PersonId personId,
        String familyName,
        @Nullable String givenNames,
        @Nullable String caseNumber,
        DecisionKind kind,
        String institution,
        String unit,
        @Nullable String number,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate leaveBy,
        Instant preparedAt,
        DecisionState.Code state) {

    /** "NGUYEN Van An". */
    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }
}
