package lv.vmis.register.followup;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Follow-up decisions (L6) as they are, signed or declined by a second official. */
@RestController
class FollowUpPages {

    private final FollowUpDesk desk;
    private final SignFollowUp sign;
    private final DeclineFollowUp decline;
    private final Names names;
    private final Once once;
    private final Templates html;

    FollowUpPages(
            FollowUpDesk desk, SignFollowUp sign, DeclineFollowUp decline, Names names, Once once, Templates html) {
        this.desk = desk;
        this.sign = sign;
        this.decline = decline;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/follow-ups/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID signed) {
        var file = desk.open(id, by);
        var form = new AnswerForm(Ids.next(), file.followUp().version(), null, null);
        return html.followupShow(f, names, file, form, Mistakes.NONE, "", desk.justSigned(signed, by));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/follow-ups/{id}/follow-up.pdf")
    ResponseEntity<byte[]> print(
            Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable String language) {
        return DocumentPrinter.answer(
                desk.print(id, language, by), language == null ? "lemums.pdf" : "tulkojums-" + language + ".pdf");
    }

    @Allow(Right.SIGN_DECISION)
    @PostMapping("/follow-ups/{id}/sign")
    ResponseEntity<JteModel> sign(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AnswerForm form) {
        return answer(
                f,
                by,
                id,
                form,
                "sign",
                () -> desk.confirmed(id, form.born(), f.today())
                        .then(_ -> sign.run(new SignFollowUp.Input(id, form.version()), by)));
    }

    @Allow(Right.SIGN_DECISION)
    @PostMapping("/follow-ups/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AnswerForm form) {
        return answer(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.parse(f.today())
                        .then(reason -> decline.run(new DeclineFollowUp.Input(id, form.version(), reason), by)));
    }

    private ResponseEntity<JteModel> answer(
            Frame f, Actor by, UUID id, AnswerForm form, String step, Supplier<Outcome<UUID>> action) {
        var outcome = once.run(
                form.key(),
                by,
                id + step + form,
                action,
                _ -> "/follow-ups/" + desk.next(by).orElse(id) + (step.equals("sign") ? "?signed=" + id : ""));
        return Answers.to(outcome, mistakes -> page(f, desk.open(id, by), form, mistakes, step));
    }

    private JteModel page(Frame f, FollowUpFile file, AnswerForm form, Mistakes mistakes, String step) {
        return html.followupShow(f, names, file, form, mistakes, step, null);
    }
}
