package lv.vmis.register.check;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.partner.AgreementSamples;
import lv.vmis.register.partner.Terms;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A check as of a past moment answers as the register would have then, for those whose agreement or role allows it. */
@RegisterTest
class CheckAsOfTest {

    private final MockMvcTester mvc;
    private final AgreementSamples agreements;
    private final DecisionSamples made;
    private final JoiningSamples joining;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final Samples samples;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final JsonMapper json = new JsonMapper();
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    CheckAsOfTest(
            MockMvcTester mvc,
            AgreementSamples agreements,
            DecisionSamples made,
            JoiningSamples joining,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.mvc = mvc;
        this.agreements = agreements;
        this.made = made;
        this.joining = joining;
        this.prepare = prepare;
        this.sign = sign;
        this.samples = new Samples(jdbc, transactions, following);
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private MvcTestResult ask(String agreement, String number, String birth, String asOf) {
        return mvc.post()
                .uri("/api/v1/checks")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(set -> AgreementSamples.headers(agreement).forEach(set::set))
                .content("""
                        {"document": {"number": "%s", "issuer": "UZB"}, "nationality": "UZB", "birthDate": "%s"%s}
                        """.formatted(number, birth, asOf.isEmpty() ? "" : ", \"asOf\": \"" + asOf + "\""))
                .exchange();
    }

    private JsonNode read(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private String verdict(String agreement, String number, String birth, Instant asOf) {
        var answer = read(ask(agreement, number, birth, asOf.toString()));
        assertThat(answer.get("asOf").asString()).isEqualTo(asOf.toString());
        return answer.get("verdict").asString();
    }

    private String birth(PersonId person) {
        return made.reading(() -> jdbc.sql("select birth_date from identity where person_id = :person limit 1")
                .param("person", person.value())
                .query(String.class)
                .single());
    }

    @Test
    void what_was_known_then_is_answered_whatever_was_learnt_since() {
        var agreement = agreements.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        var unknown = clock.instant();
        var opened = made.open(inspector);
        var number = Samples.number();
        samples.document(opened.person().value(), number, "UZB");
        var birth = birth(opened.person());
        var found = clock.instant();
        var decision = made.departed(
                opened, order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null)), inspector, decider);
        var banned = clock.instant();
        var cancel = new PrepareFollowUp.Input(
                decision, null, FollowUpKind.CANCEL, "APL-86", today, null, null, "Apstākļi mainījušies.");
        var draft = as(inspector, () -> done(prepare.run(cancel, inspector)));
        as(decider, () -> done(sign.run(new SignFollowUp.Input(draft, 0), decider)));

        assertThat(verdict(agreement, number, birth, unknown)).isEqualTo("NO_BAN");
        assertThat(verdict(agreement, number, birth, found)).isEqualTo("NO_BAN");
        assertThat(verdict(agreement, number, birth, banned)).isEqualTo("BAN");
        assertThat(verdict(agreement, number, birth, clock.instant())).isEqualTo("NO_BAN");
        var now = read(ask(agreement, number, birth, ""));
        assertThat(now.get("verdict").asString()).isEqualTo("NO_BAN");
        assertThat(now.has("asOf")).isFalse();
        assertThat(recorded(agreement, banned)).isOne();
    }

    private int recorded(String agreement, Instant asOf) {
        return made.reading(() -> jdbc.sql("""
                        select count(*) from entry
                         where operation = 'check' and agreement = :agreement and search_data ->> 'asOf' = :at
                        """)
                .param("agreement", agreement)
                .param("at", asOf.toString())
                .query(Integer.class)
                .single());
    }

    @Test
    void whoever_was_joined_since_was_another_then() {
        var agreement = agreements.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        var number = Samples.number();
        var family = Samples.name();
        var holder = samples.person(family, "Amar", "1988-01-02", "UZB");
        samples.document(holder, number, "UZB");
        var banned = samples.banned(Samples.name(), "Amar", "1988-01-02", "UZB", today.minusYears(1), 60);
        var before = clock.instant();
        joining.joined(new PersonId(holder), new PersonId(banned));

        assertThat(read(ask(agreement, number, "1988-01-02", "")).get("verdict").asString())
                .isEqualTo("BAN");
        assertThat(verdict(agreement, number, "1988-01-02", before)).isEqualTo("NO_BAN");
        assertThat(verdict(agreement, number, "1988-01-02", clock.instant())).isEqualTo("BAN");
    }

    @Test
    void an_agreement_that_does_not_name_it_is_refused() {
        var all = AgreementSamples.terms(today, "CRIMINAL");
        var agreement = agreements.agreed(new Terms(
                all.legalBasis(),
                all.signedOn(),
                all.ways(),
                EnumSet.of(ApiCall.CHECK, ApiCall.CHECK_MANY),
                all.attributes(),
                all.purposes(),
                null,
                null,
                null,
                null,
                all.networks(),
                all.validFrom(),
                null,
                null,
                all.contact()));
        var number = Samples.number();
        var moment = clock.instant().toString();
        assertThat(ask(agreement, number, "1988-01-02", "")).hasStatusOk();
        assertThat(ask(agreement, number, "1988-01-02", moment))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vmis:register:problem:as-of-other");
        var batch = mvc.post()
                .uri("/api/v1/checks/batch")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(set -> AgreementSamples.headers(agreement).forEach(set::set))
                .content("{\"checks\": [{\"asOf\": \"%s\"}]}".formatted(moment))
                .exchange();
        assertThat(batch).hasStatus(403);
    }

    @Test
    void a_moment_is_readable_and_past() {
        var agreement = agreements.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        for (var wrong : new String[] {
            "vakar", "2026-11-01", clock.instant().plusSeconds(60).toString()
        }) {
            assertThat(ask(agreement, Samples.number(), "1988-01-02", wrong))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo("asOf");
        }
    }

    private MvcTestResult post(String login, String path, String... fields) {
        var request = mvc.post()
                .uri(path)
                .with(user(official(login).account().toString()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void on_the_screen_officials_with_the_right_ask_and_nobody_hands_such_an_answer_over() {
        var number = Samples.number();
        samples.document(
                samples.banned(Samples.name(), "Amar", "1988-01-02", "UZB", today.minusYears(1), 60), number, "UZB");
        var fields = new String[] {
            "number",
            number,
            "nationality",
            "UZB",
            "birthDate",
            "02.01.1988.",
            "asOfDay",
            "01.02.2019.",
            "asOfTime",
            "9.00"
        };
        post("inspektore", "/check/purpose", "purpose", "BORDER_CHECK", "reason", "Pārbaude");
        var then = post("inspektore", "/check", fields);
        assertThat(then).hasStatusOk();
        assertThat(text(then))
                .contains("NAV AIZLIEGUMA", "Tā reģistrs būtu atbildējis 01.02.2019.")
                .doesNotContain("/check/requests\"");
        assertThat(text(post("inspektore", "/check", java.util.Arrays.copyOf(fields, 6))))
                .contains("IR AIZLIEGUMS");
        var check = text(then).replaceFirst("(?s).*name=\"check\" value=\"([^\"]+)\".*", "$1");
        assertThat(text(post(
                        "inspektore",
                        "/check/requests",
                        "key",
                        UUID.randomUUID().toString(),
                        "check",
                        check)))
                .contains("Inspektoram nodod tikai pārbaudi par šodienu");
        assertThat(post("sargs", "/check", fields)).hasStatus(403);
    }
}
