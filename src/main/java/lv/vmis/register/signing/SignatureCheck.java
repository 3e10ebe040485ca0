package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESAnalyzer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DefaultDocumentAnalyzer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import org.springframework.stereotype.Component;

/**
 * Looks at every signed document before it is believed, wherever it comes from: the document inside is the printed one byte by
 * byte, the signature covers it and is whole, the certificate is trusted, in force and the signatory's, and the time is one at
 * which he can have signed. Nothing is fetched from any address.
 */
@Component
class SignatureCheck {

    /** Clocks of different machines. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final Set<DigestAlgorithm> STRONG = Set.of(
            DigestAlgorithm.SHA256,
            DigestAlgorithm.SHA384,
            DigestAlgorithm.SHA512,
            DigestAlgorithm.SHA3_256,
            DigestAlgorithm.SHA3_384,
            DigestAlgorithm.SHA3_512);

    private final TrustedCertificates trusted;
    private final Clock clock;

    SignatureCheck(TrustedCertificates trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    Outcome<CheckedSignature> of(byte[] content, SignatureFormat format, DocumentToSign document) {
        return switch (format) {
            case ASICE ->
                AsicContainer.read(content)
                        .then(container -> sameDocument(container.document(), document)
                                .then(_ -> only(() -> new ASiCContainerWithXAdESAnalyzer(
                                        new InMemoryDocument(content, "signed.asice"))))
                                .then(signature -> covers(signature, container.name())))
                        .then(signature -> checked(signature, content, format, document));
            case PADES ->
                SignedPdf.read(content, document.content())
                        .then(_ -> only(() -> new PDFDocumentAnalyzer(new InMemoryDocument(content, "signed.pdf"))))
                        .then(signature -> covers(signature, content, document))
                        .then(signature -> checked(signature, content, format, document));
        };
    }

    private static Outcome<byte[]> sameDocument(byte[] inside, DocumentToSign document) {
        return Hash.of(inside).equals(document.sha256()) ? done(inside) : refused(SigningRefusal.OTHER_DOCUMENT);
    }

    /** The one signature there is, read and reckoned after. */
    private static Outcome<AdvancedSignature> only(Supplier<DefaultDocumentAnalyzer> opened) {
        List<AdvancedSignature> signatures;
        try {
            var analyzer = opened.get();
            analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
            // Without a loader: the address of a signature policy is not visited.
            analyzer.setSignaturePolicyProvider(new SignaturePolicyProvider());
            signatures = analyzer.getSignatures();
            signatures.forEach(AdvancedSignature::checkSignatureIntegrity);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return refused(SigningRefusal.SIGNATURE_UNREADABLE);
        }
        return switch (signatures.size()) {
            case 0 -> refused(SigningRefusal.NO_SIGNATURE);
            case 1 -> done(signatures.getFirst());
            default -> refused(SigningRefusal.SEVERAL_SIGNATURES, signatures.size());
        };
    }

    private static Outcome<AdvancedSignature> covers(AdvancedSignature signature, String document) {
        var references = signature.getReferenceValidations().stream()
                .filter(reference -> reference.getType() == DigestMatcherType.REFERENCE)
                .toList();
        return references.size() == 1 && isOf(references.getFirst(), document)
                ? done(signature)
                : refused(SigningRefusal.SIGNATURE_OF_ANOTHER);
    }

    /** Of the whole document: what a transformation leaves of it could be anything. */
    private static boolean isOf(ReferenceValidation reference, String document) {
        var uri = reference.getUri();
        return uri != null
                && URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8)
                        .equals(document)
                && reference.getTransformationNames().isEmpty();
    }

    private static Outcome<AdvancedSignature> covers(
            AdvancedSignature signature, byte[] content, DocumentToSign document) {
        return signature instanceof PAdESSignature pades
                        && SignedPdf.coversDocument(pades, content, document.content().length)
                ? done(signature)
                : refused(SigningRefusal.SIGNATURE_OF_ANOTHER);
    }

    private Outcome<CheckedSignature> checked(
            AdvancedSignature signature, byte[] content, SignatureFormat format, DocumentToSign document) {
        var token = signature.getSigningCertificateToken();
        if (!signature.getSignatureCryptographicVerification().isSignatureValid() || token == null) {
            return refused(SigningRefusal.SIGNATURE_BROKEN);
        }
        var weak = weak(signature);
        if (!weak.isEmpty()) {
            return refused(SigningRefusal.WEAK_ALGORITHM, weak);
        }
        var now = clock.instant();
        var time = signature.getSigningTime();
        if (time == null) {
            return refused(SigningRefusal.TIME_MISSING);
        }
        var signedAt = time.toInstant();
        var certificate = token.getCertificate();
        return inTime(signedAt, document, now)
                .then(_ -> trusted.vouchFor(
                        certificate,
                        signature.getCertificates().stream()
                                .map(each -> each.getCertificate())
                                .toList(),
                        signedAt,
                        now))
                .then(_ -> Signatory.is(certificate, document))
                .then(_ -> done(new CheckedSignature(
                        content,
                        format,
                        document.sha256(),
                        signedAt,
                        Signatory.name(certificate.getSubjectX500Principal()),
                        Signatory.name(certificate.getIssuerX500Principal()),
                        certificate.getSerialNumber().toString(16),
                        certificate.getNotAfter().toInstant())));
    }

    private static String weak(AdvancedSignature signature) {
        var used = signature.getDigestAlgorithm();
        if (used == null || !STRONG.contains(used)) {
            return used == null ? "?" : used.getName();
        }
        return signature.getReferenceValidations().stream()
                .map(ReferenceValidation::getDigest)
                .filter(digest -> digest != null && !STRONG.contains(digest.getAlgorithm()))
                .map(digest -> digest.getAlgorithm().getName())
                .findFirst()
                .orElse("");
    }

    private static Outcome<Instant> inTime(Instant signedAt, DocumentToSign document, Instant now) {
        if (signedAt.isBefore(document.signedAt().minus(APART))) {
            return refused(SigningRefusal.TIME_TOO_EARLY, shown(signedAt), shown(document.signedAt()));
        }
        return signedAt.isAfter(now.plus(APART))
                ? refused(SigningRefusal.TIME_IN_FUTURE, shown(signedAt))
                : done(signedAt);
    }

    /** The same in every language. */
    static String shown(Instant instant) {
        var local = instant.atZone(RegisterClock.RIGA);
        return "%s %02d.%02d".formatted(LatvianDates.numeric(local.toLocalDate()), local.getHour(), local.getMinute());
    }
}
