package lv.vmis.register.selection;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.selection.KeptSelections.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advanced selection (S5): the conditions, the list they make, and its file. */
@RestController
class SelectionPages {

    private static final int PAGE = 50;

    /** Who may see no persons selects them for one purpose only, and is not asked. */
    private static final Purpose STATISTICS = Purpose.of("STATISTICS");

    private final KeptSelections kept;
    private final SelectedPersons persons;
    private final SelectionFile file;
    private final RequestExport requestExport;
    private final Exports exports;
    private final FieldChoices fields;
    private final SelectionWords words;
    private final Cells cells;
    private final Countries countries;
    private final Choices choices;
    private final SavedSearches saved;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    SelectionPages(
            KeptSelections kept,
            SelectedPersons persons,
            SelectionFile file,
            RequestExport requestExport,
            Exports exports,
            FieldChoices fields,
            SelectionWords words,
            Cells cells,
            Countries countries,
            Choices choices,
            SavedSearches saved,
            Purposes purposes,
            Looks looks,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.kept = kept;
        this.persons = persons;
        this.file = file;
        this.requestExport = requestExport;
        this.exports = exports;
        this.fields = fields;
        this.words = words;
        this.cells = cells;
        this.countries = countries;
        this.choices = choices;
        this.saved = saved;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/persons/selections")
    JteModel form(Frame f, Actor by) {
        return page(f, by, SelectionForm.of(Selection.everybody(by), fields, f), Mistakes.NONE);
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/persons/selections/found/{id}/change")
    JteModel change(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, SelectionForm.of(kept(id, by).selection(), fields, f), Mistakes.NONE);
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections")
    ResponseEntity<JteModel> select(Frame f, Actor by, @RequestParam MultiValueMap<String, String> typed) {
        var form = new SelectionForm(typed);
        return switch (form.parse(fields, countries, f, by)) {
            case Done<Selection>(var selection) ->
                ResponseEntity.status(303)
                        .location(URI.create("/persons/selections/found/" + kept.keep(selection, by)))
                        .build();
            case Refused<Selection>(var reasons) ->
                ResponseEntity.unprocessableContent().body(page(f, by, form, new Mistakes(reasons)));
        };
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/persons/selections/found/{id}")
    JteModel found(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String sort) {
        return list(f, by, id, after, sort, ExportForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections/found/{id}/file")
    @Nullable
    ResponseEntity<JteModel> file(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        var selection = sorted(kept(id, by).selection(), sort, by);
        try {
            file.send(selection, FileFormat.of(format), purpose(by), exports.alone(), null, by, f, response);
            return null;
        } catch (ListFile.TooLong _) {
            var refused = List.of(Refusal.of(SelectionRefusal.TOO_MANY, exports.alone()));
            return ResponseEntity.unprocessableContent()
                    .body(list(f, by, id, null, sort, ExportForm.fresh(), new Mistakes(refused)));
        }
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections/found/{id}/request")
    ResponseEntity<JteModel> request(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ExportForm form) {
        var selection = sorted(kept(id, by).selection(), form.sort(), by);
        var purpose = purpose(by);
        var outcome = once.run(
                form.key(),
                by,
                id + " " + form,
                () -> form.why(f.today())
                        .then(why -> requestExport.run(new RequestExport.Input(selection, purpose, why), by)),
                done -> "/persons/exports/" + done);
        return Answers.to(outcome, mistakes -> list(f, by, id, null, form.sort(), form, mistakes));
    }

    private JteModel page(Frame f, Actor by, SelectionForm form, Mistakes mistakes) {
        var waiting = by.may(Right.APPROVE_EXPORT) ? reading.execute(_ -> exports.waiting(by)) : Integer.valueOf(0);
        return html.selectionForm(
                f, fields, form, choices.countries(f), waiting == null ? 0 : waiting, saved.of(by), mistakes);
    }

    private JteModel list(
            Frame f,
            Actor by,
            UUID id,
            @Nullable UUID after,
            @Nullable String sort,
            ExportForm form,
            Mistakes mistakes) {
        var asked = kept(id, by);
        var selection = sorted(asked.selection(), sort, by);
        var said = words.of(selection, f);
        var purpose = purpose(by);
        var listed = looks.searching(
                        by,
                        "selection.list",
                        purpose,
                        said,
                        () -> {
                            var found = persons.find(selection, after, PAGE + 1);
                            var shown = found.stream().limit(PAGE).toList();
                            return new SelectedPage(persons.rows(shown, Selection.isNamedTo(by)), found.size() > PAGE);
                        },
                        SelectedPage::persons)
                .value();
        return html.selectionFound(
                f,
                id,
                selection,
                said,
                cells,
                listed,
                asked.found() > KeptSelections.COUNTED ? -1 : asked.found(),
                after,
                asked.found() <= exports.alone(),
                form,
                mistakes);
    }

    private Kept kept(UUID id, Actor by) {
        return kept.kept(id, by).filter(found -> found.selection().isOpenTo(by)).orElseThrow(NotFound::new);
    }

    private static Selection sorted(Selection selection, @Nullable String sort, Actor by) {
        var shown = selection.shownTo(by);
        return Sort.openTo(by).stream()
                .filter(order -> order.name().equals(sort))
                .findFirst()
                .map(shown::sorted)
                .orElse(shown);
    }

    private Purpose purpose(Actor by) {
        return by.may(Right.SEARCH) ? purposes.searching(by) : STATISTICS;
    }
}
