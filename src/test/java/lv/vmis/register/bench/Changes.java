package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.LiveIndex;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;

/**
 * What it costs those who ask that others change the register meanwhile. An index at rest and the one that changes are
 * asked in turns, some seconds each, so that what else the machine does meets both.
 */
final class Changes {

    private static final int TRAVELLERS = 6_000;
    private static final int LIMIT = 10;
    private static final long TURN_SECONDS = 10;
    private static final long BETWEEN_LOOKS = 200_000_000;
    private static final double SECOND = 1e9;

    private final int threads;
    private final int rate;
    private final long seconds;
    private final Invented invented;
    private final long people;
    private final LiveIndex live;
    private final List<Description> travellers;
    private volatile long end;

    Changes(long rows, long seed, int threads, int rate, long seconds) {
        this.threads = threads;
        this.rate = rate;
        this.seconds = seconds;
        invented = new Invented(seed);
        var builder = new PersonIndex.Builder();
        people = invented.each(rows, (identity, person) -> builder.add(person, identity));
        live = new LiveIndex(builder.done(Weights.current()));
        travellers = invented.travellers(TRAVELLERS, people);
    }

    /** What those who ask see. */
    private record Asked(double queriesPerSecond, double p50, double p99, double worst) {

        static Asked of(List<long[]> turns, double seconds) {
            var durations = sorted(turns);
            return new Asked(durations.length / seconds, at(durations, 0.5), at(durations, 0.99), at(durations, 1));
        }
    }

    /** What those who change see. */
    private record Changed(int changes, double perSecond, double p99, int settlings, double longestSettling) {}

    /** The report, its last line for machines. */
    String measured() {
        long turns = (seconds + TURN_SECONDS - 1) / TURN_SECONDS;
        var prepared = prepared((int) (rate * turns * TURN_SECONDS));
        var still = live.now();
        ask(() -> still);
        var atRest = new ArrayList<long[]>();
        var meanwhile = new ArrayList<long[]>();
        var changes = new ArrayList<long[]>();
        var settlings = new ArrayList<Double>();
        int done = 0;
        try (var others = Executors.newFixedThreadPool(2)) {
            for (int turn = 0; turn < turns; turn++) {
                atRest.addAll(ask(() -> still));
                end = System.nanoTime() + (long) (TURN_SECONDS * SECOND);
                var left = prepared.subList(done, prepared.size());
                var changing = others.submit(() -> change(left));
                var settling = others.submit(this::settle);
                meanwhile.addAll(ask(live::now));
                changes.add(result(changing));
                settlings.addAll(result(settling));
                done += changes.getLast().length;
            }
        }
        double time = turns * TURN_SECONDS;
        var changed = new Changed(
                done,
                done / time,
                at(sorted(changes), 0.99),
                settlings.size(),
                settlings.stream().mapToDouble(one -> one).max().orElse(0));
        return report(still.rows(), Asked.of(atRest, time), Asked.of(meanwhile, time), changed);
    }

    /** One person each: six of ten get another identity, three are new, one is taken out. */
    private List<Map<Long, List<Description>>> prepared(int count) {
        var chance = new Random(1);
        var changes = new ArrayList<Map<Long, List<Description>>>(count);
        for (int i = 0; i < count; i++) {
            long person = chance.nextLong(people);
            int kind = chance.nextInt(10);
            if (kind < 6) {
                var more = new ArrayList<>(invented.identities(person));
                more.add(invented.identities(people + count + i).getFirst());
                changes.add(Map.of(person, more));
            } else if (kind < 9) {
                changes.add(Map.of(people + i, invented.identities(people + i)));
            } else {
                changes.add(Map.of(person, List.of()));
            }
        }
        return changes;
    }

    /** Makes changes until the end of the turn; answers how long each took. */
    private long[] change(List<Map<Long, List<Description>>> changes) {
        var durations = new long[changes.size()];
        long begun = System.nanoTime();
        int done = 0;
        while (done < changes.size() && System.nanoTime() < end) {
            long wait = begun + (long) (done * SECOND / rate) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            long before = System.nanoTime();
            live.change(changes.get(done));
            durations[done++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(durations, done);
    }

    /** As the application does it; answers how many seconds each took. */
    private List<Double> settle() {
        var took = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            if (live.isDue()) {
                long begun = System.nanoTime();
                live.settle();
                took.add((System.nanoTime() - begun) / SECOND);
            }
        }
        return took;
    }

    /** Asks for a turn; answers how long each question took, by thread. */
    private List<long[]> ask(Supplier<PersonIndex> index) {
        long until = System.nanoTime() + (long) (TURN_SECONDS * SECOND);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<long[]>>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * TRAVELLERS / threads;
                running.add(pool.submit(() -> ask(index, first, until)));
            }
            return running.stream().map(Changes::result).toList();
        }
    }

    private long[] ask(Supplier<PersonIndex> index, int first, long until) {
        var durations = LongStream.builder();
        for (int at = first; System.nanoTime() < until; at++) {
            long before = System.nanoTime();
            index.get().find(travellers.get(at % travellers.size()), LIMIT);
            durations.add(System.nanoTime() - before);
        }
        return durations.build().toArray();
    }

    private static long[] sorted(List<long[]> turns) {
        return turns.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the index failed while it changed", failure);
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min((int) (share * sorted.length), sorted.length - 1)] / 1e6;
    }

    private String report(int before, Asked atRest, Asked meanwhile, Changed changed) {
        double slower = meanwhile.p99() / atRest.p99();
        return String.format(Locale.ROOT, "%-16s %10s %10s %10s %10s%n", "", "q/s", "p50 ms", "p99 ms", "worst ms")
                + line("at rest", atRest)
                + line("while it changes", meanwhile)
                + String.format(
                        Locale.ROOT,
                        "%-16s %10.2f %10.2f %10.2f %10.2f%n%n",
                        "ratio",
                        meanwhile.queriesPerSecond() / atRest.queriesPerSecond(),
                        meanwhile.p50() / atRest.p50(),
                        slower,
                        meanwhile.worst() / atRest.worst())
                + String.format(
                        Locale.ROOT,
                        "%d rows; %d changes, %.1f a second, 99 of 100 within %.3f ms; %d times settled, at most %.1f s%n",
                        before,
                        changed.changes(),
                        changed.perSecond(),
                        changed.p99(),
                        changed.settlings(),
                        changed.longestSettling())
                + "{\"rows\":%d,\"threads\":%d,\"at_rest\":{%s},\"changing\":{%s},%s,%s,\"settlings\":%d}"
                        .formatted(
                                before,
                                threads,
                                json(atRest),
                                json(meanwhile),
                                Printout.number("p99_ratio", slower),
                                Printout.number("changes_per_second", changed.perSecond()),
                                changed.settlings());
    }

    private static String line(String name, Asked asked) {
        return String.format(
                Locale.ROOT,
                "%-16s %10.0f %10.3f %10.3f %10.1f%n",
                name,
                asked.queriesPerSecond(),
                asked.p50(),
                asked.p99(),
                asked.worst());
    }

    private static String json(Asked asked) {
        return String.join(
                ",",
                Printout.number("queries_per_second", asked.queriesPerSecond()),
                Printout.number("p50_ms", asked.p50()),
                Printout.number("p99_ms", asked.p99()));
    }
}
