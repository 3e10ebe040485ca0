package lv.vmis.register.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a {@link StandIn} speak as docs/exchange.md says, on this machine only: a message it has had is answered as before, one that
 * comes after a later one of its person is refused, and all it heard and said is in a file before it answers.
 */
final class StandInServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandInServer.class);

    private static final int AT_ONCE = 50;

    /** A line of the file: what was heard and said, what was told, or what came of that. */
    record Kept(
            StandIn.@Nullable Heard heard,
            StandIn.@Nullable Said said,
            StandIn.@Nullable Telling told,
            StandIn.@Nullable Telling planned,
            @Nullable String taken) {}

    private final StandIn standIn;
    private final Path file;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, StandIn.Said> heard = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final List<StandIn.Telling> told = new ArrayList<>();
    private final List<StandIn.Telling> planned = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private boolean closed;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** Remembers what the file says, and listens on any free port. */
    StandInServer(StandIn standIn, Path file, Clock clock) throws IOException {
        this.standIn = standIn;
        this.file = file;
        this.clock = clock;
        remember();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets it tell the Register something by itself. */
    synchronized void tell(StandIn.Telling telling) {
        keep(new Kept(null, null, null, telling, null));
    }

    /** What came of what it told: key of the message and code. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        synchronized (this) {
            closed = true;
        }
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            var path = call.getRequestMethod() + " " + call.getRequestURI().getPath();
            switch (path) {
                case "POST /messages" -> answer(call, 200, heard(Envelope.message(body(call))));
                case "GET /messages" -> answer(call, 200, tellings(after(call)));
                case "POST /answers" -> {
                    taken(Envelope.outcome(body(call)));
                    answer(call, 204, "");
                }
                default -> answer(call, 404, "");
            }
        } catch (SAXException broken) {
            LOG.debug("Not understood", broken);
            answer(call, 400, "");
        }
    }

    private synchronized String heard(Envelope.Message message) {
        var before = heard.get(message.id());
        if (before == null) {
            var hears = new StandIn.Heard(
                    message.id(), message.person(), message.place(), message.kind(), message.body(), clock.instant());
            if (message.place() <= places.getOrDefault(message.person(), 0L)) {
                before = StandIn.Said.of(AnswerCode.REFUSED, null);
            } else {
                before = standIn.hear(hears);
                keep(new Kept(hears, before, null, null, null));
            }
        }
        return Envelope.text(new Envelope.Answer(message.id(), before.code(), before.body()));
    }

    private synchronized String tellings(int after) {
        var now = clock.instant();
        planned.stream()
                .filter(telling -> !telling.at().isAfter(now))
                .sorted(Comparator.comparing(StandIn.Telling::at))
                .toList()
                .forEach(telling -> keep(new Kept(null, null, telling, null, null)));
        var page = new ArrayList<Envelope.Telling>();
        for (var i = after; i < Math.min(told.size(), after + AT_ONCE); i++) {
            var telling = told.get(i);
            page.add(new Envelope.Telling(
                    telling.id(), String.valueOf(i + 1), telling.kind(), telling.at(), telling.body()));
        }
        return Envelope.text(page);
    }

    private synchronized void taken(Envelope.Outcome outcome) {
        var line = outcome.message() + " " + outcome.code();
        if (!taken.contains(line)) {
            keep(new Kept(null, null, null, null, line));
        }
    }

    /** What is not in the file whole never happened. */
    private void keep(Kept line) {
        if (closed) {
            throw new IllegalStateException("nobody stands in any more");
        }
        try {
            Files.writeString(
                    file, json.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        know(line);
    }

    private void know(Kept line) {
        if (line.heard() != null && line.said() != null) {
            heard.put(line.heard().id(), line.said());
            places.put(line.heard().person(), line.heard().place());
            planned.addAll(line.said().later());
        }
        if (line.planned() != null) {
            planned.add(line.planned());
        }
        if (line.told() != null) {
            told.add(line.told());
            planned.removeIf(telling -> telling.id().equals(line.told().id()));
        }
        if (line.taken() != null) {
            taken.add(line.taken());
        }
    }

    private void remember() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            return;
        }
        // Whatever was cut off must not spoil what comes after it.
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        for (var text : Files.readAllLines(file)) {
            if (text.isBlank()) {
                continue;
            }
            try {
                var line = json.readValue(text, Kept.class);
                know(line);
                if (line.heard() != null) {
                    standIn.hear(line.heard());
                }
            } catch (JacksonException cut) {
                LOG.warn("A line of {} was cut off and is left out", file, cut);
            }
        }
    }

    private static String body(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readNBytes(2 * Xml.LONGEST), StandardCharsets.UTF_8);
    }

    private static int after(HttpExchange call) throws SAXException {
        var query = call.getRequestURI().getRawQuery();
        try {
            return query == null
                    ? 0
                    : Integer.parseInt(URLDecoder.decode(query.replaceFirst("^after=", ""), StandardCharsets.UTF_8));
        } catch (NumberFormatException notOurs) {
            throw new SAXException("no cursor of ours", notOurs);
        }
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/xml; charset=utf-8");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            call.getResponseBody().write(bytes);
        }
    }
}
