package lv.vmis.register.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.check.Known.Identity;
import lv.vmis.register.check.Known.Paper;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds persons to weigh in the database. Most travellers are unknown: for them it is one or two index look-ups. */
@Component
class Checks implements CheckIndex {

    private final JdbcClient jdbc;
    private final LikelyPersons likely;

    Checks(JdbcClient jdbc, LikelyPersons likely) {
        this.jdbc = jdbc;
        this.likely = likely;
    }

    @Override
    public Judgement.Found find(Traveller asked) {
        var byDocument = byDocument(asked);
        var byName = byName(asked);
        var byBirth = asked.familyName() == null ? byBirth(asked) : Set.<UUID>of();
        var byLikeness = byLikeness(asked);
        var all = new LinkedHashSet<>(byDocument);
        all.addAll(byName);
        all.addAll(byBirth);
        all.addAll(byLikeness);
        var known = known(all);
        return new Judgement.Found(
                pick(known, byDocument), pick(known, byName), pick(known, byBirth), pick(known, byLikeness));
    }

    @Override
    public String weights() {
        return likely.weights();
    }

    private static List<Known> pick(Map<UUID, Known> known, Collection<UUID> ids) {
        return ids.stream()
                .map(known::get)
                .<Known>mapMulti((person, found) -> {
                    if (person != null) {
                        found.accept(person);
                    }
                })
                .toList();
    }

    private Set<UUID> byDocument(Traveller asked) {
        var key = asked.number() == null ? "" : DocumentNumbers.key(asked.number());
        return key.isEmpty() ? Set.of() : ids(jdbc.sql(BY_DOCUMENT).param("number_key", key));
    }

    private Set<UUID> byName(Traveller asked) {
        if (asked.familyName() == null) {
            return Set.of();
        }
        var family = Names.patterns(asked.familyName(), asked.namesCut());
        var given = asked.givenNames() == null ? List.of("%") : Names.patterns(asked.givenNames(), asked.namesCut());
        if (family.isEmpty()) {
            return Set.of();
        }
        var birth = asked.birthDate();
        return ids(jdbc.sql(BY_NAME)
                .param("family", family.toArray(String[]::new))
                .param("given", given.isEmpty() ? new String[] {"%"} : given.toArray(String[]::new))
                .param("earliest", birth == null ? null : birth.earliest(), java.sql.Types.DATE)
                .param("latest", birth == null ? null : birth.latest(), java.sql.Types.DATE));
    }

    private Set<UUID> byBirth(Traveller asked) {
        var birth = asked.birthDate();
        if (asked.number() == null || birth == null || asked.nationality() == null) {
            return Set.of();
        }
        return ids(jdbc.sql(BY_BIRTH)
                .param("earliest", birth.earliest())
                .param("latest", birth.latest())
                .param("nationality", asked.nationality()));
    }

    private Set<UUID> byLikeness(Traveller asked) {
        if (asked.familyName() == null) {
            return Set.of();
        }
        var numbers = likely.numbers(asked.description());
        return numbers.isEmpty() ? Set.of() : ids(jdbc.sql(BY_NUMBER).param("numbers", numbers.toArray(Long[]::new)));
    }

    private static Set<UUID> ids(JdbcClient.StatementSpec query) {
        return new LinkedHashSet<>(
                query.query((row, _) -> row.getObject("person_id", UUID.class)).list());
    }

    private Map<UUID, Known> known(Collection<UUID> ids) {
        var known = new HashMap<UUID, Known>();
        if (ids.isEmpty()) {
            return known;
        }
        var persons = ids.toArray(UUID[]::new);
        var identities = new HashMap<UUID, List<Identity>>();
        var numbers = new HashMap<UUID, Long>();
        jdbc.sql(IDENTITIES).param("persons", persons).query(row -> {
            var person = row.getObject("person_id", UUID.class);
            numbers.put(person, row.getLong("number"));
            identities.computeIfAbsent(person, _ -> new ArrayList<>()).add(identity(row));
        });
        var papers = grouped(PAPERS, persons, row -> paper(row));
        var bans = grouped(BANS, persons, row -> ban(row));
        var open = grouped(OPEN_DECISIONS, persons, row -> row.getString("number"));
        identities.forEach((person, of) -> known.put(
                person,
                new Known(
                        new PersonId(person),
                        numbers.getOrDefault(person, 0L),
                        of,
                        papers.getOrDefault(person, List.of()),
                        bans.getOrDefault(person, List.of()),
                        open.getOrDefault(person, List.of()))));
        return known;
    }

