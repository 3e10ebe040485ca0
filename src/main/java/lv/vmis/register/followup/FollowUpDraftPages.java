package lv.vmis.register.followup;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Preparing a follow-up decision (L6): what to do with what, then its text; until it is signed it can be corrected or taken back. */
@RestController
class FollowUpDraftPages {

    private final FollowUpDesk desk;
    private final PrepareFollowUp prepare;
    private final ChangeFollowUp change;
    private final WithdrawFollowUp withdraw;
    private final TakeOverFollowUp takeOver;
    private final FollowUpRules rules;
    private final Countries countries;
    private final Names names;
    private final Once once;
    private final Templates html;

    FollowUpDraftPages(
            FollowUpDesk desk,
            PrepareFollowUp prepare,
            ChangeFollowUp change,
            WithdrawFollowUp withdraw,
            TakeOverFollowUp takeOver,
            FollowUpRules rules,
            Countries countries,
            Names names,
            Once once,
            Templates html) {
        this.desk = desk;
        this.prepare = prepare;
        this.change = change;
        this.withdraw = withdraw;
        this.takeOver = takeOver;
        this.rules = rules;
        this.countries = countries;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/decisions/{id}/follow-up")
    JteModel form(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable FollowUpKind kind,
            @RequestParam(required = false) @Nullable UUID ban) {
        if (kind == null) {
            return html.followupChoose(f, names, desk.openDecision(id, by), ban, Mistakes.NONE);
        }
        var target = ban == null ? FollowUpForm.DECISION : ban.toString();
        return form(f, by, id, FollowUpForm.of(Ids.next(), target, kind, f.today()), Mistakes.NONE);
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/decisions/{id}/follow-up")
    ResponseEntity<JteModel> prepare(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute FollowUpForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, desk.leaveBy(id), countries, f.today()).then(input -> prepare.run(input, by)),
                followUp -> "/follow-ups/" + followUp);
        return Answers.to(outcome, mistakes -> form(f, by, id, form, mistakes));
    }

    /** Who took it over may do what its preparer may, whatever his right: the action asks who he is. */
    @Allow(Right.TAKE_CASE)
    @GetMapping("/follow-ups/{id}/change")
    JteModel change(Frame f, Actor by, @PathVariable UUID id) {
        var seen = desk.openOwn(id, by);
        var country = seen.followUp().destination();
        var form = FollowUpForm.of(
                Ids.next(), seen.followUp(), country == null ? null : countries.name(country, f.language()));
        return page(f, seen.opened(), seen.followUp(), form, Mistakes.NONE);
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/follow-ups/{id}/change")
    ResponseEntity<JteModel> change(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute FollowUpForm form) {
        var decision = desk.decisionOf(id);
        var outcome = once.run(
                form.key(),
                by,
                id + "change" + form,
                () -> form.parse(decision, desk.leaveBy(decision), countries, f.today())
                        .then(text -> change.run(new ChangeFollowUp.Input(id, form.version(), text), by)),
                _ -> "/follow-ups/" + id);
        return Answers.to(outcome, mistakes -> {
            var seen = desk.openOwn(id, by);
            return page(
                    f, seen.opened(), seen.followUp(), form.onto(seen.followUp().version()), mistakes);
        });
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/follow-ups/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AnswerForm form) {
        var decision = desk.decisionOf(id);
        var outcome = once.run(
                form.key(),
                by,
                id + "withdraw" + form,
                () -> form.parse(f.today())
                        .then(reason -> withdraw.run(new WithdrawFollowUp.Input(id, form.version(), reason), by)),
                _ -> "/decisions/" + decision);
        return Answers.to(
                outcome, mistakes -> html.followupShow(f, names, desk.open(id, by), form, mistakes, "withdraw", null));
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/follow-ups/{id}/take-over")
    ResponseEntity<JteModel> takeOver(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AnswerForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + "take-over" + form,
                () -> form.parse(f.today())
                        .then(reason -> takeOver.run(new TakeOverFollowUp.Input(id, form.version(), reason), by)),
                _ -> "/follow-ups/" + id);
        return Answers.to(
                outcome, mistakes -> html.followupShow(f, names, desk.open(id, by), form, mistakes, "take-over", null));
    }

    /** Where an amendment may send somebody. */
    private List<Option> abroad(Frame f, FollowUpKind kind) {
        return kind != FollowUpKind.AMEND
                ? List.of()
                : countries.nationalities(f.today()).stream()
                        .filter(country -> country.isPlace() && !country.code().equals("LVA"))
                        .map(country -> new Option(country.name(f.language()), country.code()))
                        .toList();
    }

    private JteModel form(Frame f, Actor by, UUID id, FollowUpForm form, Mistakes mistakes) {
        return page(f, desk.openDecision(id, by), null, form, mistakes);
    }

    private JteModel page(
            Frame f, DecisionToFollow opened, @Nullable FollowUp waiting, FollowUpForm form, Mistakes mistakes) {
        var kind = form.chosen();
        var target = opened.targets().stream().filter(form::isAbout).findFirst();
        if (kind == null || target.isEmpty()) {
            return html.followupChoose(f, names, opened, null, mistakes);
        }
        var bases = rules.bases(kind, f.today(), f.someone().institution()).stream()
                .map(basis -> new Option(basis.code(), basis.citation(f.language()) + " – " + basis.text(f.language())))
                .toList();
        return html.followupForm(f, names, opened, waiting, target.get(), kind, form, bases, abroad(f, kind), mistakes);
    }
}
