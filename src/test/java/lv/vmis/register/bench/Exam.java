package lv.vmis.register.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Puts an engine through all queries and measures what it costs and what it is worth. */
final class Exam {

    /** All that was measured of an engine. */
    record Report(
            String engine,
            long rows,
            double buildSeconds,
            double memory,
            Figures figures,
            List<Speed> speeds,
            List<Answer> answers) {

        /** In megabytes; what a register of any size would take. */
        double memoryOfMillion() {
            return memory / rows * 1e6;
        }
    }

    /** An engine that is only compared with is asked for its answers no longer than this. */
    static final long PATIENCE = 180;

    private static final long WARMING_SECONDS = 10;
    private static final int WARMING_QUERIES = 1_000;
    private static final long MEASURING_SECONDS = 60;

    private final Path index;
    private final List<QueryRow> queries;
    private final List<Integer> threads;
    private final int limit;

    Exam(Path index, Path queries, List<Integer> threads, int limit) throws IOException {
        this.index = index;
        this.threads = threads;
        this.limit = limit;
        try (var lines = Files.lines(queries, StandardCharsets.UTF_8)) {
            this.queries = lines.skip(1).map(QueryRow::parse).toList();
        }
    }

    /** Asks all queries. */
    Report of(Engine engine) throws IOException {
        return of(engine, Long.MAX_VALUE / 1_000_000_000L);
    }

    /** Asks as many queries as are answered in so many seconds. */
    Report of(Engine engine, long patience) throws IOException {
        var before = heap();
        double seconds;
        var rows = new AtomicLong();
        try (var lines = Files.lines(index, StandardCharsets.UTF_8)) {
            seconds = engine.build(counted(lines.skip(1).map(RegisterRow::parse).iterator(), rows));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        // What the collector found late may make the difference negative.
        var memory = Math.max(0, heap() - before) / 1048576.0;
        // Known and unknown travellers come mixed, as at a border.
        var mixed = new ArrayList<>(queries);
        Collections.shuffle(mixed, new Random(1));
        var asking = System.nanoTime();
        var answers = mixed.stream()
                .takeWhile(_ -> System.nanoTime() - asking < patience * 1_000_000_000L)
                .map(query -> new Answer(query, engine.search(query, limit)))
                .toList();
        var speeds = new ArrayList<Speed>();
        for (var number : threads) {
            var warming = mixed.subList(0, Math.min(mixed.size(), WARMING_QUERIES));
            Speed.of(engine, warming, limit, number, WARMING_SECONDS);
            speeds.add(Speed.of(engine, mixed, limit, number, MEASURING_SECONDS));
        }
        return new Report(
                engine.name(),
                rows.get(),
                seconds,
                memory,
                Figures.of(answers, engine.scoresAreProbabilities()),
                speeds,
                answers);
    }

    private static Iterator<RegisterRow> counted(Iterator<RegisterRow> rows, AtomicLong count) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RegisterRow next() {
                count.incrementAndGet();
                return rows.next();
            }
        };
    }

    /** What lives on the heap after the collector has been asked to look. */
    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (var time = 0; time < 3; time++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
