package lv.vmis.register.remedy;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contesting a decision and appealing against it (L8): what was filed, and what came of it. */
@RestController
class RemedyPages {

    private final Remedies remedies;
    private final RemedyTerm term;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final Decisions decisions;
    private final Persons persons;
    private final SamePerson same;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    RemedyPages(
            Remedies remedies,
            RemedyTerm term,
            FileRemedy file,
            ResolveRemedy resolve,
            Decisions decisions,
            Persons persons,
            SamePerson same,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.remedies = remedies;
        this.term = term;
        this.file = file;
        this.resolve = resolve;
        this.decisions = decisions;
        this.persons = persons;
        this.same = same;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions/{id}/remedies")
    JteModel list(Frame f, Actor by, @PathVariable UUID id) {
        return html.remedyList(f, names, open(by, id));
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/decisions/{id}/remedies/new")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var form = new RemedyForm(Ids.next(), null, f.day(f.today()), null, null, null, null, null);
        return form(f, by, id, form, Mistakes.NONE);
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/decisions/{id}/remedies/new")
    ResponseEntity<JteModel> enter(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RemedyForm form) {
        var person = seen(id).personId();
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today())
                        .along(same.confirmed(person, form.born(), f.today()))
                        .then(input -> file.run(input, by)),
                _ -> "/decisions/" + id + "/remedies");
        return Answers.to(outcome, mistakes -> form(f, by, id, form, mistakes));
    }

    private JteModel form(Frame f, Actor by, UUID id, RemedyForm form, Mistakes mistakes) {
        return html.remedyForm(f, open(by, id), form, choices.of("remedy_kind", f), mistakes);
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/remedies/{id}/result")
    JteModel resultForm(Frame f, Actor by, @PathVariable UUID id) {
        var remedy = seenRemedy(id);
        var form = new RemedyResultForm(Ids.next(), remedy.version(), null, f.day(f.today()), null, null, null);
        return resultForm(f, by, remedy, form, Mistakes.NONE);
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/remedies/{id}/result")
    ResponseEntity<JteModel> result(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RemedyResultForm form) {
        var remedy = seenRemedy(id);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today())
                        .along(same.confirmed(remedy.personId(), form.born(), f.today()))
                        .then(input -> resolve.run(input, by)),
                decision -> "/decisions/" + decision + "/remedies");
        return Answers.to(outcome, mistakes -> resultForm(f, by, remedy, form, mistakes));
    }

    private JteModel resultForm(Frame f, Actor by, Remedy remedy, RemedyResultForm form, Mistakes mistakes) {
        return html.remedyResult(
                f, names, open(by, remedy.decisionId()), remedy, form, choices.of("remedy_result", f), mistakes);
    }

    RemedyFile open(Actor by, UUID decision) {
        var seen = seen(decision);
        return looks.at(
                by, "remedy.show", purposes.at(by, seen.personId(), seen.returnCaseId()), seen.personId(), () -> {
                    var now = decisions.find(decision).orElseThrow(NotFound::new);
                    var against = remedies.of(decision);
                    return new RemedyFile(
                            now,
                            persons.bar(seen.personId()).orElseThrow(NotFound::new),
                            against,
                            term.toContest(now),
                            term.toCourt(against).orElse(null));
                });
    }

    Remedy seenRemedy(UUID id) {
        return found(() -> remedies.find(id));
    }

    private Decision seen(UUID decision) {
        return found(() -> decisions.find(decision).filter(Decision::isSigned));
    }

    private <T> T found(Supplier<Optional<T>> find) {
        return Objects.requireNonNull(transaction.execute(_ -> find.get())).orElseThrow(NotFound::new);
    }
}
