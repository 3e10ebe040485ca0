package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.safeguard.Assessed;
import lv.vmis.register.safeguard.Safeguards;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A return decision amended in the State to go to (Reg. 122 5.14.2), and what can no more be changed of who has left. */
@RegisterTest
class AmendmentTest {

    private static final Actor INSPECTOR = official("inspektore");
    private static final Actor DECIDER = official("vrs.vaditajs");

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final FollowUps followUps;
    private final Decisions decisions;
    private final ConfirmDeparture depart;
    private final Safeguards safeguards;
    private final JdbcClient jdbc;
    private final LocalDate today;

    AmendmentTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            FollowUps followUps,
            Decisions decisions,
            ConfirmDeparture depart,
            Safeguards safeguards,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.followUps = followUps;
        this.decisions = decisions;
        this.depart = depart;
        this.safeguards = safeguards;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void an_amended_decision_sends_to_another_state_and_keeps_what_it_said() {
        var id = samples.served(removal(), INSPECTOR, DECIDER);
        var version = decision(id).version();
        assertThat(refusals(amended(id, "UZB"))).containsExactly("SAME_DESTINATION");
        assertThat(refusals(amended(id, "EST"))).containsExactly("DESTINATION_INSIDE");
        assertThat(refusals(amended(id, "LVA"))).containsExactly("DESTINATION_IS_LATVIA");
        var first = done(amended(id, "KAZ"));
        assertThat(decision(id).goesTo()).as("until it is signed").isEqualTo("UZB");

        signed(first);

        assertThat(decision(id).goesTo()).isEqualTo("KAZ");
        assertThat(decision(id).destination()).as("as it was signed").isEqualTo("UZB");
        assertThat(decision(id).version()).isEqualTo(version);
        assertThat(followUp(first).number()).startsWith("VRS-T-");
        assertThat(refusals(amended(id, "KAZ"))).containsExactly("SAME_DESTINATION");
        signed(done(amended(id, "UZB")));
        assertThat(decision(id).goesTo()).as("what was signed last").isEqualTo("UZB");
        assertThat(samples.entries(first, SignFollowUp.class)).isOne();
    }

    @Test
    void an_order_that_names_no_state_is_given_one() {
        var id = samples.served(
                new Draft(
                        DecisionKind.DEPARTURE_ORDER,
                        "IL2002-41-1",
                        null,
                        14,
                        "Uzturas nelikumīgi.",
                        "Ģimenes nav.",
                        List.of()),
                INSPECTOR,
                DECIDER);
        assertThat(decision(id).goesTo()).isNull();

        signed(done(amended(id, "UZB")));

        assertThat(decision(id).goesTo()).isEqualTo("UZB");
    }

