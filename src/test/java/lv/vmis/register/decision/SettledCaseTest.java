package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where decisions stand is kept beside them, deed by deed. */
@RegisterTest
class SettledCaseTest {

    private final DecisionSamples made;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final WithdrawDraft withdraw;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    SettledCaseTest(
            DecisionSamples made,
            SignDecision sign,
            ServeDecision serve,
            ConfirmDeparture depart,
            WithdrawDraft withdraw,
            JdbcClient jdbc,
            Clock clock) {
        this.made = made;
        this.sign = sign;
        this.serve = serve;
        this.depart = depart;
        this.withdraw = withdraw;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_removal_takes_the_place_of_an_order_and_ends_with_the_departure() {
        var opened = made.open(inspector);
        assertThat(isUndecided(opened.caseId())).isTrue();

        var order = made.toSign(opened, order(), inspector);
        assertThat(isUndecided(opened.caseId())).isTrue();
        assertThat(standing(order)).isEqualTo("– – closed");
        sign(order);
        assertThat(isUndecided(opened.caseId())).isFalse();
        assertThat(standing(order)).isEqualTo("– – open");
        serve(order);
        assertThat(standing(order)).isEqualTo(today + " – open");

        var removal = made.toSign(opened, removal(), inspector);
        assertThat(standing(order)).isEqualTo(today + " – open");
        sign(removal);
        assertThat(standing(order)).isEqualTo(today + " – closed");
        assertThat(standing(removal)).isEqualTo("– – open");
        serve(removal);
        made.assessed(opened.caseId(), inspector);
        made.ready(removal);
        var left = made.forced(removal, "FORCED");
        as(inspector, () -> done(depart.run(left, inspector)));
        assertThat(standing(order)).isEqualTo(today + " – closed");
        assertThat(standing(removal)).isEqualTo(today + " " + today + " closed");
    }

    @Test
    void a_case_whose_draft_was_given_up_is_undecided_still() {
        var opened = made.open(inspector);
        var draft = made.prepared(opened.caseId(), order(), inspector);

        as(inspector, () -> done(withdraw.run(new WithdrawDraft.Input(draft, 0, "Kļūda"), inspector)));

        assertThat(isUndecided(opened.caseId())).isTrue();
        assertThat(standing(draft)).isEqualTo("– – closed");
    }

    private void sign(UUID decision) {
        as(decider, () -> done(sign.run(new SignDecision.Input(decision, 1), decider)));
    }

    private void serve(UUID decision) {
        var input = new ServeDecision.Input(decision, today, "SIGNED", "ru", null);
        as(inspector, () -> done(serve.run(input, inspector)));
    }

    private boolean isUndecided(UUID caseId) {
        return made.reading(() -> jdbc.sql("select undecided from return_case where id = :id")
                .param("id", caseId)
                .query(Boolean.class)
                .single());
    }

    private String standing(UUID decision) {
        return made.reading(
                () -> jdbc.sql("""
                        select coalesce(served_on::text, '–') || ' ' || coalesce(departed_on::text, '–')
                               || case when open then ' open' else ' closed' end
                          from decision
                         where id = :id
                        """).param("id", decision).query(String.class).single());
    }
}
