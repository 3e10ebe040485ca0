package lv.vmis.register.returns;

import gg.jte.models.runtime.JteModel;
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
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Correcting where, when and why somebody was found. */
@RestController
class FindingCorrectionPages {

    private static final int REASON = 1_000;

    private final Findings findings;
    private final CorrectFinding correct;
    private final FindingForm.Reader reader;
    private final Persons persons;
    private final SamePerson same;
    private final Choices choices;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    FindingCorrectionPages(
            Findings findings,
            CorrectFinding correct,
            FindingForm.Reader reader,
            Persons persons,
            SamePerson same,
            Choices choices,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.findings = findings;
        this.correct = correct;
        this.reader = reader;
        this.persons = persons;
        this.same = same;
        this.choices = choices;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.ENTER_FINDING)
    @GetMapping("/findings/{id}/correct")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var seen = found(id);
        var facts = seen.facts();
        var form = FindingForm.circumstances(
                f.day(facts.foundOn()),
                facts.placeKind(),
                facts.crossingPoint(),
                facts.place(),
                facts.circumstances(),
                facts.legalBasis());
        return page(f, by, seen, form, new CorrectionForm(Ids.next(), seen.version(), null, null), Mistakes.NONE);
    }

    @Allow(Right.ENTER_FINDING)
    @PostMapping("/findings/{id}/correct")
    ResponseEntity<JteModel> correct(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @ModelAttribute FindingForm form,
            @ModelAttribute CorrectionForm why) {
        var seen = found(id);
        var outcome = once.run(
                why.key(),
                by,
                id + form.toString() + why,
                () -> parse(f, id, form, why)
                        .along(same.confirmed(seen.personId(), why.born(), f.today()))
                        .then(input -> correct.run(input, by)),
                caseId -> "/cases/" + caseId);
        return Answers.to(outcome, mistakes -> page(f, by, seen, form, why, mistakes));
    }

    private Outcome<CorrectFinding.Input> parse(Frame f, UUID id, FindingForm form, CorrectionForm why) {
        var in = new Parse(f.today());
        var facts = reader.facts(form, in, f.today());
        var reason = in.text("reason", why.reason(), REASON);
        return in.into(() -> new CorrectFinding.Input(id, why.version(), facts.get(), reason.get()));
    }

    private Findings.ToCorrect found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> findings.find(id)))
                .orElseThrow(NotFound::new);
    }

    private JteModel page(
            Frame f, Actor by, Findings.ToCorrect seen, FindingForm form, CorrectionForm why, Mistakes mistakes) {
        var bar = looks.at(
                by,
                "finding.correct",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> persons.bar(seen.personId()).orElseThrow(NotFound::new));
        return html.returnsCorrect(f, bar, seen.id(), seen.caseId(), form, why, choices(f), mistakes);
    }

    private FindingChoices choices(Frame f) {
        return new FindingChoices(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                choices.of("finding_place_kind", f),
                choices.crossingPoints(f),
                choices.bases("finding", f),
                List.of());
    }
}
