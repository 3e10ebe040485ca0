package lv.vmis.register.accounts;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Open;
import lv.vmis.register.edge.OwnPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page to sign in, and the language before anyone has. */
@RestController
class SignInPages {

    /** What went wrong, as the address says it. */
    private static final List<String> PROBLEMS =
            List.of("wrong", "wait", "blocked", "training", "stranger", "weak", "provider", "ended");

    /** What went well. */
    private static final List<String> NEWS = List.of("ready", "left", "kept");

    private final Accounts accounts;
    private final OidcSignIn oidc;
    private final Templates html;

    SignInPages(Accounts accounts, OidcSignIn oidc, Templates html) {
        this.accounts = accounts;
        this.oidc = oidc;
        this.html = html;
    }

    @Open
    @GetMapping("/sign-in")
    JteModel page(Frame f, @RequestParam Map<String, String> said, HttpServletRequest request) {
        var demo = f.environment().isGenerated()
                ? accounts.demo().stream()
                        .sorted(Comparator.comparing(Account::role))
                        .toList()
                : List.<Account>of();
        var provider = oidc.isOffered() ? OidcSignIn.START + "/" + OidcSignIn.NAME : null;
        var problem = key(PROBLEMS, said);
        return html.accountsSignIn(f, problem, key(NEWS, said), problem == null ? "" : typed(request), provider, demo);
    }

    private static @Nullable String key(List<String> known, Map<String, String> said) {
        return known.stream()
                .filter(said::containsKey)
                .findFirst()
                .map(word -> "sign-in." + word)
                .orElse(null);
    }

    private static String typed(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SignIn.TYPED) instanceof String login ? login : "";
    }

    /** Reached from the provider's site; the browser goes on by itself. */
    @Open
    @GetMapping("/sign-in/arrived")
    JteModel arrived(
            Frame f, @RequestAttribute(name = OidcSignIn.WAITING, required = false) @Nullable Boolean waiting) {
        return html.accountsArrived(f, Boolean.TRUE.equals(waiting));
    }

    @Open
    @PostMapping("/language")
    ResponseEntity<Void> language(Frame f, @RequestParam String to, @RequestParam(defaultValue = "/") String back) {
        var language = "en".equals(to) ? "en" : "lv";
        if (f.actor() != null) {
            accounts.language(f.actor().account(), language);
        }
        return ResponseEntity.status(303)
                .header(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from("lang", language)
                                .path("/")
                                .httpOnly(true)
                                .secure(f.environment() != Environment.DEMO)
                                .sameSite("Strict")
                                .maxAge(Duration.ofDays(365))
                                .build()
                                .toString())
                .location(OwnPath.of(back))
                .build();
    }
}
