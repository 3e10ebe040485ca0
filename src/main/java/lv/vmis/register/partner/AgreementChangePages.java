package lv.vmis.register.partner;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of agreements: the form, what was proposed beside what is in force, and the answer of another official. */
@RestController
class AgreementChangePages {

    private static final String HERE = AgreementPages.HERE;

    private final AgreementChanges changes;
    private final TermWords words;
    private final ProposeTerms propose;
    private final ApproveAgreementChange approve;
    private final DeclineAgreementChange decline;
    private final WithdrawAgreementChange withdraw;
    private final Once once;
    private final Choices choices;
    private final Units units;
    private final Names names;
    private final EdgeSettings installation;
    private final TransactionTemplate reading;
    private final Templates html;

    AgreementChangePages(
            AgreementChanges changes,
            TermWords words,
            ProposeTerms propose,
            ApproveAgreementChange approve,
            DeclineAgreementChange decline,
            WithdrawAgreementChange withdraw,
            Once once,
            Choices choices,
            Units units,
            Names names,
            EdgeSettings installation,
            PlatformTransactionManager transactions,
            Templates html) {
        this.changes = changes;
        this.words = words;
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.once = once;
        this.choices = choices;
        this.units = units;
        this.names = names;
        this.installation = installation;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @GetMapping(HERE + "/new")
    JteModel form(Frame f) {
        return form(f, null, AgreementForm.fresh(f.today()), Mistakes.NONE);
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/new")
    ResponseEntity<JteModel> propose(Frame f, Actor by, @ModelAttribute AgreementForm form) {
        return proposed(f, by, null, form);
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @GetMapping(HERE + "/{number}/change")
    JteModel change(Frame f, @PathVariable String number) {
        var agreement = agreement(f, number);
        return form(f, agreement, AgreementForm.of(agreement, terms(agreement)), Mistakes.NONE);
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/{number}/change")
    ResponseEntity<JteModel> change(
            Frame f, Actor by, @PathVariable String number, @ModelAttribute AgreementForm form) {
        return proposed(f, by, agreement(f, number), form);
    }

    private ResponseEntity<JteModel> proposed(Frame f, Actor by, @Nullable Agreement agreement, AgreementForm form) {
        var options = options(f);
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        "propose" + form,
                        () -> form.parse(
                                        agreement,
                                        f.today(),
                                        installation.env(),
                                        options::hasInstitution,
                                        options::hasPurpose)
                                .then(input -> propose.run(input, by)),
                        done -> HERE + "/changes/" + done),
                mistakes -> form(f, agreement, form, mistakes));
    }

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE + "/changes/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, AgreementStepForm.fresh(), Mistakes.NONE, "");
    }

    @Allow(Right.APPROVE_AGREEMENTS)
    @PostMapping(HERE + "/changes/{id}/approve")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AgreementStepForm form) {
        return step(
                f, by, id, form, "approve", () -> approve.run(new ApproveAgreementChange.Input(id, form.seen()), by));
    }

    @Allow(Right.APPROVE_AGREEMENTS)
    @PostMapping(HERE + "/changes/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AgreementStepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.why(f.today())
                        .then(why -> decline.run(new DeclineAgreementChange.Input(id, form.seen(), why), by)));
    }

    @Allow(Right.CHANGE_AGREEMENTS)
    @PostMapping(HERE + "/changes/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AgreementStepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "withdraw",
                () -> form.why(f.today())
                        .then(why -> withdraw.run(new WithdrawAgreementChange.Input(id, form.seen(), why), by)));
    }

    private ResponseEntity<JteModel> step(
            Frame f, Actor by, UUID id, AgreementStepForm form, String step, Supplier<Outcome<UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, done -> HERE + "/changes/" + done),
                mistakes -> page(f, id, form, mistakes, step));
    }

    private JteModel page(Frame f, UUID id, AgreementStepForm form, Mistakes mistakes, String step) {
        var change =
                Objects.requireNonNull(reading.execute(_ -> changes.find(id))).orElseThrow(NotFound::new);
        var agreement = agreement(f, change.agreement());
        var now = agreement.terms();
        return html.partnerChange(
                f,
                names,
                agreement,
                change,
                change.terms() == null ? List.of() : words.of(change.terms(), f.language()),
                now == null || !change.waits() ? List.of() : words.of(now, f.language()),
                form,
                step,
                mistakes);
    }

    private JteModel form(Frame f, @Nullable Agreement agreement, AgreementForm form, Mistakes mistakes) {
        return html.partnerForm(f, names, agreement, form, options(f), mistakes);
    }

    private AgreementChoices options(Frame f) {
        return new AgreementChoices(
                units.institutions(f.today()).stream()
                        .map(one -> new Option(one.code(), one.title(f.language())))
                        .toList(),
                Arrays.stream(Way.values())
                        .map(one -> new Option(one.name(), f.name("partner.way", one)))
                        .toList(),
                Arrays.stream(ApiCall.values())
                        .map(one -> new Option(one.name(), f.name("partner.service", one)))
                        .toList(),
                Arrays.stream(Attribute.values())
                        .map(one -> new Option(one.name(), f.name("partner.attribute", one)))
                        .toList(),
                choices.of("purpose", f));
    }

    private Agreement agreement(Frame f, String number) {
        return Objects.requireNonNull(reading.execute(_ -> changes.agreement(number, f.today())))
                .orElseThrow(NotFound::new);
    }

    /** What a change begins with: the terms in force, or those proposed last where none ever were. */
    private Terms terms(Agreement agreement) {
        var now = agreement.terms();
        return now != null
                ? now
                : Objects.requireNonNull(reading.execute(_ -> changes.of(agreement.number()))).stream()
                        .map(AgreementChange::terms)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(NotFound::new);
    }
}
