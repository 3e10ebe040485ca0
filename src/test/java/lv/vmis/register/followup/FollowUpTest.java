package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.decision.BanLine;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionState;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.PersonFile;
import lv.vmis.register.person.PersonPast;
import lv.vmis.register.person.Persons;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-up decisions on the real database: what each makes of its target, and what is refused. */
@RegisterTest
class FollowUpTest {

    private static final String EXTENSION = "IL2002-43-3";
    private static final String CANCELLATION = "APL-86";

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final DeclineFollowUp decline;
    private final FollowUps followUps;
    private final Decisions decisions;
    private final ServeDecision serve;
    private final Persons persons;
    private final PersonFile file;
    private final PersonPast past;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    FollowUpTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            DeclineFollowUp decline,
            FollowUps followUps,
            Decisions decisions,
            ServeDecision serve,
            Persons persons,
            PersonFile file,
            PersonPast past,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.decline = decline;
        this.followUps = followUps;
        this.decisions = decisions;
        this.serve = serve;
        this.persons = persons;
        this.file = file;
        this.past = past;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void an_extended_order_runs_until_its_new_last_day() {
        var id = samples.served(order(), inspector, decider);
        var last = Objects.requireNonNull(decision(id).leaveBy());

        assertThat(refusals(extended(id, last))).containsExactly("NOT_LATER");
        assertThat(refusals(extended(id, today.plusYears(1).plusDays(1)))).containsExactly("LATER_THAN_LAW");
        var followUp = done(extended(id, last.plusDays(14)));
        assertThat(decision(id).leaveBy()).as("until it is signed").isEqualTo(last);
        done(signed(followUp));

        assertThat(decision(id).leaveBy()).isEqualTo(last.plusDays(14));
        assertThat(decision(id).isExtended()).isTrue();
        assertThat(state(id, last.plusDays(14))).isEqualTo(DecisionState.Code.SERVED);
        assertThat(state(id, last.plusDays(15))).isEqualTo(DecisionState.Code.OVERDUE);
        assertThat(followUp(followUp).number()).matches("VRS-T-\\d{4}-\\d{5}");
        assertThat(samples.entries(followUp, PrepareFollowUp.class)).isOne();
        assertThat(samples.entries(followUp, SignFollowUp.class)).isOne();
    }

    @Test
    void an_order_that_is_not_served_or_a_removal_is_not_extended() {
        var order = samples.signed(order(), inspector, decider).decision();
        assertThat(refusals(extended(order, today.plusDays(60)))).containsExactly("NOT_SERVED");
        var removal = samples.served(removal(), inspector, decider);
        assertThat(refusals(extended(removal, today.plusDays(60)))).containsExactly("KIND_NOT_FOR_TARGET");
    }

    @Test
    void a_suspended_decision_goes_on_when_it_is_resumed() {
        var id = samples.served(removal(), inspector, decider);
        assertThat(refusals(prepared(id, null, FollowUpKind.RESUME, null))).containsExactly("NOT_SUSPENDED");

        done(signed(done(prepared(id, null, FollowUpKind.SUSPEND, null))));
        assertThat(state(id, today)).isEqualTo(DecisionState.Code.SUSPENDED);
        assertThat(refusals(prepared(id, null, FollowUpKind.SUSPEND, null))).containsExactly("IS_SUSPENDED");

        done(signed(done(prepared(id, null, FollowUpKind.RESUME, null))));
        assertThat(state(id, today)).isEqualTo(DecisionState.Code.SERVED);
    }

    @Test
    void the_bans_of_a_suspended_decision_are_suspended_and_do_not_wait() {
        var id = samples.served(removal(ban()), inspector, decider);
        var person = decision(id).personId();
        assertThat(bar(person).pendingBans()).isOne();
        assertThat(bar(person).suspendedBans()).isZero();

        done(signed(done(prepared(id, null, FollowUpKind.SUSPEND, null))));

        assertThat(bar(person).pendingBans()).isZero();
        assertThat(bar(person).suspendedBans()).isOne();
        assertThat(samples.reading(() -> file.bans(person)))
                .singleElement()
                .satisfies(ban -> assertThat(ban.suspendedOn()).isEqualTo(today));

        done(signed(done(prepared(id, null, FollowUpKind.RESUME, null))));

        assertThat(bar(person).pendingBans()).isOne();
        assertThat(bar(person).suspendedBans()).isZero();
        assertThat(samples.reading(() -> file.bans(person)))
                .singleElement()
                .satisfies(ban -> assertThat(ban.suspendedOn()).isNull());
    }

    @Test
    void a_ban_that_ran_is_suspended_only_until_it_is_cancelled() {
        var id = samples.departed(removal(ban()), inspector, decider);
        var person = decision(id).personId();
        assertThat(bar(person).bans()).isOne();

        done(signed(done(prepared(id, ban(id), FollowUpKind.SUSPEND, null))));
        assertThat(bar(person).bans()).isZero();
        assertThat(bar(person).suspendedBans()).isOne();

        done(signed(done(prepared(id, ban(id), FollowUpKind.CANCEL, null))));
        assertThat(bar(person).suspendedBans()).isZero();
    }

