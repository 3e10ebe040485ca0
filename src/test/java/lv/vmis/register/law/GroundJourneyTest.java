package lv.vmis.register.law;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A ground is changed on screen: proposed, tried on live drafts, and declined by another official. */
@RegisterTest
class GroundJourneyTest {

    private static final String CODE = "IL2002-61-5-2";

    private final DecisionSamples samples;
    private final LocalDate today;
    private final int port;

    GroundJourneyTest(DecisionSamples samples, Clock clock, @LocalServerPort int port) {
        this.samples = samples;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    @Test
    void a_ground_that_bears_no_ban_for_schengen_any_more_is_tried_and_declined() {
        samples.toSign(
                DecisionSamples.removal(
                        new PlannedBan(BanTerritory.LV, CODE, 36, null),
                        new PlannedBan(BanTerritory.SCH, CODE, 36, null)),
                official("inspektore"));
        String proposal;
        try (var browser = Browser.open(port, true)) {
            browser.signIn("parzine");
            browser.visit("/reference/changes/new");
            browser.leave(() -> browser.page().click("nav.tabs a:has-text('Pamata maiņa')"));
            browser.check("choosing a ground");
            browser.page().selectOption("#code", CODE);
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.page().inputValue("#citationLv"))
                    .isEqualTo("Imigrācijas likuma 61. panta piektās daļas 2. punkts");
            assertThat(browser.page().isChecked("input[name=authorities][value=VRS]"))
                    .isTrue();
            browser.page().selectOption("#sisBasis", new SelectOption().setValue(""));
            browser.page().fill("#validFrom", day(today));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.text()).contains("Avots");
            browser.page().fill("#source", "Grozījumi Imigrācijas likumā (izdomāti)");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.text()).contains("Likumu ar atpakaļejošu spēku nemaina", day(today.plusDays(1)));
            assertThat(browser.page().inputValue("#textLv")).isEqualTo("Ārzemnieks izraidīts piespiedu kārtā");
            browser.check("a refused change of a ground");
            browser.page().fill("#validFrom", day(today.plusYears(1)));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            proposal = browser.path();
            assertThat(browser.text()).contains("Gaida apstiprinājumu", "aizliegumu Šengenas teritorijā");
            browser.check("a proposed change of a ground");
        }
        try (var browser = Browser.open(port, true)) {
            browser.signIn("pmlp.vaditajs");
            browser.visit(proposal);
            browser.leave(() -> browser.page().click("a:has-text('Kuras lietas grozījums skars?')"));
            assertThat(browser.text())
                    .contains("Vai lēmuma projektu var parakstīt", "Nevar parakstīt", "Kas paliek, kā bijis")
                    .contains("Valsts robežsardze");
            browser.check("the trial of a ground");
            browser.visit(proposal);
            browser.page().click("main summary");
            browser.page().fill("#reason", "Nav izsludināts");
            browser.leave(() -> browser.page().click("form[action$='/decline'] button"));
            assertThat(browser.text()).contains("Noraidīts", "Nav izsludināts");
        }
    }

    @Test
    void every_kind_of_change_has_its_form() {
        try (var browser = Browser.open(port, true)) {
            browser.signIn("parzine");
            for (var kind : List.of(ChangeKind.GROUND_ADDED, ChangeKind.GROUND_ENDED)) {
                browser.visit("/reference/changes/new?kind=" + kind);
                browser.check("a new " + kind);
                browser.leave(() -> browser.page().click("main button[data-primary]"));
                assertThat(browser.page().locator(".govuk-error-summary li").count())
                        .as("%s asks for what is missing", kind)
                        .isEqualTo(kind == ChangeKind.GROUND_ADDED ? 10 : 3);
                browser.check("a refused " + kind);
            }
        }
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy.").format(day);
    }
}
