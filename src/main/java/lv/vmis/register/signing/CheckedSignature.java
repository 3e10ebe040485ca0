package lv.vmis.register.signing;

import java.time.Instant;

/** A signed document that {@link SignatureCheck} found right: nobody else makes one. */
final class CheckedSignature {

    final byte[] content;
    final SignatureFormat format;
    final String documentSha256;
    final Instant signedAt;
    final String subject;
    final String issuer;
    final String serial;
    final Instant validUntil;

    CheckedSignature(
            byte[] content,
            SignatureFormat format,
            String documentSha256,
            Instant signedAt,
            String subject,
            String issuer,
            String serial,
            Instant validUntil) {
        this.content = content;
        this.format = format;
        this.documentSha256 = documentSha256;
        this.signedAt = signedAt;
        this.subject = subject;
        this.issuer = issuer;
        this.serial = serial;
        this.validUntil = validUntil;
    }
}
