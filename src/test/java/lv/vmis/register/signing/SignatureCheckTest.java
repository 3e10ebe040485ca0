package lv.vmis.register.signing;

import static lv.vmis.register.signing.SignatureFormat.ASICE;
import static lv.vmis.register.signing.SignatureFormat.PADES;
import static lv.vmis.register.signing.SomeSignature.NOW;
import static lv.vmis.register.signing.SomeSignature.bytes;
import static lv.vmis.register.signing.SomeSignature.container;
import static lv.vmis.register.signing.SomeSignature.decision;
import static lv.vmis.register.signing.SomeSignature.entries;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Objects;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.kernel.Outcome;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of a signed document, and what is not: each refusal names what is wrong. */
class SignatureCheckTest {

    private static final SomeSignature SERVICE = new SomeSignature();
    private static final String XML = "META-INF/signatures001.xml";

    private final DocumentToSign decision = decision("Izbraukt līdz 4. decembrim.");

    @TempDir
    private Path folder;

    private TrustedCertificates trusted = trusted("");
    private SignatureCheck check = check(trusted);

    @BeforeEach
    void trusts_the_service() throws Exception {
        var pem = folder.resolve("trusted.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(SERVICE.issuer.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        trusted = trusted(pem.toString());
        check = check(trusted);
    }

    private static TrustedCertificates trusted(String file) {
        var settings = new SigningSettings("none", file, Path.of("none"), Path.of("none"));
        return new TrustedCertificates(settings, new LocalKeys(settings, new EdgeSettings(Environment.PRODUCTION, 0)));
    }

    private static SignatureCheck check(TrustedCertificates trusted) {
        return new SignatureCheck(trusted, Clock.fixed(NOW.plusSeconds(30), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource
    void a_good_one_is_believed(SignatureFormat format) {
        var signed = SERVICE.signed(decision, format);
        switch (check.of(signed, format, decision)) {
            case Outcome.Refused<CheckedSignature>(var reasons) -> throw new AssertionError(reasons.toString());
            case Outcome.Done<CheckedSignature>(var checked) -> {
                assertThat(checked.signedAt).isEqualTo(NOW);
                assertThat(checked.subject).isEqualTo(SomeSignature.OFFICIAL);
                assertThat(checked.issuer).isEqualTo("Izdevējs");
                assertThat(checked.documentSha256).isEqualTo(decision.sha256());
            }
        }
    }

    /** As eParaksts gives it back: with a time stamp and proofs of validity behind the signature. */
    @ParameterizedTest
    @EnumSource
    void one_with_a_time_stamp_and_proofs_of_validity_is_believed(SignatureFormat format) throws Exception {
        var lasting = SERVICE.lasting(SERVICE.signed(decision, format), format);
        assertThat(lasting.length).isGreaterThan(SERVICE.signed(decision, format).length + 1_000);
        assertThat(refused(lasting, format)).isEmpty();
    }

    /** An independent judge: the whole validation of EN 319 102-1 with its usual policy. */
    @ParameterizedTest
    @EnumSource
    void the_reference_validator_believes_it_too(SignatureFormat format) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(SERVICE.issuer));
        var verifier = new CommonCertificateVerifier(true);
        verifier.addTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(SERVICE.nobodyRevoked())));
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(SERVICE.signed(decision, format)));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(java.util.Date.from(NOW.plusSeconds(30)));
        var reports = validator.validateDocument();
        var simple = reports.getSimpleReport();
        var id = Objects.requireNonNull(simple.getFirstSignatureId());
        var facts = reports.getDiagnosticData().getSignatureById(id);

