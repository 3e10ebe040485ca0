package lv.vmis.register.partner;

import gg.jte.models.runtime.JteModel;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a system of an institution is connected, for its engineer, who has no account here. */
@RestController
class OnboardingPages {

    private final Templates html;

    OnboardingPages(Templates html) {
        this.html = html;
    }

    @Open
    @GetMapping("/help/api")
    JteModel api(Frame f) {
        return html.partnerOnboarding(f, TrialStep.values());
    }
}
