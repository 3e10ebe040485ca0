package lv.vmis.register.partner;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The systems of institutions and their keys, as stored: of a key only its hash. */
@Component
class ClientKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

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

    /** Nothing when the agreement has a system of this name already. */
    Optional<UUID> add(String agreement, String name, String key, Actor by, Instant at) {
        return jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("agreement", agreement)
                .param("name", name)
                .param("key", Agreements.sha256(key))
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
            select c.id, c.agreement, c.name, c.demo, c.issued_at, i.name as issued_by_name, c.blocked_at, b.name as blocked_by_name,
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

    static final String ADD = """
            insert into client (id, agreement, name, key_sha256, issued_by, issued_at)
            values (:id, :agreement, :name, :key, :by, :at)
            on conflict (agreement, name) where blocked_at is null and issued_at is not null do nothing
            returning id
            """;

    static final String BLOCK = """
            update client
               set blocked_at = :at, blocked_by = :by, blocked_reason = :reason
             where id = :id and blocked_at is null
            """;
}
