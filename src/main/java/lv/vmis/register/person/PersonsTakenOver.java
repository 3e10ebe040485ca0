package lv.vmis.register.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds persons of the old registers, many with one statement for each table. The transaction and its entry are the caller's. */
@Component
public class PersonsTakenOver {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PersonsTakenOver(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void add(Collection<PersonTakenOver> persons, Actor by) {
        var rows = new Rows(json);
        persons.forEach(rows::add);
        var at = Persons.utc(clock.instant());
        jdbc.sql(ADD_PERSONS)
                .param("ids", persons.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("at", at)
                .param("by", by.account())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .update();
        add(ADD_IDENTITIES, rows.identities, by);
        jdbc.sql(ADD_NATIONALITIES)
                .param("rows", json.writeValueAsString(rows.nationalities))
                .update();
        add(ADD_DOCUMENTS, rows.documents, by);
        add(ADD_ADDRESSES, rows.addresses, by);
        add(ADD_REMARKS, rows.remarks, by);
        add(ADD_MARKS, rows.marks, by);
    }

    private void add(String sql, ArrayNode rows, Actor by) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql)
                    .param("rows", json.writeValueAsString(rows))
                    .param("at", Persons.utc(clock.instant()))
                    .param("by", by.account())
                    .update();
        }
    }

    /** The rows of each table, as they are told to the database. */
    private static final class Rows {

        final ArrayNode identities;
        final ArrayNode nationalities;
        final ArrayNode documents;
        final ArrayNode addresses;
        final ArrayNode remarks;
        final ArrayNode marks;

        Rows(JsonMapper json) {
            identities = json.createArrayNode();
            nationalities = json.createArrayNode();
            documents = json.createArrayNode();
            addresses = json.createArrayNode();
            remarks = json.createArrayNode();
            marks = json.createArrayNode();
        }

        void add(PersonTakenOver person) {
            person.identities().forEach(identity -> add(person, identity));
            person.documents().forEach(document -> {
                row(documents, person)
                        .put("type", document.type())
                        .put("number", document.number())
                        .put("number_key", DocumentNumbers.key(document.number()))
                        .put("issuer", document.issuer())
                        .put("authority", document.authority())
                        .put("issued_on", text(document.issuedOn()))
                        .put("expires_on", text(document.expiresOn()));
            });
            person.addresses()
                    .forEach(address -> row(addresses, person)
                            .put("country", address.country())
                            .put("text", address.text()));
            person.remarks().forEach(text -> row(remarks, person).put("text", text));
            person.marks().forEach(text -> row(marks, person).put("text", text));
        }

        private void add(PersonTakenOver person, PersonTakenOver.Identity identity) {
            var row = row(identities, person)
                    .put("kind", identity.kind())
                    .put("family_name", identity.familyName())
                    .put("given_names", identity.givenNames())
                    .put("patronymic", identity.patronymic())
                    .put("latvian_name", identity.latvianName())
                    .put(
                            "name_key",
                            Persons.nameKey(
                                    identity.familyName(),
                                    identity.givenNames(),
                                    identity.patronymic(),
                                    identity.latvianName()))
                    .put("sex", identity.sex())
                    .put("birth_date", identity.birthDate().toString())
                    .put("birth_earliest", identity.birthDate().earliest().toString())
                    .put("birth_latest", identity.birthDate().latest().toString())
                    .put("birth_country", identity.birthCountry())
                    .put("birth_place", identity.birthPlace())
                    .put("personal_code", identity.personalCode())
                    .put("personal_code_country", identity.personalCodeCountry())
                    .put("ethnicity", identity.ethnicity());
            identity.nationalities()
                    .forEach(nationality -> nationalities
                            .addObject()
                            .put("identity_id", row.get("id").asString())
                            .put("country", nationality.country())
                            .put("type", nationality.type()));
        }

        private static ObjectNode row(ArrayNode rows, PersonTakenOver person) {
            return rows.addObject()
                    .put("id", Ids.next().toString())
                    .put("person_id", person.id().toString())
                    .put("source", person.source());
        }

        private static @Nullable String text(@Nullable LocalDate day) {
            return day == null ? null : day.toString();
        }
    }

    static final String ADD_PERSONS = """
            insert into person (id, head_id, entered_at, entered_by, institution, unit)
            select p.id, p.id, :at, :by, :institution, :unit
              from unnest(cast(:ids as uuid[])) with ordinality as p (id, place)
             order by p.place
            """;

    static final String ADD_IDENTITIES = """
            insert into identity (id, person_id, kind, family_name, given_names, patronymic, latvian_name, name_key, sex, birth_date,
                                  birth_earliest, birth_latest, birth_country, birth_place, personal_code, personal_code_country,
                                  ethnicity, source, noted_at, noted_by)
            select r.id, r.person_id, r.kind, r.family_name, r.given_names, r.patronymic, r.latvian_name, r.name_key, r.sex, r.birth_date,
                   r.birth_earliest, r.birth_latest, r.birth_country, r.birth_place, r.personal_code, r.personal_code_country,
                   r.ethnicity, r.source, :at, :by
              from jsonb_populate_recordset(cast(null as identity), cast(:rows as jsonb)) r
            """;

    static final String ADD_NATIONALITIES = """
            insert into nationality (identity_id, country, type)
            select r.identity_id, r.country, r.type
              from jsonb_populate_recordset(cast(null as nationality), cast(:rows as jsonb)) r
            """;

    static final String ADD_DOCUMENTS = """
            insert into document (id, person_id, type, number, number_key, issuer, authority, issued_on, expires_on, source, noted_at, noted_by)
            select r.id, r.person_id, r.type, r.number, r.number_key, r.issuer, r.authority, r.issued_on, r.expires_on, r.source, :at, :by
              from jsonb_populate_recordset(cast(null as document), cast(:rows as jsonb)) r
            """;

    static final String ADD_ADDRESSES = """
            insert into address (id, person_id, country, text, source, noted_at, noted_by)
            select r.id, r.person_id, r.country, r.text, r.source, :at, :by
              from jsonb_populate_recordset(cast(null as address), cast(:rows as jsonb)) r
            """;

    static final String ADD_REMARKS = """
            insert into remark (id, person_id, text, source, noted_at, noted_by)
            select r.id, r.person_id, r.text, r.source, :at, :by
              from jsonb_populate_recordset(cast(null as remark), cast(:rows as jsonb)) r
            """;

    static final String ADD_MARKS = """
            insert into mark (id, person_id, text, source, noted_at, noted_by)
            select r.id, r.person_id, r.text, r.source, :at, :by
              from jsonb_populate_recordset(cast(null as mark), cast(:rows as jsonb)) r
            """;
}
