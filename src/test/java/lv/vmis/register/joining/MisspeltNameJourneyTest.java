package lv.vmis.register.joining;

import static org.assertj.core.api.Assertions.assertThat;

import lv.vmis.register.support.Browser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding a person whose name was heard and not read (flow F8), by keyboard in a browser. */
@RegisterTest
class MisspeltNameJourneyTest {

    /** The budget of the flow: keys that are no data. */
    private static final int KEYS = 3;

    private final JoiningSamples made;
    private final int port;

    MisspeltNameJourneyTest(JoiningSamples made, @LocalServerPort int port) {
        this.made = made;
        this.port = port;
    }

    @Test
    void a_person_is_opened_by_a_badly_spelt_name() {
        var person = made.person("Khudoyberdiyev", "Shavkatjon", "1979-02-11", "UZB");
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            browser.visit("/purpose");
            browser.page().fill("#reason", "Pārbaude");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            for (var spelt : new String[] {"hudojberdijev savkat", "Xudoyberdiev", "Худойбердыев Шавкатжон"}) {
                browser.visit("/");
                var before = browser.keys();
                browser.press("/");
                browser.type(spelt);
                browser.page().waitForSelector("#quick-hits a:has-text('KHUDOYBERDIYEV')");
                browser.press("ArrowDown");
                browser.go("Enter");
                assertThat(browser.keys() - before).as(spelt).isLessThanOrEqualTo(KEYS);
                assertThat(browser.path()).as(spelt).contains(person.toString());
            }
        }
    }
}
