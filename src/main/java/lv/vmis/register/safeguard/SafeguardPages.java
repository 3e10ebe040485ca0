package lv.vmis.register.safeguard;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
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
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is assessed in a case before the person may be removed by force: seen, and answered. */
@RestController
class SafeguardPages {

    private final Safeguards safeguards;
    private final AssessSafeguards assess;
    private final ReturnCases cases;
    private final Persons persons;
    private final SamePerson same;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    SafeguardPages(
            Safeguards safeguards,
            AssessSafeguards assess,
            ReturnCases cases,
            Persons persons,
            SamePerson same,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.safeguards = safeguards;
        this.assess = assess;
        this.cases = cases;
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

    @Allow(Right.SEE_SPECIAL)
    @GetMapping("/cases/{id}/safeguards")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var form = new SafeguardForm(Ids.next(), Map.of("assessedOn", f.day(f.today())));
        return page(f, by, id, form, Mistakes.NONE);
    }

    @Allow(Right.ASSESS_SAFEGUARDS)
    @PostMapping("/cases/{id}/safeguards")
    ResponseEntity<JteModel> assess(Frame f, Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        var form = SafeguardForm.of(sent);
        var questions = choices.of("safeguard", f).stream().map(Option::value).toList();
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, questions, f.today())
                        .along(confirmed(f, id, form.value("born")))
                        .then(input -> assess.run(input, by)),
                done -> "/cases/" + done);
        return Answers.to(outcome, mistakes -> page(f, by, id, form, mistakes));
    }

    private Outcome<PartialDate> confirmed(Frame f, UUID caseId, @Nullable String born) {
        return cases.find(caseId)
                .map(found -> same.confirmed(found.personId(), born, f.today()))
                .orElseGet(() -> Outcome.refused(SafeguardRefusal.CASE_UNKNOWN));
    }

    private JteModel page(Frame f, Actor by, UUID id, SafeguardForm form, Mistakes mistakes) {
        var file = open(f, by, id);
        return html.safeguardAssess(
                f, names, file, form, choices.of("safeguard_answer", f), f.may(Right.ASSESS_SAFEGUARDS), mistakes);
    }

    private SafeguardFile open(Frame f, Actor by, UUID id) {
        PersonId person = found(id).personId();
        return looks.at(
                by,
                "safeguard.show",
                purposes.at(by, person, id),
                person,
                () -> new SafeguardFile(
                        cases.find(id).orElseThrow(NotFound::new),
                        persons.bar(person).orElseThrow(NotFound::new),
                        safeguards.on(id, f.today()),
                        safeguards.of(id)));
    }

    private ReturnCase found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> cases.find(id))).orElseThrow(NotFound::new);
    }
}
