package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Noting what is done to carry out a removal, on the real database: what Reg. 454 allows, and what it refuses. */
@RegisterTest
class NoteRemovalStepTest {

    private final DecisionSamples samples;
    private final NoteRemovalStep note;
    private final RemovalSteps steps;
    private final OnBoard board;
    private final RemovalDesk desk;
    private final Purposes purposes;
    private final ConfirmDeparture depart;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor escort = official("konvojs");

    NoteRemovalStepTest(
            DecisionSamples samples,
            NoteRemovalStep note,
            RemovalSteps steps,
            Removals removals,
            RemovalDesk desk,
            Purposes purposes,
            ConfirmDeparture depart,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.note = note;
        this.steps = steps;
        this.board = new OnBoard(samples, removals);
        this.desk = desk;
        this.purposes = purposes;
        this.depart = depart;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void a_removal_is_prepared_until_nothing_blocks_it() {
        var id = served();
        assertThat(blocks(id))
                .containsExactly(Block.NOT_ASSESSED, Block.NO_DOCUMENT, Block.NOT_SCHEDULED, Block.NO_MEDICAL_CHECK);
        samples.assessed(caseOf(id), inspector);
        done(run(id, StepKind.DOCUMENT_REQUESTED, ago(50), null));
        assertThat(blocks(id)).contains(Block.DOCUMENT_AWAITED).doesNotContain(Block.NO_DOCUMENT);
        done(run(id, StepKind.DOCUMENT_ANSWERED, ago(40), "ISSUED"));
        done(run(id, StepKind.MEDICAL_CHECK, ago(30), "FIT"));
        done(scheduled(id, ago(20), in(24)));
        done(run(id, StepKind.NOTIFIED, ago(10), "SIGNED"));
        assertThat(blocks(id)).isEmpty();
        assertThat(samples.entries(id, NoteRemovalStep.class)).isEqualTo(5);

        done(run(id, StepKind.POSTPONED, ago(5), "TECHNICAL"));
        assertThat(blocks(id)).containsExactly(Block.POSTPONED, Block.NO_MEDICAL_CHECK);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "–", delimiter = '|', textBlock = """
            48:00 | –        | –
            12:01 | –        | –
            12:00 | –        | –
            11:59 | –        | URGENT_WITHOUT_REASON
            11:59 | Drošība  | –
            6:00  | –        | URGENT_WITHOUT_REASON
            1:00  | Drošība  | –
            1:00  | –        | URGENT_WITHOUT_REASON
            0:59  | Drošība  | TOLD_TOO_LATE
            0:59  | –        | TOLD_TOO_LATE
            """)
    void a_foreigner_is_told_in_time(String before, @Nullable String reason, @Nullable String refusal) {
        var id = served();
        var told = ago(1);
        var parts = before.split(":", 2);
        var start = told.plus(Duration.ofHours(Integer.parseInt(parts[0])).plusMinutes(Integer.parseInt(parts[1])));
        done(scheduled(id, ago(2), start));
        var outcome = run(new NoteRemovalStep.Input(
                id,
                List.of(),
                1,
                StepKind.NOTIFIED,
                told,
                "SIGNED",
                null,
                null,
                null,
                null,
                null,
                "ru",
                null,
                reason,
                null,
                null,
                null,
                null));
        assertThat(refusals(outcome)).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void a_family_is_prepared_in_one_act() {
        var first = served();
        var second = served();
        var stranger = served();
        found(first, second);
        assertThat(samples.reading(() -> steps.together(first)))
                .extracting(FoundTogether::decisionId)
                .containsExactly(second);
        var input = new NoteRemovalStep.Input(
                first,
                List.of(second),
                0,
                StepKind.MEDICAL_CHECK,
                ago(1),
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
        done(run(input));
        assertThat(kinds(first)).containsExactly(StepKind.MEDICAL_CHECK);
        assertThat(kinds(second)).containsExactly(StepKind.MEDICAL_CHECK);
        assertThat(samples.entries(first, NoteRemovalStep.class)).isEqualTo(1);
        var foreign = new NoteRemovalStep.Input(
                first,
                List.of(stranger),
                1,
                StepKind.ALLOWANCE_PAID,
                ago(0),
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
                null,
                null);
        assertThat(refusals(run(foreign))).containsExactly("NOT_FOUND_TOGETHER");
        assertThat(kinds(stranger)).isEmpty();
    }

    @Test
    void whose_name_stands_on_the_page_was_looked_at() {
        var first = served();
        var second = served();
        found(first, second);
        as(escort, () -> {
            purposes.state(escort, new Purpose("FINDING", "Izraidīšana", null), new PersonId(personOf(first)));
            return desk.open(first, escort);
        });
        var both = samples.reading(() -> jdbc.sql(
                        "select count(*) from entry where operation = 'removal.show' and persons @> :both")
                .param("both", new UUID[] {personOf(first), personOf(second)})
                .query(Integer.class)
                .single());
        assertThat(both).isOne();
    }

    private UUID personOf(UUID decision) {
        return samples.reading(() -> jdbc.sql("select person_id from decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }

    @Test
    void what_is_out_of_order_is_refused() {
        var id = served();
        assertThat(refusals(run(id, StepKind.DOCUMENT_ANSWERED, ago(1), "ISSUED")))
                .containsExactly("NOT_ASKED");
        assertThat(refusals(run(id, StepKind.READMISSION_ANSWERED, ago(1), "AGREED")))
                .containsExactly("NOT_ASKED");
        assertThat(refusals(run(id, StepKind.NOTIFIED, ago(1), "SIGNED"))).containsExactly("NOT_SCHEDULED");
        assertThat(refusals(run(id, StepKind.FAILED, ago(1), "CARRIER"))).containsExactly("NOT_SCHEDULED");
        assertThat(refusals(scheduled(id, ago(1), ago(1)))).containsExactly("STARTS_BEFORE");
        assertThat(refusals(run(id, StepKind.MEDICAL_CHECK, in(1), "FIT"))).containsExactly("IN_FUTURE");
        assertThat(refusals(run(id, StepKind.MEDICAL_CHECK, ago(60 * 24 * 3), "FIT")))
                .containsExactly("BEFORE_DECISION");
        assertThat(refusals(run(id, StepKind.MEDICAL_CHECK, ago(1), "WELL"))).containsExactly("NOT_IN_LIST");
        assertThat(refusals(run(UUID.randomUUID(), StepKind.MEDICAL_CHECK, ago(1), "FIT")))
                .containsExactly("DECISION_UNKNOWN");
        var signed = samples.toSign(removal(), inspector);
        assertThat(refusals(run(signed, StepKind.MEDICAL_CHECK, ago(1), "FIT"))).containsExactly("NOT_SIGNED");
        var ordered = samples.served(order(), inspector, decider);
        assertThat(refusals(run(ordered, StepKind.MEDICAL_CHECK, ago(1), "FIT")))
                .containsExactly("NOT_A_REMOVAL");
        assertThat(kinds(id)).isEmpty();
    }

    @Test
    void nothing_is_prepared_for_somebody_who_has_left() {
        var id = served();
        var left = new ConfirmDeparture.Input(id, LocalDate.now(clock), "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        as(inspector, () -> done(depart.run(left, inspector)));
        assertThat(refusals(run(id, StepKind.MEDICAL_CHECK, ago(1), "FIT"))).containsExactly("HAS_LEFT");
        assertThat(board.all()).noneMatch(one -> one.row().id().equals(id));
    }

    @Test
    void of_two_who_schedule_at_once_the_second_reads_what_the_first_did() throws Exception {
        var id = served();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<UUID>> scheduling = () -> scheduled(id, 0, ago(1), in(48));
            var outcomes = both.invokeAll(List.of(scheduling, scheduling)).stream()
                    .map(future -> refusals(future.resultNow()))
                    .toList();
            assertThat(outcomes).containsExactlyInAnyOrder(List.of(), List.of("DONE_MEANWHILE"));
        }
        assertThat(kinds(id)).containsExactly(StepKind.SCHEDULED);
    }

    @Test
    void the_board_has_what_is_scheduled_first() {
        var later = served();
        var sooner = served();
        done(scheduled(later, ago(1), in(72)));
        done(scheduled(sooner, ago(1), in(30)));
        var put = served();
        done(scheduled(put, ago(2), in(20)));
        done(run(put, StepKind.POSTPONED, ago(1), "HEALTH"));
        var order = board.scheduled().stream().map(one -> one.row().id()).toList();
        assertThat(order).containsSubsequence(sooner, later).doesNotContain(put);
        assertThat(board.all())
                .filteredOn(one -> one.row().id().equals(put))
                .singleElement()
                .satisfies(one -> assertThat(one.readiness().blocks()).contains(Block.POSTPONED));
    }

    @Test
    void the_board_is_narrowed_to_what_blocks_and_to_whose_work_it_is() {
        var without = served();
        var checked = served();
        done(run(checked, StepKind.MEDICAL_CHECK, ago(1), "FIT"));
        assertThat(board.page(null, Block.NO_MEDICAL_CHECK, false).page())
                .extracting(one -> one.row().id())
                .contains(without)
                .doesNotContain(checked);
        assertThat(board.page(null, null, true).page()).isEmpty();
        samples.reading(() -> jdbc.sql("update return_case set holder = :by, held_since = now() where id = :id")
                .param("by", inspector.account())
                .param("id", caseOf(checked))
                .update());
        assertThat(board.page(RemovalBoard.Whose.MINE, null, false).page())
                .extracting(one -> one.row().id())
                .contains(checked)
                .doesNotContain(without);
        assertThat(board.page(RemovalBoard.Whose.FREE, null, false).page())
                .extracting(one -> one.row().id())
                .contains(without)
                .doesNotContain(checked);
        assertThat(board.page(RemovalBoard.Whose.UNIT, null, false).page())
                .extracting(one -> one.row().id())
                .contains(without, checked);
    }

    @Test
    void nothing_is_done_before_the_minute_in_which_it_was_decided() {
        var id = samples.served(removal(), inspector, decider);
        var signed = samples.reading(() -> jdbc.sql(
                        "select date_trunc('minute', signed_at) from decision where id = :id")
                .param("id", id)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single());
        assertThat(refusals(run(id, StepKind.MEDICAL_CHECK, signed.minusSeconds(60), "FIT")))
                .containsExactly("BEFORE_DECISION");
        done(run(id, StepKind.MEDICAL_CHECK, signed, "FIT"));
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("""
                        insert into removal_step (id, decision_id, person_id, place, kind, happened_at, outcome, unit, entered_by,
                                                  entered_at)
                        select gen_random_uuid(), decision_id, person_id, 2, kind, happened_at - interval '1 minute', outcome, unit,
                               entered_by, entered_at
                          from removal_step
                         where decision_id = :id
                        """).param("id", id).update()))
                .hasStackTraceContaining("nothing is done to carry out a decision before it is signed");
    }

    private UUID served() {
        var id = samples.served(removal(), inspector, decider);
        // Decided the day before, so that steps of an hour ago are not earlier at midnight.
        samples.reading(() -> jdbc.sql("update decision set decided_on = decided_on - 1 where id = :id")
                .param("id", id)
                .update());
        return id;
    }

    private void found(UUID first, UUID second) {
        samples.reading(() -> jdbc.sql("update return_case set group_id = :first where id in (:first, :second)")
                .param("first", caseOf(first))
                .param("second", caseOf(second))
                .update());
    }

    private UUID caseOf(UUID decision) {
        return samples.reading(() -> jdbc.sql("select case_id from decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }

    private List<StepKind> kinds(UUID decision) {
        return samples.reading(() -> steps.of(decision)).stream()
                .map(RemovalStep::kind)
                .toList();
    }

    private java.util.Set<Block> blocks(UUID decision) {
        return board.all().stream()
                .filter(one -> one.row().id().equals(decision))
                .findFirst()
                .orElseThrow()
                .readiness()
                .blocks();
    }

    @Test
    void only_a_vulnerable_person_is_escorted_to_a_place_in_the_state_of_destination() {
        var opened = samples.open(inspector);
        var id = samples.served(opened, removal(), inspector, decider);
        var start = clock.instant().plus(Duration.ofHours(20));
        assertThat(refusals(escortedToPlace(id, start))).containsExactly("NOT_VULNERABLE");
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("""
                                insert into removal_step (id, decision_id, person_id, place, kind, happened_at, outcome, starts_at,
                                                          escort_end, escorts, unit, entered_by, entered_at)
                                select gen_random_uuid(), d.id, d.person_id, 1, 'SCHEDULED', now(), 'FLIGHT', now() + interval '1 day',
                                       'DESTINATION_PLACE', 2, d.unit, d.prepared_by, now()
                                  from decision d where d.id = :id
                                """).param("id", id).update()))
                .hasStackTraceContaining("only a vulnerable person is escorted");
        samples.reading(
                () -> jdbc.sql("""
                        insert into vulnerability (id, person_id, vulnerability, valid_from, source, noted_at, noted_by)
                        values (gen_random_uuid(), :person, 'PREGNANT', current_date - 1, 'OFFICIAL', now(), gen_random_uuid())
                        """).param("person", opened.person().value()).update());
        done(escortedToPlace(id, start));
    }

    private Outcome<UUID> escortedToPlace(UUID decision, Instant start) {
        return run(new NoteRemovalStep.Input(
                decision,
                List.of(),
                0,
                StepKind.SCHEDULED,
                ago(0),
                "FLIGHT",
                null,
                "BT 442",
                start,
                "DESTINATION_PLACE",
                2,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private Outcome<UUID> scheduled(UUID decision, Instant at, Instant start) {
        return scheduled(decision, kinds(decision).size(), at, start);
    }

    private Outcome<UUID> scheduled(UUID decision, int seen, Instant at, Instant start) {
        return run(new NoteRemovalStep.Input(
                decision,
                List.of(),
                seen,
                StepKind.SCHEDULED,
                at,
                "FLIGHT",
                null,
                "BT 442",
                start,
                "DESTINATION_BCP",
                2,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private Outcome<UUID> run(UUID decision, StepKind kind, Instant at, @Nullable String outcome) {
        return run(new NoteRemovalStep.Input(
                decision,
                List.of(),
                kinds(decision).size(),
                kind,
                at,
                outcome,
                kind.asksState() ? "UZB" : null,
                null,
                null,
                null,
                null,
                kind == StepKind.NOTIFIED ? "ru" : null,
                null,
                kind == StepKind.FAILED ? "Pretojās" : null,
                null,
                null,
                null,
                null));
    }

    private Outcome<UUID> run(NoteRemovalStep.Input in) {
        return as(escort, () -> note.run(in, escort));
    }

    private Instant ago(int minutes) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutes));
    }

    private Instant in(int hours) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(hours));
    }
}
