package lv.vmis.register.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A removal that waits to be carried out, and how far it is.
 *
 * @param last what was done last
 */
public record WaitingRemoval(
        Row row, Readiness readiness, @Nullable RemovalStep last) {

    /** As stored. */
    public record Row(
            UUID id,
            UUID caseId,
            PersonId personId,
            String number,
            Instant signedAt,
            @Nullable String destination,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate suspendedOn,
            boolean hasDocument,
            boolean isMissing,
            boolean mayStay,
            @Nullable LocalDate prisonUntil,
            @Nullable String holder,
            String familyName,
            @Nullable String givenNames,
            PartialDate birthDate) {

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }
}
