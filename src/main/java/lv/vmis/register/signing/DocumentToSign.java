package lv.vmis.register.signing;

import java.time.Instant;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A printed document as it may be signed: only these bytes, only by this official.
 *
 * @param id of what was printed, for instance of the decision
 * @param signatory account of the official who has signed it in the register
 * @param signedAt when he did
 * @param legalBasis that it names, if any
 * @param page where the document is shown
 * @param file where its printed form is fetched
 */
public record DocumentToSign(
        SignableKind kind,
        UUID id,
        PersonId personId,
        @Nullable UUID caseId,
        String number,
        String institution,
        UUID signatory,
        String signatoryName,
        Instant signedAt,
        @Nullable String legalBasis,
        byte[] content,
        String page,
        String file) {

    String sha256() {
        return Hash.of(content);
    }

    String fileName() {
        return number + ".pdf";
    }
}
