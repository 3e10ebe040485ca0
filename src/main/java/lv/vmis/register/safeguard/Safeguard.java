package lv.vmis.register.safeguard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An answer to a question to be assessed before removal.
 *
 * @param official who entered it, by name
 */
public record Safeguard(
        UUID id,
        String question,
        String answer,
        String evidence,
        LocalDate assessedOn,
        String unit,
        String official,
        Instant enteredAt) {}
