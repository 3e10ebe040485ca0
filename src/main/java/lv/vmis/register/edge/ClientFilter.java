package lv.vmis.register.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the system of an institution call the API: what shows which one it is, its agreement in force, the agreement's number, a
 * purpose the agreement allows, and the case. Keys are looked up by their hash, so the time of the answer tells nothing about them.
 */
final class ClientFilter extends OncePerRequestFilter {

    static final String PURPOSE = ClientFilter.class.getName() + ".purpose";
    static final String CLIENT = ClientFilter.class.getName() + ".client";
    static final String PERMISSION_HEADER = "X-Register-Permission";
    static final String PURPOSE_HEADER = "X-Register-Purpose";
    static final String CASE_HEADER = "X-Register-Case";

    static final String RECEIPT_HEADER = "X-Register-Receipt";

    /** What anybody may read: the description of the API, and the keys that verify its receipts. */
    private static final Set<String> FOR_ANYONE = Set.of(ApiDescription.PATH, "/api/v1/receipts/keys");

    private static final int LONGEST_CASE = 100;

    private final Callers callers;
    private final Clients clients;
    private final Clock clock;
    private final Problems problems;
    private final Denials denials;
    private final Countersign countersign;

    ClientFilter(
            Callers callers,
            Clients clients,
            Clock clock,
            Problems problems,
            Denials denials,
            Countersign countersign) {
        this.callers = callers;
        this.clients = clients;
        this.clock = clock;
        this.problems = problems;
        this.denials = denials;
        this.countersign = countersign;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FOR_ANYONE.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = callers.of(request);
        var client = caller.client();
        var actor = client == null ? Denials.nobody(request.getRemoteAddr()) : actor(client, request);
        if (caller.denial() != null || client == null) {
            turnAway(request, response, actor, Objects.requireNonNull(caller.denial(), "nobody is let in unknown"));
            return;
        }
        var denial = denial(
                client,
                caller.ways(),
                request,
                clock.instant().atZone(RegisterClock.RIGA).toLocalTime());
        if (denial != null) {
            turnAway(request, response, actor, denial);
            return;
        }
        var purpose = new Purpose(header(request, PURPOSE_HEADER), header(request, CASE_HEADER), null);
        var beyond = clients.count(client, purpose.code(), 1, clock.instant());
        if (beyond.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(beyond.get().seconds()));
            turnAway(request, response, actor, new Denial(429, MoreQuestions.code(beyond.get())));
            return;
        }
        request.setAttribute(PURPOSE, purpose);
        request.setAttribute(CLIENT, client);
        answer(actor, client, purpose, request, response, chain);
    }

    /** Holds the answer back until its receipt is made: data leave with it or not at all. */
    private void answer(
            Actor actor,
            Clients.Client client,
            Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var asked = new ContentCachingRequestWrapper(request, BodyLimit.MOST);
        var answered = new ContentCachingResponseWrapper(response);
        ActorFilter.as(actor, asked, answered, chain);
        if (answered.getStatus() == HttpServletResponse.SC_OK) {
            var receipt = countersign.receipt(new Countersign.Call(
                    actor.request(),
                    client.id(),
                    client.agreement(),
                    purpose,
                    request.getMethod() + " " + request.getRequestURI(),
                    asked.getContentAsByteArray(),
                    answered.getStatus(),
                    answered.getContentAsByteArray()));
            answered.setHeader(
                    RECEIPT_HEADER,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(receipt.getBytes(StandardCharsets.UTF_8)));
        }
        answered.copyBodyToResponse();
    }

    private static @Nullable Denial denial(
            Clients.Client client, Set<Way> ways, HttpServletRequest request, LocalTime now) {
        var permission = header(request, PERMISSION_HEADER);
        if (permission.isEmpty()) {
            return new Denial(403, "permission-missing");
        }
        if (!permission.equals(client.agreement())) {
            return new Denial(403, "permission-other");
        }
        if (!client.inForce()) {
            return new Denial(403, "agreement-ended");
        }
        if (client.suspended()) {
            return new Denial(403, "agreement-suspended");
        }
        if (!client.ways().containsAll(ways)) {
            return new Denial(403, "way-other");
        }
        if (!client.networks().isEmpty()
                && client.networks().stream()
                        .noneMatch(network -> new IpAddressMatcher(network).matches(request.getRemoteAddr()))) {
            return new Denial(403, "network-other");
        }
        if (!client.isOpenAt(now)) {
            return new Denial(403, "outside-hours");
        }
        var purpose = header(request, PURPOSE_HEADER);
        if (purpose.isEmpty()) {
            return new Denial(403, "purpose-missing");
        }
        if (!client.purposes().contains(purpose)) {
            return new Denial(403, "purpose-other");
        }
        var caseRef = header(request, CASE_HEADER);
        var isReadable = !caseRef.isEmpty()
                && caseRef.length() <= LONGEST_CASE
                && caseRef.chars().noneMatch(Character::isISOControl);
        return isReadable ? null : new Denial(403, "case-missing");
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, Actor by, Denial denial)
            throws IOException {
        if (denial.status() == 401) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    denial.equals(Callers.NOTHING_SHOWN) ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        denials.record(by, "api " + denial.code());
        problems.write(request, response, denial.status(), denial.code());
    }

    private static Actor actor(Clients.Client client, HttpServletRequest request) {
        return new Actor(
                client.id(),
                client.name(),
                null,
                client.institution(),
                client.institution(),
                client.agreement(),
                null,
                request.getRemoteAddr(),
                Ids.next());
    }

    /** What stands in the header, or nothing; a header given twice says nothing certain. */
    private static String header(HttpServletRequest request, String name) {
        var values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? asWritten(values.getFirst()).strip() : "";
    }

    /** Servers read headers as ISO 8859-1; who writes Latvian sends UTF-8. */
    private static String asWritten(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(header)))
                    .toString();
        } catch (CharacterCodingException other) {
            return header;
        }
    }
}
