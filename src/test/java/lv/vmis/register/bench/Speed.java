package lv.vmis.register.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast an engine answers on a number of threads. */
record Speed(int threads, double queriesPerSecond, double p50, double p99) {

    /**
     * Asks the queries, spread over the threads; no query waits for another but for the threads themselves. A slow
     * engine is asked no longer than so many seconds.
     */
    static Speed of(Engine engine, List<QueryRow> queries, int limit, int threads, long longest) {
        var durations = new long[queries.size()];
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = java.util.stream.IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        for (var at = next.getAndIncrement(); at < queries.size(); at = next.getAndIncrement()) {
                            var before = System.nanoTime();
                            if (before - begun > longest * 1_000_000_000L) {
                                return;
                            }
                            engine.search(queries.get(at), limit);
                            durations[at] = Math.max(1, System.nanoTime() - before);
                        }
                    }))
                    .toList();
            for (var thread : running) {
                thread.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("%s could not answer".formatted(engine.name()), failure);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var sorted = Arrays.stream(durations)
                .filter(duration -> duration > 0)
                .sorted()
                .toArray();
        return new Speed(threads, sorted.length / seconds, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min((int) (share * sorted.length), sorted.length - 1)] / 1e6;
    }
}
