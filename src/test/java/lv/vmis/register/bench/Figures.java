package lv.vmis.register.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How good answers are. A probability of null means that the engine gives none. */
record Figures(
        int queries,
        double recallAt1,
        double recallAt10,
        double bestF1,
        double precision,
        double recall,
        double recallAtFpr1,
        @Nullable Double calibrationError,
        Map<String, Double> byCategory) {

    static Figures of(List<Answer> answers, boolean probabilities) {
        var known = answers.stream().filter(answer -> answer.query().isKnown()).toList();
        var best = best(answers, known.size());
        return new Figures(
                answers.size(),
                share(known, 1),
                share(known, 10),
                best.f1(),
                best.precision(),
                best.recall(),
                recallAtFalsePositives(answers, 0.01),
                probabilities ? calibrationError(answers) : null,
                by(known, answer -> answer.query().cat()));
    }

    private static double share(List<Answer> known, int first) {
        return ratio(known.stream().filter(answer -> answer.isAmong(first)).count(), known.size());
    }

    /** Recall of the first hit, by a property of the query. */
    static Map<String, Double> by(List<Answer> answers, Function<Answer, String> property) {
        var groups = new TreeMap<String, int[]>();
        for (var answer : answers) {
            if (answer.query().isKnown()) {
                var group = groups.computeIfAbsent(property.apply(answer), key -> new int[2]);
                group[0] += answer.isRight() ? 1 : 0;
                group[1]++;
            }
        }
        var shares = new TreeMap<String, Double>();
        groups.forEach((name, group) -> shares.put(name, ratio(group[0], group[1])));
        return shares;
    }

    /** The best harmonic mean over all thresholds, and the precision and recall there. */
    record Best(double f1, double precision, double recall) {}

    /** A hit on the wrong person is as false as one on an innocent traveller. */
    private static Best best(List<Answer> answers, int known) {
        var sorted = answers.stream()
                .filter(answer -> !answer.found().isEmpty())
                .sorted(Comparator.comparingDouble(Answer::score).reversed())
                .toList();
        return best(sorted, Answer::score, Answer::isRight, known);
    }

    /** The same for anything that is scored, right or not, best first. */
    static <T> Best best(
            List<T> sorted,
            java.util.function.ToDoubleFunction<T> score,
            java.util.function.Predicate<T> right,
            int known) {
        var best = new Best(0, 0, 0);
        var hits = 0;
        for (var at = 0; at < sorted.size(); at++) {
            hits += right.test(sorted.get(at)) ? 1 : 0;
            var isLastOfScore = at + 1 == sorted.size()
                    || score.applyAsDouble(sorted.get(at)) != score.applyAsDouble(sorted.get(at + 1));
            var f1 = ratio(2.0 * hits, at + 1.0 + known);
            if (isLastOfScore && f1 > best.f1()) {
                best = new Best(f1, ratio(hits, at + 1.0), ratio(hits, known));
            }
        }
        return best;
    }

    /** The share of wanted people found first when no more than this share of innocent travellers is stopped. */
    static double recallAtFalsePositives(List<Answer> answers, double share) {
        var innocent = answers.stream()
                .filter(answer -> !answer.query().isKnown())
                .mapToDouble(Answer::score)
                .sorted()
                .toArray();
        var stopped = (int) Math.floor(share * innocent.length);
        // Above the score of the first one who must not be stopped.
        var threshold = innocent.length > stopped ? innocent[innocent.length - 1 - stopped] : Double.NEGATIVE_INFINITY;
        var known = answers.stream().filter(answer -> answer.query().isKnown()).toList();
        return ratio(
                known.stream()
                        .filter(answer -> answer.isRight() && answer.score() > threshold)
                        .count(),
                known.size());
    }

    /** Expected calibration error of the first hits in ten bins of equal width. */
    static double calibrationError(List<Answer> answers) {
        var said = new double[10];
        var right = new int[10];
        var all = new int[10];
        for (var answer : answers) {
            if (!answer.found().isEmpty()) {
                var bin = (int) Math.clamp(answer.score() * 10, 0, 9);
                said[bin] += answer.score();
                right[bin] += answer.isRight() ? 1 : 0;
                all[bin]++;
            }
        }
        var total = 0;
        var error = 0.0;
        for (var bin = 0; bin < 10; bin++) {
            total += all[bin];
            error += Math.abs(said[bin] - right[bin]);
        }
        return ratio(error, total);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
