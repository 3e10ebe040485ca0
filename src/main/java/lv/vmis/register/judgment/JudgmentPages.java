package lv.vmis.register.judgment;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Names;
import lv.vmis.register.reference.Units;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entering a court judgment of expulsion, what the prison tells, and the end of a judgment. */
@RestController
class JudgmentPages {

    private final Judgments judgments;
    private final EnterJudgment enter;
    private final ChangeImprisonment change;
    private final NameDestination name;
    private final EndJudgment end;
    private final Decisions decisions;
    private final Persons persons;
    private final SamePerson same;
    private final Units units;
    private final Countries countries;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    JudgmentPages(
            Judgments judgments,
            EnterJudgment enter,
            ChangeImprisonment change,
            NameDestination name,
            EndJudgment end,
            Decisions decisions,
            Persons persons,
            SamePerson same,
            Units units,
            Countries countries,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.judgments = judgments;
        this.enter = enter;
        this.change = change;
        this.name = name;
        this.end = end;
        this.decisions = decisions;
        this.persons = persons;
        this.same = same;
        this.units = units;
        this.countries = countries;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.ENTER_JUDGMENT)
    @GetMapping("/persons/{id}/judgment")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        return form(f, by, new PersonId(id), JudgmentForm.empty(Ids.next()), Mistakes.NONE);
    }

    @Allow(Right.ENTER_JUDGMENT)
    @PostMapping("/persons/{id}/judgment")
    ResponseEntity<JteModel> enter(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute JudgmentForm form) {
        var person = new PersonId(id);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(person, countries, f.today())
                        .along(same.confirmed(person, form.born(), f.today()))
                        .then(input -> enter.run(input, by)),
                decision -> "/decisions/" + decision);
        return Answers.to(outcome, mistakes -> form(f, by, person, form, mistakes));
    }

    private JteModel form(Frame f, Actor by, PersonId person, JudgmentForm form, Mistakes mistakes) {
        var bar = looks.at(
                by,
                "judgment.enter",
                purposes.at(by, person),
                person,
                () -> persons.bar(person).orElseThrow(NotFound::new));
        var courts = units.institutions("court", f.today()).stream()
                .map(court -> new Option(court.code(), names.institution(f, court.code())))
                .toList();
        return html.judgmentForm(f, bar, form, courts, choices.countries(f), mistakes);
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions/{id}/judgment")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        var file = open(by, id);
        return show(f, file, now(f, file.judgment()), Mistakes.NONE);
    }

    @Allow(Right.ENTER_JUDGMENT)
    @PostMapping("/decisions/{id}/judgment")
    ResponseEntity<JteModel> change(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ImprisonmentForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.change(id, f.today()).along(confirmed(f, id, form)).then(input -> change.run(input, by)),
                JudgmentPages::address);
        return Answers.to(outcome, mistakes -> show(f, open(by, id), form, mistakes));
    }

    @Allow(Right.ENTER_JUDGMENT)
    @GetMapping("/decisions/{id}/judgment/destination")
    JteModel destinationForm(Frame f, Actor by, @PathVariable UUID id) {
        var file = open(by, id);
        var now = file.judgment();
        var state = now.namedDestination();
        var form = new DestinationForm(Ids.next(), now.version(), state == null ? null : names.country(f, state), null);
        return destination(f, file, form, Mistakes.NONE);
    }

    @Allow(Right.ENTER_JUDGMENT)
    @PostMapping("/decisions/{id}/judgment/destination")
    ResponseEntity<JteModel> destination(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute DestinationForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, countries, f.today())
                        .along(same.confirmed(found(id).personId(), form.born(), f.today()))
                        .then(input -> name.run(input, by)),
                JudgmentPages::address);
        return Answers.to(outcome, mistakes -> destination(f, open(by, id), form, mistakes));
    }

    @Allow(Right.ENTER_JUDGMENT)
    @GetMapping("/decisions/{id}/judgment/end")
    JteModel endForm(Frame f, Actor by, @PathVariable UUID id) {
        var file = open(by, id);
        return end(f, file, now(f, file.judgment()), Mistakes.NONE);
    }

    @Allow(Right.ENTER_JUDGMENT)
    @PostMapping("/decisions/{id}/judgment/end")
    ResponseEntity<JteModel> end(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ImprisonmentForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.end(id, f.today()).along(confirmed(f, id, form)).then(input -> end.run(input, by)),
                JudgmentPages::address);
        return Answers.to(outcome, mistakes -> end(f, open(by, id), form, mistakes));
    }

    private static String address(UUID decision) {
        return "/decisions/" + decision + "/judgment";
    }

    private JteModel show(Frame f, JudgmentFile file, ImprisonmentForm form, Mistakes mistakes) {
        return html.judgmentShow(f, names, file, form, mistakes);
    }

    private JteModel destination(Frame f, JudgmentFile file, DestinationForm form, Mistakes mistakes) {
        return html.judgmentDestination(f, file, form, choices.countries(f), mistakes);
    }

    private JteModel end(Frame f, JudgmentFile file, ImprisonmentForm form, Mistakes mistakes) {
        return html.judgmentEnd(f, file, form, choices.of("judgment_end", f), mistakes);
    }

    private Outcome<?> confirmed(Frame f, UUID id, ImprisonmentForm form) {
        return same.confirmed(found(id).personId(), form.born(), f.today());
    }

    private static ImprisonmentForm now(Frame f, Judgment now) {
        return new ImprisonmentForm(
                Ids.next(),
                now.version(),
                now.prison(),
                f.day(now.placedOn()),
                f.day(now.informedOn()),
                f.day(now.releaseOn()),
                null,
                null,
                null,
                null);
    }

    private JudgmentFile open(Actor by, UUID id) {
        var seen = found(id);
        return looks.at(
                by,
                "judgment.show",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> new JudgmentFile(
                        judgments.find(id).orElseThrow(NotFound::new),
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        decisions.bans(id),
                        decisions.find(id).orElseThrow(NotFound::new).departedOn() != null));
    }

    private Judgment found(UUID decision) {
        return Objects.requireNonNull(transaction.execute(_ -> judgments.find(decision)))
                .orElseThrow(NotFound::new);
    }
}
