package lv.vmis.register.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.training.DemoAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;

/** Who may select what, what of it he is shown and given, and what the journal keeps of it. */
@RegisterTest
// A register of its own: a list of more than a thousand would be a burden to other tests.
@TestPropertySource(properties = "spring.application.name=selected-lists")
class SelectionPagesTest {

    private static final String LONG = "TUV";
    private static final String SHORT = "NRU";
    private static final int MANY = 1_040;

    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final DecisionSamples database;
    private final Samples samples;

    SelectionPagesTest(
            MockMvcTester mvc, JdbcClient jdbc, DecisionSamples database, PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.database = database;
        this.samples = new Samples(jdbc, transactions);
    }

    @BeforeEach
    void a_long_list_and_a_short_one() {
        if (count("select count(*) from person") > 0) {
            return;
        }
        for (var n = 0; n < 3; n++) {
            var person = samples.person("Kanārijputniņš", "=1+" + n, "1991-04-0" + (n + 2), SHORT);
            samples.document(person, "SLEPENS" + n, SHORT);
        }
        database.reading(() -> {
            jdbc.sql(PEOPLE).param("many", MANY).update();
            jdbc.sql(IDENTITIES).update();
            return jdbc.sql(NATIONALITIES).param("country", LONG).update();
        });
    }

    @Test
    void the_purpose_is_asked_before_a_list_and_each_page_is_a_look() {
        database.reading(() -> jdbc.sql("delete from stated_purpose").update());
        var list = select("lietvedis", Map.of("nationality", List.of(SHORT)));
        var first = get("lietvedis", list);
        assertThat(first).hasStatus(303);
        assertThat(location(first)).startsWith("/purpose?").contains("back=");
        statePurpose("lietvedis");
        var before = looks("selection.list");
        assertThat(get("lietvedis", list)).hasStatusOk().bodyText().contains("KANĀRIJPUTNIŅŠ", "=1+0", "02.04.1991.");
        assertThat(looks("selection.list")).isEqualTo(before + 1);
        assertThat(database.reading(() -> jdbc.sql(LAST_LOOK)
                        .param("operation", "selection.list")
                        .query()
                        .singleRow()))
                .containsEntry("result_count", 3)
                .containsEntry("persons", 3)
                .containsEntry("purpose", "DECISION")
                .hasEntrySatisfying(
                        "data", data -> assertThat(String.valueOf(data)).contains("Nauru"));
    }

    @Test
    void an_analyst_is_shown_no_name_on_a_page_and_none_in_a_file() {
        var list = select("analitike", Map.of("nationality", List.of(SHORT)));
        var page = get("analitike", list);
        assertThat(page).hasStatusOk().bodyText().contains("1991", "Nauru");
        var file = post("analitike", list + "/file", Map.of());
        assertThat(file).hasStatusOk();
        for (var answer : List.of(body(page), body(file))) {
            assertThat(answer)
                    .doesNotContainIgnoringCase("kanārijputniņš")
                    .doesNotContain("=1+", "SLEPENS", "04.1991", "P-000", "/persons/0");
        }
        assertThat(body(file)).contains("Statistika").contains("\"1991\"");
        var forced = select(
                "analitike",
                Map.of(
                        "columns", List.of("NAME", "NUMBER", "BORN", "DOCUMENT", "DECISION", "WARNING"),
                        "sort", List.of("NAME"),
                        "nationality", List.of(SHORT)));
        assertThat(body(get("analitike", forced + "?sort=NAME"))).doesNotContainIgnoringCase("kanārijputniņš");
        assertThat(body(post("analitike", forced + "/file", Map.of("sort", List.of("NAME")))))
                .doesNotContainIgnoringCase("kanārijputniņš")
                .doesNotContain("SLEPENS");
        for (var field : List.of("born-from", "warning", "unaccompanied", "duplicate")) {
            assertThat(post("analitike", "/persons/selections", Map.of(field, List.of("01.01.1990."))))
                    .as(field)
                    .hasStatus(422);
        }
        assertThat(body(get("analitike", "/persons/selections")))
                .doesNotContain("name=\"born-from\"", "name=\"warning\"", "value=\"NAME\"");
    }

    @Test
    void a_list_is_of_who_asked_for_it() {
        var list = select("analitike", Map.of("nationality", List.of(SHORT)));
        assertThat(get("lietvede", list)).hasStatus(404);
        assertThat(post("lietvede", list + "/file", Map.of())).hasStatus(404);
        for (var stranger : List.of("inspektore", "auditore", "sargs", "konsuls", "administrators")) {
            assertThat(get(stranger, list)).as(stranger).hasStatus(403);
            assertThat(post(stranger, "/persons/selections", Map.of()))
                    .as(stranger)
                    .hasStatus(403);
        }
    }