    @Test
    void a_ban_a_replaced_decision_and_one_carried_out_are_not_amended() {
        var banned =
                samples.served(removal(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", 36, null)), INSPECTOR, DECIDER);
        var ban = samples.reading(() -> followUps.targets(banned)).getLast().banId();
        assertThat(refusals(amended(banned, ban, "KAZ"))).containsExactly("KIND_NOT_FOR_TARGET");

        var opened = samples.open(INSPECTOR);
        var replaced = samples.served(opened, order(), INSPECTOR, DECIDER);
        var waiting = done(amended(replaced, "KAZ"));
        samples.signed(opened, removal(), INSPECTOR, DECIDER);
        assertThat(refusals(sign(waiting))).as("since it was prepared").containsExactly("NOT_STANDING");
        assertThat(kinds(replaced)).doesNotContain(FollowUpKind.AMEND);
        assertThatThrownBy(() -> forged(waiting)).hasStackTraceContaining("only a return decision that stands");

        var left = samples.departed(order(), INSPECTOR, DECIDER);
        assertThat(refusals(amended(left, "KAZ"))).containsExactly("HAS_LEFT");
        assertThat(kinds(left)).doesNotContain(FollowUpKind.AMEND, FollowUpKind.EXTEND);
    }

    @Test
    void what_threatens_him_is_assessed_anew_of_the_other_state() {
        var opened = samples.open(INSPECTOR);
        samples.assessed(opened.caseId(), INSPECTOR);
        var id = samples.served(opened, removal(), INSPECTOR, DECIDER);
        samples.ready(id);
        var waiting = done(amended(id, "KAZ"));
        assertThat(standing(opened.caseId())).isEqualTo(Assessed.Standing.CLEAR);

        signed(waiting);

        assertThat(standing(opened.caseId())).isEqualTo(Assessed.Standing.OUTDATED);
        var usual = samples.forced(id, "FORCED");
        var in = new ConfirmDeparture.Input(
                id,
                usual.departedOn(),
                usual.departedAt(),
                usual.crossingPoint(),
                "KAZ",
                "FORCED",
                usual.source(),
                null,
                null,
                null);
        assertThat(refusals(as(INSPECTOR, () -> depart.run(in, INSPECTOR)))).containsExactly("SAFEGUARDS_OPEN");
        samples.assessed(opened.caseId(), INSPECTOR);
        assertThat(standing(opened.caseId())).isEqualTo(Assessed.Standing.CLEAR);
    }

    @Test
    void no_term_is_extended_of_who_left_under_another_case() {
        var opened = samples.open(INSPECTOR);
        var order = samples.served(opened, order(), INSPECTOR, DECIDER);
        var waiting = done(extended(order, 60));
        assertThat(kinds(order)).isEmpty();
        var person = decision(order).personId();
        samples.departed(samples.openFor(person, INSPECTOR), order(), INSPECTOR, DECIDER);

        assertThat(refusals(sign(waiting))).as("since it was prepared").containsExactly("HAS_LEFT");
        assertThatThrownBy(() -> forged(waiting)).hasStackTraceContaining("of who has left");
        assertThat(refusals(amended(order, "KAZ"))).containsExactly("DRAFT_EXISTS");
        var another = samples.served(samples.openFor(person, INSPECTOR), order(), INSPECTOR, DECIDER);
        assertThat(kinds(another)).as("he came back").contains(FollowUpKind.EXTEND, FollowUpKind.AMEND);
    }

    private Outcome<UUID> amended(UUID decision, String destination) {
        return amended(decision, null, destination);
    }

    private Outcome<UUID> amended(UUID decision, @Nullable UUID ban, String destination) {
        var in = new PrepareFollowUp.Input(
                decision, ban, FollowUpKind.AMEND, "APL-86", today, null, null, destination, "Uzņem cita valsts");
        return as(INSPECTOR, () -> prepare.run(in, INSPECTOR));
    }

    private Outcome<UUID> extended(UUID decision, int days) {
        var in = new PrepareFollowUp.Input(
                decision, null, FollowUpKind.EXTEND, "IL2002-43-3", today, today.plusDays(days), null, "Bērns slimo");
        return as(INSPECTOR, () -> prepare.run(in, INSPECTOR));
    }

    private Outcome<UUID> sign(UUID followUp) {
        return as(DECIDER, () -> sign.run(new SignFollowUp.Input(followUp, 0), DECIDER));
    }

    private void signed(UUID followUp) {
        done(sign(followUp));
    }

    /** Signed past the action. */
    private int forged(UUID followUp) {
        return samples.reading(() -> jdbc.sql(
                        "update follow_up set number = :number, decided_on = :day, signed_by = :by, signed_at = now() where id = :id")
                .param("number", "VRS-T-0-" + followUp)
                .param("day", today)
                .param("by", DECIDER.account())
                .param("id", followUp)
                .update());
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private FollowUp followUp(UUID id) {
        return samples.reading(() -> followUps.find(id).orElseThrow());
    }

    private List<FollowUpKind> kinds(UUID decision) {
        return samples.reading(() -> followUps.targets(decision)).stream()
                .filter(target -> !target.isBan())
                .filter(target -> samples.reading(() -> followUps.of(decision)).stream()
                        .noneMatch(one -> one.isWaiting() && one.banId() == null))
                .flatMap(target -> Arrays.stream(FollowUpKind.values()).filter(target::takes))
                .toList();
    }

    private Assessed.Standing standing(UUID caseId) {
        return samples.reading(() -> safeguards.on(caseId, today)).stream()
                .filter(one -> one.question().equals("NON_REFOULEMENT"))
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
