package lv.vmis.register.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stands between the register and another system, and spoils what passes. */
final class FaultProxy implements AutoCloseable {

    /** What it does with one exchange of HTTP. */
    enum Fault {
        NONE,
        /** The question never arrives. */
        LOSE_QUESTION,
        /** It arrives and takes effect, and the answer is lost. */
        LOSE_ANSWER,
        /** It arrives twice. */
        DUPLICATE,
        /** The answer comes when nobody waits for it any more. */
        DELAY,
        /** Half of the answer comes. */
        CUT,
        /** Something else is answered. */
        GARBAGE,
        STATUS
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(workers)
            .build();
    private final Supplier<Fault> next;
    private final Map<Fault, AtomicInteger> made = new ConcurrentHashMap<>();
    private final long delayMillis;
    private volatile URI behind;

    FaultProxy(URI behind, long delayMillis, Supplier<Fault> next) throws IOException {
        this.behind = behind;
        this.delayMillis = delayMillis;
        this.next = next;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The system is somewhere else now. */
    void turnTo(URI other) {
        behind = other;
    }

    int made(Fault fault) {
        var count = made.get(fault);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void pass(HttpExchange call) throws IOException {
        try (call) {
            var fault = next.get();
            made.computeIfAbsent(fault, _ -> new AtomicInteger()).incrementAndGet();
            var body = call.getRequestBody().readAllBytes();
            switch (fault) {
                case NONE -> answer(call, asked(call, body), 1);
                case LOSE_QUESTION -> {}
                case LOSE_ANSWER -> asked(call, body);
                case DUPLICATE -> {
                    asked(call, body);
                    answer(call, asked(call, body), 1);
                }
                case DELAY -> {
                    var answer = asked(call, body);
                    Thread.sleep(delayMillis);
                    answer(call, answer, 1);
                }
                case CUT -> answer(call, asked(call, body), 2);
                case GARBAGE -> {
                    asked(call, body);
                    var text = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><answer>&y;</answer>"
                            .getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(200, text.length);
                    call.getResponseBody().write(text);
                }
                case STATUS -> {
                    asked(call, body);
                    call.sendResponseHeaders(503, -1);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> asked(HttpExchange call, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(behind + call.getRequestURI().toString()))
                .method(call.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** @param part says what part of the answer it gives */
    private static void answer(HttpExchange call, HttpResponse<byte[]> response, int part) throws IOException {
        var bytes = response.body();
        call.sendResponseHeaders(response.statusCode(), bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes, 0, bytes.length / part);
        call.getResponseBody().flush();
    }
}
