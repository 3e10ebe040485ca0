package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link LibraryBenchmark} and tells how often a second each step is done. */
final class Library {

    private Library() {}

    static void measure(List<Long> rows) throws RunnerException {
        var options = new OptionsBuilder()
                .include(LibraryBenchmark.class.getName())
                .param("rows", rows.stream().map(String::valueOf).toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        var lines = new ArrayList<String>();
        System.out.printf("%-22s %10s %14s %12s%n", "", "rows", "ops/s", "±");
        for (var result : new Runner(options).run()) {
            System.out.println(line(result));
            lines.add(json(result));
        }
        System.out.println("{\"library\":[" + String.join(",", lines) + "]}");
    }

    private static String line(RunResult result) {
        var measured = result.getPrimaryResult();
        return String.format(
                Locale.ROOT,
                "%-22s %10s %14.0f %12.0f",
                measured.getLabel(),
                rows(result, "-"),
                measured.getScore(),
                measured.getScoreError());
    }

    private static String json(RunResult result) {
        var measured = result.getPrimaryResult();
        return "{\"name\":\"%s\",\"rows\":%s,%s}"
                .formatted(
                        measured.getLabel(),
                        rows(result, "null"),
                        Printout.number("ops_per_second", measured.getScore()));
    }

    private static String rows(RunResult result, String none) {
        var rows = result.getParams().getParam("rows");
        return rows == null ? none : rows;
    }
}
