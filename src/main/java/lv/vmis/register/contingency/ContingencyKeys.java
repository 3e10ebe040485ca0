package lv.vmis.register.contingency;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.kernel.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register's keys towards devices, sealed in the database and the same on every node, as those of receipts are. */
@Component
class ContingencyKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ContingencyKeys.class);

    private static final String SEALED_FOR = "contingency";

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContingencyKeys(JdbcClient jdbc, Seals seals, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One key signs what goes to devices, the other opens what they bring. */
    record Keys(String fingerprint, PublicKey signPublic, PublicKey sealPublic, PrivateKey sign, PrivateKey seal) {}

    private record Stored(String fingerprint, String signPublic, String sealPublic, String secret) {}

    /** The keys in use; whoever asks first makes them, and so does the first after the key of the installation has changed. */
    Keys current() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var found = stored().flatMap(this::opened);
            if (found.isPresent()) {
                return found.get();
            }
            make();
            // Another node may have made some at the same time: whichever were kept are those of all.
            return stored().flatMap(this::opened).orElseThrow();
        }));
    }

    /** What a device is told of them: it believes lists signed by the first, and seals to the second. */
    String told() {
        var keys = current();
        return Sealing.pem(keys.signPublic()) + Sealing.pem(keys.sealPublic());
    }

    private Optional<Stored> stored() {
        return jdbc.sql(IN_USE).query(Rows.of(Stored.class)).optional();
    }

    private Optional<Keys> opened(Stored stored) {
        return seals.open(SEALED_FOR, stored.secret()).map(text -> {
            var both = text.split(" ");
            try {
                return new Keys(
                        stored.fingerprint(),
                        Sealing.publicKey(Sealing.ED25519, stored.signPublic()),
                        Sealing.publicKey(Sealing.X25519, stored.sealPublic()),
                        Sealing.privateKey(Sealing.ED25519, Base64.getDecoder().decode(both[0])),
                        Sealing.privateKey(Sealing.X25519, Base64.getDecoder().decode(both[1])));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("the keys towards devices are not readable", broken);
            }
        });
    }

    private void make() {
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (jdbc.sql(RETIRE).param("now", at).update() > 0) {
            LOG.warn("The keys towards devices were sealed with another key of the installation; new ones are made");
        }
        var sign = Sealing.pair(Sealing.ED25519);
        var seal = Sealing.pair(Sealing.X25519);
        var text = Base64.getEncoder().encodeToString(sign.getPrivate().getEncoded()) + " "
                + Base64.getEncoder().encodeToString(seal.getPrivate().getEncoded());
        jdbc.sql(ADD)
                .param("fingerprint", Sealing.fingerprint(sign.getPublic(), seal.getPublic()))
                .param("sign_public", Sealing.written(sign.getPublic()))
                .param("seal_public", Sealing.written(seal.getPublic()))
                .param("secret", seals.seal(SEALED_FOR, text))
                .param("now", at)
                .update();
    }

    static final String IN_USE = """
            select fingerprint, sign_public, seal_public, secret
              from contingency_key
             where retired_at is null
            """;

    static final String RETIRE = """
            update contingency_key
               set retired_at = :now, secret = null
             where retired_at is null
            """;

    static final String ADD = """
            insert into contingency_key (fingerprint, sign_public, seal_public, secret, made_at)
            values (:fingerprint, :sign_public, :seal_public, :secret, :now)
            on conflict do nothing
            """;
}
