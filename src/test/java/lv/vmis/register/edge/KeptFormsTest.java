package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import lv.vmis.register.training.DemoAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class KeptFormsTest {

    private static final Pattern GIVEN = Pattern.compile("name=\"_given\" value=\"([^\"]+)\"");
    private static final String CIRCUMSTANCES = "Ilgi rakstīts apraksts, kas nedrīkst pazust.";

    private final int port;
    private final JdbcClient jdbc;
    private final MockMvcTester mvc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private String given = "";
    private UUID key = UUID.randomUUID();

    KeptFormsTest(
            @LocalServerPort int port,
            JdbcClient jdbc,
            MockMvcTester mvc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.port = port;
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void nothing_waits_for_the_next_test() {
        Someone.as(
                Someone.of(Role.ADMIN),
                () -> transaction.execute(_ -> jdbc.sql("delete from kept_form").update()));
    }

    private PlainBrowser withOpenForm(String login) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        var page = browser.get("/findings/new").body();
        given = found(GIVEN, page);
        key = UUID.fromString(found(Pattern.compile("name=\"key\" value=\"([^\"]+)\""), page));
        return browser;
    }

    private HttpResponse<String> sendLate(PlainBrowser browser) {
        browser.cookies().clear();
        return browser.post("/findings", form());
    }

    private Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("_given", given);
        form.put("key", key.toString());
        form.put("familyName", "Rahimovs");
        form.put("givenNames", "Aziz");
        form.put("sex", "M");
        form.put("birthDate", "05.03.1990.");
        form.put("nationality", "UZB");
        form.put("nationalityType", "CITIZEN");
        form.put("documentType", "P");
        form.put("documentNumber", key.toString().substring(0, 18));
        form.put("documentIssuer", "UZB");
        form.put("foundOn", "01.06.2026.");
        form.put("placeKind", "INLAND");
        form.put("place", "Rīga");
        form.put("circumstances", CIRCUMSTANCES);
        form.put("legalBasis", "IL2002-1-1-6.1");
        return form;
    }

    private static String found(Pattern pattern, String body) {
        var matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private int cases() {
        return Someone.as(
                Someone.of(Role.ADMIN),
                () -> transaction.execute(_ -> jdbc.sql("select count(*) from submission where key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void what_was_typed_survives_the_end_of_the_session_and_takes_effect_once() {
        var browser = withOpenForm("inspektore");
        var late = sendLate(browser);
        assertThat(PlainBrowser.location(late)).endsWith("/sign-in?kept");
        assertThat(browser.get("/sign-in?kept").body())
                .contains("ierakstītais ir saglabāts")
                .doesNotContain("Rahimovs");
        assertThat(cases()).isZero();

        assertThat(PlainBrowser.location(browser.signIn("inspektore"))).endsWith("/kept");
        assertThat(browser.get("/").body()).contains("href=\"/kept\"");
        var page = browser.get("/kept").body();
        assertThat(page)
                .contains("action=\"/findings\"", "name=\"_kept\"", "value=\"Rahimovs\"", "<li>" + CIRCUMSTANCES)
                .contains("name=\"key\" value=\"" + key + "\"");

        var form = form();
        form.put("_kept", "1");
        var sent = browser.post("/findings", form);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(PlainBrowser.location(sent)).contains("/cases/");
        assertThat(cases()).isOne();
        assertThat(browser.get("/kept").body()).contains("Nenosūtītu veidlapu nav");
        assertThat(browser.get("/").body()).doesNotContain("href=\"/kept\"");
        assertThat(PlainBrowser.location(browser.post("/findings", form()))).isEqualTo(PlainBrowser.location(sent));
    }

    @Test
    void a_form_with_a_mistake_comes_back_as_a_form() {
        var browser = withOpenForm("inspektore");
        sendLate(browser);
        browser.signIn("inspektore");
        browser.get("/kept");
        var form = form();
        form.put("_kept", "1");
        form.put("birthDate", "31.02.1990.");
        var refused = browser.post("/findings", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(CIRCUMSTANCES);
        assertThat(browser.get("/kept").body()).doesNotContain("Rahimovs");
    }

    @Test
    void nobody_else_sees_it_on_the_same_machine() {
        var browser = withOpenForm("inspektore");
        sendLate(browser);
        assertThat(PlainBrowser.location(browser.signIn("inspektors"))).doesNotContain("/kept");
        assertThat(browser.get("/kept").body()).doesNotContain("Rahimovs").contains("Nenosūtītu veidlapu nav");
        var form = form();
        form.put("_kept", "1");
        browser.post("/kept/discard", Map.of("form", key.toString()));
        assertThat(PlainBrowser.location(new PlainBrowser(port).signIn("inspektore")))
                .endsWith("/kept");
    }

    @Test
    void who_was_given_no_form_leaves_nothing() {
        var browser = withOpenForm("inspektore");
        var sealed = given;
        for (var forged : new String[] {"", "x", sealed.substring(0, sealed.length() - 2) + "AA"}) {
            given = forged;
            var answer = sendLate(browser);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Sesija ir beigusies");
        }
        given = sealed;
        browser.cookies().clear();
        var secret = form();
        secret.put("password", "mana parole");
        assertThat(browser.post("/profile/password", secret).statusCode()).isEqualTo(403);
        var flood = form();
        flood.put("circumstances", "x".repeat(200_000));
        browser.cookies().clear();
        assertThat(browser.post("/findings", flood).statusCode()).isEqualTo(403);
        assertThat(PlainBrowser.location(browser.signIn("inspektore"))).doesNotContain("/kept");
    }

    @Test
    void no_more_than_ten_wait_for_an_official() {
        var browser = withOpenForm("inspektore");
        for (var i = 0; i < 13; i++) {
            key = UUID.randomUUID();
            sendLate(browser);
        }
        browser.signIn("inspektore");
        assertThat(browser.get("/kept").body().split("name=\"_kept\"", -1)).hasSize(11);
    }

    @Test
    void what_was_typed_lies_sealed_in_the_database() {
        sendLate(withOpenForm("inspektore"));
        var stored = Someone.as(
                Someone.of(Role.ADMIN),
                () -> transaction.execute(_ -> jdbc.sql("select form from kept_form")
                        .query(String.class)
                        .single()));
        assertThat(stored).startsWith("1.").doesNotContain("Rahimovs");
    }

    @Test
    void who_signed_in_anew_beside_it_goes_on_at_once() {
        var browser = withOpenForm("inspektore");
        browser.cookies().clear();
        browser.signIn("inspektore");
        var form = form();
        form.put("_csrf", "of-the-session-before");
        assertThat(PlainBrowser.location(browser.post("/findings", form))).endsWith("/kept");
    }

    @Test
    void a_form_waits_while_its_purpose_is_asked() {
        var browser = withOpenForm("inspektore");
        var form = form();
        form.put("person", UUID.randomUUID().toString());
        form.put("birthDate", "31.02.1990.");
        var asked = browser.post("/findings", form);
        assertThat(PlainBrowser.location(asked)).startsWith("/purpose?").contains("back=%2Fkept");
        assertThat(browser.get("/kept").body()).contains(CIRCUMSTANCES);
    }

    @Test
    void a_form_waits_while_new_usage_rules_are_accepted() {
        var browser = withOpenForm("inspektore");
        Someone.as(
                Someone.of(Role.ADMIN),
                () -> transaction.execute(
                        _ -> jdbc.sql("update account set rules_accepted = 'before' where login = 'inspektore'")
                                .update()));
        assertThat(PlainBrowser.location(browser.post("/findings", form()))).endsWith("/rules");
        var version = found(
                Pattern.compile("name=\"version\" value=\"([^\"]+)\""),
                browser.get("/rules").body());
        assertThat(PlainBrowser.location(browser.post("/rules", Map.of("version", version))))
                .isEqualTo("/kept");
        assertThat(browser.get("/kept").body()).contains(CIRCUMSTANCES);
    }

    @Test
    void it_survives_the_end_of_a_shift_and_waits_a_day() throws Exception {
        var browser = withOpenForm("inspektore");
        var token = found(
                Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""),
                browser.get("/findings/new").body());
        var cookie = new jakarta.servlet.http.Cookie(
                "register-session", String.valueOf(browser.cookies().get("register-session")));
        var now = clock.instant();
        var over = RegisterClock.at(now.plus(Duration.ofHours(10)).plusSeconds(60), () -> {
            var request = mvc.post()
                    .uri("/findings")
                    .cookie(cookie)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("_csrf", token);
            form().forEach(request::param);
            return request.exchange();
        });
        assertThat(over).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in?kept");

        var account = DemoAccounts.ALL.stream()
                .filter(demo -> demo.login().equals("inspektore"))
                .findFirst()
                .orElseThrow();
        var official = org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user(
                account.id().toString());
        for (var hours : new int[] {11, 33, 35}) {
            var page = RegisterClock.at(
                    now.plus(Duration.ofHours(hours)),
                    () -> mvc.get().uri("/kept").with(official).exchange());
            assertThat(page).hasStatusOk();
            assertThat(page.getResponse().getContentAsString().contains("Rahimovs"))
                    .as("after %d hours", hours)
                    .isEqualTo(hours < 34);
        }
    }
}
