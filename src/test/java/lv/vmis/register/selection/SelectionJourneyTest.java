package lv.vmis.register.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list for work from its conditions to its file, saved and opened again, by keyboard in a browser and without scripts. */
@RegisterTest
class SelectionJourneyTest {

    private static final int DESKTOP = 1366;
    private static final int PHONE = 390;

    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final int port;

    SelectionJourneyTest(DecisionSamples samples, JdbcClient jdbc, Clock clock, @LocalServerPort int port) {
        this.samples = samples;
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void nothing_is_saved() {
        samples.reading(() -> jdbc.sql("delete from saved_search").update());
    }

    @Test
    void a_list_is_made_changed_saved_and_opened_by_keyboard() {
        samples.open(DecisionSamples.official("inspektore"));
        try (var browser = Browser.open(port, true)) {
            browser.signIn("lietvede");
            browser.visit("/persons");
            browser.page().locator("h1").click();
            browser.go("s");
            assertThat(browser.path()).isEqualTo("/persons/selections");
            check(browser, "conditions of a list");
            browser.tabTo("nationality");
            browser.type("UZB");
            browser.tabTo("age-from");
            browser.type("abc");
            browser.go("Control+Enter");
            assertThat(browser.text()).contains("Ierakstiet skaitli");
            check(browser, "conditions with a mistake");
            browser.page().fill("#age-from", "18");
            browser.page().focus("#age-from");
            browser.go("Control+Enter");
            purpose(browser);
            assertThat(browser.path()).startsWith("/persons/selections/found/");
            assertThat(browser.text()).contains("Uzbekistāna", "no 18", "Vārds un uzvārds");
            check(browser, "a list");
            browser.go("e");
            assertThat(browser.page().inputValue("#age-from")).isEqualTo("18");
            check(browser, "conditions to be changed");
            browser.page().fill("#age-from", "19");
            browser.page().focus("#age-from");
            browser.go("Control+Enter");

            browser.press("Control+s");
            browser.tabTo("name");
            browser.type("Uzbekistānas pilsoņi");
            browser.go("Control+Enter");
            assertThat(browser.path()).isEqualTo("/persons/selections/saved");
            check(browser, "saved selections");
            browser.go("1");
            assertThat(browser.path()).startsWith("/persons/selections/found/");
            assertThat(browser.text()).contains("no 19");
            browser.visit("/");
            assertThat(browser.text()).contains("Uzbekistānas pilsoņi");
            check(browser, "a desktop with saved searches");
            browser.visit("/persons");
            check(browser, "the search page with saved searches");
            browser.page().locator("details.sieve summary").click();
            check(browser, "the search page with all conditions");
            browser.visit("/persons/exports");
            check(browser, "requests for lists");
        }
    }

    @Test
    void without_scripts_a_list_is_made_and_its_file_taken_out() throws Exception {
        samples.open(DecisionSamples.official("inspektore"));
        try (var browser = Browser.open(port, false)) {
            browser.signIn("parzine");
            browser.visit("/persons/selections");
            browser.page().fill("#nationality", "Uzbekistāna");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            purpose(browser);
            var download =
                    browser.page().waitForDownload(() -> browser.page().click("main form[action$='/file'] button"));
            var text = Files.readString(download.path(), StandardCharsets.UTF_8);
            assertThat(download.suggestedFilename()).startsWith("atlase-").endsWith(".csv");
            assertThat(text).startsWith("\uFEFF\"Izsniegts: Dace Ābele").contains("Aziz", "Beigas. Rindu skaits");
        }
    }

    private static void purpose(Browser browser) {
        if (browser.path().startsWith("/purpose")) {
            browser.page().fill("#reason", "Pārbaude");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
        }
    }

    private static void check(Browser browser, String name) {
        browser.page().setViewportSize(PHONE, 844);
        browser.check(name + " on a phone");
        browser.page().setViewportSize(DESKTOP, 768);
        browser.check(name);
    }
}
