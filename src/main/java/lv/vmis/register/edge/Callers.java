package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lv.vmis.register.edge.Clients.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Finds out which system calls, by all that it shows: a key or a token, and the certificate of its connection. Of a connection
 * that ends at a proxy there is no certificate: what a header says of one is not looked at.
 */
@Component
class Callers {

    private static final String BEARER = "Bearer ";

    /** Three parts: no key has a dot. */
    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    static final Denial NOTHING_SHOWN = new Denial(401, "key-missing");

    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    private final Clients clients;
    private final Tokens tokens;
    private final Clock clock;

    Callers(Clients clients, Tokens tokens, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Who calls.
     *
     * @param client that is known, also where it is turned away
     * @param ways by which it showed itself
     * @param denial why it is turned away
     */
    record Caller(
            @Nullable Client client,
            Set<Way> ways,
            @Nullable Denial denial) {}

    Caller of(HttpServletRequest request) {
        var day = LocalDate.now(clock);
        var ways = EnumSet.noneOf(Way.class);
        Client named = null;
        var bearer = bearer(request);
        if (bearer != null) {
            var isToken = TOKEN.matcher(bearer).matches();
            try {
                named = (isToken ? byToken(bearer, day) : clients.byKey(bearer, day)).orElse(null);
            } catch (Tokens.Unverified silent) {
                return new Caller(null, ways, new Denial(503, "token-unverified"));
            }
            if (named == null || named.blocked()) {
                return new Caller(named, ways, new Denial(401, isToken ? "token-invalid" : "key-unknown"));
            }
            ways.add(isToken ? Way.TOKEN : Way.KEY);
        }
        var certificate = certificate(request);
        if (certificate != null) {
            var pinned = isValid(certificate)
                    ? clients.byCertificate(certificate, day).orElse(null)
                    : null;
            if (pinned == null || pinned.blocked()) {
                return new Caller(pinned == null ? named : pinned, ways, new Denial(401, "certificate-unknown"));
            }
            if (named != null && !named.id().equals(pinned.id())) {
                return new Caller(named, ways, new Denial(401, "systems-differ"));
            }
            named = pinned;
            ways.add(Way.CERTIFICATE);
        }
        return new Caller(named, ways, named == null ? NOTHING_SHOWN : null);
    }

    private Optional<Client> byToken(String token, LocalDate day) {
        return tokens.subject(token).flatMap(subject -> clients.byToken(subject, day));
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var shown = authorization.substring(BEARER.length()).strip();
        return shown.isEmpty() ? null : shown;
    }

    private static @Nullable X509Certificate certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATE) instanceof X509Certificate[] chain && chain.length > 0
                ? chain[0]
                : null;
    }

    /** The connection was made before, perhaps long ago. */
    private boolean isValid(X509Certificate certificate) {
        var now = clock.instant();
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