    private PersonBar bar(PersonId person) {
        return samples.reading(() -> persons.bar(person).orElseThrow());
    }

    @Test
    void a_cancelled_decision_is_at_an_end_with_its_bans() {
        var id = samples.signed(removal(ban()), inspector, decider).decision();
        var person = decision(id).personId();
        assertThat(samples.reading(() -> persons.bar(person).orElseThrow()).openDecisions())
                .isOne();

        done(signed(done(prepared(id, null, FollowUpKind.CANCEL, null))));

        assertThat(state(id, today)).isEqualTo(DecisionState.Code.CANCELLED);
        var bar = samples.reading(() -> persons.bar(person).orElseThrow());
        assertThat(bar.openDecisions()).isZero();
        assertThat(bar.pendingBans()).isZero();
        assertThat(refusals(Someone.as(
                        inspector,
                        () -> serve.run(new ServeDecision.Input(id, today, "SIGNED", "rus", null), inspector))))
                .containsExactly("IS_CANCELLED");
        assertThat(refusals(prepared(id, null, FollowUpKind.SUSPEND, null))).containsExactly("IS_CANCELLED");
    }

    @Test
    void a_ban_is_shortened_and_cancelled_and_was_known_as_it_was() {
        var id = samples.departed(removal(ban()), inspector, decider);
        var ban = ban(id);
        var person = decision(id).personId();
        var before = samples.reading(() -> jdbc.sql("select clock_timestamp()")
                        .query(java.time.OffsetDateTime.class)
                        .single())
                .toInstant();

        assertThat(refusals(reduced(id, ban, 36))).containsExactly("NOT_SHORTER");
        done(signed(done(reduced(id, ban, 12))));
        assertThat(line(id).toDay()).isEqualTo(today.plusMonths(12));

        assertThat(samples.reading(() -> persons.bar(person).orElseThrow()).bans())
                .isOne();
        var now = samples.reading(() -> past.bans(person, before.plusSeconds(600)));
        assertThat(now).singleElement().satisfies(row -> assertThat(row.toDay()).isEqualTo(today.plusMonths(12)));

        done(signed(done(prepared(id, ban, FollowUpKind.CANCEL, null))));
        assertThat(samples.reading(() -> persons.bar(person).orElseThrow()).bans())
                .isZero();
        var known = samples.reading(() -> past.bans(person, before));
        assertThat(known)
                .singleElement()
                .satisfies(row -> assertThat(row.toDay()).isEqualTo(today.plusMonths(36)));
    }

    @Test
    void a_suspended_ban_is_not_in_force() {
        var id = samples.departed(removal(ban()), inspector, decider);
        var person = decision(id).personId();
        done(signed(done(prepared(id, ban(id), FollowUpKind.SUSPEND, null))));
        assertThat(samples.reading(() -> persons.bar(person).orElseThrow()).bans())
                .isZero();
        done(signed(done(prepared(id, ban(id), FollowUpKind.RESUME, null))));
        assertThat(samples.reading(() -> persons.bar(person).orElseThrow()).bans())
                .isOne();
    }

    @Test
    void four_eyes_and_the_same_institution() {
        var id = samples.served(order(), inspector, decider);
        var followUp = done(extended(id, today.plusDays(40)));
        assertThat(refusals(extended(id, today.plusDays(50)))).containsExactly("DRAFT_EXISTS");
        assertThat(refusals(Someone.as(inspector, () -> sign.run(new SignFollowUp.Input(followUp, 0), inspector))))
                .containsExactly("FOUR_EYES");
        var other = official("pmlp.vaditajs");
        assertThat(refusals(Someone.as(other, () -> sign.run(new SignFollowUp.Input(followUp, 0), other))))
                .containsExactly("NOT_YOUR_INSTITUTION");
        var office = official("lietvede");
        assertThat(refusals(Someone.as(
                        office, () -> prepare.run(input(id, null, FollowUpKind.CANCEL, today, null, null), office))))
                .containsExactly("NOT_COMPETENT");

        done(Someone.as(
                decider, () -> decline.run(new DeclineFollowUp.Input(followUp, 0, "Nav pierādījumu"), decider)));
        assertThat(refusals(signed(followUp))).containsExactly("ALREADY_ANSWERED");
        done(extended(id, today.plusDays(50)));
    }

