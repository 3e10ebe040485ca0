package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.signing.SignedDocument.Origin;

/**
 * Keeps a document that was signed electronically. A decision is in force since it was signed in the register, and what was
 * issued is issued; whether and when the document is signed so changes nothing about it.
 */
@Action
class SignDocument {

    record Input(SignableKind kind, UUID document, Origin origin, CheckedSignature checked) {}

    private final AllDocuments documents;
    private final SignedDocuments signed;
    private final Journal journal;
    private final Clock clock;

    SignDocument(AllDocuments documents, SignedDocuments signed, Journal journal, Clock clock) {
        this.documents = documents;
        this.signed = signed;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = documents.locked(in.kind(), in.document());
        if (found.isEmpty()) {
            return refused(SigningRefusal.DOCUMENT_UNKNOWN);
        }
        var document = found.get();
        if (!in.checked().documentSha256.equals(document.sha256())) {
            return refused(SigningRefusal.OTHER_DOCUMENT);
        }
        var isThere =
                signed.of(in.kind(), in.document()).stream().anyMatch(kept -> kept.format() == in.checked().format);
        if (isThere) {
            return refused(SigningRefusal.ALREADY_SIGNED, in.checked().format.path());
        }
        var id = signed.add(document, in.origin(), in.checked(), by, clock.instant());
        journal.record(
                by,
                Entry.act(SignDocument.class)
                        .on("signed_document", id, 0)
                        .about(document.personId())
                        .under(document.legalBasis())
                        .with(state(in, document)));
        return done(id);
    }

    private static Map<String, Object> state(Input in, DocumentToSign document) {
        var checked = in.checked();
        return Map.of(
                "document",
                document.kind() + " " + document.id(),
                "number",
                document.number(),
                "documentSha256",
                checked.documentSha256,
                "format",
                checked.format,
                "origin",
                in.origin(),
                "sha256",
                Hash.of(checked.content),
                "signedAt",
                checked.signedAt,
                "certificate",
                checked.subject + ", " + checked.serial + ", " + checked.issuer);
    }
}
