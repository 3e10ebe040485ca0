package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.bench.Engine.Found;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static Answer answer(String eid, String cat, Found... found) {
        return new Answer(new QueryRow("", eid, "", "", "", "", "", "", "", cat), List.of(found));
    }

    private static final List<Answer> ANSWERS = List.of(
            answer("A", "same/exact", new Found("A", 0.95)),
            answer("B", "same/exact", new Found("B", 0.85), new Found("A", 0.2)),
            answer("C", "typo1/exact", new Found("X", 0.75), new Found("C", 0.7)),
            answer("D", "typo1/exact"),
            answer("", "same/exact", new Found("A", 0.45)),
            answer("", "same/exact", new Found("B", 0.9)),
            answer("", "same/exact"));

    @Test
    void recall_counts_the_right_person_among_the_first() {
        var figures = Figures.of(ANSWERS, false);

        assertThat(figures.queries()).isEqualTo(7);
        assertThat(figures.recallAt1()).isEqualTo(0.5);
        assertThat(figures.recallAt10()).isEqualTo(0.75);
        assertThat(figures.byCategory()).containsEntry("same/exact", 1.0).containsEntry("typo1/exact", 0.0);
        assertThat(figures.calibrationError()).isNull();
    }

    @Test
    void the_best_threshold_weighs_false_hits_against_lost_ones() {
        // 0.95 right, 0.9 innocent, 0.85 right, 0.75 wrong person: best after the third, 2 of 3 right, 2 of 4 found.
        var figures = Figures.of(ANSWERS, false);

        assertThat(figures.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(figures.recall()).isEqualTo(0.5);
        assertThat(figures.bestF1()).isCloseTo(4 / 7.0, within(1e-9));
    }

    @Test
    void scores_that_tie_stand_or_fall_together() {
        var tied = List.of(answer("A", "", new Found("A", 0.5)), answer("", "", new Found("A", 0.5)));

        assertThat(Figures.of(tied, false).precision()).isEqualTo(0.5);
    }

    @Test
    void recall_is_measured_where_few_innocent_are_stopped() {
        // No innocent traveller may be stopped: the threshold lies above 0.9.
        assertThat(Figures.recallAtFalsePositives(ANSWERS, 0.01)).isEqualTo(0.25);
        // One in three may be: above 0.45.
        assertThat(Figures.recallAtFalsePositives(ANSWERS, 0.34)).isEqualTo(0.5);
    }

    @Test
    void a_probability_is_compared_with_what_came_true() {
        var answers = new ArrayList<Answer>();
        for (var number = 0; number < 10; number++) {
            answers.add(answer(number < 8 ? "A" : "B", "", new Found("A", 0.8)));
            answers.add(answer(number < 1 ? "A" : "B", "", new Found("A", 0.3)));
        }

        // Said 0.8 and was 0.8; said 0.3 and was 0.1.
        assertThat(Figures.calibrationError(answers)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void pairs_are_measured_over_all_thresholds() {
        var pairs = List.of(
                new NamePairs.Pair("a", "a", true),
                new NamePairs.Pair("a", "ab", false),
                new NamePairs.Pair("a", "abc", true),
                new NamePairs.Pair("a", "abcd", false));
        var measured = PairExam.of(pairs, (first, second) -> -second.length());

        assertThat(measured.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
        assertThat(measured.bestF1()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void the_last_line_has_the_names_that_others_read() {
        var report = new Exam.Report(
                "x", 10, 0.5, 1, Figures.of(ANSWERS, true), List.of(new Speed(1, 100, 0.5, 2)), ANSWERS);

        assertThat(Printout.json(List.of(report, report)))
                .startsWith("{\"rows\":10,\"build_seconds\":0.5000,\"memory_mb\":1.0000,"
                        + "\"memory_mb_per_million_rows\":100000.0000,\"queries\":7,"
                        + "\"recall_at_1\":0.5000,\"recall_at_10\":0.7500,\"best_f1\":0.5714,\"precision\":0.6667,"
                        + "\"recall\":0.5000,\"recall_at_fpr_1pct\":0.2500,\"calibration_error\":")
                .contains("\"by_category\":{\"same/exact\":1.0000,\"typo1/exact\":0.0000}")
                .contains(
                        "\"threads\":[{\"threads\":1,\"queries_per_second\":100.0000,\"p50_ms\":0.5000,\"p99_ms\":2.0000}]")
                .contains("\"baseline\":{\"rows\":10,")
                .endsWith("}}");
    }
}
