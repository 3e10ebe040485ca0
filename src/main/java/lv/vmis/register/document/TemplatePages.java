package lv.vmis.register.document;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What documents say (M4) and reasons offered (L11): their versions, written by one official and approved by another. */
@RestController
class TemplatePages {

    private final DocumentTemplates templates;
    private final InventedDocuments invented;
    private final WriteTemplate write;
    private final ApproveTemplate approve;
    private final DeclineTemplate decline;
    private final Choices choices;
    private final LegalBases bases;
    private final Names names;
    private final Once once;
    private final Templates html;

    TemplatePages(
            DocumentTemplates templates,
            InventedDocuments invented,
            WriteTemplate write,
            ApproveTemplate approve,
            DeclineTemplate decline,
            Choices choices,
            LegalBases bases,
            Names names,
            Once once,
            Templates html) {
        this.templates = templates;
        this.invented = invented;
        this.write = write;
        this.approve = approve;
        this.decline = decline;
        this.choices = choices;
        this.bases = bases;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    /** What is printed today of each, and the version that waits. */
    @Allow(Right.EDIT_TEMPLATES)
    @GetMapping("/templates")
    JteModel list(Frame f) {
        var all = templates.all();
        var shown = all.stream()
                .map(one -> line(one, all, f.today()))
                .filter(line ->
                        line.state() != DocumentTemplate.State.PAST && line.state() != DocumentTemplate.State.DECLINED)
                .toList();
        return html.documentTemplates(
                f,
                names,
                shown.stream()
                        .filter(line -> !line.template().kind().isReasons())
                        .toList(),
                shown.stream()
                        .filter(line -> line.template().kind().isReasons())
                        .toList(),
                Arrays.stream(DocumentKind.values())
                        .filter(kind -> !kind.isReasons())
                        .toList());
    }

    @Allow(Right.EDIT_TEMPLATES)
    @GetMapping("/templates/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, TemplateAnswer.fresh(), Mistakes.NONE);
    }

    private JteModel page(Frame f, UUID id, TemplateAnswer form, Mistakes mistakes) {
        var template = templates.find(id).orElseThrow(NotFound::new);
        var versions =
                templates.all().stream().filter(template::isVersionOfTheSame).toList();
        return html.documentTemplate(
                f,
                names,
                line(template, versions, f.today()),
                versions.stream().map(one -> line(one, versions, f.today())).toList(),
                before(template, versions),
                form,
                mistakes);
    }

    /** The texts of the version that was approved before it; nothing of the first. */
    private static Map<String, String> before(DocumentTemplate template, List<DocumentTemplate> versions) {
        return versions.stream()
                .filter(one -> one.version() < template.version() && !one.isWaiting() && one.declinedAt() == null)
                .max(Comparator.comparing(DocumentTemplate::version))
                .map(DocumentTemplate::texts)
                .orElse(Map.of());
    }

    /** On a person who is invented. */
    @Allow(Right.EDIT_TEMPLATES)
    @GetMapping("/templates/{id}/preview.pdf")
    ResponseEntity<byte[]> preview(Frame f, @PathVariable UUID id) {
        var template = templates.find(id).orElseThrow(NotFound::new);
        return DocumentPrinter.answer(
                invented.print(template, f.today()), template.kind().path() + ".pdf");
    }

    @Allow(Right.EDIT_TEMPLATES)
    @GetMapping("/templates/new")
    JteModel form(
            Frame f,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID from) {
        var template = from == null ? null : templates.find(from).orElseThrow(NotFound::new);
        var what = template == null ? kind(kind) : template.kind();
        return form(f, TemplateForm.fresh(what, template), Mistakes.NONE);
    }

    @Allow(Right.EDIT_TEMPLATES)
    @PostMapping("/templates/new")
    ResponseEntity<JteModel> write(Frame f, Actor by, @RequestParam Map<String, String> sent) {
        var form = TemplateForm.sent(kind(sent.get("kind")), sent);
        var outcome = once.run(
                form.key(),
                by,
                "template" + form,
                () -> form.parse(f.today()).then(input -> write.run(input, by)),
                id -> "/templates/" + id);
        return Answers.to(outcome, mistakes -> form(f, form, mistakes));
    }

    private JteModel form(Frame f, TemplateForm form, Mistakes mistakes) {
        var isTranslation = !"lv".equals(form.language());
        return html.documentEdit(
                f,
                names,
                form,
                isTranslation ? templates.latvian(form.kind(), f.today()).texts() : Map.of(),
                choices.of("language", f),
                form.kind().isReasons() ? decisive(f) : List.of(),
                mistakes);
    }

    /** Legal bases of return decisions, whoever may use them. */
    private List<Option> decisive(Frame f) {
        return List.of("departure_order", "removal").stream()
                .flatMap(use -> bases.inForce(use, f.today()).stream())
                .map(basis -> new Option(basis.code(), names.basis(f, basis.code(), null)))
                .distinct()
                .toList();
    }

    @Allow(Right.EDIT_TEMPLATES)
    @PostMapping("/templates/{id}/approve")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute TemplateAnswer form) {
        return answer(f, by, id, form, "approve", () -> approve.run(new ApproveTemplate.Input(id), by));
    }

    @Allow(Right.EDIT_TEMPLATES)
    @PostMapping("/templates/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute TemplateAnswer form) {
        return answer(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.why(f.today()).then(why -> decline.run(new DeclineTemplate.Input(id, why), by)));
    }

    private ResponseEntity<JteModel> answer(
            Frame f, Actor by, UUID id, TemplateAnswer form, String step, Supplier<Outcome<UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, done -> "/templates/" + done),
                mistakes -> page(f, id, form, mistakes));
    }

    private static TemplateLine line(DocumentTemplate template, List<DocumentTemplate> all, LocalDate day) {
        return new TemplateLine(template, template.stateOn(day, all));
    }

    private static DocumentKind kind(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(wanted -> Arrays.stream(DocumentKind.values())
                        .filter(kind -> Objects.equals(kind.name(), wanted))
                        .findFirst())
                .orElseThrow(NotFound::new);
    }
}
