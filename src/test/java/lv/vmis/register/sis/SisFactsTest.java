package lv.vmis.register.sis;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.exchange.Taken;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An official reads all that another State tells, and answers himself. */
@RegisterTest
class SisFactsTest {

    private final DecisionSamples samples;
    private final Alerts alerts;
    private final SisNotices notices;
    private final Consultations consultations;
    private final NsisCorrespondence nsis;
    private final Clock clock;
    private final PlainBrowser browser;
    private final Actor inspector = official("inspektore");
    private final Actor keeper = official("lietvede");

    SisFactsTest(
            @LocalServerPort int port,
            DecisionSamples samples,
            Alerts alerts,
            SisNotices notices,
            Consultations consultations,
            NsisCorrespondence nsis,
            Clock clock) {
        this.samples = samples;
        this.alerts = alerts;
        this.notices = notices;
        this.consultations = consultations;
        this.nsis = nsis;
        this.clock = clock;
        this.browser = new PlainBrowser(port);
    }

    @BeforeEach
    void sign_in() {
        browser.signIn("lietvede");
    }

    private record Known(PersonId person, String number) {}

    /** Somebody with an alert in SIS. */
    private Known known() {
        var opened = samples.open(inspector);
        while (NsisStandIn.findsSomething(opened.person().toString())) {
            opened = samples.open(inspector);
        }
        var person = opened.person();
        samples.served(opened, order(), inspector, official("vrs.vaditajs"));
        soon(() -> samples.reading(() -> alerts.of(person)).stream().anyMatch(SisFactsTest::isEntered));
        var number = samples.reading(() -> alerts.of(person)).getFirst().sisId();
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
        return new Known(person, Objects.requireNonNull(number));
    }

    private static boolean isEntered(Alert alert) {
        return alert.state() == AlertState.ENTERED && alert.messageId() == null;
    }

    private void receive(String kind, Markup body) {
        assertThat(Xml.fault(body.toString(), nsis.schema())).isEmpty();
        var received =
                new Received(Correspondent.NSIS, UUID.randomUUID().toString(), kind, body.toString(), clock.instant());
        assertThat(samples.reading(() -> nsis.received(received, keeper))).isEqualTo(Taken.DONE);
    }

    @Test
    void a_hit_is_shown_with_every_fact_of_the_message_and_no_answer_is_chosen_before() {
        var known = known();
        receive(
                "hit",
                Markup.message("hit")
                        .with("alert", known.number())
                        .with("kind", "EXIT")
                        .with("state", "DEU")
                        .with("on", LocalDate.now(clock))
                        .with("at", "06:40")
                        .with("reference", "DE-17")
                        .with("left", true)
                        .with("removed", false)
                        .holding("place", "Frankfurte")
                        .holding("identity", "TESTER Asis")
                        .holding("document", "Pase AB 77")
                        .holding("measure", "Izlaista")
                        .holding("note", "Bez bagāžas"));
        var hit = samples.reading(() -> notices.of(known.person())).getFirst();
        var address = "/sis/notices/" + hit.id();

        var page = browser.get(address).body();

        assertThat(page)
                .contains(
                        "Vācija", "plkst. 06:40", "Frankfurte", "TESTER Asis", "Pase AB 77", "Izlaista", "Bez bagāžas")
                .contains("DE-17", known.number(), "Izbraukusi pati")
                .doesNotContain(" checked");
        var unanswered = browser.post(address, Map.of("note", ""));
        assertThat(unanswered.statusCode()).isEqualTo(422);
        assertThat(unanswered.body()).contains("Izvēlieties vienu no atbildēm");
    }

    @Test
    void what_sis_itself_tells_is_only_taken_note_of() {
        var known = known();
        receive(
                "notice",
                Markup.message("notice")
                        .with("alert", known.number())
                        .with("kind", "REVIEW_WARNING")
                        .with("on", LocalDate.now(clock)));
        var notice = samples.reading(() -> notices.of(known.person())).getFirst();

        assertThat(browser.get("/sis/notices/" + notice.id()).body())
                .contains("Pieņemt zināšanai")
                .doesNotContain("type=\"radio\"");
        assertThat(browser.post("/sis/notices/" + notice.id(), Map.of("answer", "NOTED"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void who_asks_and_who_only_tells_is_said_apart_and_both_with_all_they_tell() {
        var known = known();
        receive("consultation", question(known, "PERMIT_INTENDED", "darba atļauja"));
        var asked = samples.reading(() -> consultations.of(known.person())).getFirst();
        receive("consultation", question(known, "PURPOSE_REACHED", "persona izbraukusi"));
        var told = samples.reading(() -> consultations.of(known.person())).getFirst();

        assertThat(browser.get("/sis/consultations/" + asked.id()).body())
                .contains(
                        "<dt>Jautā</dt><dd>Polija</dd>",
                        "darba atļauja",
                        "PL-5",
                        "TESTER Azis",
                        "Pase AB 78",
                        "Steidzami");
        assertThat(browser.get("/sis/consultations/" + told.id()).body())
                .contains("<dt>Ziņo</dt><dd>Polija</dd>")
                .doesNotContain("Jautā");
    }

    private static Markup question(Known known, String kind, String subject) {
        return Markup.message("consultation")
                .with("alert", known.number())
                .with("kind", kind)
                .with("state", "POL")
                .with("subject", subject)
                .with("reference", "PL-5")
                .holding("identity", "TESTER Azis")
                .holding("document", "Pase AB 78")
                .holding("note", "Steidzami");
    }
}
