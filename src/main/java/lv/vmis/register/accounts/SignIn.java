package lv.vmis.register.accounts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.KeptForms;
import lv.vmis.register.edge.WayIn;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Signing in with a local account: name, password and, outside demo and training, a code that works once. Every try is in
 * the journal, and five wrong ones in a row make the account wait.
 */
@Component
class SignIn implements AuthenticationProvider, WayIn {

    /** Session attribute: what was typed as the name, for the page to show again. */
    static final String TYPED = "register.typed-login";

    private final Accounts accounts;
    private final Credentials credentials;
    private final Strangers strangers;
    private final Arrivals arrivals;
    private final KeptForms kept;
    private final SecretBox box;
    private final PasswordEncoder passwords;
    private final EdgeSettings installation;
    private final Clock clock;
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();
    /** Compared when the account is unknown, so that the answer takes as long. */
    private final String nobodysHash;

    SignIn(
            Accounts accounts,
            Credentials credentials,
            Strangers strangers,
            Arrivals arrivals,
            KeptForms kept,
            SecretBox box,
            PasswordEncoder passwords,
            EdgeSettings installation,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.strangers = strangers;
        this.arrivals = arrivals;
        this.kept = kept;
        this.box = box;
        this.passwords = passwords;
        this.installation = installation;
        this.clock = clock;
        this.nobodysHash = passwords.encode(Ids.next().toString());
    }

    /** The code travels beside name and password, and stays out of the session. */
    private record Code(String typed) {}

    @Override
    public void open(HttpSecurity http) {
        http.formLogin(form -> form.loginPage("/sign-in")
                .loginProcessingUrl("/sign-in")
                .usernameParameter("login")
                .passwordParameter("password")
                .authenticationDetailsSource(request -> new Code(orEmpty(request.getParameter("code"))))
                .successHandler(this::welcome)
                .failureHandler(this::refuse));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        var password = PasswordRules.normal(String.valueOf(given.getCredentials()));
        var login = given.getName().strip().toLowerCase(Locale.ROOT);
        var found = accounts.byLogin(login);
        var id = found.map(Account::id).orElse(Arrivals.NOBODY);
        var mayTry = credentials.mayTry(id) | (found.isEmpty() && strangers.mayTry(login));
        var secrets = credentials.of(id);
        var hash = secrets.map(Credentials.Secrets::passwordHash).orElse(null);
        var matches = passwords.matches(password, hash == null ? nobodysHash : hash);
        if (!mayTry) {
            throw new LockedException("wait");
        }
        if (found.isEmpty() || secrets.isEmpty() || hash == null || !matches) {
            throw new BadCredentialsException("wrong");
        }
        if (!installation.env().isGenerated() && !isSecondFactor(id, secrets.get(), given.getDetails())) {
            throw new BadCredentialsException("wrong code");
        }
        switch (Admission.of(found.get(), installation.env(), LocalDate.now(clock))) {
            case WELCOME -> {}
            case BLOCKED -> throw new DisabledException("blocked");
            case TRAINING_OVER -> throw new CredentialsExpiredException("training");
        }
        return session(id);
    }

    /** What a session keeps: the account and nothing else. */
    static UsernamePasswordAuthenticationToken session(UUID id) {
        var token = UsernamePasswordAuthenticationToken.authenticated(id.toString(), null, List.of());
        token.setDetails("");
        return token;
    }

    private boolean isSecondFactor(UUID id, Credentials.Secrets secrets, @Nullable Object details) {
        var sealed = secrets.totpSecret();
        if (sealed == null || !(details instanceof Code(var typed))) {
            return false;
        }
        var step =
                box.open("totp " + id, sealed).map(secret -> Totp.matching(Totp.bytes(secret), typed, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && credentials.useStep(id, step.get().getAsLong());
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        request.getSession().removeAttribute(TYPED);
        var id = UUID.fromString(authentication.getName());
        arrivals.welcome(request, id);
        if (kept.isWaitingFor(id, request)) {
            response.sendRedirect(request.getContextPath() + "/kept");
        } else {
            onwards.onAuthenticationSuccess(request, response, authentication);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var login = orEmpty(request.getParameter("login"));
        arrivals.refused(request, accounts.byLogin(login).map(Account::id).orElse(null));
        if (login.length() <= 100) {
            request.getSession().setAttribute(TYPED, login);
        }
        response.sendRedirect(request.getContextPath() + "/sign-in?" + reason(failure));
    }

    private static String reason(AuthenticationException failure) {
        return switch (failure) {
            case LockedException _ -> "wait";
            case DisabledException _ -> "blocked";
            case CredentialsExpiredException _ -> "training";
            case BadCredentialsException _ -> "wrong";
            default -> throw failure;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
