package lv.vmis.register.signing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents signed electronically, as stored: one of each format for a document, never changed. */
@Component
public class SignedDocuments {

    private final JdbcClient jdbc;

    SignedDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SignedDocument> of(SignableKind kind, UUID document) {
        return jdbc.sql(OF)
                .param("kind", kind.name())
                .param("document", document)
                .query(Rows.of(SignedDocument.class))
                .list();
    }

    record Kept(byte[] content, String sha256) {}

    /** The content, if it is still the one that was checked. */
    Optional<byte[]> content(SignableKind kind, UUID document, SignatureFormat format) {
        return jdbc.sql(CONTENT)
                .param("kind", kind.name())
                .param("document", document)
                .param("format", format.name())
                .query(Rows.of(Kept.class))
                .optional()
                .map(kept -> {
                    if (!Hash.of(kept.content()).equals(kept.sha256())) {
                        throw new IllegalStateException(
                                "the signed document of %s is not the one that was checked".formatted(document));
                    }
                    return kept.content();
                });
    }

    UUID add(DocumentToSign document, SignedDocument.Origin origin, CheckedSignature checked, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("kind", document.kind().name())
                .param("document", document.id())
                .param("document_sha256", checked.documentSha256)
                .param("person", document.personId().value())
                .param("format", checked.format.name())
                .param("origin", origin.name())
                .param("content", checked.content)
                .param("sha256", Hash.of(checked.content))
                .param("signed_by", document.signatory())
                .param("signed_at", utc(checked.signedAt))
                .param("subject", checked.subject)
                .param("issuer", checked.issuer)
                .param("serial", checked.serial)
                .param("valid_until", utc(checked.validUntil))
                .param("by", by.account())
                .param("at", utc(now))
                .update();
        return id;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String OF = """
            select id, format, origin, signed_at, certificate_subject as subject, certificate_issuer as issuer,
                   certificate_serial as serial, certificate_until as valid_until, sha256
              from signed_document
             where document_kind = :kind and document_id = :document
             order by kept_at, id
            """;

    static final String CONTENT = """
            select content, sha256
              from signed_document
             where document_kind = :kind and document_id = :document and format = :format
            """;

    static final String ADD = """
            insert into signed_document (id, document_kind, document_id, document_sha256, person_id, format, origin,
                                         content, sha256, signed_by, signed_at, certificate_subject,
                                         certificate_issuer, certificate_serial, certificate_until, kept_by, kept_at)
            values (:id, :kind, :document, :document_sha256, :person, :format, :origin, :content, :sha256, :signed_by,
                    :signed_at, :subject, :issuer, :serial, :valid_until, :by, :at)
            """;
}
