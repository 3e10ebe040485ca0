package lv.vmis.register.remedy;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.StepForm;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawing a remedy or its result that was entered by mistake. */
@RestController
class RemedyWithdrawalPages {

    private final RemedyPages desk;
    private final WithdrawRemedy withdraw;
    private final WithdrawRemedyResult withdrawResult;
    private final SamePerson same;
    private final Names names;
    private final Once once;
    private final Templates html;

    RemedyWithdrawalPages(
            RemedyPages desk,
            WithdrawRemedy withdraw,
            WithdrawRemedyResult withdrawResult,
            SamePerson same,
            Names names,
            Once once,
            Templates html) {
        this.desk = desk;
        this.withdraw = withdraw;
        this.withdrawResult = withdrawResult;
        this.same = same;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/remedies/{id}/withdraw")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var remedy = desk.seenRemedy(id);
        return form(f, by, remedy, new StepForm(Ids.next(), remedy.version(), null, null), Mistakes.NONE);
    }

    /** What was entered last goes: the result, or the remedy itself while there is none. */
    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/remedies/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        var remedy = desk.seenRemedy(id);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(f.today())
                        .along(same.confirmed(remedy.personId(), form.born(), f.today()))
                        .then(reason -> remedy.isWaiting()
                                ? withdraw.run(new WithdrawRemedy.Input(id, form.version(), reason), by)
                                : withdrawResult.run(new WithdrawRemedyResult.Input(id, form.version(), reason), by)),
                decision -> "/decisions/" + decision);
        return Answers.to(outcome, mistakes -> form(f, by, remedy, form, mistakes));
    }

    private JteModel form(Frame f, Actor by, Remedy remedy, StepForm form, Mistakes mistakes) {
        return html.remedyWithdraw(f, names, desk.open(by, remedy.decisionId()), remedy, form, mistakes);
    }
}
