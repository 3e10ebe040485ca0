package lv.vmis.register.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys that sign receipts: one in use, sealed in the database and the same on every node, and the public parts of all. */
@Component
class ReceiptKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptKeys.class);

    private static final String SEALED_FOR = "receipt";
    private static final int RAW = 32;

    /** How long a node goes on with a key that another has retired. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Clock clock;
    private final Duration life;
    private final TransactionTemplate transaction;
    private @Nullable Remembered remembered;

    /** @param days how long a key signs before another takes its place */
    ReceiptKeys(
            JdbcClient jdbc,
            Seals seals,
            Clock clock,
            @Value("${register.receipt.key-days:365}") int days,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
        this.life = Duration.ofDays(days);
        this.transaction = new TransactionTemplate(transactions);
        // A key is kept, and published, before anything is signed with it, whatever becomes of the transaction that
        // signs.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The key that signs. */
    record Key(String kid, PrivateKey secret) {}

    /** A public key, and when it signed. */
    record PublicKey(
            String kid,
            String x,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime retiredAt) {}

    private record Remembered(Key key, Instant since) {}

    private record Stored(String kid, String secret, Instant madeAt) {}

    List<PublicKey> all() {
        return Objects.requireNonNull(transaction.execute(
                _ -> jdbc.sql(ALL).query(Rows.of(PublicKey.class)).list()));
    }

    /**
     * The key in use; the first receipt makes it, and so does the first after its time is over or the key of the installation has
     * changed.
     */
    synchronized Key current() {
        var known = remembered;
        var now = clock.instant();
        if (known != null && now.isBefore(known.since().plus(REMEMBERED))) {
            return known.key();
        }
        var key = Objects.requireNonNull(transaction.execute(_ -> {
            var found = stored().filter(one -> now.isBefore(one.madeAt().plus(life)))
                    .flatMap(this::opened);
            if (found.isPresent()) {
                return found.get();
            }
            LOG.info("Receipts are signed with a new key from now on");
            make(now);
            // Another node may have made one at the same time: whichever was kept is the key of all.
            return stored().flatMap(this::opened).orElseThrow();
        }));
        remembered = new Remembered(key, now);
        return key;
    }

    private Optional<Stored> stored() {
        return jdbc.sql(IN_USE).query(Rows.of(Stored.class)).optional();
    }

    private Optional<Key> opened(Stored stored) {
        return seals.open(SEALED_FOR, stored.secret()).map(text -> {
            try {
                var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
                return new Key(stored.kid(), KeyFactory.getInstance("Ed25519").generatePrivate(secret));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("the key of receipts is not readable", broken);
            }
        });
    }

    private void make(Instant now) {
        var at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        jdbc.sql(RETIRE).param("now", at).update();
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var spki = pair.getPublic().getEncoded();
            var x = base64(Arrays.copyOfRange(spki, spki.length - RAW, spki.length));
            jdbc.sql(ADD)
                    .param("kid", thumbprint(x))
                    .param("public_key", x)
                    .param(
                            "secret",
                            seals.seal(
                                    SEALED_FOR,
                                    Base64.getEncoder()
                                            .encodeToString(pair.getPrivate().getEncoded())))
                    .param("now", at)
                    .update();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", impossible);
        }
    }

    /** RFC 7638. */
    private static String thumbprint(String x) throws GeneralSecurityException {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        return base64(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static final String ALL = """
            select kid, public_key as x, made_at, retired_at
              from receipt_key
             order by made_at desc
            """;

    static final String IN_USE = """
            select kid, secret, made_at
              from receipt_key
             where retired_at is null
            """;

    static final String RETIRE = """
            update receipt_key
               set retired_at = :now, secret = null
             where retired_at is null
            """;

    static final String ADD = """
            insert into receipt_key (kid, public_key, secret, made_at)
            values (:kid, :public_key, :secret, :now)
            on conflict do nothing
            """;
}
