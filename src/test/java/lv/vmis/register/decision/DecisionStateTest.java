package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;

@RegisterTest
class DecisionStateTest {

    private final DecisionSamples samples;
    private final Decisions decisions;
    private final DecisionLists lists;
    private final LocalDate today;

    DecisionStateTest(DecisionSamples samples, Decisions decisions, DecisionLists lists, Clock clock) {
        this.samples = samples;
        this.decisions = decisions;
        this.lists = lists;
        this.today = LocalDate.now(clock);
    }

    @Test
    void an_order_is_overdue_from_the_day_after_its_last() {
        var id = samples.served(order(), official("inspektore"), official("vrs.vaditajs"));

        assertThat(state(id, today.plusDays(14))).isEqualTo(DecisionState.Code.SERVED);
        assertThat(state(id, today.plusDays(15))).isEqualTo(DecisionState.Code.OVERDUE);
        assertThat(state(id, today.minusDays(1))).isEqualTo(DecisionState.Code.TO_SIGN);
    }

    @Test
    void an_order_that_was_not_served_does_not_run() {
        var id = samples.signed(order(), official("inspektore"), official("vrs.vaditajs"))
                .decision();

        assertThat(state(id, today.plusDays(90))).isEqualTo(DecisionState.Code.SIGNED);
    }

    private void oneOfEach() {
        var inspector = official("inspektore");
        var decider = official("vrs.vaditajs");
        samples.prepared(samples.open(inspector).caseId(), order(), inspector);
        samples.toSign(order(), inspector);
        samples.signed(order(), inspector, decider);
        samples.served(order(), inspector, decider);
        samples.departed(order(), inspector, decider);
    }

    @Test
    void the_list_and_the_rule_agree_on_every_day() {
        oneOfEach();

        for (var day : List.of(today.minusDays(1), today, today.plusDays(14), today.plusDays(15))) {
            var rows = samples.reading(() -> lists.list(null, null, day, null, 1000));
            assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
            assertThat(rows).allSatisfy(row -> assertThat(row.state()).isEqualTo(state(row.id(), day)));
        }
    }

    @Test
    void the_list_of_a_state_holds_all_in_that_state_and_no_other() {
        oneOfEach();

        // Other tests serve some days ahead; a page is never asked for a day before what has been done.
        for (var day : List.of(today.plusDays(14), today.plusDays(15))) {
            var all = samples.reading(() -> lists.list(null, null, day, null, 10_000));
            for (var state : DecisionState.Code.values()) {
                var inState = all.stream().filter(row -> row.state() == state).toList();
                assertThat(samples.reading(() -> lists.list(state, null, day, null, 10_000)))
                        .as("%s on %s", state, day)
                        .isEqualTo(inState);
            }
        }
    }

    @Test
    void pages_follow_one_another_without_loss() {
        var inspector = official("inspektore");
        for (var i = 0; i < 5; i++) {
            samples.prepared(samples.open(inspector).caseId(), order(), inspector);
        }
        var all = samples.reading(() -> lists.list(null, "VRS", today, null, 1000));
        var first = all.subList(0, 2);
        var rest = samples.reading(
                () -> lists.list(null, "VRS", today, first.getLast().id(), 1000));

        assertThat(rest)
                .extracting(DecisionRow::id)
                .isEqualTo(all.stream().skip(2).map(DecisionRow::id).toList());
    }

    private DecisionState.Code state(UUID id, LocalDate day) {
        return samples.reading(
                () -> decisions.find(id).orElseThrow().stateOn(day).code());
    }
}
