package lv.vmis.register.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegisterTest
class SignInTest {

    private final int port;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final MockMvcTester mvc;
    private final Clock clock;

    SignInTest(@LocalServerPort int port, JdbcClient jdbc, Accounts accounts, MockMvcTester mvc, Clock clock) {
        this.port = port;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.mvc = mvc;
        this.clock = clock;
    }

    @Test
    void one_button_lets_a_demo_account_in_with_a_new_session() {
        var browser = new PlainBrowser(port);
        var page = browser.get("/sign-in");
        assertThat(page.body()).contains("value=\"inspektore\"").doesNotContain("name=\"code\"");
        var before = browser.cookies().get("register-session");
        var response = browser.signIn("inspektore");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(PlainBrowser.location(response)).doesNotContain("/sign-in");
        assertThat(browser.cookies().get("register-session")).isNotNull().isNotEqualTo(before);
        assertThat(PlainBrowser.session(response))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Max-Age", "Domain");
        assertThat(browser.get("/profile").body()).contains("Ilze Ozoliņa");
    }

    @Test
    void a_wrong_password_keeps_the_name_and_says_why() {
        var browser = new PlainBrowser(port);
        browser.get("/sign-in");
        var response = browser.post("/sign-in", Map.of("login", "inspektors", "password", "wrong"));
        assertThat(PlainBrowser.location(response)).endsWith("/sign-in?wrong");
        assertThat(browser.get("/sign-in?wrong").body())
                .contains("Lietotājvārds vai parole nav pareiza", "value=\"inspektors\"")
                .doesNotContain("value=\"wrong\"");
    }

    @Test
    void five_wrong_tries_make_a_known_and_an_unknown_name_wait_alike() {
        for (var login : new String[] {"konsuls", "tads.neeksiste"}) {
            var browser = new PlainBrowser(port);
            for (var i = 0; i < 5; i++) {
                browser.get("/sign-in");
                assertThat(PlainBrowser.location(browser.post("/sign-in", Map.of("login", login, "password", "x"))))
                        .endsWith("?wrong");
            }
            assertThat(PlainBrowser.location(browser.signIn(login))).endsWith("?wait");
        }
        jdbc.sql("update account set locked_until = now() - interval '1 second' where login = 'konsuls'")
                .update();
        var browser = new PlainBrowser(port);
        assertThat(PlainBrowser.location(browser.signIn("konsuls"))).doesNotContain("sign-in");
        assertThat(jdbc.sql("select failed_tries from account where login = 'konsuls'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leaving_ends_the_session_on_the_server() {
        var browser = new PlainBrowser(port);
        browser.signIn("lietvede");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        var stolen = browser.cookies().get("register-session");
        var left = browser.post("/sign-out", Map.of());
        assertThat(left.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(PlainBrowser.location(left)).endsWith("/sign-in?left");
        var thief = new PlainBrowser(port);
        thief.cookies().put("register-session", String.valueOf(stolen));
        assertThat(PlainBrowser.location(thief.get("/profile"))).endsWith("/sign-in");
    }

    @Test
    void a_session_ends_after_a_shift_however_busy() throws Exception {
        var browser = new PlainBrowser(port);
        browser.signIn("lietvedis");
        var cookie = new jakarta.servlet.http.Cookie(
                "register-session", String.valueOf(browser.cookies().get("register-session")));
        var now = clock.instant();
        var late = RegisterClock.at(
                now.plus(Duration.ofHours(9)),
                () -> mvc.get().uri("/profile").cookie(cookie).exchange());
        assertThat(late).hasStatusOk();
        var over = RegisterClock.at(
                now.plus(Duration.ofHours(10)).plusSeconds(60),
                () -> mvc.get().uri("/profile").cookie(cookie).exchange());
        assertThat(over).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in?ended");
        assertThat(mvc.get().uri("/profile").cookie(cookie).exchange()).hasStatus3xxRedirection();
    }

    @Test
    void an_idle_session_lasts_a_quarter_of_an_hour() {
        var browser = new PlainBrowser(port);
        browser.signIn("analitike");
        var id = accounts.byLogin("analitike")
                .map(Account::id)
                .map(UUID::toString)
                .orElse("");
        assertThat(jdbc.sql("select distinct max_inactive_interval from spring_session where principal_name = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(900);
    }

    @Test
    void a_script_is_told_that_nobody_is_signed_in() {
        assertThat(new PlainBrowser(port).part("/profile").statusCode()).isEqualTo(401);
    }

    @Test
    void rules_come_before_everything_else_and_once() {
        var browser = new PlainBrowser(port);
        browser.signIn("konvojs");
        jdbc.sql("update account set rules_accepted = null where login = 'konvojs'")
                .update();
        for (var path : new String[] {"/profile", "/profile?done=sessions"}) {
            assertThat(PlainBrowser.location(browser.get(path))).isEqualTo("/rules");
        }
        browser.get("/rules");
        assertThat(PlainBrowser.location(browser.post("/profile/sessions/end", Map.of())))
                .isEqualTo("/rules");
        for (var path : new String[] {"/rules", "/help/rules", "/help/keys", "/assets/register.css"}) {
            assertThat(browser.get(path).statusCode()).isEqualTo(200);
        }
        browser.get("/rules");
        assertThat(browser.post("/rules", Map.of("version", "2001-01-01")).statusCode())
                .isEqualTo(422);
        browser.get("/rules");
        assertThat(browser.post("/rules", Map.of("version", UsageRules.VERSION)).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void language_changes_without_following_foreign_addresses() {
        var browser = new PlainBrowser(port);
        browser.get("/sign-in");
        assertThat(PlainBrowser.location(browser.post("/language", Map.of("to", "en", "back", "//evil.example/"))))
                .isEqualTo("/");
        assertThat(browser.get("/sign-in").body()).contains("Demo accounts");
    }
}
