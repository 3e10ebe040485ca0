package lv.vmis.register.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding of illegal entry or stay, as stored. */
public record Finding(
        UUID id,
        UUID caseId,
        LocalDate foundOn,
        String placeKind,
        @Nullable String crossingPoint,
        String place,
        String circumstances,
        String legalBasis,
        String unit,
        UUID official,
        Instant notedAt) {}
