package lv.vmis.register.signing;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing a printed document electronically: here, or elsewhere and brought. */
@RestController
class SigningPages {

    private final SigningDesk desk;
    private final Templates html;

    SigningPages(SigningDesk desk, Templates html) {
        this.desk = desk;
        this.html = html;
    }

    @Allow(Right.SIGN_DOCUMENT)
    @GetMapping("/signatures/{kind}/{id}")
    JteModel show(Frame f, Actor by, @PathVariable String kind, @PathVariable UUID id) {
        return page(f, desk.open(toSign(kind, by), id, by), SignForm.empty(null), Mistakes.NONE);
    }

    @Allow(Right.SIGN_DOCUMENT)
    @PostMapping("/signatures/{kind}/{id}")
    ResponseEntity<JteModel> sign(
            Frame f, Actor by, @PathVariable String kind, @PathVariable UUID id, @ModelAttribute SignForm form) {
        return Answers.to(
                desk.sign(toSign(kind, by), id, form, f.today(), by),
                mistakes -> page(f, desk.open(toSign(kind, by), id, by), form.again(), mistakes));
    }

    @Allow(Right.SIGN_DOCUMENT)
    @PostMapping("/signatures/{kind}/{id}/file")
    ResponseEntity<JteModel> bring(
            Frame f,
            Actor by,
            @PathVariable String kind,
            @PathVariable UUID id,
            @ModelAttribute SignForm form,
            HttpServletRequest request) {
        return Answers.to(
                desk.bring(toSign(kind, by), id, form, request, by),
                mistakes -> page(f, desk.open(toSign(kind, by), id, by), form.again(), mistakes));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/signatures/{kind}/{id}/{format}")
    ResponseEntity<byte[]> content(
            Actor by, @PathVariable String kind, @PathVariable UUID id, @PathVariable String format) {
        var wanted = SignatureFormat.at(format).orElseThrow(NotFound::new);
        var leaving = desk.leaving(kind(kind), id, wanted, by);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.type().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(leaving.number() + "." + wanted.path(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(leaving.content());
    }

    private JteModel page(Frame f, DocumentFile file, SignForm form, Mistakes mistakes) {
        return html.signingShow(f, file, form, mistakes);
    }

    /** A kind that is not for this official to sign is not there for him. */
    private static SignableKind toSign(String path, Actor by) {
        var kind = kind(path);
        if (!kind.isFor(by)) {
            throw new NotFound();
        }
        return kind;
    }

    private static SignableKind kind(String path) {
        return SignableKind.at(path).orElseThrow(NotFound::new);
    }
}
