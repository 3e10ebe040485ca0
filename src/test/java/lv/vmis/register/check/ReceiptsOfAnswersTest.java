package lv.vmis.register.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.tools.ToolProvider;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Receipts of answers of the API, verified by the program that stands by itself. */
@RegisterTest
class ReceiptsOfAnswersTest {

    private static final Path PROGRAM = Path.of("verifier/VerifyReceipt.java");

    private static final Map<String, String> HEADERS = Map.of(
            "Authorization", "Bearer demo-key-of-the-state-police",
            "X-Register-Permission", "VP-2026-1",
            "X-Register-Purpose", "CRIMINAL",
            "X-Register-Case", asServersRead("VP-lieta Nr. 7 «ā»"));

    private final MockMvcTester mvc;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    ReceiptsOfAnswersTest(MockMvcTester mvc, DecisionSamples samples, JdbcClient jdbc) {
        this.mvc = mvc;
        this.samples = samples;
        this.jdbc = jdbc;
    }

    /** As the bytes of a header in UTF-8 come out of a server. */
    private static String asServersRead(String header) {
        return new String(header.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private record Answered(byte[] request, byte[] answer, String receipt) {}

    private Answered ask(String path, String body) {
        var answer = mvc.post()
                .uri(path)
                .headers(headers -> HEADERS.forEach(headers::set))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatusOk();
        var response = answer.getResponse();
        return new Answered(
                body.getBytes(StandardCharsets.UTF_8),
                response.getContentAsByteArray(),
                Objects.requireNonNull(response.getHeader("X-Register-Receipt")));
    }

    private static String somebody(int number) {
        return """
                {"document": {"number": "R%d"}, "nationality": "VNM", "birthDate": "1990-03-12"}""".formatted(number);
    }

    private String keys() throws Exception {
        var answer = mvc.get().uri("/api/v1/receipts/keys").exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    /** The program as a court would run it: from its source, in a process of its own. */
    private static int run(Path... files) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), PROGRAM.toString()));
        for (var file : files) {
            command.add(file.toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start()
                .waitFor();
    }

    private static MethodHandle verifier() throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), "--release", "17", PROGRAM.toString()))
                .isZero();
        var type = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}).loadClass("VerifyReceipt");
        return MethodHandles.lookup()
                .findStatic(
                        type,
                        "verify",
                        MethodType.methodType(String.class, String.class, String.class, byte[].class, byte[].class));
    }

    @Test
    void a_receipt_is_good_for_its_own_answer_only() throws Exception {
        var one = ask("/api/v1/checks", somebody(1));
        var other = ask("/api/v1/checks", somebody(2));
        var keys = Files.writeString(folder.resolve("keys.json"), keys());
        var receipt = Files.writeString(folder.resolve("receipt"), one.receipt() + "\n");
        var request = Files.write(folder.resolve("request"), one.request());
        var answer = Files.write(folder.resolve("answer"), one.answer());
        assertThat(run(keys, receipt, request, answer)).isZero();
        assertThat(folder.resolve("said.txt"))
                .content()
                .contains(
                        "permission VP-2026-1\n",
                        "purpose CRIMINAL\n",
                        "case VP-lieta Nr. 7 «ā»\n",
                        "request POST /api/v1/checks ",
                        "The receipt is good.");
        Files.write(answer, other.answer());
        assertThat(run(keys, receipt, request, answer)).isOne();
        assertThat(folder.resolve("said.txt")).content().contains("for another answer");
    }

    @Test
    void its_call_is_that_of_the_journal_entry() {
        var one = ask("/api/v1/checks", somebody(3));
        var entry =
                UUID.fromString(json.readTree(one.answer()).get("journalNumber").asString());
        var request = samples.reading(() -> jdbc.sql("select request from entry where id = :id")
                .param("id", entry)
                .query(UUID.class)
                .single());
        assertThat(text(one.receipt())).contains("call " + request + "\n");
    }

    @Test
    void no_changed_bit_is_accepted() throws Throwable {
        var verify = verifier();
        var keys = keys();
        var random = new Random(20261127);
        for (var one : together(5)) {
            assertThat((String) verify.invokeExact(keys, one.receipt(), one.request(), one.answer()))
                    .isEqualTo(text(one.receipt()).split("\n\n", 2)[0] + "\n");
            for (int i = 0; i < 2000; i++) {
                var receipt = one.receipt().getBytes(StandardCharsets.US_ASCII);
                var text = Base64.getUrlDecoder().decode(one.receipt());
                var request = one.request().clone();
                var answer = one.answer().clone();
                var where = random.nextInt(4);
                var changed = List.of(receipt, text, request, answer).get(where);
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                var sent = where == 1
                        ? Base64.getUrlEncoder().withoutPadding().encodeToString(text)
                        : new String(receipt, StandardCharsets.ISO_8859_1);
                assertThatThrownBy(() -> {
                            var _ = (String) verify.invokeExact(keys, sent, request, answer);
                        })
                        .as("%s %s %s", sent, new String(request, StandardCharsets.UTF_8), i)
                        .hasMessageNotContaining("Exception")
                        .extracting(thrown -> thrown.getClass().getSimpleName())
                        .isEqualTo("Refused");
            }
        }
    }

    /** Answers that leave together share a signature, whatever their number. */
    @Test
    void groups_of_any_size_verify() throws Throwable {
        var verify = verifier();
        var keys = keys();
        var sizes = new java.util.TreeSet<Integer>();
        for (int round = 0; round < 6; round++) {
            for (var one : together(1 + 7 * round)) {
                var _ = (String) verify.invokeExact(keys, one.receipt(), one.request(), one.answer());
                var leaf = text(one.receipt()).split("\nleaf ", 2)[1].split("[ \n]", 3);
                sizes.add(Integer.parseInt(leaf[1]));
            }
        }
        assertThat(sizes).hasSizeGreaterThan(1);
    }

    @Test
    void many_are_checked_at_once() {
        var checks = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            checks.add(i == 500 ? "{}" : somebody(1000 + i));
        }
        var before = entries();
        var all = ask("/api/v1/checks/batch", "{\"checks\": [" + String.join(", ", checks) + "]}");
        var answers = json.readTree(all.answer()).get("answers");
        assertThat(answers).hasSize(1000);
        assertThat(answers.get(500).get("errors").get(0).get("code").asString())
                .isEqualTo("check.refusal.nothing-asked");
        assertThat(answers.get(499).get("result").get("verdict").asString()).isEqualTo("NO_BAN");
        assertThat(entries()).isEqualTo(before + 999);
        assertThat(refused("{\"checks\": []}")).isEqualTo(422);
        assertThat(refused("{}")).isEqualTo(422);
        assertThat(refused("{\"checks\": [" + "{},".repeat(1000) + "{}]}")).isEqualTo(422);
        assertThat(refused("{\"checks\": [null]}")).isEqualTo(200);
        assertThat(refused("{\"checks\": [" + " ".repeat(2 * 1024 * 1024) + "]}"))
                .isEqualTo(413);
    }

    private int refused(String body) {
        return mvc.post()
                .uri("/api/v1/checks/batch")
                .headers(headers -> HEADERS.forEach(headers::set))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private long entries() {
        return samples.reading(() -> jdbc.sql("select count(*) from entry where operation = 'check'")
                .query(Long.class)
                .single());
    }

    private List<Answered> together(int askers) throws Exception {
        try (var pool = Executors.newFixedThreadPool(askers)) {
            var asking = new ArrayList<Callable<Answered>>();
            for (int i = 0; i < askers; i++) {
                var number = i;
                asking.add(() -> ask("/api/v1/checks", somebody(100 + number)));
            }
            var answered = new ArrayList<Answered>();
            for (var one : pool.invokeAll(asking)) {
                answered.add(one.get());
            }
            return answered;
        }
    }

    private static String text(String receipt) {
        return new String(Base64.getUrlDecoder().decode(receipt), StandardCharsets.UTF_8);
    }
}
