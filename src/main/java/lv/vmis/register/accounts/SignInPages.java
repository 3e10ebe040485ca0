package lv.vmis.register.accounts;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page to sign in, and the language before anyone has. */
@RestController
class SignInPages {

    private final Accounts accounts;
    private final Templates html;

    SignInPages(Accounts accounts, Templates html) {
        this.accounts = accounts;
        this.html = html;
    }

    @Open
    @GetMapping("/sign-in")
    JteModel page(
            Frame f,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait) {
        List<Account> demo = f.environment().isGenerated() ? accounts.demo() : List.of();
        return html.accountsSignIn(f, wrong != null ? "sign-in.wrong" : wait != null ? "sign-in.wait" : "", demo);
    }

    @Open
    @PostMapping("/language")
    ResponseEntity<Void> language(
            Frame f,
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        var language = "en".equals(to) ? "en" : "lv";
        if (f.actor() != null) {
            accounts.language(f.actor().account(), language);
        }
        // Only a path of our own: an address given from outside is not followed.
        var target = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
        return ResponseEntity.status(303)
                .header(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from("lang", language)
                                .path("/")
                                .httpOnly(true)
                                .secure(request.isSecure())
                                .sameSite("Strict")
                                .maxAge(Duration.ofDays(365))
                                .build()
                                .toString())
                .location(URI.create(target))
                .build();
    }
}
