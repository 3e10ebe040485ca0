package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.document.Clause;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.document.FormDocument;
import lv.vmis.register.document.Values;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The printed form of certificates and their translation sheets, kept as they were issued. */
@Component
class PrintedCertificates {

    private static final String LATVIAN = "lv";

    private final JdbcClient jdbc;
    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final DocumentPrinter printer;
    private final Units units;

    PrintedCertificates(
            JdbcClient jdbc, DocumentFacts facts, DocumentTemplates templates, DocumentPrinter printer, Units units) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.templates = templates;
        this.printer = printer;
        this.units = units;
    }

    FormDocument document(Certificate certificate, Held held, Actor by) {
        return new FormDocument(
                templates.latvian(DocumentKind.CERTIFICATE, certificate.issuedOn()),
                facts.issuer(certificate.institution(), certificate.unit()),
                facts.place(certificate.unit()),
                certificate.number(),
                certificate.issuedOn(),
                false,
                facts.person(certificate.personId()).identified(),
                List.of(),
                clauses(certificate, held),
                facts.signatory(by),
                null,
                facts.watermark());
    }

    /** What it would say on the day of bans and decisions. */
    List<String> sentences(Held held, LocalDate day) {
        var texts = templates.latvian(DocumentKind.CERTIFICATE, day);
        return Stream.concat(bans(held).stream(), decisions(held).stream())
                .map(texts::line)
                .toList();
    }

    /** The letters of the whole document that no font can show. */
    String unprintable(FormDocument document) {
        return printer.unprintable(document);
    }

    /** Prints it and its translation sheets for good, and gives the hash of the certificate. */
    String keep(Certificate certificate, FormDocument document) {
        var day = certificate.issuedOn();
        var made = new PdfPrinter.Facts(certificate.id(), certificate.issuedAt());
        for (var language : templates.translations(DocumentKind.CERTIFICATE, day)) {
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

    private List<Clause> clauses(Certificate certificate, Held held) {
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Clause.of("about"));
        var authority = certificate.authority();
        clauses.add(Values.row(
                "recipient",
                authority == null
                        ? facts.code("certificate_recipient", certificate.recipient())
                        : Values.same(authority)));
        clauses.add(Values.row("purpose", certificate.purpose()));
        clauses.add(Clause.of("holds", "issued_on", Values.on(certificate.issuedOn())));
        clauses.add(Clause.of("bans"));
        clauses.addAll(bans(held));
        clauses.add(Clause.of("decisions"));
        clauses.addAll(decisions(held));
        clauses.add(Clause.of("limits"));
        return clauses;
    }

    private List<Clause> bans(Held held) {
        return held.bans().isEmpty()
                ? List.of(Clause.of("no_ban"))
                : held.bans().stream().map(this::clause).toList();
    }

    private List<Clause> decisions(Held held) {
        return held.decisions().isEmpty()
                ? List.of(Clause.of("no_decision"))
                : held.decisions().stream().map(this::clause).toList();
    }

    private Clause clause(Held.Ban ban) {
        var part = "ban_" + ban.territory().toLowerCase(Locale.ROOT);
        var decision = name(ban.kind().name(), ban.number(), LatvianDates.numeric(ban.decidedOn()), ban.decider());
        var from = ban.fromDay();
        var until = ban.toDay();
        if (from == null) {
            return Clause.of(part + "_waiting", "decision", decision);
        }
        return until == null
                ? Clause.of(part + "_indefinite", "ban_from", Values.from(from), "decision", decision)
                : Clause.of(
                        part, "ban_from", Values.from(from), "ban_until", Values.until(until), "decision", decision);
    }

    private Clause clause(Held.ReturnDecision held) {
        var decision = name(held.kind().name(), held.number(), LatvianDates.numeric(held.decidedOn()), held.decider());
        var departed = held.departedOn();
        var served = held.servedOn();
        var leaveBy = held.leaveBy();
        if (departed != null) {
            return Clause.of("departed", "decision", decision, "departed_on", Values.on(departed));
        }
        if (held.suspended()) {
            return Clause.of("suspended", "decision", decision);
        }
        if (served == null) {
            return Clause.of("signed", "decision", decision);
        }
        return leaveBy == null
                ? Clause.of("served", "decision", decision, "served_on", Values.from(served))
                : Clause.of(
                        "served_term",
                        "decision",
                        decision,
                        "served_on",
                        Values.from(served),
                        "leave_by",
                        Values.until(leaveBy));
    }

    /** „Izbraukšanas rīkojums Nr. VRS-R-2026-00012 (23.11.2026., Valsts robežsardze)”. */
    private Bilingual name(String kind, String number, String decidedOn, String decider) {
        var name = facts.code("decision_kind", kind);
        return new Bilingual(
                "%s Nr. %s (%s, %s)"
                        .formatted(name.latvian(), number, decidedOn, units.institutionName(decider, Language.LV)),
                "%s No. %s (%s, %s)"
                        .formatted(name.english(), number, decidedOn, units.institutionName(decider, Language.EN)));
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
