package lv.vmis.register.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A traveller handed to an inspector, as the list shows him. */
public record InspectorRequest(
        UUID id,
        Instant at,
        String unit,
        UUID askedBy,
        String askedByName,
        CheckSlip.Verdict verdict,
        UUID entryId,
        String asked,
        List<PersonId> persons,
        @Nullable String note,
        @Nullable UUID takenBy,
        @Nullable String takenByName,
        @Nullable Instant takenAt,
        @Nullable Instant clearedAt) {}
