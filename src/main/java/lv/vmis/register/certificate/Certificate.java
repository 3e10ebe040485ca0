package lv.vmis.register.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as issued.
 *
 * @param recipient code of the list {@code certificate_recipient}
 * @param authority its name, where an authority receives it
 */
public record Certificate(
        UUID id,
        PersonId personId,
        String number,
        String recipient,
        @Nullable String authority,
        String purpose,
        String institution,
        String unit,
        LocalDate issuedOn,
        UUID issuedBy,
        String issuedByName,
        Instant issuedAt) {}
