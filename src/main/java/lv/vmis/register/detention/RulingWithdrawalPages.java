package lv.vmis.register.detention;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
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

/** Withdrawing the last ruling of a judge on a detention that was entered by mistake. */
@RestController
class RulingWithdrawalPages {

    private final DetentionDesk desk;
    private final WithdrawRuling withdraw;
    private final Names names;
    private final Once once;
    private final Templates html;

    RulingWithdrawalPages(DetentionDesk desk, WithdrawRuling withdraw, Names names, Once once, Templates html) {
        this.desk = desk;
        this.withdraw = withdraw;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.DETAIN)
    @GetMapping("/detentions/{id}/ruling/withdraw")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var form = new RulingWithdrawalForm(Ids.next(), file.detention().version(), null, null);
        return html.detentionWithdrawRuling(f, names, file, form, Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/detentions/{id}/ruling/withdraw")
    ResponseEntity<JteModel> withdraw(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RulingWithdrawalForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> withdraw.run(input, by)),
                detention -> "/detentions/" + detention);
        return Answers.to(
                outcome, mistakes -> html.detentionWithdrawRuling(f, names, desk.open(id, by), form, mistakes));
    }
}
