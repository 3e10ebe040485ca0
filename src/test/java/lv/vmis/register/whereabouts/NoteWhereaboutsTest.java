package lv.vmis.register.whereabouts;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.detention.Detain;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons whose whereabouts are unknown, on the real database: looked for and reviewed until they are found or have left. */
@RegisterTest
class NoteWhereaboutsTest {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final NoteWhereabouts note;
    private final Whereabouts whereabouts;
    private final WhereaboutsDeadlines deadlines;
    private final LegalParameters parameters;
    private final ConfirmDeparture depart;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    NoteWhereaboutsTest(
            DecisionSamples samples,
            DetentionSamples detentions,
            NoteWhereabouts note,
            Whereabouts whereabouts,
            WhereaboutsDeadlines deadlines,
            LegalParameters parameters,
            ConfirmDeparture depart,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.detentions = detentions;
        this.note = note;
        this.whereabouts = whereabouts;
        this.deadlines = deadlines;
        this.parameters = parameters;
        this.depart = depart;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private record Step(
            String step,
            @Nullable LocalDate due,
            String owner,
            @Nullable String unit) {}

    @Test
    void a_search_is_reviewed_again_and_again_until_the_person_is_found() {
        var id = caseOf(samples.served(order(), inspector, decider));
        done(noted(id, SearchState.UNKNOWN, today, 10));
        assertThat(step(id)).isEqualTo(new Step("REVIEW", today.plusDays(10), "VRS", inspector.unit()));
        assertThat(deadline(id)).singleElement().satisfies(one -> {
            assertThat(one.until().day()).isEqualTo(today.plusDays(10));
            assertThat(one.owner()).isEqualTo("VRS");
            assertThat(one.rule().certainty()).isEqualTo("open");
        });
        done(noted(id, SearchState.REVIEWED, today, 20));
        assertThat(step(id).due()).isEqualTo(today.plusDays(20));
        assertThat(deadline(id))
                .singleElement()
                .satisfies(one -> assertThat(one.until().day()).isEqualTo(today.plusDays(20)));
        done(noted(id, SearchState.FOUND, today, null));
        assertThat(step(id).step()).isEqualTo("LEAVE");
        assertThat(deadline(id)).isEmpty();
        done(noted(id, SearchState.UNKNOWN, today, 5));
        assertThat(step(id).step()).isEqualTo("REVIEW");
        assertThat(samples.entries(id, NoteWhereabouts.class)).isEqualTo(4);
    }

    @Test
    void the_review_is_of_who_executes_or_decides() {
        var removed = caseOf(samples.served(removal(), inspector, decider));
        done(noted(removed, SearchState.UNKNOWN, today, 30));
        assertThat(step(removed)).isEqualTo(new Step("REVIEW", today.plusDays(30), "VRS", null));
        var undecided = samples.open(inspector).caseId();
        done(noted(undecided, SearchState.UNKNOWN, today, 30));
        assertThat(step(undecided)).isEqualTo(new Step("REVIEW", today.plusDays(30), "VRS", inspector.unit()));
    }

    @Test
    void what_cannot_be_is_refused() {
        var id = samples.open(inspector).caseId();
        var longest = parameters.days("whereabouts.review", today);
        assertThat(refusals(noted(id, SearchState.REVIEWED, today, 5))).containsExactly("NOT_MISSING");
        assertThat(refusals(noted(id, SearchState.FOUND, today, null))).containsExactly("NOT_MISSING");
        assertThat(refusals(noted(id, SearchState.UNKNOWN, today.plusDays(1), 5)))
                .containsExactly("IN_FUTURE");
        assertThat(refusals(noted(id, SearchState.UNKNOWN, today.minusDays(1), 5)))
                .containsExactly("BEFORE_CASE");
        assertThat(refusals(noted(id, SearchState.UNKNOWN, today, 0))).containsExactly("REVIEW_TOO_SOON");
        assertThat(refusals(noted(id, SearchState.UNKNOWN, today, longest + 1))).containsExactly("REVIEW_TOO_LATE");
        done(noted(id, SearchState.UNKNOWN, today, longest));
        assertThat(refusals(noted(id, SearchState.UNKNOWN, today, 5))).containsExactly("IS_MISSING");
        var stale = new NoteWhereabouts.Input(id, 0, SearchState.FOUND, today, "Adrese", null);
        assertThat(refusals(as(inspector, () -> note.run(stale, inspector)))).containsExactly("NOTED_MEANWHILE");
        var nowhere = new NoteWhereabouts.Input(UUID.randomUUID(), 0, SearchState.FOUND, today, "Adrese", null);
        assertThat(refusals(as(inspector, () -> note.run(nowhere, inspector)))).containsExactly("CASE_UNKNOWN");
    }

    @Test
    void who_is_detained_was_found() {
        var found = detentions.found(2, inspector);
        done(noted(found.caseId(), SearchState.UNKNOWN, today, 5));
        var other = samples.openFor(found.person(), inspector).caseId();
        done(noted(other, SearchState.UNKNOWN, today, 5));
        var detention = detentions.detained(found, Duration.ofDays(1), inspector);

        for (var id : List.of(found.caseId(), other)) {
            assertThat(samples.reading(() -> whereabouts.of(id)).getFirst())
                    .satisfies(note -> assertThat(note.kind()).isEqualTo(SearchState.FOUND))
                    .satisfies(note -> assertThat(note.onDay()).isEqualTo(today));
            assertThat(step(id).step()).isEqualTo("DECIDE");
            assertThat(deadline(id)).isEmpty();
        }
        assertThat(samples.entries(detention, Detain.class)).isEqualTo(1);
    }

    @Test
    void nobody_is_missing_who_is_held_or_has_left() {
        var held = detentions.found(2, inspector);
        detentions.detained(held, Duration.ofDays(1), inspector);
        assertThat(refusals(noted(held.caseId(), SearchState.UNKNOWN, today, 5)))
                .containsExactly("IS_HELD");
        var decision = samples.served(removal(), inspector, decider);
        var id = caseOf(decision);
        done(noted(id, SearchState.UNKNOWN, today, 5));
        var left = new ConfirmDeparture.Input(decision, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        as(inspector, () -> done(depart.run(left, inspector)));
        assertThat(samples.reading(() -> jdbc.sql("select next_step is null from return_case where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single()))
                .isTrue();
        assertThat(deadline(id)).isEmpty();
        assertThat(refusals(noted(id, SearchState.FOUND, today, null))).containsExactly("HAS_LEFT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update whereabouts set review_on = review_on + 300 where case_id = :id",
                "insert into whereabouts select gen_random_uuid(), case_id, person_id, 2, 'UNKNOWN', on_day, done, review_on, unit, entered_by, entered_at from whereabouts where case_id = :id",
                "update return_case set next_step = 'LEAVE' where id = :id",
                "update return_case set step_due = step_due + 300 where id = :id"
            })
    void the_database_lets_no_review_fall_out_of_the_list(String statement) {
        var id = caseOf(samples.served(order(), inspector, decider));
        done(noted(id, SearchState.UNKNOWN, today, 10));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql(statement).param("id", id).update()))
                .hasStackTraceContaining(
                        statement.contains("return_case")
                                ? "fallen out of the list"
                                : statement.startsWith("update") ? "never changed" : "reviewed or ended after");
    }

    private Outcome<UUID> noted(UUID caseId, SearchState kind, LocalDate onDay, @Nullable Integer reviewIn) {
        var seen = samples.reading(() -> whereabouts.of(caseId)).size();
        var input = new NoteWhereabouts.Input(
                caseId, seen, kind, onDay, "Pārbaudīta adrese", reviewIn == null ? null : today.plusDays(reviewIn));
        return as(inspector, () -> note.run(input, inspector));
    }

    private Step step(UUID caseId) {
        return samples.reading(
                () -> jdbc.sql("""
                        select next_step as step, step_due as due, step_owner as owner, step_unit as unit
                          from return_case where id = :id
                        """).param("id", caseId).query(Step.class).single());
    }

    private List<Deadline> deadline(UUID caseId) {
        return samples.reading(() -> deadlines.of(caseId));
    }

    private UUID caseOf(UUID decision) {
        return samples.reading(() -> jdbc.sql("select case_id from decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }
}
