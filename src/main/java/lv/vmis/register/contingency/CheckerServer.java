package lv.vmis.register.contingency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lv.vmis.pages.StaticTemplates;
import lv.vmis.pages.Templates;
import lv.vmis.register.check.CheckAnswer;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of the program without network. It answers this machine only, and only a browser that was given its token: no page of
 * another address can ask it anything.
 */
final class CheckerServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckerServer.class);

    private static final Pattern ASSET = Pattern.compile("/assets/((?:fonts/)?[a-z0-9-]+\\.(css|svg|woff2))");
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "svg", "image/svg+xml", "woff2", "font/woff2");
    private static final int LARGEST = 1 << 16;
    private static final int TOKEN = 32;
    private static final String COOKIE = "checker";

    private final HttpServer server;
    private final CheckerDesk desk;
    private final Texts texts;
    private final Clock clock;
    private final Templates html = new StaticTemplates();
    private final String token = random();
    private String session = random();

    CheckerServer(CheckerDesk desk, Texts texts, Clock clock, int port) throws IOException {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        desk.lock();
    }

    /** What a request comes to: a page, or on to the page. */
    private record Shown(CheckForm form, @Nullable CheckAnswer answer, Mistakes mistakes) {

        static final Shown PLAIN = new Shown(CheckForm.BLANK, null, Mistakes.NONE);

        static Shown of(Outcome<?> outcome) {
            return switch (outcome) {
                case Done<?> _ -> PLAIN;
                case Refused<?>(var reasons) -> new Shown(CheckForm.BLANK, null, new Mistakes(reasons));
            };
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
                            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            answer(exchange, exchange.getRequestURI().getPath());
        } catch (RuntimeException fault) {
            LOG.error("A page could not be shown", fault);
            throw fault;
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        if (!address().equals("http://" + exchange.getRequestHeaders().getFirst("Host") + "/")) {
            send(exchange, 421, "text/plain", new byte[0]);
        } else if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, path);
        } else if (path.equals("/")) {
            page(exchange, 200, Shown.PLAIN);
        } else {
            asset(exchange, path);
        }
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        var typed = typed(exchange);
        if (!isSame(token, typed.getOrDefault("token", ""))) {
            send(exchange, 403, "text/plain", new byte[0]);
            return;
        }
        var isOpen = path.equals("/setup") || path.equals("/unlock");
        var shown = isOpen || isMine(exchange) ? done(exchange, path, typed) : Shown.PLAIN;
        if (shown.mistakes().any() || shown.answer() != null) {
            page(exchange, shown.mistakes().any() ? 422 : 200, shown);
        } else {
            exchange.getResponseHeaders().set("Location", "/");
            send(exchange, 303, "text/plain", new byte[0]);
        }
    }

    private Shown done(HttpExchange exchange, String path, Map<String, String> typed) throws IOException {
        return switch (path) {
            case "/setup" -> Shown.of(desk.setup(typed));
            case "/unlock" -> {
                var outcome = desk.unlock(typed);
                if (outcome instanceof Done<?>) {
                    session = random();
                    exchange.getResponseHeaders()
                            .set("Set-Cookie", COOKIE + "=" + session + "; HttpOnly; SameSite=Strict; Path=/");
                }
                yield Shown.of(outcome);
            }
            case "/lock" -> {
                desk.lock();
                session = random();
                yield Shown.PLAIN;
            }
            case "/reload" -> {
                desk.reload();
                yield Shown.PLAIN;
            }
            case "/check" -> checked(typed);
            default -> Shown.PLAIN;
        };
    }

    /** A check that is not on the disk is not told. */
    private Shown checked(Map<String, String> typed) {
        var form = new CheckForm(
                typed.get("mrz"),
                typed.get("number"),
                typed.get("issuer"),
                typed.get("nationality"),
                typed.get("birthDate"),
                typed.get("familyName"),
                typed.get("givenNames"),
                typed.get("sex"));
        try {
            return switch (desk.check(form, typed)) {
                case Done<CheckAnswer>(var answer) -> new Shown(CheckForm.BLANK, answer, Mistakes.NONE);
                case Refused<CheckAnswer>(var reasons) -> new Shown(form, null, new Mistakes(reasons));
            };
        } catch (IOException failure) {
            return new Shown(
                    form, null, new Mistakes(List.of(Refusal.of(ContingencyRefusal.NOT_WRITTEN, failure.toString()))));
        }
    }

    private boolean isMine(HttpExchange exchange) {
        var sent = exchange.getRequestHeaders().getFirst("Cookie");
        return desk.isUnlocked()
                && sent != null
                && List.of(sent.split("; ")).stream().anyMatch(one -> isSame(one, COOKIE + "=" + session));
    }

    private void page(HttpExchange exchange, int status, Shown shown) throws IOException {
        var view = desk.view(shown.form(), shown.answer(), isMine(exchange));
        var frame = new Frame(
                texts,
                Language.LV,
                Environment.TEST,
                null,
                "",
                "/",
                "/",
                new Frame.Csrf("token", "", token, ""),
                "",
                clock.instant(),
                false,
                null);
        send(
                exchange,
                status,
                "text/html; charset=utf-8",
                html.contingencyChecker(frame, view, shown.mistakes()).render().getBytes(StandardCharsets.UTF_8));
    }

    private static void asset(HttpExchange exchange, String path) throws IOException {
        var asked = ASSET.matcher(path);
        if (asked.matches()) {
            try (var in = CheckerServer.class.getResourceAsStream("/static/" + asked.group(1))) {
                if (in != null) {
                    send(exchange, 200, TYPES.getOrDefault(asked.group(2), "text/plain"), in.readAllBytes());
                    return;
                }
            }
        }
        send(exchange, 404, "text/plain", new byte[0]);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> typed(HttpExchange exchange) throws IOException {
        var typed = new HashMap<String, String>();
        var body = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
        for (var pair : body.split("&")) {
            var both = pair.split("=", 2);
            if (both.length == 2) {
                typed.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            }
        }
        return typed;
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        var bytes = new byte[TOKEN];
        new SecureRandom().nextBytes(bytes);
        return Sealing.base64(bytes);
    }
}
