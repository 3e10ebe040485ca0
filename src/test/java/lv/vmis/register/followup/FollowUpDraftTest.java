package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.LegalBasis;
import lv.vmis.register.returns.AssignCase;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until it is signed, whoever prepared a follow-up decision corrects it or takes it back; each kind rests on bases of its own. */
@RegisterTest
class FollowUpDraftTest {

    private static final Actor INSPECTOR = official("inspektore");
    private static final Actor OTHER = official("inspektors");
    private static final Actor DECIDER = official("vrs.vaditajs");

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final ChangeFollowUp change;
    private final WithdrawFollowUp withdraw;
    private final TakeOverFollowUp takeOver;
    private final AssignCase assign;
    private final DeclineFollowUp decline;
    private final SignFollowUp sign;
    private final FollowUps followUps;
    private final FollowUpRules rules;
    private final Decisions decisions;
    private final Persons persons;
    private final JdbcClient jdbc;
    private final LocalDate today;

    FollowUpDraftTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            ChangeFollowUp change,
            WithdrawFollowUp withdraw,
            TakeOverFollowUp takeOver,
            AssignCase assign,
            DeclineFollowUp decline,
            SignFollowUp sign,
            FollowUps followUps,
            FollowUpRules rules,
            Decisions decisions,
            Persons persons,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.change = change;
        this.withdraw = withdraw;
        this.takeOver = takeOver;
        this.assign = assign;
        this.decline = decline;
        this.sign = sign;
        this.followUps = followUps;
        this.rules = rules;
        this.decisions = decisions;
        this.persons = persons;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private static PrepareFollowUp.Input text(
            UUID decision,
            FollowUpKind kind,
            String basis,
            @Nullable LocalDate leaveBy,
            LocalDate from,
            String reasons) {
        return new PrepareFollowUp.Input(decision, null, kind, basis, from, leaveBy, null, reasons);
    }

    private PrepareFollowUp.Input extension(UUID decision, int days, String reasons) {
        return text(decision, FollowUpKind.EXTEND, "IL2002-43-3", today.plusDays(days), today, reasons);
    }

    private FollowUp stored(UUID id) {
        return samples.reading(() -> followUps.find(id).orElseThrow());
    }

    private Outcome<UUID> changed(UUID id, int version, PrepareFollowUp.Input text, Actor by) {
        return as(by, () -> change.run(new ChangeFollowUp.Input(id, version, text), by));
    }

    private Outcome<UUID> withdrawn(UUID id, int version, Actor by) {
        return as(by, () -> withdraw.run(new WithdrawFollowUp.Input(id, version, "Nepareizs termiņš"), by));
    }

