package lv.vmis.register.decision;

import gg.jte.models.runtime.JteModel;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawing a service or a departure that was entered by mistake. */
@RestController
class EntryWithdrawalPages {

    private static final String SERVICE = "service";
    private static final String DEPARTURE = "departure";

    private final DecisionDesk desk;
    private final DecisionWords words;
    private final WithdrawServiceNote withdrawService;
    private final WithdrawDeparture withdrawDeparture;
    private final Once once;
    private final Templates html;

    EntryWithdrawalPages(
            DecisionDesk desk,
            DecisionWords words,
            WithdrawServiceNote withdrawService,
            WithdrawDeparture withdrawDeparture,
            Once once,
            Templates html) {
        this.desk = desk;
        this.words = words;
        this.withdrawService = withdrawService;
        this.withdrawDeparture = withdrawDeparture;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SERVE)
    @GetMapping("/decisions/{id}/service/withdraw")
    JteModel service(Frame f, Actor by, @PathVariable UUID id) {
        return form(f, by, id, SERVICE, new StepForm(Ids.next(), 0, null, null), Mistakes.NONE);
    }

    @Allow(Right.SERVE)
    @PostMapping("/decisions/{id}/service/withdraw")
    ResponseEntity<JteModel> withdrawService(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + SERVICE + form,
                () -> form.parse(f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(reason ->
                                withdrawService.run(new WithdrawServiceNote.Input(id, form.version(), reason), by)),
                _ -> "/decisions/" + id);
        return Answers.to(outcome, mistakes -> form(f, by, id, SERVICE, form, mistakes));
    }

    @Allow(Right.CONFIRM_DEPARTURE)
    @GetMapping("/decisions/{id}/departure/withdraw")
    JteModel departure(Frame f, Actor by, @PathVariable UUID id) {
        return form(f, by, id, DEPARTURE, new StepForm(Ids.next(), 0, null, null), Mistakes.NONE);
    }

    @Allow(Right.CONFIRM_DEPARTURE)
    @PostMapping("/decisions/{id}/departure/withdraw")
    ResponseEntity<JteModel> withdrawDeparture(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + DEPARTURE + form,
                () -> form.parse(f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(reason ->
                                withdrawDeparture.run(new WithdrawDeparture.Input(id, form.version(), reason), by)),
                _ -> "/decisions/" + id);
        return Answers.to(outcome, mistakes -> form(f, by, id, DEPARTURE, form, mistakes));
    }

    private JteModel form(Frame f, Actor by, UUID id, String what, StepForm form, Mistakes mistakes) {
        var file = desk.open(id, by);
        if (!mistakes.any() && (what.equals(SERVICE) ? file.service() : file.departure()) == null) {
            throw new NotFound();
        }
        return html.decisionWithdraw(f, words.in(f), file, what, form, mistakes);
    }
}
