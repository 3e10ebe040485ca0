package lv.vmis.register.following;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.partner.AgreementSamples;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.Soon;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An institution is told of whom it follows, as far as its agreement goes, and of nobody else. */
@RegisterTest
class FollowingTest {

    private final MockMvcTester mvc;
    private final AgreementSamples agreements;
    private final DecisionSamples made;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final Samples samples;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final JsonMapper json = new JsonMapper();
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    FollowingTest(
            MockMvcTester mvc,
            AgreementSamples agreements,
            DecisionSamples made,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mvc = mvc;
        this.agreements = agreements;
        this.made = made;
        this.prepare = prepare;
        this.sign = sign;
        this.samples = new Samples(jdbc, transactions);
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private MvcTestResult follow(String agreement, String reference, String number, String birth, LocalDate until) {
        return mvc.post()
                .uri("/api/v1/following")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(set -> AgreementSamples.headers(agreement).forEach(set::set))
                .content("""
                        {"reference": "%s", "document": {"number": "%s", "issuer": "UZB"}, "birthDate": "%s", "until": "%s"}
                        """.formatted(reference, number, birth, until))
                .exchange();
    }

    private JsonNode events(String agreement, long after) {
        var result = mvc.get()
                .uri("/api/v1/events?after=" + after)
                .headers(set -> AgreementSamples.headers(agreement).forEach(set::set))
                .exchange();
        assertThat(result).hasStatusOk();
        return read(result);
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private List<String> types(String agreement) {
        var types = new ArrayList<String>();
        events(agreement, 0)
                .get("events")
                .forEach(event -> types.add(event.get("type").asString()));
        return types;
    }

    private String document(PersonId person) {
        var number = Samples.number();
        samples.document(person.value(), number, "UZB");
        return number;
    }

    private String birth(PersonId person) {
        return made.reading(() -> jdbc.sql("select birth_date from identity where person_id = :person limit 1")
                .param("person", person.value())
                .query(String.class)
                .single());
    }

    private UUID leaves(EnterFinding.Opened opened) {
        var plan = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
        return made.departed(opened, order(plan), inspector, decider);
    }

    @Test
    void what_happens_is_told_in_order_and_to_whoever_follows() {
        var agreement = agreements.following(today);
        var other = agreements.following(today);
        var opened = made.open(inspector);
        var number = document(opened.person());
        assertThat(follow(agreement, "lieta-1", number, birth(opened.person()), today.plusDays(30)))
                .hasStatusOk();

        var decision = leaves(opened);
        Soon.soon(() -> types(agreement).contains("lv.vmis.register.departure.confirmed"));
        assertThat(types(agreement).getFirst()).isEqualTo("lv.vmis.register.ban.set");

        var cancel = new PrepareFollowUp.Input(
                decision, null, FollowUpKind.CANCEL, "APL-86", today, null, null, "Apstākļi mainījušies.");
        var draft = as(inspector, () -> done(prepare.run(cancel, inspector)));
        as(decider, () -> done(sign.run(new SignFollowUp.Input(draft, 0), decider)));
        Soon.soon(() -> types(agreement).getLast().equals("lv.vmis.register.ban.ended"));

        var all = events(agreement, 0);
        var first = all.get("events").get(0);
        assertThat(first.get("specversion").asString()).isEqualTo("1.0");
        assertThat(first.get("data").get("reference").asString()).isEqualTo("lieta-1");
        assertThat(first.get("data").get("territory").asString()).isEqualTo("LV");
        assertThat(first.toString()).doesNotContain(number);
        var next = all.get("next").asLong();
        assertThat(events(agreement, next).get("events")).isEmpty();
        assertThat(events(agreement, 1).get("events")).hasSize(all.get("events").size() - 1);
        assertThat(events(other, 0).get("events")).isEmpty();
        assertThat(looks(opened.person())).isPositive();
    }

    private int looks(PersonId person) {
        return made.reading(() -> jdbc.sql(
                        "select count(*) from entry where kind = 'look' and operation = 'events' and :person = any(persons)")
                .param("person", person.value())
                .query(Integer.class)
                .single());
    }

    @Test
    void the_answer_tells_nothing_of_the_register() {
        var agreement = agreements.following(today);
        var opened = made.open(inspector);
        leaves(opened);
        var known = follow(agreement, "a", document(opened.person()), birth(opened.person()), today.plusDays(30));
        var unknown = follow(agreement, "b", Samples.number(), "1990-05-23", today.plusDays(30));

        assertThat(known).hasStatusOk();
        assertThat(unknown).hasStatusOk();
        assertThat(members(known)).isEqualTo(members(unknown));
        assertThat(known.getResponse().getContentAsByteArray())
                .hasSameSizeAs(unknown.getResponse().getContentAsByteArray());
    }

    private List<String> members(MvcTestResult result) {
        return List.copyOf(read(result).propertyNames());
    }

    @Test
    void whoever_shows_the_document_with_another_birth_date_is_not_told_of() {
        var agreement = agreements.following(today);
        var opened = made.open(inspector);
        var number = document(opened.person());
        assertThat(follow(agreement, "cits", number, "1961-01-01", today.plusDays(30)))
                .hasStatusOk();
        assertThat(follow(agreement, "viņš", number, birth(opened.person()), today.plusDays(30)))
                .hasStatusOk();
        leaves(opened);

        Soon.soon(() -> types(agreement).contains("lv.vmis.register.departure.confirmed"));
        events(agreement, 0)
                .get("events")
                .forEach(event -> assertThat(event.get("data").get("reference").asString())
                        .isEqualTo("viņš"));
    }

    @Test
    void what_the_agreement_does_not_name_is_left_out() {
        var agreement = agreements.following(today, Attribute.BAN_TERRITORY);
        var opened = made.open(inspector);
        assertThat(follow(agreement, "a", document(opened.person()), birth(opened.person()), today.plusDays(30)))
                .hasStatusOk();
        leaves(opened);

        Soon.soon(() -> types(agreement).contains("lv.vmis.register.departure.confirmed"));
        var data = events(agreement, 0).get("events").get(0).get("data");
        assertThat(data.propertyNames()).containsExactlyInAnyOrder("reference", "state", "territory");
    }

    @Test
    void asked_again_it_goes_on_and_another_person_under_the_same_name_is_refused() {
        var agreement = agreements.following(today);
        var number = Samples.number();
        var first = follow(agreement, "a", number, "1990-05-23", today.plusDays(30));
        var longer = follow(agreement, "a", number, "1990-05-23", today.plusDays(60));
        assertThat(id(longer)).isEqualTo(id(first));
        assertThat(follow(agreement, "a", Samples.number(), "1990-05-23", today.plusDays(60)))
                .hasStatus(422);
        assertThat(follow(agreement, "b", number, "1990-05-23", today.minusDays(1)))
                .hasStatus(422);
        assertThat(follow(
                        agreement, "b", number, "1990-05-23", today.plusYears(1).plusDays(1)))
                .hasStatus(422);

        var deleted = mvc.delete()
                .uri("/api/v1/following/" + id(first))
                .headers(set -> AgreementSamples.headers(agreement).forEach(set::set))
                .exchange();
        assertThat(deleted).hasStatus(204);
        assertThat(id(follow(agreement, "a", number, "1990-05-23", today.plusDays(30))))
                .isNotEqualTo(id(first));
    }

    private String id(MvcTestResult result) {
        return read(result).get("id").asString();
    }
}
