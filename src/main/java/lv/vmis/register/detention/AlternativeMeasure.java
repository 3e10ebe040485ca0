package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A measure applied instead of detention, as stored.
 *
 * @param kind code of the list {@code alternative_kind}
 * @param terms where, when and how it is fulfilled
 */
public record AlternativeMeasure(
        UUID id,
        UUID caseId,
        PersonId personId,
        String kind,
        String terms,
        LocalDate appliedOn,
        String unit,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable String endNote,
        int version) {}
