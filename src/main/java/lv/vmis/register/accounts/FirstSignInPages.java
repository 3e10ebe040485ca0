package lv.vmis.register.accounts;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Open;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The first sign-in: the code from the administrator and a password of one's own, then the second factor. Nothing is
 * stored until both are proven; between the two pages the session holds them sealed.
 */
@RestController
class FirstSignInPages {

    private static final String PENDING = "register.first-sign-in";
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Credentials credentials;
    private final Strangers strangers;
    private final SetUpAccount setUpAccount;
    private final SecretBox box;
    private final PasswordEncoder passwords;
    private final EdgeSettings installation;
    private final Clock clock;
    private final Templates html;

    FirstSignInPages(
            Accounts accounts,
            Credentials credentials,
            Strangers strangers,
            SetUpAccount setUpAccount,
            SecretBox box,
            PasswordEncoder passwords,
            EdgeSettings installation,
            Clock clock,
            Templates html) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.strangers = strangers;
        this.setUpAccount = setUpAccount;
        this.box = box;
        this.passwords = passwords;
        this.installation = installation;
        this.clock = clock;
        this.html = html;
    }

    /** Everything proven on the first page, and the secret the second page shows. */
    private record Pending(UUID account, String setupCodeHash, String passwordHash, String secret, long until) {

        String text() {
            return String.join("\n", account.toString(), setupCodeHash, passwordHash, secret, Long.toString(until));
        }

        static Pending of(String text) {
            var lines = text.split("\n");
            return new Pending(UUID.fromString(lines[0]), lines[1], lines[2], lines[3], Long.parseLong(lines[4]));
        }
    }

    @Open
    @GetMapping("/sign-in/first")
    JteModel page(Frame f) {
        return html.accountsFirstSignIn(f, FirstSignInForm.EMPTY, Mistakes.NONE);
    }

    @Open
    @PostMapping("/sign-in/first")
    ResponseEntity<?> prove(
            Frame f,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String setupCode,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        var form = FirstSignInForm.of(login, setupCode, password, again);
        return switch (proven(form)) {
            case Outcome.Refused<Account>(var reasons) -> refused(f, form, reasons);
            case Outcome.Done<Account>(var account) -> {
                var hash = passwords.encode(PasswordRules.normal(password));
                var setupHash = SetupCode.typed(form.setupCode()).hash();
                if (installation.env().isGenerated()) {
                    yield take(f, account, new SetUpAccount.Input(setupHash, hash, null, 0), request);
                }
                var pending = new Pending(
                        account.id(),
                        setupHash,
                        hash,
                        Totp.base32(Totp.secret()),
                        clock.instant().plus(LIFE).toEpochMilli());
                request.getSession().setAttribute(PENDING, box.seal(PENDING, pending.text()));
                yield to("/sign-in/first/code");
            }
        };
    }

    /** Says which field is wrong only as far as it tells a stranger nothing about the account. */
    private Outcome<Account> proven(FirstSignInForm form) {
        var mistakes = new ArrayList<Refusal>();
        required(mistakes, "login", form.login());
        required(mistakes, "setupCode", form.setupCode());
        required(mistakes, "password", form.password());
        if (!mistakes.isEmpty()) {
            return Outcome.refused(mistakes);
        }
        var login = form.login().toLowerCase(Locale.ROOT);
        var found = accounts.byLogin(login);
        var id = found.map(Account::id).orElse(Arrivals.NOBODY);
        if (!(credentials.mayTry(id) | (found.isEmpty() && strangers.mayTry(login)))) {
            return Outcome.refused(AccountsRefusal.WAIT);
        }
        var secrets = credentials.of(id);
        var code = SetupCode.typed(form.setupCode());
        var hash = secrets.map(Credentials.Secrets::setupCodeHash).orElse("");
        var until = secrets.map(Credentials.Secrets::setupUntil).orElse(null);
        if (found.isEmpty()
                || !code.matches(hash)
                || until == null
                || until.isBefore(clock.instant())
                || found.get().isBlocked()) {
            return Outcome.refused(List.of(Refusal.at("setupCode", AccountsRefusal.SETUP_WRONG)));
        }
        credentials.proven(id);
        PasswordRules.refusal("password", form.password(), found.get()).ifPresent(mistakes::add);
        if (mistakes.isEmpty() && !form.password().equals(form.again())) {
            mistakes.add(Refusal.at("again", AccountsRefusal.PASSWORDS_DIFFER));
        }
        return mistakes.isEmpty() ? Outcome.done(found.get()) : Outcome.refused(mistakes);
    }

    private static void required(List<Refusal> mistakes, String field, String typed) {
        if (typed.isEmpty()) {
            mistakes.add(Refusal.at(field, EdgeRefusal.REQUIRED));
        }
    }

    @Open
    @GetMapping("/sign-in/first/code")
    ResponseEntity<?> secondFactor(Frame f, HttpServletRequest request) {
        return pending(request)
                .<ResponseEntity<?>>map(pending -> ResponseEntity.ok(secret(f, pending, Mistakes.NONE)))
                .orElseGet(() -> to("/sign-in/first"));
    }

    @Open
    @PostMapping("/sign-in/first/code")
    ResponseEntity<?> finish(Frame f, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var pending = pending(request).orElse(null);
        if (pending == null) {
            return to("/sign-in/first");
        }
        var step = Totp.matching(Totp.bytes(pending.secret()), code, clock.instant());
        if (step.isEmpty()) {
            var wrong = new Mistakes(List.of(Refusal.at("code", AccountsRefusal.CODE_WRONG)));
            return ResponseEntity.unprocessableContent().body(secret(f, pending, wrong));
        }
        var account = accounts.byId(pending.account()).orElseThrow();
        var sealed = box.seal("totp " + account.id(), pending.secret());
        return take(
                f,
                account,
                new SetUpAccount.Input(pending.setupCodeHash(), pending.passwordHash(), sealed, step.getAsLong()),
                request);
    }

    private ResponseEntity<?> take(Frame f, Account account, SetUpAccount.Input in, HttpServletRequest request) {
        var actor = account.actor(request.getRemoteAddr());
        request.getSession().removeAttribute(PENDING);
        return switch (Arrivals.as(actor, () -> setUpAccount.run(in, actor))) {
            case Outcome.Done<UUID> _ -> to("/sign-in?ready");
            case Outcome.Refused<UUID>(var reasons) -> refused(f, FirstSignInForm.EMPTY, reasons);
        };
    }

    private Optional<Pending> pending(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PENDING) instanceof String sealed)) {
            return Optional.empty();
        }
        return box.open(PENDING, sealed).map(Pending::of).filter(pending -> pending.until() > clock.millis());
    }

    private JteModel secret(Frame f, Pending pending, Mistakes mistakes) {
        var login = accounts.byId(pending.account()).orElseThrow().login();
        var grouped = pending.secret().replaceAll("(.{4})(?=.)", "$1 ");
        return html.accountsSecondFactor(
                f, grouped, Totp.link(f.t("frame.short-name"), login, pending.secret()), mistakes);
    }

    private ResponseEntity<?> refused(Frame f, FirstSignInForm form, List<Refusal> reasons) {
        return ResponseEntity.unprocessableContent().body(html.accountsFirstSignIn(f, form, new Mistakes(reasons)));
    }

    private static ResponseEntity<?> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
