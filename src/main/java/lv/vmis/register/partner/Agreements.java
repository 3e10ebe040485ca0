package lv.vmis.register.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Clients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door of the API: what the key of a system opens, read anew for every call, so that all processes hold to the same. */
@Component
public class Agreements implements Clients {

    private final JdbcClient jdbc;

    private final UseCounter counter;

    Agreements(JdbcClient jdbc, UseCounter counter) {
        this.jdbc = jdbc;
        this.counter = counter;
    }

    @Override
    public Optional<Client> byKey(String key, LocalDate day) {
        return jdbc.sql(BY_KEY)
                .param("key", sha256(key))
                .param("day", day)
                .query((row, _) -> client(row))
                .optional();
    }

    @Override
    public Optional<Beyond> count(Client client, String purpose, int questions, Instant now) {
        return counter.count(client, purpose, questions, now);
    }

    /** Adds the system of a demo or training installation, whose key everybody may know. */
    public void addDemo(String agreement, String name, String key) {
        jdbc.sql(ADD_DEMO)
                .param("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .param("agreement", agreement)
                .param("name", name)
                .param("key", sha256(key))
                .update();
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("institution"),
                row.getString("agreement"),
                AgreementChanges.texts(row, "purposes"),
                AgreementChanges.services(row),
                AgreementChanges.attributes(row),
                row.getBoolean("blocked"),
                row.getBoolean("in_force"),
                row.getBoolean("suspended"),
                row.getObject("per_minute", Integer.class),
                row.getObject("per_day", Integer.class),
                row.getObject("hours_from", LocalTime.class),
                row.getObject("hours_to", LocalTime.class),
                AgreementChanges.texts(row, "networks"));
    }

    static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static final String BY_KEY = """
            select c.id, c.name, a.institution, c.agreement, t.purposes, t.services, t.attributes, c.blocked_at is not null as blocked,
                   :day >= t.valid_from and (t.valid_to is null or :day <= t.valid_to) as in_force,
                   a.suspended_at is not null as suspended, t.per_minute, t.per_day, t.hours_from, t.hours_to, t.networks
              from client c
              join agreement a on a.number = c.agreement
              join agreement_change t on t.id = a.terms
             where c.key_sha256 = :key
            """;

    static final String ADD_DEMO = """
            insert into client (id, agreement, name, key_sha256, demo)
            values (:id, :agreement, :name, :key, true)
            """;
}
