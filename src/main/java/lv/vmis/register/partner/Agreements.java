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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Clients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements and the systems that call the API under them, as stored. */
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

    /** Adds the agreement and system of a demo or training installation. */
    public void addDemo(
            String number,
            String institution,
            String legalBasis,
            List<String> purposes,
            String name,
            String key,
            LocalDate from) {
        jdbc.sql(ADD_AGREEMENT)
                .param("number", number)
                .param("institution", institution)
                .param("legal_basis", legalBasis)
                .param("purposes", purposes.toArray(String[]::new))
                .param("valid_from", from)
                .update();
        jdbc.sql(ADD_CLIENT)
                .param("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .param("agreement", number)
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
                List.of((String[]) row.getArray("purposes").getArray()),
                row.getBoolean("blocked"),
                row.getBoolean("in_force"),
                row.getBoolean("suspended"),
                row.getObject("per_minute", Integer.class),
                row.getObject("per_day", Integer.class),
                row.getObject("hours_from", LocalTime.class),
                row.getObject("hours_to", LocalTime.class),
                List.of((String[]) row.getArray("networks").getArray()));
    }

    private static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static final String BY_KEY = """
            select c.id, c.name, a.institution, c.agreement, a.purposes, c.blocked_at is not null as blocked,
                   :day >= a.valid_from and (a.valid_to is null or :day <= a.valid_to) as in_force,
                   a.suspended_at is not null as suspended, a.per_minute, a.per_day, a.hours_from, a.hours_to, a.networks
              from client c
              join agreement a on a.number = c.agreement
             where c.key_sha256 = :key
            """;

    static final String ADD_AGREEMENT = """
            insert into agreement (number, institution, legal_basis, purposes, valid_from)
            values (:number, :institution, :legal_basis, :purposes, :valid_from)
            on conflict (number) do nothing
            """;

    static final String ADD_CLIENT = """
            insert into client (id, agreement, name, key_sha256, demo)
            values (:id, :agreement, :name, :key, true)
            on conflict (id) do nothing
            """;
}
