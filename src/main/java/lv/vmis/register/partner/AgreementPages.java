package lv.vmis.register.partner;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agreements of institutions: all of them, and one with its terms, systems and past. */
@RestController
class AgreementPages {

    static final String HERE = "/agreements";

    /** Session attribute: a key to show once to the official who issued it. */
    private static final String KEY = "register.client-key";

    private final AgreementChanges changes;
    private final ClientKeys keys;
    private final TermWords words;
    private final AgreementAnnex annex;
    private final SuspendAgreement suspend;
    private final ProposeResumption resume;
    private final IssueKey issue;
    private final AcceptToken token;
    private final AcceptCertificate certificate;
    private final Once once;
    private final Seals seals;
    private final Names names;
    private final TransactionTemplate reading;
    private final Templates html;

    AgreementPages(
            AgreementChanges changes,
            ClientKeys keys,
            TermWords words,
            AgreementAnnex annex,
            SuspendAgreement suspend,
            ProposeResumption resume,
            IssueKey issue,
            AcceptToken token,
            AcceptCertificate certificate,
            Once once,
            Seals seals,
            Names names,
            PlatformTransactionManager transactions,
            Templates html) {
        this.changes = changes;
        this.keys = keys;
        this.words = words;
        this.annex = annex;
        this.suspend = suspend;
        this.resume = resume;
        this.issue = issue;
        this.token = token;
        this.certificate = certificate;
        this.once = once;
        this.seals = seals;
        this.names = names;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    /** An agreement with all that its page shows. */
    record Whole(Agreement agreement, List<ClientKey> keys, List<AgreementChange> changes) {}

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE)
    JteModel list(Frame f) {
        var all = Objects.requireNonNull(reading.execute(_ -> changes.agreements(f.today())));
        return html.partnerList(f, names, all);
    }

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE + "/{number}")
    JteModel show(Frame f, @PathVariable String number, HttpServletRequest request) {
        return page(f, number, AgreementStepForm.fresh(), Mistakes.NONE, "", issued(request.getSession(false), number));
    }

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE + "/{number}/annex.pdf")
    ResponseEntity<byte[]> annex(Frame f, Actor by, @PathVariable String number) {
        var whole = whole(f, number);
        var terms = whole.agreement().terms();
        if (terms == null) {
            throw new NotFound();
        }
        return DocumentPrinter.answer(
                annex.print(whole.agreement(), terms, whole.changes(), whole.keys(), by),
                "pielikums-" + number + ".pdf");
    }

    @Allow(Right.STOP_AGREEMENTS)
    @PostMapping(HERE + "/{number}/suspend")
    ResponseEntity<JteModel> suspend(
            Frame f, Actor by, @PathVariable String number, @ModelAttribute AgreementStepForm form) {
        return step(
                f,
                by,
                number,
                form,
                "suspend",
                () -> form.why(f.today()).then(why -> suspend.run(new SuspendAgreement.Input(number, why), by)));
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/{number}/resume")
    ResponseEntity<JteModel> resume(
            Frame f, Actor by, @PathVariable String number, @ModelAttribute AgreementStepForm form) {
        return step(
                f,
                by,
                number,
                form,
                "resume",
                () -> form.why(f.today()).then(why -> resume.run(new ProposeResumption.Input(number, why), by)));
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/{number}/keys")
    ResponseEntity<JteModel> issue(
            Frame f,
            Actor by,
            @PathVariable String number,
            @ModelAttribute AgreementStepForm form,
            HttpSession session) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        number + "keys" + form,
                        () -> form.named(f.today()).then(name -> issue.run(new IssueKey.Input(number, name), by)),
                        issued -> {
                            session.setAttribute(KEY, seals.seal(KEY + number, issued.key()));
                            return HERE + "/" + number;
                        }),
                mistakes -> page(f, number, form, mistakes, "keys", null));
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/{number}/tokens")
    ResponseEntity<JteModel> token(
            Frame f, Actor by, @PathVariable String number, @ModelAttribute AgreementStepForm form) {
        return step(
                f,
                by,
                number,
                form,
                "tokens",
                () -> form.token(number, f.today()).then(input -> token.run(input, by)));
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/{number}/certificates")
    ResponseEntity<JteModel> certificate(
            Frame f, Actor by, @PathVariable String number, @ModelAttribute AgreementStepForm form) {
        return step(
                f,
                by,
                number,
                form,
                "certificates",
                () -> form.certificate(number, f.today()).then(input -> certificate.run(input, by)));
    }

    private @Nullable String issued(@Nullable HttpSession session, String number) {
        if (session == null || !(session.getAttribute(KEY) instanceof String sealed)) {
            return null;
        }
        var key = seals.open(KEY + number, sealed);
        key.ifPresent(_ -> session.removeAttribute(KEY));
        return key.orElse(null);
    }

    private ResponseEntity<JteModel> step(
            Frame f,
            Actor by,
            String number,
            AgreementStepForm form,
            String step,
            Supplier<Outcome<java.util.UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, number + step + form, action, _ -> HERE + "/" + number),
                mistakes -> page(f, number, form, mistakes, step, null));
    }

    private JteModel page(
            Frame f, String number, AgreementStepForm form, Mistakes mistakes, String step, @Nullable String key) {
        var whole = whole(f, number);
        var terms = whole.agreement().terms();
        return html.partnerShow(
                f,
                names,
                whole.agreement(),
                terms == null ? List.of() : words.of(terms, f.language()),
                whole.keys(),
                whole.changes(),
                form,
                step,
                key,
                mistakes);
    }

    private Whole whole(Frame f, String number) {
        return Objects.requireNonNull(reading.execute(_ -> new Whole(
                changes.agreement(number, f.today()).orElseThrow(NotFound::new), keys.of(number), changes.of(number))));
    }
}
