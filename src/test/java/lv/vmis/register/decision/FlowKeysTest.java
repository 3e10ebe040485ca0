package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What officials do with a decision many times a day, by keyboard, within what each may take beyond typed data. */
@RegisterTest
class FlowKeysTest {

    private static final int DEPARTURE = 8;
    private static final int EXTENSION = 12;
    private static final int APPROVAL = 3;
    private static final int SERVICE = 6;

    private final int port;
    private final DecisionSamples samples;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    FlowKeysTest(
            @LocalServerPort int port, DecisionSamples samples, Decisions decisions, JdbcClient jdbc, Clock clock) {
        this.port = port;
        this.samples = samples;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private String born(Decision decision) {
        var stored = samples.reading(() -> jdbc.sql("select birth_date from identity where person_id = :person")
                .param("person", decision.personId().value())
                .query(String.class)
                .single());
        return LatvianDates.numeric(LocalDate.parse(stored));
    }

    /** As he stands before his work: signed in, with the purpose stated. */
    private static Browser signedIn(int port, String login, Decision decision) {
        var browser = Browser.open(port, true);
        browser.signIn(login);
        browser.visit("/decisions/" + decision.id());
        browser.statePurpose();
        browser.visit("/");
        return browser;
    }

    private static void open(Browser browser, Decision decision) {
        browser.press("/");
        browser.paste(String.valueOf(decision.number()));
        browser.go("Enter");
    }

    /** F4: from the quick box to the departure that is confirmed. */
    @Test
    void a_departure_is_confirmed() {
        var decision = decision(samples.served(order(), inspector, decider));
        try (var browser = signedIn(port, "inspektore", decision)) {
            var before = browser.keys();
            open(browser, decision);
            browser.go("n");
            browser.awaitFocus("crossingPoint");
            browser.type("Lidosta");
            browser.tabTo("born");
            browser.type(born(decision));
            browser.go("Control+Enter");
            assertThat(decision(decision.id()).departedOn()).isEqualTo(today);
            assertThat(browser.keys() - before).isLessThanOrEqualTo(DEPARTURE);
        }
    }

    /** F5: from the open order to the extension that waits for its signature. */
    @Test
    void a_term_is_extended() {
        var decision = decision(samples.served(order(), inspector, decider));
        try (var browser = signedIn(port, "inspektore", decision)) {
            browser.visit("/decisions/" + decision.id());
            var before = browser.keys();
            browser.go("e");
            browser.tabTo("leaveBy");
            browser.press("Control+A");
            browser.type("+14");
            browser.tabTo("reasons");
            browser.type("Bērns mācās skolā.");
            browser.go("Control+Enter");
            assertThat(browser.path()).startsWith("/follow-ups/");
            assertThat(browser.keys() - before).isLessThanOrEqualTo(EXTENSION);
        }
    }

    /** F6: from the list of those that wait, one is signed and the next opens by itself. */
    @Test
    void decisions_are_signed_one_after_another() {
        samples.toSign(order(), inspector);
        var latest = decision(samples.toSign(order(), inspector));
        try (var browser = signedIn(port, "vrs.vaditajs", latest)) {
            browser.visit("/decisions?state=TO_SIGN");
            var before = browser.keys();
            browser.go("Enter");
            var first = opened(browser);
            assertThat(first.id()).isEqualTo(latest.id());
            approve(browser, first);
            assertThat(browser.keys() - before).isLessThanOrEqualTo(APPROVAL);
            assertThat(browser.text())
                    .contains(
                            "Parakstīts: " + decision(first.id()).number(),
                            "Tālāk lēmumu paziņo personai",
                            "Parakstu gaida arī šis lēmums");
            assertThat(browser.page()
                            .locator("[role=status] a[href='/decisions/" + first.id() + "/service']")
                            .count())
                    .isEqualTo(1);
            var next = opened(browser);
            assertThat(next.id()).isNotEqualTo(first.id());
            assertThat(next.isSigned()).isFalse();
        }
    }

    /** The decision of the page he is on. */
    private Decision opened(Browser browser) {
        assertThat(browser.path()).as(browser.text()).startsWith("/decisions/");
        return decision(
                UUID.fromString(browser.path().substring("/decisions/".length()).substring(0, 36)));
    }

    private void approve(Browser browser, Decision waiting) {
        browser.awaitFocus("born");
        var printed =
                browser.page().locator("main a[target=_blank][href='/decisions/" + waiting.id() + "/preview.pdf']");
        assertThat(browser.page()
                        .request()
                        .get(browser.page().url().replaceAll("\\?.*", "") + "/preview.pdf")
                        .headers())
                .containsEntry("content-type", "application/pdf");
        assertThat(printed.count()).isEqualTo(1);
        browser.type(born(waiting));
        browser.go("Control+Enter");
        assertThat(decision(waiting.id()).isSigned()).as(browser.text()).isTrue();
    }

    /** F9: the signed order is printed and served. */
    @Test
    void a_decision_is_printed_and_served() {
        var decision = decision(samples.signed(order(), inspector, decider).decision());
        try (var browser = signedIn(port, "inspektore", decision)) {
            browser.visit("/decisions/" + decision.id());
            var before = browser.keys();
            var printed = browser.page().context().waitForPage(() -> browser.press("p"));
            printed.close();
            browser.page().bringToFront();
            browser.go("n");
            browser.awaitFocus("language");
            browser.type("krievu");
            browser.tabTo("born");
            browser.type(born(decision));
            browser.go("Control+Enter");
            assertThat(decision(decision.id()).servedOn()).isEqualTo(today);
            assertThat(browser.keys() - before).isLessThanOrEqualTo(SERVICE);
        }
    }
}
