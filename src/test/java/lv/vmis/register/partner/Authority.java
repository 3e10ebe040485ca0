package lv.vmis.register.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority made up for a test that issues certificates to the register and to systems. */
final class Authority {

    private final KeyPair own = pair();
    private final X500Name name;
    private final X509Certificate root;

    Authority(String name) {
        this.name = new X500Name("CN=" + name);
        root = certificate(this.name, own, Instant.now().plus(Duration.ofDays(1)), true);
    }

    /** A certificate with its key. */
    record Issued(X509Certificate certificate, PrivateKey secret) {
        String pem() {
            return Authority.pem("CERTIFICATE", encoded(certificate));
        }
    }

    Issued issue(String common) {
        return issue(common, Instant.now().plus(Duration.ofDays(1)));
    }

    Issued issue(String common, Instant until) {
        var pair = pair();
        return new Issued(certificate(new X500Name("CN=" + common), pair, until, false), pair.getPrivate());
    }

    String pem() {
        return pem("CERTIFICATE", encoded(root));
    }

    static Path write(Path folder, String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String secretPem(Issued issued) {
        return pem("PRIVATE KEY", issued.secret().getEncoded());
    }

    /** A client that trusts this authority and shows a certificate, or none. */
    SSLContext client(@Nullable Issued shown) {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("root", root);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Shown(shown)}, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Shows its certificate whoever issued it: a polite client would show none that the other side does not ask for. */
    private static final class Shown extends X509ExtendedKeyManager {

        private final @Nullable Issued shown;

        Shown(@Nullable Issued shown) {
            this.shown = shown;
        }

        @Override
        public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return shown == null ? null : "own";
        }

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return shown == null ? null : "own";
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return shown == null ? null : new X509Certificate[] {shown.certificate()};
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return shown == null ? null : shown.secret();
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }

    private X509Certificate certificate(X500Name subject, KeyPair pair, Instant until, boolean isRoot) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
                    java.util.Date.from(until.minus(Duration.ofDays(2))),
                    java.util.Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
    }
}
