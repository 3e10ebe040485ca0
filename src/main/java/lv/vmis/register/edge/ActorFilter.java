package lv.vmis.register.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    static final String OFFICIAL = ActorFilter.class.getName() + ".official";

    private final Officials officials;

    ActorFilter(Officials officials) {
        this.officials = officials;
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
        if (found.isEmpty()) {
            // The account was blocked or removed since the session began.
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        var official = found.get();
        request.setAttribute(OFFICIAL, official);
        var actor = new Actor(
                official.account(),
                official.name(),
                official.role(),
                official.institution(),
                official.unit(),
                null,
                sessionMark(request),
                request.getRemoteAddr(),
                Ids.next());
        as(actor, request, response, chain);
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

    private static Optional<UUID> signedIn() {
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
