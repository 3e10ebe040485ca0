package lv.vmis.register.removal;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawing a step of a removal that was entered by mistake. */
@RestController
class RemovalWithdrawalPages {

    private final RemovalDesk desk;
    private final WithdrawRemovalStep withdraw;
    private final Names names;
    private final Once once;
    private final Templates html;

    RemovalWithdrawalPages(RemovalDesk desk, WithdrawRemovalStep withdraw, Names names, Once once, Templates html) {
        this.desk = desk;
        this.withdraw = withdraw;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @GetMapping("/decisions/{id}/removal/steps/{place}/withdraw")
    JteModel form(Frame f, Actor by, @PathVariable UUID id, @PathVariable int place) {
        var file = desk.open(id, by);
        var others = desk.enteredWith(file, place);
        var form = new WithdrawalForm(
                Ids.next(),
                null,
                null,
                others.stream().map(FoundTogether::decisionId).toList(),
                null);
        return form(f, file, others, place, form, Mistakes.NONE);
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @PostMapping("/decisions/{id}/removal/steps/{place}/withdraw")
    ResponseEntity<JteModel> withdraw(
            Frame f, Actor by, @PathVariable UUID id, @PathVariable int place, @ModelAttribute WithdrawalForm form) {
        var outcome = once.run(
                form.key(),
                by,
                "%s/%d%s".formatted(id, place, form),
                () -> form.parse(id, place, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> withdraw.run(input, by)),
                decision -> "/decisions/" + decision + "/removal");
        return Answers.to(outcome, mistakes -> {
            var file = desk.open(id, by);
            return form(f, file, desk.enteredWith(file, place), place, form, mistakes);
        });
    }

    private JteModel form(
            Frame f, RemovalFile file, List<FoundTogether> others, int place, WithdrawalForm form, Mistakes mistakes) {
        return html.removalWithdraw(
                f, names, file, file.step(place).orElseThrow(NotFound::new), others, form, mistakes);
    }
}
