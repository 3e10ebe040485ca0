package lv.vmis.register.returns;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.duty.NextStep;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.ServeFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.whereabouts.NoteWhereabouts;
import lv.vmis.register.whereabouts.SearchState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The next step of a case leads to the page on which it is done, for those who may do it. */
@RegisterTest
class StepPageTest {

    private static final Actor INSPECTOR = official("inspektore");
    private static final Actor DECIDER = official("vrs.vaditajs");

    private final DecisionSamples samples;
    private final Decisions decisions;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final ServeFollowUp tell;
    private final FileRemedy file;
    private final NoteWhereabouts search;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final int port;
    private final Set<NextStep> seen = EnumSet.noneOf(NextStep.class);

    StepPageTest(
            DecisionSamples samples,
            Decisions decisions,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            ServeFollowUp tell,
            FileRemedy file,
            NoteWhereabouts search,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.samples = samples;
        this.decisions = decisions;
        this.prepare = prepare;
        this.sign = sign;
        this.tell = tell;
        this.file = file;
        this.search = search;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    private UUID caseOf(UUID decision) {
        return samples.reading(() -> decisions.find(decision).orElseThrow()).caseId();
    }

    private NextStep step(UUID caseId) {
        return NextStep.valueOf(samples.reading(() -> jdbc.sql("select next_step from return_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .single()));
    }

    private PlainBrowser at(String login, UUID caseId) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        var person = samples.reading(() -> jdbc.sql("select person_id from return_case where id = :id")
                .param("id", caseId)
                .query(UUID.class)
                .single());
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
        return browser;
    }

    /** It is the step, its name leads there, and there stands the form that is sent to the address. */
    private void leads(NextStep step, String login, UUID caseId, String page, String sentTo) {
        assertThat(step(caseId)).isEqualTo(step);
        var browser = at(login, caseId);
        assertThat(browser.get("/cases/" + caseId).body())
                .as(step.name())
                .contains("<strong><a href=\"" + page + "\">");
        var there = browser.get(page);
        assertThat(there.statusCode()).as(page).isEqualTo(200);
        assertThat(there.body()).as(page).contains(sentTo);
        seen.add(step);
    }

    private void leadsNowhere(String login, UUID caseId) {
        assertThat(at(login, caseId).get("/cases/" + caseId).body())
                .as("%s: %s", login, step(caseId))
                .contains("id=\"next\"")
                .doesNotContain("<strong><a href=");
    }

    private UUID followed(UUID decision, FollowUpKind kind) {
        var in = new PrepareFollowUp.Input(decision, null, kind, "APL-86", today, null, null, "Pamats");
        var id = as(INSPECTOR, () -> done(prepare.run(in, INSPECTOR)));
        return as(DECIDER, () -> done(sign.run(new SignFollowUp.Input(id, 0), DECIDER)));
    }

    @Test
    void every_step_leads_to_its_form() {
        var opened = samples.open(INSPECTOR);
        var id = opened.caseId();
        leads(NextStep.DECIDE, "inspektore", id, "/cases/" + id + "/decision", "name=\"termDays\"");
        leadsNowhere("lietvede", id);
        leadsNowhere("konvojs", id);

        var drafted = samples.open(INSPECTOR);
        var draft = samples.prepared(drafted.caseId(), order(), INSPECTOR);
        leads(NextStep.FINISH, "inspektore", drafted.caseId(), "/decisions/" + draft, "/decisions/" + draft + "/send");
        leadsNowhere("lietvede", drafted.caseId());

        var sent = samples.toSign(opened, order(), INSPECTOR);
        leads(NextStep.SIGN, "vrs.vaditajs", id, "/decisions/" + sent, "/decisions/" + sent + "/sign");
        leadsNowhere("inspektore", id);

        var signed = samples.signed(order(), INSPECTOR, DECIDER).decision();
        leadsToFormOf(NextStep.SERVE, "konvojs", caseOf(signed), "/decisions/" + signed + "/service");

        var served = samples.served(order(), INSPECTOR, DECIDER);
        leadsToFormOf(NextStep.LEAVE, "inspektore", caseOf(served), "/decisions/" + served + "/departure");

        var removed = samples.served(removal(), INSPECTOR, DECIDER);
        var plan = "/decisions/" + removed + "/removal";
        leads(NextStep.REMOVE, "konvojs", caseOf(removed), plan, plan + "/");

        var remedy = as(
                INSPECTOR,
                () -> done(file.run(
                        new FileRemedy.Input(served, RemedyKind.CONTEST, today, "Priekšnieks", null, true, null),
                        INSPECTOR)));
        leadsToFormOf(NextStep.AWAIT_RESULT, "inspektore", caseOf(served), "/remedies/" + remedy + "/result");
        leadsNowhere("lietvede", caseOf(served));

        var halted = samples.served(order(), INSPECTOR, DECIDER);
        var halt = followed(halted, FollowUpKind.SUSPEND);
        leadsToFormOf(NextStep.SERVE_FOLLOW_UP, "inspektore", caseOf(halted), "/follow-ups/" + halt + "/service");
        as(INSPECTOR, () -> done(tell.run(new ServeFollowUp.Input(halt, today, "SIGNED", "ru", null), INSPECTOR)));
        var next = "/decisions/" + halted + "/follow-up";
        leads(NextStep.RESUME, "inspektore", caseOf(halted), next, next + "?kind=RESUME");

        var sought = samples.open(INSPECTOR).caseId();
        var in = new NoteWhereabouts.Input(sought, 0, SearchState.UNKNOWN, today, "Adresē nav", today.plusDays(5));
        as(INSPECTOR, () -> done(search.run(in, INSPECTOR)));
        leadsToFormOf(NextStep.REVIEW, "inspektore", sought, "/cases/" + sought + "/whereabouts");

        goneBeforeAndAfterService();
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).containsExactly(NextStep.CONCLUDE);
    }

    private void leadsToFormOf(NextStep step, String login, UUID caseId, String page) {
        leads(step, login, caseId, page, "action=\"" + page + "\"");
    }

    /** The departure is confirmed under a decision that was served; another is cancelled. */
    private void goneBeforeAndAfterService() {
        var told = samples.open(INSPECTOR);
        var served = samples.served(told, order(), INSPECTOR, DECIDER);
        samples.departed(samples.openFor(told.person(), INSPECTOR), order(), INSPECTOR, DECIDER);
        leadsToFormOf(NextStep.GONE, "inspektore", told.caseId(), "/decisions/" + served + "/departure");

        var untold = samples.open(INSPECTOR);
        var signed = samples.signed(untold, order(), INSPECTOR, DECIDER).decision();
        samples.departed(samples.openFor(untold.person(), INSPECTOR), order(), INSPECTOR, DECIDER);
        var next = "/decisions/" + signed + "/follow-up";
        leads(NextStep.GONE, "inspektore", untold.caseId(), next, next + "?kind=CANCEL");
    }

    @Test
    void a_case_to_be_concluded_offers_both_ways_and_its_closing_is_filled_in() {
        var opened = samples.open(INSPECTOR);
        var page = "/cases/" + opened.caseId();
        var browser = at("inspektore", opened.caseId());
        assertThat(browser.get(page + "/close").body())
                .contains("ja tās mērķis sasniegts bez izbraukšanas")
                .doesNotContain("value=\"LEFT\"");
        assertThat(browser.get(page).body()).contains(page + "/detention", page + "/alternative");
        samples.departed(samples.openFor(opened.person(), INSPECTOR), order(), INSPECTOR, DECIDER);

        assertThat(step(opened.caseId())).isEqualTo(NextStep.CONCLUDE);
        assertThat(browser.get(page).body())
                .contains(
                        "govuk-button\" href=\"/persons/" + opened.person() + "/ban\"",
                        "govuk-button--secondary\" href=\"" + page + "/close\"")
                .containsOnlyOnce(page + "/close\"")
                .doesNotContain(page + "/detention", page + "/alternative");
        assertThat(browser.get(page + "/close").body())
                .contains(
                        "Persona izbrauca " + LatvianDates.numeric(today) + " pēc lēmuma citā lietā",
                        "value=\"" + LatvianDates.numeric(today) + "\"")
                .containsPattern("value=\"LEFT\"\\s+selected")
                .doesNotContain("ja tās mērķis sasniegts bez izbraukšanas");
    }

    @Test
    void a_draft_that_is_signed_no_more_is_said_to_be_withdrawn() {
        var opened = samples.open(INSPECTOR);
        samples.toSign(opened, order(), INSPECTOR);
        var browser = at("inspektore", opened.caseId());
        assertThat(browser.get("/cases/" + opened.caseId()).body()).doesNotContain("projektu vairs neparaksta");
        samples.departed(samples.openFor(opened.person(), INSPECTOR), order(), INSPECTOR, DECIDER);
        assertThat(browser.get("/cases/" + opened.caseId()).body()).contains("projektu vairs neparaksta");
    }
}
