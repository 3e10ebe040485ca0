package lv.vmis.register.decision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.document.DecisionDocument;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The printed form of decisions: drafts made anew each time, signed decisions kept as they were printed. */
@Component
class PrintedDecisions {

    private final JdbcClient jdbc;
    private final DecisionDocuments documents;
    private final DocumentPrinter printer;
    private final DocumentFacts facts;
    private final Decisions decisions;
    private final EdgeSettings settings;

    PrintedDecisions(
            JdbcClient jdbc,
            Decisions decisions,
            EdgeSettings settings,
            DecisionDocuments documents,
            DocumentPrinter printer,
            DocumentFacts facts) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.settings = settings;
        this.documents = documents;
        this.printer = printer;
        this.facts = facts;
    }

    /** The letters of the whole document that no font can show. */
    String unprintable(Decision decision, Actor signatory) {
        return printer.unprintable(documents.of(decision, signatory));
    }

    byte[] draft(Decision decision) {
        return print(decision, documents.of(decision, null), decision.preparedAt());
    }

    /**
     * Prints a signed decision for good, and gives the hash of the file. Generated histories sign many decisions a second:
     * theirs are printed when somebody first asks.
     */
    @Nullable
    String keep(Decision signed, Actor signatory) {
        return RegisterClock.isLived() && settings.env().isGenerated() ? null : print(signed, signatory);
    }

    private String print(Decision signed, Actor signatory) {
        var at = Optional.ofNullable(signed.signedAt()).orElseThrow();
        var file = print(signed, documents.of(signed, signatory), at);
        var sha256 = DocumentPrinter.sha256(file);
        jdbc.sql(KEEP)
                .param("decision", signed.id())
                .param("content", file)
                .param("sha256", sha256)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return sha256;
    }

    record Kept(byte[] content, String sha256) {}

    /** The kept file, if it is still the one that was signed. */
    Optional<byte[]> kept(UUID decision) {
        var kept = found(decision);
        if (kept.isEmpty() && settings.env().isGenerated()) {
            decisions.find(decision).filter(one -> one.signedBy() != null).ifPresent(this::printLate);
            return found(decision);
        }
        return kept;
    }

    private void printLate(Decision signed) {
        print(signed, facts.signed(Optional.ofNullable(signed.signedBy()).orElseThrow()));
    }

    private Optional<byte[]> found(UUID decision) {
        return jdbc.sql(KEPT)
                .param("decision", decision)
                .query(Rows.of(Kept.class))
                .optional()
                .map(kept -> {
                    if (!DocumentPrinter.sha256(kept.content()).equals(kept.sha256())) {
                        throw new IllegalStateException(
                                "the file of decision %s is not the one that was signed".formatted(decision));
                    }
                    return kept.content();
                });
    }

    /** The translation of a decision into the language it is served in. */
    Optional<byte[]> sheet(Decision decision, String language) {
        var signer = decision.signedBy();
        var document = documents.of(decision, signer == null ? null : facts.signed(signer));
        var at = decision.signedAt() == null ? decision.preparedAt() : decision.signedAt();
        return printer.sheet(document, language, documents.day(decision), new PdfPrinter.Facts(decision.id(), at));
    }

    private byte[] print(Decision decision, DecisionDocument document, Instant at) {
        return printer.print(document, new PdfPrinter.Facts(decision.id(), at));
    }

    static final String KEEP = """
            insert into decision_document (decision_id, content, sha256, made_at)
            values (:decision, :content, :sha256, :at)
            """;

    static final String KEPT = """
            select content, sha256
              from decision_document
             where decision_id = :decision
            """;
}
