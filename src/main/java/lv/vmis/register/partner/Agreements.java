package lv.vmis.register.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.vmis.register.edge.Clients;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Gathering;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door of the API: which system it is, and what its agreement opens, read anew for every call, so that all processes hold to the same. */
@Component
public class Agreements implements Clients, DisposableBean {

    private static final int MOST = 256;

    private final JdbcClient jdbc;

    private final UseCounter counter;
    private final Gathering<Shown, Optional<Client>> gathering = new Gathering<>("systems", 2, MOST, this::byAll);

    Agreements(JdbcClient jdbc, UseCounter counter) {
        this.jdbc = jdbc;
        this.counter = counter;
    }

    @Override
    public Optional<Client> byKey(String key, LocalDate day) {
        return by(Way.KEY, sha256(key), day);
    }

    @Override
    public Optional<Client> byToken(String subject, LocalDate day) {
        return by(Way.TOKEN, subject, day);
    }

    @Override
    public Optional<Client> byCertificate(X509Certificate certificate, LocalDate day) {
        return by(Way.CERTIFICATE, ClientCertificate.fingerprint(certificate), day);
    }

    /** Calls that come together are looked up together, whatever they show. */
    private Optional<Client> by(Way way, String mark, LocalDate day) {
        return gathering.ask(new Shown(way, mark, day));
    }

    private List<Optional<Client>> byAll(List<Shown> group) {
        var known = new HashMap<Integer, Client>();
        jdbc.sql(BY_ALL)
                .param("ways", group.stream().map(one -> one.way().name()).toArray(String[]::new))
                .param("marks", group.stream().map(Shown::mark).toArray(String[]::new))
                .param("days", group.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .query((RowCallbackHandler) row -> known.put(row.getInt("place"), client(row)));
        return IntStream.rangeClosed(1, group.size())
                .mapToObj(place -> Optional.ofNullable(known.get(place)))
                .toList();
    }

    /** What a call shows on a day, as it is stored. */
    private record Shown(Way way, String mark, LocalDate day) {}

    @Override
    public void destroy() {
        gathering.close();
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
                AgreementChanges.ways(row),
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

    static final String BY_ALL = """
            select s.place, c.id, c.name, a.institution, c.agreement, t.ways, t.purposes, t.services, t.attributes,
                   c.blocked_at is not null as blocked,
                   s.day >= t.valid_from and (t.valid_to is null or s.day <= t.valid_to) as in_force,
                   a.suspended_at is not null as suspended, t.per_minute, t.per_day, t.hours_from, t.hours_to, t.networks
              from unnest(cast(:ways as text[]), cast(:marks as text[]), cast(:days as date[]))
                       with ordinality s(way, mark, day, place)
              join client c on (s.way = 'KEY' and c.key_sha256 = s.mark)
                            or (s.way = 'TOKEN' and c.token_subject = s.mark)
                            or (s.way = 'CERTIFICATE' and c.certificate_sha256 = s.mark)
              join agreement a on a.number = c.agreement
              join agreement_change t on t.id = a.terms
            """;

    static final String ADD_DEMO = """
            insert into client (id, agreement, name, key_sha256, demo)
            values (:id, :agreement, :name, :key, true)
            """;
}
