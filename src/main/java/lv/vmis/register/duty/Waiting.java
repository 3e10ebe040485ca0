package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A case or decision that waits for somebody, as a queue reads it.
 *
 * @param id of the decision, or of the case while there is none
 * @param kind kind of the decision, if there is one
 * @param since since when it waits
 * @param day the day its term runs from, or the last day to leave
 * @param total how many wait in all, 1001 when there are more
 * @param oldest since when the oldest waits
 * @param late how many are late
 */
record Waiting(
        UUID id,
        PersonId personId,
        String number,
        @Nullable String kind,
        String institution,
        String familyName,
        @Nullable String givenNames,
        PartialDate birthDate,
        Instant since,
        @Nullable LocalDate day,
        long total,
        Instant oldest,
        long late) {}
