package lv.vmis.register.selection;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.KeptSearches;
import lv.vmis.register.person.SearchCriteria;
import lv.vmis.register.selection.SavedSearch.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saved searches and saved selections: saving, opening, renaming, deleting. Opening one asks again, with the purpose that a
 * new search would need; what is saved is never whom it found.
 */
@RestController
class SavedPages {

    private final SavedSearches searches;
    private final KeptSearches keptSearches;
    private final KeptSelections keptSelections;
    private final SaveSearch save;
    private final RenameSearch rename;
    private final DeleteSearch delete;
    private final JsonMapper json;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    SavedPages(
            SavedSearches searches,
            KeptSearches keptSearches,
            KeptSelections keptSelections,
            SaveSearch save,
            RenameSearch rename,
            DeleteSearch delete,
            JsonMapper json,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.searches = searches;
        this.keptSearches = keptSearches;
        this.keptSelections = keptSelections;
        this.save = save;
        this.rename = rename;
        this.delete = delete;
        this.json = json;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SEARCH)
    @GetMapping("/persons/saved")
    JteModel persons(Frame f, Actor by) {
        return page(f, by, Kind.PERSON, null, null, Mistakes.NONE);
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/persons/selections/saved")
    JteModel selections(Frame f, Actor by) {
        return page(f, by, Kind.SELECTION, null, null, Mistakes.NONE);
    }

    @Allow(Right.SEARCH)
    @PostMapping("/persons/found/{id}/save")
    ResponseEntity<JteModel> savePerson(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SaveForm form) {
        var criteria = keptSearches.kept(id, by).orElseThrow(NotFound::new).toKeep();
        return save(f, by, Kind.PERSON, "/persons/found/" + id, json.writeValueAsString(criteria), form);
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections/found/{id}/save")
    ResponseEntity<JteModel> saveSelection(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SaveForm form) {
        var selection = keptSelections.kept(id, by).orElseThrow(NotFound::new).selection();
        return save(f, by, Kind.SELECTION, "/persons/selections/found/" + id, json.writeValueAsString(selection), form);
    }

    @Allow(Right.SEARCH)
    @PostMapping("/persons/saved/{id}")
    ResponseEntity<JteModel> openPerson(Actor by, @PathVariable UUID id) {
        var criteria = json.readValue(opened(id, Kind.PERSON, by).criteria(), SearchCriteria.class);
        return to("/persons/found/" + keptSearches.keep(criteria, by));
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections/saved/{id}")
    ResponseEntity<JteModel> openSelection(Actor by, @PathVariable UUID id) {
        var selection = json.readValue(opened(id, Kind.SELECTION, by).criteria(), Selection.class);
        return to("/persons/selections/found/" + keptSelections.keep(selection.shownTo(by), by));
    }

    @Allow(Right.SEARCH)
    @PostMapping("/persons/saved/{id}/rename")
    ResponseEntity<JteModel> renamePerson(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SaveForm form) {
        return rename(f, by, Kind.PERSON, id, form);
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections/saved/{id}/rename")
    ResponseEntity<JteModel> renameSelection(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SaveForm form) {
        return rename(f, by, Kind.SELECTION, id, form);
    }

    @Allow(Right.SEARCH)
    @PostMapping("/persons/saved/{id}/delete")
    ResponseEntity<JteModel> deletePerson(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SaveForm form) {
        return step(f, by, Kind.PERSON, id, "delete", form, () -> delete.run(new DeleteSearch.Input(id), by));
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/selections/saved/{id}/delete")
    ResponseEntity<JteModel> deleteSelection(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SaveForm form) {
        return step(f, by, Kind.SELECTION, id, "delete", form, () -> delete.run(new DeleteSearch.Input(id), by));
    }

    private SavedSearch opened(UUID id, Kind kind, Actor by) {
        var saved = Objects.requireNonNull(reading.execute(_ -> searches.visible(id, kind, by)))
                .orElseThrow(NotFound::new);
        searches.opened(id);
        return saved;
    }

    private ResponseEntity<JteModel> save(Frame f, Actor by, Kind kind, String found, String criteria, SaveForm form) {
        var outcome = once.run(
                form.key(),
                by,
                found + " " + form,
                () -> form.named(f.today())
                        .then(name -> save.run(new SaveSearch.Input(kind, name, criteria, form.isShared()), by)),
                _ -> kind.path());
        return switch (outcome) {
            case Done<String>(var where) -> to(where);
            case Refused<String>(var reasons) ->
                ResponseEntity.unprocessableContent().body(html.selectionSave(f, found, form, new Mistakes(reasons)));
        };
    }

    private ResponseEntity<JteModel> rename(Frame f, Actor by, Kind kind, UUID id, SaveForm form) {
        return step(
                f,
                by,
                kind,
                id,
                "rename",
                form,
                () -> form.named(f.today())
                        .then(name -> rename.run(new RenameSearch.Input(id, form.seen(), name), by)));
    }

    private ResponseEntity<JteModel> step(
            Frame f, Actor by, Kind kind, UUID id, String step, SaveForm form, Supplier<Outcome<UUID>> action) {
        return switch (once.run(form.key(), by, id + step + form, action, _ -> kind.path())) {
            case Done<String>(var where) -> to(where);
            case Refused<String>(var reasons) ->
                ResponseEntity.unprocessableContent().body(page(f, by, kind, id, form, new Mistakes(reasons)));
        };
    }

    private JteModel page(
            Frame f, Actor by, Kind kind, @Nullable UUID changed, @Nullable SaveForm form, Mistakes mistakes) {
        List<SavedSearch> saved = Objects.requireNonNull(reading.execute(_ -> searches.visible(by))).stream()
                .filter(search -> search.kind() == kind)
                .toList();
        return html.selectionSaved(f, kind, saved, changed, form, mistakes);
    }

    private static ResponseEntity<JteModel> to(String where) {
        return ResponseEntity.status(303).location(URI.create(where)).build();
    }
}
