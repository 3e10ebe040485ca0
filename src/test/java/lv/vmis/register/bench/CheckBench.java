package lv.vmis.register.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks by the systems of institutions, over HTTP, with their journal entries and receipts, beside calls that are let in and
 * asked nothing. The caller runs in the same process, on the same processors.
 */
final class CheckBench {

    private static final int KNOWN = 2_000;
    private static final int QUESTIONS = 20_000;

    /** One in so many is asked about with his own document; the others share names with somebody at most. */
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

    private record Somebody(String family, String given, String born, String number, String country) {}

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
        try (var register = large.start();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build()) {
            int port = LargeRegister.port(register);
            var bodies = bodies(
                    known(register.getBean(JdbcClient.class), register.getBean(PlatformTransactionManager.class)));
            IntFunction<HttpRequest> check = n -> question(port, bodies.get(n % bodies.size()));
            IntFunction<HttpRequest> access =
                    _ -> headed(port, "/api/v1/access").GET().build();
            call(client, check, connections, time);
            System.out.println(
                    "| calls | connections | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            print("checks, one quiet caller", 1, quiet(client, check));
            var empty = call(client, access, connections, time);
            print("let in, nothing asked", connections, empty);
            var checks = call(client, check, connections, time);
            print("checks", connections, checks);
            print("checks", MANY, call(client, check, MANY, time));
            System.out.printf(
                    Locale.ROOT,
                    "Checks come to %.0f %% of calls that ask nothing.%n",
                    100 * checks.rate() / empty.rate());
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

    private static Taken quiet(HttpClient client, IntFunction<HttpRequest> calls) throws InterruptedException {
        return merged(List.of(caller(client, calls, 0, 1, n -> n < QUIET)), QUIET, System.nanoTime());
    }

    private static Taken call(HttpClient client, IntFunction<HttpRequest> calls, int connections, Duration time)
            throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Times>>();
            for (int i = 0; i < connections; i++) {
                var from = i;
                all.add(callers.submit(() -> caller(client, calls, from, connections, _ -> System.nanoTime() < end)));
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

    private static Times caller(HttpClient client, IntFunction<HttpRequest> calls, int from, int step, Going going)
            throws InterruptedException {
        var times = new ArrayList<Double>();
        int errors = 0;
        for (int n = 0; going.on(n); n++) {
            var begun = System.nanoTime();
            try {
                var answer = client.send(calls.apply(from + n * step), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() / 100 == 2) {
                    times.add((System.nanoTime() - begun) / 1e6);
                } else {
                    errors++;
                }
            } catch (IOException lost) {
                errors++;
            }
        }
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

    private static HttpRequest question(int port, byte[] body) {
        return headed(port, "/api/v1/checks")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static HttpRequest.Builder headed(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer demo-key-of-the-state-police")
                .header("X-Register-Permission", "VP-2026-1")
                .header("X-Register-Purpose", "CRIMINAL")
                .header("X-Register-Case", "bench");
    }

    private static List<Somebody> known(JdbcClient jdbc, PlatformTransactionManager transactions) {
        var bench = new Actor(Ids.next(), "Bench", null, "PMLP", "PMLP", null, null, null, Ids.next());
        try {
            return Acting.as(
                    bench,
                    () -> java.util.Objects.requireNonNull(new TransactionTemplate(transactions)
                            .execute(_ -> jdbc.sql(SOMEBODY)
                                    .param("most", KNOWN)
                                    .query((row, _) -> new Somebody(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5)))
                                    .list())));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<byte[]> bodies(List<Somebody> known) {
        var random = new Random(7);
        var json = new JsonMapper();
        var bodies = new ArrayList<byte[]>();
        for (int i = 0; i < QUESTIONS; i++) {
            var one = known.get(random.nextInt(known.size()));
            var other = known.get(random.nextInt(known.size()));
            var isKnown = i % ONE_IN == 0;
            var body = json.createObjectNode();
            body.putObject("document")
                    .put("number", isKnown ? one.number() : "Q%07d".formatted(random.nextInt(10_000_000)));
            body.put("nationality", one.country());
            body.put(
                    "birthDate",
                    isKnown
                            ? one.born()
                            : "%d-%02d-%02d"
                                    .formatted(
                                            1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            body.put("familyName", one.family());
            body.put("givenNames", isKnown ? one.given() : other.given());
            bodies.add(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    static final String SOMEBODY = """
            select i.family_name, i.given_names, i.birth_date, d.number, n.country
              from (select id from return_case order by md5(id::text) limit :most) c
              join return_case r on r.id = c.id
              join lateral (select * from identity i where i.person_id = r.person_id and i.kind = 'PRIMARY' limit 1) i on true
              join lateral (select * from document d where d.person_id = r.person_id limit 1) d on true
              join lateral (select * from nationality n where n.identity_id = i.id and n.country ~ '^[A-Z]{3}$' limit 1) n on true
             where i.given_names is not null and i.birth_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and i.birth_date !~ '-00'
            """;
}
