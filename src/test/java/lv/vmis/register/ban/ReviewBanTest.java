package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When long bans are to be reviewed (Immigration Law s. 63(7)), by whom, and what a review changes. */
@RegisterTest
class ReviewBanTest {

    private final DecisionSamples samples;
    private final BanSamples bans;
    private final BanReviews reviews;
    private final ReviewBan review;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor caseworker = official("lietvede");

    ReviewBanTest(
            DecisionSamples samples,
            BanSamples bans,
            BanReviews reviews,
            ReviewBan review,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.bans = bans;
        this.reviews = reviews;
        this.review = review;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    /** The Latvian ban of a decision of this day, as if it had been taken then. */
    private UUID decided(LocalDate on, @Nullable Integer months) {
        var decision = bans.signed(samples.withoutReturn(caseworker), caseworker, official("pmlp.vaditajs"));
        return samples.reading(() -> {
            jdbc.sql("update decision set decided_on = :on where id = :id")
                    .param("on", on)
                    .param("id", decision)
                    .update();
            jdbc.sql("update ban set term_months = :months where decision_id = :id and territory = 'LV'")
                    .param("months", months, java.sql.Types.INTEGER)
                    .param("id", decision)
                    .update();
            return jdbc.sql("select id from ban where decision_id = :id and territory = 'LV'")
                    .param("id", decision)
                    .query(UUID.class)
                    .single();
        });
    }

    private @Nullable LocalDate due(UUID ban, LocalDate day) {
        return as(
                        official("auditore"),
                        () -> samples.reading(() -> jdbc.sql("select ban_review_due(:ban, :day) as due")
                                .param("ban", ban)
                                .param("day", day)
                                .query((row, _) -> java.util.Optional.ofNullable(row.getObject("due", LocalDate.class)))
                                .single()))
                .orElse(null);
    }

    @ParameterizedTest(name = "decided {0} for {1} months, reviewed {2} (due {3}): next {4}")
    @CsvSource({
        "2020-05-10, 60, , , 2023-05-10",
        "2020-05-10, 37, , , 2023-05-10", // a month more than three years
        "2020-05-10, 36, , , ", // three years exactly
        "2020-05-10, 12, , , ",
        "2020-05-10, , , , 2023-05-10", // indefinite
        "2020-05-10, , 2023-05-10, 2023-05-10, 2026-05-10",
        "2020-05-10, , 2023-03-01, 2023-05-10, 2026-05-10", // reviewed before its day
        "2020-05-10, , 2024-01-15, 2023-05-10, 2026-05-10", // after it
        "2020-05-10, , 2026-06-01, 2023-05-10, 2029-05-10", // so late that the next period had begun
        "2024-02-29, , , , 2027-02-28", // no such day
        "2024-02-29, , 2027-02-28, 2027-02-28, 2030-02-28",
        "2019-12-31, 120, 2022-12-31, 2022-12-31, 2025-12-31"
    })
    void every_three_years_from_the_decision(
            LocalDate decidedOn,
            @Nullable Integer months,
            @Nullable LocalDate reviewedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate next) {
        var ban = decided(decidedOn, months);
        if (reviewedOn != null) {
            samples.reading(() -> jdbc.sql("""
                            insert into ban_review (id, ban_id, person_id, due_on, reviewed_on, result, reasons, reviewed_by, reviewed_at)
                            select gen_random_uuid(), id, person_id, :due, :on, 'KEPT', '–', noted_by, 'infinity' from ban where id = :ban
                            """)
                    .param("ban", ban)
                    .param("due", dueOn)
                    .param("on", reviewedOn)
                    .update());
        }
        assertThat(due(ban, today)).isEqualTo(next);
    }

    @Test
    void who_set_it_reviews_it_once_for_its_day() {
        var ban = decided(today.minusYears(3).plusMonths(1), null);
        var day = today.plusMonths(1);
        assertThat(samples.reading(() -> reviews.due("PMLP", today, today.plusMonths(3), 1000)))
                .filteredOn(row -> row.id().equals(ban))
                .extracting(ReviewRow::dueOn)
                .containsExactly(day);
        assertThat(samples.reading(() -> reviews.due("VRS", today, today.plusMonths(3), 1000)))
                .extracting(ReviewRow::id)
                .doesNotContain(ban);
        var in = new ReviewBan.Input(ban, day, ReviewResult.KEPT, "Draudi pastāv.");
        assertThat(refusals(as(official("inspektore"), () -> review.run(in, official("inspektore")))))
                .containsExactly("REVIEWED_BY_ANOTHER");
        var stale = new ReviewBan.Input(ban, day.minusDays(1), ReviewResult.KEPT, "Draudi pastāv.");
        assertThat(refusals(as(caseworker, () -> review.run(stale, caseworker))))
                .containsExactly("CHANGED_MEANWHILE");
        as(caseworker, () -> done(review.run(in, caseworker)));
        assertThat(due(ban, today)).isEqualTo(day.plusYears(3));
        assertThat(refusals(as(caseworker, () -> review.run(in, caseworker)))).containsExactly("CHANGED_MEANWHILE");
        // Now the next period has begun, and its day is far away.
        var ahead = new ReviewBan.Input(ban, day.plusYears(3), ReviewResult.KEPT, "Draudi pastāv.");
        assertThat(refusals(as(caseworker, () -> review.run(ahead, caseworker))))
                .containsExactly("REVIEW_TOO_EARLY");
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                        insert into ban_review (id, ban_id, person_id, due_on, reviewed_on, result, reasons, reviewed_by, reviewed_at)
                        select gen_random_uuid(), id, person_id, :due, :on, 'KEPT', '–', noted_by, 'infinity' from ban where id = :ban
                        """)
                        .param("due", day.plusYears(3))
                        .param("on", today)
                        .param("ban", ban)
                        .update()))
                .hasStackTraceContaining("a ban is reviewed when its day comes near");
        var other = decided(today, 12);
        var needless = new ReviewBan.Input(other, day, ReviewResult.KEPT, "–");
        assertThat(refusals(as(caseworker, () -> review.run(needless, caseworker))))
                .containsExactly("NOT_REVIEWED");
    }
}
