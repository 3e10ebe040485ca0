package lv.vmis.register.partner;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The systems of institutions and what they show, as stored: of a key only its hash. */
@Component
class ClientKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int UTC = Types.TIMESTAMP_WITH_TIMEZONE;

    private final JdbcClient jdbc;

    ClientKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Those of an agreement, the ones that open first. */
    List<ClientKey> of(String agreement) {
        return jdbc.sql(OF)
                .param("agreement", agreement)
                .query(Rows.of(ClientKey.class))
                .list();
    }

    Optional<ClientKey> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(ClientKey.class)).optional();
    }

    /** Whether tokens name a system so already, or one has this certificate; also one that was revoked. */
    boolean isShown(String mark) {
        return jdbc.sql(IS_SHOWN).param("mark", mark).query(Boolean.class).single();
    }

    /** Gives a new system what it shows, or the one of this name what it does not show yet; nothing when it does. */
    Optional<UUID> add(
            String agreement,
            String name,
            @Nullable String key,
            @Nullable String subject,
            @Nullable ClientCertificate certificate,
            Actor by,
            Instant at) {
        return jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("agreement", agreement)
                .param("name", name)
                .param("key", key == null ? null : Agreements.sha256(key), Types.VARCHAR)
                .param("subject", subject, Types.VARCHAR)
                .param("sha256", certificate == null ? null : certificate.sha256(), Types.VARCHAR)
                .param("certificate", certificate == null ? null : certificate.subject(), Types.VARCHAR)
                .param("from", certificate == null ? null : certificate.from().atOffset(ZoneOffset.UTC), UTC)
                .param("to", certificate == null ? null : certificate.to().atOffset(ZoneOffset.UTC), UTC)
                .param("by", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** False when it was revoked already. */
    boolean block(UUID id, String reason, Actor by, Instant at) {
        return jdbc.sql(BLOCK)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by.account())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static final String KEYS = """
            select c.id, c.agreement, c.name, c.demo, c.key_sha256 is not null as has_key, c.token_subject,
                   c.certificate_sha256, c.certificate_subject, c.certificate_from, c.certificate_to, c.issued_at, i.name as issued_by_name, c.blocked_at, b.name as blocked_by_name,
                   c.blocked_reason
              from client c
              left join account i on i.id = c.issued_by
              left join account b on b.id = c.blocked_by
            """;

    static final String OF = KEYS + """
             where c.agreement = :agreement
             order by (c.blocked_at is not null), c.issued_at desc nulls last, c.name
            """;

    static final String FIND = KEYS + """
             where c.id = :id
            """;

    static final String IS_SHOWN = """
            select exists (select from client c where c.token_subject = :mark or c.certificate_sha256 = :mark)
            """;

    static final String ADD = """
            insert into client as known (id, agreement, name, key_sha256, token_subject, certificate_sha256, certificate_subject,
                                         certificate_from, certificate_to, issued_by, issued_at)
            values (:id, :agreement, :name, :key, :subject, :sha256, :certificate, :from, :to, :by, :at)
            on conflict (agreement, name) where blocked_at is null and issued_at is not null do update
               set key_sha256 = coalesce(known.key_sha256, excluded.key_sha256),
                   token_subject = coalesce(known.token_subject, excluded.token_subject),
                   certificate_sha256 = coalesce(known.certificate_sha256, excluded.certificate_sha256),
                   certificate_subject = coalesce(known.certificate_subject, excluded.certificate_subject),
                   certificate_from = coalesce(known.certificate_from, excluded.certificate_from),
                   certificate_to = coalesce(known.certificate_to, excluded.certificate_to)
             where num_nulls(known.key_sha256, excluded.key_sha256) > 0
               and num_nulls(known.token_subject, excluded.token_subject) > 0
               and num_nulls(known.certificate_sha256, excluded.certificate_sha256) > 0
            returning id
            """;

    static final String BLOCK = """
            update client
               set blocked_at = :at, blocked_by = :by, blocked_reason = :reason
             where id = :id and blocked_at is null
            """;
}
