package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.returns.AssignCase;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing, sending, returning and withdrawing a draft. */
@RegisterTest
class DraftWayTest {

    private final DecisionSamples samples;
    private final ChangeDraft change;
    private final SendForSignature send;
    private final ReturnDraft giveBack;
    private final WithdrawDraft withdraw;
    private final TakeOverDraft takeOver;
    private final SignDecision sign;
    private final AssignCase assign;
    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Actor inspector = official("inspektore");
    private final Actor other = official("inspektors");
    private final Actor decider = official("vrs.vaditajs");
    private final PlannedBan latvia = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
    private final PlannedBan schengen = new PlannedBan(BanTerritory.SCH, "DIR2008-115-11", 12, null);

    DraftWayTest(
            DecisionSamples samples,
            ChangeDraft change,
            SendForSignature send,
            ReturnDraft giveBack,
            WithdrawDraft withdraw,
            TakeOverDraft takeOver,
            SignDecision sign,
            AssignCase assign,
            JdbcClient jdbc,
            Decisions decisions) {
        this.samples = samples;
        this.change = change;
        this.send = send;
        this.giveBack = giveBack;
        this.withdraw = withdraw;
        this.takeOver = takeOver;
        this.sign = sign;
        this.assign = assign;
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    @Test
    void a_changed_draft_has_the_new_bans_only() {
        var id = samples.prepared(samples.open(inspector).caseId(), order(latvia), inspector);

        done(change(id, 0, removal(schengen), inspector));

        assertThat(samples.reading(() -> decisions.bans(id)))
                .extracting(BanLine::territory)
                .containsExactly(BanTerritory.SCH);
        assertThat(kept(id).kind()).isEqualTo(DecisionKind.REMOVAL);
        assertThat(samples.entries(id, ChangeDraft.class)).isEqualTo(1);

        done(change(id, 1, order(latvia, schengen), inspector));
        assertThat(samples.reading(() -> decisions.bans(id))).hasSize(2);
    }

    @Test
    void only_its_preparer_changes_a_draft_and_only_the_version_he_saw() {
        var id = samples.prepared(samples.open(inspector).caseId(), order(), inspector);

        assertThat(refusals(change(id, 0, order(), other))).containsExactly("NOT_THE_PREPARER");
        done(change(id, 0, order(latvia), inspector));
        assertThat(refusals(change(id, 0, order(), inspector))).containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(change(UUID.randomUUID(), 0, order(), inspector))).containsExactly("DECISION_UNKNOWN");
    }

    @Test
    void a_sent_draft_stays_as_it_is_until_it_comes_back() {
        var id = samples.toSign(order(), inspector);

        assertThat(samples.entries(id, SendForSignature.class)).isEqualTo(1);
        assertThat(refusals(change(id, 1, order(latvia), inspector))).containsExactly("ALREADY_SENT");
        assertThat(refusals(withdraw(id, 1, inspector))).containsExactly("ALREADY_SENT");

        done(giveBack(id, 1, decider));
        assertThat(kept(id).stateOn(LocalDate.now(RegisterClock.RIGA))).isInstanceOf(DecisionState.Returned.class);
        assertThat(samples.entries(id, ReturnDraft.class)).isEqualTo(1);
        assertThat(refusals(giveBack(id, 2, decider))).containsExactly("NOT_SENT");

        done(change(id, 2, order(latvia), inspector));
        done(as(inspector, () -> send.run(new SendForSignature.Input(id, 3), inspector)));
        assertThat(kept(id).stateOn(LocalDate.now(RegisterClock.RIGA))).isInstanceOf(DecisionState.ToSign.class);
    }

    @Test
    void an_official_of_another_institution_does_not_return_a_draft() {
        var id = samples.toSign(order(), inspector);

        assertThat(refusals(giveBack(id, 1, official("pmlp.vaditajs")))).containsExactly("NOT_YOUR_INSTITUTION");
    }

    @Test
    void a_withdrawn_draft_frees_the_case() {
        var caseId = samples.open(inspector).caseId();
        var id = samples.prepared(caseId, order(latvia), inspector);

        assertThat(refusals(withdraw(id, 0, other))).containsExactly("NOT_THE_PREPARER");
        done(withdraw(id, 0, inspector));

        assertThat(samples.entries(id, WithdrawDraft.class)).isEqualTo(1);
        assertThat(refusals(withdraw(id, 1, inspector))).containsExactly("WITHDRAWN_DRAFT");
        assertThat(samples.prepared(caseId, order(), inspector)).isNotEqualTo(id);
    }

    @Test
    void the_deciding_official_takes_over_a_draft_whose_preparer_is_gone_and_does_not_sign_it() {
        var caseId = samples.open(inspector).caseId();
        var id = samples.prepared(caseId, order(latvia), inspector);
        assertThat(refusals(takenOver(id, 0, inspector))).containsExactly("ALREADY_THE_PREPARER");
        assertThat(refusals(takenOver(id, 0, official("pmlp.vaditajs"))))
                .containsExactly("DRAFT_OF_ANOTHER_INSTITUTION");

        done(takenOver(id, 0, decider));

        assertThat(kept(id).preparedBy()).isEqualTo(decider.account());
        assertThat(samples.entries(id, TakeOverDraft.class)).isOne();
        assertThat(refusals(change(id, 1, order(), inspector))).containsExactly("NOT_THE_PREPARER");
        done(as(decider, () -> send.run(new SendForSignature.Input(id, 1), decider)));
        assertThat(refusals(as(decider, () -> sign.run(new SignDecision.Input(id, 2), decider))))
                .containsExactly("FOUR_EYES");
        assertThat(refusals(takenOver(id, 2, other))).containsExactly("SENT_ALREADY");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("update decision set prepared_by = :by where id = :id")
                        .param("by", other.account())
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("only a draft that waits with its preparer");
    }

    @Test
    void whoever_holds_the_case_takes_its_draft_over_and_withdraws_it() {
        var caseId = samples.open(inspector).caseId();
        var id = samples.prepared(caseId, order(), inspector);
        assertThat(refusals(takenOver(id, 0, other))).containsExactly("NOT_THE_HOLDER");
        done(as(other, () -> assign.run(new AssignCase.Input(caseId, null, other.account()), other)));

        done(takenOver(id, 0, other));

        assertThat(kept(id).unit()).isEqualTo(other.unit());
        assertThat(samples.reading(() -> jdbc.sql("select step_unit from return_case where id = :id")
                        .param("id", caseId)
                        .query(String.class)
                        .single()))
                .isEqualTo(other.unit());
        done(withdraw(id, 1, other));
        assertThat(samples.prepared(caseId, order(), inspector)).isNotEqualTo(id);
    }

    private lv.vmis.register.kernel.Outcome<UUID> takenOver(UUID id, int version, Actor by) {
        return as(by, () -> takeOver.run(new TakeOverDraft.Input(id, version, "Sagatavotājs slimo"), by));
    }

    private Decision kept(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private lv.vmis.register.kernel.Outcome<UUID> change(UUID id, int version, Draft draft, Actor by) {
        return as(by, () -> change.run(new ChangeDraft.Input(id, version, draft), by));
    }

    private lv.vmis.register.kernel.Outcome<UUID> giveBack(UUID id, int version, Actor by) {
        return as(by, () -> giveBack.run(new ReturnDraft.Input(id, version, "Papildiniet"), by));
    }

    private lv.vmis.register.kernel.Outcome<UUID> withdraw(UUID id, int version, Actor by) {
        return as(by, () -> withdraw.run(new WithdrawDraft.Input(id, version, "Lieta nodota"), by));
    }
}
