package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ChangeDraft;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions that only ban: what is refused, from when their bans run, and what they never do. */
@RegisterTest
class PrepareBanTest {

    private static final String CONVICTED = "IL2002-61-4-4";

    private final DecisionSamples samples;
    private final PrepareBan prepare;
    private final ChangeDraft change;
    private final SendForSignature send;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final PrepareFollowUp follow;
    private final SignFollowUp signFollowUp;
    private final Decisions decisions;
    private final BanList bans;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor caseworker = official("lietvede");
    private final Actor decider = official("pmlp.vaditajs");

    PrepareBanTest(
            DecisionSamples samples,
            PrepareBan prepare,
            ChangeDraft change,
            SendForSignature send,
            SignDecision sign,
            ServeDecision serve,
            ConfirmDeparture depart,
            PrepareFollowUp follow,
            SignFollowUp signFollowUp,
            Decisions decisions,
            BanList bans,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.change = change;
        this.send = send;
        this.sign = sign;
        this.serve = serve;
        this.depart = depart;
        this.follow = follow;
        this.signFollowUp = signFollowUp;
        this.decisions = decisions;
        this.bans = bans;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private static Draft draft(@Nullable String family, PlannedBan... planned) {
        return new Draft(
                DecisionKind.ENTRY_BAN,
                CONVICTED,
                null,
                null,
                "Notiesāts par zādzību.",
                family,
                false,
                null,
                List.of(planned));
    }

    private static PlannedBan ban(
            BanTerritory where, @Nullable Integer months, BanStart starts, @Nullable LocalDate on) {
        return new PlannedBan(where, CONVICTED, months, null, starts, on);
    }

    private PersonId somebody() {
        return samples.withoutReturn(official("inspektore"));
    }

    private Outcome<UUID> run(PersonId person, Draft draft) {
        return as(caseworker, () -> prepare.run(new PrepareBan.Input(person, draft), caseworker));
    }

    private UUID signed(PersonId person, PlannedBan... planned) {
        var id = done(run(person, draft("Ģimenes Latvijā nav.", planned)));
        as(caseworker, () -> done(send.run(new SendForSignature.Input(id, 0), caseworker)));
        as(decider, () -> done(sign.run(new SignDecision.Input(id, 1), decider)));
        return id;
    }

    private List<BanRow> rows(UUID decision) {
        return samples.reading(() -> bans.find(BanQuery.on(today, null), null, 1000)).stream()
                .filter(row -> row.decisionId().equals(decision) && row.state() != BanState.Code.CANCELLED)
                .toList();
    }

    @Test
    void what_the_law_does_not_allow_is_refused() {
        var person = somebody();
        var fair = ban(BanTerritory.LV, 36, BanStart.DECISION, null);
        assertThat(refusals(run(person, draft(null, fair)))).containsExactly("FAMILY_LIFE_MISSING");
        assertThat(refusals(run(person, draft("Nav.")))).containsExactly("BAN_MISSING");
        assertThat(refusals(run(person, draft("Nav.", ban(BanTerritory.LV, null, BanStart.DECISION, null)))))
                .containsExactly("INDEFINITE_NOT_ALLOWED");
        assertThat(refusals(run(person, draft("Nav.", ban(BanTerritory.LV, 121, BanStart.DECISION, null)))))
                .containsExactly("TERM_TOO_LONG");
        var ofMinister = new PlannedBan(BanTerritory.LV, "IL2002-61-2", 12, null, BanStart.DECISION, null);
        assertThat(refusals(run(person, draft("Nav.", ofMinister)))).containsExactly("BASIS_OF_ANOTHER");
        var withoutAlert = new PlannedBan(BanTerritory.SCH, "IL2002-61-1-7", 12, null, BanStart.DECISION, null);
        assertThat(refusals(run(person, draft("Nav.", withoutAlert))))
                .containsExactlyInAnyOrder("BASIS_OF_ANOTHER", "BASIS_WITHOUT_SCHENGEN");
        assertThat(refusals(run(person, draft("Nav.", fair)))).isEmpty();
        assertThat(refusals(run(person, draft("Nav.", fair)))).containsExactly("DRAFT_EXISTS");
        assertThat(refusals(run(new PersonId(UUID.randomUUID()), draft("Nav.", fair))))
                .containsExactly("PERSON_UNKNOWN");
    }

    @Test
    void a_ban_runs_from_the_decision_from_a_named_day_or_from_the_departure() {
        var person = somebody();
        var now = signed(
                person,
                ban(BanTerritory.LV, 12, BanStart.DECISION, null),
                ban(BanTerritory.SCH, 24, BanStart.DAY, today.plusDays(3)));
        assertThat(rows(now))
                .extracting(BanRow::territory, BanRow::fromDay, BanRow::toDay)
                .containsExactlyInAnyOrder(
                        tuple("LV", today, today.plusMonths(12)),
                        tuple("SCH", today.plusDays(3), today.plusDays(3).plusMonths(24)));
        assertThat(rows(now).getFirst().decisionNumber()).startsWith("PMLP-A-");

        // The person leaves under a return decision: what waited for the departure begins as well.
        var opened = samples.open(official("inspektore"));
        var waiting = signed(opened.person(), ban(BanTerritory.LV, 6, BanStart.DEPARTURE, null));
        assertThat(rows(waiting)).extracting(BanRow::fromDay).containsOnlyNulls();
        samples.departed(opened, order(), official("inspektore"), official("vrs.vaditajs"));
        assertThat(rows(waiting))
                .extracting(BanRow::fromDay, BanRow::toDay)
                .containsExactly(tuple(today, today.plusMonths(6)));

        // Who has left once and is not to leave again would never be banned from a departure on.
        var again = ban(BanTerritory.LV, 12, BanStart.DEPARTURE, null);
        assertThat(refusals(run(opened.person(), draft("Nav.", again)))).containsExactly("LEFT_BEFORE");
    }

    @Test
    void a_ban_from_a_named_day_begins_near_the_day_of_its_decision() {
        var person = somebody();
        var early = ban(BanTerritory.LV, 12, BanStart.DAY, today.minusDays(1));
        var late = ban(BanTerritory.LV, 12, BanStart.DAY, today.plusYears(1).plusDays(1));
        assertThat(refusals(run(person, draft("Nav.", early)))).containsExactly("STARTS_BEFORE_DECISION");
        assertThat(refusals(run(person, draft("Nav.", late)))).containsExactly("STARTS_TOO_LATE");

        // The day may have passed before somebody signs.
        var draft = done(run(person, draft("Nav.", ban(BanTerritory.LV, 12, BanStart.DAY, today.plusYears(1)))));
        as(caseworker, () -> done(send.run(new SendForSignature.Input(draft, 0), caseworker)));
        samples.reading(() -> jdbc.sql("update ban set starts_on = current_date - 1 where decision_id = :id")
                .param("id", draft)
                .update());
        var decider = official("pmlp.vaditajs");
        assertThat(refusals(as(decider, () -> sign.run(new SignDecision.Input(draft, 1), decider))))
                .containsExactly("STARTS_BEFORE_DECISION");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                update decision
                                   set number = 'X', number_in_year = 99998, number_year = 1999, decided_on = current_date,
                                       signed_by = :by, signed_at = now()
                                 where id = :id
                                """)
                        .param("by", decider.account())
                        .param("id", draft)
                        .update()))
                .hasMessageContaining("a ban does not begin before the day of its decision");
        var signed = signed(somebody(), ban(BanTerritory.LV, 12, BanStart.DAY, today));
        broken(
                "a ban begins within the time the law allows",
                "update ban set starts_on = starts_on + 400 where decision_id = :id",
                signed);
    }

    @Test
    void whoever_is_to_leave_is_banned_from_his_departure() {
        var opened = samples.open(official("inspektore"));
        for (var start : List.of(
                ban(BanTerritory.LV, 12, BanStart.DECISION, null),
                ban(BanTerritory.LV, 12, BanStart.DAY, today.plusDays(30)))) {
            assertThat(refusals(run(opened.person(), draft("Nav.", start)))).containsExactly("RETURN_IS_OPEN");
        }

        // The return may be opened only after the draft was written.
        var person = somebody();
        var draft = done(run(person, draft("Nav.", ban(BanTerritory.LV, 12, BanStart.DECISION, null))));
        as(caseworker, () -> done(send.run(new SendForSignature.Input(draft, 0), caseworker)));
        samples.openFor(person, official("inspektore"));
        var decider = official("pmlp.vaditajs");
        assertThat(refusals(as(decider, () -> sign.run(new SignDecision.Input(draft, 1), decider))))
                .containsExactly("RETURN_IS_OPEN");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                update decision
                                   set number = 'X', number_in_year = 99999, decided_on = current_date, signed_by = :by, signed_at = now()
                                 where id = :id
                                """)
                        .param("by", decider.account())
                        .param("id", draft)
                        .update()))
                .hasMessageContaining("a ban of a person whose return is open begins with the departure");
    }

    @Test
    void it_is_no_return_decision() {
        var opened = samples.open(official("inspektore"));
        var id = signed(opened.person(), ban(BanTerritory.LV, 12, BanStart.DEPARTURE, null));
        assertThat(samples.reading(() -> decisions.ofCase(opened.caseId()))).isEmpty();
        as(caseworker, () -> done(serve.run(new ServeDecision.Input(id, today, "SIGNED", "ru", null), caseworker)));
        var decision = samples.reading(() -> decisions.find(id).orElseThrow());
        assertThat(decision.servedOn()).isEqualTo(today);
        assertThat(refusals(as(
                        official("inspektore"),
                        () -> depart.run(
                                new ConfirmDeparture.Input(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null),
                                official("inspektore")))))
                .containsExactly("NOBODY_LEAVES_UNDER_BAN");

        var draft = done(run(somebody(), draft("Nav.", ban(BanTerritory.LV, 6, BanStart.DECISION, null))));
        assertThat(refusals(as(caseworker, () -> change.run(new ChangeDraft.Input(draft, 0, order()), caseworker))))
                .containsExactly("DECISION_UNKNOWN");
    }

    @Test
    void a_follow_up_decision_shortens_or_ends_one_of_its_bans() {
        var id = signed(
                somebody(),
                ban(BanTerritory.LV, 24, BanStart.DECISION, null),
                ban(BanTerritory.SCH, 24, BanStart.DECISION, null));
        var target = new ArrayList<>(rows(id));
        var shortened = target.removeFirst();
        follow(id, shortened.id(), FollowUpKind.REDUCE, 6);
        follow(id, target.getFirst().id(), FollowUpKind.CANCEL, null);

        assertThat(rows(id))
                .extracting(BanRow::id, BanRow::toDay)
                .containsExactly(tuple(shortened.id(), today.plusMonths(6)));
    }

    private void follow(UUID decision, UUID ban, FollowUpKind kind, @Nullable Integer months) {
        var in = new PrepareFollowUp.Input(decision, ban, kind, "APL-86", today, null, months, "Apstākļi mainījušies.");
        var id = as(caseworker, () -> done(follow.run(in, caseworker)));
        as(decider, () -> done(signFollowUp.run(new SignFollowUp.Input(id, 0), decider)));
    }

    @Test
    void the_database_holds_what_the_law_asks() {
        var id = signed(somebody(), ban(BanTerritory.LV, 12, BanStart.DECISION, null));
        var ordered = samples.signed(
                        order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null)),
                        official("inspektore"),
                        official("vrs.vaditajs"))
                .decision();
        broken("decision_ban_weighs_family", "update decision set family_life = null where id = :id", id);
        broken("decision_of_case", "update decision set kind = 'REMOVAL', destination = 'UZB' where id = :id", id);
        broken("decision_ban_without_journey", "update decision set destination = 'UZB' where id = :id", id);
        broken("decision_decider_of_ban", "update decision set decider = 'AM_MINISTRS' where id = :id", ordered);
        broken("ban_starts_whole", "update ban set starts = 'DAY' where decision_id = :id", id);
        broken(
                "a ban of a return decision begins with the departure",
                "update ban set starts = 'DECISION' where decision_id = :id",
                ordered);
    }

    private void broken(String constraint, String statement, UUID id) {
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql(statement).param("id", id).update()))
                .hasMessageContaining(constraint);
    }
}
