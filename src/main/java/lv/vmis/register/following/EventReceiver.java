package lv.vmis.register.following;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lv.vmis.register.edge.Countersign;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives events as an institution would, in demonstrations, training and tests, on this machine only: takes what the register has signed for
 * its address, once each, and has it in a file before it answers.
 */
@Component
@ConditionalOnExpression("!'${register.env:demo}'.equalsIgnoreCase('production')")
public class EventReceiver {

    /** The address that agreements name for it; the name leads nowhere (RFC 6761). */
    public static final URI ADDRESS = URI.create("https://sanemejs.invalid/notikumi");

    private static final int LONGEST = 65_536;

    private final Path file;
    private final Countersign keys;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, JsonNode> taken = new LinkedHashMap<>();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    EventReceiver(EventSettings settings, Countersign keys, Clock clock) throws IOException {
        this.file = settings.folder().resolve("events.jsonl");
        this.keys = keys;
        this.clock = clock;
        remember();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    InetSocketAddress listensAt() {
        return server.getAddress();
    }

    /** What it has taken, in the order in which it came. */
    synchronized List<JsonNode> taken() {
        return List.copyOf(taken.values());
    }

    @PreDestroy
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            var body = call.getRequestBody().readNBytes(LONGEST);
            var isGood = call.getRequestMethod().equals("POST")
                    && call.getRequestURI().getPath().equals(ADDRESS.getPath())
                    && EventSignature.isGood(ADDRESS, body, clock.instant(), keys, call.getRequestHeaders()::getFirst);
            if (isGood) {
                take(body);
            }
            call.sendResponseHeaders(isGood ? 204 : 401, -1);
        } catch (JacksonException notOne) {
            call.sendResponseHeaders(400, -1);
        }
    }

    private synchronized void take(byte[] body) throws IOException {
        var event = json.readTree(body);
        if (!taken.containsKey(event.get("id").asString())) {
            Files.writeString(
                    file, json.writeValueAsString(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            taken.put(event.get("id").asString(), event);
        }
    }

    private void remember() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            return;
        }
        // Whatever was cut off must not spoil what comes after it.
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        for (var line : Files.readAllLines(file)) {
            try {
                var event = line.isBlank() ? null : json.readTree(line);
                if (event != null) {
                    taken.put(event.get("id").asString(), event);
                }
            } catch (JacksonException cut) {
                // It was not answered, so it comes again.
            }
        }
    }
}
