package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of somebody who left before anything was decided in a case no return is decided in it: it is concluded. */
@RegisterTest
class LeftUndecidedTest {

    private static final Actor INSPECTOR = official("inspektore");
    private static final Actor OTHER = official("inspektors");
    private static final Actor DECIDER = official("vrs.vaditajs");

    private final DecisionSamples samples;
    private final PrepareDecision prepare;
    private final ReturnDraft giveBack;
    private final SignDecision sign;
    private final WithdrawDraft withdrawDraft;
    private final WithdrawDeparture withdraw;
    private final OrderFamily orderFamily;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final int port;

    LeftUndecidedTest(
            DecisionSamples samples,
            PrepareDecision prepare,
            ReturnDraft giveBack,
            SignDecision sign,
            WithdrawDraft withdrawDraft,
            WithdrawDeparture withdraw,
            OrderFamily orderFamily,
            Decisions decisions,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.samples = samples;
        this.prepare = prepare;
        this.giveBack = giveBack;
        this.sign = sign;
        this.withdrawDraft = withdrawDraft;
        this.withdraw = withdraw;
        this.orderFamily = orderFamily;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.port = port;
    }

    private UUID leavesElsewhere(EnterFinding.Opened opened) {
        return samples.departed(samples.openFor(opened.person(), INSPECTOR), order(), INSPECTOR, DECIDER);
    }

    private List<String> prepared(UUID caseId, Draft draft) {
        return refusals(as(INSPECTOR, () -> prepare.run(new PrepareDecision.Input(caseId, draft), INSPECTOR)));
    }

    private List<String> signed(UUID decision) {
        var version = version(decision);
        return refusals(as(DECIDER, () -> sign.run(new SignDecision.Input(decision, version), DECIDER)));
    }

    private int version(UUID decision) {
        return samples.reading(() -> decisions.find(decision).orElseThrow().version());
    }

    @Test
    void nothing_is_prepared_in_a_case_that_asks_to_be_concluded_until_the_departure_is_withdrawn() {
        var opened = samples.open(INSPECTOR);
        var left = leavesElsewhere(opened);
        for (var draft : List.of(order(), removal())) {
            assertThat(prepared(opened.caseId(), draft)).containsExactly("LEFT_UNDECIDED");
        }
        var family = new OrderFamily.Input(List.of(new OrderFamily.Order(opened.caseId(), order())));
        assertThat(refusals(as(INSPECTOR, () -> orderFamily.run(family, INSPECTOR))))
                .containsExactly("LEFT_UNDECIDED");
        refuses(() -> samples.reading(() -> jdbc.sql("""
                        insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, term_days, reasons,
                                              prepared_by, prepared_at)
                        values (gen_random_uuid(), :case, :person, 'DEPARTURE_ORDER', 'VRS', 'VRS_RIGA_IMIGRACIJA', 'IL2002-41-1',
                                10, 'x', :by, now())
                        """)
                .param("case", opened.caseId())
                .param("person", opened.person().value())
                .param("by", INSPECTOR.account())
                .update()));
        var version = version(left);
        done(as(OTHER, () -> withdraw.run(new WithdrawDeparture.Input(left, version, "Cita persona"), OTHER)));
        assertThat(prepared(opened.caseId(), order())).isEmpty();
    }

    @Test
    void a_draft_from_before_is_not_signed_and_goes_back_until_the_departure_is_withdrawn() {
        var opened = samples.open(INSPECTOR);
        var draft = samples.toSign(opened, order(), INSPECTOR);
        var left = leavesElsewhere(opened);
        assertThat(signed(draft)).containsExactly("LEFT_UNSIGNED");
        refuses(() -> samples.reading(() ->
                jdbc.sql("""
                        update decision
                           set signed_at = now(), signed_by = :by, decided_on = current_date, number = 'VRS-X-1', number_in_year = 1
                         where id = :id
                        """).param("id", draft).param("by", DECIDER.account()).update()));
        var version = version(left);
        done(as(OTHER, () -> withdraw.run(new WithdrawDeparture.Input(left, version, "Cita persona"), OTHER)));
        assertThat(signed(draft)).isEmpty();
    }

