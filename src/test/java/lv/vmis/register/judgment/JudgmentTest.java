package lv.vmis.register.judgment;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.DecisionState;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expulsion that a court has imposed, from the judgment to the departure or the end. */
@RegisterTest
class JudgmentTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(11_810_000);

    private final EnterJudgment enter;
    private final ChangeImprisonment change;
    private final NameDestination name;
    private final EndJudgment end;
    private final ConfirmDeparture depart;
    private final PrepareFollowUp follow;
    private final FileRemedy file;
    private final Decisions decisions;
    private final List<Deadlines> deadlines;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    JudgmentTest(
            EnterJudgment enter,
            ChangeImprisonment change,
            NameDestination name,
            EndJudgment end,
            ConfirmDeparture depart,
            PrepareFollowUp follow,
            FileRemedy file,
            Decisions decisions,
            List<Deadlines> deadlines,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.enter = enter;
        this.change = change;
        this.name = name;
        this.end = end;
        this.depart = depart;
        this.follow = follow;
        this.file = file;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.samples = samples;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private static String number() {
        return "K" + NUMBER.incrementAndGet();
    }

    private EnterJudgment.Input judgment(PersonId person, String number, PlannedBan... bans) {
        return new EnterJudgment.Input(
                person,
                "RPT",
                number,
                today.minusDays(40),
                today.minusDays(20),
                null,
                "Piemērot izraidīšanu no Latvijas Republikas.",
                List.of(bans),
                new Imprisonment("Rīgas Centrālcietums", today.minusDays(200), null, today.plusDays(30)));
    }

    private static PlannedBan ban(int months) {
        return new PlannedBan(BanTerritory.LV, EnterJudgment.BAN_BASIS, months, null);
    }

    private Outcome<UUID> entered(EnterJudgment.Input in, Actor by) {
        return as(by, () -> enter.run(in, by));
    }

    private UUID entered() {
        return done(entered(judgment(samples.open(inspector).person(), number(), ban(60)), inspector));
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private Map<String, @Nullable Object> step(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select next_step, step_due, step_owner from return_case where id = :id")
                .param("id", caseId)
                .query()
                .singleRow());
    }

    @Test
    void it_is_in_force_at_once_and_waits_for_its_execution() {
        var opened = samples.open(inspector);
        var number = number();
        var id = done(entered(judgment(opened.person(), number, ban(60)), inspector));
        var entered = decision(id);
        assertThat(entered.kind()).isEqualTo(DecisionKind.COURT_EXPULSION);
        assertThat(entered.caseId()).isEqualTo(opened.caseId());
        assertThat(entered.number()).isEqualTo(number);
        assertThat(entered.signedBy()).isNull();
        assertThat(entered.stateOn(today)).isEqualTo(new DecisionState.Served(today.minusDays(20), null));
        assertThat(step(opened.caseId()))
                .containsEntry("next_step", "REMOVE")
                .containsEntry("step_due", Date.valueOf(today.plusDays(30)))
                .containsEntry("step_owner", "VRS");
        assertThat(samples.entries(id, EnterJudgment.class)).isEqualTo(1);
    }

    @Test
    void a_person_who_has_left_gets_a_new_case() {
        var left = decision(samples.departed(order(), inspector, decider));
        var id = done(entered(judgment(left.personId(), number()), inspector));
        assertThat(decision(id).caseId()).isNotEqualTo(left.caseId());
    }

    private Outcome<UUID> named(UUID id, int version, String state) {
        return as(inspector, () -> name.run(new NameDestination.Input(id, version, state), inspector));
    }

    @Test
    void nobody_is_taken_away_before_what_the_law_protects_was_assessed_and_the_ban_runs_from_the_departure() {
        var id = entered();
        var prisoned = samples.forced(id, "FORCED");
        assertThat(refusals(as(inspector, () -> depart.run(prisoned, inspector))))
                .contains("SAFEGUARDS_OPEN", "IN_PRISON", "DESTINATION_UNNAMED");
        samples.assessed(decision(id).caseId(), inspector);
        assertThatThrownBy(() -> samples.ready(id))
                .hasStackTraceContaining("nobody is removed while no State is named");
        assertThat(refusals(named(id, 0, "EST"))).containsExactly("DESTINATION_INSIDE");
        done(named(id, 0, "UZB"));
        assertThat(refusals(named(id, 1, "UZB"))).containsExactly("SAME_STATE");
        assertThat(refusals(named(id, 0, "KAZ"))).containsExactly("CHANGED_MEANWHILE");
        assertThat(decision(id).goesTo()).isEqualTo("UZB");
        assertThat(samples.entries(id, NameDestination.class)).isOne();
        assertThatThrownBy(() -> samples.ready(id))
                .hasStackTraceContaining("no removal begins while the sentence is served");
        var out = new Imprisonment("Rīgas Centrālcietums", today.minusDays(200), null, today);
        done(as(inspector, () -> change.run(new ChangeImprisonment.Input(id, 1, out), inspector)));
        samples.ready(id);
        var departure = samples.forced(id, "FORCED");
        var early = new ConfirmDeparture.Input(id, today.minusDays(25), "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        assertThat(refusals(as(inspector, () -> depart.run(early, inspector))))
                .containsExactly("DEPARTURE_BEFORE_SERVICE", "NOT_IN_FORCE_THEN", "IN_PRISON");
        assertThat(refusals(as(inspector, () -> depart.run(departure, inspector))))
                .containsExactly("SAFEGUARDS_OPEN");
        samples.assessed(decision(id).caseId(), inspector);
        // In another Member State it is not carried out.
        var inside = new ConfirmDeparture.Input(id, today, "LIDOSTA_RIGA", "EST", "VOLUNTARY", "Zīmogs");
        assertThat(refusals(as(inspector, () -> depart.run(inside, inspector)))).containsExactly("DESTINATION_INSIDE");
        var assessed = samples.forced(id, "FORCED");
        done(as(inspector, () -> depart.run(assessed, inspector)));
        assertThat(decision(id).departedOn()).isEqualTo(today);
        assertThat(samples.reading(() -> decisions.bans(id))).singleElement().satisfies(ban -> {
            assertThat(ban.fromDay()).isEqualTo(today);
            assertThat(ban.toDay()).isEqualTo(today.plusMonths(60));
        });
    }

    @Test
    void the_court_sets_the_ban_within_its_own_limits() {
        var person = samples.open(inspector).person();
        assertThat(refusals(entered(judgment(person, number(), ban(35)), inspector)))
                .containsExactly("TERM_TOO_SHORT");
        assertThat(refusals(entered(judgment(person, number(), ban(121)), inspector)))
                .containsExactly("TERM_TOO_LONG");
        done(entered(judgment(person, number(), ban(36)), inspector));
    }

    @Test
    void what_contradicts_itself_is_refused_at_once() {
        var person = samples.open(inspector).person();
        var wrong = new EnterJudgment.Input(
                person,
                "RIGA",
                "K1",
                today.minusDays(3),
                today.minusDays(4),
                "LVA",
                "Izraidīt",
                List.of(),
                new Imprisonment(null, today, today.minusDays(1), today.minusDays(2)));
        assertThat(refusals(entered(wrong, inspector)))
                .containsExactlyInAnyOrder(
                        "COURT_UNKNOWN",
                        "IN_FORCE_BEFORE_GIVEN",
                        "DESTINATION_IS_LATVIA",
                        "INFORMED_BEFORE_PLACED",
                        "RELEASED_BEFORE_PLACED");
        var caseworker = official("lietvede");
        assertThat(refusals(entered(judgment(person, number()), caseworker))).containsExactly("OF_BORDER_GUARD");
        var number = number();
        done(entered(judgment(person, number), inspector));
        assertThat(refusals(entered(judgment(person, number), inspector))).containsExactly("ENTERED_ALREADY");
    }

    @Test
    void it_is_not_entered_over_a_draft() {
        var opened = samples.open(inspector);
        samples.prepared(opened.caseId(), order(), inspector);
        assertThat(refusals(entered(judgment(opened.person(), number()), inspector)))
                .containsExactly("DRAFT_OPEN");
    }

    @Test
    void the_register_neither_contests_nor_changes_it() {
        var id = entered();
        assertThat(refusals(as(
                        inspector,
                        () -> file.run(
                                new FileRemedy.Input(id, RemedyKind.CONTEST, today, "PMLP", null, true, null),
                                inspector))))
                .containsExactly("OF_COURT");
        assertThat(refusals(as(
                        inspector,
                        () -> follow.run(
                                new PrepareFollowUp.Input(
                                        id, null, FollowUpKind.CANCEL, "IL2002-41-1", today, null, null, "Kļūda"),
                                inspector))))
                .containsExactly("OF_COURT");
    }

    @Test
    void what_the_prison_tells_moves_the_next_step_and_keeps_its_deadline() {
        var id = entered();
        var told = new Imprisonment("Jelgavas cietums", today.minusDays(200), today.minusDays(165), today.plusDays(10));
        done(as(inspector, () -> change.run(new ChangeImprisonment.Input(id, 0, told), inspector)));
        assertThat(step(decision(id).caseId())).containsEntry("step_due", Date.valueOf(today.plusDays(10)));
        assertThat(samples.reading(() -> deadlines.stream()
                        .flatMap(source -> source.of(decision(id).caseId()).stream())
                        .filter(one -> one.key().equals("prison-notice"))
                        .toList()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.until().day()).isEqualTo(today.minusDays(170));
                    assertThat(one.standing(Instant.now())).isEqualTo(Deadline.Standing.KEPT_LATE);
                });
        assertThat(refusals(as(inspector, () -> change.run(new ChangeImprisonment.Input(id, 0, told), inspector))))
                .containsExactly("CHANGED_MEANWHILE");
    }

    @Test
    void once_it_is_set_aside_the_case_waits_for_another_decision() {
        var id = entered();
        done(as(inspector, () -> end.run(new EndJudgment.Input(id, 0, today, "SET_ASIDE", null), inspector)));
        assertThat(decision(id).stateOn(today)).isEqualTo(new DecisionState.Cancelled(today));
        assertThat(step(decision(id).caseId())).containsEntry("next_step", "DECIDE");
        assertThat(refusals(
                        as(inspector, () -> end.run(new EndJudgment.Input(id, 1, today, "PARDON", null), inspector))))
                .containsExactly("HAS_ENDED");
        assertThat(refusals(as(
                        inspector,
                        () -> depart.run(
                                new ConfirmDeparture.Input(id, today, "LIDOSTA_RIGA", "UZB", "FORCED", null),
                                inspector))))
                .containsExactly("IS_CANCELLED");
    }

    @Test
    void the_database_keeps_judgment_and_decision_together() {
        var opened = samples.open(inspector);
        assertThatThrownBy(() -> samples.reading(() -> decisions.addOfCourt(
                        opened.caseId(),
                        opened.person(),
                        "KL-43",
                        null,
                        "Izraidīt",
                        number(),
                        today,
                        inspector,
                        Instant.now())))
                .hasStackTraceContaining("a decision of a court has no judgment");
        var served = samples.served(order(), inspector, decider);
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                insert into judgment (decision_id, person_id, court, in_force_on, changed_by, changed_at)
                                values (:id, :person, 'RPT', :on, :by, now())
                                """)
                        .param("id", served)
                        .param("person", decision(served).personId().value())
                        .param("on", today)
                        .param("by", inspector.account())
                        .update()))
                .hasStackTraceContaining("a judgment is of a decision of a court");
    }
}
