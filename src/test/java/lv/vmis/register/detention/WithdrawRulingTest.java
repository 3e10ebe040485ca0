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
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ruling of a judge that was entered by mistake goes by another official, the last one first, and stays in sight (Reg. 122 p. 11). */
@RegisterTest
class WithdrawRulingTest {

    private static final String WHY = "Cita persona";

    private final DecisionSamples samples;
    private final DetentionSamples found;
    private final ExtendDetention extend;
    private final WithdrawRuling withdraw;
    private final Detentions detentions;
    private final Rulings rulings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor other = official("vrs.vaditajs");
    private UUID id = new UUID(0, 0);
    private Instant first = Instant.EPOCH;

    WithdrawRulingTest(
            DecisionSamples samples,
            DetentionSamples found,
            ExtendDetention extend,
            WithdrawRuling withdraw,
            Detentions detentions,
            Rulings rulings,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.found = found;
        this.extend = extend;
        this.withdraw = withdraw;
        this.detentions = detentions;
        this.rulings = rulings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void two_rulings() {
        id = found.detained(found.found(30, inspector), Duration.ofDays(9), inspector);
        first = clock.instant().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.SECONDS);
        done(ruled(first));
        done(ruled(first.plus(Duration.ofDays(40))));
    }

    @Test
    void the_last_one_goes_first_and_what_it_said_stays() {
        done(withdrawn(other));
        assertThat(until()).isEqualTo(first);
        assertThat(samples.reading(() -> rulings.withdrawn(id))).singleElement().satisfies(gone -> {
            assertThat(gone.untilAt()).isEqualTo(first.plus(Duration.ofDays(40)));
            assertThat(gone.reason()).isEqualTo(WHY);
        });
        assertThat(samples.entries(id, WithdrawRuling.class)).isOne();

        done(withdrawn(other));
        assertThat(refusals(withdrawn(other))).containsExactly("NO_RULING");
        assertThat(samples.reading(() -> detentions.titles(id))).hasSize(1);
        done(ruled(first.minus(Duration.ofDays(5))));
    }

    @Test
    void nobody_withdraws_his_own_nor_that_of_another_institution_nor_an_older_version() {
        assertThat(refusals(withdrawn(inspector))).containsExactly("OWN_ENTRY");
        assertThat(refusals(withdrawn(official("pmlp.vaditajs")))).containsExactly("RULING_OF_GUARD");
        var seen = version() - 1;
        assertThat(refusals(Someone.as(other, () -> withdraw.run(new WithdrawRuling.Input(id, seen, WHY), other))))
                .containsExactly("CHANGED_MEANWHILE");
        assertThat(until()).isEqualTo(first.plus(Duration.ofDays(40)));
    }

    @Test
    void the_database_lets_none_go_without_its_past_nor_before_a_later_one() {
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("delete from detention_title where detention_id = :id and until_at = :until")
                                .param("id", id)
                                .param("until", Detentions.utc(first.plus(Duration.ofDays(40))))
                                .update()))
                .hasStackTraceContaining("a title of detention does not go without its past");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                with kept as (
                                    insert into withdrawn_ruling (id, detention_id, person_id, kind, until_at, court, number,
                                                                  decided_on, entered_by, entered_at, reason, withdrawn_by,
                                                                  withdrawn_unit, withdrawn_at)
                                    select id, detention_id, person_id, kind, until_at, court, number, decided_on, entered_by,
                                           entered_at, 'x', gen_random_uuid(), 'VRS_GP', entered_at
                                      from detention_title
                                     where detention_id = :id and until_at = :until
                                    returning id)
                                select count(*) from kept
                                """)
                                .param("id", id)
                                .param("until", Detentions.utc(first))
                                .query(Integer.class)
                                .single()
                        + jdbc.sql("delete from detention_title where detention_id = :id and until_at = :until")
                                .param("id", id)
                                .param("until", Detentions.utc(first))
                                .update()))
                .hasStackTraceContaining("a later ruling follows this one and goes first");
    }

    @Test
    void the_database_holds_nobody_too_long_at_a_time_nor_beyond_the_total_too_early() {
        assertThatThrownBy(() -> inserted("COURT", 70))
                .hasStackTraceContaining("a judge holds nobody for longer at a time");
        assertThatThrownBy(() -> inserted("COURT_EXTENSION", 10))
                .hasStackTraceContaining("nobody is held beyond the ordinary total before it has been reached");
    }

    private int inserted(String kind, int days) {
        return samples.reading(() -> jdbc.sql("""
                        insert into detention_title (id, detention_id, person_id, kind, until_at, court, number, decided_on,
                                                     entered_by, entered_at)
                        select gen_random_uuid(), detention_id, person_id, :kind, until_at + make_interval(days => :days), court,
                               number, decided_on, entered_by, entered_at
                          from detention_title
                         where detention_id = :id
                         order by until_at desc
                         limit 1
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("days", days)
                .update());
    }

    private Outcome<UUID> ruled(Instant until) {
        return Someone.as(
                inspector,
                () -> extend.run(
                        new ExtendDetention.Input(
                                id, version(), false, "Rīgas pilsētas tiesa", "KD-1", LocalDate.now(clock), until),
                        inspector));
    }

    private Outcome<UUID> withdrawn(Actor by) {
        var seen = version();
        return Someone.as(by, () -> withdraw.run(new WithdrawRuling.Input(id, seen, WHY), by));
    }

    private Instant until() {
        return samples.reading(() -> detentions.titles(id).getLast().untilAt());
    }

    private int version() {
        return samples.reading(() -> detentions.find(id).orElseThrow().version());
    }
}
