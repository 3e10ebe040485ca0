package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Banning by itself and cancelling a ban, by keyboard, within what each may take beyond typed data. */
@RegisterTest
class BanFlowKeysTest {

    private static final int BAN = 25;
    private static final int CANCELLATION = 20;
    private static final int APPROVAL = 6;

    private final int port;
    private final DecisionSamples samples;
    private final BanSamples bans;
    private final Decisions decisions;
    private final SendForSignature send;
    private final SignDecision sign;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor caseworker = official("lietvede");
    private final Actor decider = official("pmlp.vaditajs");

    BanFlowKeysTest(
            @LocalServerPort int port,
            DecisionSamples samples,
            BanSamples bans,
            Decisions decisions,
            SendForSignature send,
            SignDecision sign,
            JdbcClient jdbc,
            Clock clock) {
        this.port = port;
        this.samples = samples;
        this.bans = bans;
        this.decisions = decisions;
        this.send = send;
        this.sign = sign;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    /** As he stands before his work: signed in, with the purpose stated, on this page. */
    private static void open(Browser browser, String login, String path) {
        browser.signIn(login);
        browser.visit(path);
        browser.statePurpose();
    }

    /** F3: from the person to the decision that waits for its signature. */
    @Test
    void somebody_is_banned() {
        var person = samples.open(caseworker).person();
        try (var browser = Browser.open(port, true)) {
            open(browser, "lietvede", "/persons/" + person.value());
            var before = browser.keys();
            browser.go("a");
            browser.awaitFocus("legalBasis");
            browser.check("a ban by itself");
            browser.press("End");
            browser.tabTo("months");
            browser.type("24");
            browser.tabTo("reasons");
            browser.type("Pārkāpums ir atkārtots.");
            browser.press("Tab");
            browser.type("Ģimenes Latvijā nav.");
            browser.go("Control+Enter");
            assertThat(browser.path()).as(browser.text()).startsWith("/decisions/");
            browser.go("Control+Enter");
            assertThat(browser.keys() - before).isLessThanOrEqualTo(BAN);
            var id = samples.reading(() -> jdbc.sql("select id from decision where person_id = :person")
                    .param("person", person.value())
                    .query(UUID.class)
                    .single());
            assertThat(samples.reading(() -> decisions.find(id).orElseThrow()).waitsForSignature())
                    .isTrue();
            assertThat(samples.reading(() -> decisions.bans(id)))
                    .extracting(line -> line.months())
                    .containsExactly(24, 24);
        }
    }

    private static String keyOfCancelling(Browser browser) {
        return browser.page().locator(".choices a:has-text('Atcelt')").first().getAttribute("data-key");
    }

    /** F10: the clerk asks for it, another official signs it. */
    @Test
    void a_ban_is_cancelled() {
        PersonId person = samples.withoutReturn(caseworker);
        var id = bans.signed(person, caseworker, decider);
        try (var browser = Browser.open(port, true)) {
            open(browser, "lietvede", "/decisions/" + id);
            var before = browser.keys();
            browser.go("t");
            browser.go(keyOfCancelling(browser));
            browser.awaitFocus("legalBasis");
            browser.press("End");
            browser.tabTo("reasons");
            browser.type("Apstākļi ir mainījušies.");
            browser.go("Control+Enter");
            assertThat(browser.path()).as(browser.text()).startsWith("/follow-ups/");
            assertThat(browser.keys() - before).isLessThanOrEqualTo(CANCELLATION);

            var followUp = browser.path();
            browser.signOut();
            open(browser, "pmlp.vaditajs", followUp);
            var signing = browser.keys();
            assertThat(browser.page()
                            .locator("main a[target=_blank][href='" + followUp + "/follow-up.pdf']")
                            .count())
                    .isEqualTo(1);
            browser.tabTo("born");
            browser.type("23.05.1990.");
            browser.go("Control+Enter");
            assertThat(samples.reading(() -> decisions.find(id).orElseThrow()).cancelledOn())
                    .isEqualTo(today);
            assertThat(browser.keys() - signing).isLessThanOrEqualTo(APPROVAL);
            assertThat(browser.page()
                            .locator("[role=status] a[href='" + followUp + "/service']")
                            .count())
                    .isEqualTo(1);
        }
    }

    /** Who looked at the case for its number has said nothing that holds for a ban without a case: he is asked. */
    @Test
    void a_ban_without_a_case_waits_after_an_order() {
        var waiting = bans.draft(samples.withoutReturn(caseworker), caseworker);
        as(caseworker, () -> done(send.run(new SendForSignature.Input(waiting, 0), caseworker)));
        samples.reading(() -> jdbc.sql("""
                        update decision set prepared_at = prepared_at - interval '1 year',
                                            sent_at = sent_at - interval '1 year'
                         where id = :id""").param("id", waiting).update());
        var opened = samples.open(caseworker);
        var order = samples.toSign(opened, DecisionSamples.order(), caseworker);
        try (var browser = Browser.open(port, true)) {
            browser.signIn("pmlp.vaditajs");
            browser.visit("/cases/" + opened.caseId());
            assertThat(browser.page().inputValue("#caseRef")).isNotEmpty();
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            browser.visit("/decisions/" + order);
            browser.awaitFocus("born");
            browser.type("23.05.1990.");
            browser.go("Control+Enter");
            assertThat(samples.reading(() -> decisions.find(order).orElseThrow())
                            .isSigned())
                    .as(browser.text())
                    .isTrue();
            assertThat(browser.path()).startsWith("/purpose");
            browser.statePurpose();
            assertThat(browser.path()).isEqualTo("/decisions/" + waiting + "?signed=" + order);
        } finally {
            as(decider, () -> done(sign.run(new SignDecision.Input(waiting, 1), decider)));
        }
    }

    /** Pages that are made for return decisions have nothing to show of it, and none breaks. */
    @Test
    void no_page_of_it_breaks() {
        var id = bans.signed(samples.withoutReturn(caseworker), caseworker, decider);
        try (var browser = Browser.open(port, true)) {
            open(browser, "lietvede", "/decisions/" + id);
            for (var page : new String[] {
                "",
                "/ban",
                "/change",
                "/service",
                "/departure",
                "/follow-up",
                "/remedies",
                "/remedies/new",
                "/removal",
                "/removal/questionnaire",
                "/judgment",
                "/decision.pdf"
            }) {
                var answer = browser.page().request().get("http://localhost:" + port + "/decisions/" + id + page);
                assertThat(answer.status())
                        .as("%s: %s", page, answer.statusText())
                        .isLessThan(500);
            }
        }
    }
}
