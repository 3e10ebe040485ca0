package lv.vmis.register.detention;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.detention.ExtendDetention.Input;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Detention and its alternatives on the real database: what the law allows, what it refuses, and what is kept of it. */
@RegisterTest
class DetentionTest {

    private static final String CENTRE = "VRS_AAIC_DAUGAVPILS";

    private final DecisionSamples samples;
    private final Detain detain;
    private final ExtendDetention extend;
    private final PlaceDetained place;
    private final ReleaseDetained release;
    private final ApplyAlternative apply;
    private final EndAlternative end;
    private final Detentions detentions;
    private final AlternativeMeasures measures;
    private final HeldPersons held;
    private final Persons persons;
    private final DetentionSamples found;
    private final JoiningSamples facts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");

    DetentionTest(
            DecisionSamples samples,
            Detain detain,
            ExtendDetention extend,
            PlaceDetained place,
            ReleaseDetained release,
            ApplyAlternative apply,
            EndAlternative end,
            Detentions detentions,
            AlternativeMeasures measures,
            HeldPersons held,
            Persons persons,
            DetentionSamples found,
            JoiningSamples facts,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.detain = detain;
        this.extend = extend;
        this.place = place;
        this.release = release;
        this.apply = apply;
        this.end = end;
        this.detentions = detentions;
        this.measures = measures;
        this.held = held;
        this.persons = persons;
        this.found = found;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void from_detention_to_release() {
        var opened = found.found(30, inspector);
        var at = ago(Duration.ofDays(8));
        var id = done(detained(opened, at, CENTRE));

        assertThat(bar(opened)).isEqualTo(id);
        assertThat(listed(id).clock().releaseBy()).isEqualTo(at.plus(Duration.ofDays(10)));
        assertThat(listed(id).place()).isEqualTo(CENTRE);
        assertThat(listed(id).clock().alarm(clock.instant())).isEqualTo(Alarm.WITHIN_48_HOURS);

        done(ruled(id, false, at.plus(Duration.ofDays(60))));
        assertThat(listed(id).clock().releaseBy()).isEqualTo(at.plus(Duration.ofDays(60)));
        done(as(() -> place.run(
                new PlaceDetained.Input(id, version(id), "VRS_AAIC_MUCENIEKI", ago(Duration.ofDays(1))), inspector)));
        assertThat(listed(id).place()).isEqualTo("VRS_AAIC_MUCENIEKI");

        done(released(id, ago(Duration.ofHours(1)), "ALTERNATIVE"));
        assertThat(bar(opened)).isNull();
        assertThat(held()).noneMatch(one -> one.id().equals(id));
        assertThat(samples.entries(id, Detain.class)).isOne();
        assertThat(samples.entries(id, ExtendDetention.class)).isOne();
        assertThat(samples.entries(id, PlaceDetained.class)).isOne();
        assertThat(samples.entries(id, ReleaseDetained.class)).isOne();
    }

    @Test
    void nobody_is_detained_twice_at_once_nor_backwards() {
        var opened = found.found(30, inspector);
        var first = done(detained(opened, ago(Duration.ofDays(5)), null));
        assertThat(refusals(detained(opened, ago(Duration.ofDays(1)), null))).containsExactly("ALREADY_DETAINED");

        done(released(first, ago(Duration.ofDays(2)), "COURT_REFUSED"));
        assertThat(refusals(detained(opened, ago(Duration.ofDays(3)), null))).containsExactly("DETAINED_THEN");
        var second = done(detained(opened, ago(Duration.ofDays(1)), null));
        // Three days count, as if he had been held without a break.
        assertThat(listed(second).clock().earlier()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void two_officials_at_once_detain_once() throws Exception {
        var opened = found.found(30, inspector);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<UUID>> detaining = () -> detained(opened, ago(Duration.ofHours(3)), null);
            var outcomes = both.invokeAll(List.of(detaining, detaining)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Done<UUID>))
                    .hasSize(1);
        }
    }

    @Test
    void a_child_under_fourteen_is_not_detained() {
        var opened = found.found(30, inspector);
        var at = ago(Duration.ofHours(3));
        var born = Moments.day(at).minusYears(14);
        born(opened, born.plusDays(1).toString());
        assertThat(refusals(detained(opened, at, null))).containsExactly("TOO_YOUNG");
        born(opened, born.toString());
        assertThat(refusals(detained(opened, at, null))).containsExactly("LAST_RESORT_MISSING");
        // Of whom only the year is known, he may still be thirteen.
        born(opened, "%d-00-00".formatted(born.getYear()));
        assertThat(refusals(detained(opened, at, null)))
                .containsExactly(
                        born.getDayOfYear() == born.lengthOfYear() ? "LAST_RESORT_MISSING" : "MAYBE_TOO_YOUNG");
    }

    @Test
    void a_minor_is_detained_as_a_last_resort_only_and_it_is_said_why() {
        var opened = found.found(30, inspector);
        var at = ago(Duration.ofHours(3));
        var grown = Moments.day(at).minusYears(18);
        born(opened, grown.plusDays(1).toString());
        assertThat(refusals(detained(opened, at, null))).containsExactly("LAST_RESORT_MISSING");
        // Whose day of birth is not known is not taken for grown up.
        born(opened, "%d-00-00".formatted(grown.getYear()));
        assertThat(refusals(detained(opened, at, null))).containsExactly("LAST_RESORT_MISSING");
        var why = "Bēgusi no krīzes centra; radinieku Latvijā nav";
        var id = done(as(() -> detain.run(
                new Detain.Input(
                        opened.caseId(), at, "NO_PLACE_OF_STAY", "VRS_RIGA_IMIGRACIJA", "Dzīvesvietas nav", why, null),
                inspector)));
        assertThat(samples.reading(() -> detentions.find(id).orElseThrow()).lastResort())
                .isEqualTo(why);
        assertThatThrownBy(
                        () -> samples.reading(() -> jdbc.sql("update detention set last_resort = null where id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("a minor is detained as a last resort only");

        var other = found.found(30, inspector);
        born(other, grown.toString());
        done(detained(other, at, null));
    }

    @Test
    void a_judge_cannot_order_what_the_law_does_not_allow() {
        var opened = found.found(30, inspector);
        var at = ago(Duration.ofDays(9));
        var id = done(detained(opened, at, null));
        var ends = at.plus(Duration.ofDays(10));

        assertThat(refusals(ruled(id, false, ends))).containsExactly("NOT_LONGER");
        assertThat(refusals(ruled(id, false, ends.plus(Duration.ofDays(64))))).containsExactly("LONGER_THAN_ONCE");
        assertThat(refusals(ruled(id, false, ends.plus(Duration.ofDays(200))))).containsExactly("LONGER_THAN_TOTAL");
        assertThat(refusals(ruled(id, true, ends.plus(Duration.ofDays(600))))).containsExactly("LONGER_THAN_LONGEST");
        // Beyond the ordinary total nobody is held before it has been reached, whatever the reason.
        assertThat(refusals(ruled(id, true, ends.plus(Duration.ofDays(300)))))
                .containsExactly("EXTENSION_BEFORE_TOTAL");
        assertThat(refusals(ruled(id, true, ends.plus(Duration.ofDays(30))))).containsExactly("EXTENSION_BEFORE_TOTAL");
    }

    @Test
    void a_ruling_after_the_term_ended_does_not_mend_the_gap() {
        var opened = found.found(30, inspector);
        var id = done(detained(opened, ago(Duration.ofDays(14)), null));
        assertThat(listed(id).clock().alarm(clock.instant())).isEqualTo(Alarm.OVERDUE);
        assertThat(refusals(ruled(id, false, clock.instant().plus(Duration.ofDays(30)))))
                .containsExactly("DECIDED_TOO_LATE");
    }

    @Test
    void what_happens_is_in_order_and_not_in_the_future() {
        var opened = found.found(30, inspector);
        assertThat(refusals(detained(opened, clock.instant().plus(Duration.ofHours(1)), null)))
                .containsExactly("IN_FUTURE");
        assertThat(refusals(detained(opened, Instant.parse("1999-05-05T08:00:00Z"), null)))
                .containsExactly("NO_LAW_THEN");
        assertThat(refusals(detained(opened, ago(Duration.ofDays(400)), null))).containsExactly("BEFORE_FINDING");
        var id = done(detained(opened, ago(Duration.ofDays(2)), CENTRE));
        assertThat(refusals(placed(id, CENTRE, ago(Duration.ofDays(1))))).containsExactly("ALREADY_THERE");
        assertThat(refusals(placed(id, "VRS_GP", ago(Duration.ofDays(1))))).containsExactly("NOT_A_PLACE");
        assertThat(refusals(placed(id, "VRS_AAIC_MUCENIEKI", ago(Duration.ofDays(3)))))
                .containsExactly("BEFORE_DETENTION", "BEFORE_PLACEMENT");
        assertThat(refusals(released(id, ago(Duration.ofDays(3)), "TERM_ENDED")))
                .containsExactly("BEFORE_DETENTION", "BEFORE_PLACEMENT");
        assertThat(refusals(released(id, clock.instant().plus(Duration.ofHours(1)), "TERM_ENDED")))
                .containsExactly("IN_FUTURE");
        assertThat(refusals(released(id, ago(Duration.ofDays(1)), "BORED"))).containsExactly("NOT_IN_LIST");
        done(released(id, ago(Duration.ofDays(1)), "TERM_ENDED"));
        assertThat(refusals(released(id, ago(Duration.ofHours(1)), "TERM_ENDED")))
                .containsExactly("ALREADY_RELEASED");
    }

    @Test
    void whoever_saw_an_older_version_is_told() {
        var id = done(detained(found.found(30, inspector), ago(Duration.ofDays(2)), null));
        var seen = version(id);
        done(placed(id, CENTRE, ago(Duration.ofDays(1))));
        assertThat(refusals(as(() -> release.run(
                        new ReleaseDetained.Input(id, seen, ago(Duration.ofHours(1)), "TERM_ENDED", null), inspector))))
                .containsExactly("CHANGED_MEANWHILE");
    }

    @Test
    void nobody_is_released_before_a_judge_ruled_on_him() {
        var id = done(detained(found.found(30, inspector), ago(Duration.ofDays(5)), null));
        done(ruled(id, false, clock.instant().plus(Duration.ofDays(30))));
        assertThat(refusals(released(id, ago(Duration.ofDays(1)), "TERM_ENDED")))
                .containsExactly("BEFORE_RULING");
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("""
                                update detention
                                   set released_at = now() - interval '1 day', release_reason = 'OTHER', released_by = entered_by,
                                       release_noted_at = now()
                                 where id = :id
                                """).param("id", id).update()))
                .hasStackTraceContaining("no judge rules on who was released");
        done(released(id, clock.instant(), "TERM_ENDED"));
    }

    @Test
    void a_measure_instead_of_detention() {
        var opened = found.found(30, inspector);
        var today = LocalDate.now(clock);
        var detention = done(detained(opened, ago(Duration.ofDays(3)), null));
        assertThat(refusals(applied(opened, today))).containsExactly("STILL_DETAINED");
        done(released(detention, ago(Duration.ofHours(1)), "ALTERNATIVE"));

        assertThat(refusals(applied(opened, today.plusDays(1)))).containsExactly("IN_FUTURE");
        assertThat(refusals(applied(opened, today.minusDays(2)))).containsExactly("HELD_THEN");
        var id = done(applied(opened, today));
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("""
                                insert into alternative_measure (id, case_id, person_id, kind, terms, applied_on, unit, entered_by, entered_at)
                                select gen_random_uuid(), case_id, person_id, 'OTHER', terms, applied_on - 2, unit, entered_by, entered_at
                                  from alternative_measure
                                 where id = :id
                                """).param("id", id).update()))
                .hasStackTraceContaining("a measure instead of detention is applied to who is free");
        assertThat(refusals(applied(opened, today))).containsExactly("ALREADY_APPLIED");
        assertThat(refusals(ended(id, today.minusDays(1)))).containsExactly("END_BEFORE_START");
        done(ended(id, today));
        assertThat(refusals(ended(id, today))).containsExactly("ALREADY_ENDED");
        assertThat(samples.entries(id, ApplyAlternative.class)).isOne();
        assertThat(samples.entries(id, EndAlternative.class)).isOne();
    }

