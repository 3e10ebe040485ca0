package lv.vmis.register.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.check.Known.Identity;
import lv.vmis.register.check.Known.Paper;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds persons to weigh: those whose names are like the ones asked in memory, everything else in the database, for all questions at once. */
@Component
class Checks implements CheckIndex {

    private final JdbcClient jdbc;
    private final LikelyPersons likely;

    Checks(JdbcClient jdbc, LikelyPersons likely) {
        this.jdbc = jdbc;
        this.likely = likely;
    }

    /** Persons by the place of the question. */
    private static final class Placed {

        private final Map<Integer, Set<UUID>> persons = new HashMap<>();

        void add(int place, UUID person) {
            persons.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(person);
        }

        void add(JdbcClient.StatementSpec query) {
            query.query(row -> {
                add(row.getInt("place"), row.getObject("person_id", UUID.class));
            });
        }

        Set<UUID> at(int place) {
            return persons.getOrDefault(place, Set.of());
        }

        Stream<UUID> all() {
            return persons.values().stream().flatMap(Set::stream);
        }
    }

    @Override
    public List<Judgement.Found> find(List<Asked> questions) {
        var asked = questions.stream().map(Asked::traveller).toList();
        var byDocument = byDocument(asked);
        var byName = byName(asked);
        var byBirth = byBirth(asked);
        var byLikeness = byLikeness(questions);
        var known = known(Stream.of(byDocument, byName, byBirth, byLikeness)
                .flatMap(Placed::all)
                .distinct()
                .toArray(UUID[]::new));
        return IntStream.range(0, asked.size())
                .mapToObj(place -> new Judgement.Found(
                        pick(known, byDocument.at(place)),
                        pick(known, byName.at(place)),
                        pick(known, byBirth.at(place)),
                        pick(known, byLikeness.at(place))))
                .toList();
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

    private Placed byDocument(List<Traveller> asked) {
        var found = new Placed();
        var places = new ArrayList<Integer>();
        var keys = new ArrayList<String>();
        for (int place = 0; place < asked.size(); place++) {
            var number = asked.get(place).number();
            var key = number == null ? "" : DocumentNumbers.key(number);
            if (!key.isEmpty()) {
                places.add(place);
                keys.add(key);
            }
        }
        if (!keys.isEmpty()) {
            found.add(jdbc.sql(BY_DOCUMENT)
                    .param("places", places.toArray(Integer[]::new))
                    .param("keys", keys.toArray(String[]::new)));
        }
        return found;
    }

    /** Along the index in memory; a name that was cut is looked for by its beginning in the database. */
    private Placed byName(List<Traveller> asked) {
        var numbers = asked.stream()
                .map(who -> who.familyName() == null || who.namesCut()
                        ? List.<Long>of()
                        : likely.called(who.familyName(), who.givenNames(), who.birthDate()))
                .toList();
        var found = byNumber(numbers);
        for (int place = 0; place < asked.size(); place++) {
            var who = asked.get(place);
            if (who.familyName() != null && who.namesCut()) {
                var beginnings = Names.beginnings(who.familyName());
                if (!beginnings.isEmpty()) {
                    found.add(cut(place, beginnings, who.givenNames(), who.birthDate()));
                }
            }
        }
        return found;
    }

    private JdbcClient.StatementSpec cut(
            int place, List<String> family, @Nullable String given, @Nullable PartialDate birth) {
        var said = given == null ? List.<String>of() : Names.beginnings(given);
        return jdbc.sql(BY_BEGINNING)
                .param("place", place)
                .param("family", family.toArray(String[]::new))
                .param("given", said.isEmpty() ? new String[] {"%"} : said.toArray(String[]::new))
                .param("earliest", birth == null ? null : birth.earliest(), Types.DATE)
                .param("latest", birth == null ? null : birth.latest(), Types.DATE);
    }

    /** Asked only where no names were said. */
    private Placed byBirth(List<Traveller> asked) {
        var found = new Placed();
        for (int place = 0; place < asked.size(); place++) {
            var who = asked.get(place);
            var birth = who.birthDate();
            if (who.familyName() == null && who.number() != null && birth != null && who.nationality() != null) {
                found.add(jdbc.sql(BY_BIRTH)
                        .param("place", place)
                        .param("earliest", birth.earliest())
                        .param("latest", birth.latest())
                        .param("nationality", who.nationality()));
            }
        }
        return found;
    }

    private Placed byLikeness(List<Asked> asked) {
        return byNumber(asked.stream()
                .map(one -> one.traveller().familyName() == null
                        ? List.<Long>of()
                        : likely.numbers(one.traveller().description(), one.least()))
                .toList());
    }

    /** Of the persons with these numbers for each place those whom something may stand against. */
    private Placed byNumber(List<? extends Collection<Long>> numbers) {
        var persons = new HashMap<Long, UUID>();
        var all = numbers.stream().flatMap(Collection::stream).distinct().toArray(Long[]::new);
        if (all.length > 0) {
            jdbc.sql(BY_NUMBER).param("numbers", all).query(row -> {
                persons.put(row.getLong("number"), row.getObject("person_id", UUID.class));
            });
        }
        var found = new Placed();
        for (int place = 0; place < numbers.size(); place++) {
            for (var number : numbers.get(place)) {
                var person = persons.get(number);
                if (person != null) {
                    found.add(place, person);
                }
            }
        }
        return found;
    }

    private Map<UUID, Known> known(UUID[] persons) {
        var known = new HashMap<UUID, Known>();
        if (persons.length == 0) {
            return known;
        }
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

    static KnownBan ban(ResultSet row) throws SQLException {
        return new KnownBan(
                row.getString("territory"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("term_months") == null,
                row.getString("decision_number"),
                row.getString("institution"),
                row.getString("legal_basis"),
                row.getObject("decided_on", LocalDate.class));
    }

    static final String BY_DOCUMENT = """
            select distinct a.place, p.head_id as person_id
              from unnest(cast(:places as integer[]), cast(:keys as text[])) a(place, key)
              join document d on d.number_key = a.key
              join person p on p.id = d.person_id
            """;

    // Only persons with a signed decision can have anything against them.
    static final String BY_BEGINNING = """
            select distinct cast(:place as integer) as place, p.head_id as person_id
              from identity i
              join person p on p.id = i.person_id
             where i.name_key like any(:family) and i.name_key like any(:given)
               and (:earliest::date is null or (i.birth_earliest <= :latest::date and i.birth_latest >= :earliest::date))
               and exists (select 1 from person m join decision d on d.person_id = m.id
                            where m.head_id = p.head_id and d.signed_at is not null)
            """;

    static final String BY_BIRTH = """
            select distinct cast(:place as integer) as place, p.head_id as person_id
              from identity i
              join person p on p.id = i.person_id
              join nationality n on n.identity_id = i.id and n.country = :nationality
             where i.birth_earliest = :earliest and i.birth_latest = :latest
               and exists (select 1 from person m join ban b on b.person_id = m.id where m.head_id = p.head_id)
            """;

    static final String BY_NUMBER = """
            select p.number, p.id as person_id
              from person p
             where p.number = any(:numbers)
               and exists (select 1 from person m join decision d on d.person_id = m.id
                            where m.head_id = p.head_id and d.signed_at is not null)
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
