package lv.vmis.register.accounts;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.KeptForms;
import lv.vmis.register.edge.Open;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The usage rules: always there to read, and accepted before first use. */
@RestController
class RulesPages {

    private final AcceptRules acceptRules;
    private final KeptForms kept;
    private final Templates html;

    RulesPages(AcceptRules acceptRules, KeptForms kept, Templates html) {
        this.acceptRules = acceptRules;
        this.kept = kept;
        this.html = html;
    }

    @Open
    @GetMapping("/help/rules")
    JteModel read(Frame f) {
        return html.accountsRules(f, UsageRules.PARAGRAPHS, UsageRules.VERSION, false);
    }

    @Allow(Right.SIGNED_IN)
    @GetMapping("/rules")
    JteModel page(Frame f) {
        return html.accountsRules(f, UsageRules.PARAGRAPHS, UsageRules.VERSION, true);
    }

    @Allow(Right.SIGNED_IN)
    @PostMapping("/rules")
    ResponseEntity<?> accept(Frame f, Actor by, @RequestParam String version) {
        if (!version.equals(UsageRules.VERSION)) {
            // The text changed while it was being read.
            return ResponseEntity.unprocessableContent().body(page(f));
        }
        acceptRules.run(new AcceptRules.Input(version), by);
        return ResponseEntity.status(303)
                .location(URI.create(kept.isWaitingFor(by) ? "/kept" : "/"))
                .build();
    }
}
