package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of answer carries the headers that keep browsers from doing harm. */
@RegisterTest
class HeadersTest {

    private final int port;

    HeadersTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 200",
        "/help/keys, 200",
        "/help/rules, 200",
        "/help/accessibility, 200",
        "/health, 200",
        "/, 302",
        "/profile, 302",
        "/no-such-page, 302",
        "/assets/no-such-file.css, 404",
        "/sign-in/no-such-page, 404",
        "/api/v1/checks, 401",
        "/api/v1/no-such, 401",
        "/sign-in;x=1, 400",
        "/error, 404"
    })
    void of_every_kind_of_answer(String path, int status) {
        var response = new PlainBrowser(port).get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertSafe(response);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void of_pages_and_refusals_behind_the_sign_in() {
        var browser = new PlainBrowser(port);
        assertSafe(browser.signIn("analitike"));
        for (var path : new String[] {"/profile", "/accounts", "/no-such-page", "/persons/not-an-id"}) {
            var response = browser.get(path);
            assertThat(response.statusCode()).as(path).isIn(200, 403, 404);
            assertSafe(response);
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void of_refused_forms() {
        var browser = new PlainBrowser(port);
        browser.get("/sign-in");
        var wrong = browser.post("/sign-in", Map.of("login", "nobody.at.all", "password", "x"));
        assertThat(PlainBrowser.location(wrong)).endsWith("/sign-in?wrong");
        assertSafe(wrong);
        var withoutToken = browser.post("/sign-in", Map.of("login", "sargs", "password", "demo", "_csrf", "no"));
        assertThat(withoutToken.statusCode()).isEqualTo(403);
        assertThat(withoutToken.body()).contains("<title>Sesija ir beigusies");
        assertSafe(withoutToken);
        assertSafe(browser.post("/sign-in/first", Map.of("login", "")));
    }

    @ParameterizedTest
    @CsvSource({"/assets/register.css", "/assets/register.js", "/assets/fonts/noto-sans-400.woff2"})
    void let_only_assets_be_kept(String path) {
        var response = new PlainBrowser(port).get(path + "?v=1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertSafe(response);
        assertThat(header(response, "Cache-Control")).contains("immutable");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void forbid_scripts_and_styles_inside_pages() {
        var policy = header(new PlainBrowser(port).get("/sign-in"), "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "data:", "http", "*");
    }

    @Test
    void name_no_software_and_grant_no_other_origin() {
        var response = new PlainBrowser(port).get("/sign-in");
        assertThat(response.headers().map().keySet())
                .doesNotContain("server", "x-powered-by", "access-control-allow-origin");
    }

    /** Answered by the server before the register sees it: at least nothing is told. */
    @Test
    void of_an_unreadable_request_tell_nothing() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream input = socket.getInputStream();
            var answer = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
        }
    }

    private static void assertSafe(HttpResponse<?> response) {
        Headers.ALL.forEach((name, value) -> {
            if (!name.equals("Cache-Control")) {
                assertThat(response.headers().allValues(name))
                        .as("%s of %s", name, response.uri())
                        .containsExactly(value);
            }
        });
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
