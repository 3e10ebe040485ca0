package lv.vmis.register.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.stereotype.Component;

/**
 * Keys of this installation, one for each official who signs, made when he first does, in a PKCS #12 file of the data folder:
 * for a demonstration without an account at a trust service. They vouch for nobody, so production refuses them.
 */
@Component
@EnableConfigurationProperties(SigningSettings.class)
class LocalKeys {

    private static final String ISSUER = "issuer";
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int PASSWORD = 32;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final SigningSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final boolean used;

    LocalKeys(SigningSettings settings, EdgeSettings installation) {
        this.settings = settings;
        this.used = areUsed(settings.keys().strip().toLowerCase(Locale.ROOT), installation.env());
    }

    private static boolean areUsed(String keys, Environment env) {
        return switch (keys) {
            case "" -> env != Environment.PRODUCTION;
            case "none" -> false;
            case "local" -> {
                if (env == Environment.PRODUCTION) {
                    throw new InProduction();
                }
                yield true;
            }
            default -> throw new IllegalStateException("REGISTER_SIGNING_KEYS must be local or none, not " + keys);
        };
    }

    /** The key of an official, and the certificates that lead to the issuer. */
    record Key(PrivateKey secret, List<X509Certificate> chain) {}

    boolean areUsed() {
        return used;
    }

    synchronized X509Certificate issuer(Instant now) {
        return issuerKey(open(), now).chain().getFirst();
    }

    /** The official's key; made when he has none, or one whose time is over or of another name. */
    synchronized Key of(UUID account, String name, String institution, Instant now) {
        var store = open();
        var issuer = issuerKey(store, now);
        var kept = kept(store, account.toString());
        if (kept != null
                && isGood(kept, now)
                && kept.chain().getLast().equals(issuer.chain().getFirst())
                && Signatory.name(kept.chain().getFirst().getSubjectX500Principal())
                        .equals(name)) {
            return kept;
        }
        var pair = pair();
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "LV")
                .addRDN(BCStyle.O, institution)
                .addRDN(BCStyle.CN, name)
                .build();
        var end = certificate(subject, pair, issuerName(), issuer.secret(), now, YEAR, KeyUsage.nonRepudiation, false);
        var fresh = new Key(pair.getPrivate(), List.of(end, issuer.chain().getFirst()));
        keep(store, account.toString(), fresh);
        return fresh;
    }

    private Key issuerKey(KeyStore store, Instant now) {
        var kept = kept(store, ISSUER);
        if (kept != null && isGood(kept, now)) {
            return kept;
        }
        var pair = pair();
        var own = certificate(
                issuerName(),
                pair,
                issuerName(),
                pair.getPrivate(),
                now,
                YEAR.multipliedBy(10),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                true);
        var fresh = new Key(pair.getPrivate(), List.of(own));
        keep(store, ISSUER, fresh);
        return fresh;
    }

    private static boolean isGood(Key key, Instant now) {
        var certificate = key.chain().getFirst();
        return certificate.getNotBefore().toInstant().isBefore(now)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(SHORTEST));
    }

    private static X500Name issuerName() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "LV")
                .addRDN(BCStyle.CN, "Demonstration keys of the Register")
                .build();
    }

    private X509Certificate certificate(
            X500Name subject,
            KeyPair pair,
            X500Name issuer,
            PrivateKey secret,
            Instant now,
            Duration life,
            int usage,
            boolean issues) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, random).setBit(126),
                    java.util.Date.from(now.minus(SHORTEST)),
                    java.util.Date.from(now.plus(life)),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(secret)));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    private @Nullable Key kept(KeyStore store, String alias) {
        try {
            return store.getKey(alias, password()) instanceof PrivateKey secret
                    ? new Key(
                            secret,
                            Arrays.stream(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList())
                    : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the local signing keys cannot be read", damaged);
        }
    }

    private KeyStore open() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            var file = file();
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    store.load(in, password());
                }
            } else {
                store.load(null, null);
            }
            return store;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the local signing keys cannot be read", damaged);
        }
    }

    private void keep(KeyStore store, String alias, Key key) {
        try {
            store.setKeyEntry(alias, key.secret(), password(), key.chain().toArray(Certificate[]::new));
            Files.createDirectories(settings.folder());
            var fresh = Files.createTempFile(settings.folder(), "keys", ".new", OWNER_ONLY);
            try (var out = Files.newOutputStream(fresh)) {
                store.store(out, password());
            }
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The signing keys cannot be kept in " + settings.folder(), failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path file() {
        return settings.folder().resolve("keys.p12");
    }

    /** Readable by the owner of the folder only; made when first asked for. */
    private char[] password() throws IOException {
        var file = settings.secrets().resolve("signing");
        if (!Files.exists(file)) {
            Files.createDirectories(settings.secrets());
            var bytes = new byte[PASSWORD];
            random.nextBytes(bytes);
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip().toCharArray();
    }

    /** Somebody asked for keys that vouch for nobody where decisions are real. */
    static final class InProduction extends RuntimeException {
        InProduction() {
            super("Local signing keys were asked for in production");
        }
    }

    /** Says so without a stack trace, and what to do. */
    static final class Analysis extends AbstractFailureAnalyzer<InProduction> {
        @Override
        protected FailureAnalysis analyze(Throwable root, InProduction cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ", and a signature with them proves nothing.",
                    "Remove REGISTER_SIGNING_KEYS or set it to none: documents are then signed with a trust service and brought.",
                    cause);
        }
    }
}
