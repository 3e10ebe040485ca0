package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bench from the command line: people to measure with, and the measuring. */
final class Bench {

    private static final String USAGE = """
            bench match  --index FILE --queries FILE [--threads 1,2] [--limit 10] [--baseline]
            bench match  --rows N [--seed S] [--threads 1,2] [--limit 10] [--baseline]
            bench pairs  --file FILE
            bench people --rows N --seed S --out DIR""";

    /** What was asked cannot be done; the message says why. */
    private static final class Wrong extends Exception {
        Wrong(String message) {
            super(message);
        }
    }

    private final Map<String, String> options = new HashMap<>();

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments)));
    }

    /** Answers the exit code: 2 when the arguments are wrong. */
    static int run(List<String> arguments) throws Exception {
        try {
            var bench = new Bench();
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "match" -> {
                    bench.read(arguments, Set.of("index", "queries", "threads", "limit", "rows", "seed", "baseline"));
                    bench.match();
                }
                case "pairs" -> {
                    bench.read(arguments, Set.of("file"));
                    bench.pairs();
                }
                case "people" -> {
                    bench.read(arguments, Set.of("rows", "seed", "out"));
                    bench.people();
                }
                case "" -> throw new Wrong("What shall be measured?");
                default -> throw new Wrong("Unknown: " + arguments.getFirst());
            }
            return 0;
        } catch (Wrong wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            return 2;
        }
    }

    private void read(List<String> arguments, Set<String> known) throws Wrong {
        for (var at = 1; at < arguments.size(); at++) {
            var name = arguments.get(at).startsWith("--") ? arguments.get(at).substring(2) : "";
            if (!known.contains(name)) {
                throw new Wrong("Unknown option: " + arguments.get(at));
            }
            if (name.equals("baseline")) {
                options.put(name, "");
            } else if (at + 1 == arguments.size() || arguments.get(at + 1).startsWith("--")) {
                throw new Wrong("--%s needs a value".formatted(name));
            } else {
                options.put(name, arguments.get(++at));
            }
        }
    }

    private void match() throws Wrong, IOException {
        var threads = new ArrayList<Integer>();
        for (var part : options.getOrDefault("threads", "1,2").split(",")) {
            threads.add((int) number("threads", part, 1, 256));
        }
        var limit = (int) number("limit", options.getOrDefault("limit", "10"), 1, 1000);
        if (options.containsKey("rows")) {
            if (options.containsKey("index") || options.containsKey("queries")) {
                throw new Wrong("Either --rows or --index and --queries");
            }
            var folder = Files.createTempDirectory("bench");
            try {
                new PeopleFolder(folder, seed()).write(rows(), PeopleFolder.KNOWN, PeopleFolder.STRANGERS, 0, 0);
                match(folder.resolve("register.tsv"), folder.resolve("queries.tsv"), threads, limit);
            } finally {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } else {
            match(file("index"), file("queries"), threads, limit);
        }
    }

    private void match(Path index, Path queries, List<Integer> threads, int limit) throws IOException {
        var exam = new Exam(index, queries, threads, limit);
        var reports = new ArrayList<Exam.Report>();
        var engines = Stream.concat(
                Engines.all().stream(), options.containsKey("baseline") ? Stream.of(Engines.baseline()) : Stream.of());
        for (var maker : engines.toList()) {
            try (var engine = maker.get()) {
                if (reports.stream().noneMatch(report -> report.engine().equals(engine.name()))) {
                    reports.add(exam.of(engine));
                }
            }
        }
        Printout.table(reports, System.out);
        System.out.println(Printout.json(reports));
    }

    private void pairs() throws Wrong, IOException {
        var pairs = PairExam.read(file("file"));
        String line = "";
        for (var scorer : Engines.scorers().entrySet()) {
            var measured = PairExam.of(pairs, scorer.getValue());
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%-30s best F1 %.4f, average precision %.4f%n",
                    scorer.getKey(),
                    measured.bestF1(),
                    measured.averagePrecision());
            line = line.isEmpty()
                    ? "{%s,%s}"
                            .formatted(
                                    Printout.number("best_f1", measured.bestF1()),
                                    Printout.number("average_precision", measured.averagePrecision()))
                    : line;
        }
        System.out.println(line);
    }

    private void people() throws Wrong, IOException {
        if (!options.containsKey("seed")) {
            throw new Wrong("--seed is missing");
        }
        var folder = Path.of(given("out"));
        var people = new PeopleFolder(folder, seed()).write(rows());
        System.out.printf("%d rows of %d people in %s%n", rows(), people, folder);
    }

    private long rows() throws Wrong {
        return number("rows", given("rows"), 1, 100_000_000);
    }

    private long seed() throws Wrong {
        return number("seed", options.getOrDefault("seed", "1"), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Path file(String option) throws Wrong {
        var file = Path.of(given(option));
        if (!Files.isReadable(file)) {
            throw new Wrong("--%s: %s cannot be read".formatted(option, file));
        }
        return file;
    }

    private String given(String option) throws Wrong {
        @Nullable String value = options.get(option);
        if (value == null) {
            throw new Wrong("--%s is missing".formatted(option));
        }
        return value;
    }

    private static long number(String option, String text, long least, long most) throws Wrong {
        try {
            var value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw (Wrong) new Wrong("--%s: %s is not a number".formatted(option, text)).initCause(noNumber);
        }
        throw new Wrong("--%s: from %d to %d".formatted(option, least, most));
    }
}
