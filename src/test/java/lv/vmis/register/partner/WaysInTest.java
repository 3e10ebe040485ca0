package lv.vmis.register.partner;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.x509;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Systems show which one they are by tokens of a real issuer, and by certificates on real connections. */
@RegisterTest
class WaysInTest {

    private static final TokenIssuer ISSUER = new TokenIssuer();
    private static final Authority AUTHORITY = new Authority("Izdomāta iestāde");
    private static final Authority STRANGER = new Authority("Sveša iestāde");

    private final MockMvcTester mvc;
    private final AgreementSamples made;
    private final IssueKey issue;
    private final AcceptToken acceptToken;
    private final AcceptCertificate acceptCertificate;
    private final RevokeKey revoke;
    private final Agreements agreements;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final int port;
    private final Actor by = official("administrators");

    WaysInTest(
            MockMvcTester mvc,
            AgreementSamples made,
            IssueKey issue,
            AcceptToken acceptToken,
            AcceptCertificate acceptCertificate,
            RevokeKey revoke,
            Agreements agreements,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.mvc = mvc;
        this.made = made;
        this.issue = issue;
        this.acceptToken = acceptToken;
        this.acceptCertificate = acceptCertificate;
        this.revoke = revoke;
        this.agreements = agreements;
        this.samples = samples;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tls");
        var server = AUTHORITY.issue("localhost");
        var own = Authority.write(folder, "server.pem", server.pem());
        var secret = Authority.write(folder, "server.key", Authority.secretPem(server));
        var trusted = Authority.write(folder, "clients.pem", AUTHORITY.pem());
        settings.add("REGISTER_TLS", () -> "true");
        settings.add("REGISTER_TLS_CERTIFICATE", own::toString);
        settings.add("REGISTER_TLS_KEY", secret::toString);
        settings.add("REGISTER_TLS_CLIENTS", trusted::toString);
        settings.add("REGISTER_TLS_CLIENT_AUTH", () -> "want");
        settings.add("REGISTER_API_TOKEN_ISSUER", ISSUER::issuer);
        settings.add("REGISTER_API_TOKEN_AUDIENCE", () -> TokenIssuer.AUDIENCE);
        settings.add("REGISTER_API_TOKEN_JWKS", ISSUER::keys);
    }

    /** An agreement with one system, known by a token, a certificate and a key. */
    private record System(String number, UUID id, String subject, Authority.Issued certificate, String key) {
        String token() {
            return ISSUER.token(subject);
        }
    }

    private String agreed() {
        return made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
    }

    private System system() {
        var number = agreed();
        var subject = "client-of-" + number;
        var certificate = AUTHORITY.issue(number);
        var issued = as(by, () -> done(issue.run(new IssueKey.Input(number, "Sistēma"), by)));
        assertThat(accepted(number, "Sistēma", subject)).isEqualTo(issued.client());
        assertThat(accepted(number, "Sistēma", certificate)).isEqualTo(issued.client());
        return new System(number, issued.client(), subject, certificate, issued.key());
    }

    private UUID accepted(String number, String name, String subject) {
        return as(by, () -> done(acceptToken.run(new AcceptToken.Input(number, name, subject), by)));
    }

    private UUID accepted(String number, String name, Authority.Issued issued) {
        var certificate = ClientCertificate.read(issued.pem()).orElseThrow();
        return as(by, () -> done(acceptCertificate.run(new AcceptCertificate.Input(number, name, certificate), by)));
    }

    /** The status of a call, and what kind of problem it is. */
    private record Answer(int status, String problem, String authenticate) {}

    private Answer call(String number, Authority.@Nullable Issued shown, @Nullable String bearer, String... headers)
            throws Exception {
        try (var http =
                HttpClient.newBuilder().sslContext(AUTHORITY.client(shown)).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/v1/access"))
                    .header("X-Register-Permission", number)
                    .header("X-Register-Purpose", "CRIMINAL")
                    .header("X-Register-Case", "1");
            if (bearer != null) {
                request.header("Authorization", "Bearer " + bearer);
            }
            for (var i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().replaceFirst("(?s).*urn:vmis:register:problem:([a-z-]+).*", "$1"),
                    answer.headers().firstValue("WWW-Authenticate").orElse(""));
        }
    }