    @Test
    void a_file_says_who_took_it_out_and_under_which_number() {
        statePurpose("lietvede");
        var list = select(
                "lietvede",
                Map.of("nationality", List.of(SHORT), "columns", List.of("NUMBER", "NAME"), "sort", List.of("NAME")));
        var file = post("lietvede", list + "/file", Map.of());
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentType()).startsWith("text/csv");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        var text = body(file);
        assertThat(text).startsWith("\uFEFF\"Izsniegts: Zane Vītola,");
        var lines = text.lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).contains("Mērķis: Lēmuma sagatavošana, Pārbaude", "Nauru");
        assertThat(lines.get(1)).isEqualTo("\"Numurs\";\"Vārds un uzvārds\"");
        assertThat(lines.subList(2, 5))
                .allSatisfy(line -> assertThat(line).matches("\"P-\\d{7}\";\"KANĀRIJPUTNIŅŠ =1\\+\\d\""));
        assertThat(lines.getLast()).isEqualTo("\"Beigas. Rindu skaits: 3\"");
        var entry = Pattern.compile("Žurnāla ieraksts: ([0-9a-f-]{36})").matcher(text);
        assertThat(entry.find()).isTrue();
        assertThat(count("select count(*) from entry where id = '" + UUID.fromString(entry.group(1))
                        + "' and operation = 'selection.file' and cardinality(persons) = 3"))
                .isOne();
    }

    @Test
    void the_file_of_a_long_list_needs_another_official() {
        statePurpose("lietvede");
        var list = select("lietvede", Map.of("nationality", List.of(LONG)));
        assertThat(body(get("lietvede", list))).contains("Atlasītas 1").doesNotContain("Lejupielādēt CSV");
        var before = looks("selection.file");
        assertThat(post("lietvede", list + "/file", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("vairāk nekā 1\u00a0000 rindu");
        assertThat(post("lietvede", list + "/request", key(Map.of()))).hasStatus(422);
        var request =
                location(post("lietvede", list + "/request", key(Map.of("reason", List.of("Ikgadējais pārskats")))));
        assertThat(request).startsWith("/persons/exports/");
        var id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));

        assertThat(post("lietvede", request + "/file", Map.of()))
                .as("before approval")
                .hasStatus(404);
        assertThat(post("lietvede", request + "/approve", version(0)))
                .as("by who may not")
                .hasStatus(403);
        assertThat(get("lietvedis", request)).as("somebody else's").hasStatus(404);
        assertThat(body(get("pmlp.vaditajs", "/persons/exports"))).contains("Ikgadējais pārskats");
        assertThat(body(get("pmlp.vaditajs", "/"))).contains("Apstiprinājumu gaida 1 saraksta pieprasījums.");
        assertThat(body(get("lietvede", "/"))).doesNotContain("Apstiprinājumu gaida");
        assertThat(body(get("pmlp.vaditajs", request)))
                .contains("1\u00a0040", "Tuvalu", "Zane Vītola")
                .doesNotContain("MASVEIDA");
        assertThat(post("pmlp.vaditajs", request + "/approve", version(7))).hasStatus(422);
        assertThat(post("pmlp.vaditajs", request + "/approve", version(0))).hasStatus(303);
        assertThat(post("parzine", request + "/approve", version(1)))
                .as("twice")
                .hasStatus(422);
        assertThat(database.entries(id, RequestExport.class)).isOne();
        assertThat(database.entries(id, ApproveExport.class)).isOne();

        assertThat(post("pmlp.vaditajs", request + "/file", Map.of()))
                .as("not his")
                .hasStatus(404);
        var file = post("lietvede", request + "/file", Map.of());
        assertThat(file).hasStatusOk();
        assertThat(body(file).lines()).hasSize(MANY + 3);
        assertThat(looks("selection.file")).isEqualTo(before + 1);

        database.reading(() -> jdbc.sql("update export set decided_at = decided_at - interval '8 days' where id = :id")
                .param("id", id)
                .update());
        assertThat(post("lietvede", request + "/file", Map.of()))
                .as("after a week")
                .hasStatus(404);
    }

    @Test
    void nobody_approves_his_own_request_and_a_declined_one_stays_shut() {
        statePurpose("parzine");
        var list = select("parzine", Map.of("nationality", List.of(LONG)));
        var request = location(post("parzine", list + "/request", key(Map.of("reason", List.of("Datu kvalitāte")))));
        assertThat(post("parzine", request + "/approve", version(0)))
                .hasStatus(422)
                .bodyText()
                .contains("apstiprina cita amatpersona");
        var id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));
        assertThatThrownBy(() ->
                        database.reading(() -> jdbc.sql("""
                        update export set answer = 'APPROVED', decided_by = requested_by, decided_at = now()
                         where id = :id""").param("id", id).update()))
                .hasCauseInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("export_four_eyes");
        assertThat(post("pmlp.vaditajs", request + "/decline", version(0)))
                .as("without a reason")
                .hasStatus(422);
        var declined = new LinkedHashMap<>(version(0));
        declined.put("reason", List.of("Par plašu"));
        assertThat(post("pmlp.vaditajs", request + "/decline", declined)).hasStatus(303);
        assertThat(body(get("parzine", request))).contains("Noraidīts", "Par plašu");
        assertThat(post("parzine", request + "/file", Map.of())).hasStatus(404);
    }

    @Test
    void what_is_typed_never_becomes_a_statement() {
        statePurpose("lietvedis");
        var hostile = List.of(
                "' or 1=1 --", "UZB'); drop table person; --", "$1", ":nationality", "{0}", "M\u0000", "%", "null");
        for (var typed : hostile) {
            for (var field : Field.values()) {
                for (var end : List.of("", "-from", "-to")) {
                    assertThat(post("lietvedis", "/persons/selections", Map.of(field.path() + end, List.of(typed))))
                            .as("%s%s=%s", field.path(), end, typed)
                            .satisfies(answer ->
                                    assertThat(answer.getResponse().getStatus()).isIn(303, 422));
                }
            }
            var list = select("lietvedis", Map.of("sort", List.of(typed), "columns", List.of(typed, "NAME")));
            assertThat(get("lietvedis", list + "?sort=NEWEST")).hasStatusOk();
            assertThat(post("lietvedis", list + "/file", Map.of("sort", List.of(typed))))
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getStatus()).isEqualTo(422));
        }
        assertThat(get("lietvedis", select("lietvedis", Map.of()) + "?after=' or 1=1"))
                .hasStatus(404);
        assertThat(count("select count(*) from person")).isEqualTo(MANY + 3L);
    }

    @Test
    void the_pages_of_a_list_lead_to_one_another() {
        statePurpose("lietvedis");
        var next = select("lietvedis", Map.of("nationality", List.of(LONG), "sort", List.of("NAME")));
        var link = Pattern.compile("rel=\"next\"[^>]*href=\"([^\"]+)\"");
        var person = Pattern.compile("href=\"/persons/([0-9a-f-]{36})\"");
        var seen = new java.util.LinkedHashSet<String>();
        var pages = 0;
        while (next != null) {
            var page = body(get("lietvedis", next));
            person.matcher(page).results().map(found -> found.group(1)).forEach(seen::add);
            var more = link.matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
            pages++;
        }
        assertThat(pages).isEqualTo((MANY + 49) / 50);
        assertThat(seen).hasSize(MANY);
    }

    private String select(String login, Map<String, List<String>> fields) {
        var answer = post(login, "/persons/selections", fields);
        assertThat(answer).hasStatus(303);
        return location(answer);
    }

    private void statePurpose(String login) {
        assertThat(post(
                        login,
                        "/purpose",
                        Map.of("purpose", List.of("DECISION"), "reason", List.of("Pārbaude"), "back", List.of("/"))))
                .hasStatus(303);
    }

    private static Map<String, List<String>> key(Map<String, List<String>> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("key", List.of(Ids.next().toString()));
        return all;
    }

    private static Map<String, List<String>> version(int version) {
        return key(Map.of("version", List.of(String.valueOf(version))));
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get()
                .uri(java.net.URI.create(path.replace(" ", "%20").replace("'", "%27")))
                .with(user(id(login)))
                .exchange();
    }

    private MvcTestResult post(String login, String path, Map<String, List<String>> fields) {
        var request = mvc.post().uri(path).with(user(id(login))).with(csrf());
        fields.forEach((name, values) -> values.forEach(value -> request.param(name, value)));
        return request.exchange();
    }

    private static String id(String login) {
        return Stream.of(DemoAccounts.ALL)
                .flatMap(List::stream)
                .filter(demo -> demo.login().equals(login))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location")).replaceFirst("^http://localhost(:\\d+)?", "");
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int looks(String operation) {
        return (int) count("select count(*) from entry where kind = 'look' and operation = '" + operation + "'");
    }

    private long count(String sql) {
        return database.reading(() -> jdbc.sql(sql).query(Long.class).single());
    }

    static final String LAST_LOOK = """
            select result_count, cardinality(persons) as persons, purpose, search_data::text as data
              from entry where kind = 'look' and operation = :operation
             order by at desc, id desc limit 1
            """;

    static final String PEOPLE = """
            insert into person (id, head_id, entered_at, entered_by, institution, unit)
            select made.id, made.id, now(), gen_random_uuid(), 'VRS', 'VRS_RIGA_IMIGRACIJA'
              from (select gen_random_uuid() as id from generate_series(1, :many)) made
            """;

    static final String IDENTITIES = """
            insert into identity (id, person_id, kind, family_name, given_names, name_key, sex, birth_date, birth_earliest,
                                  birth_latest, source, noted_at, noted_by)
            select gen_random_uuid(), p.id, 'PRIMARY', 'Masveida' || p.number % 9, 'Vārds' || p.number, 'x', 'F',
                   '1980-01-01', '1980-01-01', '1980-01-01', 'DOCUMENT', now(), gen_random_uuid()
              from person p
             where not exists (select 1 from identity i where i.person_id = p.id)
            """;

    static final String NATIONALITIES = """
            insert into nationality (identity_id, country, type)
            select i.id, :country, 'CITIZEN'
              from identity i
             where not exists (select 1 from nationality n where n.identity_id = i.id)
            """;
}
