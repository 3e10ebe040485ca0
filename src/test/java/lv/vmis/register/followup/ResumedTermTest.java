package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.DecisionState;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;

/** An order that was stopped goes on with the days that were left of it, by whatever it was stopped. */
@RegisterTest
class ResumedTermTest {

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final Decisions decisions;
    private final Instant begun;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    ResumedTermTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            FileRemedy file,
            ResolveRemedy resolve,
            Decisions decisions,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.file = file;
        this.resolve = resolve;
        this.decisions = decisions;
        this.begun = clock.instant();
        this.today = LocalDate.now(clock);
    }

    @Test
    void the_days_of_a_suspension_are_given_back() throws Exception {
        var id = samples.served(order(), inspector, decider);
        var last = leaveBy(id);
        followUp(id, FollowUpKind.SUSPEND, 5);
        followUp(id, FollowUpKind.RESUME, 25);
        assertThat(leaveBy(id)).isEqualTo(last.plusDays(20));
        assertThat(state(id, 25)).isEqualTo(DecisionState.Code.SERVED);
    }

    @Test
    void no_day_is_given_back_twice_when_suspensions_overlap() throws Exception {
        var id = samples.served(order(), inspector, decider);
        var last = leaveBy(id);
        followUp(id, FollowUpKind.SUSPEND, 2);
        var appeal = new FileRemedy.Input(id, RemedyKind.CONTEST, today.plusDays(4), "Tiesa", null, true, null);
        var remedy = on(4, () -> as(inspector, () -> done(file.run(appeal, inspector))));
        followUp(id, FollowUpKind.RESUME, 10);
        assertThat(leaveBy(id)).isEqualTo(last.plusDays(8));
        var result = new ResolveRemedy.Input(remedy, 0, RemedyResult.UPHELD, today.plusDays(15), null, null);
        on(15, () -> as(inspector, () -> done(resolve.run(result, inspector))));
        assertThat(leaveBy(id)).isEqualTo(last.plusDays(13));
    }

    @Test
    void what_had_run_out_before_has_run_out() throws Exception {
        var id = samples.served(order(), inspector, decider);
        var last = leaveBy(id);
        followUp(id, FollowUpKind.SUSPEND, 20);
        followUp(id, FollowUpKind.RESUME, 30);
        assertThat(leaveBy(id)).isEqualTo(last);
        assertThat(state(id, 30)).isEqualTo(DecisionState.Code.OVERDUE);
    }

    private void followUp(UUID decision, FollowUpKind kind, int day) throws Exception {
        var in = new PrepareFollowUp.Input(decision, null, kind, "APL-86", today.plusDays(day), null, null, "Pamats");
        on(day, () -> {
            var prepared = as(inspector, () -> done(prepare.run(in, inspector)));
            return as(decider, () -> done(sign.run(new SignFollowUp.Input(prepared, 0), decider)));
        });
    }

    /** So many days later. */
    private <T> T on(int day, java.util.concurrent.Callable<T> work) throws Exception {
        return RegisterClock.at(begun.plus(Duration.ofDays(day)), work);
    }

    private LocalDate leaveBy(UUID id) {
        return Objects.requireNonNull(
                samples.reading(() -> decisions.find(id).orElseThrow()).leaveBy());
    }

    private DecisionState.Code state(UUID id, int day) {
        return samples.reading(() -> decisions.find(id).orElseThrow())
                .stateOn(today.plusDays(day))
                .code();
    }
}
