package lv.vmis.register.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Travellers handed to inspectors, as stored. */
@Component
class InspectorRequests {

    /** A request taken longer ago than this has left the list. */
    private static final Duration SHOWN = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    InspectorRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, Receipt receipt, @Nullable String note, Actor by) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("at", now())
                // The Border Guard looks closer for everyone but the migration office.
                .param("institution", by.institution().equals("PMLP") ? "PMLP" : "VRS")
                .param("unit", by.unit())
                .param("asked_by", by.account())
                .param("asked_by_name", by.name())
                .param("verdict", receipt.told().verdict().name())
                .param("entry", receipt.entry())
                .param("asked", shown(receipt.asked()))
                .param(
                        "persons",
                        receipt.persons().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("note", note)
                .update();
    }

    /** Those waiting, the oldest first, then those taken in the last day. */
    List<InspectorRequest> list(String institution) {
        return jdbc.sql(LIST)
                .param("institution", institution)
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(SHOWN), ZoneOffset.UTC))
                .query((row, _) -> request(row))
                .list();
    }

    Optional<InspectorRequest> find(UUID id, String institution) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("institution", institution)
                .query((row, _) -> request(row))
                .optional();
    }

    /** False when somebody else was first. */
    boolean take(UUID id, Actor by) {
        return jdbc.sql(TAKE)
                        .param("id", id)
                        .param("by", by.account())
                        .param("name", by.name())
                        .param("at", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String shown(Map<String, String> asked) {
        var name = Stream.of("familyName", "givenNames")
                .map(asked::get)
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        var birth = asked.get("birthDate");
        return Stream.of(
                        name,
                        birth == null ? "" : PartialDate.valueOf(birth).shown(),
                        asked.getOrDefault("nationality", ""),
                        asked.getOrDefault("number", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static InspectorRequest request(ResultSet row) throws SQLException {
        return new InspectorRequest(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("unit"),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_by_name"),
                CheckSlip.Verdict.valueOf(row.getString("verdict")),
                row.getObject("entry_id", UUID.class),
                row.getString("asked"),
                Arrays.stream((UUID[]) row.getArray("persons").getArray())
                        .map(PersonId::new)
                        .toList(),
                row.getString("note"),
                row.getObject("taken_by", UUID.class),
                row.getString("taken_by_name"),
                instant(row, "taken_at"),
                instant(row, "cleared_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static final String ADD = """
            insert into inspector_request (id, at, institution, unit, asked_by, asked_by_name, verdict, entry_id, asked,
                                           persons, note)
            values (:id, :at, :institution, :unit, :asked_by, :asked_by_name, :verdict, :entry, :asked, :persons, :note)
            """;

    static final String LIST = """
            select id, at, unit, asked_by, asked_by_name, verdict, entry_id, asked, persons, note, taken_by, taken_by_name, taken_at,
                   (select min(c.cleared_at) from cleared_hit c where c.request_id = r.id) as cleared_at
              from inspector_request r
             where institution = :institution and (taken_at is null or taken_at >= :since)
             order by taken_at is not null, at
             limit 200
            """;

    static final String FIND = """
            select id, at, unit, asked_by, asked_by_name, verdict, entry_id, asked, persons, note, taken_by, taken_by_name, taken_at,
                   (select min(c.cleared_at) from cleared_hit c where c.request_id = r.id) as cleared_at
              from inspector_request r
             where id = :id and institution = :institution
            """;

    static final String TAKE = """
            update inspector_request
               set taken_by = :by, taken_by_name = :name, taken_at = :at
             where id = :id and taken_at is null
            """;
}
