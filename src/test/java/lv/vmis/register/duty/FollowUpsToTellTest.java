package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.ServeFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.reference.WorkingDays;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of which signed follow-up decisions the person is still to be told, and where that is seen. */
@RegisterTest
class FollowUpsToTellTest {

    private static final PlannedBan BAN = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final ServeFollowUp tell;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final WaitingCases waiting;
    private final Duties duties;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    FollowUpsToTellTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            ServeFollowUp tell,
            ServeDecision serve,
            ConfirmDeparture depart,
            WaitingCases waiting,
            Duties duties,
            WorkingDays workingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.tell = tell;
        this.serve = serve;
        this.depart = depart;
        this.waiting = waiting;
        this.duties = duties;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void it_is_the_next_step_of_the_unit_that_decided_until_the_person_is_told() {
        var decision = samples.served(order(BAN), inspector, decider);
        var id = signed(decision, FollowUpKind.SUSPEND, null);

        var one = samples.reading(() -> waiting.numbered(caseNumber(decision)).getFirst());
        assertThat(one.row().nextStep()).isEqualTo(NextStep.SERVE_FOLLOW_UP);
        assertThat(one.row().stepOwner()).isEqualTo("VRS");
        assertThat(one.row().stepUnit()).isEqualTo(inspector.unit());
        assertThat(Objects.requireNonNull(one.term()).until()).isEqualTo(workingDays.plus(today, 3));
        assertThat(queue(inspector)).isNotNull().satisfies(queue -> {
            assertThat(queue.all()).startsWith("/follow-ups/");
            assertThat(queue.items()).allSatisfy(item -> assertThat(item.due()).isNotNull());
        });
        assertThat(queue(official("konvojs"))).isNull();

        told(id);

        assertThat(samples.reading(() ->
                        waiting.numbered(caseNumber(decision)).getFirst().row().nextStep()))
                .isEqualTo(NextStep.RESUME);
        assertThat(isToTell(id)).isFalse();
    }

    @Test
    void who_has_left_is_told_what_became_of_his_ban_and_not_of_his_term() {
        var decision = samples.served(order(BAN), inspector, decider);
        var suspended = signed(decision, FollowUpKind.SUSPEND, null);
        var resumed = signed(decision, FollowUpKind.RESUME, null);
        assertThat(isToTell(suspended)).isTrue();
        var left = new ConfirmDeparture.Input(decision, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null);
        as(inspector, () -> done(depart.run(left, inspector)));
        assertThat(isToTell(suspended)).isFalse();
        assertThat(isToTell(resumed)).isFalse();

        var reduced = signed(decision, FollowUpKind.REDUCE, ban(decision));
        assertThat(isToTell(reduced)).isTrue();
        var cancelled = signed(decision, FollowUpKind.CANCEL, null);
        assertThat(isToTell(cancelled)).isTrue();
        assertThat(isToTell(reduced)).as("a ban that is no more").isFalse();
    }

    @Test
    void what_was_never_served_itself_has_no_change_to_tell_of() {
        var decision = samples.signed(order(BAN), inspector, decider).decision();
        var suspended = signed(decision, FollowUpKind.SUSPEND, null);
        assertThat(isToTell(suspended)).isFalse();

        var in = new ServeDecision.Input(decision, today, "SIGNED", "ru", null);
        as(inspector, () -> done(serve.run(in, inspector)));

        assertThat(isToTell(suspended)).isTrue();
        var never = samples.signed(order(), inspector, decider).decision();
        assertThat(isToTell(signed(never, FollowUpKind.CANCEL, null))).isFalse();
    }

    @Test
    void a_case_that_forgets_it_is_refused() {
        var decision = samples.served(order(BAN), inspector, decider);
        signed(decision, FollowUpKind.SUSPEND, null);
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                        update return_case set next_step = 'LEAVE'
                         where id = (select case_id from decision where id = :id)
                        """).param("id", decision).update()))
                .hasStackTraceContaining("fallen out of the list");
    }

    private @Nullable Queue queue(Actor by) {
        return samples.reading(() -> duties.of(by)).stream()
                .filter(queue -> queue.key().equals("to-tell"))
                .findFirst()
                .orElse(null);
    }

    private UUID signed(UUID decision, FollowUpKind kind, @Nullable UUID ban) {
        var months = kind == FollowUpKind.REDUCE ? 6 : null;
        var in = new PrepareFollowUp.Input(decision, ban, kind, "APL-86", today, null, months, "Pamats");
        var id = as(inspector, () -> done(prepare.run(in, inspector)));
        return as(decider, () -> done(sign.run(new SignFollowUp.Input(id, 0), decider)));
    }

    private void told(UUID id) {
        var in = new ServeFollowUp.Input(id, today, "SIGNED", "ru", null);
        as(inspector, () -> done(tell.run(in, inspector)));
    }

    private boolean isToTell(UUID id) {
        return samples.reading(() -> jdbc.sql("select exists (select 1 from follow_up_to_serve where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    private UUID ban(UUID decision) {
        return samples.reading(() -> jdbc.sql("select id from ban where decision_id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }

    private String caseNumber(UUID decision) {
        return jdbc.sql("select c.number from return_case c join decision d on d.case_id = c.id where d.id = :id")
                .param("id", decision)
                .query(String.class)
                .single();
    }
}
