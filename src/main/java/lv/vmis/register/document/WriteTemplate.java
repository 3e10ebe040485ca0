package lv.vmis.register.document;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.LegalBases;
import org.jspecify.annotations.Nullable;

/** Writes a new version of a template; it is printed only after another official has approved it. */
@Action
public class WriteTemplate {

    /**
     * @param legalBasis of reasons only, like the name
     * @param texts by part
     */
    public record Input(
            DocumentKind kind,
            String language,
            @Nullable String legalBasis,
            @Nullable String name,
            LocalDate validFrom,
            Map<String, String> texts) {}

    private final DocumentTemplates templates;
    private final PdfPrinter printer;
    private final Codes codes;
    private final LegalBases bases;
    private final Journal journal;
    private final Clock clock;

    WriteTemplate(
            DocumentTemplates templates,
            PdfPrinter printer,
            Codes codes,
            LegalBases bases,
            Journal journal,
            Clock clock) {
        this.templates = templates;
        this.printer = printer;
        this.codes = codes;
        this.bases = bases;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var mistakes = mistakes(in);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var written = templates.write(in, by, clock.instant());
        if (written.isEmpty()) {
            return refused(TemplateRefusal.ALREADY_WAITING);
        }
        journal.record(
                by,
                Entry.act(WriteTemplate.class)
                        .on("document_template", written.get(), 0)
                        .with(Map.of("template", in)));
        return done(written.get());
    }

    private List<Refusal> mistakes(Input in) {
        var today = LocalDate.now(clock);
        var mistakes = new ArrayList<Refusal>();
        if (!codes.isInForce("language", in.language(), today)) {
            mistakes.add(Refusal.at("language", EdgeRefusal.NOT_IN_LIST));
        }
        var basis = in.legalBasis();
        if (basis != null && bases.find(basis, today).isEmpty()) {
            mistakes.add(Refusal.at("legalBasis", EdgeRefusal.NOT_IN_LIST));
        }
        if (!in.validFrom().isAfter(today)) {
            mistakes.add(Refusal.at("validFrom", TemplateRefusal.FROM_TOMORROW));
        }
        for (var part : in.kind().parts()) {
            mistakes.addAll(flaws(part, in.texts().getOrDefault(part.name(), "")));
        }
        return mistakes;
    }

    private List<Refusal> flaws(Part part, String text) {
        if (text.isBlank()) {
            return List.of(Refusal.at(part.name(), EdgeRefusal.REQUIRED));
        }
        var unprintable = printer.unprintable(text);
        if (!unprintable.isEmpty()) {
            return List.of(Refusal.at(part.name(), TemplateRefusal.UNPRINTABLE, unprintable));
        }
        var allowed = part.fields().isEmpty()
                ? "–"
                : String.join(
                        ", ",
                        part.fields().stream().map(field -> "{" + field + "}").toList());
        return TemplateText.flaws(text, part.fields()).stream()
                .map(flaw -> Refusal.at(part.name(), flaw.code(), flaw.shown(), allowed))
                .toList();
    }
}
