package lv.vmis.register.training;

import gg.jte.models.runtime.JteModel;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The strip that tells how far the generated people are; a count and nothing else, so anybody may see it. */
@RestController
class ProgressPages {

    private final Templates html;

    ProgressPages(Templates html) {
        this.html = html;
    }

    @Open
    @GetMapping("/preparing")
    JteModel strip(Frame f) {
        return html.layoutPreparing(f);
    }
}
