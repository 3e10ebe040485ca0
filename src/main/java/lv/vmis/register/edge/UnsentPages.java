package lv.vmis.register.edge;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.Map;
import lv.vmis.pages.Templates;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeping a form while it is typed, and throwing it away. */
@RestController
class UnsentPages {

    private final UnsentForms unsent;
    private final Templates html;

    UnsentPages(UnsentForms unsent, Templates html) {
        this.unsent = unsent;
        this.html = html;
    }

    /** Only what he typed himself is shown, so it is no look at a person. */
    @Allow(Right.SIGNED_IN)
    @GetMapping("/unsent")
    JteModel page(Frame f, Actor by) {
        return html.edgeUnsent(f, unsent.all(by));
    }

    /** Answers with the time, for the page to say. */
    @Allow(Right.SIGNED_IN)
    @PostMapping("/unsent")
    ResponseEntity<String> keep(Frame f, Actor by, @RequestParam Map<String, String> sent) {
        return unsent.keep(by, page(sent), sent)
                .map(at -> ResponseEntity.ok(f.t("frame.unsent-kept", f.time(at))))
                .orElseGet(() -> ResponseEntity.unprocessableContent().body(f.t("frame.unsent-too-long")));
    }

    @Allow(Right.SIGNED_IN)
    @PostMapping("/unsent/discard")
    ResponseEntity<Void> discard(Actor by, @RequestParam Map<String, String> sent) {
        var page = page(sent);
        unsent.remove(by, page);
        return ResponseEntity.status(303).location(URI.create(page)).build();
    }

    /** A page of the register, never another site. */
    private static String page(Map<String, String> sent) {
        var page = sent.getOrDefault(UnsentForms.PAGE, "");
        if (!OwnPath.of(page).toString().equals(page)) {
            throw new Unreadable(UnsentForms.PAGE);
        }
        return page;
    }
}
