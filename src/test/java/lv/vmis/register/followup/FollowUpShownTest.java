package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of a decision, a person and a case show of follow-up decisions. */
@RegisterTest
class FollowUpShownTest {

    private static final String BORN = "23.05.1990";

    private final int port;
    private final DecisionSamples samples;
    private final BanSamples bans;
    private final JdbcClient jdbc;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final FollowUps followUps;
    private final Decisions decisions;
    private final LocalDate today;
    private final String day;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final PlannedBan latvia = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);
    private final PlannedBan schengen = new PlannedBan(BanTerritory.SCH, "DIR2008-115-11", 24, null);

    FollowUpShownTest(
            @LocalServerPort int port,
            DecisionSamples samples,
            BanSamples bans,
            JdbcClient jdbc,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            FollowUps followUps,
            Decisions decisions,
            Clock clock) {
        this.port = port;
        this.samples = samples;
        this.bans = bans;
        this.jdbc = jdbc;
        this.prepare = prepare;
        this.sign = sign;
        this.followUps = followUps;
        this.decisions = decisions;
        this.today = LocalDate.now(clock);
        this.day = LatvianDates.numeric(today);
    }

    @Test
    void a_decision_says_what_became_of_its_bans() {
        var id = samples.departed(removal(latvia, schengen), inspector, decider);
        followed(id, ban(id, BanTerritory.SCH), FollowUpKind.CANCEL, null);
        followed(id, ban(id, BanTerritory.LV), FollowUpKind.REDUCE, 24);

        var browser = browser("inspektore", id);
        assertThat(page(browser, "/decisions/" + id))
                .contains("Aizliegums (Šengenas teritorija): atcelts no " + day)
                .contains("Aizliegums (Latvija): " + day + "–" + LatvianDates.numeric(today.plusMonths(24)))
                .contains("36 mēneši, samazināts līdz 24 mēnešiem")
                .doesNotContain("nenoteiktu laiku");

        followed(id, ban(id, BanTerritory.LV), FollowUpKind.SUSPEND, null);
        assertThat(page(browser, "/decisions/" + id)).contains("Aizliegums (Latvija): apturēts no " + day);
    }

    @Test
    void an_indefinite_ban_says_from_when() {
        var ban = bans.forever(official("lietvede"));
        var id = samples.reading(() -> jdbc.sql("select decision_id from ban where id = :id")
                .param("id", ban)
                .query(UUID.class)
                .single());
        assertThat(page(browser("inspektore", id), "/decisions/" + id)).contains("no " + day + ", uz nenoteiktu laiku");
    }

    @Test
    void a_person_keeps_what_was_cancelled_after_what_is_in_force() {
        var id = samples.departed(removal(latvia, schengen), inspector, decider);
        followed(id, ban(id, BanTerritory.LV), FollowUpKind.REDUCE, 24);
        followed(id, ban(id, BanTerritory.SCH), FollowUpKind.CANCEL, null);

        var browser = browser("inspektore", id);
        for (var tab : new String[] {"", "/bans"}) {
            assertThat(page(browser, "/persons/" + decision(id).personId().value() + tab))
                    .containsSubsequence(
                            "card--ban",
                            "Spēkā",
                            "Latvija",
                            "36 mēneši, samazināts līdz 24 mēnešiem",
                            "Atcelts",
                            "Šengenas teritorija",
                            "Atcelts no " + day);
        }
    }

    @Test
    void a_case_shows_what_the_person_is_still_to_be_told_even_when_he_has_left() {
        var id = samples.departed(removal(latvia), inspector, decider);
        var followUp = followed(id, ban(id, BanTerritory.LV), FollowUpKind.CANCEL, null);
        var page = page(browser("inspektore", id), "/cases/" + decision(id).caseId());
        assertThat(page)
                .containsSubsequence(
                        "/decisions/" + id,
                        "/follow-ups/" + followUp,
                        number(followUp),
                        "Latvija",
                        "/follow-ups/" + followUp + "/service",
                        "Vēl nav paziņots")
                .contains("Jāpaziņo turpmākais lēmums");
    }

    @Test
    void whoever_signs_reads_on_the_next_page_what_he_has_signed() {
        var id = samples.toSign(order(), inspector);
        var browser = browser("vrs.vaditajs", id);
        browser.get("/decisions/" + id);
        var next =
                PlainBrowser.location(browser.post("/decisions/" + id + "/sign", Map.of("version", "1", "born", BORN)));
        assertThat(next).endsWith("?signed=" + id);
        var note = "Parakstīts: " + decision(id).number();
        browser.post("/purpose", purpose(decision(shown(next))));
        assertThat(page(browser, next)).contains(note);

        var other = browser("inspektore", id);
        assertThat(page(other, "/decisions/" + id + "?signed=" + id)).doesNotContain(note);
    }

    @Test
    void whoever_signs_a_follow_up_reads_it_too() {
        var id = samples.departed(removal(latvia), inspector, decider);
        var followUp = prepared(id, ban(id, BanTerritory.LV), FollowUpKind.CANCEL, null);
        var browser = browser("vrs.vaditajs", id);
        browser.get("/follow-ups/" + followUp);
        var next = PlainBrowser.location(
                browser.post("/follow-ups/" + followUp + "/sign", Map.of("version", "0", "born", BORN)));
        assertThat(next).endsWith("?signed=" + followUp);
        assertThat(page(browser, "/follow-ups/" + followUp + "?signed=" + followUp))
                .contains("Parakstīts: " + number(followUp));
    }

    /** Signed in, with the purpose stated. */
    private PlainBrowser browser(String login, UUID decision) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        browser.get("/purpose?person=" + decision(decision).personId().value());
        browser.post("/purpose", purpose(decision(decision)));
        return browser;
    }

    private static Map<String, String> purpose(Decision decision) {
        var person = decision.personId().value().toString();
        return Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person, "back", "/");
    }

    private static UUID shown(String address) {
        return UUID.fromString(address.replaceAll(".*/decisions/([^?]+).*", "$1"));
    }

    private static String page(PlainBrowser browser, String address) {
        var answer = browser.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body().replaceAll("(<br>)?\\s+", " ");
    }

    private UUID followed(UUID decision, UUID ban, FollowUpKind kind, @Nullable Integer months) {
        var id = prepared(decision, ban, kind, months);
        return as(decider, () -> done(sign.run(new SignFollowUp.Input(id, 0), decider)));
    }

    private UUID prepared(UUID decision, UUID ban, FollowUpKind kind, @Nullable Integer months) {
        var in = new PrepareFollowUp.Input(decision, ban, kind, "APL-86", today, null, months, "Jauni apstākļi");
        return as(inspector, () -> done(prepare.run(in, inspector)));
    }

    private UUID ban(UUID decision, BanTerritory territory) {
        return samples.reading(() -> followUps.targets(decision)).stream()
                .filter(target -> territory.name().equals(String.valueOf(target.territory())))
                .flatMap(target -> Stream.ofNullable(target.banId()))
                .findFirst()
                .orElseThrow();
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private String number(UUID followUp) {
        return Objects.requireNonNull(
                samples.reading(() -> followUps.find(followUp).orElseThrow()).number());
    }
}
