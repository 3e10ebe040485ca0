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
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import lv.vmis.register.partner.AgreementSamples;
import lv.vmis.register.partner.Terms;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A receipt is completed by the proof that the journal holds its entry, verified by the program that stands by itself. */
@RegisterTest
class ReceiptProofTest {

    private static final Path PROGRAM = Path.of("verifier/VerifyReceipt.java");

    private final MockMvcTester mvc;
    private final AgreementSamples agreements;
    private final DataSource owner;
    private final String agreement;
    private final JsonMapper json = new JsonMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    ReceiptProofTest(
            MockMvcTester mvc, AgreementSamples agreements, @Qualifier("migrations") DataSource owner, Clock clock) {
        this.mvc = mvc;
        this.agreements = agreements;
        this.owner = owner;
        this.agreement = agreements.agreed(AgreementSamples.terms(LocalDate.now(clock), "CRIMINAL"));
    }

    private record Answered(byte[] request, byte[] answer, String receipt, String call) {}

    private Answered ask(String path, String body) {
        var answer = mvc.post()
                .uri(path)
                .headers(headers -> AgreementSamples.headers(agreement).forEach(headers::set))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatusOk();
        var receipt = Objects.requireNonNull(answer.getResponse().getHeader("X-Register-Receipt"));
        var text = new String(Base64.getUrlDecoder().decode(receipt), StandardCharsets.UTF_8);
        return new Answered(
                body.getBytes(StandardCharsets.UTF_8),
                answer.getResponse().getContentAsByteArray(),
                receipt,
                text.replaceFirst("(?s).*\ncall ([^\n]+)\n.*", "$1"));
    }

    private static String somebody(int number) {
        return """
                {"document": {"number": "P%d"}, "nationality": "VNM", "birthDate": "1990-03-12"}""".formatted(number);
    }

    private MvcTestResult proof(String of, String call) {
        return mvc.get()
                .uri("/api/v1/receipts/" + call + "/proof")
                .headers(headers -> AgreementSamples.headers(of).forEach(headers::set))
                .exchange();
    }

