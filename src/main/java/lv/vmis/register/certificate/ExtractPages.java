package lv.vmis.register.certificate;

import gg.jte.models.runtime.JteModel;
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
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issuing an extract: what it will tell, section by section, and what of it is withheld. Once issued it is shown as a certificate is. */
@RestController
class ExtractPages {

    private final IssueExtract issue;
    private final Extracts extracts;
    private final Persons persons;
    private final SamePerson same;
    private final Choices choices;
    private final Codes codes;
    private final LegalParameters law;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;

    ExtractPages(
            IssueExtract issue,
            Extracts extracts,
            Persons persons,
            SamePerson same,
            Choices choices,
            Codes codes,
            LegalParameters law,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html) {
        this.issue = issue;
        this.extracts = extracts;
        this.persons = persons;
        this.same = same;
        this.choices = choices;
        this.codes = codes;
        this.law = law;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.ISSUE_CERTIFICATE)
    @GetMapping("/persons/{id}/extract")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, new PersonId(id), ExtractForm.empty(), Mistakes.NONE);
    }

    @Allow(Right.ISSUE_CERTIFICATE)
    @PostMapping("/persons/{id}/extract")
    ResponseEntity<JteModel> issue(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ExtractForm form) {
        var person = new PersonId(id);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(person, codes, f.today())
                        .along(same.confirmed(person, form.born(), f.today()))
                        .then(input -> issue.run(input, by)),
                extract -> "/certificates/" + extract);
        return Answers.to(outcome, mistakes -> page(f, by, person, form, mistakes));
    }

    private JteModel page(Frame f, Actor by, PersonId person, ExtractForm form, Mistakes mistakes) {
        return looks.at(
                by,
                "certificate.extract",
                purposes.at(by, person),
                person,
                () -> html.certificateExtract(
                        f,
                        persons.bar(person).orElseThrow(NotFound::new),
                        form,
                        ExtractPreview.of(extracts.of(person, f.today(), by)),
                        choices.of("certificate_recipient", f),
                        choices.of("withholding_ground", f),
                        law.months("data_request.answer", f.today()),
                        law.months("data_request.longer", f.today()),
                        mistakes));
    }
}
