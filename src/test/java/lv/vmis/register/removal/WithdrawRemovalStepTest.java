package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.safeguard.Safeguards;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Withdrawing mistaken steps of a removal on the real database: as if they had never been entered, and still there to be read. */
@RegisterTest
class WithdrawRemovalStepTest {

    /** More of what rests on another than there would be by chance. */
    private static final List<StepKind> OFTEN = Stream.concat(
                    Arrays.stream(StepKind.values()),
                    Stream.of(
                            StepKind.DOCUMENT_REQUESTED,
                            StepKind.DOCUMENT_ANSWERED,
                            StepKind.SCHEDULED,
                            StepKind.SCHEDULED,
                            StepKind.NOTIFIED,
                            StepKind.NOTIFIED,
                            StepKind.NOTIFIED,
                            StepKind.FAILED))
            .toList();

    private static final int COURSES = 10;

    private static final int ACTS = 14;

    private final DecisionSamples samples;
    private final NoteRemovalStep note;
    private final WithdrawRemovalStep withdraw;
    private final RemovalSteps steps;
    private final OnBoard board;
    private final RemovalDesk desk;
    private final Purposes purposes;
    private final RemovalDeadlines deadlines;
    private final Safeguards safeguards;
    private final ConfirmDeparture depart;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor escort = official("konvojs");

