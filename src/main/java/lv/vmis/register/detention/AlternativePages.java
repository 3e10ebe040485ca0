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
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Measures instead of detention: applied in a case, and ended. */
@RestController
class AlternativePages {

    private final DetentionDesk desk;
    private final ApplyAlternative apply;
    private final EndAlternative end;
    private final Choices choices;
    private final Names names;
    private final Once once;
    private final Templates html;

    AlternativePages(
            DetentionDesk desk,
            ApplyAlternative apply,
            EndAlternative end,
            Choices choices,
            Names names,
            Once once,
            Templates html) {
        this.desk = desk;
        this.apply = apply;
        this.end = end;
        this.choices = choices;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.DETAIN)
    @GetMapping("/cases/{id}/alternative")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        return form(f, by, id, new AlternativeForm(Ids.next(), null, f.day(f.today()), null, null), Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/cases/{id}/alternative")
    ResponseEntity<JteModel> apply(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlternativeForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today())
                        .along(desk.confirmedOfCase(id, form.born(), f.today()))
                        .then(input -> apply.run(input, by)),
                _ -> "/cases/" + id);
        return Answers.to(outcome, mistakes -> form(f, by, id, form, mistakes));
    }

    private JteModel form(Frame f, Actor by, UUID id, AlternativeForm form, Mistakes mistakes) {
        return html.detentionAlternative(
                f,
                desk.openCase("alternative.enter", id, f.today(), by),
                form,
                choices.of("alternative_kind", f),
                mistakes);
    }

    @Allow(Right.DETAIN)
    @GetMapping("/alternatives/{id}/end")
    JteModel endForm(Frame f, Actor by, @PathVariable UUID id) {
        var opened = desk.openMeasure(id, by);
        var form = new AlternativeEndForm(Ids.next(), opened.measure().version(), f.day(f.today()), null, null);
        return endForm(f, opened, form, Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/alternatives/{id}/end")
    ResponseEntity<JteModel> end(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlternativeEndForm form) {
        var opened = desk.openMeasure(id, by);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today()).then(input -> end.run(input, by)),
                _ -> "/cases/" + opened.found().id());
        return Answers.to(outcome, mistakes -> endForm(f, opened, form, mistakes));
    }

    private JteModel endForm(Frame f, OpenMeasure opened, AlternativeEndForm form, Mistakes mistakes) {
        return html.detentionAlternativeEnd(f, names, opened, form, choices.of("alternative_end_reason", f), mistakes);
    }
}
