package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.PlainBrowser.Sent;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Sending files of a person with a browser: which are kept, which are told to be wrong, and the search for malware. */
@RegisterTest
@ExtendWith(OutputCaptureExtension.class)
class FileUploadTest extends FileVisits {

    private final StandInClamd scanner;
    private final Quarantine quarantine;

    FileUploadTest(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DecisionSamples decisions,
            StandInClamd scanner,
            Quarantine quarantine,
            @LocalServerPort int port) {
        super(jdbc, transactions, decisions, port);
        this.scanner = scanner;
        this.quarantine = quarantine;
    }

    @Test
    void good_files_of_a_form_are_kept_and_bad_ones_are_named() {
        var person = person();
        var browser = at("inspektore", person);
        browser.get("/persons/" + person + "/files/new");
        var locked = SomeFile.lockedPdf("x");
        var files = List.of(
                new Sent("Lēmums Nr. 1.pdf", SomeFile.pdf(2)),
                new Sent("slēgts.pdf", locked),
                new Sent("pase.jpg", SomeFile.jpeg(800, 600)),
                new Sent("tukšs.pdf", new byte[0]),
                new Sent("liels.pdf", SomeFile.largePdf(27 << 20)),
                new Sent("gpj\u202Efdp.pdf", SomeFile.pdf(1)),
                new Sent("parakstīts.edoc", SomeFile.zip(SomeFile.edoc())));
        var form = Map.of(
                "kind",
                "CASE_DOCUMENT",
                "source",
                "PERSON",
                "datedOn",
                "rīt",
                "key",
                UUID.randomUUID().toString());
        var answer = browser.postFiles("/persons/" + person + "/files", form, files);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Saglabāti 3 faili", "Lēmums Nr. 1.pdf", "pase.jpg", "parakstīts.edoc")
                .contains("„slēgts.pdf”: PDF ir aizsargāts ar paroli")
                .contains("„tukšs.pdf” ir tukšs")
                .contains("„liels.pdf” ir 27,0 MB, atļauts 25 MB")
                .contains("vārdā ir neredzamas vai vadības zīmes")
                .doesNotContain("\u202E");
        assertThat(titles(person)).containsExactlyInAnyOrder("Lēmums Nr. 1", "pase", "parakstīts");
        assertThat(acts(person, "AddFile")).isEqualTo(3);

        browser.postFiles("/persons/" + person + "/files", form, files);
        assertThat(titles(person)).as("sent once more").hasSize(3);
        assertThat(acts(person, "AddFile")).isEqualTo(3);
    }

