package lv.vmis.register.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the system of an institution call the API: its key, its agreement in force, and the agreement's number in the request. */
final class ClientFilter extends OncePerRequestFilter {

    static final String CLIENT = ClientFilter.class.getName() + ".client";
    static final String PERMISSION = "X-Register-Permission";

    private final Clients clients;
    private final Clock clock;
    private final Problems problems;

    ClientFilter(Clients clients, Clock clock, Problems problems) {
        this.clients = clients;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/v1/openapi.json");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(request, response, 401, "key-missing");
            return;
        }
        var found = clients.byKey(authorization.substring("Bearer ".length()).strip(), LocalDate.now(clock));
        if (found.isEmpty() || found.get().blocked()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.write(request, response, 401, "key-unknown");
            return;
        }
        var client = found.get();
        var permission = request.getHeader(PERMISSION);
        if (permission == null || permission.isBlank()) {
            problems.write(request, response, 403, "permission-missing");
            return;
        }
        if (!permission.strip().equals(client.agreement())) {
            problems.write(request, response, 403, "permission-other");
            return;
        }
        if (!client.inForce()) {
            problems.write(request, response, 403, "agreement-ended");
            return;
        }
        request.setAttribute(CLIENT, client);
        var actor = new Actor(
                client.id(),
                client.name(),
                null,
                client.institution(),
                client.institution(),
                client.agreement(),
                null,
                request.getRemoteAddr(),
                Ids.next());
        ActorFilter.as(actor, request, response, chain);
    }
}
