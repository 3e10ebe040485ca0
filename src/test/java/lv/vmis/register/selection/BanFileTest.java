package lv.vmis.register.selection;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of bans leaves as a file with a mark and an entry, to whoever may take it, and only so long. */
@RegisterTest
// A register of its own: a list of more than a thousand would be a burden to other tests.
@TestPropertySource(properties = "spring.application.name=banned-lists")
class BanFileTest {

    private static final int MANY = 1_001;

    /** As many as are written in the time that a statement has. */
    private static final int PART = 100;

    private final MockMvcTester mvc;
    private final DecisionSamples samples;
    private final BanSamples bans;
    private final JdbcClient jdbc;
    private final Actor caseworker = official("lietvede");
    private final Actor decider = official("pmlp.vaditajs");

    BanFileTest(MockMvcTester mvc, DecisionSamples samples, BanSamples bans, JdbcClient jdbc) {
        this.mvc = mvc;
        this.samples = samples;
        this.bans = bans;
        this.jdbc = jdbc;
    }

    private MvcTestResult post(String login, String path, Map<String, String> typed) {
        var request = mvc.post()
                .uri(path)
                .with(user(official(login).account().toString()))
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void the_file_says_who_took_it_out_and_the_journal_knows_it_first() {
        var person = samples.withoutReturn(official("inspektore"));
        bans.signed(person, caseworker, decider);
        bans.forever(caseworker);
        post("lietvede", "/purpose", Map.of("purpose", "DECISION", "reason", "Pārskats", "back", "/"));
        var page = mvc.get()
                .uri("/bans/file?territory=LV&term=INDEFINITE")
                .with(user(official("lietvede").account().toString()))
                .exchange();
        assertThat(page).hasStatusOk();
        assertThat(body(page)).contains("name=\"territory\" value=\"LV\"", "name=\"term\" value=\"INDEFINITE\"");

        var file = post("lietvede", "/bans/file", Map.of("territory", "LV", "term", "INDEFINITE"));
        assertThat(file).hasStatusOk();
        var lines = body(file).lines().toList();
        var entry = samples.reading(
                () -> jdbc.sql("select id from entry where operation = 'ban.file' order by at desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(lines.getFirst()).contains("Izsniegts: ", entry, "Mērķis: ", "Latvija", "uz nenoteiktu laiku");
        assertThat(lines.get(1)).startsWith("\"Persona\";");
        assertThat(body(file)).contains("NEVĒLAMAIS Igors").doesNotContain("Aziz");
        assertThat(lines.getLast()).contains("Beigas. Rindu skaits: " + (lines.size() - 3));
    }

    @Test
    void a_spreadsheet_has_the_same_mark_and_the_same_lines() throws IOException {
        bans.forever(caseworker);
        post("lietvede", "/purpose", Map.of("purpose", "DECISION", "reason", "Pārskats", "back", "/"));
        var asked = Map.of("term", "INDEFINITE");
        var csv = body(post("lietvede", "/bans/file", asked)).lines().toList();
        var file = post("lietvede", "/bans/file", Map.of("term", "INDEFINITE", "format", "XLSX"));
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains(".xlsx");
        var entry = samples.reading(
                () -> jdbc.sql("select id from entry where operation = 'ban.file' order by at desc limit 1")
                        .query(String.class)
                        .single());
        var sheet = sheet(file.getResponse().getContentAsByteArray());

        assertThat(sheet).contains("Izsniegts: ", entry, "Mērķis: ", "NEVĒLAMAIS Igors", "Beigas. Rindu skaits: ");
        assertThat(sheet.split("<row ", -1)).hasSize(csv.size() + 1);
        assertThat(body(post("analitike", "/bans/file", Map.of("term", "INDEFINITE", "format", "?"))))
                .startsWith("\uFEFF\"Izsniegts: ");
    }

    private static String sheet(byte[] file) throws IOException {
        // As spreadsheets read it: by the directory at its end.
        var path = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(path, file);
            try (var zip = new ZipFile(path.toFile());
                    var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return Pattern.compile("&#x([0-9a-fA-F]+);")
                        .matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8))
                        .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)));
            }
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void an_analyst_gets_no_names_and_whoever_may_not_select_gets_nothing() {
        bans.forever(caseworker);
        var file = post("analitike", "/bans/file", Map.of("term", "INDEFINITE"));
        assertThat(file).hasStatusOk();
        assertThat(body(file)).doesNotContain("NEVĒLAMAIS").contains("Baltkrievija");
        assertThat(post("inspektore", "/bans/file", Map.of())).hasStatus(403);
    }

    @Test
    void a_long_list_does_not_leave_by_one_official() {
        bans.forever(caseworker);
        post("lietvede", "/purpose", Map.of("purpose", "DECISION", "reason", "Pārskats", "back", "/"));
        for (var first = 1; first <= MANY; first += PART) {
            var from = first;
            samples.reading(() -> jdbc.sql(DECISIONS)
                    .param("from", from)
                    .param("to", from + PART - 1)
                    .update());
            samples.reading(() -> jdbc.sql(BANS).update());
        }
        var answer = post("lietvede", "/bans/file", Map.of("decider", "AM_KONSULS"));
        assertThat(answer).hasStatus(422);
        assertThat(body(answer))
                .contains("vairāk nekā 1", "/persons/selections")
                .doesNotContain("NEVĒLAMAIS");
        assertThat(samples.reading(() -> jdbc.sql(
                                "select count(*) from entry where operation = 'ban.file' and result_count > 1000")
                        .query(Integer.class)
                        .single()))
                .isZero();
        // The page counts honestly.
        var page = mvc.get()
                .uri("/bans?decider=AM_KONSULS")
                .with(user(official("lietvede").account().toString()))
                .exchange();
        assertThat(body(page)).contains("Vairāk nekā 1", "decider=AM_KONSULS&amp;after=");
    }

    private static final String DECISIONS = """
            insert into decision (id, person_id, kind, institution, decider, unit, legal_basis, reasons, prepared_by, prepared_at,
                                  signed_at, decided_on, served_on, number)
            select gen_random_uuid(), d.person_id, d.kind, d.institution, 'AM_KONSULS', d.unit, d.legal_basis, d.reasons,
                   d.prepared_by, d.prepared_at, d.signed_at, d.decided_on, d.served_on, d.number || '-' || n
              from (select * from decision where decider = 'AM_MINISTRS' limit 1) d, generate_series(:from, :to) n
            """;

    private static final String BANS = """
            insert into ban (id, decision_id, person_id, territory, legal_basis, term_months, starts, noted_by, noted_at)
            select gen_random_uuid(), d.id, d.person_id, 'LV', 'IL2002-61-3-1', 12, 'DECISION', d.prepared_by, d.prepared_at
              from decision d
             where d.decider = 'AM_KONSULS' and not exists (select 1 from ban b where b.decision_id = d.id)
            """;
}
