package lv.vmis.register.signing;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.certificate.IssueCertificate;
import lv.vmis.register.certificate.IssueExtract;
import lv.vmis.register.certificate.Recipient;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.signing.ElectronicSignature.Answer;
import lv.vmis.register.signing.ElectronicSignature.Order;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.PlainBrowser.Sent;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What beside decisions is signed electronically: follow-up decisions, certificates and extracts, each by who signed it on paper. */
@RegisterTest
class SignOtherDocumentsTest {

    private final DecisionSamples samples;
    private final SigningDesk desk;
    private final AllDocuments documents;
    private final SignedDocuments signed;
    private final ElectronicSignature local;
    private final SignatureCheck check;
    private final IssueCertificate certificates;
    private final IssueExtract extracts;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor caseworker = official("lietvede");
    private final Actor decider = official("vrs.vaditajs");

    SignOtherDocumentsTest(
            DecisionSamples samples,
            SigningDesk desk,
            AllDocuments documents,
            SignedDocuments signed,
            ElectronicSignature local,
            SignatureCheck check,
            IssueCertificate certificates,
            IssueExtract extracts,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.samples = samples;
        this.desk = desk;
        this.documents = documents;
        this.signed = signed;
        this.local = local;
        this.check = check;
        this.certificates = certificates;
        this.extracts = extracts;
        this.prepare = prepare;
        this.sign = sign;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    /** What is signed in these tests. */
    enum Paper {
        FOLLOW_UP(SignableKind.FOLLOW_UP, "vrs.vaditajs", "/follow-ups/"),
        CERTIFICATE(SignableKind.CERTIFICATE, "inspektore", "/certificates/"),
        EXTRACT(SignableKind.CERTIFICATE, "lietvede", "/certificates/");

        private final SignableKind kind;
        private final String signatory;
        private final String page;

        Paper(SignableKind kind, String signatory, String page) {
            this.kind = kind;
            this.signatory = signatory;
            this.page = page;
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_signatory_signs_it_in_both_formats(Paper paper) {
        var id = made(paper);
        var by = official(paper.signatory);
        for (var format : SignatureFormat.values()) {
            assertThat(done(signed(paper, id, format, by))).isEqualTo(paper.page + id);
            assertThat(refusals(signed(paper, id, format, by))).containsExactly("ALREADY_SIGNED");
        }

        var document = document(paper, id);
        assertThat(samples.reading(() -> signed.of(paper.kind, id))).hasSize(2).allSatisfy(one -> {
            assertThat(one.subject()).isEqualTo(by.name());
            assertThat(samples.entries(one.id(), SignDocument.class)).isEqualTo(1);
        });
        for (var format : SignatureFormat.values()) {
            var inside = samples.reading(() -> signed.content(paper.kind, id, format))
                    .orElseThrow();
            assertThat(refusals(check.of(inside, format, document))).isEmpty();
        }
        var container = samples.reading(() -> signed.content(paper.kind, id, SignatureFormat.ASICE))
                .orElseThrow();
        assertThat(SomeSignature.entries(container)).containsEntry(document.fileName(), document.content());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_else_signs_it(Paper paper) {
        var id = made(paper);
        var other = official(paper == Paper.FOLLOW_UP ? "pmlp.vaditajs" : "lietvedis");
        assertThat(refusals(signed(paper, id, SignatureFormat.ASICE, other))).containsExactly("NOT_THE_SIGNATORY");
        assertThatThrownBy(() -> signed(paper, UUID.randomUUID(), SignatureFormat.ASICE, other))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_follow_up_decision_is_signed_in_the_register_first() {
        var id = prepared();
        assertThatThrownBy(() -> signed(Paper.FOLLOW_UP, id, SignatureFormat.ASICE, decider))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void one_signed_elsewhere_is_checked_and_added_and_taken_away(Paper paper) {
        var id = made(paper);
        var other = made(paper);
        var browser = at(paper.signatory, paper, id);
        var address = "/signatures/" + paper.kind.path() + "/" + id;
        assertThat(browser.get(paper.page + id).body())
                .contains("Elektroniska paraksta nav: paraksts uz papīra", "href=\"" + address + "\"");
        assertThat(browser.get(address).body())
                .contains("href=\"" + document(paper, id).file() + "\"", "Parakstīt dokumentu elektroniski");
        assertThat(browser.bytes(document(paper, id).file()).body())
                .isEqualTo(document(paper, id).content());

        var wrong = browser.postFiles(
                address + "/file", Map.of(), List.of(new Sent("a.edoc", made(paper, other, SignatureFormat.ASICE))));
        assertThat(wrong.body()).contains("Parakstīts ir cits dokuments");
        for (var format : SignatureFormat.values()) {
            browser.get(address);
            var sent = new Sent("a." + format.path(), made(paper, id, format));
            assertThat(browser.postFiles(address + "/file", Map.of(), List.of(sent))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(browser.get(paper.page + id).body())
                .contains(address + "/edoc", address + "/pdf", "Elektroniski parakstījis")
                .doesNotContain("href=\"" + address + "\"");
        assertThat(browser.bytes(address + "/edoc").statusCode()).isEqualTo(200);
    }

    @Test
    void a_kind_is_there_only_for_those_who_sign_it() {
        var certificate = made(Paper.CERTIFICATE);
        var decision = samples.signed(order(), inspector, decider).decision();
        assertThat(at("vrs.vaditajs", Paper.CERTIFICATE, certificate)
                        .get("/signatures/certificate/" + certificate)
                        .statusCode())
                .isEqualTo(404);
        assertThat(at("inspektore", Paper.CERTIFICATE, certificate)
                        .get("/signatures/decision/" + decision)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void the_database_holds_who_signs_what(Paper paper) {
        var id = made(paper);
        var other = made(paper);
        done(signed(paper, id, SignatureFormat.ASICE, official(paper.signatory)));
        assertThatThrownBy(() -> copied(id, "signed_by = gen_random_uuid()", id))
                .hasStackTraceContaining("who signed it in the register");
        assertThatThrownBy(() -> copied(id, "signed_by = signed_by", other))
                .hasStackTraceContaining("signed_document_is_the_printed_");
        assertThat(copied(id, "signed_by = signed_by", id)).isOne();
    }

    /** The signed document once more, in the other format, with one thing changed. */
    private int copied(UUID id, String change, UUID about) {
        return samples.reading(() -> jdbc.sql("""
                        insert into signed_document (id, document_kind, document_id, document_sha256, person_id, format, origin,
                                                     content, sha256, signed_by, signed_at, certificate_subject,
                                                     certificate_issuer, certificate_serial, certificate_until, kept_by, kept_at)
                        select gen_random_uuid(), document_kind, :about, document_sha256,
                               (select person_id from follow_up where id = :about
                                union all select person_id from certificate where id = :about),
                               'PADES', origin, content, sha256, %s, signed_at, certificate_subject, certificate_issuer,
                               certificate_serial, certificate_until, kept_by, kept_at
                          from signed_document
                         where document_id = :id
                        """.formatted(change.substring(change.indexOf('=') + 2)))
                .param("id", id)
                .param("about", about)
                .update());
    }

    private UUID prepared() {
        var decision = samples.served(order(), inspector, decider);
        var input = new PrepareFollowUp.Input(
                decision, null, FollowUpKind.SUSPEND, "APL-86", today, null, null, "Iesniegta sūdzība.");
        return as(inspector, () -> done(prepare.run(input, inspector)));
    }

    private UUID made(Paper paper) {
        var by = official(paper.signatory);
        return switch (paper) {
            case FOLLOW_UP -> {
                var id = prepared();
                as(by, () -> done(sign.run(new SignFollowUp.Input(id, 0), by)));
                yield id;
            }
            case CERTIFICATE -> {
                var person = samples.open(inspector).person();
                var input = new IssueCertificate.Input(person, Recipient.PERSON, "Personas lūgums");
                yield as(by, () -> done(certificates.run(input, by)));
            }
            case EXTRACT -> {
                var person = samples.open(caseworker).person();
                var input = new IssueExtract.Input(person, Recipient.PERSON, today, null, null);
                yield as(by, () -> done(extracts.run(input, by)));
            }
        };
    }

    private DocumentToSign document(Paper paper, UUID id) {
        return samples.reading(() -> documents.find(paper.kind, id).orElseThrow());
    }

    private byte[] made(Paper paper, UUID id, SignatureFormat format) {
        var by = official(paper.signatory);
        return switch (as(by, () -> local.sign(new Order(document(paper, id), format, by)))) {
            case Answer.Signed(var content) -> content;
            case Answer.Declined(var why) -> throw new AssertionError(why);
            case Answer.Silent(var why) -> throw new AssertionError(why);
        };
    }

    private Outcome<String> signed(Paper paper, UUID id, SignatureFormat format, Actor by) {
        var form = new SignForm(UUID.randomUUID().toString(), format.path());
        return as(by, () -> desk.sign(paper.kind, id, form, today, by));
    }

    private PlainBrowser at(String login, Paper paper, UUID id) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        var person = document(paper, id).personId().toString();
        browser.get("/purpose?person=" + person);
        browser.post("/purpose", Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person, "back", "/"));
        return browser;
    }
}
