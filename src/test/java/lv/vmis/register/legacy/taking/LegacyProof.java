package lv.vmis.register.legacy.taking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.legacy.staging.StagingSamples;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.training.LegacyExports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invented exports the whole way: staged, tried, taken over, compared and taken back, while an official looks at pages:
 * {@code ./register prove legacy}. Prints lines of docs/proofs.md.
 */
@RegisterTest
class LegacyProof {

    private static final long ROWS = Long.getLong("proof.rows", 500_000);

    /** Of the invented exports. */
    private static final long SEED = Long.getLong("proof.seed", 1);

    /** Comparing goes on long after the load; beyond so many seconds the proof says how far it came. */
    private static final long COMPARED_FOR = Long.getLong("proof.compared-for", 3_600);

    private static final long NANOS_IN_MILLI = 1_000_000;
    private static final int PAGES_QUIET = 200;

    /** Of so many missed pairs it is written down how they compare. */
    private static final int TOLD = 500;

    private final StagingSamples staging;
    private final TakenSamples samples;
    private final TryLoad trial;
    private final AskForLoad ask;
    private final AnswerLoad answer;
    private final TakeBackLoad takeBack;
    private final OldRules rules;
    private final Jobs jobs;
    private final LikelyPersons likely;
    private final JdbcClient jdbc;
    private final int port;
    private final Map<String, Long> took = new LinkedHashMap<>();
    private final Map<String, List<Long>> pages = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicReference<String> stage = new AtomicReference<>("quiet");

    LegacyProof(
            StagingSamples staging,
            TakenSamples samples,
            TryLoad trial,
            AskForLoad ask,
            AnswerLoad answer,
            TakeBackLoad takeBack,
            OldRules rules,
            Jobs jobs,
            LikelyPersons likely,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.staging = staging;
        this.samples = samples;
        this.trial = trial;
        this.ask = ask;
        this.answer = answer;
        this.takeBack = takeBack;
        this.rules = rules;
        this.jobs = jobs;
        this.likely = likely;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void so_many_rows_go_the_whole_way(@TempDir Path folder) throws IOException, InterruptedException {
        var exports = folder.resolve("e");
        LegacyExports.main(
                new String[] {exports.toString(), "--rows", Long.toString(ROWS), "--seed", Long.toString(SEED)});
        var someone = samples.one().person();
        var looking = Thread.ofPlatform().start(() -> look(someone));
        while (pages.getOrDefault("quiet", List.of()).size() < PAGES_QUIET) {
            assertThat(looking.isAlive()).as("pages are answered").isTrue();
            Thread.sleep(50);
        }
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        var loads = new LinkedHashMap<OldRegister, UUID>();
        for (var register : OldRegister.values()) {
            loads.put(register, staging.load(register));
        }
        timed("staged", () -> loads.forEach((register, load) -> stage(exports, register, load)));
        var before = samples.contents();
        timed(
                "tried",
                () -> loads.values().forEach(load -> {
                    done(as(TakenSamples.STEWARD, () -> trial.run(load, TakenSamples.STEWARD)));
                    ended(load);
                }));
        timed(
                "taken over",
                () -> loads.values().forEach(load -> {
                    done(as(
                            TakenSamples.STEWARD,
                            () -> ask.run(
                                    new AskForLoad.Input(load, samples.read(rules::newest)), TakenSamples.STEWARD)));
                    done(as(
                            TakenSamples.DECIDER,
                            () -> answer.run(new AnswerLoad.Input(load, true, null), TakenSamples.DECIDER)));
                    ended(load);
                }));
        samples.read(() -> jdbc.sql(BECAME).query(String.class).list()).forEach(System.out::println);
        var rows = 0L;
        for (var load : loads.values()) {
            var in = number(
                    "select coalesce(sum(rows), 0) from old_file where load_id = :load and old_table in ('LGM_ENTRIES', 'NIR_CASES')",
                    load);
            var out = number("select count(*) from old_outcome where load_id = :load", load);
            assertThat(out).as("rows in and out of %s", load).isEqualTo(in);
            assertThat(number(
                            "select count(*) from old_outcome where load_id = :load and reason = 'NOT_ACCEPTED'", load))
                    .as("invariants that did not hold")
                    .isZero();
            assertThat(number(
                            "select count(*) from (select key from old_outcome where load_id = :load and outcome = 'IMPORTED' group by key having count(*) > 1) d",
                            load))
                    .as("numbers taken over twice")
                    .isZero();
            rows += in;
        }
        assertThat(rows).isGreaterThanOrEqualTo(ROWS);
        var persons = number(
                "select count(*) from old_outcome where person_id is not null and cast(:load as uuid) is not null",
                someone);
        var isCompared = new boolean[1];
        timed("compared", () -> isCompared[0] = compared());
        var found = likely(exports);
        timed(
                "taken back",
                () -> loads.values().forEach(load -> {
                    done(as(
                            TakenSamples.STEWARD,
                            () -> takeBack.run(new TakeBackLoad.Input(load, "Mēģinājums"), TakenSamples.STEWARD)));
                    ended(load);
                    assertThat(number("select count(*) from old_outcome where load_id = :load", load))
                            .isZero();
                }));
        stage.set("end");
        looking.join();
        assertThat(samples.contents()).as("every table is as before").isEqualTo(before);
        tell(rows, persons, isCompared[0], found);
    }

    private void tell(long rows, long persons, boolean isCompared, String found) throws IOException {
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        var lines = new ArrayList<String>();
        took.forEach((what, millis) -> {
            var of = what.equals("compared") ? persons : rows;
            lines.add("| %s | %,d | %d s | %,d a second | %d ms | %d ms |"
                    .formatted(
                            what.equals("compared") && !isCompared ? "compared, not to the end" : what,
                            of,
                            millis / 1_000,
                            of * 1_000 / Math.max(1, millis),
                            percentile(what, 50),
                            percentile(what, 99)));
        });
        lines.add("| quiet | | | | %d ms | %d ms |".formatted(percentile("quiet", 50), percentile("quiet", 99)));
        lines.add("%,d rows, %,d persons; peak heap %d MB; %s".formatted(rows, persons, peak >> 20, found));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "legacy.md"), lines, UTF_8);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void timed(String what, Work work) throws IOException, InterruptedException {
        stage.set(what);
        var from = System.nanoTime();
        work.run();
        took.put(what, (System.nanoTime() - from) / NANOS_IN_MILLI);
        System.out.println(what + ": " + took.get(what) + " ms");
    }