    @Test
    void a_mistake_is_corrected_before_it_is_signed() {
        var order = samples.served(order(), INSPECTOR, DECIDER);
        var other = samples.served(order(), INSPECTOR, DECIDER);
        var id = done(as(INSPECTOR, () -> prepare.run(extension(order, 50, "Bērns slimo"), INSPECTOR)));
        var better = extension(order, 60, "Bērns slimo, izraksts pievienots");

        assertThat(refusals(changed(id, 0, better, DECIDER))).containsExactly("NOT_YOURS");
        assertThat(refusals(changed(id, 0, extension(other, 60, "Bērns slimo"), INSPECTOR)))
                .containsExactly("TARGET_STAYS");
        assertThat(refusals(changed(id, 0, extension(order, 1, "Bērns slimo"), INSPECTOR)))
                .containsExactly("NOT_LATER");
        done(changed(id, 0, better, INSPECTOR));
        assertThat(stored(id).leaveBy()).isEqualTo(today.plusDays(60));
        assertThat(stored(id).reasons()).isEqualTo("Bērns slimo, izraksts pievienots");
        assertThat(samples.entries(id, ChangeFollowUp.class)).isOne();

        assertThat(refusals(changed(id, 0, better, INSPECTOR))).containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(as(DECIDER, () -> sign.run(new SignFollowUp.Input(id, 0), DECIDER))))
                .as("what the official saw")
                .containsExactly("CHANGED_MEANWHILE");
        done(as(DECIDER, () -> sign.run(new SignFollowUp.Input(id, 1), DECIDER)));
        assertThat(refusals(changed(id, 2, better, INSPECTOR))).containsExactly("ALREADY_ANSWERED");
        assertThat(refusals(withdrawn(id, 2, INSPECTOR))).containsExactly("ALREADY_ANSWERED");
    }

    @Test
    void it_is_taken_back_by_whoever_prepared_it_and_another_is_prepared() {
        var order = samples.served(order(), INSPECTOR, DECIDER);
        var id = done(as(INSPECTOR, () -> prepare.run(extension(order, 50, "Bērns slimo"), INSPECTOR)));
        assertThat(refusals(as(
                        INSPECTOR,
                        () -> decline.run(new DeclineFollowUp.Input(id, 0, "Nepareizs termiņš"), INSPECTOR))))
                .containsExactly("FOUR_EYES");
        assertThat(refusals(withdrawn(id, 0, DECIDER))).containsExactly("NOT_YOURS");
        assertThat(refusals(withdrawn(id, 1, INSPECTOR))).containsExactly("CHANGED_MEANWHILE");
        done(withdrawn(id, 0, INSPECTOR));
        assertThat(stored(id).isWithdrawn()).isTrue();
        assertThat(stored(id).isWaiting()).isFalse();
        assertThat(samples.entries(id, WithdrawFollowUp.class)).isOne();

        var next = done(as(OTHER, () -> prepare.run(extension(order, 60, "Bērns slimo"), OTHER)));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("update follow_up set signed_by = prepared_by, signed_at = now() where id = :id")
                                .param("id", next)
                                .update()))
                .hasMessageContaining("follow_up_four_eyes");
        as(DECIDER, () -> done(decline.run(new DeclineFollowUp.Input(next, 0, "Nav pamata"), DECIDER)));
        assertThat(stored(next).isWithdrawn()).isFalse();
    }

    @Test
    void whoever_takes_it_over_corrects_it_and_does_not_sign_it() {
        var order = samples.served(order(), INSPECTOR, DECIDER);
        var id = done(as(INSPECTOR, () -> prepare.run(extension(order, 50, "Bērns slimo"), INSPECTOR)));
        assertThat(refusals(takenOver(id, 0, INSPECTOR))).containsExactly("ALREADY_YOURS");
        assertThat(refusals(takenOver(id, 0, official("pmlp.vaditajs")))).containsExactly("NOT_YOUR_INSTITUTION");
        assertThat(refusals(takenOver(id, 1, DECIDER))).containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(takenOver(id, 0, OTHER))).containsExactly("NOT_THE_HOLDER");

        done(takenOver(id, 0, DECIDER));

        assertThat(samples.entries(id, TakeOverFollowUp.class)).isOne();
        assertThat(stored(id).preparedBy()).isEqualTo(DECIDER.account());
        assertThat(refusals(changed(id, 1, extension(order, 60, "Bērns slimo"), INSPECTOR)))
                .containsExactly("NOT_YOURS");
        done(changed(id, 1, extension(order, 60, "Bērns slimo"), DECIDER));
        assertThat(refusals(as(DECIDER, () -> sign.run(new SignFollowUp.Input(id, 2), DECIDER))))
                .containsExactly("FOUR_EYES");
        var caseId = samples.reading(() -> decisions.find(order).orElseThrow()).caseId();
        done(as(OTHER, () -> assign.run(new AssignCase.Input(caseId, null, OTHER.account()), OTHER)));
        done(takenOver(id, 2, OTHER));
        assertThat(stored(id).unit()).isEqualTo(OTHER.unit());
        done(as(DECIDER, () -> sign.run(new SignFollowUp.Input(id, 3), DECIDER)));
        assertThat(refusals(takenOver(id, 4, INSPECTOR))).containsExactly("ALREADY_ANSWERED");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("update follow_up set prepared_by = :by where id = :id")
                        .param("by", INSPECTOR.account())
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("only a follow-up decision that waits for a signature");
    }

    private Outcome<UUID> takenOver(UUID id, int version, Actor by) {
        return as(by, () -> takeOver.run(new TakeOverFollowUp.Input(id, version, "Sagatavotājs slimo"), by));
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_is_offered_what_it_can_rest_on_and_refuses_the_rest(FollowUpKind kind) {
        var order = samples.served(order(), INSPECTOR, DECIDER);
        var offered =
                rules.bases(kind, today, "VRS").stream().map(LegalBasis::code).toList();
        assertThat(offered)
                .containsExactlyInAnyOrder(
                        switch (kind) {
                            case EXTEND -> new String[] {"IL2002-43-3"};
                            case AMEND -> new String[] {"APL-85", "APL-86"};
                            case SUSPEND -> new String[] {"APL-80", "APL-86"};
                            case RESUME -> new String[] {"APL-80", "APL-85", "APL-86"};
                            case CANCEL -> new String[] {"IL2002-63-7", "APL-85", "APL-86"};
                            case REDUCE -> new String[] {"IL2002-63-7", "APL-86"};
                        });
        for (var basis : new String[] {"IL2002-43-3", "APL-85", "APL-86", "IL2002-63-7", "IL2002-41-1"}) {
            var in = text(order, kind, basis, null, today, "Pamats");
            var refused = refusals(as(INSPECTOR, () -> prepare.run(in, INSPECTOR)));
            assertThat(refused.contains("BASIS_NOT_IN_FORCE"))
                    .as(basis)
                    .isEqualTo(Arrays.stream(offered.toArray()).noneMatch(basis::equals));
            samples.reading(() -> followUps.of(order)).stream()
                    .filter(FollowUp::isWaiting)
                    .forEach(one -> done(withdrawn(one.id(), 0, INSPECTOR)));
        }
    }

    @Test
    void what_can_be_done_is_offered_as_things_stand() {
        var order = samples.served(order(), INSPECTOR, DECIDER);
        assertThat(kinds(order))
                .containsExactly(FollowUpKind.EXTEND, FollowUpKind.AMEND, FollowUpKind.SUSPEND, FollowUpKind.CANCEL);
        var in = text(order, FollowUpKind.SUSPEND, "APL-86", null, today, "Pamats");
        var id = done(as(INSPECTOR, () -> prepare.run(in, INSPECTOR)));
        assertThat(kinds(order)).as("while one waits").isEmpty();
        done(as(DECIDER, () -> sign.run(new SignFollowUp.Input(id, 0), DECIDER)));
        assertThat(kinds(order))
                .containsExactly(FollowUpKind.EXTEND, FollowUpKind.AMEND, FollowUpKind.RESUME, FollowUpKind.CANCEL);
    }

    private List<FollowUpKind> kinds(UUID decision) {
        return samples.reading(() -> {
            var found = decisions.find(decision).orElseThrow();
            var waiting =
                    followUps.of(decision).stream().filter(FollowUp::isWaiting).toList();
            var opened = new DecisionToFollow(
                    found, persons.bar(found.personId()).orElseThrow(), followUps.targets(decision), waiting);
            return opened.choices(null).stream()
                    .map(DecisionToFollow.Choice::kind)
                    .toList();
        });
    }
}