    /** Reads one thing of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> grouped(String sql, UUID[] persons, Reading<T> reading) {
        var byPerson = new HashMap<UUID, List<T>>();
        jdbc.sql(sql).param("persons", persons).query(row -> {
            byPerson.computeIfAbsent(row.getObject("person_id", UUID.class), _ -> new ArrayList<>())
                    .add(reading.of(row));
        });
        return byPerson;
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("family_name"),
                (@Nullable String) row.getString("given_names"),
                (@Nullable String) row.getString("patronymic"),
                (@Nullable String) row.getString("original_name"),
                row.getString("sex"),
                PartialDate.valueOf(row.getString("birth_date")),
                Arrays.asList((String[]) row.getArray("nationalities").getArray()));
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(row.getString("number"), row.getString("number_key"), row.getString("issuer"));
    }

    private static KnownBan ban(ResultSet row) throws SQLException {
        return new KnownBan(
                row.getString("territory"),
                row.getObject("from_day", java.time.LocalDate.class),
                row.getObject("to_day", java.time.LocalDate.class),
                row.getObject("term_months") == null,
                row.getString("decision_number"),
                row.getString("institution"),
                row.getString("legal_basis"),
                row.getObject("decided_on", java.time.LocalDate.class));
    }

    static final String BY_DOCUMENT = """
            select distinct p.head_id as person_id
              from document d
              join person p on p.id = d.person_id
             where d.number_key = :number_key
            """;

    // Only persons with a signed decision can have anything against them.
    static final String BY_NAME = """
            select distinct p.head_id as person_id
              from identity i
              join person p on p.id = i.person_id
             where i.name_key like any(:family) and i.name_key like any(:given)
               and (:earliest::date is null or (i.birth_earliest <= :latest::date and i.birth_latest >= :earliest::date))
               and exists (select 1 from decision d
                            where d.person_id in (select * from records_of(p.id)) and d.signed_at is not null)
            """;

    static final String BY_BIRTH = """
            select distinct p.head_id as person_id
              from identity i
              join person p on p.id = i.person_id
              join nationality n on n.identity_id = i.id and n.country = :nationality
             where i.birth_earliest = :earliest and i.birth_latest = :latest
               and exists (select 1 from ban b where b.person_id in (select * from records_of(p.id)))
            """;

    static final String BY_NUMBER = """
            select p.id as person_id
              from person p
             where p.number = any(:numbers)
               and exists (select 1 from decision d
                            where d.person_id in (select * from records_of(p.id)) and d.signed_at is not null)
             order by array_position(:numbers, p.number)
            """;

    static final String IDENTITIES = """
            select h.id as person_id, h.number, i.family_name, i.given_names, i.patronymic, i.original_name, i.sex,
                   i.birth_date,
                   array(select n.country from nationality n where n.identity_id = i.id order by n.country)
                       as nationalities
              from person h
              join person m on m.head_id = h.id
              join identity i on i.person_id = m.id
             where h.id = any(:persons)
             order by h.id, m.id <> h.id, i.kind <> 'PRIMARY', i.noted_at
            """;

    static final String PAPERS = """
            select m.head_id as person_id, d.number, d.number_key, d.issuer
              from person m
              join document d on d.person_id = m.id
             where m.head_id = any(:persons)
             order by d.noted_at desc
            """;

    static final String BANS = """
            select m.head_id as person_id, b.territory, b.from_day, b.to_day, b.term_months, b.decision_number,
                   b.institution, b.legal_basis, b.decided_on
              from person m
              join ban_clock b on b.person_id = m.id
             where m.head_id = any(:persons)
             order by b.territory, b.from_day
            """;

    static final String OPEN_DECISIONS = """
            select m.head_id as person_id, d.number
              from person m
              join decision d on d.person_id = m.id
             where m.head_id = any(:persons) and d.signed_at is not null
               and d.departed_on is null and d.cancelled_on is null and d.kind <> 'ENTRY_BAN'
             order by d.signed_at
            """;
}
