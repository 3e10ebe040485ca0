package lv.vmis.register.joining;

import static org.assertj.core.api.Assertions.assertThat;

import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deciding a likely duplicate by keyboard (flow F7), approving it and undoing it, as officials do, in a browser. */
@RegisterTest
class JoiningJourneyTest {

    /** The budget of the flow: keys that are no data, and decisions the official takes. */
    private static final int KEYS = 6;

    private static final int DESKTOP = 1366;
    private static final int PHONE = 390;

    private final JoiningSamples made;
    private final int port;

    JoiningJourneyTest(JoiningSamples made, @LocalServerPort int port) {
        this.made = made;
        this.port = port;
    }

    @Test
    void a_pair_is_decided_approved_and_parted_by_keyboard() {
        var a = made.person("Mirzoyev", "Jamshed", "1981-06-24", "TJK");
        var b = made.person("Mirzojevs", "Džamšeds", "1981-06-24", "TJK");
        made.person("Sattorov", "Behruz", "1982-07-25", "TJK");
        made.person("Satorovs", "Behruzs", "1982-07-25", "TJK");
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            browser.visit("/persons/likely");
            check(browser, "the list of likely duplicates");

            browser.visit("/persons/compare?p=" + a + "&p=" + b);
            check(browser, "two persons side by side");
            assertThat(browser.text()).contains("atšķiras", "sakrīt", "Kopā, biti");
            var before = browser.keys();
            browser.press("1", "Tab", "ArrowDown");
            browser.go("Control+Enter");
            assertThat(browser.keys() - before).as("keys of the whole decision").isLessThanOrEqualTo(KEYS);
            assertThat(browser.text()).contains("apvienošanas priekšlikums nosūtīts apstiprināšanai");
            check(browser, "the next pair, with word of where this one went");

            browser.signOut();
            browser.signIn("vrs.vaditajs");
            assertThat(browser.text()).contains("Apvienošanas priekšlikumi");
            check(browser, "a desktop with proposals");
            var link = made.linkWaiting(a);
            browser.visit("/links/" + link);
            check(browser, "a proposal with its preview");
            assertThat(browser.text()).contains("Robežpārbaudes atbilde", "MIRZOJEVS Džamšeds", "MIRZOYEV Jamshed");
            browser.awaitFocus("birthDate");
            browser.type("25.06.1981");
            browser.go("Control+Enter");
            assertThat(browser.text()).contains("Tas nav galvenā ieraksta dzimšanas datums");
            check(browser, "a refused approval");
            browser.page().fill("#birthDate", "");
            browser.page().focus("#birthDate");
            browser.type("24.06.1981");
            browser.go("Control+Enter");
            assertThat(made.head(b)).isEqualTo(a);

            browser.signOut();
            browser.signIn("inspektore");
            browser.visit("/persons/" + b + "/joining");
            if (browser.path().startsWith("/purpose")) {
                browser.page().fill("#reason", "Pārbaude");
                browser.leave(() -> browser.page().click("main button[data-primary]"));
            }
            assertThat(browser.page().locator("body").innerText()).contains("ir apvienota ar");
            check(browser, "the records of a person");
            browser.visit("/links/" + link);
            browser.page().click("main summary");
            browser.page().fill("#reason", "Citi pirkstu nospiedumi");
            browser.leave(() -> browser.page().click("main details button[type=submit]"));
            check(browser, "a parting proposed");
            browser.signOut();
            browser.signIn("vrs.vaditajs");
            browser.visit("/links/" + link);
            assertThat(browser.text()).contains("Ievadīts pēc apvienošanas");
            check(browser, "a parting to approve");
            browser.go("Control+Enter");
            assertThat(made.head(b)).isEqualTo(b);
        }
    }

    @Test
    void a_verdict_without_its_reason_says_what_is_missing_and_found_persons_are_compared() {
        var a = made.person("Ashurov", "Komron", "1979-02-03", "TJK");
        var b = made.person("Ašurovs", "Komrons", "1979-02-03", "TJK");
        try (var browser = Browser.open(port, false)) {
            browser.signIn("lietvede");
            compareFound(browser, a, b);
            browser.page().check("#answer-different");
            browser.leave(() -> browser.page().click("main form[data-main] button[data-primary]"));
            assertThat(browser.text()).contains("Kāpēc tās ir dažādas personas");
            assertThat(browser.page().isChecked("#answer-different")).isTrue();
            browser.page().selectOption("#different", "DIFFERENT_OTHER");
            browser.leave(() -> browser.page().click("main form[data-main] button[data-primary]"));
            assertThat(browser.text()).contains("Norādiet pamatu vārdiem");
            browser.page().fill("#note", "Brāļi");
            browser.leave(() -> browser.page().click("main form[data-main] button[data-primary]"));
            assertThat(browser.text()).contains("atzītas par dažādām personām");
        }
    }

    private static void compareFound(Browser browser, PersonId a, PersonId b) {
        browser.visit("/persons");
        browser.page().fill("#name", "Ashurov Komron");
        browser.leave(() -> browser.page().click("main button[data-primary]"));
        if (browser.path().startsWith("/purpose")) {
            browser.page().fill("#reason", "Pārbaude");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
        }
        browser.page().check("input[value='" + a + "']");
        browser.page().check("input[value='" + b + "']");
        browser.leave(() -> browser.page().click("button[form=compare], #compare button"));
        assertThat(browser.path()).startsWith("/persons/compare?");
    }

    private static void check(Browser browser, String name) {
        browser.page().setViewportSize(PHONE, 844);
        browser.check(name + " on a phone");
        browser.page().setViewportSize(DESKTOP, 768);
        browser.check(name);
    }
}
