package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.Passports;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A family of five is found together: one finding, five documents read, five orders from one page (F14). */
@RegisterTest
class FamilyJourneyTest {

    /** What all of it may take beyond typed data. */
    private static final int KEYS = 90;

    /** Unlike anybody whom another test enters: the same names on the same day would be asked about. */
    private static final LocalDate BORN = LocalDate.of(1983, 9, 6);

    private static final String[] NAMES = {"Davron", "Malika", "Jasur", "Nodira", "Sardor"};

    private final int port;

    FamilyJourneyTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void a_family_of_five_is_found_and_ordered_to_leave() {
        var family = "Rahmonqulov" + letters();
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            browser.visit("/");
            browser.press("g");
            browser.go("l");
            browser.go("n");
            browser.awaitFocus("circumstances");
            browser.type("Uzturas Latvijā pēc vīzas termiņa beigām.");
            browser.tabBackTo("place");
            browser.press("Control+A");
            browser.type("Rīga, Centrāltirgus");
            browser.tabTo("people");
            for (var name : NAMES) {
                browser.paste(Passports.of(family, name, BORN));
                browser.press("Enter");
            }
            browser.go("Control+Enter");
            assertThat(browser.text()).contains("Nolasītas 5 personas");
            browser.check("a family that was read");
            shoot(browser, "read");
            browser.go("Control+Enter");
            if (browser.path().startsWith("/purpose")) {
                browser.press("Tab");
                browser.type("Pārbaude Rīgas Centrāltirgū");
                browser.go("Control+Enter");
            }
            assertThat(browser.path()).as(browser.text()).startsWith("/cases/").endsWith("/family");
            browser.check("orders for a family");
            shoot(browser, "orders");
            browser.awaitFocus("termDays");
            browser.go("Control+Enter");
            assertThat(browser.keys()).as("keys beyond data").isLessThanOrEqualTo(KEYS);
            assertThat(browser.page().locator("main a[href^='/decisions/']").count())
                    .as("an order for each waits to be signed: %s", browser.text())
                    .isEqualTo(NAMES.length);
            browser.check("orders of a family to sign");
            shoot(browser, "sent");
        }
    }

    @Test
    void who_is_in_the_register_already_is_chosen_and_what_is_wrong_is_told_beside_him() {
        var family = "Yusupov" + letters();
        var known = Passports.of(family, "Timur");
        try (var browser = Browser.open(port, false)) {
            browser.signIn("inspektore");
            read(browser, known);
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            read(browser, known + "\n" + Passports.of(family, "Lola") + "\nP<UZB<<DAMAGED");
            assertThat(browser.page().title()).startsWith("Kļūda:");
            assertThat(browser.text()).contains("kas sākas 5. rindā");
            browser.page().fill("#people", known + "\n" + Passports.of(family, "Lola"));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.text()).contains("Izvēlieties to vai apstipriniet");
            assertThat(browser.page().inputValue("#place")).isEqualTo("Rīga");
            shoot(browser, "likely");
            browser.page().selectOption("#who-0", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            // Nobody opens a second case by oversight: the one that is open is asked for, and offered.
            assertThat(browser.text()).contains("Personas atgriešana vēl nav pabeigta");
            assertThat(browser.page().inputValue("#place")).isEqualTo("Rīga");
            assertThat(browser.page().inputValue("#openCase-0")).isNotEqualTo("NEW");
            shoot(browser, "open-case");
            browser.page().selectOption("#openCase-0", "NEW");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.path()).as(browser.text()).startsWith("/cases/").endsWith("/family");
            var first = browser.page().locator("input[type=checkbox]").first();
            first.uncheck();
            browser.page().fill("#termDays", "400");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.page().title()).startsWith("Kļūda:");
            assertThat(browser.page().inputValue("#termDays")).isEqualTo("400");
            browser.page().fill("#termDays", "10");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.page().locator("main a[href^='/decisions/']").count())
                    .isEqualTo(1);
            assertThat(browser.page().locator("main input[type=checkbox]").count())
                    .isEqualTo(1);
        }
    }

    private static void read(Browser browser, String zones) {
        browser.visit("/findings/family");
        browser.page().fill("#place", "Rīga");
        browser.page().fill("#circumstances", "Uzturas Latvijā pēc vīzas termiņa beigām.");
        browser.page().fill("#people", zones);
        browser.leave(() -> browser.page().click("main button[data-primary]"));
    }

    private static void shoot(Browser browser, String name) {
        var folder = System.getProperty("shots");
        if (folder != null) {
            for (var width : new int[] {1366, 320}) {
                browser.page().setViewportSize(width, 768);
                browser.page()
                        .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of(folder, name + "-" + width + ".png")));
            }
            browser.page().setViewportSize(1366, 768);
        }
    }

    /** Letters that make a family like no other of a run before. */
    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(4, 'a', 'z')
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                .toString();
    }
}