    WithdrawRemovalStepTest(
            DecisionSamples samples,
            NoteRemovalStep note,
            WithdrawRemovalStep withdraw,
            RemovalSteps steps,
            Removals removals,
            RemovalDesk desk,
            Purposes purposes,
            RemovalDeadlines deadlines,
            Safeguards safeguards,
            ConfirmDeparture depart,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.note = note;
        this.withdraw = withdraw;
        this.steps = steps;
        this.board = new OnBoard(samples, removals);
        this.desk = desk;
        this.purposes = purposes;
        this.deadlines = deadlines;
        this.safeguards = safeguards;
        this.depart = depart;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void a_withdrawn_step_stays_in_the_history_and_counts_nowhere() {
        var id = served();
        done(noted(id, StepKind.SCHEDULED, ago(20), "FLIGHT", null));
        assertThat(board.scheduled()).anyMatch(one -> one.row().id().equals(id));
        assertThat(samples.reading(() -> deadlines.of(caseOf(id))))
                .anyMatch(one -> one.key().equals("notice"));
        done(withdrawn(id, 1, "Cita persona"));

        assertThat(samples.reading(() -> steps.of(id))).isEmpty();
        assertThat(samples.reading(() -> steps.history(id))).singleElement().satisfies(step -> {
            assertThat(step.stands()).isFalse();
            assertThat(step.withdrawnBy()).isEqualTo(escort.name());
            assertThat(step.withdrawnReason()).isEqualTo("Cita persona");
            assertThat(step.number()).isEqualTo("BT 442");
        });
        assertThat(board.scheduled()).noneMatch(one -> one.row().id().equals(id));
        assertThat(samples.reading(() -> deadlines.of(caseOf(id))))
                .noneMatch(one -> one.key().startsWith("notice"));
        assertThat(board.all())
                .filteredOn(one -> one.row().id().equals(id))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.readiness().blocks()).contains(Block.NOT_SCHEDULED);
                    assertThat(one.last()).isNull();
                });
        assertThat(samples.entries(id, WithdrawRemovalStep.class)).isOne();
        assertThat(refusals(withdrawn(id, 1, "Vēlreiz"))).containsExactly("ALREADY_WITHDRAWN");
        assertThat(refusals(withdrawn(id, 2, "Nav tāda"))).containsExactly("STEP_UNKNOWN");
        assertThat(refusals(noted(id, StepKind.NOTIFIED, ago(1), "SIGNED", null)))
                .containsExactly("NOT_SCHEDULED");
    }

    @Test
    void what_a_later_step_rests_on_goes_after_it() {
        var id = served();
        done(noted(id, StepKind.DOCUMENT_REQUESTED, ago(30), null, null));
        done(noted(id, StepKind.DOCUMENT_ANSWERED, ago(29), "ISSUED", null));
        done(noted(id, StepKind.SCHEDULED, ago(28), "FLIGHT", null));
        done(noted(id, StepKind.NOTIFIED, ago(27), "SIGNED", null));
        var first = withdrawn(id, 1, "Kļūda");
        assertThat(refusals(first)).containsExactly("RESTED_ON");
        assertThat(((Outcome.Refused<UUID>) first).reasons())
                .singleElement()
                .extracting(Refusal::values)
                .satisfies(values -> assertThat(values).singleElement().satisfies(named -> {
                    assertThat(((Bilingual) named).latvian()).startsWith("Saņemta atbilde par ceļošanas dokumentu (");
                    assertThat(((Bilingual) named).english()).startsWith("Answer on the travel document (");
                }));
        assertThat(refusals(withdrawn(id, 3, "Kļūda"))).containsExactly("RESTED_ON");
        done(withdrawn(id, 4, "Kļūda"));
        done(withdrawn(id, 3, "Kļūda"));
        done(withdrawn(id, 2, "Kļūda"));
        done(withdrawn(id, 1, "Kļūda"));
        assertThat(samples.reading(() -> steps.of(id))).isEmpty();
        assertThat(samples.reading(() -> steps.history(id))).hasSize(4);
    }

    @Test
    void a_step_entered_for_a_family_is_withdrawn_for_all_at_once() {
        var first = served();
        var second = served();
        samples.reading(() -> jdbc.sql("update return_case set group_id = :group where id in (:one, :other)")
                .param("group", UUID.randomUUID())
                .param("one", caseOf(first))
                .param("other", caseOf(second))
                .update());
        done(noted(second, StepKind.MEDICAL_CHECK, ago(30), "FIT", null));
        var both = new NoteRemovalStep.Input(
                first,
                List.of(second),
                0,
                StepKind.MEDICAL_CHECK,
                ago(20),
                "FIT",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        done(as(escort, () -> note.run(both, escort)));
        done(noted(first, StepKind.SCHEDULED, ago(10), "FLIGHT", null));

        assertThat(samples.reading(() -> steps.enteredWith(first, 1))).isEqualTo(Map.of(second, 2));
        assertThat(refusals(withdrawnAlso(first, 2, second))).containsExactly("NOT_ENTERED_TOGETHER");
        done(withdrawnAlso(first, 1, second));

        assertThat(samples.reading(() -> steps.of(second)))
                .singleElement()
                .extracting(RemovalStep::place)
                .isEqualTo(1);
        assertThat(samples.reading(() -> steps.of(first)))
                .singleElement()
                .extracting(RemovalStep::kind)
                .isEqualTo(StepKind.SCHEDULED);
        assertThat(samples.entries(first, WithdrawRemovalStep.class)).isOne();
        assertThat(samples.entries(second, WithdrawRemovalStep.class)).isZero();
    }

    private Outcome<UUID> withdrawnAlso(UUID decision, int place, UUID also) {
        var input = new WithdrawRemovalStep.Input(decision, place, seen(decision), "Kļūda", Set.of(also));
        return as(escort, () -> withdraw.run(input, escort));
    }

    @Test
    void nothing_is_withdrawn_by_others_by_who_saw_less_or_after_the_person_left() {
        var id = served();
        done(noted(id, StepKind.MEDICAL_CHECK, ago(10), "FIT", null));
        var caseworker = official("lietvede");
        var input = new WithdrawRemovalStep.Input(id, 1, 1, "Kļūda");
        assertThat(refusals(as(caseworker, () -> withdraw.run(input, caseworker))))
                .containsExactly("NOT_YOUR_INSTITUTION");
        var before = new WithdrawRemovalStep.Input(id, 1, 0, "Kļūda");
        assertThat(refusals(as(escort, () -> withdraw.run(before, escort)))).containsExactly("CHANGED_MEANWHILE");
        var left = new ConfirmDeparture.Input(id, LocalDate.now(clock), "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        as(inspector, () -> done(depart.run(left, inspector)));
        assertThat(refusals(withdrawn(id, 1, "Kļūda"))).containsExactly("WITHDRAWN_TOO_LATE");
        assertThatThrownBy(() -> behind(id, 1, "VRS_RIGA_IMIGRACIJA"))
                .hasStackTraceContaining("once the person has left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update removal_step set outcome = 'UNFIT' where decision_id = :id",
                "update removal_step set withdrawn_at = null, withdrawn_by = null, withdrawn_unit = null, withdrawn_reason = null where decision_id = :id",
                "update removal_step set withdrawn_reason = 'Cits' where decision_id = :id",
                "delete from removal_step where decision_id = :id"
            })
    void the_database_refuses_to_change_or_forget_a_step(String statement) {
        var id = served();
        done(noted(id, StepKind.MEDICAL_CHECK, ago(10), "FIT", null));
        done(withdrawn(id, 1, "Kļūda"));
        done(noted(id, StepKind.MEDICAL_CHECK, ago(9), "FIT", null));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql(statement).param("id", id).update()))
                .hasStackTraceContaining(statement.startsWith("delete") ? "permission denied" : "is never changed");
    }

    @Test
    void the_database_refuses_what_the_action_would() {
        var id = served();
        done(noted(id, StepKind.SCHEDULED, ago(10), "FLIGHT", null));
        done(noted(id, StepKind.NOTIFIED, ago(9), "SIGNED", null));
        assertThatThrownBy(() -> behind(id, 1, "VRS_RIGA_IMIGRACIJA")).hasStackTraceContaining("rests on this one");
        assertThatThrownBy(() -> behind(id, 2, "PMLP_CA")).hasStackTraceContaining("institution that entered it");
    }

    @Test
    void readiness_is_that_of_a_removal_that_never_had_what_was_withdrawn() {
        var random = new Random(20261127);
        var withdrawals = 0;
        var refused = 0;
        for (var i = 0; i < COURSES; i++) {
            var id = served();
            var of = person(id);
            as(inspector, () -> {
                purposes.state(inspector, new Purpose("FINDING", "Izraidīšana", null), of);
                return of;
            });
            var paper = new ArrayList<RemovalStep>();
            for (var n = 0; n < ACTS; n++) {
                if (!paper.isEmpty() && random.nextInt(3) == 0) {
                    var step = paper.get(random.nextInt(paper.size()));
                    var without = paper.stream()
                            .filter(other -> other.place() != step.place())
                            .toList();
                    var outcome = refusals(withdrawn(id, step.place(), "Kļūda", decider));
                    assertThat(outcome)
                            .as("%s without %s", paper, step)
                            .isEqualTo(isPossible(without) ? List.of() : List.of("RESTED_ON"));
                    if (outcome.isEmpty()) {
                        paper.remove(step);
                        withdrawals++;
                    } else {
                        refused++;
                    }
                } else {
                    var kind = OFTEN.get(random.nextInt(OFTEN.size()));
                    var outcome = outcome(kind, random);
                    var until =
                            random.nextBoolean() ? null : LocalDate.now(clock).plusDays(random.nextInt(4));
                    var done = refusals(noted(id, kind, ago(ACTS - n), outcome, until))
                            .isEmpty();
                    var last = samples.reading(() -> steps.history(id)).stream()
                            .filter(step -> step.place()
                                    > paper.stream()
                                            .mapToInt(RemovalStep::place)
                                            .max()
                                            .orElse(0))
                            .filter(RemovalStep::stands)
                            .toList();
                    assertThat(last).hasSize(done ? 1 : 0);
                    paper.addAll(last);
                }
                assertThat(readiness(id))
                        .as("course %d: %s", i, paper)
                        .isEqualTo(Readiness.of(facts(id, paper), now()));
            }
        }
        assertThat(withdrawals).isGreaterThan(COURSES);
        assertThat(refused).isGreaterThan(COURSES / 6);
    }

    /** Whether an official could have noted these one after the other. */
    private static boolean isPossible(List<RemovalStep> course) {
        var documentAsked = false;
        var readmissionAsked = false;
        Instant start = null;
        LocalDate until = null;
        for (var step : course) {
            switch (step.kind()) {
                case DOCUMENT_REQUESTED -> documentAsked = true;
                case READMISSION_REQUESTED -> readmissionAsked = true;
                case DOCUMENT_ANSWERED -> {
                    if (!documentAsked) {
                        return false;
                    }
                }
                case READMISSION_ANSWERED -> {
                    if (!readmissionAsked) {
                        return false;
                    }
                }
                case SCHEDULED -> {
                    start = step.startsAt();
                    if (start == null
                            || (until != null
                                    && LocalDate.ofInstant(start, RegisterClock.RIGA)
                                            .isBefore(until))) {
                        return false;
                    }
                }
                case NOTIFIED -> {
                    if (start == null || !start.equals(step.startsAt())) {
                        return false;
                    }
                }
                case POSTPONED -> {
                    start = null;
                    until = step.untilOn();
                }
                case FAILED -> {
                    if (start == null) {
                        return false;
                    }
                    start = null;
                }
                default -> {}
            }
        }
        return true;
    }

    private static @Nullable String outcome(StepKind kind, Random random) {
        var first = random.nextBoolean();
        return switch (kind) {
            case DOCUMENT_ANSWERED -> first ? "ISSUED" : "REFUSED";
            case READMISSION_ANSWERED -> first ? "AGREED" : "REFUSED";
            case MEDICAL_CHECK -> first ? "FIT" : "UNFIT";
            case SCHEDULED -> "FLIGHT";
            case NOTIFIED -> "SIGNED";
            case POSTPONED -> "TECHNICAL";
            case FAILED -> "CARRIER";
            case TRANSPORT_BOOKED -> "FLIGHT";
            case MONITORED -> "OMBUDSMAN";
            case COST -> "ESCORT";
            default -> null;
        };
    }

    private Readiness.Facts facts(UUID id, List<RemovalStep> paper) {
        return new Readiness.Facts(
                false,
                false,
                null,
                true,
                true,
                false,
                false,
                samples.reading(() -> safeguards.on(caseOf(id), LocalDate.now(clock))),
                List.copyOf(paper));
    }

    private PersonId person(UUID decision) {
        return samples.reading(() -> jdbc.sql("select person_id from decision where id = :id")
                .param("id", decision)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .single());
    }

    /** As the page of the removal says; the board would work out all others too. */
    private Readiness readiness(UUID decision) {
        return as(inspector, () -> desk.open(decision, inspector)).readiness();
    }

    private Instant now() {
        return clock.instant();
    }

    private UUID served() {
        var id = samples.served(removal(), inspector, decider);
        // Decided the day before, so that steps of an hour ago are not earlier at midnight.
        samples.reading(() -> jdbc.sql("update decision set decided_on = decided_on - 1 where id = :id")
                .param("id", id)
                .update());
        return id;
    }

    private UUID caseOf(UUID decision) {
        return samples.reading(() -> jdbc.sql("select case_id from decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }

    private int seen(UUID decision) {
        return RemovalStep.seen(samples.reading(() -> steps.history(decision)));
    }

    private Outcome<UUID> withdrawn(UUID decision, int place, String reason) {
        return withdrawn(decision, place, reason, escort);
    }

    private Outcome<UUID> withdrawn(UUID decision, int place, String reason, Actor by) {
        var input = new WithdrawRemovalStep.Input(decision, place, seen(decision), reason);
        return as(by, () -> withdraw.run(input, by));
    }

    /** Withdraws behind the action's back. */
    private int behind(UUID decision, int place, String unit) {
        return samples.reading(() -> jdbc.sql("""
                        update removal_step
                           set withdrawn_at = entered_at, withdrawn_by = entered_by, withdrawn_unit = :unit, withdrawn_reason = 'Kļūda'
                         where decision_id = :id and place = :place
                        """)
                .param("id", decision)
                .param("place", place)
                .param("unit", unit)
                .update());
    }

    private Outcome<UUID> noted(
            UUID decision, StepKind kind, Instant at, @Nullable String outcome, @Nullable LocalDate until) {
        var isSet = kind == StepKind.SCHEDULED;
        var input = new NoteRemovalStep.Input(
                decision,
                List.of(),
                seen(decision),
                kind,
                at,
                outcome,
                kind.asksState() ? "UZB" : null,
                isSet ? "BT 442" : null,
                isSet ? at.plus(Duration.ofHours(48)) : null,
                isSet ? "DESTINATION_BCP" : null,
                isSet ? 2 : null,
                kind == StepKind.NOTIFIED ? "ru" : null,
                kind == StepKind.POSTPONED ? until : null,
                kind.isExplained() ? "Pretojās" : null,
                kind.isNamed() ? "I. Kalniņa" : null,
                kind == StepKind.MONITORED ? Boolean.TRUE : null,
                kind == StepKind.COST ? new BigDecimal("12.50") : null,
                kind == StepKind.TRANSPORT_BOOKED
                        ? new NoteRemovalStep.Trip("Rīga", "Taškenta", at.plus(Duration.ofHours(48)))
                        : null);
        return as(escort, () -> note.run(input, escort));
    }

    private Instant ago(int minutes) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutes));
    }
}