        assertThat(simple.getSignaturesCount()).isEqualTo(1);
        assertThat(facts.isSignatureIntact() && facts.isSignatureValid()).isTrue();
        assertThat(facts.isBLevelTechnicallyValid()).isTrue();
        assertThat(facts.getSignatureFormat())
                .isEqualTo(format == ASICE ? SignatureLevel.XAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_B);
        assertThat(simple.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void a_container_begins_with_its_type_unpacked_and_has_its_signature_beside_the_document() {
        var signed = SERVICE.signed(decision, ASICE);
        var start = new String(signed, 0, 80, StandardCharsets.ISO_8859_1);

        assertThat(start).startsWith("PK\3\4").contains("mimetypeapplication/vnd.etsi.asic-e+zip");
        assertThat(entries(signed)).containsOnlyKeys("mimetype", "VRS-R-2026-00001.pdf", XML, "META-INF/manifest.xml");
        assertThat(entries(signed).get("VRS-R-2026-00001.pdf")).isEqualTo(decision.content());
    }

    @Test
    void a_signed_pdf_begins_with_the_printed_one() {
        assertThat(SERVICE.signed(decision, PADES)).startsWith(decision.content());
    }

    @ParameterizedTest
    @EnumSource
    void another_document_is_refused(SignatureFormat format) {
        var other = decision("Palikt.");
        assertThat(refused(SERVICE.signed(other, format), format)).isEqualTo("OTHER_DOCUMENT");
    }

    @Test
    void a_document_changed_after_signing_is_refused() {
        var parts = entries(SERVICE.signed(decision, ASICE));
        parts.replaceAll(
                (name, content) -> name.endsWith(".pdf") ? decision("Cits.").content() : content);
        assertThat(refused(container(parts), ASICE)).isEqualTo("OTHER_DOCUMENT");

        var pdf = SERVICE.signed(decision, PADES);
        var inside = pdf.clone();
        inside[decision.content().length / 2] ^= 1;
        assertThat(refused(inside, PADES)).isEqualTo("OTHER_DOCUMENT");
        // Behind the printed document: the reason of the signature.
        var at = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("/ETSI.CAdES.detached");
        pdf[at + 2] ^= 1;
        assertThat(refused(pdf, PADES)).isIn("SIGNATURE_BROKEN", "NO_SIGNATURE", "SIGNATURE_UNREADABLE");
    }

    @Test
    void a_signature_that_was_changed_is_refused() {
        assertThat(refused(changed(text -> text.replaceFirst("(<ds:SignatureValue[^>]*>)....", "$1AAAA")), ASICE))
                .isEqualTo("SIGNATURE_BROKEN");
        assertThat(refused(changed(text -> text.replace("2026-11-20T10:00:00Z", "2026-11-20T09:59:00Z")), ASICE))
                .isEqualTo("SIGNATURE_BROKEN");
    }

    @Test
    void a_pdf_with_something_added_is_refused() throws IOException {
        var signed = SERVICE.signed(decision, PADES);
        assertThat(refused(Forgeries.added(signed, Forgeries::note), PADES)).isEqualTo("PDF_CHANGED");
        assertThat(refused(Forgeries.added(signed, Forgeries::overwritten), PADES))
                .isEqualTo("PDF_CHANGED");
        // Also where it was added first and signed then: the decision was printed without.
        var before = SomeSignature.signed(
                Forgeries.added(decision.content(), Forgeries::overwritten), PADES, SERVICE.key(), NOW);
        assertThat(refused(before, PADES)).isEqualTo("PDF_CHANGED");
        var noted =
                SomeSignature.signed(Forgeries.added(decision.content(), Forgeries::note), PADES, SERVICE.key(), NOW);
        assertThat(refused(noted, PADES)).isEqualTo("PDF_CHANGED");
    }

    @Test
    void a_visible_signature_is_refused_for_what_it_could_hide() throws Exception {
        assertThat(refused(Forgeries.visible(decision, SERVICE.key()), PADES)).isEqualTo("PDF_CHANGED");
    }

    @Test
    void a_document_that_is_not_signed_is_refused() {
        assertThat(refused(decision.content(), PADES)).isEqualTo("NO_SIGNATURE");
        var bare = entries(SERVICE.signed(decision, ASICE));
        bare.remove(XML);
        assertThat(refused(container(bare), ASICE)).isIn("NO_SIGNATURE", "SIGNATURE_UNREADABLE");
    }

    @Test
    void two_documents_or_none_are_refused() {
        var two = entries(SERVICE.signed(decision, ASICE));
        two.put("pielikums.pdf", decision("Pielikums").content());
        assertThat(refused(container(two), ASICE)).isEqualTo("SEVERAL_DOCUMENTS");
        var none = entries(SERVICE.signed(decision, ASICE));
        none.remove("VRS-R-2026-00001.pdf");
        assertThat(refused(container(none), ASICE)).isEqualTo("NO_DOCUMENT");
    }

    @Test
    void two_signatures_are_refused() {
        var parts = entries(SERVICE.signed(decision, ASICE));
        parts.put(
                "META-INF/signatures002.xml",
                Objects.requireNonNull(entries(SERVICE.signed(decision, ASICE)).get(XML)));
        assertThat(refused(container(parts), ASICE)).isEqualTo("SEVERAL_SIGNATURES");
        var twice = SomeSignature.signed(SERVICE.signed(decision, PADES), PADES, SERVICE.key(), NOW);
        assertThat(refused(twice, PADES)).isEqualTo("SEVERAL_SIGNATURES");
    }

    @Test
    void a_signature_of_something_else_beside_the_document_is_refused() {
        var other = entries(SERVICE.signed(decision("Cits."), ASICE));
        var parts = entries(SERVICE.signed(decision, ASICE));
        parts.put(XML, Objects.requireNonNull(other.get(XML)));
        assertThat(refused(container(parts), ASICE)).isEqualTo("SIGNATURE_BROKEN");
        var renamed = new LinkedHashMap<String, byte[]>();
        entries(SERVICE.signed(decision, ASICE))
                .forEach((name, content) -> renamed.put(name.endsWith(".pdf") ? "cits.pdf" : name, content));
        assertThat(refused(container(renamed), ASICE)).isIn("SIGNATURE_OF_ANOTHER", "SIGNATURE_BROKEN");
    }

    @Test
    void a_container_that_programs_read_differently_is_refused() {
        var good = SERVICE.signed(decision, ASICE);
        var other = SERVICE.signed(decision("Cits."), ASICE);
        // Who reads from the beginning sees the first archive, who reads the directory the second.
        var both = new ByteArrayOutputStream();
        both.writeBytes(good);
        both.writeBytes(other);
        assertThat(refused(both.toByteArray(), ASICE)).isIn("CONTAINER_AMBIGUOUS", "CONTAINER_BROKEN");

        var text = new String(SERVICE.signed(decision, ASICE), StandardCharsets.ISO_8859_1);
        var directory = text.lastIndexOf("VRS-R-2026-00001.pdf");
        var renamed = text.substring(0, directory) + "vrs" + text.substring(directory + 3);
        assertThat(refused(renamed.getBytes(StandardCharsets.ISO_8859_1), ASICE))
                .isEqualTo("CONTAINER_AMBIGUOUS");
    }

    @Test
    void a_container_without_its_type_first_is_refused() {
        var parts = entries(SERVICE.signed(decision, ASICE));
        var type = Objects.requireNonNull(parts.remove("mimetype"));
        parts.put("mimetype", type);
        assertThat(refused(container(parts), ASICE)).isEqualTo("CONTAINER_BROKEN");
        assertThat(refused(bytes("PK\3\4 nav arhīvs"), ASICE)).isEqualTo("CONTAINER_BROKEN");
        assertThat(refused(new byte[0], ASICE)).isEqualTo("CONTAINER_BROKEN");
        var cut = SERVICE.signed(decision, ASICE);
        assertThat(refused(java.util.Arrays.copyOf(cut, cut.length / 2), ASICE)).isEqualTo("CONTAINER_BROKEN");
    }

    @Test
    void a_container_that_bursts_is_refused_before_it_does() {
        var parts = entries(SERVICE.signed(decision, ASICE));
        parts.put("META-INF/signatures009.xml", new byte[40 << 20]);
        assertThat(refused(container(parts), ASICE)).isEqualTo("CONTAINER_TOO_LARGE");
        var many = entries(SERVICE.signed(decision, ASICE));
        for (var i = 0; i < 200; i++) {
            many.put("META-INF/" + i, new byte[1]);
        }
        assertThat(refused(container(many), ASICE)).isEqualTo("CONTAINER_TOO_LARGE");
    }

    @Test
    void a_signature_with_entities_is_refused_and_no_address_is_visited() throws Exception {
        try (var visits = new Forgeries.Visits()) {
            assertThat(refused(
                            changed(text -> Forgeries.doctype(
                                    text, "<!ENTITY x SYSTEM \"http://localhost:%d/x\">".formatted(visits.port()))),
                            ASICE))
                    .isIn("SIGNATURE_UNREADABLE", "NO_SIGNATURE");
            assertThat(refused(changed(text -> Forgeries.doctype(text, Forgeries.bomb())), ASICE))
                    .isIn("SIGNATURE_UNREADABLE", "NO_SIGNATURE");
            assertThat(refused(
                            changed(text -> text.replace(
                                    "URI=\"VRS-R-2026-00001.pdf\"",
                                    "URI=\"http://localhost:%d/VRS-R-2026-00001.pdf\"".formatted(visits.port()))),
                            ASICE))
                    .isIn("SIGNATURE_OF_ANOTHER", "SIGNATURE_BROKEN");
            assertThat(visits.were()).isFalse();
        }
    }

    @Test
    void the_address_of_a_signature_policy_is_not_visited() throws Exception {
        try (var visits = new Forgeries.Visits()) {
            assertThat(refused(
                            Forgeries.underPolicy(
                                    decision, SERVICE.key(), "http://localhost:" + visits.port() + "/policy"),
                            ASICE))
                    .isEmpty();
            assertThat(visits.were()).isFalse();
        }
    }

    @Test
    void nonsense_in_a_signature_is_refused() {
        assertThat(refused(changed(text -> "<x/>"), ASICE)).isIn("SIGNATURE_UNREADABLE", "NO_SIGNATURE");
        assertThat(refused(changed(text -> text.replaceAll("(?s)<ds:X509Data>.*?</ds:X509Data>", "")), ASICE))
                .isIn("SIGNATURE_BROKEN", "SIGNATURE_UNREADABLE");
        var deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
        assertThat(refused(changed(text -> deep), ASICE)).isIn("SIGNATURE_UNREADABLE", "NO_SIGNATURE");
        var longNames = "<" + "a".repeat(10 << 20) + "/>";
        assertThat(refused(changed(text -> longNames), ASICE)).isIn("SIGNATURE_UNREADABLE", "NO_SIGNATURE");
    }

    @Test
    void a_certificate_of_an_unknown_issuer_is_refused() {
        var stranger = new SomeSignature();
        assertThat(refused(stranger.signed(decision, ASICE), ASICE)).isEqualTo("CERTIFICATE_UNTRUSTED");
        assertThat(refused(stranger.signed(decision, PADES), PADES)).isEqualTo("CERTIFICATE_UNTRUSTED");
        assertThat(refusals(check(trusted("")).of(SERVICE.signed(decision, ASICE), ASICE, decision)))
                .containsExactly("NO_TRUST");
    }

    @Test
    void a_certificate_out_of_its_time_is_refused() {
        var over = SERVICE.key(
                SomeSignature.OFFICIAL, Duration.ofDays(-30), Duration.ofSeconds(10), KeyUsage.nonRepudiation);
        assertThat(refused(signed(over), ASICE)).isEqualTo("CERTIFICATE_EXPIRED");
        var early = SERVICE.key(
                SomeSignature.OFFICIAL, Duration.ofMinutes(-10), Duration.ofDays(3), KeyUsage.nonRepudiation);
        assertThat(refused(SomeSignature.signed(decision.content(), PADES, SERVICE.key(), NOW.minusSeconds(1)), PADES))
                .isEmpty();
        assertThat(refusals(trusted.vouchFor(
                        early.chain().getFirst(), early.chain(), NOW.minus(Duration.ofMinutes(30)), NOW)))
                .containsExactly("CERTIFICATE_NOT_YET");
    }

    @Test
    void a_certificate_for_something_else_is_refused() {
        var authentication = SERVICE.key(
                SomeSignature.OFFICIAL, Duration.ofDays(-30), Duration.ofDays(30), KeyUsage.digitalSignature);
        assertThat(refused(signed(authentication), ASICE)).isEqualTo("CERTIFICATE_NOT_FOR_SIGNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GUNTA BĒRZIŅA", "BĒRZIŅA GUNTA"})
    void a_name_is_the_same_in_capitals_and_in_another_order(String name) {
        assertThat(refused(signed(SERVICE.key(name)), ASICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inese Jansone", "Gunta", "Gunta Berzina", "Gunta Bērziņa Bērziņa"})
    void the_certificate_of_somebody_else_is_refused(String name) {
        assertThat(refused(signed(SERVICE.key(name)), ASICE)).isEqualTo("OTHER_PERSON");
    }

    @Test
    void a_time_at_which_nobody_can_have_signed_is_refused() {
        var early = SomeSignature.signed(
                decision.content(), ASICE, SERVICE.key(), decision.signedAt().minus(Duration.ofMinutes(10)));
        assertThat(refused(early, ASICE)).isEqualTo("TIME_TOO_EARLY");
        var late = SomeSignature.signed(decision.content(), ASICE, SERVICE.key(), NOW.plus(Duration.ofMinutes(10)));
        assertThat(refused(late, ASICE)).isEqualTo("TIME_IN_FUTURE");
    }

    @Test
    void a_refusal_names_what_is_wrong() {
        var outcome = check.of(signed(SERVICE.key("Inese Jansone")), ASICE, decision);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.toString()).contains("Inese Jansone", SomeSignature.OFFICIAL));
    }

    private String refused(byte[] content, SignatureFormat format) {
        return String.join(" ", refusals(check.of(content, format, decision)));
    }

    private byte[] signed(LocalKeys.Key key) {
        return SomeSignature.signed(decision.content(), ASICE, key, NOW);
    }

    private interface Change {
        String of(String text);
    }

    /** A good container with its signature changed. */
    private byte[] changed(Change change) {
        var parts = entries(SERVICE.signed(decision, ASICE));
        parts.computeIfPresent(XML, (_, content) -> bytes(change.of(new String(content, StandardCharsets.UTF_8))));
        return container(parts);
    }
}
