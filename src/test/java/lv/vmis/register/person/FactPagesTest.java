package lv.vmis.register.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegisterTest
class FactPagesTest {

    private final FactForms forms;
    private final DecisionSamples samples;
    private final int port;
    private final Actor inspector = Someone.of(Role.INSPECTOR);

    FactPagesTest(MockMvcTester browser, DecisionSamples samples, @LocalServerPort int port) {
        this.forms = new FactForms(browser);
        this.samples = samples;
        this.port = port;
    }

    @Test
    void who_comes_second_is_shown_field_by_field_what_the_first_changed_and_loses_nothing() throws Exception {
        var person = person();
        var page = "/persons/" + person + "/facts/identity/" + samples.identity(person) + "/edit";
        var mine = FactForms.fields(get(Role.INSPECTOR, person, page));
        var theirs = FactForms.fields(get(Role.CASEWORKER, person, page));

        theirs.putAll(Map.of("family_name", "Pirmais", "birth_place", "Buhāra", "why", "TYPING"));
        assertThat(post(Role.CASEWORKER, page, theirs)).hasStatus(303);

        mine.putAll(Map.of("family_name", "Otrais", "given_names", "Mans", "why", "TYPING"));
        var refused = post(Role.INSPECTOR, page, mine);
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains(Someone.of(Role.CASEWORKER).name(), "Pirmais", "Otrais", "Buhāra");

        var again = FactForms.fields(refused);
        assertThat(again)
                .containsEntry("family_name", "Otrais")
                .containsEntry("given_names", "Mans")
                .containsEntry("birth_place", "Buhāra");
        assertThat(post(Role.INSPECTOR, page, again)).hasStatus(303);
        assertThat(get(Role.INSPECTOR, person, "/persons/" + person + "/identities"))
                .bodyText()
                .contains("Otrais", "Mans", "Buhāra");
    }

    @Test
    void special_data_are_for_those_who_need_them_and_survive_a_correction_by_others() throws Exception {
        var person = person();
        var page = "/persons/" + person + "/facts/identity/" + samples.identity(person) + "/edit";
        var known = FactForms.fields(get(Role.INSPECTOR, person, page));
        known.putAll(Map.of("ethnicity", "UZBEK", "why", "TYPING"));
        assertThat(post(Role.INSPECTOR, page, known)).hasStatus(303);

        var stewards = get(Role.STEWARD, person, page);
        assertThat(stewards).bodyText().doesNotContain("ethnicity");
        var corrected = FactForms.fields(stewards);
        corrected.putAll(Map.of("birth_place", "Hiva", "why", "TYPING"));
        assertThat(post(Role.STEWARD, page, corrected)).hasStatus(303);
        assertThat(get(Role.STEWARD, person, "/persons/" + person + "/identities"))
                .bodyText()
                .contains("Hiva")
                .doesNotContain("Uzbeks");
        assertThat(get(Role.INSPECTOR, person, "/persons/" + person + "/identities"))
                .bodyText()
                .contains("Hiva", "Uzbeks");
        assertThat(get(Role.STEWARD, person, "/persons/" + person + "/facts/vulnerability/new"))
                .hasStatus(404);
    }

    @Test
    void mistakes_are_told_all_at_once_and_what_was_typed_stays() {
        var person = person();
        var page = "/persons/" + person + "/facts/document";
        get(Role.INSPECTOR, person, page + "/new");
        var typed = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "type", "P",
                "number", "AA 1234567",
                "issuer", "Nekuriene",
                "state", "STOLEN",
                "issued_on", "05.03.2020.",
                "expires_on", "05.03.2010."));
        var refused = post(Role.INSPECTOR, page, typed);
        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyText()
                .contains(
                        "AA 1234567",
                        "Nekuriene",
                        "issuer-error",
                        "state_on-error",
                        "expires_on-error",
                        "source-error");
        typed.putAll(
                Map.of("issuer", "UZB", "state_on", "20.11.2026.", "expires_on", "05.03.2030.", "source", "DOCUMENT"));
        assertThat(post(Role.INSPECTOR, page, typed)).hasStatus(303);
        assertThat(post(Role.INSPECTOR, page, typed)).as("a second click").hasStatus(303);
    }

    @Test
    void what_is_typed_is_kept_for_its_official_until_the_form_takes_effect() throws Exception {
        var person = person();
        var page = "/persons/" + person + "/facts/mark/new";
        get(Role.INSPECTOR, person, page);
        assertThat(post(Role.INSPECTOR, "/unsent", Map.of("_unsent", page, "text", "Rēta uz pieres")))
                .hasStatusOk();
        assertThat(get(Role.INSPECTOR, person, page)).bodyText().contains("Rēta uz pieres");
        assertThat(get(Role.CASEWORKER, person, page)).bodyText().doesNotContain("Rēta uz pieres");
        assertThat(post(
                        Role.INSPECTOR,
                        "/persons/" + person + "/facts/mark",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "_unsent",
                                page,
                                "text",
                                "Rēta uz pieres",
                                "source",
                                "OFFICIAL")))
                .hasStatus(303);
        assertThat(get(Role.INSPECTOR, person, page)).bodyText().doesNotContain("Rēta uz pieres");
        assertThat(post(Role.INSPECTOR, "/unsent", Map.of("_unsent", "https://example.org/", "text", "X")))
                .hasStatus(400);
    }

    /** F15: at most 6 keys beyond what is typed. */
    @Test
    void a_wrong_field_is_corrected_with_few_keys() {
        var person = person();
        for (var scripts : new boolean[] {true, false}) {
            try (var window = Browser.open(port, scripts)) {
                window.signIn("inspektore");
                window.visit("/persons/" + person + "/identities");
                if (window.path().startsWith("/purpose")) {
                    window.tabTo("reason");
                    window.type("Datu labošana");
                    window.go(scripts ? "Control+Enter" : "Enter");
                }
                var before = window.keys();
                if (scripts) {
                    window.go("e");
                } else {
                    window.leave(() -> window.page().click(".fact >> text=Labot >> nth=0"));
                }
                window.page().locator("#family_name").selectText();
                window.type("Labojums" + scripts);
                window.press("Tab");
                window.press("p");
                if (scripts) {
                    window.go("Control+Enter");
                    assertThat(window.keys() - before).isLessThanOrEqualTo(6);
                    window.check("a corrected fact");
                } else {
                    window.leave(() -> window.page().click("text=Saglabāt"));
                }
                assertThat(window.text()).contains("Labojums" + scripts, "Vēsture");
            }
        }
    }

    private PersonId person() {
        return samples.open(inspector).person();
    }

    private MvcTestResult get(Role role, PersonId person, String page) {
        return forms.get(role, person, page);
    }

    private MvcTestResult post(Role role, String page, Map<String, String> form) {
        return forms.post(role, page, form);
    }
}
