package lv.vmis.register.partner;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One system of an institution: how far it is with the trial of its connection, and the end of its key. */
@RestController
class ClientKeyPages {

    private static final String HERE = AgreementPages.HERE + "/keys";

    private final ClientKeys keys;
    private final Conformance conformance;
    private final RevokeKey revoke;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    ClientKeyPages(
            ClientKeys keys,
            Conformance conformance,
            RevokeKey revoke,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.keys = keys;
        this.conformance = conformance;
        this.revoke = revoke;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    record Tried(ClientKey key, List<TriedStep> steps) {}

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE + "/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, AgreementStepForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.STOP_AGREEMENTS)
    @PostMapping(HERE + "/{id}/revoke")
    ResponseEntity<JteModel> revoke(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AgreementStepForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        id + "revoke" + form,
                        () -> form.why(f.today()).then(why -> revoke.run(new RevokeKey.Input(id, why), by)),
                        done -> HERE + "/" + done),
                mistakes -> page(f, id, form, mistakes));
    }

    private JteModel page(Frame f, UUID id, AgreementStepForm form, Mistakes mistakes) {
        var tried = Objects.requireNonNull(
                reading.execute(_ -> new Tried(keys.find(id).orElseThrow(NotFound::new), conformance.of(id))));
        return html.partnerKey(f, tried.key(), tried.steps(), form, mistakes);
    }
}