    private String proof(String call) {
        Soon.soon(() -> proof(agreement, call).getResponse().getStatus() == 200);
        return new String(proof(agreement, call).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String keys() throws Exception {
        return mvc.get().uri("/api/v1/receipts/keys").exchange().getResponse().getContentAsString();
    }

    private static int run(List<Path> files, Path proof) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), PROGRAM.toString()));
        files.forEach(file -> command.add(file.toString()));
        command.addAll(List.of("--proof", proof.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start()
                .waitFor();
    }

    @Test
    void a_proof_completes_its_own_receipt_only() throws Exception {
        var one = ask("/api/v1/checks", somebody(1));
        var other = ask("/api/v1/checks", somebody(2));
        var early = proof(agreement, other.call());
        assertThat(early.getResponse().getStatus()).isIn(200, 409);
        if (early.getResponse().getStatus() == 409) {
            assertThat(early.getResponse().getHeader("Retry-After")).isNotBlank();
        }
        var files = List.of(
                Files.writeString(folder.resolve("keys.json"), keys()),
                Files.writeString(folder.resolve("receipt"), one.receipt() + "\n"),
                Files.write(folder.resolve("request"), one.request()),
                Files.write(folder.resolve("answer"), one.answer()));
        var good = Files.writeString(folder.resolve("proof.json"), proof(one.call()));
        assertThat(run(files, good)).isZero();
        assertThat(folder.resolve("said.txt"))
                .content()
                .contains(
                        "entry "
                                + json.readTree(one.answer())
                                        .get("journalNumber")
                                        .asString() + " stands in checkpoint ",
                        "The proof is good.");
        var wrong = Files.writeString(folder.resolve("other.json"), proof(other.call()));
        assertThat(run(files, wrong)).isOne();
        assertThat(folder.resolve("said.txt")).content().contains("for another call");
        assertThat(good).content().doesNotContain("P1");
    }

    @Test
    void many_checks_of_one_call_are_proven_together() throws Throwable {
        var batch = ask(
                "/api/v1/checks/batch", "{\"checks\": [%s, %s, %s]}".formatted(somebody(3), somebody(4), somebody(5)));
        var proof = proof(batch.call());
        assertThat(json.readTree(proof).get("proofs")).hasSize(3);
        assertThat(prove(batch, proof)).hasSize(3);
        var some = json.createObjectNode();
        some.putArray("proofs").add(json.readTree(proof).get("proofs").get(0));
        assertThatThrownBy(() -> prove(batch, some.toString())).hasMessageContaining("is not proven");
    }

    @Test
    void no_changed_bit_is_accepted() throws Throwable {
        var one = ask("/api/v1/checks", somebody(6));
        var proof = json.readTree(proof(one.call())).get("proofs").get(0).asString();
        var random = new Random(20261128);
        for (int i = 0; i < 1_000; i++) {
            var text = Base64.getUrlDecoder().decode(proof);
            text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
            var sent = "{\"proofs\": [\"%s\"]}"
                    .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(text));
            assertThatThrownBy(() -> prove(one, sent))
                    .as(sent)
                    .extracting(thrown -> thrown.getClass().getSimpleName())
                    .isEqualTo("Refused");
        }
    }

    @Test
    void an_entry_that_was_changed_is_proven_no_more() throws Throwable {
        var one = ask("/api/v1/checks", somebody(7));
        assertThat(prove(one, proof(one.call()))).hasSize(1);
        var entry = json.readTree(one.answer()).get("journalNumber").asString();
        asOwner("update entry set payload = payload || '{\"verdict\": \"BAN\"}' where id = '%s'"
                .formatted(UUID.fromString(entry)));
        var proof = proof(one.call());
        assertThatThrownBy(() -> prove(one, proof)).hasMessageContaining("does not hold the entry");
        assertThatThrownBy(() -> asOwner("update journal_leaf set place = 0")).hasMessageContaining("is changed");
        assertThatThrownBy(() -> asOwner("delete from journal_checkpoint")).hasMessageContaining("is changed");
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = owner.getConnection();
                var running = connection.createStatement()) {
            connection.setAutoCommit(false);
            running.execute("select set_config('register.actor', 'test', true)");
            running.execute(statement);
            connection.commit();
        }
    }

    @Test
    void another_institution_gets_no_proof() {
        var one = ask("/api/v1/checks", somebody(8));
        proof(one.call());
        var system = Map.of(
                "Authorization",
                "Bearer " + AgreementSamples.key(foreign()),
                "X-Register-Permission",
                foreign(),
                "X-Register-Purpose",
                "CRIMINAL",
                "X-Register-Case",
                "1");
        var refused = mvc.get()
                .uri("/api/v1/receipts/" + one.call() + "/proof")
                .headers(headers -> system.forEach(headers::set))
                .exchange();
        assertThat(refused).hasStatus(404);
        assertThat(proof(agreement, UUID.randomUUID().toString())).hasStatus(404);
    }

    private static final String FOREIGN = "SVESA-" + UUID.randomUUID();

    private String foreign() {
        agreements.ofInstitution(FOREIGN, "VID_MUITA", terms());
        return FOREIGN;
    }

    private static Terms terms() {
        return AgreementSamples.terms(LocalDate.of(2026, 1, 1), "CRIMINAL");
    }

    /** What the program says, a line for each entry. */
    private List<String> prove(Answered one, String proof) throws Throwable {
        var statement = (String) method("verify", String.class, String.class, byte[].class, byte[].class)
                .invoke(keys(), one.receipt(), one.request(), one.answer());
        var said = (String) method("prove", String.class, String.class, byte[].class, String.class)
                .invoke(keys(), statement, one.answer(), proof);
        return said.lines().toList();
    }

    private static MethodHandle method(String name, Class<?>... takes) throws Exception {
        var compiled = folder.resolve("VerifyReceipt.class");
        if (!Files.exists(compiled)) {
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-d", folder.toString(), "--release", "17", PROGRAM.toString()))
                    .isZero();
        }
        var type = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}).loadClass("VerifyReceipt");
        return MethodHandles.lookup().findStatic(type, name, MethodType.methodType(String.class, takes));
    }
}
