package lv.vmis.register.contingency;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices and the lists they got, as stored. */
@Component
class Devices {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in use first. */
    List<Device> all() {
        return jdbc.sql(ALL).query(Rows.of(Device.class)).list();
    }

    Optional<Device> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Device.class)).optional();
    }

    Optional<Device> withFingerprint(String fingerprint) {
        return jdbc.sql(WITH_FINGERPRINT)
                .param("fingerprint", fingerprint)
                .query(Rows.of(Device.class))
                .optional();
    }

    /** Whoever issues to a device, or enters what it brings, does so one after another. */
    void lock(UUID id) {
        jdbc.sql(LOCK).param("id", id).query(UUID.class).single();
    }

    boolean isNameTaken(String name) {
        return jdbc.sql(NAME_TAKEN).param("name", name).query(Boolean.class).single();
    }

    void add(UUID id, RegisterDevice.Input in, String fingerprint, String publicKey, Actor by, Instant at) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("name", in.name())
                .param("unit", in.unit())
                .param("fingerprint", fingerprint)
                .param("public_key", publicKey)
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when it was revoked already. */
    boolean revoke(UUID id, String reason, Actor by, Instant at) {
        return jdbc.sql(REVOKE)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by.account())
                        .param("by_name", by.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The newest first. */
    List<IssuedList> lists(UUID device) {
        return jdbc.sql(LISTS)
                .param("device", device)
                .param("most", SHOWN)
                .query(Rows.of(IssuedList.class))
                .list();
    }

    void issued(UUID id, UUID device, ListHeader header, ListRows.Told told, String digest, long horizon, Actor by) {
        jdbc.sql(ISSUED)
                .param("id", id)
                .param("device", device)
                .param("number", header.number())
                .param("since", since(header), java.sql.Types.INTEGER)
                .param("persons", told.persons())
                .param("gone", told.gone())
                .param("digest", digest)
                .param("made_at", header.madeAt().atOffset(ZoneOffset.UTC))
                .param("valid_until", header.until().atOffset(ZoneOffset.UTC))
                .param("horizon", horizon)
                .param("by", by.account())
                .param("by_name", by.name())
                .update();
    }

    private static @Nullable Integer since(ListHeader header) {
        return header.since() == null ? null : header.since().number();
    }

    private static final String DEVICES = """
            select d.id, d.name, d.unit, d.fingerprint, d.public_key, d.registered_name, d.registered_at, d.revoked_name,
                   d.revoked_at, d.revoked_reason,
                   (select count(*) from contingency_list l where l.device_id = d.id)::integer as lists,
                   (select max(l.valid_until) from contingency_list l where l.device_id = d.id) as last_until
              from contingency_device d
            """;

    static final String ALL = DEVICES + """
             order by (d.revoked_at is not null), d.name, d.registered_at
            """;

    static final String FIND = DEVICES + """
             where d.id = :id
            """;

    static final String WITH_FINGERPRINT = DEVICES + """
             where d.fingerprint = :fingerprint
            """;

    static final String LOCK = """
            select id from contingency_device where id = :id for update
            """;

    static final String NAME_TAKEN = """
            select exists (select 1 from contingency_device where name = :name and revoked_at is null)
            """;

    static final String ADD = """
            insert into contingency_device (id, name, unit, fingerprint, public_key, registered_by, registered_name, registered_at)
            values (:id, :name, :unit, :fingerprint, :public_key, :by, :by_name, :at)
            """;

    static final String REVOKE = """
            update contingency_device
               set revoked_at = :at, revoked_by = :by, revoked_name = :by_name, revoked_reason = :reason
             where id = :id and revoked_at is null
            """;

    static final String LISTS = """
            select id, number, since, persons, gone, digest, made_at, valid_until, horizon, issued_by_name
              from contingency_list
             where device_id = :device
             order by number desc
             limit :most
            """;

    static final String ISSUED = """
            insert into contingency_list (id, device_id, number, since, persons, gone, digest, made_at, valid_until, horizon,
                                          issued_by, issued_by_name)
            values (:id, :device, :number, :since, :persons, :gone, :digest, :made_at, :valid_until, :horizon, :by, :by_name)
            """;
}
