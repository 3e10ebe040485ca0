package lv.vmis.register.signing;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that was signed electronically, without its content.
 *
 * @param subject whose certificate it is
 * @param origin whether it was signed from here or brought
 */
public record SignedDocument(
        UUID id,
        SignatureFormat format,
        Origin origin,
        Instant signedAt,
        String subject,
        String issuer,
        String serial,
        Instant validUntil,
        String sha256) {

    /** Where the signature was made. */
    public enum Origin {
        MADE,
        BROUGHT
    }
}
