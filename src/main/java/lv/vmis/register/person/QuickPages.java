package lv.vmis.register.person;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.FlexibleDate;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.PersonalCode;
import lv.vmis.register.reading.QuickInput;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quick box: it sees what kind of thing was typed, and goes there or searches for it. */
@RestController
class QuickPages {

    private static final Pattern NAME_AND_DATE = Pattern.compile("(.*\\p{L}{2}.*?)[ ,]+([~≈]? ?[0-9][0-9./-]{3,10})");

    private final KeptSearches kept;
    private final PersonSearch search;
    private final Numbers numbers;
    private final Countries countries;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;
    private final Clock clock;

    QuickPages(
            KeptSearches kept,
            PersonSearch search,
            Numbers numbers,
            Countries countries,
            Purposes purposes,
            Looks looks,
            Templates html,
            Clock clock) {
        this.kept = kept;
        this.search = search;
        this.numbers = numbers;
        this.countries = countries;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.SEARCH)
    @PostMapping("/quick")
    ResponseEntity<JteModel> go(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID together) {
        var input = QuickInput.recognise(text, LocalDate.now(clock));
        var place = place(input);
        if (place != null) {
            return to(place);
        }
        var criteria = criteria(input, text);
        return criteria == null
                ? ResponseEntity.unprocessableContent().body(html.personUnread(f, kind(input), text))
                : to("/persons/found/" + kept.keep(criteria, by) + (together == null ? "" : "?together=" + together));
    }

    /** A few persons while the official is still typing. */
    @Allow(Right.SEARCH)
    @PostMapping("/quick/hits")
    JteModel hits(Frame f, Actor by, @RequestParam(defaultValue = "") String text) {
        var input = QuickInput.recognise(text, LocalDate.now(clock));
        var criteria = criteria(input, text);
        var purpose = purposes.forSearching(by);
        if (criteria == null || purpose.isEmpty()) {
            return html.personHits(
                    f, kind(input), new FoundPersons(List.of(), 0, ""), purpose.isEmpty() && criteria != null);
        }
        var found = looks.searching(
                by,
                "person.quick",
                purpose.get(),
                Map.of("typed", text.strip()),
                () -> search.find(criteria),
                FoundPersons::ids);
        return html.personHits(f, kind(input), found.value(), false);
    }

    private @Nullable String place(QuickInput input) {
        return switch (input) {
            case QuickInput.CaseNumber(var number) -> path("/cases/", numbers.caseId(number));
            case QuickInput.DecisionNumber(var number) -> path("/decisions/", numbers.decisionId(number));
            case QuickInput.PersonNumber(var number) -> path("/persons/", numbers.personId(Numbers.digits(number)));
            case QuickInput.Empty _ -> "/persons";
            default -> null;
        };
    }

    private static @Nullable String path(String prefix, @Nullable UUID id) {
        return id == null ? null : prefix + id;
    }

    private @Nullable SearchCriteria criteria(QuickInput input, String text) {
        var typed = text.strip();
        return switch (input) {
            case QuickInput.MrzText(var mrz) -> of(mrz, typed);
            case QuickInput.PersonalCodeText(var reading) -> code(reading, typed);
            case QuickInput.DateText(var date) -> date(date, typed);
            case QuickInput.DocumentNumber document ->
                new SearchCriteria(null, null, null, document.number(), null, null, null, typed, null);
            case QuickInput.NameText name -> name(name.name());
            case QuickInput.PersonNumber(var number) ->
                // A document can be numbered like a person of the register.
                new SearchCriteria(null, null, null, typed, null, null, Numbers.digits(number), typed, null);
            case QuickInput.CaseNumber _,
                    QuickInput.DecisionNumber _,
                    QuickInput.DamagedMrz _,
                    QuickInput.Empty _,
                    QuickInput.TooShort _,
                    QuickInput.TooLong _ -> null;
        };
    }

