package lv.vmis.register.certificate;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.person.Persons;
import lv.vmis.register.signing.DocumentToSign;
import lv.vmis.register.signing.DocumentsToSign;
import lv.vmis.register.signing.SignableKind;
import org.springframework.stereotype.Component;

/** Certificates and extracts as issued, for their issuer to sign electronically. */
@Component
class CertificatesToSign implements DocumentsToSign {

    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final Persons persons;

    CertificatesToSign(Certificates certificates, PrintedCertificates printed, Persons persons) {
        this.certificates = certificates;
        this.printed = printed;
        this.persons = persons;
    }

    @Override
    public SignableKind kind() {
        return SignableKind.CERTIFICATE;
    }

    @Override
    public Optional<DocumentToSign> find(UUID id) {
        return certificates.find(id).flatMap(this::document);
    }

    @Override
    public Optional<DocumentToSign> locked(UUID id) {
        return certificates.find(id).flatMap(found -> {
            persons.lock(found.personId());
            return document(found);
        });
    }

    private Optional<DocumentToSign> document(Certificate certificate) {
        var page = "/certificates/" + certificate.id();
        return printed.file(certificate.id())
                .map(content -> new DocumentToSign(
                        kind(),
                        certificate.id(),
                        certificate.personId(),
                        null,
                        certificate.number(),
                        certificate.institution(),
                        certificate.issuedBy(),
                        certificate.issuedByName(),
                        certificate.issuedAt(),
                        null,
                        content,
                        page,
                        page + "/certificate.pdf"));
    }
}
