package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Measures how well a score of two names tells whether they are one person's. */
record PairExam(double bestF1, double averagePrecision) {

    private record Scored(double score, boolean isSame) {}

    static List<NamePairs.Pair> read(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.skip(1).map(NamePairs.Pair::parse).toList();
        }
    }

    static PairExam of(List<NamePairs.Pair> pairs, ToDoubleBiFunction<String, String> scorer) {
        var sorted = pairs.stream()
                .map(pair -> new Scored(scorer.applyAsDouble(pair.first(), pair.second()), pair.isSame()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        var same = (int) sorted.stream().filter(Scored::isSame).count();
        return new PairExam(
                Figures.best(sorted, Scored::score, Scored::isSame, same).f1(), averagePrecision(sorted, same));
    }

    /** Pairs of one score stand or fall together. */
    private static double averagePrecision(List<Scored> sorted, int same) {
        var hits = 0;
        var before = 0;
        var sum = 0.0;
        for (var at = 0; at < sorted.size(); at++) {
            hits += sorted.get(at).isSame() ? 1 : 0;
            if (at + 1 == sorted.size()
                    || sorted.get(at).score() != sorted.get(at + 1).score()) {
                sum += (hits - before) * (double) hits / (at + 1);
                before = hits;
            }
        }
        return same == 0 ? 0 : sum / same;
    }
}