    @Test
    void two_who_sign_at_once_sign_once() throws Exception {
        var id = samples.served(order(), inspector, decider);
        var followUp = done(extended(id, today.plusDays(40)));
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<UUID>> signing = () -> signed(followUp);
            var outcomes = both.invokeAll(List.of(signing, signing)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Done<UUID>))
                    .hasSize(1);
        }
    }

    @Test
    void it_cannot_hold_before_the_decision_it_is_about() {
        var id = samples.served(order(), inspector, decider);
        assertThat(refusals(prepared(id, null, FollowUpKind.CANCEL, today.minusDays(1))))
                .containsExactly("BEFORE_TARGET");
        var followUp = done(prepared(id, null, FollowUpKind.CANCEL, null));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                                update follow_up
                                   set effect_on = effect_on - 30, signed_at = now(), signed_by = gen_random_uuid(), number = 'x',
                                       decided_on = current_date
                                 where id = :id
                                """).param("id", followUp).update()))
                .hasStackTraceContaining("a follow-up decision cannot hold before the decision it is about");
    }

    @Test
    void it_holds_from_the_day_it_is_signed_at_the_latest() {
        var id = samples.served(removal(ban()), inspector, decider);
        for (var kind : List.of(FollowUpKind.SUSPEND, FollowUpKind.CANCEL)) {
            assertThat(refusals(prepared(id, null, kind, today.plusDays(1)))).containsExactly("TAKES_EFFECT_LATER");
        }
        var followUp = done(prepared(id, null, FollowUpKind.CANCEL, null));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                                update follow_up
                                   set effect_on = effect_on + 1, signed_at = now(), signed_by = gen_random_uuid(), number = 'x',
                                       decided_on = current_date
                                 where id = :id
                                """).param("id", followUp).update()))
                .hasStackTraceContaining("takes effect on the day it is signed at the latest");
        samples.reading(() -> jdbc.sql("update follow_up set effect_on = effect_on + 1 where id = :id")
                .param("id", followUp)
                .update());
        assertThat(refusals(signed(followUp))).containsExactly("TAKES_EFFECT_LATER");
    }

    @Test
    void a_term_is_not_extended_to_a_day_already_past() {
        var id = samples.served(order(), inspector, decider);
        samples.reading(() -> {
            jdbc.sql("update decision set decided_on = decided_on - 40, leave_by = leave_by - 40 where id = :id")
                    .param("id", id)
                    .update();
            return jdbc.sql("update service set served_on = served_on - 40 where decision_id = :id")
                    .param("id", id)
                    .update();
        });
        assertThat(refusals(extended(id, today.minusDays(1)))).containsExactly("TERM_PAST");
        var prepared = done(extended(id, today));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                                update follow_up
                                   set leave_by = leave_by - 1, signed_at = now(), signed_by = gen_random_uuid(), number = 'x',
                                       decided_on = current_date
                                 where id = :id
                                """).param("id", prepared).update()))
                .hasStackTraceContaining("follow_up_extension_ahead");
        done(signed(prepared));
    }

    @Test
    void what_was_resumed_with_a_later_day_is_suspended_by_who_suspends_it_again() {
        var id = samples.served(removal(ban()), inspector, decider);
        done(signed(done(prepared(id, null, FollowUpKind.SUSPEND, null))));
        done(signed(done(prepared(id, null, FollowUpKind.RESUME, null))));
        // As it could be signed before.
        samples.reading(() -> jdbc.sql(
                        "update follow_up set effect_on = effect_on + 30 where decision_id = :id and kind = 'RESUME'")
                .param("id", id)
                .update());

        done(signed(done(prepared(id, null, FollowUpKind.SUSPEND, null))));

        assertThat(state(id, today)).isEqualTo(DecisionState.Code.SUSPENDED);
        assertThat(line(id).suspendedOn()).isEqualTo(today);
    }

    private Outcome<UUID> extended(UUID decision, LocalDate leaveBy) {
        return Someone.as(
                inspector,
                () -> prepare.run(
                        new PrepareFollowUp.Input(
                                decision, null, FollowUpKind.EXTEND, EXTENSION, today, leaveBy, null, "Bērns slimo"),
                        inspector));
    }

    private Outcome<UUID> reduced(UUID decision, UUID ban, int months) {
        return Someone.as(
                inspector,
                () -> prepare.run(input(decision, ban, FollowUpKind.REDUCE, today, null, months), inspector));
    }

    private Outcome<UUID> prepared(UUID decision, @Nullable UUID ban, FollowUpKind kind, @Nullable LocalDate effect) {
        return Someone.as(
                inspector,
                () -> prepare.run(input(decision, ban, kind, effect == null ? today : effect, null, null), inspector));
    }

    private static PrepareFollowUp.Input input(
            UUID decision,
            @Nullable UUID ban,
            FollowUpKind kind,
            LocalDate effect,
            @Nullable LocalDate leaveBy,
            @Nullable Integer months) {
        return new PrepareFollowUp.Input(decision, ban, kind, CANCELLATION, effect, leaveBy, months, "Jauni apstākļi");
    }

    private Outcome<UUID> signed(UUID followUp) {
        return Someone.as(
                decider,
                () -> sign.run(
                        new SignFollowUp.Input(followUp, followUp(followUp).version()), decider));
    }

    private static PlannedBan ban() {
        return new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);
    }

    private UUID ban(UUID decision) {
        return samples.reading(() -> followUps.targets(decision)).stream()
                .flatMap(target -> java.util.stream.Stream.ofNullable(target.banId()))
                .findFirst()
                .orElseThrow();
    }

    private BanLine line(UUID decision) {
        return samples.reading(() -> decisions.bans(decision)).getFirst();
    }

    private FollowUp followUp(UUID id) {
        return samples.reading(() -> followUps.find(id).orElseThrow());
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private DecisionState.Code state(UUID id, LocalDate day) {
        return decision(id).stateOn(day).code();
    }
}