    private Outcome<UUID> detained(EnterFinding.Opened opened, Instant at, @Nullable String where) {
        return as(() -> detain.run(
                new Detain.Input(
                        opened.caseId(), at, "NO_PLACE_OF_STAY", "VRS_RIGA_IMIGRACIJA", "Dzīvesvietas nav", where),
                inspector));
    }

    private Outcome<UUID> ruled(UUID id, boolean isExceptional, Instant until) {
        return as(() -> extend.run(
                new Input(id, version(id), isExceptional, "Rīgas pilsētas tiesa", "KD-1", LocalDate.now(clock), until),
                inspector));
    }

    private Outcome<UUID> placed(UUID id, String where, Instant at) {
        return as(() -> place.run(new PlaceDetained.Input(id, version(id), where, at), inspector));
    }

    private Outcome<UUID> released(UUID id, Instant at, String reason) {
        return as(() -> release.run(new ReleaseDetained.Input(id, version(id), at, reason, null), inspector));
    }

    private Outcome<UUID> applied(EnterFinding.Opened opened, LocalDate on) {
        return as(() -> apply.run(
                new ApplyAlternative.Input(opened.caseId(), "REPORTING", on, "Katru pirmdienu Rīgas pārvaldē"),
                inspector));
    }

    private Outcome<UUID> ended(UUID id, LocalDate on) {
        return as(() -> end.run(
                new EndAlternative.Input(
                        id,
                        samples.reading(() -> measures.find(id).orElseThrow().version()),
                        on,
                        "FULFILLED",
                        null),
                inspector));
    }

    private <T> T as(Callable<T> work) {
        return Someone.as(inspector, work);
    }

    private int version(UUID id) {
        return samples.reading(() -> detentions.find(id).orElseThrow().version());
    }

    private List<HeldPersons.Held> held() {
        return samples.reading(held::now);
    }

    private HeldPersons.Held listed(UUID id) {
        return held().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private @Nullable UUID bar(EnterFinding.Opened opened) {
        return samples.reading(() -> Optional.ofNullable(
                        persons.bar(opened.person()).orElseThrow().detention()))
                .orElse(null);
    }

    private void born(EnterFinding.Opened opened, String day) {
        facts.corrected(opened.person(), Map.of("birth_date", day));
    }

    private Instant ago(Duration time) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(time);
    }
}
