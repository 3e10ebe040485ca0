package lv.vmis.register.signing;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.signing.ElectronicSignature.Answer;
import lv.vmis.register.signing.ElectronicSignature.Order;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.PlainBrowser.Sent;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An official with a browser: signs a decision electronically, brings one signed elsewhere, takes one away. */
@RegisterTest
class SigningPagesTest {

    private final DecisionSamples samples;
    private final AllDocuments documents;
    private final ElectronicSignature local;
    private final JdbcClient jdbc;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    SigningPagesTest(
            DecisionSamples samples,
            AllDocuments documents,
            ElectronicSignature local,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.samples = samples;
        this.documents = documents;
        this.local = local;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void a_decision_is_signed_electronically_and_the_signed_document_taken_away() {
        var decision = decision();
        var page = "/signatures/decision/" + decision;
        var browser = at("vrs.vaditajs", decision);
        assertThat(browser.get("/decisions/" + decision).body())
                .contains("Elektroniska paraksta nav: paraksts uz papīra", "href=\"" + page + "\"");
        assertThat(browser.get(page).body())
                .contains(
                        "Parakstīt dokumentu elektroniski",
                        "demonstrācijas atslēgu",
                        "<a href=\"/decisions/" + decision + "/decision.pdf\" target=\"_blank\"");

        var answer = browser.post(page, Map.of("format", "edoc"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(PlainBrowser.location(answer)).isEqualTo("/decisions/" + decision);
        assertThat(browser.get("/decisions/" + decision).body())
                .contains("Elektroniski parakstījis: Gunta Bērziņa", page + "/edoc")
                .doesNotContain("paraksts uz papīra");
        var container = browser.bytes(page + "/edoc");
        assertThat(container.statusCode()).isEqualTo(200);
        assertThat(container.headers().firstValue("Content-Type")).hasValue("application/vnd.etsi.asic-e+zip");
        assertThat(container.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".edoc");
        assertThat(SomeSignature.entries(container.body()))
                .containsEntry(document(decision).fileName(), document(decision).content());
        assertThat(looks(decision, "signing.download")).isEqualTo(1);
        assertThat(browser.bytes(page + "/pdf").statusCode()).isEqualTo(404);
        assertThat(browser.get(page).body()).contains("PDF ar parakstu").doesNotContain("value=\"edoc\"");
    }

    @Test
    void a_document_signed_elsewhere_is_checked_and_added() {
        var decision = decision();
        var browser = at("vrs.vaditajs", decision);
        for (var format : SignatureFormat.values()) {
            var name = "parakstīts." + format.path();
            assertThat(bring(browser, decision, name, signed(decision, format)).statusCode())
                    .isEqualTo(303);
        }
        assertThat(browser.get("/signatures/decision/" + decision).body())
                .contains("Parakstīts citur un pievienots", decision + "/edoc", decision + "/pdf")
                .doesNotContain("type=\"file\"");
    }

    @Test
    void what_is_wrong_with_a_file_is_named_and_nothing_is_kept() {
        var decision = decision();
        var other = decision();
        var browser = at("vrs.vaditajs", decision);
        assertThat(bring(browser, decision, "cits.edoc", signed(other, SignatureFormat.ASICE))
                        .body())
                .contains("Parakstīts ir cits dokuments");
        assertThat(bring(browser, decision, "lēmums.pdf", document(decision).content())
                        .body())
                .contains("Dokuments nav parakstīts");
        assertThat(bring(browser, decision, "lēmums.docx", new byte[] {1}).body())
                .contains("šādu failu nepieņem. Saglabājiet to kā");
        assertThat(bring(browser, decision, "lēmums.edoc", new byte[] {1}).body())
                .contains("saturs nav „edoc” fails");
        var two = SomeSignature.entries(signed(decision, SignatureFormat.ASICE));
        two.put("otrs.txt", new byte[] {1});
        assertThat(bring(browser, decision, "divi.asice", SomeSignature.container(two))
                        .body())
                .contains("Konteinerā ir 2 dokumenti");
        var bomb = SomeSignature.entries(signed(decision, SignatureFormat.ASICE));
        bomb.put("META-INF/signatures2.xml", new byte[60 << 20]);
        assertThat(bring(browser, decision, "bumba.edoc", SomeSignature.container(bomb))
                        .body())
                .contains("saspiestais saturs ir pārāk liels");
        assertThat(bring(browser, decision, "x".repeat(300) + ".edoc", new byte[] {1})
                        .body())
                .contains("vārds ir garāks par 255 zīmēm");
        assertThat(bring(browser, decision, "x".repeat(10 << 20) + ".edoc", new byte[] {1})
                        .statusCode())
                .isBetween(400, 499);
        browser.get("/signatures/decision/" + decision);
        assertThat(browser.postFiles("/signatures/decision/" + decision + "/file", Map.of(), List.of())
                        .body())
                .contains("Izvēlieties vismaz vienu failu");
        assertThat(browser.get("/decisions/" + decision).body()).contains("paraksts uz papīra");
    }

    @Test
    void only_the_signatory_is_offered_to_sign_and_only_his_institution_to_bring() {
        var decision = decision();
        var stranger = at("pmlp.vaditajs", decision);
        assertThat(stranger.get("/signatures/decision/" + decision).body())
                .contains("Dokumentu reģistrā parakstīja Gunta Bērziņa")
                .doesNotContain("Parakstīt dokumentu elektroniski");
        assertThat(stranger.post("/signatures/decision/" + decision, Map.of("format", "edoc"))
                        .body())
                .contains("Elektroniski paraksta tā pati amatpersona");
        assertThat(bring(stranger, decision, "a.edoc", signed(decision, SignatureFormat.ASICE))
                        .body())
                .contains("parakstīto dokumentu pievieno tās amatpersona");
        assertThat(stranger.get("/signatures/letter/" + decision).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/signatures/decision/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/decisions/" + decision).body()).doesNotContain("/signatures/");
    }

    private HttpResponse<String> bring(PlainBrowser browser, UUID decision, String name, byte[] content) {
        browser.get("/signatures/decision/" + decision);
        return browser.postFiles(
                "/signatures/decision/" + decision + "/file", Map.of(), List.of(new Sent(name, content)));
    }

    private PlainBrowser at(String login, UUID decision) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        var person = document(decision).personId().toString();
        browser.get("/purpose?person=" + person);
        browser.post("/purpose", Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person, "back", "/"));
        return browser;
    }

    private UUID decision() {
        return samples.signed(order(), inspector, decider).decision();
    }

    private DocumentToSign document(UUID decision) {
        return samples.reading(
                () -> documents.find(SignableKind.RETURN_DECISION, decision).orElseThrow());
    }

    private byte[] signed(UUID decision, SignatureFormat format) {
        return switch (as(decider, () -> local.sign(new Order(document(decision), format, decider)))) {
            case Answer.Signed(var content) -> content;
            case Answer.Declined(var why) -> throw new AssertionError(why);
            case Answer.Silent(var why) -> throw new AssertionError(why);
        };
    }

    private int looks(UUID decision, String operation) {
        var person = document(decision).personId().value();
        return samples.reading(
                () -> jdbc.sql("select count(*) from entry where :person = any(persons) and operation = :operation")
                        .param("person", person)
                        .param("operation", operation)
                        .query(Integer.class)
                        .single());
    }
}
