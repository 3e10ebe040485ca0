package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lv.vmis.register.matching.Feature;
import lv.vmis.register.matching.Training;
import lv.vmis.register.matching.Weights;

/** Trains the weights, writes their file, and the report without which nobody may change them. */
final class Trainer {

    /** Sets of neighbouring seeds share some of their chance. */
    private static final long BETWEEN_SEEDS = 10;

    /** Weights set by hand, to begin with. */
    static Weights byHand() {
        return start(String.join("\n", BenchFiles.lines("weights-by-hand.txt")));
    }

    /** Weights written down before a feature was thought of: it begins at 0. */
    static Weights start(String written) {
        var named = written.lines().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
        var others = Arrays.stream(Feature.values())
                .filter(feature -> !named.contains(feature.name()))
                .map(feature -> "\n" + feature + " 0")
                .collect(Collectors.joining());
        return Weights.parse(written + others);
    }

    /**
     * What to train from and how.
     *
     * @param folders labelled sets; if there are none they are generated
     * @param rows of each generated set
     * @param seed of the first generated set; the set held out has a seed after all of them
     * @param start where training begins, and near to which features stay that hardly occur
     */
    record Plan(
            List<Path> folders,
            List<Long> rows,
            long seed,
            long heldOut,
            int questions,
            int rounds,
            Weights start,
            String version) {}

    private final Plan plan;
    private final List<TrainingSet> sets = new ArrayList<>();
    private final List<Training.Round> rounds = new ArrayList<>();

    Trainer(Plan plan) {
        this.plan = plan;
    }

    /** The texts of both files. */
    record Trained(String weights, String report) {}

    Trained train() throws IOException {
        read();
        var training = new Training(sets.stream().map(TrainingSet::labelled).toList(), plan.start());
        for (int round = 0; round < plan.rounds(); round++) {
            rounds.add(training.round());
        }
        var file = training.file(
                plan.version(), "Trained by ./register bench train; sets and figures are in docs/training.md.");
        var trained = Weights.parse(file);
        double before = training.logLikelihood(Weights.current());
        double after = training.logLikelihood(trained);
        return new Trained(file, report(before, after, examined(trained)));
    }

    private void read() throws IOException {
        for (var folder : plan.folders()) {
            sets.add(TrainingSet.read(folder.getFileName().toString(), folder));
        }
        for (int i = 0; plan.folders().isEmpty() && i < plan.rows().size(); i++) {
            long seed = plan.seed() + i * BETWEEN_SEEDS;
            try (var folder = PassingFolder.make()) {
                write(folder, plan.rows().get(i), seed);
                sets.add(TrainingSet.read("generated, seed " + seed, folder.path()));
            }
        }
    }

    private void write(PassingFolder folder, long rows, long seed) throws IOException {
        new PeopleFolder(folder.path(), seed).write(rows, plan.questions() / 2, plan.questions() / 2, 0, 0);
    }

    private long heldOutSeed() {
        return plan.seed() + plan.rows().size() * BETWEEN_SEEDS;
    }

    /** The weights in use and the trained ones on a set that training did not see. */
    private List<Figures> examined(Weights trained) throws IOException {
        try (var folder = PassingFolder.make()) {
            write(folder, plan.heldOut(), heldOutSeed());
            var exam = new Exam(
                    folder.path().resolve(PeopleFolder.REGISTER),
                    folder.path().resolve(PeopleFolder.QUERIES),
                    List.of(),
                    10);
            return List.of(
                    exam.of(new RegisterEngine(Weights.current())).figures(),
                    exam.of(new RegisterEngine(trained)).figures());
        }
    }

    private String report(double before, double after, List<Figures> figures) {
        var report = new StringBuilder();
        report.append("""
                # Training of the weights

                Written by `./register bench train`; it belongs to `src/main/resources/matching/weights.txt` and is committed with it.
                What is weighed, and how training is done: [matching.md](matching.md).

                Version %s, in place of %s. Begun from version %s.

                | set | rows | questions | about people of the register |
                | --- | ---: | ---: | ---: |
                """.formatted(
                plan.version(), Weights.current().version(), plan.start().version()));
        for (var set : sets) {
            line(
                    report,
                    "| %s | %d | %d | %d |",
                    set.name(),
                    set.labelled().index().rows(),
                    set.labelled().questions().size(),
                    set.known());
        }
        report.append("""

                | round | questions | persons meant but not found | log-likelihood before | after |
                | ---: | ---: | ---: | ---: | ---: |
                """);
        for (int i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            line(
                    report,
                    "| %d | %d | %d | %.1f | %.1f |",
                    i + 1,
                    round.questions(),
                    round.overlooked(),
                    round.before(),
                    round.after());
        }
        report.append("\nThe weights they replace, and these, on a generated register held out (seed ")
                .append(heldOutSeed())
                .append(", ")
                .append(plan.heldOut())
                .append(" rows, ")
                .append(figures.getFirst().queries())
                .append(" questions):\n\n| | before | after |\n| --- | ---: | ---: |\n");
        figure(report, figures, "right person first", Figures::recallAt1);
        figure(report, figures, "right person among ten", Figures::recallAt10);
        figure(report, figures, "best F1", Figures::bestF1);
        figure(report, figures, "found when 1 % of strangers are stopped", Figures::recallAtFpr1);
        figure(report, figures, "error of the probability", Trainer::error);
        line(report, "| log-likelihood, sets of training, last round | %.1f | %.1f |", before, after);
        return report.toString();
    }

    private static double error(Figures figures) {
        return figures.calibrationError() == null ? 1 : figures.calibrationError();
    }

    private static void figure(
            StringBuilder report, List<Figures> figures, String name, ToDoubleFunction<Figures> figure) {
        line(
                report,
                "| %s | %.4f | %.4f |",
                name,
                figure.applyAsDouble(figures.getFirst()),
                figure.applyAsDouble(figures.getLast()));
    }

    private static void line(StringBuilder report, String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Writes both files. */
    static void write(Trained trained, Path weights, Path report) throws IOException {
        Files.writeString(weights, trained.weights());
        Files.writeString(report, trained.report());
    }
}
