package lv.vmis.register.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a finding said before it was corrected. */
public record PastFinding(
        UUID findingId,
        LocalDate foundOn,
        String place,
        String circumstances,
        String reason,
        String correctedBy,
        Instant correctedAt) {}
