package lv.vmis.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.training.DemoAccounts;
import lv.vmis.register.training.DemoAccounts.Demo;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Sends nonsense of every kind to every form, as every role that may use it and some that may not. */
@RegisterTest
class HostileFormsTest {

    private static final int REQUESTS = 2_400;
    private static final int AT_ONCE = 4;
    private static final Duration SLOWEST = Duration.ofSeconds(2);
    private static final String CANARY = "Kanārijputniņš";
    private static final String SCRIPT = "<script>canary()</script>";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** A wrong current password is counted, and would lock an account that other tests use. */
    private static final String COUNTED = "current";

    private final ApplicationContext application;
    private final Samples samples;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    HostileFormsTest(
            ApplicationContext application,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.application = application;
        this.samples = new Samples(jdbc, transactions);
        this.port = port;
    }

    private record Form(String address, Right right, List<String> fields) {}

    private record Visitor(Demo demo, String cookies, String token) {}

    private record Sent(String type, byte[] body) {}

    @Test
    void no_form_breaks_whatever_is_sent_to_it() {
        var seed = System.nanoTime();
        var forms = forms();
        var person = samples.person(CANARY, "Vārds", "1990-03-12", "VNM");
        var decision = samples.decision(person, java.time.LocalDate.of(2020, 1, 1));
        var ids = List.of(
                person.toString(), decision.toString(), UUID.randomUUID().toString());
        var visitors = DemoAccounts.ALL.stream().map(this::visitor).toList();
        assertThat(forms).hasSizeGreaterThan(25);

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, REQUESTS)
                    .forEach(number -> threads.execute(() -> {
                        var dice = new Random(seed + number);
                        var form = forms.get(number % forms.size());
                        attack(form, of(form, visitors, dice), ids, dice);
                    }));
        }

        assertThat(faults).as("seed %d", seed).isEmpty();
    }

    @Test
    void a_field_within_a_field_is_refused_in_words() {
        var visitors = DemoAccounts.ALL.stream().map(this::visitor).toList();
        var dice = new Random(7);
        for (var form : forms()) {
            var visitor = visitors.stream()
                    .filter(one -> one.demo().role().may(form.right()))
                    .findFirst()
                    .orElseThrow();
            var field = form.fields().isEmpty() ? "key" : one(form.fields(), dice);
            for (var name : List.of(field + ".a", field + "[0]")) {
                var path =
                        form.address().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Cookie", visitor.cookies())
                        .header("X-CSRF-TOKEN", visitor.token())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                encoded(Map.of("key", UUID.randomUUID().toString(), name, "y"))))
                        .build());
                assertThat(answer.statusCode())
                        .as("%s as %s with %s", form.address(), visitor.demo().login(), name)
                        .isEqualTo(400);
                assertThat(answer.body()).contains("<h1").doesNotContain("Exception");
            }
        }
    }

    @Test
    void an_address_that_no_page_links_to_is_refused_in_words() {
        var visitor = visitor(DemoAccounts.ALL.get(1));
        for (var address : List.of(
                "/findings/new?x=%ff",
                "/cases?before=%00",
                "/bans?territory=%00",
                "/decisions?institution=%00",
                "/decisions?after=abc",
                "/persons/abc",
                "/purpose?person=abc",
                "/reference/working-days?from=%00&days=99999999999")) {
            var answer = send(get(address, visitor));
            assertThat(answer.statusCode()).as(address).isBetween(400, 499);
            assertThat(answer.body()).as(address).contains("<h1").doesNotContain("Exception");
        }
    }

    @Test
    void an_address_that_the_server_itself_refuses_has_the_headers_too() {
        var answer = send(get("/reference/%00", visitor(DemoAccounts.ALL.get(1))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void a_form_over_the_limit_is_answered_in_words() {
        var visitor = visitor(DemoAccounts.ALL.get(1));
        var large = "circumstances=" + "a".repeat(8_000_000);
        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/findings"))
                .header("Cookie", visitor.cookies())
                .header("X-CSRF-TOKEN", visitor.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(large))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("2 MB");
    }

    private HttpRequest get(String address, Visitor visitor) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Cookie", visitor.cookies())
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void attack(Form form, Visitor visitor, List<String> ids, Random dice) {
        var id = dice.nextInt(12) == 0 ? "abc" : one(ids, dice);
        var path = form.address().replaceAll("\\{[^}]+}", id);
        var sent = sent(form, ids, dice);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Cookie", visitor.cookies())
                .header("X-CSRF-TOKEN", visitor.token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.body()));
        if (!sent.type().isEmpty()) {
            request.header("Content-Type", sent.type());
        }
        var begun = System.nanoTime();
        try {
            judge(form, visitor, sent, send(request.build()), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IllegalStateException broken) {
            faults.add("%s %s: %s".formatted(path, shown(sent), broken));
        }
    }

    private void judge(Form form, Visitor visitor, Sent sent, HttpResponse<String> answer, Duration took) {
        var body = answer.body();
        var location = PlainBrowser.location(answer);
        var problems = new ArrayList<String>();
        if (answer.statusCode() >= 500) {
            problems.add("answered " + answer.statusCode());
        }
        if (took.compareTo(SLOWEST) > 0) {
            problems.add("took " + took);
        }
        if (body.contains("\tat ") || body.contains("Exception") || body.contains("org.postgresql")) {
            problems.add("shows its inside");
        }
        if (body.contains(SCRIPT)) {
            problems.add("runs what was typed");
        }
        if (body.contains(CANARY)
                && !visitor.demo().role().may(Right.SEE_PERSON)
                && !visitor.demo().role().may(Right.SEARCH)
                && !visitor.demo().role().may(Right.CHECK)) {
            problems.add("tells a name");
        }
        if (!location.isEmpty() && !location.matches("(http://localhost:" + port + ")?/([^/\\\\].*)?")) {
            problems.add("leads to " + location);
        }
        if (!problems.isEmpty()) {
            faults.add(
                    "%s as %s %s: %s".formatted(form.address(), visitor.demo().login(), shown(sent), problems));
        }
    }

    private static Sent sent(Form form, List<String> ids, Random dice) {
        var fields = fields(form, ids, dice);
        return switch (dice.nextInt(40)) {
            case 0 -> new Sent("application/json", "{\"key\":[1,{}],\"key\":null}".getBytes(UTF_8));
            case 1 -> new Sent("text/plain", encoded(fields).getBytes(UTF_8));
            case 2 -> new Sent("", encoded(fields).getBytes(UTF_8));
            case 3 -> new Sent("application/x-www-form-urlencoded", (encoded(fields) + "&%zz=%&=&&%").getBytes(UTF_8));
            case 4 ->
                new Sent("application/x-www-form-urlencoded", (encoded(fields) + "&reason=%ff%fe").getBytes(UTF_8));
            case 5 ->
                new Sent("multipart/form-data; boundary=x", multipart(fields).getBytes(UTF_8));
            case 6 -> new Sent("multipart/form-data", multipart(fields).getBytes(UTF_8));
            case 7 -> new Sent("no such type;;;", encoded(fields).getBytes(UTF_8));
            case 8 ->
                new Sent(
                        "application/x-www-form-urlencoded; charset=no-such",
                        encoded(fields).getBytes(UTF_8));
            case 9 -> {
                var many =
                        IntStream.range(0, 1_500).mapToObj(n -> "f" + n + "=1").collect(Collectors.joining("&"));
                yield new Sent("application/x-www-form-urlencoded", (encoded(fields) + "&" + many).getBytes(UTF_8));
            }
            case 10 ->
                new Sent(
                        "application/x-www-form-urlencoded", (encoded(fields) + "&" + encoded(fields)).getBytes(UTF_8));
            default ->
                new Sent("application/x-www-form-urlencoded", encoded(fields).getBytes(UTF_8));
        };
    }

    private static Map<String, String> fields(Form form, List<String> ids, Random dice) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.fields()) {
            if (field.equals(COUNTED) || dice.nextInt(8) == 0) {
                continue;
            }
            var isKey = field.equals("key") && dice.nextInt(4) > 0;
            fields.put(field, isKey ? UUID.randomUUID().toString() : value(ids, dice));
        }
        return fields;
    }

    private static String value(List<String> ids, Random dice) {
        return switch (dice.nextInt(10)) {
            case 0 -> one(ids, dice);
            case 1 -> one(BROKEN, dice);
            case 2 -> one(NUMBERS, dice);
            case 3 -> one(PLACES, dice);
            case 4 -> dice.nextInt(30) == 0 ? "ā".repeat(400_000) : "Ņ".repeat(dice.nextInt(6_000));
            default -> one(SENSIBLE, dice);
        };
    }

    private static final List<String> BROKEN = List.of(
            "\u0000",
            "a\u0000b",
            "a\u202Eb",
            "\uFFFD",
            "\uD83D\uDE00",
            "A\u0304bele",
            "\u0007",
            "\r\nSet-Cookie: a=b",
            SCRIPT,
            "\"><img src=x onerror=" + SCRIPT,
            "' or 1=1 --",
            "%' ; drop table person; --",
            "{0} ${7*7} #{7*7}",
            "%s%n%00",
            "[]",
            "{}",
            "null");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "31",
            "1000000000",
            "99999999999999999999",
            "2147483648",
            "1e9",
            "0x10",
            "NaN",
            "٣",
            "1 000",
            "1,5");
    private static final List<String> PLACES = List.of(
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example",
            "/ {x}|^",
            "/ok?a=%zz",
            "javascript:alert(1)",
            "/%0d%0aX: y",
            "");
    private static final List<String> SENSIBLE = List.of(
            "Nguyen",
            "M",
            "P",
            "CITIZEN",
            "NON_CITIZEN",
            "LVA",
            "UTO",
            "VNM",
            "Latvija",
            "Vjetnama",
            "12.03.1990",
            "00.00.1990",
            "30.02.2020",
            "šodien",
            "31.12.9999",
            "01.01.0001",
            "REMOVAL",
            "DEPARTURE_ORDER",
            "yes",
            "DECISION",
            "FINDING",
            "INLAND",
            "BCP_ENTRY",
            "LIDOSTA_RIGA",
            "IL2002-41-1",
            "IL2002-46-1",
            "IL2002-61-1-1",
            "SIGNED",
            "VOLUNTARY",
            "lv",
            "14",
            "12",
            "1",
            "32673612345",
            "120390-12345",
            "L-2020-000001",
            "VRS-L-2020-00001",
            "INSPECTOR",
            "VRS_RIGA_IMIGRACIJA",
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
            "P<VNMNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<<<<<<<<<<\nB1234567<0VNM9003121M3001011<<<<<<<<<<<<<<00");

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String multipart(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "--x--\r\n"));
    }

    /** Mostly somebody who may, so that the form itself is reached. */
    private static Visitor of(Form form, List<Visitor> visitors, Random dice) {
        var allowed = visitors.stream()
                .filter(visitor -> visitor.demo().role().may(form.right()))
                .toList();
        return dice.nextInt(8) == 0 || allowed.isEmpty() ? one(visitors, dice) : one(allowed, dice);
    }

    private Visitor visitor(Demo demo) {
        var browser = new PlainBrowser(port);
        browser.signIn(demo.login());
        var page = browser.get("/profile").body();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).as("%s is signed in", demo.login()).isTrue();
        var cookies = browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new Visitor(demo, cookies, token.group(1));
    }

    private List<Form> forms() {
        var forms = new ArrayList<Form>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, handler) -> info.getPatternValues().stream()
                                .filter(pattern ->
                                        info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                                .filter(pattern -> !pattern.startsWith("/api/"))
                                .forEach(pattern -> forms.add(new Form(pattern, right(handler), fields(handler))))));
        forms.sort(java.util.Comparator.comparing(Form::address));
        return forms;
    }

    private static Right right(HandlerMethod handler) {
        var allow = handler.getMethodAnnotation(Allow.class);
        return allow == null ? Right.SIGNED_IN : allow.value();
    }

    /** The names of what the handler takes: its parameters, and the components of its records. */
    private static List<String> fields(HandlerMethod handler) {
        return List.copyOf(Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> parameter.getParameterType().isRecord()
                        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                                .map(RecordComponent::getName)
                        : Stream.of(Objects.requireNonNullElse(
                                handler.getMethod()
                                        .getParameters()[parameter.getParameterIndex()]
                                        .getName(),
                                "")))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static <T> T one(List<T> all, Random dice) {
        return all.get(dice.nextInt(all.size()));
    }

    private static String shown(Sent sent) {
        var body = new String(sent.body(), UTF_8);
        return "[" + sent.type() + "] " + body.substring(0, Math.min(body.length(), 700));
    }
}
