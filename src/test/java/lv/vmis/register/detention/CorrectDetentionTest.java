package lv.vmis.register.detention;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A detention that was entered wrongly says what is right, and what it said before. */
@RegisterTest
class CorrectDetentionTest {

    private final CorrectDetention correct;
    private final ReleaseDetained release;
    private final Detentions detentions;
    private final HeldPersons held;
    private final DecisionSamples samples;
    private final DetentionSamples detained;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");

    CorrectDetentionTest(
            CorrectDetention correct,
            ReleaseDetained release,
            Detentions detentions,
            HeldPersons held,
            DecisionSamples samples,
            DetentionSamples detained,
            JdbcClient jdbc,
            Clock clock) {
        this.correct = correct;
        this.release = release;
        this.detentions = detentions;
        this.held = held;
        this.samples = samples;
        this.detained = detained;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private UUID detention(Duration ago) {
        return detained.detained(detained.found(8, inspector), ago, inspector);
    }

    private Instant ago(Duration duration) {
        return clock.instant().minus(duration).truncatedTo(ChronoUnit.MINUTES);
    }

    private Outcome<UUID> corrected(UUID id, int version, Instant from, @Nullable Instant until) {
        var in = new CorrectDetention.Input(
                id,
                version,
                from,
                "NO_PLACE_OF_STAY",
                "VRS_RIGA_IMIGRACIJA",
                "Aizturēts dzīvoklī",
                null,
                until,
                until == null ? null : "ALTERNATIVE",
                "Protokolā cits laiks");
        return as(inspector, () -> correct.run(in, inspector));
    }

    private Detention now(UUID id) {
        return samples.reading(() -> detentions.find(id).orElseThrow());
    }

    @Test
    void until_when_he_may_be_held_follows_the_correction_and_the_past_stays() {
        var id = detention(Duration.ofDays(2));
        var before = now(id);
        var from = ago(Duration.ofDays(5));
        done(corrected(id, before.version(), from, null));
        assertThat(now(id).detainedAt()).isEqualTo(from);
        assertThat(samples.reading(() -> held.now()))
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.clock().releaseBy()).isEqualTo(from.plus(Duration.ofDays(10))));
        assertThat(samples.reading(() -> detentions.past(id))).singleElement().satisfies(past -> {
            assertThat(past.detainedAt()).isEqualTo(before.detainedAt());
            assertThat(past.reason()).isEqualTo("Protokolā cits laiks");
            assertThat(past.correctedBy()).isEqualTo("Ilze Ozoliņa");
        });
        assertThat(samples.entries(id, CorrectDetention.class)).isEqualTo(1);
        assertThat(refusals(corrected(id, before.version(), from, null))).containsExactly("CHANGED_MEANWHILE");
    }

    @Test
    void a_release_is_corrected_and_neither_made_nor_ended() {
        var id = detention(Duration.ofDays(3));
        assertThat(refusals(corrected(id, now(id).version(), ago(Duration.ofDays(4)), ago(Duration.ofDays(1)))))
                .containsExactly("RELEASE_NOT_CORRECTED");
        done(as(
                inspector,
                () -> release.run(
                        new ReleaseDetained.Input(id, now(id).version(), ago(Duration.ofDays(1)), "ALTERNATIVE", null),
                        inspector)));
        var version = now(id).version();
        assertThat(refusals(corrected(id, version, ago(Duration.ofDays(4)), null)))
                .containsExactly("RELEASE_NOT_CORRECTED");
        assertThat(refusals(corrected(id, version, ago(Duration.ofDays(1)), ago(Duration.ofDays(2)))))
                .containsExactlyInAnyOrder("AFTER_PLACEMENT", "BEFORE_DETENTION");
        var until = ago(Duration.ofDays(2));
        done(corrected(id, version, ago(Duration.ofDays(4)), until));
        assertThat(now(id).releasedAt()).isEqualTo(until);
    }

    @Test
    void it_does_not_reach_into_another_detention_or_before_the_finding() {
        var opened = detained.found(8, inspector);
        var first = detained.detained(opened, Duration.ofDays(6), inspector);
        done(as(
                inspector,
                () -> release.run(
                        new ReleaseDetained.Input(
                                first, now(first).version(), ago(Duration.ofDays(4)), "ALTERNATIVE", null),
                        inspector)));
        var second = detained.detained(opened, Duration.ofDays(2), inspector);
        assertThat(refusals(corrected(second, now(second).version(), ago(Duration.ofDays(5)), null)))
                .containsExactly("DETAINED_THEN");
        assertThat(refusals(corrected(second, now(second).version(), ago(Duration.ofDays(30)), null)))
                .contains("BEFORE_FINDING");
        assertThat(refusals(corrected(second, now(second).version(), ago(Duration.ofDays(1)), null)))
                .containsExactly("AFTER_PLACEMENT");
    }

    @Test
    void the_database_corrects_nothing_without_its_past() {
        var id = detention(Duration.ofDays(2));
        for (var change : List.of(
                "update detention set circumstances = 'x', version = version + 1 where id = :id",
                "update detention set ground = 'x', version = version + 1 where id = :id",
                "update detention set detained_at = detained_at - interval '1 hour', version = version + 1 where id = :id")) {
            assertThatThrownBy(() -> samples.reading(
                            () -> jdbc.sql(change).param("id", id).update()))
                    .hasStackTraceContaining("not corrected without its past");
        }
    }
}
