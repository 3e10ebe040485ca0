package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Kills the application and PostgreSQL again and again, without warning, while four officials enter findings and the systems of an
 * institution check. What was acknowledged is there, once, with its journal entry; what was not is sent again under the same key and
 * has one effect. No check was answered without its journal entry.
 */
class CrashTest {

    /** {@code ./register prove crashes} kills twenty times. */
    private static final int KILLS = Integer.getInteger("proof.kills", 4);

    private static final int WRITERS = 4;

    /** {@code ./register prove crashes} has 32. */
    private static final int CHECKERS = Integer.getInteger("proof.callers", 4);
    /** So many writes are acknowledged before each kill, however slow the machine is. */
    private static final int WRITES_BETWEEN = 10;

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

    private static final Pattern JOURNAL_NUMBER = Pattern.compile("\"journalNumber\":\"([0-9a-f-]{36})\"");

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private final Random random = new Random(20261123);
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    /** The case each answered check was made for, by its journal number. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<UUID> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @Test
    void no_acknowledged_write_is_lost_or_doubled_by_kills() throws Exception {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crash-data");
        var port = RegisterProcess.freePort();
        var classPath = RegisterProcess.classPath(data);
        var app = RegisterProcess.start(data, port, classPath);
        try {
            RegisterProcess.awaitSignIn(port);
            // The demo is made up once: a stop before its institution may ask would leave it without.
            var writers = new ArrayList<Thread>();
            for (var i = 0; i < CHECKERS; i++) {
                writers.add(Thread.ofVirtual().start(() -> check(port)));
            }
            awaitMore("a first check", answered::size, 1);
            // Only an ordered stop writes the archive of classes, from which the ten starts below take half the time.
            app.destroy();
            assertThat(app.waitFor(60, TimeUnit.SECONDS)).as("the first stop").isTrue();
            app = RegisterProcess.start(data, port, classPath);
            RegisterProcess.awaitSignIn(port);
            for (var i = 0; i < WRITERS; i++) {
                writers.add(Thread.ofVirtual().start(() -> write(port)));
            }
            for (var kill = 0; kill < KILLS; kill++) {
                var checks = answered.size();
                awaitWrites(acknowledged.size() + WRITES_BETWEEN);
                awaitMore("checks go on", answered::size, checks + 1);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                // Two of each in turn: a server is killed under the application that started it and under a later one.
                if (kill % 4 < 2) {
                    app.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                    app = RegisterProcess.start(data, port, classPath);
                } else {
                    RegisterProcess.killPostgres(data);
                }
                RegisterProcess.awaitSignIn(port);
            }
            awaitWrites(acknowledged.size() + WRITES_BETWEEN);
            writing.set(false);
            for (var writer : writers) {
                writer.join(Duration.ofSeconds(60));
            }
            sendUnknownAgain(port);
            checkDatabase(data);
        } finally {
            writing.set(false);
            app.destroy();
            app.waitFor(30, TimeUnit.SECONDS);
        }
        assertThat(RegisterProcess.postmaster(data))
                .as("PostgreSQL stops with the application")
                .isEmpty();
    }

    private void awaitWrites(int count) throws InterruptedException {
        awaitMore("writes go on", acknowledged::size, count);
    }

    private static void awaitMore(String what, IntSupplier made, int count) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (made.getAsInt() < count) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void checkDatabase(Path data) throws Exception {
        try (var connection = RegisterProcess.superuser(data)) {
            var journalled = RegisterProcess.column(
                            connection, "select id || ' ' || case_ref from entry where agreement = 'VP-2026-1'")
                    .stream()
                    .map(row -> row.split(" ", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
            assertThat(journalled).as("checks and their journal entries").containsAllEntriesOf(answered);
            System.out.printf("%d kills, %d findings, %d checks%n", KILLS, acknowledged.size(), answered.size());
            var answers = RegisterProcess.column(
                    connection, "select key || ' ' || answer from submission where answer is not null");
            var stored = answers.stream()
                    .map(row -> row.split(" ", 2))
                    .collect(Collectors.toMap(row -> UUID.fromString(row[0]), row -> row[1]));
            assertThat(stored).containsAllEntriesOf(acknowledged);
            assertThat(RegisterProcess.count(connection, "select count(*) from return_case"))
                    .isEqualTo(stored.size());
            assertThat(RegisterProcess.count(connection, "select count(*) from finding"))
                    .isEqualTo(stored.size());
            assertThat(RegisterProcess.count(connection, "select count(*) from person"))
                    .isEqualTo(stored.size());
            assertThat(RegisterProcess.count(connection, "select max(right(number, 6)::int) from return_case"))
                    .isEqualTo(stored.size());
            assertThat(RegisterProcess.count(
                            connection,
                            "select count(*) from return_case c where 1 = (select count(*) from entry e"
                                    + " where e.object_id = c.id and e.kind = 'act')"))
                    .as("each case has its one journal entry")
                    .isEqualTo(stored.size());
        }
    }

    /** Asks without a pause, as a system of an institution does. */
    private void check(int port) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        while (writing.get()) {
            var ask = UUID.randomUUID().toString();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/checks"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Bearer demo-key-of-the-state-police")
                    .header("X-Register-Permission", "VP-2026-1")
                    .header("X-Register-Purpose", "CRIMINAL")
                    .header("X-Register-Case", ask)
                    .header("Content-Type", "application/json")
                    .POST(
                            HttpRequest.BodyPublishers.ofString(
                                    "{\"familyName\":\"Karimov\",\"givenNames\":\"Aziz\",\"birthDate\":\"1990-05-23\",\"nationality\":\"UZB\"}"))
                    .build();
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                var number = JOURNAL_NUMBER.matcher(answer.body());
                if (answer.statusCode() == 200 && number.find()) {
                    answered.put(number.group(1), ask);
                } else {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (IOException lost) {
                pause();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int port) {
        var client = new Official(port);
        while (writing.get()) {
            try {
                if (client.isSignedIn()) {
                    enter(client, UUID.randomUUID());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A key is unknown from the moment its form may have left; who could not even sign in has sent none. */
    private void enter(Official client, UUID key) throws InterruptedException {
        try {
            var answer = client.enterFinding(key);
            if (answer != null) {
                acknowledged.put(key, answer);
                return;
            }
        } catch (IOException lost) {
            client.forget();
        }
        unknown.add(key);
    }

    private void sendUnknownAgain(int port) throws Exception {
        var client = new Official(port);
        for (var key : unknown) {
            client.signInIfNeeded();
            var first = client.enterFinding(key);
            assertThat(first).as("a repeated form is answered").isNotNull();
            assertThat(client.enterFinding(key)).as("and has one effect").isEqualTo(first);
            acknowledged.put(key, java.util.Objects.requireNonNull(first));
        }
    }

    /** An inspector with a browser that keeps its cookie. */
    private static final class Official {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        private final String base;
        private @Nullable String csrf;

        Official(int port) {
            base = "http://127.0.0.1:" + port;
        }

        /** Signs in when needed; false while the register does not answer. */
        boolean isSignedIn() throws InterruptedException {
            try {
                signInIfNeeded();
                return true;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
                return false;
            }
        }

        void forget() {
            csrf = null;
        }

        void signInIfNeeded() throws IOException, InterruptedException {
            if (csrf != null) {
                return;
            }
            var page = get("/sign-in");
            var token = token(page);
            if (token == null) {
                throw new IOException("no sign-in page");
            }
            post("/sign-in", Map.of("login", "inspektore", "password", "demo", "_csrf", token));
            var rules = get("/rules");
            var rulesToken = token(rules);
            var version = VERSION.matcher(rules.body());
            if (rulesToken != null && version.find()) {
                post("/rules", Map.of("_csrf", rulesToken, "version", version.group(1)));
            }
            csrf = token(get("/persons"));
        }

        @Nullable
        String enterFinding(UUID key) throws IOException, InterruptedException {
            var form = new LinkedHashMap<String, String>();
            form.put("_csrf", java.util.Objects.requireNonNullElse(csrf, ""));
            form.put("key", key.toString());
            form.put("familyName", word(key.getMostSignificantBits()));
            form.put("givenNames", word(key.getLeastSignificantBits()));
            form.put("sex", "M");
            form.put("birthDate", birth(key.getLeastSignificantBits() >>> 32));
            form.put("nationality", "UZB");
            form.put("nationalityType", "CITIZEN");
            form.put("documentType", "P");
            form.put("documentNumber", key.toString().substring(0, 18));
            form.put("documentIssuer", "UZB");
            form.put("foundOn", "01.06.2026.");
            form.put("placeKind", "INLAND");
            form.put("place", "Rīga");
            form.put("circumstances", "Uzturas pēc vīzas termiņa beigām.");
            form.put("legalBasis", "IL2002-1-1-6.1");
            var answer = post("/findings", form);
            var where = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() == 303 && where.contains("/cases/")) {
                return where.substring(where.indexOf("/cases/"));
            }
            // Signed out, or the database was away: the answer is not an acknowledgement.
            csrf = null;
            return null;
        }

        /** A name that nobody else has, so that nobody is taken for somebody entered before. */
        private static String word(long bits) {
            var word = new StringBuilder();
            for (int at = 0; at < 32; at += 8) {
                word.append("bdgklmnprstvzfhc".charAt((int) (bits >>> at) & 15));
                word.append("aiuoaiueaiuoaiue".charAt((int) (bits >>> (at + 4)) & 15));
            }
            return word.toString();
        }

        /** Random names can be near one another; with the same day of birth the register would rightly ask. */
        private static String birth(long bits) {
            return "%02d.%02d.%d.".formatted(1 + (bits & 15), 1 + (bits >>> 4 & 7), 1940 + (bits >>> 7 & 63));
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private HttpResponse<String> post(String path, Map<String, String> form)
                throws IOException, InterruptedException {
            var body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static @Nullable String token(HttpResponse<String> page) {
            var found = CSRF.matcher(page.body());
            return found.find() ? found.group(1) : null;
        }
    }
}
