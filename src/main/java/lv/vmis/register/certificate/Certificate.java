package lv.vmis.register.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate or an extract as issued.
 *
 * @param recipient code of the list {@code certificate_recipient}
 * @param recipientName the authority or the representative, where one receives it
 * @param purpose nothing where the person asks for his own data
 * @param requestedOn when an extract was asked for
 */
public record Certificate(
        UUID id,
        CertificateKind kind,
        PersonId personId,
        String number,
        String recipient,
        @Nullable String recipientName,
        @Nullable String purpose,
        @Nullable LocalDate requestedOn,
        String institution,
        String unit,
        LocalDate issuedOn,
        UUID issuedBy,
        String issuedByName,
        Instant issuedAt) {}
