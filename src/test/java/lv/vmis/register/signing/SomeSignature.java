package lv.vmis.register.signing;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.PersonId;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Signed documents as they may come, good ones and bad ones, by a trust service made up for the test. */
final class SomeSignature {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String OFFICIAL = "Gunta Bērziņa";

    private static final PdfPrinter PRINTER = new PdfPrinter();

    final KeyPair issuerPair = pair();
    final X509Certificate issuer = certificate(
            "CN=Izdevējs", issuerPair, "CN=Izdevējs", Duration.ofDays(-1000), Duration.ofDays(1000), null, true);

    static DocumentToSign decision(String text) {
        var id = UUID.randomUUID();
        return new DocumentToSign(
                SignableKind.RETURN_DECISION,
                id,
                new PersonId(UUID.randomUUID()),
                UUID.randomUUID(),
                "VRS-R-2026-00001",
                "VRS",
                UUID.randomUUID(),
                OFFICIAL,
                NOW.minus(Duration.ofHours(2)),
                "IL2002-41-1",
                print(id, text),
                "/decisions/" + id,
                "/decisions/" + id + "/decision.pdf");
    }

    static byte[] print(UUID id, String text) {
        return PRINTER.print("""
                <html xmlns="http://www.w3.org/1999/xhtml" lang="lv"><head><title>Lēmums</title>
                <meta name="description" content="Lēmums"/>
                <link rel="stylesheet" href="classpath:/pdf/document.css"/></head><body><h1>Lēmums</h1><p>%s</p></body></html>
                """.formatted(text), new PdfPrinter.Facts(id, NOW));
    }

    LocalKeys.Key key() {
        return key(OFFICIAL);
    }

    LocalKeys.Key key(String name) {
        return key(name, Duration.ofDays(-30), Duration.ofDays(300), KeyUsage.nonRepudiation);
    }

    LocalKeys.Key key(String name, Duration from, Duration to, int usage) {
        var pair = pair();
        return new LocalKeys.Key(
                pair.getPrivate(),
                List.of(
                        certificate("CN=" + name + ",O=VRS,C=LV", pair, "CN=Izdevējs", from, to, usage, false),
                        issuer));
    }

    byte[] signed(DocumentToSign document, SignatureFormat format) {
        return signed(document.content(), format, key(), NOW);
    }

    static byte[] signed(byte[] content, SignatureFormat format, LocalKeys.Key key, Instant at) {
        try {
            return LocalSignature.signed(content, "VRS-R-2026-00001.pdf", format, key, at);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The issuer's word that it has revoked no certificate. */
    byte[] nobodyRevoked() {
        try {
            var list = new X509v2CRLBuilder(new X500Name("CN=Izdevējs"), java.util.Date.from(NOW.plusSeconds(20)));
            list.setNextUpdate(java.util.Date.from(NOW.plus(Duration.ofDays(1))));
            return list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerPair.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The signed document with a time stamp, and with the proof that the certificate was not revoked. */
    byte[] lasting(byte[] signed, SignatureFormat format) throws IOException {
        var stamping = stampingKey();
        var stamps = new KeyEntityTSPSource(stamping.secret(), stamping.chain().getFirst(), stamping.chain());
        stamps.setTsaPolicy("1.2.3.4");
        stamps.setProductionTime(java.util.Date.from(NOW.plusSeconds(1)));
        stamps.setEncryptionAlgorithm(EncryptionAlgorithm.ECDSA);
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(issuer));
        var verifier = new CommonCertificateVerifier(true);
        verifier.addTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(nobodyRevoked())));
        // The list is of the day of the test, and the machine has another.
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        var document = new InMemoryDocument(signed);
        var out = new ByteArrayOutputStream();
        switch (format) {
            case ASICE -> {
                var parameters = new ASiCWithXAdESSignatureParameters();
                parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
                parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_LT);
                var service = new ASiCWithXAdESService(verifier);
                service.setTspSource(stamps);
                service.extendDocument(document, parameters).writeTo(out);
            }
            case PADES -> {
                var parameters = new PAdESSignatureParameters();
                parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
                var service = new PAdESService(verifier);
                service.setTspSource(stamps);
                service.extendDocument(document, parameters).writeTo(out);
            }
        }
        return out.toByteArray();
    }

    private LocalKeys.Key stampingKey() {
        var pair = pair();
        return new LocalKeys.Key(
                pair.getPrivate(),
                List.of(
                        certificate(
                                "CN=Laika zīmogs",
                                pair,
                                "CN=Izdevējs",
                                Duration.ofDays(-30),
                                Duration.ofDays(300),
                                KeyUsage.digitalSignature,
                                false,
                                KeyPurposeId.id_kp_timeStamping),
                        issuer));
    }

    /** What is in a container, in its order. */
    static Map<String, byte[]> entries(byte[] container) {
        var all = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }

    /** A container of these entries; the first is stored. */
    static byte[] container(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var isFirst = true;
            for (var each : entries.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                if (isFirst) {
                    var crc = new CRC32();
                    crc.update(each.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(each.getValue().length);
                    entry.setCrc(crc.getValue());
                    isFirst = false;
                }
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private X509Certificate certificate(
            String subject,
            KeyPair pair,
            String issuerName,
            Duration from,
            Duration to,
            @Nullable Integer usage,
            boolean issues,
            KeyPurposeId... purposes) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuerName),
                    BigInteger.valueOf(System.nanoTime()),
                    java.util.Date.from(NOW.plus(from)),
                    java.util.Date.from(NOW.plus(to)),
                    new X500Name(subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(usage == null ? KeyUsage.keyCertSign | KeyUsage.cRLSign : usage));
            if (purposes.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purposes));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(issuerPair.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
