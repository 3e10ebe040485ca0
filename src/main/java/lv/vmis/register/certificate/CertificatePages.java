package lv.vmis.register.certificate;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentPrinter;
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
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.signing.SignableKind;
import lv.vmis.register.signing.SignedDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issuing a certificate on a person, and one, or an extract, that was issued. */
@RestController
class CertificatePages {

    private final IssueCertificate issue;
    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final CertificateClauses clauses;
    private final SignedDocuments signed;
    private final Terms terms;
    private final Persons persons;
    private final SamePerson same;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    CertificatePages(
            IssueCertificate issue,
            Certificates certificates,
            PrintedCertificates printed,
            CertificateClauses clauses,
            SignedDocuments signed,
            Terms terms,
            Persons persons,
            SamePerson same,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.issue = issue;
        this.certificates = certificates;
        this.printed = printed;
        this.clauses = clauses;
        this.signed = signed;
        this.terms = terms;
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

    @Allow(Right.ISSUE_CERTIFICATE)
    @GetMapping("/persons/{id}/certificate")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, new PersonId(id), new CertificateForm(Ids.next(), null, null, null, null), Mistakes.NONE);
    }

    @Allow(Right.ISSUE_CERTIFICATE)
    @PostMapping("/persons/{id}/certificate")
    ResponseEntity<JteModel> issue(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute CertificateForm form) {
        var person = new PersonId(id);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(person, f.today())
                        .along(same.confirmed(person, form.born(), f.today()))
                        .then(input -> issue.run(input, by)),
                certificate -> "/certificates/" + certificate);
        return Answers.to(outcome, mistakes -> page(f, by, person, form, mistakes));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/certificates/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        var certificate = found(id);
        return look(
                by,
                "certificate.show",
                certificate.personId(),
                () -> html.certificateShow(
                        f,
                        names,
                        certificate,
                        bar(certificate.personId()),
                        printed.translations(id),
                        answerBy(certificate),
                        certificates.withheld(id).orElse(null),
                        signed.of(SignableKind.CERTIFICATE, id)));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/certificates/{id}/certificate.pdf")
    ResponseEntity<byte[]> print(
            Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable String language) {
        var file = look(
                by,
                language == null ? "certificate.pdf" : "certificate.translation",
                found(id).personId(),
                () -> (language == null ? printed.file(id) : printed.sheet(id, language)).orElseThrow(NotFound::new));
        return DocumentPrinter.answer(file, language == null ? "dokuments.pdf" : "tulkojums-" + language + ".pdf");
    }

    private JteModel page(Frame f, Actor by, PersonId person, CertificateForm form, Mistakes mistakes) {
        var recipients = choices.of("certificate_recipient", f);
        return look(
                by,
                "certificate.issue",
                person,
                () -> html.certificateIssue(
                        f,
                        bar(person),
                        form,
                        recipients,
                        clauses.sentences(certificates.held(person, f.today()), f.today()),
                        mistakes));
    }

    /** Until when the request was to be answered. */
    private @Nullable Term answerBy(Certificate certificate) {
        var requested = certificate.requestedOn();
        return requested == null
                ? null
                : terms.after("data_request.answer", requested).orElse(null);
    }

    private PersonBar bar(PersonId person) {
        return persons.bar(person).orElseThrow(NotFound::new);
    }

    private Certificate found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> certificates.find(id)))
                .orElseThrow(NotFound::new);
    }

    private <T> T look(Actor by, String operation, PersonId person, Supplier<T> read) {
        return looks.at(by, operation, purposes.at(by, person), person, read);
    }
}
