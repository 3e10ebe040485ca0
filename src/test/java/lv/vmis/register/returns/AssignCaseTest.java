package lv.vmis.register.returns;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking on a case, handing it to a colleague, giving it back. */
@RegisterTest
class AssignCaseTest {

    private final AssignCase assign;
    private final HandOver handOver;
    private final Colleagues colleagues;
    private final ReturnCases cases;
    private final Decisions decisions;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");

    AssignCaseTest(
            AssignCase assign,
            HandOver handOver,
            Colleagues colleagues,
            ReturnCases cases,
            Decisions decisions,
            DecisionSamples samples,
            JdbcClient jdbc) {
        this.assign = assign;
        this.handOver = handOver;
        this.colleagues = colleagues;
        this.cases = cases;
        this.decisions = decisions;
        this.samples = samples;
        this.jdbc = jdbc;
    }

    private Outcome<UUID> assigned(UUID caseId, @Nullable UUID seen, @Nullable UUID to, Actor by) {
        return as(by, () -> assign.run(new AssignCase.Input(caseId, seen, to), by));
    }

    private @Nullable UUID holder(UUID caseId) {
        return samples.reading(() -> Optional.ofNullable(colleagues.step(caseId)))
                .map(Colleagues.HeldStep::holder)
                .orElse(null);
    }

    @Test
    void a_case_is_taken_handed_on_and_given_back() {
        var id = samples.open(inspector).caseId();
        done(assigned(id, null, inspector.account(), inspector));
        assertThat(holder(id)).isEqualTo(inspector.account());
        done(assigned(id, inspector.account(), decider.account(), inspector));
        assertThat(holder(id)).isEqualTo(decider.account());
        done(assigned(id, decider.account(), null, decider));
        assertThat(holder(id)).isNull();
        assertThat(samples.entries(id, AssignCase.class)).isEqualTo(3);
    }

    @Test
    void whoever_saw_another_holder_is_refused_and_so_is_the_other_institution() {
        var id = samples.open(inspector).caseId();
        done(assigned(id, null, inspector.account(), inspector));
        assertThat(refusals(assigned(id, null, decider.account(), decider))).containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(assigned(id, inspector.account(), caseworker.account(), caseworker)))
                .containsExactly("STEP_OF_OTHER");
        assertThat(refusals(assigned(id, inspector.account(), caseworker.account(), inspector)))
                .containsExactly("NO_SUCH_COLLEAGUE");
        assertThat(refusals(assigned(UUID.randomUUID(), null, null, inspector))).containsExactly("CASE_UNKNOWN");
        assertThat(holder(id)).isEqualTo(inspector.account());
    }

    @Test
    void of_two_who_take_it_at_once_one_has_it() throws Exception {
        var id = samples.open(inspector).caseId();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var taken = pool.invokeAll(List.<Callable<Outcome<UUID>>>of(
                    () -> assigned(id, null, inspector.account(), inspector),
                    () -> assigned(id, null, decider.account(), decider)));
            var done = 0;
            for (var one : taken) {
                done += one.get() instanceof Outcome.Done<UUID> ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void it_is_free_once_the_step_is_the_other_bodys_or_the_person_has_left() {
        var opened = samples.open(inspector);
        done(assigned(opened.caseId(), null, inspector.account(), inspector));
        var version =
                samples.reading(() -> cases.find(opened.caseId()).orElseThrow()).version();
        done(as(inspector, () -> handOver.run(new HandOver.Input(opened.caseId(), version, "Lemj PMLP."), inspector)));
        assertThat(holder(opened.caseId())).isNull();

        var departed = samples.departed(order(), inspector, decider);
        var caseId =
                samples.reading(() -> decisions.find(departed).orElseThrow()).caseId();
        assertThat(refusals(assigned(caseId, null, inspector.account(), inspector)))
                .containsExactly("NOTHING_TO_DO");
    }

    @Test
    void the_database_lets_nobody_of_the_other_body_hold_it() {
        var id = samples.open(inspector).caseId();
        assertThatThrownBy(() -> samples.reading(() -> {
                    jdbc.sql("update return_case set holder = :who, held_since = now() where id = :id")
                            .param("who", caseworker.account())
                            .param("id", id)
                            .update();
                    return true;
                }))
                .hasMessageContaining("another institution");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("update return_case set holder = :who where id = :id")
                        .param("who", inspector.account())
                        .param("id", id)
                        .update()))
                .hasMessageContaining("return_case_holder_whole");
    }
}
