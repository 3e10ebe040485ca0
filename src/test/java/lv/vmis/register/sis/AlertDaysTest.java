package lv.vmis.register.sis;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.EnterFinding.Opened;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which alert is due when several decisions, cases and closings of one person fall on one day, by the rule and by the function. */
@RegisterTest
class AlertDaysTest {

    private static final PlannedBan YEAR = new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 12, null);
    private static final PlannedBan THREE_YEARS = new PlannedBan(BanTerritory.SCH, "IL2002-61-5-2", 36, null);

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final CloseCase close;
    private final Alerts alerts;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    AlertDaysTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            CloseCase close,
            Alerts alerts,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.close = close;
        this.alerts = alerts;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_decision_that_was_cancelled_replaces_none() {
        var opened = samples.open(inspector);
        var first = samples.served(opened, order(YEAR), inspector, decider);
        var later = samples.served(opened, removal(THREE_YEARS), inspector, decider);
        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, later));

        cancel(later);

        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, first));
    }

    @Test
    void who_has_left_under_one_decision_is_returned_under_no_other_and_barred_by_the_strongest_ban() {
        var opened = samples.open(inspector);
        var removal = samples.served(opened, removal(THREE_YEARS), inspector, decider);
        var other = samples.openFor(opened.person(), inspector);

        var order = samples.departed(other, order(YEAR), inspector, decider);

        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.REFUSAL, removal));
        assertThat(firstDays(removal)).containsOnly(today);
        assertThat(firstDays(order)).containsOnly(today);
        assertThat(step(opened)).isEqualTo("GONE");
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("update return_case set next_step = 'REMOVE' where id = :id")
                                .param("id", opened.caseId())
                                .update()))
                .hasStackTraceContaining("the person of an open case has left, and its next step does not say so");
    }

    @Test
    void who_came_back_on_the_day_he_left_has_to_leave_again() {
        var opened = samples.open(inspector);
        samples.departed(opened, order(YEAR), inspector, decider);
        var again = samples.openFor(opened.person(), inspector);

        var removal = samples.served(again, removal(THREE_YEARS), inspector, decider);

        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, removal));
        assertThat(firstDays(removal)).containsOnlyNulls();
        assertThat(step(again)).isEqualTo("REMOVE");
    }

    @Test
    void whoever_is_dead_has_no_alert_whatever_day_the_decision_bears() {
        var opened = samples.open(inspector);
        var decision = samples.served(opened, order(YEAR), inspector, decider);
        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, decision));

        close(opened, ClosingReason.DECEASED);
        samples.reading(() -> jdbc.sql("update case_closing set closed_on = closed_on - 40 where case_id = :id")
                .param("id", opened.caseId())
                .update());

        assertThat(due(opened.person())).isNull();
    }

    @Test
    void a_closing_ends_alerts_of_decisions_signed_before_it_and_not_of_those_after_on_the_same_day() {
        var opened = samples.open(inspector);
        close(opened, ClosingReason.LEGALISED);
        var later = samples.openFor(opened.person(), inspector);

        var decision = samples.served(later, order(YEAR), inspector, decider);

        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, decision));
        var another = samples.openFor(opened.person(), inspector);
        close(another, ClosingReason.LEGALISED);
        assertThat(due(opened.person())).isNull();
    }

    @Test
    void only_a_citizen_of_a_free_moving_state_has_no_alert() {
        var opened = samples.open(inspector);
        var decision = samples.served(opened, order(YEAR), inspector, decider);
        holds(opened.person(), "DEU", "REFUGEE");
        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, decision));
        holds(opened.person(), "FRA", "CITIZEN");
        assertThat(due(opened.person())).isNull();
    }

    @Test
    void no_alert_on_return_rests_on_the_expulsion_of_a_union_citizens_family() {
        var opened = samples.open(inspector);
        var decision = samples.served(opened, removal(), inspector, decider);
        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.RETURN, decision));
        samples.reading(() -> jdbc.sql("update decision set legal_basis = 'R675-EXPULSION' where id = :id")
                .param("id", decision)
                .update());
        assertThat(due(opened.person())).isNull();
    }

    @Test
    void what_another_state_keeps_for_one_alert_says_nothing_of_the_other() {
        var opened = samples.open(inspector);
        var decision = samples.departed(opened, order(YEAR), inspector, decider);
        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.REFUSAL, decision));
        var alert = onReturn(decision);
        told(alert, "INCOMPATIBLE", "DO_NOT_ENTER");
        assertThat(due(opened.person())).isEqualTo(new Due(AlertCategory.REFUSAL, decision));
        told(alert, "PERMIT_HELD", "PERMIT_KEPT");
        assertThat(due(opened.person())).isNull();
    }

    /** An alert on return that was withdrawn when he left. */
    private UUID onReturn(UUID decision) {
        return samples.reading(() ->
                jdbc.sql("""
                        insert into alert (id, person_id, category, decision_id, family_name, birth_date, reason, reference, action, leave_by,
                                           with_ban, told_hash, state, state_at, ended_why)
                        select gen_random_uuid(), d.person_id, 'RETURN', d.id, 'Tester', '1990-05-23', d.kind, d.number, 'RETURN',
                               d.leave_by, true, '', 'WITHDRAWN', now(), 'DEPARTED'
                          from decision d
                         where d.id = :decision
                        returning id
                        """).param("decision", decision).query(UUID.class).single());
    }

    /** Another State answered so to what was asked about the alert. */
    private void told(UUID alert, String kind, String answer) {
        assertThat(samples.reading(() -> jdbc.sql("""
                        insert into alert_consultation (id, message, person_id, alert_id, direction, kind, country, subject, asked_at, due_on,
                                                        answer, answered_at, ended_on)
                        select gen_random_uuid(), gen_random_uuid()::text, a.person_id, a.id, 'OUT', :kind, 'POL', '–', now(),
                               cast(:day as date) + 10, :answer, now(), :day
                          from alert a
                         where a.id = :alert
                        """)
                        .param("kind", kind)
                        .param("answer", answer)
                        .param("day", today)
                        .param("alert", alert)
                        .update()))
                .isOne();
    }

    @Test
    void a_ban_that_ends_on_the_day_it_begins_is_said_to_have_been_cancelled() {
        var opened = samples.open(inspector);
        var decision = samples.departed(opened, order(YEAR), inspector, decider);
        var ban = samples.reading(() -> jdbc.sql("select id from ban where decision_id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
        cancel(decision);
        assertThat(due(opened.person())).isNull();
        assertThat(samples.reading(() -> AlertRule.why(today, alerts.facts(opened.person()), decision, ban)))
                .isEqualTo(AlertEnd.BAN_CANCELLED);
    }

    private void holds(PersonId person, String state, String type) {
        samples.reading(() -> jdbc.sql("""
                        insert into nationality (identity_id, country, type)
                        select id, :state, :type from identity where person_id = :person and kind = 'PRIMARY'
                        """)
                .param("state", state)
                .param("type", type)
                .param("person", person.value())
                .update());
    }

    private record Due(AlertCategory category, UUID decision) {}

    /** By the rule and by the function, which agree. */
    private @Nullable Due due(PersonId person) {
        var found = samples.reading(() -> jdbc.sql("""
                        select category, decision_id, ban_id, may_be_left_out
                          from alerts_due(:day, :before, :person)
                         where person_id = :person
                        """)
                .param("day", today)
                .param("before", new UUID(0, 0))
                .param("person", person.value())
                .query(Rows.of(DueAlert.class))
                .list());
        var ruled = samples.reading(() -> AlertRule.on(today, alerts.facts(person)));
        assertThat(found).isEqualTo(ruled.map(List::of).orElse(List.of()));
        return ruled.map(one -> new Due(one.category(), one.decisionId())).orElse(null);
    }

    private void cancel(UUID decision) {
        var in = new PrepareFollowUp.Input(decision, null, FollowUpKind.CANCEL, "APL-86", today, null, null, "Pamats");
        var prepared = as(inspector, () -> done(prepare.run(in, inspector)));
        as(decider, () -> done(sign.run(new SignFollowUp.Input(prepared, 0), decider)));
    }

    private void close(Opened opened, ClosingReason reason) {
        var in = new CloseCase.Input(opened.caseId(), reason, today, "Kļūda");
        as(inspector, () -> done(close.run(in, inspector)));
    }

    private List<LocalDate> firstDays(UUID decision) {
        return samples.reading(() -> jdbc.sql("select first_on from ban where decision_id = :id")
                .param("id", decision)
                .query((row, _) -> row.getObject("first_on", LocalDate.class))
                .list());
    }

    private String step(Opened opened) {
        return samples.reading(() -> jdbc.sql("select next_step from return_case where id = :id")
                .param("id", opened.caseId())
                .query(String.class)
                .single());
    }
}
