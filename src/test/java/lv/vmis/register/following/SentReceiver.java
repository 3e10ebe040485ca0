package lv.vmis.register.following;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receiver of an institution over real HTTP that breaks down as it is told. It verifies by what docs/events.md says, written once more, with
 * the published keys.
 */
final class SentReceiver implements AutoCloseable {

    /** What it does with one call. */
    enum Mood {
        TAKES,
        /** It takes, and breaks down before it has answered. */
        TAKES_AND_LOSES_ANSWER,
        /** It breaks down before it has taken anything. */
        BREAKS_DOWN,
        TURNS_AWAY,
        REDIRECTS,
        /** It takes, and answers when nobody waits any more. */
        SLEEPS
    }

    private final JsonMapper json = new JsonMapper();
    private final String keys;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    final List<JsonNode> came = new ArrayList<>();
    final Map<Mood, AtomicInteger> made = new ConcurrentHashMap<>();
    private final List<String> unsigned = new ArrayList<>();
    private volatile Supplier<Mood> mood = () -> Mood.TAKES;
    private int port;
    private @Nullable HttpServer server;

    /** @param keys what /api/v1/receipts/keys answers */
    SentReceiver(String keys) throws IOException {
        this.keys = keys;
        up();
    }

    void mood(Supplier<Mood> next) {
        mood = next;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/events?of=police";
    }

    /** Is there again, at the same address; what it took it still has. */
    void up() throws IOException {
        var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        made.setExecutor(workers);
        made.createContext("/", this::serve);
        made.start();
        port = made.getAddress().getPort();
        server = made;
    }

    void down() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public void close() {
        down();
        workers.shutdownNow();
    }

    /** All that was taken, each when it came first. */
    synchronized List<JsonNode> taken() {
        var seen = new java.util.HashSet<String>();
        return came.stream()
                .filter(event -> seen.add(event.get("id").asString()))
                .toList();
    }

    synchronized int calls() {
        return came.size();
    }

    /** How often it broke down, or did not answer as one who takes. */
    int broken() {
        return made.entrySet().stream()
                .filter(one -> one.getKey() != Mood.TAKES)
                .mapToInt(one -> one.getValue().get())
                .sum();
    }

    synchronized List<String> unsigned() {
        return List.copyOf(unsigned);
    }

    private void serve(HttpExchange call) throws IOException {
        var now = mood.get();
        made.computeIfAbsent(now, _ -> new AtomicInteger()).incrementAndGet();
        var body = call.getRequestBody().readAllBytes();
        try (call) {
            switch (now) {
                case TAKES -> {
                    take(call, body);
                    call.sendResponseHeaders(204, -1);
                }
                case TAKES_AND_LOSES_ANSWER -> take(call, body);
                case BREAKS_DOWN -> {}
                case TURNS_AWAY -> call.sendResponseHeaders(503, -1);
                case REDIRECTS -> {
                    call.getResponseHeaders().set("Location", address() + "&again");
                    call.sendResponseHeaders(307, -1);
                }
                case SLEEPS -> {
                    take(call, body);
                    Thread.sleep(1_500);
                    call.sendResponseHeaders(204, -1);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(HttpExchange call, byte[] body) {
        var target = "http://127.0.0.1:" + port + call.getRequestURI();
        if (isSigned(call, target, body)) {
            came.add(json.readTree(body));
        } else {
            unsigned.add(new String(body, StandardCharsets.UTF_8));
        }
    }

    private boolean isSigned(HttpExchange call, String target, byte[] body) {
        try {
            var input = call.getRequestHeaders().getFirst("Signature-Input").substring("register=".length());
            var digest = "sha-512=:"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-512").digest(body)) + ":";
            var base =
                    "\"@method\": " + call.getRequestMethod() + "\n\"@target-uri\": " + target + "\n\"content-type\": "
                            + call.getRequestHeaders().getFirst("Content-Type") + "\n\"content-digest\": " + digest
                            + "\n\"@signature-params\": " + input;
            var kid = input.replaceFirst(".*;keyid=\"([^\"]+)\".*", "$1");
            var signature = call.getRequestHeaders().getFirst("Signature");
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key(kid)));
            ed25519.update(base.getBytes(StandardCharsets.US_ASCII));
            return digest.equals(call.getRequestHeaders().getFirst("Content-Digest"))
                    && ed25519.verify(Base64.getDecoder()
                            .decode(signature.substring("register=:".length(), signature.length() - 1)));
        } catch (Exception broken) {
            return false;
        }
    }

    private EdECPublicKeySpec key(String kid) {
        for (var key : json.readTree(keys).get("keys")) {
            if (key.get("kid").asString().equals(kid)) {
                var x = Base64.getUrlDecoder().decode(key.get("x").asString());
                var y = new byte[x.length];
                for (int i = 0; i < x.length; i++) {
                    y[i] = x[x.length - 1 - i];
                }
                var isOdd = y[0] < 0;
                y[0] &= 0x7f;
                return new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(isOdd, new BigInteger(1, y)));
            }
        }
        throw new IllegalStateException("no such key");
    }
}