    private void stage(Path exports, OldRegister register, UUID load) {
        try (var files = Files.list(exports)) {
            var put = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .startsWith(register.name().toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList();
            for (var path : put) {
                var file = staging.put(load, path);
                while (staging.job(file).state().isOpen()) {
                    Thread.sleep(100);
                }
                assertThat(staging.job(file).state()).isEqualTo(JobState.DONE);
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void ended(UUID load) {
        try {
            while (samples.read(() -> jobs.of(load)).getFirst().state().isOpen()) {
                Thread.sleep(100);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        assertThat(samples.read(() -> jobs.of(load)).getFirst().state()).isEqualTo(JobState.DONE);
    }

    /** Whether everybody was compared in time: every act is behind the place that was reached. */
    private boolean compared() throws InterruptedException {
        var until = System.nanoTime() + COMPARED_FOR * 1_000 * NANOS_IN_MILLI;
        while (System.nanoTime() < until) {
            var left = samples.<Long>read(() -> jdbc.sql("""
                            select (select count(*) from likeness_progress) - 1 + count(*) from likeness_progress p
                             where p.swept_to is not null
                                or exists (select from entry e where cardinality(e.persons) > 0 and e.kind = 'act'
                                              and e.operation = 'TakeOverRows' and (e.tx, e.id) > (cast(p.transaction::text as xid8), p.entry))
                            """).query(Long.class).single());
            if (left == 0) {
                return true;
            }
            Thread.sleep(500);
        }
        return false;
    }

    /** How many of the pairs who are one person are proposed, and how many of the proposals are such pairs; the others are written down. */
    private String likely(Path exports) throws IOException {
        var truths = new HashMap<String, String>();
        try (var truth = Files.lines(exports.resolve("truth.tsv"))) {
            truth.skip(1).forEach(line -> {
                var cells = line.split("\t", -1);
                truths.put(cells[0] + " " + cells[3], line);
            });
        }
        var rows = new HashMap<UUID, String>();
        var together = new HashMap<String, List<UUID>>();
        samples.read(() -> {
            jdbc.sql(TAKEN).query(row -> {
                var truth = truths.get(row.getString("number"));
                if (truth != null) {
                    var id = row.getObject("person_id", UUID.class);
                    rows.put(id, truth);
                    together.computeIfAbsent(person(truth), _ -> new ArrayList<>())
                            .add(id);
                }
            });
            return true;
        });
        var proposed = new HashSet<Set<UUID>>();
        var wrong = new ArrayList<String>();
        var right = new ArrayList<String>();
        samples.read(() -> {
            jdbc.sql("select one_id, other_id, score from likeness").query(row -> {
                var one = row.getObject("one_id", UUID.class);
                var other = row.getObject("other_id", UUID.class);
                var said = rows.get(one);
                var alsoSaid = rows.get(other);
                if (said != null && alsoSaid != null) {
                    proposed.add(Set.of(one, other));
                    if (person(said).equals(person(alsoSaid))) {
                        right.add("RIGHT\t%.2f".formatted(row.getDouble("score")));
                    } else {
                        wrong.add("WRONG\t%s\n\t%s\n\t%s".formatted(compared(one, other), said, alsoSaid));
                    }
                }
            });
            return true;
        });
        var pairs = 0L;
        var missed = new ArrayList<String>();
        for (var all : together.values()) {
            for (var one = 0; one < all.size(); one++) {
                for (var other = one + 1; other < all.size(); other++) {
                    pairs++;
                    if (!proposed.contains(Set.of(all.get(one), all.get(other)))) {
                        var hit = missed.size() < TOLD ? compared(all.get(one), all.get(other)) : "…";
                        missed.add("MISSED\t%s\n\t%s\n\t%s"
                                .formatted(hit, rows.get(all.get(one)), rows.get(all.get(other))));
                    }
                }
            }
        }
        Files.write(
                Path.of("target", "likely.tsv"),
                Stream.of(missed, wrong, right).flatMap(List::stream).toList(),
                UTF_8);
        return "of %,d pairs who are one person %.2f %% are proposed; of %,d proposals %.2f %% are right"
                .formatted(
                        pairs,
                        100 - missed.size() * 100.0 / Math.max(1, pairs),
                        proposed.size(),
                        100 - wrong.size() * 100.0 / Math.max(1, proposed.size()));
    }

    private String compared(UUID one, UUID other) {
        return samples.read(() -> likely.compared(new PersonId(one), new PersonId(other))
                .map(hit -> hit.score() + " " + hit.parts())
                .orElse("–"));
    }

    private static String person(String truth) {
        return truth.split("\t", -1)[4];
    }

    private void look(UUID someone) {
        var official = new PlainBrowser(port);
        official.signIn("pmlp.vaditajs");
        official.get("/purpose?person=" + someone);
        official.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Mērījums", "person", someone.toString(), "back", "/"));
        for (var now = stage.get(); !now.equals("end"); now = stage.get()) {
            for (var path : List.of("/persons/" + someone, "/bans")) {
                var from = System.nanoTime();
                assertThat(official.get(path).statusCode()).as(path).isEqualTo(200);
                pages.computeIfAbsent(now, _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add((System.nanoTime() - from) / NANOS_IN_MILLI);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private long percentile(String what, int percent) {
        var sorted = pages.getOrDefault(what, List.of()).stream().sorted().toList();
        return sorted.isEmpty() ? -1 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private long number(String sql, UUID load) {
        return samples.<Long>read(
                () -> jdbc.sql(sql).param("load", load).query(Long.class).single());
    }

    static final String BECAME = """
            select old_table || ' ' || coalesce(reason, outcome) || ' ' || count(*) from old_outcome group by old_table, reason, outcome order by count(*) desc
            """;

    static final String TAKEN = """
            select left(old_table, 3) || ' ' || key as number, person_id from old_outcome where person_id is not null
            """;
}