    private static Answer refused(String code) {
        return new Answer(401, code, "Bearer error=\"invalid_token\"");
    }

    private static final Answer IN = new Answer(204, "", "");

    private int denied(String actor, String code) {
        return samples.reading(() -> jdbc.sql(
                        "select count(*) from entry where decision = 'deny' and actor_name = :name and operation = :operation")
                .param("name", actor)
                .param("operation", "api " + code)
                .query(Integer.class)
                .single());
    }

    @Test
    void each_way_opens_the_door_and_a_name_given_again_is_the_same_system() throws Exception {
        var system = system();
        assertThat(call(system.number(), null, system.key())).isEqualTo(IN);
        assertThat(call(system.number(), null, system.token())).isEqualTo(IN);
        assertThat(call(system.number(), null, ISSUER.elliptic(system.subject())))
                .isEqualTo(IN);
        assertThat(call(system.number(), system.certificate(), null)).isEqualTo(IN);
        assertThat(call(system.number(), null, null)).isEqualTo(new Answer(401, "key-missing", "Bearer"));
        assertThat(refusals(as(
                        by,
                        () -> acceptToken.run(new AcceptToken.Input(system.number(), "Sistēma", "another-name"), by))))
                .containsExactly("NAME_TAKEN");
        assertThat(samples.entries(system.id(), AcceptToken.class)).isOne();
        assertThat(samples.entries(system.id(), AcceptCertificate.class)).isOne();
    }

    /** A token that must not be believed. */
    private record Wrong(String what, UnaryOperator<String> token) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Wrong changed(String what, Consumer<JWTClaimsSet.Builder> change) {
        return new Wrong(what, subject -> ISSUER.token(subject, change));
    }

