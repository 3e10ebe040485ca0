package lv.vmis.register.certificate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.document.Clause;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.document.FormDocument;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The printed form of certificates and extracts and their translation sheets, kept as they were issued. */
@Component
class PrintedCertificates {

    private static final String LATVIAN = "lv";

    private final JdbcClient jdbc;
    private final Certificates certificates;
    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final DocumentPrinter printer;

    PrintedCertificates(
            JdbcClient jdbc,
            Certificates certificates,
            DocumentFacts facts,
            DocumentTemplates templates,
            DocumentPrinter printer) {
        this.jdbc = jdbc;
        this.certificates = certificates;
        this.facts = facts;
        this.templates = templates;
        this.printer = printer;
    }

    /**
     * Stores it with its printed form and translation sheets, for good, and gives the hash of the file; refused where no font can
     * show a letter of it.
     */
    Outcome<String> issued(Certificate certificate, List<Clause> clauses, Actor by) {
        var document = document(certificate, clauses, by);
        var unprintable = printer.unprintable(document);
        if (!unprintable.isEmpty()) {
            return Outcome.refused(CertificateRefusal.UNPRINTABLE, unprintable);
        }
        certificates.add(certificate);
        return Outcome.done(keep(certificate, document));
    }

    private FormDocument document(Certificate certificate, List<Clause> clauses, Actor by) {
        return new FormDocument(
                templates.latvian(certificate.kind().printed(), certificate.issuedOn()),
                facts.issuer(certificate.institution(), certificate.unit()),
                facts.place(certificate.unit()),
                certificate.number(),
                certificate.issuedOn(),
                false,
                facts.person(certificate.personId()).identified(),
                List.of(),
                clauses,
                facts.signatory(by),
                null,
                facts.watermark());
    }

    private String keep(Certificate certificate, FormDocument document) {
        var day = certificate.issuedOn();
        var made = new PdfPrinter.Facts(certificate.id(), certificate.issuedAt());
        for (var language : templates.translations(certificate.kind().printed(), day)) {
            printer.sheet(document, language, day, made)
                    .ifPresent(sheet -> keep(certificate.id(), language, sheet, DocumentPrinter.sha256(sheet)));
        }
        var file = printer.print(document, made);
        var sha256 = DocumentPrinter.sha256(file);
        keep(certificate.id(), LATVIAN, file, sha256);
        return sha256;
    }

    private void keep(UUID id, String language, byte[] file, String sha256) {
        jdbc.sql(KEEP)
                .param("certificate", id)
                .param("language", language)
                .param("content", file)
                .param("sha256", sha256)
                .update();
    }

    /** The languages it was translated into when it was issued. */
    List<String> translations(UUID id) {
        return jdbc.sql(TRANSLATIONS)
                .param("certificate", id)
                .query((row, _) -> Objects.requireNonNull(row.getString("language")))
                .list();
    }

    record Kept(byte[] content, String sha256) {}

    Optional<byte[]> file(UUID id) {
        return sheet(id, LATVIAN);
    }

    Optional<byte[]> sheet(UUID id, String language) {
        return jdbc.sql(KEPT)
                .param("certificate", id)
                .param("language", language)
                .query(Rows.of(Kept.class))
                .optional()
                .map(kept -> {
                    if (!DocumentPrinter.sha256(kept.content()).equals(kept.sha256())) {
                        throw new IllegalStateException("the file of certificate %s is not as issued".formatted(id));
                    }
                    return kept.content();
                });
    }

    static final String KEEP = """
            insert into certificate_document (certificate_id, language, content, sha256)
            values (:certificate, :language, :content, :sha256)
            """;

    static final String KEPT = """
            select content, sha256
              from certificate_document
             where certificate_id = :certificate and language = :language
            """;

    static final String TRANSLATIONS = """
            select language
              from certificate_document
             where certificate_id = :certificate and language <> 'lv'
             order by language
            """;
}
