package lv.vmis.register.remedy;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionState;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.LeaveTerm;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonPast;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remedies on the real database: until when a decision is contested, what suspends it, and what becomes of it. */
@RegisterTest
class RemedyTest {

    private final DecisionSamples samples;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final Remedies remedies;
    private final RemedyTerm term;
    private final Decisions decisions;
    private final ConfirmDeparture depart;
    private final PersonPast persons;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final PlannedBan ban = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);

    RemedyTest(
            DecisionSamples samples,
            FileRemedy file,
            ResolveRemedy resolve,
            Remedies remedies,
            RemedyTerm term,
            Decisions decisions,
            ConfirmDeparture depart,
            PersonPast persons,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.file = file;
        this.resolve = resolve;
        this.remedies = remedies;
        this.term = term;
        this.decisions = decisions;
        this.depart = depart;
        this.persons = persons;
        this.clock = clock;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    // Seven days from the service; the last day is no day off.
    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-12-02",
        "2026-11-28, 2026-12-07",
        "2026-11-29, 2026-12-07",
        "2026-11-11, 2026-11-19",
        "2026-12-17, 2026-12-28",
        "2026-12-24, 2027-01-04",
        "2026-03-27, 2026-04-07",
        "2026-06-16, 2026-06-25",
        "2026-04-24, 2026-05-05",
        "2028-02-22, 2028-02-29",
        "2026-10-18, 2026-10-26",
        "2026-03-22, 2026-03-30"
    })
    void a_decision_is_contested_until(LocalDate served, LocalDate last) {
        var decision = samples.reading(() ->
                decisions.find(samples.served(removal(), inspector, decider)).orElseThrow());
        assertThat(Objects.requireNonNull(term.toContest(servedOn(decision, served)))
                        .until()
                        .day())
                .isEqualTo(last);
    }

    // Last day to leave, filed, result: the last day to leave after it.
    @ParameterizedTest
    @CsvSource({
        "2026-12-10, 2026-12-01, 2026-12-01, 2026-12-10",
        "2026-12-10, 2026-12-01, 2026-12-02, 2026-12-11",
        "2026-12-10, 2026-12-01, 2027-01-01, 2027-01-10",
        "2026-12-10, 2026-12-10, 2026-12-20, 2026-12-20",
        "2026-12-10, 2026-12-11, 2026-12-20, 2026-12-10",
        "2026-12-10, 2027-01-11, 2027-02-20, 2026-12-10",
        "2026-12-31, 2026-12-24, 2027-02-28, 2027-03-07",
        "2028-03-05, 2028-02-28, 2028-02-29, 2028-03-06",
        "2026-03-30, 2026-03-28, 2026-03-29, 2026-03-31",
        "2026-10-26, 2026-10-24, 2026-10-25, 2026-10-27"
    })
    void the_days_that_were_left_are_left(LocalDate leaveBy, LocalDate filed, LocalDate result, LocalDate expected) {
        assertThat(LeaveTerm.goesOn(leaveBy, filed, result, List.of())).isEqualTo(expected);
    }

    @Test
    void a_remedy_that_suspends_stops_the_decision_until_its_result() {
        var id = samples.served(order(ban), inspector, decider);
        var last = Objects.requireNonNull(decision(id).leaveBy());
        back(id, 5);
        var remedy = done(filed(id, today.minusDays(4), true));
        assertThat(state(id)).isEqualTo(DecisionState.Code.SUSPENDED);
        assertThat(refusals(filed(id, today, true))).containsExactly("ONE_WAITS");

        done(resolved(remedy, 0, RemedyResult.UPHELD));

        assertThat(state(id)).isEqualTo(DecisionState.Code.SERVED);
        // The term ended in nine days when it was suspended, so it ends in as many days from today.
        assertThat(decision(id).leaveBy())
                .isEqualTo(today.plusDays(9 + 4))
                .isEqualTo(last.minusDays(5).plusDays(4));
        assertThat(refusals(resolved(remedy, 1, RemedyResult.CANCELLED))).containsExactly("ALREADY_RESOLVED");
        assertThat(samples.entries(remedy, FileRemedy.class)).isOne();
        assertThat(samples.entries(remedy, ResolveRemedy.class)).isOne();
    }

    @Test
    void nobody_is_removed_by_force_while_a_court_looks_at_it() {
        var id = samples.served(removal(), inspector, decider);
        samples.assessed(decision(id).caseId(), inspector);
        samples.ready(id);
        var remedy = done(filed(id, today, true));
        assertThat(refusals(leave(id))).containsExactly("IS_SUSPENDED");
        done(resolved(remedy, 0, RemedyResult.WITHDRAWN));
        assertThat(refusals(leave(id))).isEmpty();
    }

    @Test
    void a_remedy_that_does_not_suspend_changes_nothing() {
        var id = samples.served(order(), inspector, decider);
        var before = decision(id);
        var remedy = done(filed(id, today, false));
        assertThat(state(id)).isEqualTo(DecisionState.Code.SERVED);
        done(resolved(remedy, 0, RemedyResult.REJECTED));
        assertThat(decision(id).leaveBy()).isEqualTo(before.leaveBy());
    }

    @Test
    void what_a_court_cancels_is_cancelled_and_its_case_waits_for_another_decision() {
        var id = samples.served(removal(ban), inspector, decider);
        var caseId = decision(id).caseId();
        assertThat(isUndecided(caseId)).isFalse();
        done(resolved(done(filed(id, today, true)), 0, RemedyResult.CANCELLED));
        assertThat(state(id)).isEqualTo(DecisionState.Code.CANCELLED);
        assertThat(isUndecided(caseId)).isTrue();
        assertThat(refusals(leave(id))).containsExactly("IS_CANCELLED");
        assertThat(refusals(filed(id, today, true))).containsExactly("IS_CANCELLED");
        var open = samples.reading(() -> jdbc.sql(
                        "select count(*) from ban_clock where decision_id = :id and from_day is null"
                                + " and exists (select 1 from ban b where b.decision_id = :id and b.cancelled_on is null)")
                .param("id", id)
                .query(Integer.class)
                .single());
        assertThat(open).isZero();
    }

    @Test
    void a_ban_is_seen_as_it_was_before_a_court_looked_at_it() {
        var id = samples.departed(removal(ban), inspector, decider);
        var person = decision(id).personId();
        var left = clock.instant();
        var remedy = done(filed(id, today, true));
        var waiting = clock.instant();
        done(resolved(remedy, 0, RemedyResult.UPHELD));
        var stands = clock.instant();

        assertThat(inForce(person, left)).isTrue();
        assertThat(inForce(person, waiting)).isFalse();
        assertThat(inForce(person, stands)).isTrue();
    }

    private boolean inForce(PersonId person, Instant at) {
        return samples.reading(() -> persons.bans(person, at)).getFirst().inForce();
    }

    @Test
    void what_is_out_of_order_is_refused() {
        var id = samples.served(order(), inspector, decider);
        assertThat(refusals(filed(UUID.randomUUID(), today, true))).containsExactly("DECISION_UNKNOWN");
        assertThat(refusals(filed(samples.toSign(order(), inspector), today, true)))
                .containsExactly("NOT_SIGNED");
        assertThat(refusals(filed(id, today.minusDays(1), true))).containsExactly("BEFORE_DECISION");
        assertThat(refusals(filed(id, today.plusDays(1), true))).containsExactly("IN_FUTURE");
        var caseworker = official("lietvede");
        assertThat(refusals(as(
                        caseworker,
                        () -> file.run(
                                new FileRemedy.Input(id, RemedyKind.CONTEST, today, "Priekšnieks", null, true, null),
                                caseworker))))
                .containsExactly("NOT_YOUR_INSTITUTION");
        assertThat(refusals(resolved(UUID.randomUUID(), 0, RemedyResult.UPHELD)))
                .containsExactly("REMEDY_UNKNOWN");
        back(id, 9);
        var remedy = done(filed(id, today.minusDays(2), true));
        var early = new ResolveRemedy.Input(remedy, 0, RemedyResult.UPHELD, today.minusDays(3), null, null);
        assertThat(refusals(as(inspector, () -> resolve.run(early, inspector))))
                .containsExactly("RESOLVED_BEFORE_FILED");
        assertThatThrownBy(
                        () -> samples.reading(() -> jdbc.sql("update remedy set filed_on = '1999-01-01' where id = :id")
                                .param("id", remedy)
                                .update()))
                .rootCause()
                .isInstanceOf(PSQLException.class)
                .hasMessageContaining("cannot be filed before the decision");
    }

    @Test
    void a_step_is_left_out_only_with_a_reason() {
        var id = samples.served(order(), inspector, decider);
        assertThat(refusals(of(id, RemedyKind.CASSATION, null))).containsExactly("OUT_OF_ORDER");
        assertThat(refusals(of(id, RemedyKind.APPEAL, null))).containsExactly("OUT_OF_ORDER");
        done(resolved(done(of(id, RemedyKind.CONTEST, null)), 0, RemedyResult.UPHELD));
        assertThat(refusals(of(id, RemedyKind.CASSATION, null))).containsExactly("OUT_OF_ORDER");
        done(resolved(done(of(id, RemedyKind.APPEAL, null)), 0, RemedyResult.UPHELD));
        done(of(id, RemedyKind.CASSATION, null));
    }

    private Outcome<UUID> of(UUID decision, RemedyKind kind, @Nullable String grounds) {
        var in = new FileRemedy.Input(decision, kind, today, "Tiesa", null, true, grounds);
        return as(inspector, () -> file.run(in, inspector));
    }

    @Test
    void what_is_late_suspends_only_with_a_reason() {
        var id = samples.served(order(), inspector, decider);
        back(id, 20);
        var late = LocalDate.now(clock).minusDays(1);
        assertThat(refusals(filed(id, late, true, null))).containsExactly("LATE_WITHOUT_REASON");
        // In time it needs none, and what does not suspend changes nothing.
        var intime = done(filed(id, today.minusDays(19), true, null));
        done(resolved(intime, 0, RemedyResult.WITHDRAWN));
        var quiet = done(filed(id, late, false, null));
        done(resolved(quiet, 0, RemedyResult.REJECTED));
        done(filed(id, late, true, "Termiņš atjaunots"));
        assertThat(state(id)).isEqualTo(DecisionState.Code.SUSPENDED);
    }

    @Test
    void two_who_file_at_once_file_one() throws Exception {
        var id = samples.served(order(), inspector, decider);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<UUID>> filing = () -> filed(id, today, true);
            assertThat(both.invokeAll(List.of(filing, filing)).stream()
                            .map(future -> refusals(future.resultNow()))
                            .toList())
                    .containsExactlyInAnyOrder(List.of(), List.of("ONE_WAITS"));
        }
        assertThat(samples.reading(() -> remedies.of(id))).hasSize(1);
    }

    private Outcome<UUID> filed(UUID decision, LocalDate on, boolean suspends) {
        return filed(decision, on, suspends, "Ģimene Latvijā");
    }

    private Outcome<UUID> filed(UUID decision, LocalDate on, boolean suspends, @Nullable String grounds) {
        var in = new FileRemedy.Input(
                decision,
                grounds == null ? RemedyKind.CONTEST : RemedyKind.APPEAL,
                on,
                "Administratīvā rajona tiesa",
                "A42-1",
                suspends,
                grounds);
        return as(inspector, () -> file.run(in, inspector));
    }

    private Outcome<UUID> resolved(UUID remedy, int version, RemedyResult result) {
        var in = new ResolveRemedy.Input(remedy, version, result, today, "A42-1/2026", null);
        return as(inspector, () -> resolve.run(in, inspector));
    }

    private Outcome<UUID> leave(UUID decision) {
        var left = samples.forced(decision, "FORCED");
        return as(inspector, () -> depart.run(left, inspector));
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private DecisionState.Code state(UUID id) {
        return decision(id).stateOn(today).code();
    }

    private boolean isUndecided(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select undecided from return_case where id = :id")
                .param("id", caseId)
                .query(Boolean.class)
                .single());
    }

    /** As if the decision had been taken and served so many days before. */
    private void back(UUID id, int days) {
        samples.reading(() -> {
            jdbc.sql("update decision set decided_on = decided_on - :days, leave_by = leave_by - :days where id = :id")
                    .param("days", days)
                    .param("id", id)
                    .update();
            return jdbc.sql("update service set served_on = served_on - :days where decision_id = :id")
                    .param("days", days)
                    .param("id", id)
                    .update();
        });
    }

    private static Decision servedOn(Decision d, LocalDate day) {
        return new Decision(
                d.id(),
                d.returnCaseId(),
                d.personId(),
                d.kind(),
                d.institution(),
                d.decider(),
                d.unit(),
                d.legalBasis(),
                d.destination(),
                d.amendedDestination(),
                d.termDays(),
                d.reasons(),
                d.familyLife(),
                d.unionFamily(),
                d.conduct(),
                d.preparedBy(),
                d.preparedAt(),
                d.sentAt(),
                d.returnedBy(),
                d.returnedAt(),
                d.returnReason(),
                d.withdrawnAt(),
                d.withdrawReason(),
                d.signedBy(),
                d.signedAt(),
                d.decidedOn(),
                d.number(),
                d.leaveBy(),
                day,
                d.departedOn(),
                d.suspendedOn(),
                d.cancelledOn(),
                d.oldRegister(),
                d.stands(),
                d.version());
    }
}