    /** A name, or a name with the date of birth after it. */
    private SearchCriteria name(String typed) {
        var parts = NAME_AND_DATE.matcher(typed);
        var birth = parts.matches()
                ? date(FlexibleDate.parse(parts.group(2), LocalDate.now(clock), FlexibleDate.Mode.BIRTH), typed)
                : null;
        return birth == null
                ? SearchCriteria.name(typed)
                : new SearchCriteria(parts.group(1), birth.birthDate(), null, null, null, null, null, typed, null);
    }

    private SearchCriteria of(Mrz mrz, String typed) {
        // The comma tells a search which names are the surname.
        var name = mrz.givenNames().isEmpty() ? mrz.familyName() : mrz.familyName() + ", " + mrz.givenNames();
        return new SearchCriteria(
                name.isEmpty() ? null : name,
                stored(mrz.birth().parts(), false),
                countries.find(mrz.nationality()).map(Country::code).orElse(null),
                mrz.documentNumber().isEmpty() ? null : mrz.documentNumber(),
                countries.find(mrz.issuer()).map(Country::code).orElse(null),
                null,
                null,
                typed,
                mrz.emit());
    }

    private static @Nullable SearchCriteria code(PersonalCode.Reading reading, String typed) {
        return switch (reading) {
            case PersonalCode.Reading.Old old -> personal(old.code().toString(), typed);
            case PersonalCode.Reading.New fresh -> personal(fresh.code().toString(), typed);
            case PersonalCode.Reading.BadChecksum bad -> personal(bad.code().toString(), typed);
            case PersonalCode.Reading.ImpossibleDate _, PersonalCode.Reading.NotACode _ -> null;
        };
    }

    private static SearchCriteria personal(String code, String typed) {
        return new SearchCriteria(null, null, null, null, null, code, null, typed, null);
    }

    private static @Nullable SearchCriteria date(FlexibleDate date, String typed) {
        var birth = switch (date) {
            case FlexibleDate.Day(var day) -> PartialDate.of(day).toString();
            case FlexibleDate.Partial(var parts, var estimated) -> stored(parts, estimated);
            case FlexibleDate.Unknown _, FlexibleDate.Empty _, FlexibleDate.Impossible _, FlexibleDate.NotADate _ ->
                null;
        };
        return birth == null ? null : new SearchCriteria(null, birth, null, null, null, null, null, typed, null);
    }

    private static @Nullable String stored(@Nullable DateParts parts, boolean estimated) {
        return parts == null || parts.year() == 0
                ? null
                : new PartialDate(parts.year(), parts.month(), parts.day(), estimated).toString();
    }

    /** The key of the text that names what was recognised. */
    private static String kind(QuickInput input) {
        return switch (input) {
            case QuickInput.MrzText _ -> "mrz";
            case QuickInput.DamagedMrz _ -> "damaged-mrz";
            case QuickInput.PersonalCodeText(var reading) ->
                switch (reading) {
                    case PersonalCode.Reading.BadChecksum _ -> "bad-code";
                    case PersonalCode.Reading.ImpossibleDate _ -> "bad-code-date";
                    case PersonalCode.Reading.Old _, PersonalCode.Reading.New _, PersonalCode.Reading.NotACode _ ->
                        "code";
                };
            case QuickInput.CaseNumber _ -> "case";
            case QuickInput.DecisionNumber _ -> "decision";
            case QuickInput.PersonNumber _ -> "person";
            case QuickInput.DateText(var date) -> date instanceof FlexibleDate.Impossible ? "bad-date" : "date";
            case QuickInput.DocumentNumber _ -> "document";
            case QuickInput.NameText _ -> "name";
            case QuickInput.Empty _ -> "empty";
            case QuickInput.TooShort _ -> "too-short";
            case QuickInput.TooLong _ -> "too-long";
        };
    }

    private static ResponseEntity<JteModel> to(String place) {
        return ResponseEntity.status(303).location(URI.create(place)).build();
    }
}
