package lv.vmis.register.accounts;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An official's own account: what he may do, where he is signed in, and his password. */
@RestController
class ProfilePages {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final ChangePassword changePassword;
    private final EndOtherSessions endOtherSessions;
    private final PasswordEncoder passwords;
    private final Units units;
    private final Templates html;

    ProfilePages(
            Accounts accounts,
            Credentials credentials,
            Sessions sessions,
            ChangePassword changePassword,
            EndOtherSessions endOtherSessions,
            PasswordEncoder passwords,
            Units units,
            Templates html) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.changePassword = changePassword;
        this.endOtherSessions = endOtherSessions;
        this.passwords = passwords;
        this.units = units;
        this.html = html;
    }

    @Allow(Right.SIGNED_IN)
    @GetMapping("/profile")
    JteModel page(
            Frame f, Actor by, @RequestParam(required = false) @Nullable String done, HttpServletRequest request) {
        var news = "password".equals(done) || "sessions".equals(done) ? "profile.done-" + done : null;
        return page(f, by, news, Mistakes.NONE, request);
    }

    private JteModel page(Frame f, Actor by, @Nullable String news, Mistakes mistakes, HttpServletRequest request) {
        var account = accounts.byId(by.account()).orElseThrow();
        var rights = Arrays.stream(Right.values()).filter(by::may).toList();
        return html.accountsProfile(
                f,
                account,
                units.institutionName(account.institution(), f.language()),
                rights,
                sessions.of(account.id(), id(request)),
                !account.demo() && hash(by) != null,
                news,
                mistakes);
    }

    @Allow(Right.SIGNED_IN)
    @PostMapping("/profile/sessions/end")
    ResponseEntity<?> endOthers(Actor by, HttpServletRequest request) {
        endOtherSessions.run(new EndOtherSessions.Input(id(request)), by);
        return to("/profile?done=sessions");
    }

    @Allow(Right.SIGNED_IN)
    @PostMapping("/profile/password")
    ResponseEntity<?> password(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        var mistakes = mistakes(by, current, password, again);
        if (mistakes.isEmpty()) {
            var hash = passwords.encode(PasswordRules.normal(password));
            switch (changePassword.run(new ChangePassword.Input(hash, id(request)), by)) {
                case Outcome.Done<Integer> _ -> {
                    return to("/profile?done=password");
                }
                case Outcome.Refused<Integer>(var reasons) -> mistakes = reasons;
            }
        }
        return ResponseEntity.unprocessableContent().body(page(f, by, null, new Mistakes(mistakes), request));
    }

    /** The current password is asked again, so that nobody changes it on a device left alone; tries are counted. */
    private List<Refusal> mistakes(Actor by, String current, String password, String again) {
        var hash = hash(by);
        if (hash == null) {
            return List.of(Refusal.of(AccountsRefusal.NOT_LOCAL));
        }
        if (current.isEmpty()) {
            return List.of(Refusal.at("current", EdgeRefusal.REQUIRED));
        }
        if (!credentials.mayTry(by.account())) {
            return List.of(Refusal.of(AccountsRefusal.WAIT));
        }
        if (!passwords.matches(PasswordRules.normal(current), hash)) {
            return List.of(Refusal.at("current", AccountsRefusal.PASSWORD_WRONG));
        }
        credentials.proven(by.account());
        var mistakes = new ArrayList<Refusal>();
        PasswordRules.refusal("password", password, accounts.byId(by.account()).orElseThrow())
                .ifPresent(mistakes::add);
        if (mistakes.isEmpty() && !password.equals(again)) {
            mistakes.add(Refusal.at("again", AccountsRefusal.PASSWORDS_DIFFER));
        }
        return List.copyOf(mistakes);
    }

    private @Nullable String hash(Actor by) {
        return credentials
                .of(by.account())
                .map(Credentials.Secrets::passwordHash)
                .orElse(null);
    }

    private static @Nullable String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private static ResponseEntity<?> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
