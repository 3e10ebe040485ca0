package lv.vmis.register.selection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a register, each read as it is. */
final class PlainTables {

    record Person(UUID id, UUID head, long number, String unit, LocalDate entered) {}

    record Identity(UUID id, UUID person, String kind, String sex, LocalDate earliest, LocalDate latest) {}

    record Flag(
            UUID person,
            String code,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    record Case(UUID id, UUID person) {}

    record Finding(
            UUID person,
            LocalDate on,
            String place,
            @Nullable String point,
            String unit) {}

    record Decision(
            UUID id,
            @Nullable UUID caseId,
            UUID person,
            String kind,
            String institution,
            @Nullable LocalDate decided,
            @Nullable OffsetDateTime signed,
            @Nullable LocalDate leaveBy,
            boolean isWithdrawn,
            boolean isSent,
            boolean isReturned) {}

    record Departure(UUID caseId, UUID decision, UUID person, LocalDate on, String type, String destination) {}

    record FollowUp(
            UUID decision,
            @Nullable UUID ban,
            String kind,
            LocalDate effect,
            @Nullable Integer months) {}

    record Ban(
            UUID id,
            UUID decision,
            UUID person,
            String territory,
            @Nullable Integer months,
            String starts) {}

    record Act(Instant at, Set<UUID> persons) {}

    record Alike(UUID one, UUID other) {}

    final List<Person> persons;
    final List<Identity> identities;
    final Map<UUID, Set<String>> nationalities;
    final List<Flag> warnings;
    final List<Flag> vulnerabilities;
    final List<Case> cases;
    final List<Finding> findings;
    final List<Decision> decisions;
    final Set<UUID> closed;
    final Map<UUID, LocalDate> served;
    final List<Departure> departures;
    final List<FollowUp> followUps;
    final List<Ban> bans;
    final List<Act> acts;
    final List<Alike> likenesses;

    PlainTables(JdbcClient jdbc) {
        persons = read(
                jdbc,
                "select id, head_id, number, unit, entered_at from person",
                row -> new Person(
                        id(row, "id"),
                        id(row, "head_id"),
                        row.getLong("number"),
                        row.getString("unit"),
                        riga(row.getObject("entered_at", OffsetDateTime.class))));
        identities = read(
                jdbc,
                "select id, person_id, kind, sex, birth_earliest, birth_latest from identity",
                row -> new Identity(
                        id(row, "id"),
                        id(row, "person_id"),
                        row.getString("kind"),
                        row.getString("sex"),
                        row.getObject("birth_earliest", LocalDate.class),
                        row.getObject("birth_latest", LocalDate.class)));
        nationalities = read(
                        jdbc,
                        "select identity_id, country from nationality",
                        row -> Map.entry(id(row, "identity_id"), row.getString("country")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        warnings = flags(jdbc, "select person_id, warning as code, valid_from, valid_to from warning");
        vulnerabilities =
                flags(jdbc, "select person_id, vulnerability as code, valid_from, valid_to from vulnerability");
        cases = read(
                jdbc, "select id, person_id from return_case", row -> new Case(id(row, "id"), id(row, "person_id")));
        findings = read(
                jdbc,
                "select person_id, found_on, place_kind, crossing_point, unit from finding",
                row -> new Finding(
                        id(row, "person_id"),
                        row.getObject("found_on", LocalDate.class),
                        row.getString("place_kind"),
                        row.getString("crossing_point"),
                        row.getString("unit")));
        decisions = read(
                jdbc,
                "select id, case_id, person_id, kind, institution, decided_on, signed_at, leave_by, withdrawn_at, sent_at, returned_at"
                        + " from decision",
                row -> new Decision(
                        id(row, "id"),
                        row.getObject("case_id", UUID.class),
                        id(row, "person_id"),
                        row.getString("kind"),
                        row.getString("institution"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getObject("signed_at", OffsetDateTime.class),
                        row.getObject("leave_by", LocalDate.class),
                        row.getObject("withdrawn_at") != null,
                        row.getObject("sent_at") != null,
                        row.getObject("returned_at") != null));
        closed = Set.copyOf(
                read(jdbc, "select case_id from case_closing where reopened_at is null", row -> id(row, "case_id")));
        served = read(
                        jdbc,
                        "select decision_id, served_on from service"
                                + " union all select id, served_on from decision where decider is not null",
                        row -> Map.entry(id(row, "decision_id"), row.getObject("served_on", LocalDate.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        departures = read(
                jdbc,
                "select case_id, decision_id, person_id, departed_on, return_type, destination from departure",
                row -> new Departure(
                        id(row, "case_id"),
                        id(row, "decision_id"),
                        id(row, "person_id"),
                        row.getObject("departed_on", LocalDate.class),
                        row.getString("return_type"),
                        row.getString("destination")));
        followUps = read(
                jdbc,
                "select decision_id, ban_id, kind, effect_on, term_months from follow_up where signed_at is not null"
                        + " order by signed_at, effect_on",
                row -> new FollowUp(
                        id(row, "decision_id"),
                        row.getObject("ban_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("effect_on", LocalDate.class),
                        (Integer) row.getObject("term_months")));
        bans = read(
                jdbc,
                "select id, decision_id, person_id, territory, term_months, starts from ban where dropped_at is null",
                row -> new Ban(
                        id(row, "id"),
                        id(row, "decision_id"),
                        id(row, "person_id"),
                        row.getString("territory"),
                        (Integer) row.getObject("term_months"),
                        row.getString("starts")));
        acts = read(
                jdbc,
                "select at, persons from entry where kind = 'act'",
                row -> new Act(
                        row.getObject("at", OffsetDateTime.class).toInstant(), new HashSet<>(Arrays.asList((UUID[])
                                array(row, "persons").getArray()))));
        likenesses = read(
                jdbc,
                "select one_id, other_id from likeness",
                row -> new Alike(id(row, "one_id"), id(row, "other_id")));
    }

    private static List<Flag> flags(JdbcClient jdbc, String sql) {
        return read(
                jdbc,
                sql,
                row -> new Flag(
                        id(row, "person_id"),
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)));
    }

    private interface Reads<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(JdbcClient jdbc, String sql, Reads<T> reads) {
        return jdbc.sql(sql).query((row, _) -> reads.read(row)).list();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Array array(ResultSet row, String column) throws SQLException {
        return row.getArray(column);
    }

    private static LocalDate riga(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), RegisterClock.RIGA);
    }
}
