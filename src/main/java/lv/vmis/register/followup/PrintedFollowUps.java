package lv.vmis.register.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.document.Clause;
import lv.vmis.register.document.DecisionDocument;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.document.FormDocument;
import lv.vmis.register.document.Values;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The printed form of follow-up decisions: drafts made anew each time, signed ones kept as they were printed. */
@Component
class PrintedFollowUps {

    private final JdbcClient jdbc;
    private final FollowUps followUps;
    private final Decisions decisions;
    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final DocumentPrinter printer;
    private final EdgeSettings settings;
    private final Clock clock;

    PrintedFollowUps(
            JdbcClient jdbc,
            FollowUps followUps,
            Decisions decisions,
            DocumentFacts facts,
            DocumentTemplates templates,
            DocumentPrinter printer,
            EdgeSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.decisions = decisions;
        this.facts = facts;
        this.templates = templates;
        this.printer = printer;
        this.settings = settings;
        this.clock = clock;
    }

    /** The letters of the whole document that no font can show. */
    String unprintable(FollowUp followUp) {
        return printer.unprintable(document(followUp));
    }

    /**
     * Prints a signed one for good, and gives the hash of the file. Generated histories sign many a second: theirs are
     * printed when somebody first asks.
     */
    @Nullable
    String keep(FollowUp signed) {
        return RegisterClock.isLived() && settings.env().isGenerated() ? null : print(signed);
    }

    /** The file: that which was kept, if it was signed. */
    Optional<byte[]> file(UUID id) {
        return followUps.find(id).filter(found -> found.declinedAt() == null).map(found -> {
            if (!found.isSigned()) {
                return printer.print(document(found), new PdfPrinter.Facts(id, found.preparedAt()));
            }
            return kept(id).orElseGet(() -> {
                print(found);
                return kept(id).orElseThrow();
            });
        });
    }

    Optional<byte[]> sheet(UUID id, String language) {
        return followUps
                .find(id)
                .flatMap(found -> printer.sheet(
                        document(found),
                        language,
                        day(found),
                        new PdfPrinter.Facts(id, Objects.requireNonNullElse(found.signedAt(), found.preparedAt()))));
    }

    /** The languages into which it can be translated. */
    List<String> translations(FollowUp followUp) {
        return templates.translations(DocumentKind.FOLLOW_UP, day(followUp));
    }

    private String print(FollowUp signed) {
        var at = Objects.requireNonNull(signed.signedAt());
        var file = printer.print(document(signed), new PdfPrinter.Facts(signed.id(), at));
        var sha256 = DocumentPrinter.sha256(file);
        jdbc.sql(KEEP)
                .param("follow_up", signed.id())
                .param("content", file)
                .param("sha256", sha256)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return sha256;
    }

    record Kept(byte[] content, String sha256) {}

    private Optional<byte[]> kept(UUID id) {
        return jdbc.sql(KEPT)
                .param("follow_up", id)
                .query(Rows.of(Kept.class))
                .optional()
                .map(kept -> {
                    if (!DocumentPrinter.sha256(kept.content()).equals(kept.sha256())) {
                        throw new IllegalStateException(
                                "the file of follow-up decision %s is not the one that was signed".formatted(id));
                    }
                    return kept.content();
                });
    }

    private LocalDate day(FollowUp followUp) {
        return followUp.decidedOn() == null ? LocalDate.now(clock) : followUp.decidedOn();
    }

    private FormDocument document(FollowUp followUp) {
        var day = day(followUp);
        var target = decisions.find(followUp.decisionId()).orElseThrow();
        var signer = followUp.signedBy();
        return new FormDocument(
                templates.latvian(DocumentKind.FOLLOW_UP, day),
                facts.issuer(followUp.institution(), followUp.unit()),
                facts.place(followUp.unit()),
                followUp.number(),
                followUp.decidedOn(),
                !followUp.isSigned(),
                facts.person(followUp.personId()),
                facts.papers(followUp.personId()),
                clauses(followUp, target, day),
                facts.signatory(signer == null ? null : facts.signed(signer)),
                facts.nameAndPosition(followUp.preparedBy()),
                facts.watermark());
    }

    private List<Clause> clauses(FollowUp followUp, Decision target, LocalDate day) {
        var what = followUp.kind().name().toLowerCase(Locale.ROOT);
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title_" + what));
        clauses.add(Clause.of("about"));
        clauses.add(Values.row("about_decision", name(target, day)));
        var territory = followUp.territory();
        if (territory != null) {
            clauses.add(Clause.of("about_ban_" + territory.toLowerCase(Locale.ROOT)));
        }
        clauses.add(Clause.of("basis"));
        clauses.add(new Clause(
                "norms",
                Map.of("legal_bases", facts.citation(followUp.legalBasis(), day)),
                null,
                DecisionDocument.paragraphs(followUp.reasons())));
        clauses.add(Clause.of("decision"));
        clauses.add(Clause.of(
                "decides",
                "issuer",
                facts.issuer(followUp.institution(), followUp.unit()).name()));
        var from = Values.from(followUp.effectOn());
        var leaveBy = followUp.leaveBy();
        var months = followUp.termMonths();
        switch (followUp.kind()) {
            case SUSPEND, RESUME, CANCEL -> clauses.add(Clause.of(what, "effect_on", from));
            case EXTEND -> {
                clauses.add(
                        Clause.of(what, "effect_on", from, "leave_by", Values.until(Objects.requireNonNull(leaveBy))));
                clauses.add(Clause.of("rest"));
            }
            case AMEND -> {
                clauses.add(Clause.of(
                        what,
                        "effect_on",
                        from,
                        "destination",
                        Objects.requireNonNull(facts.country(followUp.destination()))));
                clauses.add(Clause.of("rest"));
            }
            case REDUCE -> {
                clauses.add(Clause.of(
                        what,
                        "effect_on",
                        from,
                        "ban_term",
                        Values.term(months),
                        "months",
                        Objects.requireNonNull(months)));
                clauses.add(Clause.of("rest"));
            }
        }
        clauses.add(Clause.of("defence"));
        clauses.addAll(facts.appeal(
                        followUp.institution(), followUp.unit(), target.kind().contest(), day)
                .clauses());
        clauses.add(Clause.of("service"));
        clauses.add(Clause.of("served"));
        clauses.addAll(Values.service());
        return clauses;
    }

    /** "Izbraukšanas rīkojums Nr. VRS-R-2026-00012 (23.11.2026.)". */
    private Bilingual name(Decision target, LocalDate day) {
        var kind = target.kind().printed();
        var decided = LatvianDates.numeric(Objects.requireNonNull(target.decidedOn()));
        var title = templates.latvian(kind, day).text("title");
        var english = templates
                .inForce(kind, "en", day)
                .map(texts -> texts.text("title"))
                .orElse(title);
        return new Bilingual(
                "%s Nr. %s (%s)".formatted(title, target.number(), decided),
                "%s No. %s (%s)".formatted(english, target.number(), decided));
    }

    static final String KEEP = """
            insert into follow_up_document (follow_up_id, content, sha256, made_at)
            values (:follow_up, :content, :sha256, :at)
            """;

    static final String KEPT = """
            select content, sha256
              from follow_up_document
             where follow_up_id = :follow_up
            """;
}