    @Test
    void a_draft_that_is_not_signed_any_more_goes_back_and_is_withdrawn() {
        var opened = samples.open(INSPECTOR);
        var draft = samples.toSign(opened, removal(), INSPECTOR);
        leavesElsewhere(opened);
        var seen = version(draft);
        done(as(DECIDER, () -> giveBack.run(new ReturnDraft.Input(draft, seen, "Izbraukusi"), DECIDER)));
        var back = version(draft);
        done(as(INSPECTOR, () -> withdrawDraft.run(new WithdrawDraft.Input(draft, back, "Izbraukusi"), INSPECTOR)));
        assertThat(samples.reading(() -> jdbc.sql("select next_step from return_case where id = :id")
                        .param("id", opened.caseId())
                        .query(String.class)
                        .single()))
                .isEqualTo("CONCLUDE");
    }

    @Test
    void who_came_back_has_a_new_case_and_what_was_decided_before_he_left_stays_open() {
        var decided = samples.open(INSPECTOR);
        samples.signed(decided, order(), INSPECTOR, DECIDER);
        leavesElsewhere(decided);
        assertThat(signed(samples.toSign(decided, order(), INSPECTOR))).isEmpty();

        var back = samples.openFor(decided.person(), INSPECTOR);
        assertThat(signed(samples.toSign(back, order(), INSPECTOR))).isEmpty();
    }

    @Test
    void no_button_is_offered_where_it_is_refused_and_what_was_typed_stays() {
        var opened = samples.open(INSPECTOR);
        var waiting = samples.open(INSPECTOR);
        var draft = samples.toSign(waiting, order(), INSPECTOR);
        var browser = signedIn("inspektore", opened);
        var page = "/cases/" + opened.caseId() + "/decision";
        assertThat(browser.get(page).body()).contains("data-busy");
        leavesElsewhere(opened);
        leavesElsewhere(waiting);

        var refused = browser.post(
                page,
                Map.of(
                        "version", "0",
                        "kind", "DEPARTURE_ORDER",
                        "legalBasis", "IL2002-41-1",
                        "termDays", "9",
                        "destination", "UZB",
                        "familyLife", "Ģimenes nav.",
                        "reasons", "Ilgi rakstīts pamatojums."));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Ilgi rakstīts pamatojums.", "value=\"9\"", "pēc lēmuma citā lietā")
                .doesNotContain("data-busy");
        assertThat(browser.get(page).body()).contains("pēc lēmuma citā lietā").doesNotContain("data-busy");
        assertThat(browser.get("/cases/" + opened.caseId()).body())
                .contains("/persons/" + opened.person() + "/ban")
                .doesNotContain("href=\"" + page);

        var decider = signedIn("vrs.vaditajs", waiting);
        assertThat(decider.get("/decisions/" + draft).body())
                .contains("pirms šis lēmums parakstīts", "/decisions/" + draft + "/return")
                .doesNotContain("/decisions/" + draft + "/sign\"");
    }

    private PlainBrowser signedIn(String login, EnterFinding.Opened opened) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        browser.get("/purpose?person=" + opened.person());
        browser.post(
                "/purpose",
                Map.of(
                        "purpose",
                        "FINDING",
                        "reason",
                        "Pārbaude",
                        "person",
                        opened.person().toString(),
                        "back",
                        "/"));
        return browser;
    }

    private static void refuses(Callable<?> work) {
        assertThatThrownBy(work::call)
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getServerErrorMessage())
                                .isNotNull()
                                .extracting(ServerErrorMessage::getConstraint)
                                .isEqualTo("decision_return_of_who_is_here"));
    }
}
