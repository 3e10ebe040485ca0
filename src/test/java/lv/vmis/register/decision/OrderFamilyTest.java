package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;

@RegisterTest
class OrderFamilyTest {

    private final OrderFamily orderFamily;
    private final Decisions decisions;
    private final DecisionSamples samples;
    private final Actor inspector = official("inspektore");

    OrderFamilyTest(OrderFamily orderFamily, Decisions decisions, DecisionSamples samples) {
        this.orderFamily = orderFamily;
        this.decisions = decisions;
        this.samples = samples;
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
        var tooLong =
                new Draft(DecisionKind.DEPARTURE_ORDER, "IL2002-41-1", "UZB", 400, "Uzturas nelikumīgi.", List.of());
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
