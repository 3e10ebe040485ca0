package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.bench.Options.Wrong;
import lv.vmis.register.matching.Weights;
import org.openjdk.jmh.runner.RunnerException;

/** The bench from the command line: people to measure with, the measuring, and the training. */
final class Bench {

    private static final String USAGE = """
            bench match   --index FILE --queries FILE [--threads 1,2] [--limit 10] [--baseline]
            bench match   --rows N [--seed 1] [--threads 1,2] [--limit 10] [--baseline]
                          finds people of a register: how well, how fast, in how much memory; with --baseline also by pg_trgm
            bench pairs   --file FILE
                          tells pairs of names of one person from pairs of two
            bench changes [--rows 1000000] [--seed 1] [--threads 1] [--rate 500] [--seconds 180]
                          asks an index at rest and, in turns, one that changes at this rate a second
            bench library [--rows 34000,1000000]
                          the library alone, by JMH: a question, the reading of a name, the widening of its words
            bench train   [--rows 34000,34000,300000 | --sets DIR,DIR] [--seed 1000] [--questions 6000] [--rounds 3]
                          [--held-out 34000] [--from FILE] [--version DATE] [--out FILE] [--report FILE]
                          trains the weights, from those in the file or from some set by hand, and says what it changed;
                          writes weights and report into the sources unless told otherwise
            bench pages   --data DIR [--copies 499] [--persons 300] [--lists /bans] [--far 1000]
                          fills a register with the people of a demo, copies each so many times, and asks for the pages of
                          persons and for lists up to the thousandth page, or only for the lists that begin so; a folder
                          filled before is used again
            bench checks  --data DIR [--copies 499] [--connections 32] [--seconds 60]
                          fills a register as for pages, and checks travellers over its API as systems of institutions do,
                          beside calls that are let in and ask nothing
            bench people  --rows N --seed S --out DIR
                          writes a register, questions about it, twins, and pairs of names

            FILE and DIR hold tables with tabs and a header line:
            register.tsv  rid eid surname given full dobs sex nat doc        (several rows with one eid are one person)
            queries.tsv   qid eid surname given full dob sex nat doc cat     (no eid: he is not in the register)
            pairs.tsv     name1 name2 label                                  (label 1: one person)""";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments)));
    }

    /** Answers the exit code: 2 when the arguments are wrong. */
    static int run(List<String> arguments) throws Exception {
        try {
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "match" ->
                    match(Options.read(
                            arguments, "index", "queries", "threads", "limit", "rows", "seed", Options.BASELINE));
                case "pairs" -> pairs(Options.read(arguments, "file"));
                case "changes" -> changes(Options.read(arguments, "rows", "seed", "threads", "rate", "seconds"));
                case "library" -> library(Options.read(arguments, "rows"));
                case "train" ->
                    train(Options.read(
                            arguments,
                            "rows",
                            "sets",
                            "seed",
                            "questions",
                            "rounds",
                            "from",
                            "held-out",
                            "version",
                            "out",
                            "report"));
                case "pages" -> pages(Options.read(arguments, "data", "copies", "persons", "lists", "far"));
                case "checks" -> checks(Options.read(arguments, "data", "copies", "connections", "seconds"));
                case "people" -> people(Options.read(arguments, "rows", "seed", "out"));
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

    private static void match(Options options) throws Wrong, IOException {
        var threads = options.threads("1,2");
        var limit = (int) options.number("limit", 10, 1, 1000);
        if (!options.has("rows")) {
            match(options.file("index"), options.file("queries"), threads, limit, options.has(Options.BASELINE));
            return;
        }
        if (options.has("index") || options.has("queries")) {
            throw new Wrong("Either --rows or --index and --queries");
        }
        var rows = options.rows();
        var seed = options.seed(1);
        // By way of files, so that nothing of the making is in memory beside the index, nor its time in the building.
        try (var folder = PassingFolder.make()) {
            new PeopleFolder(folder.path(), seed).write(rows, PeopleFolder.KNOWN, PeopleFolder.STRANGERS, 0, 0);
            match(
                    folder.path().resolve(PeopleFolder.REGISTER),
                    folder.path().resolve(PeopleFolder.QUERIES),
                    threads,
                    limit,
                    options.has(Options.BASELINE));
        }
    }

    private static void match(Path index, Path queries, List<Integer> threads, int limit, boolean withBaseline)
            throws IOException {
        var exam = new Exam(index, queries, threads, limit);
        var reports = new ArrayList<Exam.Report>();
        for (var maker : Engines.all()) {
            try (var engine = maker.get()) {
                reports.add(exam.of(engine));
            }
        }
        if (withBaseline) {
            try (var engine = Engines.baseline().get()) {
                reports.add(exam.of(engine, Exam.PATIENCE));
            }
        }
        Printout.table(reports, System.out);
        System.out.println(Printout.json(reports));
    }

    private static void pages(Options options) throws Wrong, IOException, SQLException, InterruptedException {
        int persons = (int) options.number("persons", 300, 1, 100_000);
        int far = (int) options.number("far", 1_000, 1, 100_000);
        new PageBench(large(options, persons), options.text("lists", ""), far).measure();
    }

    private static void checks(Options options) throws Wrong, IOException, SQLException, InterruptedException {
        int connections = (int) options.number("connections", 32, 1, 10_000);
        var time = Duration.ofSeconds(options.number("seconds", 60, 1, 3600));
        new CheckBench(large(options, 300), connections, time).measure();
    }

    private static LargeRegister large(Options options, int persons) throws Wrong, IOException {
        var folder = Files.createDirectories(Path.of(options.given("data")));
        return new LargeRegister(folder, (int) options.number("copies", 499, 1, 10_000), persons);
    }

    private static void pairs(Options options) throws Wrong, IOException {
        var pairs = PairExam.read(options.file("file"));
        String line = "";
        for (var scorer : Engines.scorers().entrySet()) {
            var measured = PairExam.of(pairs, scorer.getValue());
            System.out.printf(
                    Locale.ROOT,
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

    private static void changes(Options options) throws Wrong {
        var changes = new Changes(
                options.number("rows", 1_000_000, 1, 100_000_000),
                options.seed(1),
                (int) options.number("threads", 1, 1, 256),
                (int) options.number("rate", 500, 1, 1_000_000),
                options.number("seconds", 180, 1, 86_400));
        System.out.println(changes.measured());
    }

    private static void library(Options options) throws Wrong, RunnerException {
        Library.measure(options.numbers("rows", "34000,1000000", 1, 100_000_000));
    }

    private static void train(Options options) throws Wrong, IOException {
        if (options.has("sets") && options.has("rows")) {
            throw new Wrong("Either --rows or --sets");
        }
        var root = Path.of(System.getProperty("register.bench.folder", "target"));
        var out = options.text(
                "out",
                root.resolveSibling("src/main/resources/matching/weights.txt").toString());
        var report =
                options.text("report", root.resolveSibling("docs/training.md").toString());
        var plan = new Trainer.Plan(
                options.has("sets") ? options.folders("sets") : List.of(),
                options.numbers("rows", "34000,34000,300000", 1, 100_000_000),
                options.seed(1000),
                options.number("held-out", 34_000, 1, 100_000_000),
                (int) options.number("questions", 6_000, 2, 1_000_000),
                (int) options.number("rounds", 3, 1, 100),
                options.has("from") ? weights(options.file("from")) : Trainer.byHand(),
                options.word("version", LocalDate.now(ZoneOffset.UTC).toString()));
        var trained = new Trainer(plan).train();
        Trainer.write(trained, Path.of(out), Path.of(report));
        System.out.println(trained.report());
    }

    private static Weights weights(Path file) throws Wrong, IOException {
        try {
            return Trainer.start(Files.readString(file));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            throw new Wrong("%s holds no weights: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static void people(Options options) throws Wrong, IOException {
        options.given("seed");
        var folder = Path.of(options.given("out"));
        var people = new PeopleFolder(folder, options.seed(1)).write(options.rows());
        System.out.printf("%d rows of %d people in %s%n", options.rows(), people, folder);
    }
}