    @Test
    void a_form_sent_twice_at_once_is_kept_once() throws Exception {
        var person = person();
        var browser = at("inspektore", person);
        browser.get("/persons/" + person + "/files/new");
        var form = Map.of(
                "kind", "OTHER", "source", "OWN", "key", UUID.randomUUID().toString());
        var files = List.of(new Sent("a.pdf", SomeFile.pdf(1)), new Sent("b.pdf", SomeFile.pdf(1)));
        var answers = atOnce(
                4,
                () -> browser.postFiles("/persons/" + person + "/files", form, files)
                        .statusCode());

        assertThat(answers).containsOnly(303);
        assertThat(titles(person)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void the_same_content_is_not_kept_twice() {
        var person = person();
        var browser = at("inspektore", person);
        var pdf = SomeFile.pdf(1);
        add(browser, person, "OTHER", new Sent("a.pdf", pdf));
        var again = add(browser, person, "OTHER", new Sent("b.pdf", pdf));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("tieši šāds fails personai jau ir");
        assertThat(titles(person)).containsExactly("a");
    }

    @Test
    void a_form_without_a_file_says_so() {
        var person = person();
        var browser = at("inspektore", person);
        browser.get("/persons/" + person + "/files/new");
        var answer = browser.postFiles(
                "/persons/" + person + "/files",
                Map.of("kind", "OTHER", "source", "OWN"),
                List.of(new Sent("", new byte[0])));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Izvēlieties vismaz vienu failu");
    }

    @Test
    void malware_is_refused_recorded_and_not_kept() {
        var person = person();
        var browser = at("inspektore", person);
        var answer = add(browser, person, "OTHER", new Sent("slims.pdf", SomeFile.infectedPdf()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("„slims.pdf”: atrasts vīruss „Eicar-Test-Signature”");
        assertThat(titles(person)).isEmpty();
        assertThat(acts(person, "RefuseMalware")).isEqualTo(1);
    }

    @Test
    void what_came_while_the_scanner_was_silent_waits_unread_and_is_searched_once() throws Exception {
        var person = person();
        var browser = at("inspektore", person);
        var at = scanner.address().orElseThrow().getPort();
        scanner.stop();
        HttpResponse<String> answer;
        try {
            answer = add(
                    browser,
                    person,
                    "OTHER",
                    new Sent("labs.pdf", SomeFile.pdf(1)),
                    new Sent("slims.pdf", SomeFile.infectedPdf()),
                    new Sent("otrs.pdf", SomeFile.pdf(1)));
            assertThat(answer.statusCode()).isEqualTo(303);
            quarantine.search();
        } finally {
            scanner.start(at);
        }
        assertThat(browser.get(PlainBrowser.location(answer)).body()).contains("3 faili karantīnā");
        var good = file(person, "labs");
        assertThat(browser.get("/files/" + good).body()).contains("Fails ir karantīnā");
        assertThat(browser.bytes("/files/" + good + "/content").statusCode()).isEqualTo(404);
        assertThat(browser.bytes("/files/" + good + "/preview").statusCode()).isEqualTo(404);

        atOnce(4, () -> {
            quarantine.search();
            return true;
        });

        assertThat(acts(person, "ScanFile")).as("each searched by one").isEqualTo(3);
        assertThat(browser.bytes("/files/" + good + "/content").statusCode()).isEqualTo(200);
        var ill = file(person, "slims");
        assertThat(browser.get("/files/" + ill).body()).contains("Saturs ir iznīcināts", "Eicar-Test-Signature");
        assertThat(browser.bytes("/files/" + ill + "/content").statusCode()).isEqualTo(404);
        assertThat(decisions.reading(
                        () -> jdbc.sql("select coalesce(sum(length(sealed)), 0) from file_part where file_id = :id")
                                .param("id", ill)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void a_form_with_files_is_read_where_one_is_expected_only() throws Exception {
        var person = person();
        var browser = at("inspektore", person);
        var file = List.of(new Sent("a.pdf", SomeFile.pdf(1)));
        assertThat(browser.postFiles("/findings", Map.of(), file).statusCode()).isEqualTo(415);
        var stranger = new PlainBrowser(port);
        stranger.get("/sign-in");
        var answer = stranger.postFiles("/persons/" + person + "/files", Map.of("kind", "OTHER"), file);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(PlainBrowser.location(answer)).contains("/sign-in");
        assertThat(stranger.postFiles("/sign-in", Map.of("login", "inspektore"), file)
                        .statusCode())
                .isEqualTo(415);

        var large = sent(browser, person, "multipart/form-data; boundary=x", new byte[111 << 20]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("100 MB");
        var longName = List.of(new Sent("a".repeat(10 << 20) + ".pdf", SomeFile.pdf(1)));
        assertThat(browser.postFiles("/persons/" + person + "/files", Map.of("kind", "OTHER"), longName)
                        .statusCode())
                .isBetween(400, 499);
        assertThat(titles(person)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void a_form_that_cannot_be_taken_apart_is_answered_and_does_not_fill_the_log(String type, CapturedOutput log)
            throws Exception {
        var person = person();
        var browser = at("inspektore", person);
        var cut = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc".getBytes(StandardCharsets.UTF_8);
        var before = log.getAll().length();

        var answer = sent(browser, person, type, cut);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Pieprasījumu nevar nolasīt");
        assertThat(log.getAll().substring(before)).doesNotContain("Exception");
    }

    private HttpResponse<String> sent(PlainBrowser browser, Object person, String type, byte[] body) throws Exception {
        var cookies = browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .reduce((one, two) -> one + "; " + two)
                .orElseThrow();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/persons/" + person + "/files"))
                            .header("Cookie", cookies)
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
