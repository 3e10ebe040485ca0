package lv.vmis.register.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a system of an institution meets at the door of the API, over the network as it comes. */
@RegisterTest
class AgreementsTest {

    private static final String BODY =
            "{\"nationality\": \"VNM\", \"birthDate\": \"1990-03-12\", \"familyName\": \"Nguyen\"}";
    private static final int LIMIT = 16 * 1024;

    private final AgreementSamples agreements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Flyway flyway;
    private final LocalDate today;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    AgreementsTest(
            AgreementSamples agreements,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Flyway flyway,
            Clock clock,
            @LocalServerPort int port) {
        this.agreements = agreements;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.flyway = flyway;
        this.today = LocalDate.now(clock);
        this.address = URI.create("http://localhost:" + port + "/api/v1/checks");
    }

    /** An agreement with one system, both of this test alone. */
    private record System(String number, String key) {}

    @Test
    void an_agreement_opens_the_door_on_its_first_and_last_day() throws Exception {
        var system = system(today);
        ends(system, today, today);
        assertThat(ask(system).statusCode()).isEqualTo(200);
        assertThat(looks(system)).isEqualTo(1);
    }

    @Test
    void an_agreement_that_ended_yesterday_is_refused() throws Exception {
        var system = system(today.minusYears(1));
        ends(system, today.minusYears(1), today.minusDays(1));
        assertRefused(system, ask(system), 403, "agreement-ended", "Vienošanās nav spēkā");
    }

    @Test
    void an_agreement_that_begins_tomorrow_is_refused() throws Exception {
        var system = system(today.plusDays(1));
        assertRefused(system, ask(system), 403, "agreement-ended", "Vienošanās nav spēkā");
    }

    @Test
    void a_blocked_system_learns_no_more_than_a_stranger() throws Exception {
        var system = system(today);
        owner("update client set blocked_at = now() where agreement = '" + system.number() + "'");
        var answer = ask(system);
        assertRefused(system, answer, 401, "key-unknown", null);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.body())
                .isEqualTo(ask(new System(system.number(), "nobody")).body());
    }

    @Test
    void a_number_no_agreement_has_is_refused() throws Exception {
        var system = system(today);
        var answer = ask(new System("NAV-1", system.key()));
        assertRefused(system, answer, 403, "permission-other", "Vienošanās numurs neatbilst sistēmai");
    }

    @Test
    void a_key_does_not_open_another_agreement() throws Exception {
        var mine = system(today);
        var other = system(today);
        var answer = ask(new System(other.number(), mine.key()));
        assertRefused(mine, answer, 403, "permission-other", "Vienošanās numurs neatbilst sistēmai");
        assertThat(looks(other)).isZero();
    }

    @Test
    void a_body_of_16_kilobytes_is_read_and_a_longer_one_is_not() throws Exception {
        var system = system(today);
        var longest = BODY + " ".repeat(LIMIT - BODY.length());
        assertThat(ask(system, BodyPublishers.ofString(longest)).statusCode()).isEqualTo(200);
        assertThat(looks(system)).isEqualTo(1);

        var longer = longest + " ";
        var unmeasured =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(longer.getBytes(StandardCharsets.UTF_8)));
        for (var body : List.of(
                BodyPublishers.ofString(longer), unmeasured, BodyPublishers.ofString("x".repeat(1024 * 1024)))) {
            assertProblem(ask(system, body), 413, "body-too-large", "Pieprasījuma saturs ir pārāk garš");
        }
        assertThat(looks(system)).isEqualTo(1);
    }

    private void assertRefused(
            System system, HttpResponse<String> answer, int status, String code, @Nullable String title)
            throws Exception {
        assertProblem(answer, status, code, title);
        assertThat(looks(system)).isZero();
        assertThat(refusals(system))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("operation", "api " + code)
                        .containsEntry("institution", "VP")
                        .containsEntry("name", system.number())
                        .containsEntry("address", "127.0.0.1"));
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code, @Nullable String title) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = json.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:vmis:register:problem:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotStartWith("[");
        if (title != null) {
            assertThat(problem.get("title").asString()).isEqualTo(title);
        }
        assertThat(answer.body()).doesNotContain("verdict", "Nguyen");
    }

    private System system(LocalDate from) {
        var number = agreements.agreed(AgreementSamples.terms(from, "CRIMINAL"));
        return new System(number, AgreementSamples.key(number));
    }

    private void ends(System system, LocalDate from, LocalDate day) {
        var terms = AgreementSamples.terms(from, "CRIMINAL");
        agreements.change(
                system.number(),
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
                        terms.networks(),
                        from,
                        day,
                        terms.eventsUrl(),
                        terms.contact()));
    }

    private HttpResponse<String> ask(System system) throws Exception {
        return ask(system, BodyPublishers.ofString(BODY));
    }

    private HttpResponse<String> ask(System system, BodyPublisher body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + system.key())
                        .header("X-Register-Permission", system.number())
                        .header("X-Register-Purpose", "CRIMINAL")
                        .header("X-Register-Case", "KP-1")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private int looks(System system) throws Exception {
        return Acting.as(
                Samples.guard(),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> jdbc.sql("select count(*) from entry where kind = 'look' and actor_name = :name")
                                .param("name", system.number())
                                .query(Integer.class)
                                .single())));
    }

    private List<Map<String, @Nullable Object>> refusals(System system) throws Exception {
        return Acting.as(
                Samples.guard(),
                () -> Objects.requireNonNull(transaction.execute(_ ->
                        jdbc.sql("""
                        select operation, institution, agreement as name, address
                          from entry
                         where decision = 'deny' and actor_name = :name
                        """).param("name", system.number()).query().listOfRows())));
    }

    private void owner(String sql) throws Exception {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
