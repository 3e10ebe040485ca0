package lv.vmis.register.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegisterTest
class FindingPagesTest {

    private final MockMvcTester browser;
    private final EnterFinding enterFinding;
    private final LocalDate today;
    private final Actor inspector = Someone.of(Role.INSPECTOR);

    private final DecisionSamples samples;
    private final JdbcClient jdbc;

    FindingPagesTest(
            MockMvcTester browser, EnterFinding enterFinding, DecisionSamples samples, JdbcClient jdbc, Clock clock) {
        this.samples = samples;
        this.jdbc = jdbc;
        this.browser = browser;
        this.enterFinding = enterFinding;
        this.today = LocalDate.now(clock);
    }

    @Test
    void where_somebody_else_was_found_is_told_for_a_purpose_only() {
        var answer = browser.get()
                .uri("/findings/new?together=" + entered())
                .with(user(inspector.account().toString()))
                .exchange();
        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getHeader("Location")).startsWith("/purpose?");
    }

    @Test
    void a_form_with_an_identifier_that_no_page_wrote_is_not_read() {
        for (var field : new String[] {"person", "together"}) {
            var answer = browser.post()
                    .uri("/findings")
                    .param("key", UUID.randomUUID().toString())
                    .param(field, "abc")
                    .with(user(inspector.account().toString()))
                    .with(csrf())
                    .exchange();
            assertThat(answer).as(field).hasStatus(400);
        }
        var without = browser.post()
                .uri("/findings")
                .with(user(inspector.account().toString()))
                .with(csrf())
                .exchange();
        assertThat(without).hasStatus(400);
    }

    @Test
    void a_new_person_like_one_of_the_register_is_asked_about_before_he_is_entered() throws Exception {
        var known = opened("Kamoliddinov", "Farrukhbek");
        var asked = enter(Map.of("familyName", "Kamolidinov", "givenNames", "Farruxbek"));
        assertThat(asked).hasStatus(422);
        var page = asked.getResponse().getContentAsString();
        assertThat(page)
                .contains("KAMOLIDDINOV Farrukhbek")
                .contains(known.person().toString());
        assertThat(looksAt(known.person(), "finding.likely")).isEqualTo(1);

        var him = new HashMap<>(Map.of(
                "familyName",
                "Kamolidinov",
                "givenNames",
                "Farruxbek",
                "person",
                known.person().toString()));
        assertThat(enter(him).getResponse().getHeader("Location"))
                .as("it is he, and whoever asks for his open cases says why")
                .startsWith("/purpose?");
        assertThat(casesOf(known.person())).isEqualTo(1);
        him.put("openCase", known.caseId().toString());
        assertThat(enter(him)).hasStatus(303).hasRedirectedUrl("/cases/" + known.caseId());
        assertThat(casesOf(known.person())).isEqualTo(1);
        assertThat(findingsIn(known.person())).isEqualTo(2);
        him.put("openCase", "NEW");
        assertThat(enter(him)).hasStatus(303);
        assertThat(casesOf(known.person())).isEqualTo(2);

        var key = UUID.randomUUID().toString();
        var other = Map.of(
                "key", key, "familyName", "Kamolidinov", "givenNames", "Farruxbek", "distinctFrom", numberIn(page));
        var entered = enter(other);
        assertThat(entered).as("it is somebody else").hasStatus(303);
        assertThat(enter(other).getResponse().getHeader("Location"))
                .as("a second click is not asked about the person it entered")
                .isEqualTo(entered.getResponse().getHeader("Location"));
    }

    @Test
    void a_brother_of_somebody_known_is_entered_without_a_question() {
        opened("Rahmonqulov", "Bahodir");
        assertThat(enter(Map.of("familyName", "Rahmonqulov", "givenNames", "Sanjar")))
                .hasStatus(303);
    }

    private MvcTestResult enter(Map<String, String> changed) {
        var form = new HashMap<>(Map.ofEntries(
                Map.entry("key", UUID.randomUUID().toString()),
                Map.entry("sex", "M"),
                Map.entry("birthDate", "05.03.1990."),
                Map.entry("nationality", "UZB"),
                Map.entry("nationalityType", "CITIZEN"),
                Map.entry("foundOn", "01.06.2026."),
                Map.entry("placeKind", "INLAND"),
                Map.entry("place", "Rīga"),
                Map.entry("circumstances", "Uzturas pēc vīzas termiņa beigām."),
                Map.entry("legalBasis", "IL2002-1-1-6.1")));
        form.putAll(changed);
        var post = browser.post().uri("/findings");
        form.forEach(post::param);
        return post.with(user(inspector.account().toString())).with(csrf()).exchange();
    }

    private static String numberIn(String page) {
        var value = Pattern.compile("name=\"distinctFrom\" value=\"([0-9,]+)\"").matcher(page);
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private int casesOf(PersonId person) {
        return count("select count(*) from return_case where person_id = :person", person);
    }

    private int findingsIn(PersonId person) {
        return count("select count(*) from finding where person_id = :person", person);
    }

    private int looksAt(PersonId person, String operation) {
        return count(
                "select count(*) from entry where operation = '" + operation + "' and :person = any(persons)", person);
    }

    private int count(String query, PersonId person) {
        return samples.reading(() -> jdbc.sql(query)
                .param("person", person.value())
                .query(Integer.class)
                .single());
    }

    private EnterFinding.Opened opened(String family, String given) {
        return samples.openFor(SomeForeigner.named(family, given), inspector);
    }

    private UUID entered() {
        var outcome = Someone.as(
                inspector,
                () -> enterFinding.run(
                        new EnterFinding.Input(
                                null, SomeForeigner.named("Karimov", "Aziz"), null, SomeForeigner.found(today)),
                        inspector));
        return outcome instanceof Done<EnterFinding.Opened>(var opened) ? opened.caseId() : UUID.randomUUID();
    }
}
