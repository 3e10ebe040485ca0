package lv.vmis.register.person;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzReading;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching for a person (S2), and whom it found (S3). */
@RestController
class SearchPages {

    private final KeptSearches kept;
    private final PersonSearch search;
    private final SearchWords words;
    private final Countries countries;
    private final Choices choices;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;
    private final NamedSearches named;
    private final Clock clock;

    SearchPages(
            KeptSearches kept,
            PersonSearch search,
            SearchWords words,
            Countries countries,
            Choices choices,
            Purposes purposes,
            Looks looks,
            Templates html,
            NamedSearches named,
            Clock clock) {
        this.kept = kept;
        this.search = search;
        this.words = words;
        this.countries = countries;
        this.choices = choices;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
        this.named = named;
        this.clock = clock;
    }

    @Allow(Right.SEARCH)
    @GetMapping("/persons")
    JteModel form(Frame f, Actor by) {
        return page(f, by, SearchForm.EMPTY, Mistakes.NONE);
    }

    @Allow(Right.SEARCH)
    @PostMapping("/persons/search")
    ResponseEntity<JteModel> search(Frame f, Actor by, SearchForm form) {
        return switch (form.parse(countries, LocalDate.now(clock))) {
            case Done<SearchCriteria>(var criteria) ->
                ResponseEntity.status(303)
                        .location(URI.create("/persons/found/" + kept.keep(criteria, by)))
                        .build();
            case Refused<SearchCriteria>(var reasons) ->
                ResponseEntity.unprocessableContent().body(page(f, by, form, new Mistakes(reasons)));
        };
    }

    @Allow(Right.SEARCH)
    @GetMapping("/persons/found/{id}")
    JteModel found(Frame f, Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID together) {
        var criteria = kept.kept(id, by).orElseThrow(NotFound::new);
        var found = looks.searching(
                by,
                "person.search",
                purposes.searching(by),
                words.of(criteria, f),
                () -> search.find(criteria),
                FoundPersons::ids);
        return html.personFound(f, id, criteria, words.of(criteria, f), read(criteria), found.value(), together);
    }

    private JteModel page(Frame f, Actor by, SearchForm form, Mistakes mistakes) {
        return html.personSearch(f, form, mistakes, choices.countries(f), choices.of("sex", f), named.of(by));
    }

    private @Nullable Mrz read(SearchCriteria criteria) {
        return criteria.mrz() != null
                        && criteria.typed() != null
                        && Mrz.read(criteria.typed(), LocalDate.now(clock)) instanceof MrzReading.Read(var mrz)
                ? mrz
                : null;
    }
}
