package lv.vmis.register.edge;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an official typed before his session ended: to send again or to throw away. */
@RestController
class KeptPages {

    private final KeptForms kept;
    private final Templates html;

    KeptPages(KeptForms kept, Templates html) {
        this.kept = kept;
        this.html = html;
    }

    /** Only what he typed himself is shown, so it is no look at a person. */
    @Allow(Right.SIGNED_IN)
    @GetMapping("/kept")
    JteModel page(Frame f, Actor by) {
        return html.edgeKept(f, kept.of(by));
    }

    @Allow(Right.SIGNED_IN)
    @PostMapping("/kept/discard")
    ResponseEntity<Void> discard(Actor by, @RequestParam UUID form) {
        kept.remove(by, form);
        return ResponseEntity.status(303)
                .location(URI.create(kept.isWaitingFor(by) ? "/kept" : "/"))
                .build();
    }
}
