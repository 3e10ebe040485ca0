package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.safeguard.AssessSafeguards;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ways somebody could try around what holds back a removal: another State, another day, another case, another official, once more. */
@RegisterTest
class RemovalTruthTest {

    private final DecisionSamples samples;
    private final ConfirmDeparture depart;
    private final AssessSafeguards assess;
    private final NoteRemovalStep note;
    private final WithdrawRemovalStep withdraw;
    private final CloseCase close;
    private final RemovalSteps steps;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");

    RemovalTruthTest(
            DecisionSamples samples,
            ConfirmDeparture depart,
            AssessSafeguards assess,
            NoteRemovalStep note,
            WithdrawRemovalStep withdraw,
            CloseCase close,
            RemovalSteps steps,
            Decisions decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.depart = depart;
        this.assess = assess;
        this.note = note;
        this.withdraw = withdraw;
        this.close = close;
        this.steps = steps;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private UUID served() {
        return samples.served(removal(), inspector, decider);
    }

    private UUID ready() {
        var id = served();
        samples.assessed(decision(id).caseId(), inspector);
        samples.ready(id);
        return id;
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private List<String> left(ConfirmDeparture.Input in, Actor by) {
        return refusals(as(by, () -> depart.run(in, by)));
    }

    private ConfirmDeparture.Input forced(UUID id, Instant at, String destination, @Nullable String omitted) {
        var usual = samples.forced(id, "FORCED", at);
        return new ConfirmDeparture.Input(
                id, usual.departedOn(), at, usual.crossingPoint(), destination, "FORCED", "VRS", null, omitted, null);
    }

    private void answered(UUID caseId, String answer, int seen) {
        var health = List.of(new AssessSafeguards.Answer("HEALTH", answer, "Izraksts"));
        as(inspector, () -> done(assess.run(new AssessSafeguards.Input(caseId, seen, today, health), inspector)));
    }

    /** What the database says by itself to a departure that a program lets through. */
    private void refuses(UUID decision, String destination, String why) {
        var at = clock.instant();
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                        insert into departure (id, case_id, decision_id, person_id, departed_on, departed_at, crossing_point,
                                               destination, return_type, source, confirmed_by, confirmed_at)
                        select gen_random_uuid(), case_id, id, person_id, :day, :at, 'LIDOSTA_RIGA', :destination, 'FORCED', 'VRS',
                               prepared_by, :at
                          from decision
                         where id = :id
                        """)
                        .param("id", decision)
                        .param("day", today)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("destination", destination)
                        .update()))
                .hasStackTraceContaining(why);
    }

    @Test
    void somebody_is_taken_to_the_state_that_the_decision_names() {
        var id = ready();
        assertThat(left(forced(id, clock.instant(), "AFG", null), inspector))
                .containsExactly("DESTINATION_NOT_DECIDED");
        refuses(id, "AFG", "taken to the State that the decision names");
        assertThat(left(forced(id, clock.instant(), "UZB", null), inspector)).isEmpty();
    }

    @Test
    void what_prevents_a_removal_is_not_outdone_by_an_older_answer() {
        var id = ready();
        var of = decision(id).caseId();
        answered(of, "PREVENTS", 6);
        samples.reading(() -> jdbc.sql("""
                        insert into safeguard (id, case_id, person_id, question, answer, evidence, assessed_on, unit, entered_by, entered_at)
                        select gen_random_uuid(), case_id, person_id, question, 'CLEAR', 'Agrāk', assessed_on - 1, unit, entered_by,
                               entered_at + interval '1 second'
                          from safeguard
                         where case_id = :case and answer = 'PREVENTS'
                        """).param("case", of).update());
        assertThat(left(samples.forced(id, "FORCED"), inspector)).containsExactly("SAFEGUARDS_OPEN");
        refuses(id, "UZB", "before every safeguard was assessed");
    }

    @Test
    void answers_entered_after_the_removal_are_explained() {
        var id = served();
        samples.ready(id);
        samples.assessed(decision(id).caseId(), inspector);
        var before = clock.instant().minus(Duration.ofMinutes(2));
        assertThat(left(forced(id, before, "UZB", null), inspector)).containsExactly("SAFEGUARDS_LATE");
        assertThat(left(forced(id, before, "UZB", "Novērtēts uz papīra lidostā"), inspector))
                .isEmpty();
    }

    @Test
    void closing_the_case_in_which_it_was_said_hides_nothing() {
        var id = ready();
        var other = samples.openFor(decision(id).personId(), inspector);
        answered(other.caseId(), "PREVENTS", 0);
        var closing = new CloseCase.Input(other.caseId(), ClosingReason.LEGALISED, today, "Izsniegta atļauja");
        as(decider, () -> done(close.run(closing, decider)));
        assertThat(left(samples.forced(id, "FORCED"), inspector)).containsExactly("SAFEGUARDS_OPEN");
        refuses(id, "UZB", "before every safeguard was assessed");
        // Whoever is responsible for this case has weighed it since.
        answered(decision(id).caseId(), "CLEAR", 6);
        assertThat(left(samples.forced(id, "FORCED"), inspector)).isEmpty();
    }

    @Test
    void the_other_institution_neither_assesses_nor_removes() {
        var id = ready();
        var health = List.of(new AssessSafeguards.Answer("HEALTH", "CLEAR", "Izraksts"));
        var clear = new AssessSafeguards.Input(decision(id).caseId(), 6, today, health);
        assertThat(refusals(as(caseworker, () -> assess.run(clear, caseworker))))
                .containsExactly("NOT_YOUR_INSTITUTION");
        assertThat(left(samples.forced(id, "FORCED"), caseworker)).containsExactly("ONLY_BORDER_GUARD");
    }

    @Test
    void nobody_leaves_twice() {
        var first = ready();
        var second =
                samples.served(samples.openFor(decision(first).personId(), inspector), removal(), inspector, decider);
        samples.assessed(decision(second).caseId(), inspector);
        samples.ready(second);
        assertThat(left(samples.forced(first, "FORCED"), inspector)).isEmpty();
        assertThat(left(samples.forced(second, "FORCED"), inspector)).containsExactly("LEFT_UNDER_OTHER");
        refuses(second, "UZB", "the person has left since the decision was signed");
    }

    @Test
    void nothing_more_is_done_to_carry_out_what_does_not_stand() {
        var opened = samples.open(inspector);
        var old = samples.served(opened, removal(), inspector, decider);
        samples.served(opened, removal(), inspector, decider);
        assertThat(noted(old, StepKind.ALLOWANCE_PAID, null, null)).containsExactly("NOT_STANDING");
        assertThatThrownBy(() -> samples.step(old, "MEDICAL_CHECK", "FIT", 1, null))
                .hasStackTraceContaining("nothing more is done to carry out");
    }

    @Test
    void nothing_is_put_off_until_a_day_that_has_passed() {
        var id = served();
        assertThat(noted(id, StepKind.POSTPONED, "TECHNICAL", today.minusDays(1)))
                .containsExactly("UNTIL_PAST");
        assertThatThrownBy(() -> samples.step(id, "POSTPONED", "HEALTH", 1, null, today.minusDays(9)))
                .hasStackTraceContaining("removal_step_postponed_ahead");
    }

    @Test
    void whoever_found_him_unfit_does_not_take_it_back() {
        var id = served();
        assertThat(noted(id, StepKind.MEDICAL_CHECK, "UNFIT", null)).isEmpty();
        var seen = samples.reading(() -> RemovalStep.seen(steps.history(id)));
        var back = new WithdrawRemovalStep.Input(id, 1, seen, "Kļūda");
        assertThat(refusals(as(inspector, () -> withdraw.run(back, inspector)))).containsExactly("OWN_UNFIT");
        assertThat(refusals(as(decider, () -> withdraw.run(back, decider)))).isEmpty();
    }

    private List<String> noted(UUID id, StepKind kind, @Nullable String outcome, @Nullable LocalDate until) {
        var seen = samples.reading(() -> RemovalStep.seen(steps.history(id)));
        var in = step(id, seen, kind, outcome, until);
        return refusals(as(inspector, () -> note.run(in, inspector)));
    }

    private NoteRemovalStep.Input step(
            UUID id, int seen, StepKind kind, @Nullable String outcome, @Nullable LocalDate until) {
        return new NoteRemovalStep.Input(
                id,
                List.of(),
                seen,
                kind,
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                outcome,
                null,
                null,
                null,
                null,
                null,
                null,
                until,
                null,
                null,
                null,
                null,
                null);
    }
}
