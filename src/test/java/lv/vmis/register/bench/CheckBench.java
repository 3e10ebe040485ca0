package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks by the systems of institutions, over HTTP, with their journal entries and receipts, beside calls that are let in and
 * asked nothing. The caller runs in the same process, on the same processors.
 */
final class CheckBench {

    /** Out of so many people of the register those are taken whom it knows. */
    private static final int KNOWN = 1_000_000;

    private static final int QUESTIONS = 20_000;

    /** One in so many is somebody whom the register knows. */
    private static final int ONE_IN = 20;

    private static final int QUIET = 1_000;
    private static final int MANY = 512;

    private final LargeRegister large;
    private final int connections;
    private final Duration time;

    CheckBench(LargeRegister large, int connections, Duration time) {
        this.large = large;
        this.connections = connections;
        this.time = time;
    }

    /** Milliseconds that answers took, and how many were no answer. */
    private record Taken(double[] times, int errors, double seconds) {
        double rate() {
            return times.length / seconds;
        }

        double at(double share) {
            return times.length == 0 ? Double.NaN : times[(int) (share * (times.length - 1))];
        }
    }

    void measure() throws IOException, SQLException, InterruptedException {
        large.some(40);
        try (var register = large.start()) {
            int port = LargeRegister.port(register);
            var bodies = bodies(register.getBean(JdbcClient.class)
                    .sql(COUNTRIES)
                    .query((row, _) -> row.getString("code"))
                    .set());
            IntFunction<byte[]> check = n -> bodies.get(n % bodies.size());
            var empty = Wire.request("GET", "/api/v1/access", HEADERS, new byte[0]);
            call(port, check, connections, time);
            System.out.println(
                    "| calls | connections | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            print("checks, one quiet caller", 1, quiet(port, check));
            var nothing = call(port, _ -> empty, connections, time);
            print("let in, nothing asked", connections, nothing);
            var checks = call(port, check, connections, time);
            print("checks", connections, checks);
            print("checks", MANY, call(port, check, MANY, time));
            System.out.printf(
                    Locale.ROOT,
                    "Checks come to %.0f %% of calls that ask nothing.%n",
                    100 * checks.rate() / nothing.rate());
        }
    }

    private static void print(String what, int connections, Taken taken) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.1f | %.1f | %.1f | %d |%n",
                what,
                connections,
                taken.rate(),
                taken.at(0.5),
                taken.at(0.95),
                taken.at(0.99),
                taken.errors());
    }

    private static Taken quiet(int port, IntFunction<byte[]> calls) {
        return merged(List.of(caller(port, calls, 0, 1, n -> n < QUIET)), QUIET, System.nanoTime());
    }

    private static Taken call(int port, IntFunction<byte[]> calls, int connections, Duration time)
            throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Times>>();
            for (int i = 0; i < connections; i++) {
                var from = i;
                all.add(callers.submit(() -> caller(port, calls, from, connections, _ -> System.nanoTime() < end)));
            }
            var taken = new ArrayList<Times>();
            for (var one : all) {
                try {
                    taken.add(one.get());
                } catch (java.util.concurrent.ExecutionException failed) {
                    throw new IllegalStateException(failed.getCause());
                }
            }
            return merged(taken, 0, begun);
        }
    }

    private record Times(List<Double> times, int errors) {}

    private interface Going {
        boolean on(int calls);
    }

    private static Times caller(int port, IntFunction<byte[]> calls, int from, int step, Going going) {
        var times = new ArrayList<Double>();
        int errors = 0;
        var wire = new Wire(port);
        for (int n = 0; going.on(n); n++) {
            var begun = System.nanoTime();
            try {
                var status = wire.call(calls.apply(from + n * step));
                if (status / 100 == 2) {
                    times.add((System.nanoTime() - begun) / 1e6);
                } else {
                    errors++;
                    System.err.println("answered " + status + ": " + wire.body());
                }
            } catch (IOException lost) {
                errors++;
                System.err.println("lost: " + lost);
            }
        }
        wire.close();
        return new Times(times, errors);
    }

    private static Taken merged(List<Times> all, int quiet, long begun) {
        var times = all.stream()
                .flatMap(one -> one.times().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        var seconds = quiet > 0 ? Arrays.stream(times).sum() / 1e3 : (System.nanoTime() - begun) / 1e9;
        return new Taken(times, all.stream().mapToInt(Times::errors).sum(), seconds);
    }

    private static byte[] question(byte[] body) {
        return Wire.request("POST", "/api/v1/checks", HEADERS, body);
    }

    /** What travellers are asked by; who said neither State nor date, which a check needs, is left out. */
    private static List<byte[]> bodies(Set<String> countries) {
        var border = new Border(new Population(LargeRegister.SEED));
        var json = new JsonMapper();
        var bodies = new ArrayList<byte[]>();
        for (long n = 0; bodies.size() < QUESTIONS; n++) {
            var asked = n % ONE_IN == 0 ? border.known(n, KNOWN) : border.stranger(n);
            if (asked.dob().isEmpty() || !countries.contains(asked.nat())) {
                continue;
            }
            var body = json.createObjectNode();
            if (!asked.doc().isEmpty()) {
                body.putObject("document").put("number", asked.doc());
            }
            body.put("nationality", asked.nat());
            body.put("birthDate", asked.dob());
            body.put("familyName", asked.surname().isEmpty() ? asked.name() : asked.surname());
            if (!asked.surname().isEmpty() && !asked.given().isEmpty()) {
                body.put("givenNames", asked.given());
            }
            if (!asked.sex().isEmpty()) {
                body.put("sex", asked.sex());
            }
            bodies.add(question(body.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return bodies;
    }

    private static final Map<String, String> HEADERS = Map.of(
            "Authorization", "Bearer demo-key-of-the-state-police",
            "X-Register-Permission", "VP-2026-1",
            "X-Register-Purpose", "CRIMINAL",
            "X-Register-Case", "bench",
            "Content-Type", "application/json");

    static final String COUNTRIES = """
            select code from country where not birth_only and not specimen and valid_to is null
            """;
}
