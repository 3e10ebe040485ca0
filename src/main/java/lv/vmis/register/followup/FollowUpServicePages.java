package lv.vmis.register.followup;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.ServiceForm;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Choices;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serving a follow-up decision on the person. */
@RestController
class FollowUpServicePages {

    private final FollowUpDesk desk;
    private final ServeFollowUp serve;
    private final Choices choices;
    private final Once once;
    private final Templates html;

    FollowUpServicePages(FollowUpDesk desk, ServeFollowUp serve, Choices choices, Once once, Templates html) {
        this.desk = desk;
        this.serve = serve;
        this.choices = choices;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SERVE)
    @GetMapping("/follow-ups/{id}/service")
    JteModel service(Frame f, Actor by, @PathVariable UUID id) {
        var form = new ServiceForm(Ids.next(), f.day(f.today()), "SIGNED", null, null, null);
        return page(f, by, id, form, Mistakes.NONE);
    }

    @Allow(Right.SERVE)
    @PostMapping("/follow-ups/{id}/service")
    ResponseEntity<JteModel> serve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ServiceForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(
                                f.today(),
                                (on, manner, language, note) -> new ServeFollowUp.Input(id, on, manner, language, note))
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> serve.run(input, by)),
                _ -> "/follow-ups/" + id);
        return Answers.to(outcome, mistakes -> page(f, by, id, form, mistakes));
    }

    private JteModel page(Frame f, Actor by, UUID id, ServiceForm form, Mistakes mistakes) {
        return html.followupService(
                f, desk.open(id, by), form, choices.of("service_manner", f), choices.of("language", f), mistakes);
    }
}
