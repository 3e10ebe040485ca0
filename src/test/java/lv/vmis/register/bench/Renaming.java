package lv.vmis.register.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.Latin;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Gives the persons of a register, by their numbers, the names, dates of birth, States and documents of a {@link Population}:
 * copies of few people share their names with far more others than anybody does.
 */
final class Renaming {

    private static final int PART = 10_000;

    private final Connection connection;
    private final Population population;
    private final Rows rows;

    Renaming(Connection connection, Population population) {
        this.connection = connection;
        this.population = population;
        this.rows = new Rows(population);
    }

    private record Identity(String id, String person, long number) {}

    void all() throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(TABLE);
            write();
            statement.execute("analyze renamed");
            var indexes = strings(INDEXES);
            for (var index : strings(INDEX_NAMES)) {
                statement.execute("drop index " + index);
            }
            statement.execute(IDENTITIES);
            statement.execute(NATIONALITIES);
            statement.execute(DOCUMENTS);
            for (var index : indexes) {
                statement.execute(index);
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    private List<String> strings(String sql) throws SQLException {
        var strings = new ArrayList<String>();
        try (var query = connection.createStatement();
                var found = query.executeQuery(sql)) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }

    private void write() throws SQLException, IOException {
        var all = new ArrayList<Identity>();
        try (var query = connection.createStatement();
                var found = query.executeQuery(ALL)) {
            while (found.next()) {
                all.add(new Identity(found.getString(1), found.getString(2), found.getLong(3)));
            }
        }
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var lines = new StringBuilder();
        List<RegisterRow> of = List.of();
        @Nullable Person person = null;
        int place = 0;
        for (int i = 0; i < all.size(); i++) {
            var identity = all.get(i);
            if (person == null || person.number() != identity.number()) {
                person = population.person(identity.number());
                of = rows.of(person);
                place = 0;
            }
            lines.append(line(identity, person, of.get(Math.min(place++, of.size() - 1))));
            if (i % PART == PART - 1 || i == all.size() - 1) {
                copies.copyIn("copy renamed from stdin", new StringReader(lines.toString()));
                lines.setLength(0);
            }
        }
    }

    private static String line(Identity identity, Person person, RegisterRow row) {
        var inOne = row.surname().isEmpty();
        var family = inOne ? row.name() : row.surname();
        var given = inOne ? "" : row.given();
        var born = PartialDate.valueOf(
                row.dobs().isEmpty() ? person.birth().toString() : row.dobs().getFirst());
        return String.join(
                        "\t",
                        identity.id(),
                        identity.person(),
                        family,
                        given.isEmpty() ? "\\N" : given,
                        nameKey(family, given),
                        row.sex().isEmpty() ? "U" : row.sex(),
                        born.toString(),
                        born.earliest().toString(),
                        born.latest().toString(),
                        row.nat().isEmpty() ? "\\N" : row.nat().toUpperCase(Locale.ROOT),
                        row.doc().isEmpty() ? "\\N" : row.doc(),
                        row.doc().isEmpty() ? "\\N" : DocumentNumbers.key(row.doc()))
                + "\n";
    }

    /** As the register keeps it for searching. */
    private static String nameKey(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Latin.foldings(name).stream())
                .distinct()
                .collect(Collectors.joining(" ", " ", " "));
    }

    static final String TABLE = """
            create temp table renamed (identity_id uuid primary key, person_id uuid, family_name text, given_names text, name_key text,
                                       sex text, birth_date text, birth_earliest date, birth_latest date, country text, number text,
                                       number_key text)
            """;

    static final String ALL = """
            select i.id, p.id, p.number from identity i join person p on p.id = i.person_id
             order by p.number, i.kind <> 'PRIMARY', i.id
            """;

    // Made again in the end: far quicker than row by row.
    static final String INDEXES = """
            select indexdef from pg_indexes where tablename in ('identity', 'document') and indexname not like '%_pk'
               and indexname in (select c.relname from pg_class c join pg_index x on x.indexrelid = c.oid where not x.indisunique)
             order by indexname
            """;

    static final String INDEX_NAMES = """
            select indexname from pg_indexes where tablename in ('identity', 'document') and indexname not like '%_pk'
               and indexname in (select c.relname from pg_class c join pg_index x on x.indexrelid = c.oid where not x.indisunique)
             order by indexname
            """;

    static final String IDENTITIES = """
            update identity i
               set family_name = r.family_name, given_names = r.given_names, patronymic = null, original_name = null,
                   latvian_name = null, name_key = r.name_key, sex = r.sex, birth_date = r.birth_date,
                   birth_earliest = r.birth_earliest, birth_latest = r.birth_latest, birth_country = null, birth_place = null
              from renamed r
             where r.identity_id = i.id
            """;

    static final String NATIONALITIES = """
            update nationality n
               set country = r.country
              from renamed r
             where r.identity_id = n.identity_id and r.country in (select code from country)
               and not exists (select 1 from nationality x where x.identity_id = n.identity_id and x.country <> n.country)
            """;

    static final String DOCUMENTS = """
            update document d
               set number = r.number, number_key = r.number_key
              from (select distinct on (person_id) person_id, number, number_key from renamed where number is not null
                     order by person_id, number) r
             where r.person_id = d.person_id
            """;
}