    private static long in(long seconds) {
        return java.lang.System.currentTimeMillis() / 1000 + seconds;
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                changed(
                        "expired beyond the skew",
                        claims -> claims.claim("iat", in(-400)).claim("exp", in(-90))),
                changed("not yet valid", claims -> claims.claim("nbf", in(90))),
                changed("issued in the future", claims -> claims.claim("iat", in(90))),
                changed("of more than an hour", claims -> claims.claim("exp", in(3601))),
                changed("without an end", claims -> claims.claim("exp", null)),
                changed(
                        "of ten minutes without a beginning",
                        claims -> claims.claim("iat", null).claim("exp", in(600))),
                changed("of another issuer", claims -> claims.issuer("https://elsewhere.example")),
                changed("without an issuer", claims -> claims.issuer(null)),
                changed("for another audience", claims -> claims.audience("another")),
                changed("without an audience", claims -> claims.audience((String) null)),
                changed("that names nobody", claims -> claims.claim("client_id", null)),
                new Wrong(
                        "that names many",
                        subject -> ISSUER.token(
                                subject, claims -> claims.claim("client_id", List.of(subject, "another")))),
                changed("that names a stranger", claims -> claims.claim("client_id", "nobody")),
                new Wrong(
                        "that names it elsewhere",
                        subject -> ISSUER.token(
                                subject,
                                claims -> claims.claim("client_id", null).subject(subject))),
                new Wrong("signed by another", ISSUER::signedByAnother),
                new Wrong("signed with the public key", ISSUER::signedWithPublicKey),
                new Wrong("not signed", ISSUER::unsigned),
                new Wrong("of an algorithm not agreed", subject -> ISSUER.signedWith(subject, JWSAlgorithm.RS512)),
                new Wrong("of another type", subject -> ISSUER.ofType(subject, "dpop+jwt")),
                new Wrong("rewritten", subject -> {
                    var parts = ISSUER.token(subject).split("\\.", -1);
                    return parts[0] + "."
                            + ISSUER.token(subject, claims -> claims.claim("exp", in(900)))
                                    .split("\\.", -1)[1] + "." + parts[2];
                }),
                new Wrong("that is none", _ -> "a.b.c"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_token_that_is_not_to_be_believed_opens_nothing(Wrong wrong) throws Exception {
        var system = system();
        var before = denied("–", "token-invalid");
        assertThat(call(system.number(), null, wrong.token().apply(system.subject())))
                .isEqualTo(refused("token-invalid"));
        assertThat(denied("–", "token-invalid")).isEqualTo(before + 1);
    }

    @Test
    void clocks_may_differ_by_a_minute_and_a_token_may_live_an_hour() throws Exception {
        var system = system();
        for (var bounds : new long[][] {{-300, -40}, {40, 300}, {0, 3600}}) {
            var token = ISSUER.token(
                    system.subject(),
                    claims -> claims.claim("iat", in(bounds[0])).claim("exp", in(bounds[1])));
            assertThat(call(system.number(), null, token))
                    .as("%d %d", bounds[0], bounds[1])
                    .isEqualTo(IN);
        }
    }

    @Test
    void a_certificate_is_believed_as_registered_and_not_for_its_issuer_or_subject() throws Exception {
        var system = system();
        var sameSubject = AUTHORITY.issue(system.number());
        assertThat(call(system.number(), sameSubject, null)).isEqualTo(refused("certificate-unknown"));
        var stranger = STRANGER.issue(system.number());
        assertThatThrownBy(() -> call(system.number(), stranger, null)).isInstanceOf(IOException.class);
    }

    @Test
    void a_certificate_that_has_expired_is_refused_on_registering_and_at_the_door() throws Exception {
        var number = agreed();
        var old = AUTHORITY.issue("old", Instant.now().minus(Duration.ofMinutes(1)));
        var read = ClientCertificate.read(old.pem()).orElseThrow();
        assertThat(refusals(
                        as(by, () -> acceptCertificate.run(new AcceptCertificate.Input(number, "Sistēma", read), by))))
                .containsExactly("CERTIFICATE_EXPIRED");
        assertThatThrownBy(() -> call(number, old, null)).isInstanceOf(IOException.class);

        var soon = AUTHORITY.issue("soon", Instant.now().plus(Duration.ofSeconds(4)));
        accepted(number, "Sistēma", soon);
        assertThat(shown(number, soon)).isEqualTo(204);
        Thread.sleep(Duration.ofSeconds(5));
        // On a connection that was made before.
        assertThat(shown(number, soon)).isEqualTo(401);
    }

    private int shown(String number, Authority.Issued certificate) {
        return mvc.get()
                .uri("/api/v1/access")
                .with(x509(certificate.certificate()))
                .header("X-Register-Permission", number)
                .header("X-Register-Purpose", "CRIMINAL")
                .header("X-Register-Case", "1")
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void what_a_header_says_of_a_certificate_is_not_believed() throws Exception {
        var system = system();
        var pem = system.certificate().pem();
        var encoded = URLEncoder.encode(pem, StandardCharsets.UTF_8);
        for (var header : List.of("X-Forwarded-Client-Cert", "X-SSL-Cert", "SSL_CLIENT_CERT", "Client-Cert")) {
            for (var value : List.of(encoded, pem.replace("\n", " ").strip())) {
                assertThat(call(system.number(), null, null, header, value))
                        .isEqualTo(new Answer(401, "key-missing", "Bearer"));
            }
        }
    }

    @Test
    void all_that_is_shown_names_the_same_system() throws Exception {
        var mine = system();
        var other = system();
        assertThat(call(mine.number(), mine.certificate(), mine.key())).isEqualTo(IN);
        assertThat(call(mine.number(), mine.certificate(), mine.token())).isEqualTo(IN);
        assertThat(call(mine.number(), other.certificate(), mine.key())).isEqualTo(refused("systems-differ"));
        assertThat(call(mine.number(), mine.certificate(), other.token())).isEqualTo(refused("systems-differ"));
        assertThat(call(mine.number(), AUTHORITY.issue("unknown"), mine.key()))
                .isEqualTo(refused("certificate-unknown"));
        assertThat(call(mine.number(), mine.certificate(), "nobody")).isEqualTo(refused("key-unknown"));
        assertThat(call(mine.number(), mine.certificate(), ISSUER.token("nobody")))
                .isEqualTo(refused("token-invalid"));
    }

    @Test
    void a_system_that_is_revoked_is_refused_whatever_it_shows() throws Exception {
        var system = system();
        assertThat(call(system.number(), system.certificate(), system.token())).isEqualTo(IN);
        var security = official("drosiba");
        as(security, () -> done(revoke.run(new RevokeKey.Input(system.id(), "Noplūde"), security)));
        assertThat(call(system.number(), system.certificate(), null)).isEqualTo(refused("certificate-unknown"));
        assertThat(call(system.number(), null, system.token())).isEqualTo(refused("token-invalid"));
        assertThat(call(system.number(), null, system.key())).isEqualTo(refused("key-unknown"));
        assertThat(denied("Sistēma", "certificate-unknown")).isPositive();
        assertThat(refusals(as(
                        by,
                        () -> acceptToken.run(new AcceptToken.Input(system.number(), "Cita", system.subject()), by))))
                .containsExactly("SUBJECT_TAKEN");
        var certificate = ClientCertificate.read(system.certificate().pem()).orElseThrow();
        assertThat(refusals(as(
                        by,
                        () -> acceptCertificate.run(
                                new AcceptCertificate.Input(system.number(), "Cita", certificate), by))))
                .containsExactly("CERTIFICATE_TAKEN");
    }

    @Test
    void an_agreement_that_was_suspended_or_has_ended_closes_every_way() throws Exception {
        var suspended = system();
        made.suspend(suspended.number());
        var ended = system();
        var terms = AgreementSamples.terms(today.minusDays(2), "CRIMINAL");
        made.change(
                ended.number(),
                new Terms(
                        terms.legalBasis(),
                        terms.signedOn(),
                        terms.ways(),
                        terms.services(),
                        terms.attributes(),
                        terms.purposes(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        terms.validFrom(),
                        today.minusDays(1),
                        null,
                        null));
        for (var way : Way.values()) {
            assertThat(call(suspended, way)).isEqualTo(new Answer(403, "agreement-suspended", ""));
            assertThat(call(ended, way)).isEqualTo(new Answer(403, "agreement-ended", ""));
        }
    }

    private Answer call(System system, Way way) throws Exception {
        return switch (way) {
            case KEY -> call(system.number(), null, system.key());
            case TOKEN -> call(system.number(), null, system.token());
            case CERTIFICATE -> call(system.number(), system.certificate(), null);
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_way_the_agreement_does_not_name_is_closed_also_beside_one_that_it_names(Way agreedWay) throws Exception {
        var system = system();
        made.change(system.number(), AgreementSamples.terms(today, Set.of(agreedWay), "CRIMINAL"));
        for (var way : Way.values()) {
            assertThat(call(system, way)).isEqualTo(way == agreedWay ? IN : new Answer(403, "way-other", ""));
        }
        assertThat(call(system.number(), system.certificate(), system.token()).problem())
                .isEqualTo("way-other");
        for (var way : EnumSet.complementOf(EnumSet.of(agreedWay))) {
            assertThat(registering(system.number(), way)).containsExactly("WAY_NOT_AGREED");
        }
    }

    private List<String> registering(String number, Way way) {
        var certificate = ClientCertificate.read(AUTHORITY.issue("x").pem()).orElseThrow();
        return switch (way) {
            case KEY -> refusals(as(by, () -> issue.run(new IssueKey.Input(number, "Cita"), by)));
            case TOKEN -> refusals(as(by, () -> acceptToken.run(new AcceptToken.Input(number, "Cita", "cita"), by)));
            case CERTIFICATE ->
                refusals(as(
                        by, () -> acceptCertificate.run(new AcceptCertificate.Input(number, "Cita", certificate), by)));
        };
    }

    private UUID found(System system, Way way) {
        var found = switch (way) {
            case KEY -> agreements.byKey(system.key(), today);
            case TOKEN -> agreements.byToken(system.subject(), today);
            case CERTIFICATE -> agreements.byCertificate(system.certificate().certificate(), today);
        };
        return found.orElseThrow().id();
    }

    /** Looked up together, each is still answered for what it showed. */
    @Test
    void calls_that_come_together_are_told_apart() throws Exception {
        var systems = List.of(system(), system(), system());
        try (var pool = Executors.newFixedThreadPool(24)) {
            var asked = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 600; i++) {
                var system = systems.get(i % 3);
                var way = Way.values()[i / 3 % 3];
                asked.add(() -> found(system, way).equals(system.id()));
                asked.add(() -> agreements.byToken(system.key(), today).isEmpty()
                        && agreements.byKey(system.subject(), today).isEmpty());
            }
            for (var answer : pool.invokeAll(asked)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
