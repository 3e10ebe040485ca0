package lv.vmis.register.returns;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.edge.UnsentForms;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.FoundPersons;
import lv.vmis.register.person.KeptSearches;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Choices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entering a finding (L1): for a person of the register, for a new one, or for one more of a family found together. */
@RestController
class FindingPages {

    private final FindingForm.Reader reader;
    private final FindingPrefill prefill;
    private final EnterFinding enterFinding;
    private final KeptSearches searches;
    private final Persons persons;
    private final LikelyPersons likely;
    private final Choices choices;
    private final Purposes purposes;
    private final Looks looks;
    private final UnsentForms unsent;
    private final Once once;
    private final Templates html;
    private final Clock clock;

    FindingPages(
            FindingForm.Reader reader,
            FindingPrefill prefill,
            EnterFinding enterFinding,
            KeptSearches searches,
            Persons persons,
            LikelyPersons likely,
            Choices choices,
            Purposes purposes,
            Looks looks,
            UnsentForms unsent,
            Once once,
            Templates html,
            Clock clock) {
        this.reader = reader;
        this.prefill = prefill;
        this.enterFinding = enterFinding;
        this.searches = searches;
        this.persons = persons;
        this.likely = likely;
        this.choices = choices;
        this.purposes = purposes;
        this.looks = looks;
        this.unsent = unsent;
        this.once = once;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.ENTER_FINDING)
    @GetMapping("/findings/new")
    JteModel form(
            Frame f,
            Actor by,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID together) {
        var searched = from == null ? null : searches.kept(from, by).orElse(null);
        var blank = prefill.form(f, by, Ids.next(), from, person, together, person == null ? searched : null);
        var left = unsent.of(by, address(blank));
        var form = left.map(each -> each.onto(blank)).orElse(blank);
        return page(f, by, form, Mistakes.NONE, FoundPersons.NOBODY, UnsentForms.at(left));
    }

    /** Where the form is opened: a draft of it belongs there. */
    private static String address(FindingForm form) {
        return form.person() != null
                ? "/findings/new?person=" + form.person()
                : form.together() != null
                        ? "/findings/new?together=" + form.together()
                        : form.from() != null ? "/findings/new?from=" + form.from() : "/findings/new";
    }

    @Allow(Right.ENTER_FINDING)
    @PostMapping("/findings")
    ResponseEntity<JteModel> enter(Frame f, Actor by, FindingForm form) {
        var key = Parse.id("key", form.key());
        var outcome = reader.read(form, LocalDate.now(clock))
                .then(input ->
                        once.run(key, by, form, () -> said(form, input).then(said -> enter(said, by)), opened -> {
                            purposes.state(by, new Purpose("FINDING", opened.number(), null), opened.person());
                            return "/cases/" + opened.caseId();
                        }));
        return Answers.to(outcome, mistakes -> page(f, by, form, mistakes, likely(by, form, mistakes.all()), null));
    }

    /** A second case beside an open one is opened by somebody who says so, and never by oversight. */
    private Outcome<EnterFinding.Input> said(FindingForm form, EnterFinding.Input input) {
        var person = input.person();
        var isSaid = input.into() != null || FindingChoices.NEW_CASE.equals(form.openCase());
        return person == null || isSaid || prefill.open(person).isEmpty()
                ? Outcome.done(input)
                : Outcome.refused(List.of(Refusal.at("openCase", ReturnsRefusal.CASE_IS_OPEN)));
    }

    /** A second file of one person is hard to mend, so an official who enters somebody new is asked first. */
    private Outcome<EnterFinding.Opened> enter(EnterFinding.Input input, Actor by) {
        var person = input.newPerson();
        if (person != null
                && !input.distinctFrom().containsAll(likely.of(person).numbers())) {
            return Outcome.refused(ReturnsRefusal.PERSON_LIKELY_KNOWN);
        }
        return enterFinding.run(input, by);
    }

    private FoundPersons likely(Actor by, FindingForm form, List<Refusal> reasons) {
        var asked = reasons.stream().anyMatch(reason -> reason.code() == ReturnsRefusal.PERSON_LIKELY_KNOWN);
        return asked && reader.read(form, LocalDate.now(clock)) instanceof Done<EnterFinding.Input>(var input)
                ? looks.at(
                        by,
                        "finding.likely",
                        Purpose.of("FINDING"),
                        () -> likely.of(Objects.requireNonNull(input.newPerson())),
                        FoundPersons::ids)
                : FoundPersons.NOBODY;
    }

    private JteModel page(
            Frame f, Actor by, FindingForm form, Mistakes mistakes, FoundPersons likelyMeant, @Nullable Instant left) {
        var person = Parse.optionalId("person", form.person());
        var together = Parse.optionalId("together", form.together());
        var bar = person == null ? null : bar(by, new PersonId(person));
        var with = together == null ? null : numberOf(by, together);
        return html.returnsFinding(
                f,
                form,
                mistakes,
                bar,
                with,
                likelyMeant,
                address(form),
                left,
                new FindingChoices(
                        choices.countries(f),
                        choices.of("sex", f),
                        choices.of("nationality_type", f),
                        choices.of("document_type", f),
                        choices.of("finding_place_kind", f),
                        choices.crossingPoints(f),
                        choices.bases("finding", f),
                        together != null
                                ? List.of()
                                : prefill.openCases(f, person == null ? null : new PersonId(person))));
    }

    private PersonBar bar(Actor by, PersonId person) {
        return looks.at(
                by,
                "finding.form",
                purposes.at(by, person),
                person,
                () -> persons.bar(person).orElseThrow(NotFound::new));
    }

    /** The form tells where and why another was found, so it is a look at him. */
    private String numberOf(Actor by, UUID together) {
        var first = prefill.foundFirst(together).orElseThrow(NotFound::new);
        return looks.at(
                by, "finding.together", purposes.at(by, first.personId(), together), first.personId(), first::number);
    }
}
