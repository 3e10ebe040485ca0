package lv.vmis.register.contingency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.support.Passports;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The program of the border, as the browser beside it sees it. */
@RegisterTest
class CheckerServerTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final DeviceSamples devices;
    private final Texts texts;
    private final Samples samples;
    private final Clock clock;

    CheckerServerTest(
            DeviceSamples devices,
            Texts texts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.devices = devices;
        this.texts = texts;
        this.samples = new Samples(jdbc, transactions, following);
        this.clock = clock;
    }

    /** A browser with its cookies. */
    private static final class Browsing {

        private final HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build();
        private final String address;
        private String token = "";

        Browsing(String address) {
            this.address = address;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return kept(HttpRequest.newBuilder(URI.create(address + path)).build());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            var form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", "token=" + token + "&", ""));
            return kept(HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
        }

        private HttpResponse<String> kept(HttpRequest request) throws IOException, InterruptedException {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        }
    }

    private CheckerServer server(Path folder) throws IOException {
        return new CheckerServer(new CheckerDesk(folder, texts, clock), texts, clock, 0);
    }

    @Test
    void a_device_is_prepared_by_its_own_hand(@TempDir Path folder) throws Exception {
        try (var server = server(folder)) {
            var browser = new Browsing(server.address());
            browser.get("");
            assertThat(browser.post("setup", Map.of("passphrase", "īsa", "again", "īsa"))
                            .body())
                    .contains("Parolei jābūt vismaz 12");
            assertThat(browser.post("setup", Map.of("passphrase", "pietiekami gara", "again", "cita gluži"))
                            .body())
                    .contains("Paroles atšķiras");
            assertThat(folder.resolve(DeviceKey.FILE)).doesNotExist();
            var made = browser.post("setup", Map.of("passphrase", "pietiekami gara", "again", "pietiekami gara"));
            assertThat(made.body()).contains("BEGIN PUBLIC KEY", "register.pem");
            assertThat(Sealing.device(Sealing.pem(DeviceKey.shown(folder)))).isPresent();
            assertThat(Files.getPosixFilePermissions(folder.resolve(DeviceKey.FILE)))
                    .hasSize(2);
            browser.post("setup", Map.of("passphrase", "vēl viena parole", "again", "vēl viena parole"));
            assertThat(DeviceKey.open(folder, "pietiekami gara".toCharArray())).isPresent();
        }
    }

    @Test
    void a_banned_traveller_is_told_of_after_he_is_written_down() throws Exception {
        var zone = Passports.of("Kontingents", "Timurs", LocalDate.of(1984, 5, 6));
        var number = zone.substring(zone.indexOf("J", 44), zone.indexOf("J", 44) + 9);
        samples.document(
                samples.banned(
                        "Kontingents",
                        "Timurs",
                        "1984-05-06",
                        "UZB",
                        LocalDate.now(clock).minusYears(1),
                        60),
                number,
                "UZB");
        var booth = devices.booth();
        devices.issued(booth, null);
        Files.writeString(booth.folder().resolve("other.list"), "not a list");
        var unlocking = Map.of("passphrase", new String(DeviceSamples.PASSPHRASE), "inspector", "J. Bērziņš, 1234");
        try (var server = server(booth.folder())) {
            var browser = new Browsing(server.address());
            browser.get("");
            assertThat(browser.post("check", Map.of("mrz", zone, "purpose", "BORDER_CHECK"))
                            .body())
                    .as("locked")
                    .doesNotContain("IR AIZLIEGUMS")
                    .contains("Sākt darbu");
            assertThat(browser.post("unlock", Map.of("passphrase", "cita parole te", "inspector", "X"))
                            .body())
                    .contains("Parole nav īstā");
            var unlocked = browser.post("unlock", unlocking);
            assertThat(unlocked.body()).contains("J. Bērziņš, 1234", "other.list", "Fails ir bojāts");

            var answer = browser.post("check", Map.of("mrz", zone, "purpose", "BORDER_CHECK"));
            assertThat(answer.body())
                    .contains("IR AIZLIEGUMS", "KONTINGENTS", "Neielaidiet personu")
                    .doesNotContain("<script", "style=");
            assertThat(browser.post("check", Map.of("mrz", zone, "purpose", "STATISTICS"))
                            .body())
                    .contains("Šādam mērķim nepārbauda");
            assertThat(browser.post("check", Map.of("mrz", "nekas", "purpose", "BORDER_CHECK"))
                            .statusCode())
                    .isEqualTo(422);
            try (var found = Files.newDirectoryStream(booth.folder(), "*.queue")) {
                var file = Files.readAllBytes(found.iterator().next());
                var read = QueueFile.read(
                        file,
                        QueueFile.header(file).orElseThrow(),
                        booth.key().secret(),
                        booth.register().seal());
                assertThat(read.checks()).singleElement().satisfies(placed -> {
                    assertThat(placed.check().verdict().name()).isEqualTo("BAN");
                    assertThat(placed.check().inspector()).isEqualTo("J. Bērziņš, 1234");
                    assertThat(answer.body()).contains(placed.check().id().toString());
                });
            }

            var another = new Browsing(server.address());
            assertThat(another.get("").body())
                    .as("without the cookie")
                    .contains("Sākt darbu")
                    .doesNotContain("1234");
            assertThat(browser.post("lock", Map.of()).body()).contains("Sākt darbu");
            assertThat(browser.post("check", Map.of("mrz", zone, "purpose", "BORDER_CHECK"))
                            .body())
                    .doesNotContain("IR AIZLIEGUMS");
        }
    }

    @Test
    void no_other_page_can_ask() throws Exception {
        var booth = devices.booth();
        try (var server = server(booth.folder())) {
            var browser = new Browsing(server.address());
            assertThat(browser.post("unlock", Map.of()).statusCode())
                    .as("without token")
                    .isEqualTo(403);
            var page = browser.get("");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(browser.get("assets/register.css").statusCode()).isEqualTo(200);
            assertThat(browser.get("assets/../device.key").statusCode()).isEqualTo(404);
            assertThat(browser.get("device.key").statusCode()).isEqualTo(404);
            try (var socket =
                    new Socket("127.0.0.1", URI.create(server.address()).getPort())) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 421")
                        .doesNotContain("token");
            }
        }
    }
}
