package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The terms of the law are held by the database too, whoever writes into it. */
@RegisterTest
class TermsHeldTest {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final JdbcClient jdbc;
    private final Actor inspector = official("inspektore");

    TermsHeldTest(DecisionSamples samples, DetentionSamples detentions, JdbcClient jdbc) {
        this.samples = samples;
        this.detentions = detentions;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({"6", "31"})
    void an_order_gives_the_time_that_the_law_gives(int days) {
        var id = samples.toSign(samples.open(inspector), order(), inspector);
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                                update decision set term_days = :days, signed_at = now(), decided_on = current_date where id = :id
                                """).param("days", days).param("id", id).update()))
                .hasStackTraceContaining("neither less nor more time to leave than the law");
    }

    @Test
    void an_order_bans_on_no_ground_of_a_removal() {
        var ban = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
        var id = samples.toSign(samples.open(inspector), order(ban), inspector);
        assertThatThrownBy(() -> samples.reading(() -> {
                    jdbc.sql("update ban set legal_basis = 'IL2002-61-5-2' where decision_id = :id")
                            .param("id", id)
                            .update();
                    return jdbc.sql("""
                                    update decision
                                       set signed_by = gen_random_uuid(), signed_at = now(), decided_on = current_date,
                                           leave_by = current_date + 14, number = 'X', number_year = 2026, number_in_year = 999999
                                     where id = :id
                                    """).param("id", id).update();
                }))
                .hasStackTraceContaining("the legal basis of a ban does not fit a departure order");
    }

    @ParameterizedTest
    @CsvSource({"59, Drauds sabiedriskajai kārtībai", "719,"})
    void a_removal_is_told_in_time(int minutesBefore, String why) {
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                insert into removal_step (id, kind, happened_at, starts_at, note)
                                values (gen_random_uuid(), 'NOTIFIED', now(), now() + make_interval(mins => :minutes), :why)
                                """)
                        .param("minutes", minutesBefore)
                        .param("why", why)
                        .update()))
                .hasStackTraceContaining("a removal is told before it begins");
    }

    @Test
    void a_follow_up_points_at_a_ban_of_its_own_decision() {
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("insert into follow_up (id, decision_id, ban_id) values (:id, :id, :id)")
                                .param("id", UUID.randomUUID())
                                .update()))
                .hasStackTraceContaining("a follow-up decision points at a ban of the decision it follows");
    }

    @ParameterizedTest
    @CsvSource({
        "COURT, 2 months, a judge holds nobody for longer at a time",
        "COURT_EXTENSION, 18 months, nobody is held for longer in all"
    })
    void a_judge_holds_nobody_longer_than_the_law(String kind, String longer, String message) {
        var id = detentions.detained(samples.open(inspector), Duration.ofHours(1), inspector);
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                insert into detention_title (id, detention_id, kind, until_at)
                                select gen_random_uuid(), :id, :kind, max(until_at) + cast(:longer as interval) + interval '1 day'
                                  from detention_title
                                 where detention_id = :id
                                """)
                        .param("id", id)
                        .param("kind", kind)
                        .param("longer", longer)
                        .update()))
                .hasStackTraceContaining(message);
    }
}
