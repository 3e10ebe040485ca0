package lv.vmis.register.legacy.staging;

import static lv.vmis.register.legacy.staging.StagingSamples.csv;
import static lv.vmis.register.support.PlainBrowser.location;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old registers in a browser without scripts. */
@RegisterTest
class OldFilePagesTest {

    /** More than any other form may send. */
    private static final int LARGE = 120 << 20;

    private final StagingSamples samples;
    private final Incoming incoming;
    private final JdbcClient jdbc;
    private final int port;

    OldFilePagesTest(StagingSamples samples, Incoming incoming, JdbcClient jdbc, @LocalServerPort int port) {
        this.samples = samples;
        this.incoming = incoming;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void a_steward_opens_a_taking_over_puts_a_file_sees_its_rows_and_takes_it_out() {
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        browser.get("/old-registers/new");
        var load = location(
                browser.post("/old-registers", Map.of("register", "LGM", "kind", "FULL", "note", "Vēstule Nr. 7")));
        assertThat(load).startsWith("/old-registers/");
        browser.get(load + "/file");
        var id = load.substring("/old-registers/".length());
        var nothing = browser.postFiles("/old-registers/files", Map.of("load", id, "sheet", "Lapa"), List.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("value=\"Lapa\"");

        browser.get(load + "/file");
        var content = csv(120, Ids.next().toString());
        var sent = browser.postFiles(
                "/old-registers/files", Map.of("load", id), List.of(new PlainBrowser.Sent("izraksts 1.csv", content)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo(load);
        soon(() -> browser.get(load).body().contains("badge--ok"));

        var file = samples.reading(() -> jdbc.sql("select id from old_file where load_id = :load")
                .param("load", UUID.fromString(id))
                .query(UUID.class)
                .single());
        var here = "/old-registers/files/" + file;
        assertThat(browser.get(here).body()).contains("izraksts 1.csv");
        var rows = browser.get(here + "/rows").body();
        assertThat(rows).contains("/rows/50\"", "?after=50").doesNotContain("/rows/51\"");
        assertThat(browser.get(here + "/rows?after=100").body())
                .contains("/rows/120\"")
                .doesNotContain("rel=\"next\"");
        assertThat(browser.get(here + "/rows/3").body()).contains("Lēmums; \"2\"");
        assertThat(browser.get(here + "/profile").body()).contains("DATNE");
        assertThat(browser.get(here + "/profile/3").body()).contains("LEMUMS");
        assertThat(browser.get(here + "/profile/99").statusCode()).isEqualTo(404);
        assertThat(looks(file)).contains("old-register.rows", "old-register.profile", "old-register.file");

        browser.get(here);
        assertThat(browser.post(here + "/take-out", Map.of("why", "")).statusCode())
                .isEqualTo(422);
        browser.get(here);
        assertThat(location(browser.post(here + "/take-out", Map.of("why", "Nav īstā"))))
                .isEqualTo(load);
        assertThat(browser.get(here).body()).contains("Nav īstā");
    }

    @Test
    void a_file_larger_than_any_other_form_is_taken_and_nobody_else_gets_in() {
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        var load = samples.load(OldRegister.LGM);
        browser.get("/old-registers/" + load + "/file");
        var content = new byte[LARGE];
        java.util.Arrays.fill(content, (byte) ';');

        var sent = browser.postFiles(
                "/old-registers/files",
                Map.of("load", load.toString()),
                List.of(new PlainBrowser.Sent("liela.csv", content)));

        assertThat(sent.statusCode()).isEqualTo(303);
        var guard = new PlainBrowser(port);
        guard.signIn("sargs");
        assertThat(guard.get("/old-registers").statusCode()).isEqualTo(403);
    }

    @Test
    void what_a_stopped_process_left_behind_goes_with_the_next_file_and_what_is_awaited_stays() throws IOException {
        var load = samples.load(OldRegister.LGM);
        var left = arrived();
        var awaited = arrived();
        var now = arrived();
        samples.reading(
                () -> jdbc.sql("""
                        insert into old_file (id, load_id, name, size, sha256, wish, put_by, put_by_name, put_at)
                        select :id, :load, 'gaida.csv', 1, encode(sha256(cast(:id as text)::bytea), 'hex'), '{}', id, name, now()
                          from account
                         limit 1
                        """).param("id", awaited).param("load", load).update());
        for (var id : List.of(left, awaited)) {
            Files.setLastModifiedTime(
                    incoming.path(id), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        browser.get("/old-registers/" + load + "/file");

        var sent = browser.postFiles(
                "/old-registers/files",
                Map.of("load", load.toString()),
                List.of(new PlainBrowser.Sent("nākamā.csv", csv(2, Ids.next().toString()))));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(List.of(left, awaited, now)).extracting(incoming::has).containsExactly(false, true, true);
        List.of(awaited, now).forEach(incoming::forget);
    }

    private UUID arrived() throws IOException {
        return incoming.take(Ids.next(), new ByteArrayInputStream(new byte[] {1}))
                .id();
    }

    private List<String> looks(UUID file) {
        return samples.reading(() -> jdbc.sql(
                        "select distinct operation from entry where purpose = 'MIGRATION' and search_data::text like '%' || :file || '%'")
                .param("file", file.toString())
                .query(String.class)
                .list());
    }
}
