package lv.vmis.register.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports for people and, in one line, for machines. */
final class Printout {

    private Printout() {}

    static void table(List<Exam.Report> reports, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-12s %10s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s%n",
                "engine",
                "rows",
                "build s",
                "MB",
                "MB/10^6",
                "queries",
                "R@1",
                "R@10",
                "best F1",
                "prec.",
                "recall",
                "R@FPR1%",
                "ECE");
        for (var report : reports) {
            var figures = report.figures();
            out.printf(
                    Locale.ROOT,
                    "%-12s %10d %8.1f %8.1f %8.1f %8d %8.4f %8.4f %8.4f %8.4f %8.4f %8.4f %8s%n",
                    report.engine(),
                    report.rows(),
                    report.buildSeconds(),
                    report.memory(),
                    report.memoryOfMillion(),
                    figures.queries(),
                    figures.recallAt1(),
                    figures.recallAt10(),
                    figures.bestF1(),
                    figures.precision(),
                    figures.recall(),
                    figures.recallAtFpr1(),
                    figures.calibrationError() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.4f", figures.calibrationError()));
        }
        out.printf("%n%-12s %10s %10s %10s %10s%n", "engine", "threads", "q/s", "p50 ms", "p99 ms");
        for (var report : reports) {
            for (var speed : report.speeds()) {
                out.printf(
                        Locale.ROOT,
                        "%-12s %10d %10.0f %10.3f %10.3f%n",
                        report.engine(),
                        speed.threads(),
                        speed.queriesPerSecond(),
                        speed.p50(),
                        speed.p99());
            }
        }
        out.println();
        if (reports.size() > 1) {
            out.printf(
                    "queries a second, in those of %s: %s%n%n",
                    reports.getLast().engine(), ratios(reports));
        }
        categories(reports, "name", 0, out);
        categories(reports, "birth date", 1, out);
    }

    /** Recall of the first hit by one half of the category. */
    private static void categories(List<Exam.Report> reports, String title, int half, PrintStream out) {
        var shares = reports.stream()
                .map(report ->
                        Figures.by(report.answers(), answer -> (answer.query().cat() + "/").split("/", -1)[half]))
                .toList();
        out.printf(
                "%-18s %s%n",
                title,
                reports.stream()
                        .map(report -> "%12s".formatted(report.engine()))
                        .collect(Collectors.joining(" ")));
        for (var name : new TreeSet<>(shares.getFirst().keySet())) {
            // An engine that was not asked everything may lack a kind.
            out.printf(
                    "%-18s %s%n",
                    name,
                    shares.stream()
                            .map(share -> String.format(Locale.ROOT, "%12.4f", share.getOrDefault(name, Double.NaN)))
                            .collect(Collectors.joining(" ")));
        }
        out.println();
    }

    /** By number of threads, how many times the speed of the last one the first one has. */
    private static String ratios(List<Exam.Report> reports) {
        return IntStream.range(0, reports.getFirst().speeds().size())
                .mapToObj(at -> String.format(
                        Locale.ROOT,
                        "%.1f on %d",
                        ratio(reports, at),
                        reports.getFirst().speeds().get(at).threads()))
                .collect(Collectors.joining(", "));
    }

    private static double ratio(List<Exam.Report> reports, int at) {
        return reports.getFirst().speeds().get(at).queriesPerSecond()
                / reports.getLast().speeds().get(at).queriesPerSecond();
    }

    /** The figures of the first report; those of the second, if there is one, stand in it as "baseline". */
    static String json(List<Exam.Report> reports) {
        var first = json(reports.getFirst());
        return reports.size() < 2
                ? first
                : first.substring(0, first.length() - 1) + ",\"queries_per_second_ratio\":["
                        + IntStream.range(0, reports.getFirst().speeds().size())
                                .mapToObj(at -> String.format(Locale.ROOT, "%.2f", ratio(reports, at)))
                                .collect(Collectors.joining(","))
                        + "],\"baseline\":" + json(reports.getLast()) + "}";
    }

    private static String json(Exam.Report report) {
        var figures = report.figures();
        var error = figures.calibrationError();
        return "{"
                + String.join(
                        ",",
                        "\"rows\":" + report.rows(),
                        number("build_seconds", report.buildSeconds()),
                        number("memory_mb", report.memory()),
                        number("memory_mb_per_million_rows", report.memoryOfMillion()),
                        "\"queries\":" + figures.queries(),
                        number("recall_at_1", figures.recallAt1()),
                        number("recall_at_10", figures.recallAt10()),
                        number("best_f1", figures.bestF1()),
                        number("precision", figures.precision()),
                        number("recall", figures.recall()),
                        number("recall_at_fpr_1pct", figures.recallAtFpr1()),
                        error == null ? "\"calibration_error\":null" : number("calibration_error", error),
                        "\"by_category\":{" + categories(figures.byCategory()) + "}",
                        "\"threads\":["
                                + report.speeds().stream().map(Printout::json).collect(Collectors.joining(","))
                                + "]")
                + "}";
    }

    private static String json(Speed speed) {
        return "{\"threads\":%d,%s,%s,%s}"
                .formatted(
                        speed.threads(),
                        number("queries_per_second", speed.queriesPerSecond()),
                        number("p50_ms", speed.p50()),
                        number("p99_ms", speed.p99()));
    }

    private static String categories(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .map(entry -> number(entry.getKey().replaceAll("[\"\\\\\\p{Cntrl}]", "_"), entry.getValue()))
                .collect(Collectors.joining(","));
    }

    static String number(String name, double value) {
        return String.format(Locale.ROOT, "\"%s\":%.4f", name, value);
    }
}
