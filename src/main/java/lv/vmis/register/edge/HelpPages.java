package lv.vmis.register.edge;

import gg.jte.models.runtime.JteModel;
import lv.vmis.pages.Templates;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages about the register itself, and the answer to whoever watches that it works. */
@RestController
class HelpPages {

    private final Templates html;
    private final Alive alive;

    HelpPages(Templates html, Alive alive) {
        this.html = html;
        this.alive = alive;
    }

    @Open
    @GetMapping("/help/keys")
    JteModel keys(Frame f) {
        return html.edgeKeys(f);
    }

    @Open
    @GetMapping("/help/accessibility")
    JteModel accessibility(Frame f) {
        return html.edgeAccessibility(f);
    }

    @Open
    @GetMapping("/health")
    ResponseEntity<String> health() {
        var answers = alive.database();
        return ResponseEntity.status(answers ? 200 : 503)
                .contentType(MediaType.TEXT_PLAIN)
                .body(answers ? "ok\n" : "the database does not answer\n");
    }
}
