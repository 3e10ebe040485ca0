package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegisterTest
class OrderFamilyTest {

    private final OrderFamily orderFamily;
    private final Decisions decisions;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final int port;
    private final Actor inspector = official("inspektore");

    OrderFamilyTest(
            OrderFamily orderFamily,
            Decisions decisions,
            DecisionSamples samples,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.orderFamily = orderFamily;
        this.decisions = decisions;
        this.samples = samples;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void orders_of_all_wait_for_signature_after_one_act() {
        var cases = List.of(caseId(), caseId(), caseId());
        var sent = done(
                run(cases.stream().map(id -> new OrderFamily.Order(id, order())).toList()));

        assertThat(sent).hasSize(3);
        assertThat(sent)
                .allSatisfy(id -> assertThat(decision(id).sentAt()).isNotNull())
                .extracting(id -> decision(id).caseId())
                .containsExactlyElementsOf(cases);
        assertThat(samples.entries(sent.getFirst(), OrderFamily.class)).isEqualTo(1);
    }

    @Test
    void every_reason_is_told_with_its_case_and_nothing_is_prepared() {
        var decided = caseId();
        samples.prepared(decided, order(), inspector);
        var tooLong = new Draft(
                DecisionKind.DEPARTURE_ORDER, "IL2002-41-1", "UZB", 400, "Uzturas nelikumīgi.", null, List.of());
        var free = caseId();
        var other = caseId();

        var outcome = run(List.of(
                new OrderFamily.Order(decided, order()),
                new OrderFamily.Order(free, order()),
                new OrderFamily.Order(other, tooLong)));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<?>) outcome).reasons())
                .extracting(Refusal::code, Refusal::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DecisionRefusal.DRAFT_EXISTS, "@" + decided),
                        org.assertj.core.groups.Tuple.tuple(DecisionRefusal.TERM_OUTSIDE_LAW, "termDays@" + other));
        assertThat(samples.reading(() -> decisions.ofCase(free))).isEmpty();
    }

    @Test
    void each_order_has_its_own_bans_and_a_ban_that_cannot_be_is_told_with_its_case() {
        var banned = caseId();
        var free = caseId();
        var ban = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
        var sent = done(run(List.of(new OrderFamily.Order(banned, order(ban)), new OrderFamily.Order(free, order()))));
        assertThat(bans(sent.getFirst())).extracting(BanLine::months).containsExactly(12);
        assertThat(bans(sent.getLast())).isEmpty();

        var other = caseId();
        var tooLong = new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 200, null);
        assertThat(((Outcome.Refused<?>) run(List.of(
                                new OrderFamily.Order(caseId(), order(ban)),
                                new OrderFamily.Order(other, order(tooLong)))))
                        .reasons())
                .extracting(Refusal::field)
                .containsExactly("schMonths@" + other);
    }

    @Test
    void bans_that_are_shared_are_those_of_adults_and_whoever_differs_has_his_own() {
        var adult = caseId();
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        purpose(browser, adult);
        var address = "/cases/" + adult + "/family";
        assertThat(browser.get(address).body()).contains("name=\"lvBan\"", "name=\"schMonths-" + adult + "\"");
        var fields = new HashMap<String, String>();
        fields.put("legalBasis", "IL2002-41-1");
        fields.put("termDays", "14");
        fields.put("destination", "UZB");
        fields.put("reasons", "Uzturas nelikumīgi.");
        fields.put("familyLife", "Ģimene kopā atgriežas.");
        fields.put("member", adult.toString());
        fields.put("with-" + adult, "yes");
        fields.put("lvBan", "yes");
        fields.put("lvBasis", "IL2002-61-5-1");
        fields.put("lvMonths", "200");
        fields.put("schBan", "yes");
        fields.put("schBasis", "IL2002-61-5-1");
        fields.put("schMonths", "24");
        fields.put("schBan-" + adult, "yes");
        fields.put("schBasis-" + adult, "IL2002-61-5-1");
        fields.put("schMonths-" + adult, "300");
        var refused = browser.post(address, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"lvMonths-error\"", "id=\"schMonths-" + adult + "-error\"");

        fields.put("lvMonths", "12");
        fields.put("schBan-" + adult, "no");
        assertThat(browser.post(address, fields).statusCode()).isEqualTo(303);
        assertThat(bans(decisionOf(adult)))
                .extracting(BanLine::territory, BanLine::months)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(BanTerritory.LV, 12));
    }

    @ParameterizedTest
    @CsvSource({"true, '', yes", "true, no, no", "false, '', no", "false, yes, yes"})
    void a_child_has_no_ban_that_is_not_his_own(boolean isAdult, String own, String wanted) {
        var shared = new BanFields("yes", "IL2002-61-5-1", "12", null);
        var his = new BanFields(own, "IL2002-61-5-1", "6", null);
        var member =
                new FamilyOrdersForm.Member(UUID.randomUUID(), true, null, null, null, null, his, BanFields.AS_SHARED);
        var form = new FamilyOrdersForm(
                UUID.randomUUID(), null, "14", null, "Pamats", null, shared, BanFields.NONE, List.of(member));
        var order = form.order(member, isAdult);
        assertThat(order.lvBan()).isEqualTo(wanted);
        assertThat(order.schBan()).isEqualTo("no");
        assertThat(form.field(member, "lvMonths")).isEqualTo(own.isEmpty() ? "lvMonths" : member.field("lvMonths"));
    }

    @Test
    void who_is_not_yet_eighteen_gets_no_shared_ban() {
        var today = samples.reading(
                () -> jdbc.sql("select current_date").query(LocalDate.class).single());
        var child = child(today.minusYears(18).plusDays(2));
        var grown = child(today.minusYears(18).minusDays(2));
        for (var caseId : List.of(child, grown)) {
            var browser = new PlainBrowser(port);
            browser.signIn("inspektore");
            purpose(browser, caseId);
            browser.get("/cases/" + caseId + "/family");
            var fields = new HashMap<String, String>();
            fields.put("legalBasis", "IL2002-41-1");
            fields.put("termDays", "14");
            fields.put("destination", "UZB");
            fields.put("reasons", "Uzturas nelikumīgi.");
            fields.put("familyLife", "Ģimene kopā atgriežas.");
            fields.put("member", caseId.toString());
            fields.put("with-" + caseId, "yes");
            fields.put("lvBan", "yes");
            fields.put("lvBasis", "IL2002-61-5-1");
            fields.put("lvMonths", "12");
            assertThat(browser.post("/cases/" + caseId + "/family", fields).statusCode())
                    .isEqualTo(303);
        }
        assertThat(bans(decisionOf(child))).isEmpty();
        assertThat(bans(decisionOf(grown))).hasSize(1);
    }

    private UUID child(LocalDate born) {
        var person = new NewPerson(
                Samples.name(),
                "Lola",
                null,
                null,
                "F",
                PartialDate.of(born),
                "UZB",
                null,
                "UZB",
                "CITIZEN",
                null,
                "STATED",
                null,
                null);
        return samples.openFor(person, inspector).caseId();
    }

    private void purpose(PlainBrowser browser, UUID caseId) {
        var person = samples.reading(() -> jdbc.sql("select person_id from return_case where id = :id")
                .param("id", caseId)
                .query(UUID.class)
                .single());
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
    }

    private UUID decisionOf(UUID caseId) {
        return samples.reading(() -> decisions.ofCase(caseId).getFirst().id());
    }

    private List<BanLine> bans(UUID decision) {
        return samples.reading(() -> decisions.bans(decision));
    }

    @Test
    void somebody_has_to_be_chosen() {
        assertThat(DecisionSamples.refusals(run(List.of()))).containsExactly("NOBODY_CHOSEN");
    }

    private UUID caseId() {
        return samples.open(inspector).caseId();
    }

    private Outcome<List<UUID>> run(List<OrderFamily.Order> orders) {
        return as(inspector, () -> orderFamily.run(new OrderFamily.Input(orders), inspector));
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }
}
