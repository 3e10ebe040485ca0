package lv.vmis.register.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The checks an official has just made, read back from the journal to be printed or handed over. */
@Component
class Receipts {

    /** While the traveller stands before him; later he checks anew, since the answer may have changed. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Receipts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The check with this number, if the same official made it a short while ago. */
    Optional<Receipt> fresh(UUID entry, Actor by) {
        return jdbc.sql(FRESH_CHECK)
                .param("id", entry)
                .param("actor", by.account())
                .param("operation", Check.OPERATION)
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(FRESH), ZoneOffset.UTC))
                .query((row, _) -> receipt(row))
                .optional();
    }

    /** The check that was handed over. */
    Receipt of(UUID entry) {
        return jdbc.sql(CHECK)
                .param("id", entry)
                .param("operation", Check.OPERATION)
                .query((row, _) -> receipt(row))
                .single();
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Purpose(row.getString("purpose"), row.getString("case_ref"), row.getString("reason")),
                Arrays.stream((UUID[]) row.getArray("persons").getArray())
                        .map(PersonId::new)
                        .toList(),
                json.readValue(row.getString("search_data"), new TypeReference<>() {}),
                json.readValue(row.getString("payload"), Receipt.Told.class));
    }

    static final String CHECK = """
            select id, at, purpose, case_ref, reason, persons, search_data, payload
              from entry
             where id = :id and kind = 'look' and operation = :operation
            """;

    static final String FRESH_CHECK = """
            select id, at, purpose, case_ref, reason, persons, search_data, payload
              from entry
             where id = :id and at >= :since and actor = :actor and kind = 'look' and operation = :operation
            """;
}
