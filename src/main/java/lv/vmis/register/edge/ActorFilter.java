package lv.vmis.register.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes whoever has signed in the actor of the request, asking anew who he is and whether he may still come in. */
final class ActorFilter extends OncePerRequestFilter {

    /** As long as a shift: after it the official signs in anew, however busy he was. */
    private static final Duration LONGEST = Duration.ofHours(10);

    private final Officials officials;
    private final KeptForms kept;
    private final Clock clock;

    ActorFilter(Officials officials, KeptForms kept, Clock clock) {
        this.officials = officials;
        this.kept = kept;
        this.clock = clock;
    }

    /** Nobody in particular asks for these, so nobody is looked up. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/")
                || request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = signedIn();
        if (account.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var found = officials.find(account.get()).filter(official -> !official.blocked());
        if (found.isEmpty() || isOver(request.getSession(false))) {
            end(request, response);
            return;
        }
        var official = found.get();
        request.setAttribute(Officials.ATTRIBUTE, official);
        as(actor(official, request), request, response, chain);
    }

    static Actor actor(Officials.Official official, HttpServletRequest request) {
        return new Actor(
                official.account(),
                official.name(),
                official.role(),
                official.institution(),
                official.unit(),
                null,
                sessionMark(request),
                request.getRemoteAddr(),
                Ids.next());
    }

    static void as(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Acting.as(actor, () -> {
                chain.doFilter(request, response);
                return Boolean.TRUE;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private boolean isOver(@Nullable HttpSession session) {
        if (session == null) {
            return false;
        }
        var started = session.getAttribute(SessionMarks.STARTED) instanceof Long at ? at : session.getCreationTime();
        return clock.millis() - started > LONGEST.toMillis();
    }

    /** The shift is over, or the account was blocked or removed since the session began. */
    private void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (Security.isForPart(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            var isKept = kept.keep(request).isPresent();
            response.sendRedirect(request.getContextPath() + (isKept ? "/sign-in?kept" : "/sign-in?ended"));
        }
    }

    static Optional<UUID> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(authentication.getName()));
    }

    /** A mark that names the session without giving away its secret. */
    private static @Nullable String sessionMark(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? null
                : UUID.nameUUIDFromBytes(session.getId().getBytes(StandardCharsets.US_ASCII))
                        .toString();
    }
}
