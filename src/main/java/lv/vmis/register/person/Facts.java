package lv.vmis.register.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Facts about persons as stored, each with its versions. What a fact said is put aside before it is changed. */
@Component
public class Facts {

    private static final TypeReference<Map<String, @Nullable Object>> STATE = new TypeReference<>() {};
    private static final List<String> NATIONALITIES = List.of("", "_2", "_3");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Facts(JdbcClient jdbc, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Why a fact is corrected or withdrawn: a code of the list CORRECTION_REASON, and words. */
    public record Why(String code, @Nullable String words) {}

    /** The facts of a person, over all his records: by kind, primary identities first and then as they were entered. */
    public List<FactRow> of(PersonId person) {
        return ordered(jdbc.sql(OF)
                .param("person", person.value())
                .query((row, _) -> row(row))
                .list());
    }

    /** As {@link #of}, as the register said at a moment. */
    public List<FactRow> knownAt(PersonId person, Instant moment) {
        return ordered(jdbc.sql(KNOWN_AT)
                .param("person", person.value())
                .param("at", Persons.utc(moment))
                .query((row, _) -> row(row))
                .list());
    }

    public Optional<FactRow> find(PersonId person, FactKind kind, UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(FIND)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> row(row))
                .optional()));
    }

    /** What the fact said before, newest first. */
    public List<FactPast> past(PersonId person, UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(PAST)
                .param("person", person.value())
                .param("id", id)
                .query((row, _) -> new FactPast(
                        row(row),
                        row.getObject("until_at", OffsetDateTime.class).toInstant(),
                        row.getString("until_by"),
                        row.getString("reason_code"),
                        row.getString("reason"),
                        row.getBoolean("withdrawn")))
                .list()));
    }

    /** Whether the person has this document already, besides the fact itself. */
    boolean hasDocument(PersonId person, Map<String, String> document, @Nullable UUID besides) {
        return jdbc.sql(HAS_DOCUMENT)
                .param("person", person.value())
                .param("type", document.get("type"))
                .param("number_key", DocumentNumbers.key(document.getOrDefault("number", "")))
                .param("issuer", document.get("issuer"))
                .param("besides", besides, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    boolean exists(long number) {
        return Boolean.TRUE.equals(transaction.execute(_ ->
                jdbc.sql(EXISTS).param("number", number).query(Boolean.class).single()));
    }

    UUID add(PersonId person, FactKind kind, Map<String, String> values, Actor by) {
        var id = Ids.next();
        var statement = FactTables.add(kind);
        jdbc.sql(statement)
                .param("row", stored(id, person, kind, values, 0, by), Types.OTHER)
                .update();
        addNationalities(kind, id, values);
        return id;
    }

    /** False if somebody else was first: the fact has another version or is gone. */
    boolean change(FactRow seen, Map<String, String> values, Why why, Actor by) {
        if (!putAside(seen, why, false, by)) {
            return false;
        }
        var statement = FactTables.change(seen.kind());
        jdbc.sql(statement)
                .param(
                        "row",
                        stored(seen.id(), seen.person(), seen.kind(), values, seen.version() + 1, by),
                        Types.OTHER)
                .update();
        removeNationalities(seen);
        addNationalities(seen.kind(), seen.id(), values);
        return true;
    }

    /** As {@link #change}, leaving only the past. */
    boolean remove(FactRow seen, Why why, Actor by) {
        if (!putAside(seen, why, true, by)) {
            return false;
        }
        removeNationalities(seen);
        var statement = FactTables.remove(seen.kind());
        jdbc.sql(statement).param("id", seen.id()).update();
        return true;
    }

    private boolean putAside(FactRow seen, Why why, boolean withdrawn, Actor by) {
        return jdbc.sql(PUT_ASIDE)
                        .param("kind", seen.kind().name())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .param("at", Persons.utc(clock.instant()))
                        .param("by", by.account())
                        .param("code", why.code())
                        .param("reason", why.words())
                        .param("withdrawn", withdrawn)
                        .update()
                == 1;
    }

    private void addNationalities(FactKind kind, UUID identity, Map<String, String> values) {
        if (kind == FactKind.IDENTITY) {
            for (var place : NATIONALITIES) {
                if (values.containsKey("nationality" + place)) {
                    jdbc.sql(Persons.ADD_NATIONALITY)
                            .param("identity", identity)
                            .param("country", values.get("nationality" + place))
                            .param("type", values.get("nationality_type" + place))
                            .update();
                }
            }
        }
    }

    private void removeNationalities(FactRow seen) {
        if (seen.kind() == FactKind.IDENTITY) {
            jdbc.sql(REMOVE_NATIONALITIES).param("identity", seen.id()).update();
        }
    }

    private String stored(UUID id, PersonId person, FactKind kind, Map<String, String> values, int version, Actor by) {
        var row = new LinkedHashMap<String, Object>(values);
        row.put("id", id);
        row.put("person_id", person.value());
        row.put("version", version);
        row.put("noted_at", Persons.utc(clock.instant()));
        row.put("noted_by", by.account());
        switch (kind) {
            case IDENTITY -> {
                var born = PartialDate.valueOf(values.getOrDefault("birth_date", ""));
                row.put("birth_earliest", born.earliest().toString());
                row.put("birth_latest", born.latest().toString());
                row.put(
                        "name_key",
                        Persons.nameKey(
                                values.get("family_name"),
                                values.get("given_names"),
                                values.get("patronymic"),
                                values.get("original_name"),
                                values.get("latvian_name")));
            }
            case DOCUMENT -> row.put("number_key", DocumentNumbers.key(values.getOrDefault("number", "")));
            case ADDRESS, WARNING, VULNERABILITY, MARK, KINSHIP, REMARK -> {}
        }
        return json.writeValueAsString(row);
    }

    private FactRow row(ResultSet row) throws SQLException {
        var kind = FactKind.valueOf(row.getString("kind"));
        var state = json.readValue(row.getString("state"), STATE);
        var values = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            var value = state.get(field.name());
            if (value != null) {
                values.put(field.name(), value.toString());
            }
        }
        return new FactRow(
                kind,
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                values,
                state.get("relative_id") instanceof String relative ? UUID.fromString(relative) : null,
                row.getInt("version"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getString("noted_by"));
    }

    private static List<FactRow> ordered(List<FactRow> rows) {
        var ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(FactRow::kind)
                .thenComparing(fact -> !"PRIMARY".equals(fact.values().get("kind")))
                .thenComparing(FactRow::id));
        return ordered;
    }

    static final String OF = """
            select f.kind, f.id, f.person_id, f.version, f.noted_at, f.state, coalesce(a.name, '–') as noted_by
              from fact f
              left join account a on a.id = f.noted_by
             where f.person_id in (select * from records_of(:person))
            """;

    static final String FIND = OF + """
               and f.kind = :kind and f.id = :id
            """;

    static final String KNOWN_AT = """
            select f.kind, f.id, f.person_id, f.version, f.noted_at, f.state, coalesce(a.name, '–') as noted_by
              from fact f
              left join account a on a.id = f.noted_by
             where f.person_id in (select * from records_known_at(:person, :at)) and f.noted_at <= :at
            union all
            select p.kind, p.id, p.person_id, p.version, p.noted_at, p.state, coalesce(a.name, '–') as noted_by
              from fact_past p
              left join account a on a.id = p.noted_by
             where p.person_id in (select * from records_known_at(:person, :at)) and p.noted_at <= :at and p.until_at > :at
            """;

    static final String PAST = """
            select p.kind, p.id, p.person_id, p.version, p.noted_at, p.state, coalesce(a.name, '–') as noted_by,
                   p.until_at, coalesce(u.name, '–') as until_by, p.reason_code, p.reason, p.withdrawn
              from fact_past p
              left join account a on a.id = p.noted_by
              left join account u on u.id = p.until_by
             where p.person_id in (select * from records_of(:person)) and p.id = :id
             order by p.version desc
            """;

    static final String PUT_ASIDE = """
            insert into fact_past (kind, id, person_id, version, state, noted_at, noted_by, until_at, until_by, reason_code,
                                   reason, withdrawn)
            select f.kind, f.id, f.person_id, f.version, f.state, f.noted_at, f.noted_by, :at, :by, :code, :reason, :withdrawn
              from fact f
             where f.kind = :kind and f.id = :id and f.version = :version
            """;

    static final String HAS_DOCUMENT = """
            select exists (select 1
                             from document
                            where person_id = :person and type = :type and number_key = :number_key and issuer = :issuer
                              and id is distinct from cast(:besides as uuid))
            """;

    static final String EXISTS = """
            select exists (select 1 from person where number = :number)
            """;

    static final String REMOVE_NATIONALITIES = """
            delete from nationality
             where identity_id = :identity
            """;
}
