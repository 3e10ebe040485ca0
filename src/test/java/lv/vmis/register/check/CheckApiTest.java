package lv.vmis.register.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegisterTest
class CheckApiTest {

    private static final Map<String, String> HEADERS = Map.of(
            "Authorization", "Bearer demo-key-of-the-state-police",
            "X-Register-Permission", "VP-2026-1",
            "X-Register-Purpose", "CRIMINAL",
            "X-Register-Case", "VP-11094001126");

    private final MockMvcTester mvc;
    private final Samples samples;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Flyway flyway;
    private final LikelyPersons likely;
    private final JsonMapper json = new JsonMapper();
    private final LocalDate today;

    CheckApiTest(
            MockMvcTester mvc,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Flyway flyway,
            LikelyPersons likely,
            Clock clock) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.samples = new Samples(jdbc, transactions, following);
        this.transaction = new TransactionTemplate(transactions);
        this.flyway = flyway;
        this.likely = likely;
        this.today = LocalDate.now(clock);
    }

    @Test
    void without_a_key_401() {
        assertProblem(send(body("X1"), without("Authorization")), 401, "key-missing");
    }

    @Test
    void with_an_unknown_key_401_and_a_denied_entry_in_the_journal() throws Exception {
        var before = denied("api key-unknown");
        assertProblem(send(body("X1"), with("Authorization", "Bearer nobody")), 401, "key-unknown");
        assertThat(denied("api key-unknown")).isEqualTo(before + 1);
    }

    @Test
    void without_agreement_purpose_or_case_403() {
        assertProblem(send(body("X1"), without("X-Register-Permission")), 403, "permission-missing");
        assertProblem(send(body("X1"), with("X-Register-Permission", "VP-2026-2")), 403, "permission-other");
        assertProblem(send(body("X1"), without("X-Register-Purpose")), 403, "purpose-missing");
        assertProblem(send(body("X1"), with("X-Register-Purpose", "VISA")), 403, "purpose-other");
        assertProblem(send(body("X1"), without("X-Register-Case")), 403, "case-missing");
        assertProblem(send(body("X1"), with("X-Register-Case", "x".repeat(101))), 403, "case-missing");
    }

    @Test
    void access_can_be_tried_without_asking_about_anybody() {
        assertThat(access(HEADERS)).isEqualTo(204);
        assertThat(access(with("X-Register-Purpose", "VISA"))).isEqualTo(403);
        assertThat(access(with("Authorization", "Bearer nobody"))).isEqualTo(401);
    }

    private int access(Map<String, String> headers) {
        return mvc.get()
                .uri("/api/v1/access")
                .headers(set -> headers.forEach(set::set))
                .exchange()
                .getResponse()
                .getStatus();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "{\"nationality\": \"VNM\", \"nationality\": \"IND\"}",
                "{\"nationality\": \"VNM\", \"surname\": \"Nguyen\"}",
                "{\"document\": {\"number\": \"X1\", \"type\": \"P\"}}",
                "{\"nationality\": \"VNM\"} {}"
            })
    void with_an_unreadable_body_400(String body) {
        assertProblem(send(body, HEADERS), 400, "unreadable");
    }

    @Test
    void with_another_method_405_and_another_format_415() {
        var request = mvc.get().uri("/api/v1/checks");
        HEADERS.forEach(request::header);
        assertProblem(request.exchange(), 405, "method");
        var form = mvc.post()
                .uri("/api/v1/checks")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("a=b");
        HEADERS.forEach(form::header);
        assertProblem(form.exchange(), 415, "media-type");
    }

    @Test
    void with_mistakes_422_and_every_field_named() {
        var answer = send(
                "{\"document\": {\"number\": \"--\"}, \"nationality\": \"QQQ\", \"birthDate\": \"31.02.1990.\"}",
                HEADERS);
        assertProblem(answer, 422, "refused");
        assertThat(read(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("document.number", "nationality", "birthDate");
        assertThat(read(send("{}", HEADERS)).get("errors").get(0).get("field").asString())
                .isEqualTo("mrz");
        assertThat(read(send("{\"mrz\": \"P<\"}", HEADERS))
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("check.refusal.not-a-zone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mrz               | {"mrz": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"}
                    mrz               | {"mrz": "I<UTOD231458907<<<<<<<<<<<<<<<\\n7408122F1204159UTO<<<<<<<<<<<6\\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"}
                    nationality       | {"document": {"number": "L898902C3"}, "nationality": "UTO", "birthDate": "1974-08-12"}
                    nationality       | {"document": {"number": "L898902C3"}, "nationality": "Utopija", "birthDate": "1974-08-12"}
                    document.issuer   | {"document": {"number": "L898902C3", "issuer": "UTO"}, "nationality": "VNM", "birthDate": "1974-08-12"}
                    """)
    void a_specimen_document_is_refused_in_words(String field, String body) {
        var answer = send(body, HEADERS);
        assertProblem(answer, 422, "refused");
        var error = read(answer).get("errors");
        assertThat(error).hasSize(1);
        assertThat(error.get(0).get("field").asString()).isEqualTo(field);
        assertThat(error.get(0).get("code").asString()).isEqualTo("check.refusal.specimen");
        assertThat(error.get(0).get("message").asString()).contains("dokumenta paraugs");
    }

    @Test
    void a_ban_is_told_with_dates_and_without_identity_and_is_in_the_journal() throws Exception {
        var number = number();
        var person = samples.banned("Secretname", "Hidden", "1990-03-12", "VNM", today.minusYears(1), 36);
        samples.document(person, number, "VNM");

        var answer = send(body(number), HEADERS);

        assertThat(answer).hasStatus(200).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        var told = read(answer);
        assertThat(told.get("verdict").asString()).isEqualTo("BAN");
        assertThat(told.get("reasons")).isEmpty();
        var ban = told.get("bans").get(0);
        assertThat(ban.get("territory").asString()).isEqualTo("SCH");
        assertThat(ban.get("from").asString()).isEqualTo(today.minusYears(1).toString());
        assertThat(ban.get("until").asString())
                .isEqualTo(today.minusYears(1).plusMonths(36).toString());
        assertThat(ban.get("indefinite").asBoolean()).isFalse();
        assertThat(text(answer)).doesNotContainIgnoringCase("secretname").doesNotContain("Hidden", person.toString());

        var entry = entry(UUID.fromString(told.get("journalNumber").asString()));
        assertThat(entry)
                .containsEntry("purpose", "CRIMINAL")
                .containsEntry("case_ref", "VP-11094001126")
                .containsEntry("agreement", "VP-2026-1")
                .containsEntry("verdict", "BAN")
                .containsEntry("asked", number)
                .containsEntry("person", person.toString());
    }

    @Test
    void the_journal_keeps_by_what_weights_names_were_compared() throws Exception {
        var mrz = "P<VNMERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36VNM7408122F1204159ZE184226B<<<<<10";
        var named = read(send("{\"mrz\": \"" + mrz + "\"}", HEADERS));
        var unnamed = read(send(body(number()), HEADERS));

        assertThat(entry(UUID.fromString(named.get("journalNumber").asString())))
                .containsEntry("weights", likely.weights());
        assertThat(entry(UUID.fromString(unnamed.get("journalNumber").asString())))
                .containsEntry("weights", null);
    }

    @Test
    void language_follows_what_the_caller_accepts() {
        assertThat(read(send(body(number()), HEADERS)).get("instruction").asString())
                .contains("robežpārbaudi");
        assertThat(read(send(body(number()), with("Accept-Language", "en")))
                        .get("instruction")
                        .asString())
                .contains("border check");
    }

    @Test
    void nothing_is_told_when_the_journal_cannot_be_written() throws Exception {
        var number = number();
        var person = samples.banned("Secretname", "Hidden", "1990-03-12", "VNM", today.minusYears(1), 36);
        samples.document(person, number, "VNM");
        owner("revoke insert on entry from register_app");
        try {
            var answer = send(body(number), HEADERS);
            assertProblem(answer, 503, "journal-closed");
            assertThat(text(answer)).doesNotContain(number, "BAN", "1990").doesNotContainIgnoringCase("secretname");
        } finally {
            owner("grant insert on entry to register_app");
        }
        assertThat(send(body(number), HEADERS)).hasStatus(200);
    }

    @Test
    void answers_have_the_shape_the_description_promises() {
        var number = number();
        var person = samples.banned("Nguyen", "Van An", "1990-03-12", "VNM", today.minusYears(1), null);
        samples.document(person, number, "VNM");
        var described = description();
        var schemas = described.get("components").get("schemas");
        assertShape(schemas.get("CheckResult"), schemas, read(send(body(number), HEADERS)), "CheckResult");
        assertShape(schemas.get("CheckResult"), schemas, read(send(body(number()), HEADERS)), "CheckResult");
        assertShape(schemas.get("Problem"), schemas, read(send("{}", HEADERS)), "Problem");
        assertShape(schemas.get("Problem"), schemas, read(send("{", HEADERS)), "Problem");
        assertShape(schemas.get("Problem"), schemas, read(send("{}", without("Authorization"))), "Problem");
        var promised = described
                .get("paths")
                .get("/api/v1/checks")
                .get("post")
                .get("responses")
                .propertyNames();
        assertThat(promised).contains("200", "400", "401", "403", "405", "413", "415", "422", "500", "503");
    }

    /** Every member is described, every required one is there, and each is of a type it may have. */
    private static void assertShape(JsonNode schema, JsonNode schemas, JsonNode value, String at) {
        var ref = schema.get("$ref");
        if (ref != null) {
            var name = ref.asString().substring("#/components/schemas/".length());
            assertShape(Objects.requireNonNull(schemas.get(name), name), schemas, value, at);
            return;
        }
        var types = schema.get("type").isArray()
                ? schema.get("type").valueStream().map(JsonNode::asString).toList()
                : List.of(schema.get("type").asString());
        assertThat(types).as(at).contains(typeOf(value));
        if (value.isObject()) {
            var described = schema.get("properties").propertyNames();
            assertThat(described).as(at).containsAll(value.propertyNames());
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asString()))
                            .as(at + "." + name)
                            .isTrue());
            value.properties()
                    .forEach(member -> assertShape(
                            schema.get("properties").get(member.getKey()),
                            schemas,
                            member.getValue(),
                            at + "." + member.getKey()));
        }
        if (value.isArray()) {
            value.forEach(item -> assertShape(schema.get("items"), schemas, item, at + "[]"));
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream().map(JsonNode::asString))
                    .as(at)
                    .contains(value.asString());
        }
        if (schema.has("format") && value.isString()) {
            var pattern = switch (schema.get("format").asString()) {
                case "date" -> "\\d{4}-\\d{2}-\\d{2}";
                case "date-time" -> "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*Z";
                case "uuid" -> "[0-9a-f-]{36}";
                default -> ".*";
            };
            assertThat(value.asString()).as(at).matches(Pattern.compile(pattern));
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> "integer";
            case NULL -> "null";
            default -> "string";
        };
    }

    private JsonNode description() {
        return read(mvc.get().uri("/api/v1/openapi.json").exchange());
    }

    private static String number() {
        return Samples.number();
    }

    private static String body(String number) {
        return """
                {"document": {"number": "%s", "issuer": "VNM"}, "nationality": "VNM", "birthDate": "1990-03-12"}
                """.formatted(number);
    }

    private static Map<String, String> without(String header) {
        var headers = new java.util.HashMap<>(HEADERS);
        headers.remove(header);
        return headers;
    }

    private static Map<String, String> with(String header, String value) {
        var headers = new java.util.HashMap<>(HEADERS);
        headers.put(header, value);
        return headers;
    }

    private MvcTestResult send(String body, Map<String, String> headers) {
        var request = mvc.post()
                .uri("/api/v1/checks")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        headers.forEach(request::header);
        return request.exchange();
    }

    private void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = read(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:vmis:register:problem:" + code);
        assertThat(problem.get("title").asString()).isNotBlank().doesNotStartWith("[");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
    }

    private JsonNode read(MvcTestResult answer) {
        return json.readTree(text(answer));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void owner(String sql) throws Exception {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int denied(String operation) throws Exception {
        return Acting.as(
                Samples.guard(),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> jdbc.sql("select count(*) from entry where operation = :operation and decision = 'deny'")
                                .param("operation", operation)
                                .query(Integer.class)
                                .single())));
    }

    private Map<String, @Nullable Object> entry(UUID id) throws Exception {
        return Acting.as(
                Samples.guard(),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> jdbc.sql("""
                select purpose, case_ref, agreement, payload ->> 'verdict' as verdict,
                       payload ->> 'weights' as weights, search_data ->> 'number' as asked,
                       persons[1]::text as person
                  from entry
                 where id = :id
                """).param("id", id).query().singleRow())));
    }
}
