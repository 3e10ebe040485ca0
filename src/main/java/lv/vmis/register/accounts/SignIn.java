package lv.vmis.register.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in with a local account. Every try is in the journal, and five wrong ones in a row make the account wait. */
@Component
class SignIn implements AuthenticationProvider, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final int TRIES = 5;
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();
    /** Compared when the account is unknown, so that the answer takes as long. */
    private final String nobodysHash;

    SignIn(
            Accounts accounts,
            PasswordEncoder passwords,
            Journal journal,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.nobodysHash = passwords.encode(Ids.next().toString());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        var password = String.valueOf(given.getCredentials());
        var account = accounts.byLogin(given.getName());
        if (account.isEmpty()) {
            passwords.matches(password, nobodysHash);
            throw new BadCredentialsException("unknown");
        }
        var id = account.get().id();
        var credentials = accounts.credentials(id);
        var now = clock.instant();
        if (credentials.lockedUntil() != null && credentials.lockedUntil().isAfter(now)) {
            throw new LockedException("wait");
        }
        var hash = credentials.passwordHash() == null ? nobodysHash : credentials.passwordHash();
        if (!passwords.matches(password, hash) || account.get().isBlocked()) {
            failed(id, credentials.failedTries() + 1, now);
            throw new BadCredentialsException("wrong");
        }
        return UsernamePasswordAuthenticationToken.authenticated(id.toString(), null, List.of());
    }

    private void failed(UUID id, int tries, Instant now) {
        transaction.executeWithoutResult(_ -> accounts.failed(id, tries, tries >= TRIES ? now.plus(WAIT) : null));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        var id = UUID.fromString(authentication.getName());
        record(request, id, "sign-in", true);
        transaction.executeWithoutResult(_ -> accounts.signedIn(id, clock.instant()));
        onwards.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var login = request.getParameter("login");
        var account =
                login == null ? null : accounts.byLogin(login).map(Account::id).orElse(null);
        record(request, account, "sign-in", false);
        response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong"));
    }

    private void record(HttpServletRequest request, @Nullable UUID id, String operation, boolean allowed) {
        var account = id == null ? null : accounts.byId(id).orElse(null);
        var actor = account == null
                ? new Actor(NOBODY, "–", null, "–", "–", null, null, request.getRemoteAddr(), Ids.next())
                : new Actor(
                        account.id(),
                        account.name(),
                        account.role(),
                        account.institution(),
                        account.unit(),
                        null,
                        null,
                        request.getRemoteAddr(),
                        Ids.next());
        try {
            Acting.as(actor, () -> transaction.execute(_ -> journal.record(actor, Entry.access(operation, allowed))));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final UUID NOBODY = new UUID(0, 0);
}
