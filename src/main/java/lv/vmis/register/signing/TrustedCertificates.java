package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lv.vmis.register.kernel.Outcome;
import org.springframework.stereotype.Component;

/** The certificates all others must come from: those the installation was given, and that of the local keys where there are any. */
@Component
class TrustedCertificates {

    private final SigningSettings settings;
    private final LocalKeys keys;

    TrustedCertificates(SigningSettings settings, LocalKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** Whether the certificate comes from a trusted one and is in force: when it signed, and now, since nothing proves when that was. */
    Outcome<X509Certificate> vouchFor(
            X509Certificate certificate, List<X509Certificate> beside, Instant signedAt, Instant now) {
        var anchors = anchors(now);
        if (anchors.isEmpty()) {
            return refused(SigningRefusal.NO_TRUST);
        }
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return refused(
                    SigningRefusal.CERTIFICATE_EXPIRED,
                    SignatureCheck.shown(certificate.getNotAfter().toInstant()));
        }
        if (certificate.getNotBefore().toInstant().isAfter(signedAt)) {
            return refused(
                    SigningRefusal.CERTIFICATE_NOT_YET,
                    SignatureCheck.shown(certificate.getNotBefore().toInstant()));
        }
        return leads(certificate, beside, anchors, now)
                ? done(certificate)
                : refused(SigningRefusal.CERTIFICATE_UNTRUSTED, Signatory.name(certificate.getIssuerX500Principal()));
    }

    private static boolean leads(
            X509Certificate certificate, List<X509Certificate> beside, Set<TrustAnchor> anchors, Instant now) {
        var end = new X509CertSelector();
        end.setCertificate(certificate);
        try {
            var path = new PKIXBuilderParameters(anchors, end);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(beside)));
            path.setDate(java.util.Date.from(now));
            // Asks no address; what that costs is told in docs/operations/signing.md.
            path.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(path);
            return true;
        } catch (CertPathBuilderException untrusted) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Set<TrustAnchor> anchors(Instant now) {
        var anchors = new HashSet<TrustAnchor>();
        given().forEach(certificate -> anchors.add(new TrustAnchor(certificate, null)));
        if (keys.areUsed()) {
            anchors.add(new TrustAnchor(keys.issuer(now), null));
        }
        return anchors;
    }

    /** Read anew each time: signing is rare, and a new certificate needs no new start. */
    private List<X509Certificate> given() {
        if (settings.trusted().isBlank()) {
            return List.of();
        }
        try (var file = Files.newInputStream(Path.of(settings.trusted()))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("REGISTER_SIGNING_TRUSTED cannot be read: " + settings.trusted(), failure);
        }
    }
}
