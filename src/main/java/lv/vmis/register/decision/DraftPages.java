package lv.vmis.register.decision;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.UnsentForms;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Preparing a departure order (L3) or a removal decision (L4), and changing a draft. */
@RestController
class DraftPages {

    private final DecisionDesk desk;
    private final DecisionWords words;
    private final Suggestions suggestions;
    private final Countries countries;
    private final LegalParameters parameters;
    private final PrepareDecision prepare;
    private final ChangeDraft change;
    private final UnsentForms unsent;
    private final Once once;
    private final Templates html;

    DraftPages(
            DecisionDesk desk,
            DecisionWords words,
            Suggestions suggestions,
            Countries countries,
            LegalParameters parameters,
            PrepareDecision prepare,
            ChangeDraft change,
            UnsentForms unsent,
            Once once,
            Templates html) {
        this.desk = desk;
        this.words = words;
        this.suggestions = suggestions;
        this.countries = countries;
        this.parameters = parameters;
        this.prepare = prepare;
        this.change = change;
        this.unsent = unsent;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/cases/{caseId}/decision")
    ResponseEntity<JteModel> start(
            Frame f, Actor by, @PathVariable UUID caseId, @RequestParam(required = false) @Nullable String kind) {
        var found = desk.openCase(caseId, by);
        if (found.openDraft() != null) {
            return ResponseEntity.status(303)
                    .location(URI.create("/decisions/" + found.openDraft()))
                    .build();
        }
        var chosen = "REMOVAL".equals(kind) ? DecisionKind.REMOVAL : DecisionKind.DEPARTURE_ORDER;
        var form = suggestions.form(chosen, by.institution(), found, f.language(), f.today());
        var left = unsent.of(by, address(caseId, chosen));
        var shown = left.map(each -> each.onto(form)).orElse(form);
        return ResponseEntity.ok(page(f, by, found, null, shown, Mistakes.NONE, null, UnsentForms.at(left)));
    }

    /** Where the form is opened: what was typed and not sent is kept there. */
    private static String address(UUID caseId, DecisionKind kind) {
        return "/cases/" + caseId + "/decision?kind=" + kind;
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/cases/{caseId}/decision")
    ResponseEntity<JteModel> prepare(
            Frame f,
            Actor by,
            @PathVariable UUID caseId,
            @ModelAttribute DecisionForm form,
            @RequestParam(required = false) @Nullable String fill,
            @RequestParam(required = false) @Nullable String offered) {
        if (fill != null) {
            var found = desk.openCase(caseId, by);
            return ResponseEntity.ok(
                    page(f, by, found, null, filled(f, form, offered, found), Mistakes.NONE, offered, null));
        }
        var outcome = once.run(
                form.key(),
                by,
                caseId + form.toString(),
                () -> form.parse(countries, f.today())
                        .then(draft -> prepare.run(new PrepareDecision.Input(caseId, draft), by)),
                id -> "/decisions/" + id);
        return Answers.to(
                outcome, mistakes -> page(f, by, desk.openCase(caseId, by), null, form, mistakes, offered, null));
    }

    @Allow(Right.TAKE_CASE)
    @GetMapping("/decisions/{id}/change")
    ResponseEntity<JteModel> change(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        if (Steps.withPreparer(file.decision(), by) != null || file.returnCase() == null) {
            return ResponseEntity.status(303)
                    .location(URI.create("/decisions/" + id))
                    .build();
        }
        var stored = stored(f, file);
        var left = unsent.of(by, "/decisions/" + id + "/change");
        var form = left.map(each -> each.onto(stored)).orElse(stored);
        return ResponseEntity.ok(page(f, by, of(file), file, form, Mistakes.NONE, null, UnsentForms.at(left)));
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/decisions/{id}/change")
    ResponseEntity<JteModel> change(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @ModelAttribute DecisionForm form,
            @RequestParam(required = false) @Nullable String fill,
            @RequestParam(required = false) @Nullable String offered) {
        if (fill != null) {
            var file = desk.open(id, by);
            return ResponseEntity.ok(
                    page(f, by, of(file), file, filled(f, form, offered, of(file)), Mistakes.NONE, offered, null));
        }
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(countries, f.today())
                        .then(draft -> change.run(new ChangeDraft.Input(id, form.version(), draft), by)),
                _ -> "/decisions/" + id);
        return Answers.to(outcome, mistakes -> {
            var file = desk.open(id, by);
            return page(f, by, of(file), file, form, mistakes, offered, null);
        });
    }

    private DecisionForm filled(Frame f, DecisionForm form, @Nullable String offered, CaseToDecide found) {
        return form.reasons(suggestions.reasons(
                Parse.optionalId("offered", offered),
                Objects.requireNonNullElse(form.legalBasis(), ""),
                form,
                found,
                f.today()));
    }

    private static CaseToDecide of(DecisionFile file) {
        var finding = file.finding();
        var returnCase = file.returnCase();
        if (finding == null || returnCase == null) {
            throw new NotFound();
        }
        return new CaseToDecide(
                returnCase, file.bar(), finding, file.decision().id(), null, null, null, file.running());
    }

    private DecisionForm stored(Frame f, DecisionFile file) {
        var destination = file.decision().destination();
        return DecisionForm.of(
                file.decision(),
                file.bans(),
                destination == null ? "" : countries.name(destination, f.language()),
                Ids.next());
    }

    /**
     * @param file the stored draft when one is being changed
     * @param left when what is shown was typed and not sent
     */
    private JteModel page(
            Frame f,
            Actor by,
            CaseToDecide found,
            @Nullable DecisionFile file,
            DecisionForm form,
            Mistakes mistakes,
            @Nullable String offered,
            @Nullable Instant left) {
        var kind = form.shownKind();
        var isStale = file != null && form.version() != file.decision().version();
        var options = new DraftOptions(
                words.bases(f, kind.use(), by.institution()),
                words.bases(f, "ban", by.institution()),
                words.schengenBases(f, by.institution()),
                DraftOptions.terms(f),
                words.countries(f),
                suggestions.offered(f, words.bases(f, kind.use(), by.institution())),
                parameters.days("departure.term.min", f.today()),
                parameters.days("departure.term.max", f.today()),
                parameters.get("departure.term.max", f.today()).cited().in(f.language()));
        return html.decisionDraft(
                f,
                words.in(f),
                found,
                file == null ? null : file.decision(),
                file != null && isStale ? form.onto(file.decision().version()) : form,
                file != null && isStale ? stored(f, file) : null,
                options,
                mistakes,
                offered,
                file == null
                        ? address(found.returnCase().id(), kind)
                        : "/decisions/" + file.decision().id() + "/change",
                left);
    }
}
