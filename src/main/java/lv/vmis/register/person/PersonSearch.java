package lv.vmis.register.person;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.matching.Answer;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.Latin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds persons by what is known of them, and keeps what was searched for out of addresses. */
@Component
class PersonSearch {

    /** At most so many persons are shown: more is no help to anybody. */
    static final int SHOWN = 10;

    /** Of so many who may be meant the rest of what is asked for is looked at. */
    private static final int MEANT = 200;

    /** Of a name of more than that, so many of those who have all else are compared. */
    private static final int CROWD = 1_000;

    private static final Duration KEPT = Duration.ofHours(8);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final LivePersons persons;

    PersonSearch(JdbcClient jdbc, JsonMapper json, Clock clock, LivePersons persons) {
        this.persons = persons;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Persons by a key, then by likeness, then by the beginning of a name; at most {@value #SHOWN}. */
    FoundPersons find(SearchCriteria criteria) {
        return criteria.narrowing() == null ? found(criteria, SHOWN) : narrowed(criteria, criteria.narrowing());
    }

    /** Of many who may be meant, those who have all else that is asked for; of everybody where neither name nor number is. */
    private FoundPersons narrowed(SearchCriteria criteria, Narrowing narrowing) {
        if (criteria.name() == null && !criteria.hasNumber()) {
            var keys = new LinkedHashMap<Long, List<String>>();
            having(narrowing, criteria, null, SHOWN).forEach(number -> keys.put(number, List.of("narrowed")));
            return new FoundPersons(shown(keys.keySet(), keys, Map.of()), 0, "");
        }
        var found = found(criteria, MEANT);
        if (found.namesakes() > 0 && criteria.name() != null) {
            return narrowedCrowd(criteria, narrowing, found);
        }
        // They were found by date and nationality too, and need not have them to the letter.
        var having = having(narrowing, null, found.numbers(), MEANT);
        return new FoundPersons(
                found.hits().stream()
                        .filter(hit -> having.contains(hit.person().number()))
                        .limit(SHOWN)
                        .toList(),
                found.namesakes(),
                found.weights());
    }

    /** Where more have the name than were found: whoever has all else, and is as like as those who were. */
    private FoundPersons narrowedCrowd(SearchCriteria criteria, Narrowing narrowing, FoundPersons found) {
        var index = persons.now();
        var who = description(criteria);
        var least = found.hits().stream()
                .flatMap(hit -> Stream.ofNullable(hit.hit()))
                .mapToDouble(Hit::score)
                .min()
                .orElse(0);
        var having = having(narrowing, null, null, CROWD);
        var hits = new LinkedHashMap<Long, Hit>();
        having.stream()
                .flatMap(number -> index.compare(who, number).stream())
                .filter(hit -> hit.score() >= least)
                .sorted(Comparator.comparing(Hit::score).reversed())
                .forEach(hit -> hits.put(hit.person(), hit));
        return new FoundPersons(
                shown(hits.keySet(), Map.of(), hits), having.size() < CROWD ? 0 : found.namesakes(), found.weights());
    }

    /**
     * The numbers of persons to whom that happened.
     *
     * @param exactly who has this nationality and date of birth to the letter, where given
     * @param among only of these, where given
     */
    private List<Long> having(
            Narrowing narrowing, @Nullable SearchCriteria exactly, @Nullable List<Long> among, int most) {
        var sql = NarrowedSql.of(narrowing, exactly, among, LocalDate.now(clock), most);
        var statement = sql.text();
        Plans.each(jdbc);
        return jdbc.sql(statement)
                .params(sql.values())
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    private FoundPersons found(SearchCriteria criteria, int most) {
        var keys = byKeys(criteria, most);
        var answer = criteria.name() == null ? null : persons.now().find(description(criteria), most);
        var hits = new LinkedHashMap<Long, Hit>();
        if (answer != null) {
            answer.hits().forEach(hit -> hits.put(hit.person(), hit));
        }
        var numbers = new LinkedHashSet<>(keys.keySet());
        numbers.addAll(hits.keySet());
        // So few are no crowd: one of them may be who is meant, with more names than were typed.
        var isCrowd = answer != null && answer.namesakes() > (numbers.isEmpty() ? SHOWN : 0);
        if (answer != null && numbers.size() < most && !isCrowd) {
            for (var begins : beginning(criteria)) {
                if (numbers.add(begins)) {
                    keys.put(begins, List.of("begins"));
                }
            }
        }
        return new FoundPersons(
                shown(numbers, keys, hits, most),
                answer == null || isWhole(answer, numbers.size(), most) ? 0 : answer.namesakes(),
                answer == null ? "" : answer.weights());
    }

    /** Whether everybody who may be meant is among those found. */
    private static boolean isWhole(Answer answer, int found, int most) {
        return found > 0 && found < most && answer.notWeighed() == 0;
    }

    /** The persons found by keys and by likeness, whoever has a key first. */
    FoundPersons found(Map<Long, List<String>> keys, Map<Long, Hit> hits) {
        var numbers = new LinkedHashSet<>(keys.keySet());
        numbers.addAll(hits.keySet());
        return new FoundPersons(shown(numbers, keys, hits), 0, persons.now().weights());
    }

    private List<PersonHit> shown(Collection<Long> numbers, Map<Long, List<String>> keys, Map<Long, Hit> hits) {
        return shown(numbers, keys, hits, SHOWN);
    }

    private List<PersonHit> shown(
            Collection<Long> numbers, Map<Long, List<String>> keys, Map<Long, Hit> hits, int most) {
        return rows(numbers.stream().limit(most).toList()).stream()
                .map(row -> new PersonHit(row, keys.getOrDefault(row.number(), List.of()), hits.get(row.number())))
                .toList();
    }

    /** Persons with this personal code of Latvia. */
    Map<Long, List<String>> withCode(@Nullable String code) {
        return code == null
                ? Map.of()
                : byKeys(new SearchCriteria(null, null, null, null, null, code, null, null, null), SHOWN);
    }

    private static Description description(SearchCriteria criteria) {
        var description = Description.ofFullName(Objects.requireNonNullElse(criteria.name(), ""));
        if (criteria.birthDate() != null) {
            description.born(IndexRows.parts(PartialDate.valueOf(criteria.birthDate())));
        }
        if (criteria.nationality() != null) {
            description.of(criteria.nationality());
        }
        if (criteria.documentNumber() != null) {
            description.holding(criteria.documentNumber());
        }
        return description.done();
    }

    private Map<Long, List<String>> byKeys(SearchCriteria criteria, int most) {
        var birth = criteria.birthDate() == null || criteria.name() != null
                ? null
                : PartialDate.valueOf(criteria.birthDate());
        var keys = new LinkedHashMap<Long, List<String>>();
        jdbc.sql(BY_KEYS)
                .param("number", criteria.number(), Types.BIGINT)
                .param(
                        "number_key",
                        criteria.documentNumber() == null ? null : DocumentNumbers.key(criteria.documentNumber()),
                        Types.VARCHAR)
                .param("issuer", criteria.documentIssuer(), Types.VARCHAR)
                .param("code", criteria.personalCode(), Types.VARCHAR)
                .param("earliest", birth == null ? null : birth.earliest(), Types.DATE)
                .param("latest", birth == null ? null : birth.latest(), Types.DATE)
                .param("nationality", criteria.nationality(), Types.VARCHAR)
                .param("shown", most)
                .query(row -> {
                    keys.put(row.getLong("number"), Arrays.asList((String[])
                            row.getArray("keys").getArray()));
                });
        return keys;
    }

    private List<Long> beginning(SearchCriteria criteria) {
        var words = words(Latin.fold(Objects.requireNonNullElse(criteria.name(), "")));
        return words.length == 0
                ? List.of()
                : jdbc.sql(BEGINNING)
                        .param("words", words)
                        .param("shown", SHOWN)
                        .query((row, _) -> row.getLong("number"))
                        .list();
    }

    private List<PersonRow> rows(List<Long> numbers) {
        return jdbc.sql(PERSON_ROWS)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("day", LocalDate.now(clock))
                .query(Rows.of(PersonRow.class))
                .list();
    }

    private static String[] words(String name) {
        return Arrays.stream(name.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> "% " + word + "%")
                .toArray(String[]::new);
    }

    UUID keep(SearchCriteria criteria, Actor by) {
        var id = Ids.next();
        var now = clock.instant();
        jdbc.sql(KEEP)
                .param("id", id)
                .param("actor", by.account())
                .param("session", by.session() == null ? "" : by.session())
                .param("criteria", json.writeValueAsString(criteria), Types.OTHER)
                .param("now", Persons.utc(now))
                .param("until", Persons.utc(now.plus(KEPT)))
                .update();
        return id;
    }

    Optional<SearchCriteria> kept(UUID id, Actor by) {
        return jdbc.sql(KEPT_ONE)
                .param("id", id)
                .param("actor", by.account())
                .param("session", by.session() == null ? "" : by.session())
                .param("now", Persons.utc(clock.instant()))
                .query((row, _) -> json.readValue(row.getString("criteria"), SearchCriteria.class))
                .optional();
    }

    int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE).param("now", now).update();
    }

    static final String BY_KEYS = """
            select number, array_agg(distinct key order by key) as keys
              from (
                select h.number, 'number' as key
                  from person p
                  join person h on h.id = p.head_id
                 where p.number = cast(:number as bigint)
                union all
                select h.number, 'code' as key
                  from identity i
                  join person p on p.id = i.person_id
                  join person h on h.id = p.head_id
                 where i.personal_code = cast(:code as text)
                union all
                select h.number, 'document' as key
                  from document d
                  join person p on p.id = d.person_id
                  join person h on h.id = p.head_id
                 where d.number_key = cast(:number_key as text)
                   and (cast(:issuer as text) is null or d.issuer = cast(:issuer as text))
                union all
                select h.number, 'old' as key
                  from old_outcome o
                  join person p on p.id = o.person_id
                  join person h on h.id = p.head_id
                 where o.key_folded = cast(:number_key as text) and o.outcome = 'IMPORTED' and cast(:issuer as text) is null
                union all
                select h.number, 'birth' as key
                  from identity i
                  join person p on p.id = i.person_id
                  join person h on h.id = p.head_id
                 where i.birth_earliest <= cast(:latest as date) and i.birth_latest >= cast(:earliest as date)
                   and (cast(:nationality as text) is null
                        or exists (select 1 from nationality n
                                    where n.identity_id = i.id and n.country = cast(:nationality as text)))
              ) found
             group by number
             order by count(distinct key) desc, number
             limit :shown
            """;

    static final String BEGINNING = """
            select h.number
              from identity i
              join person p on p.id = i.person_id
              join person h on h.id = p.head_id
             where i.name_key like all (cast(:words as text[]))
             group by h.number
             order by h.number
             limit :shown
            """;

    static final String PERSON_ROWS = """
            select p.id, p.number, i.family_name, i.given_names, i.birth_date, i.sex,
                   coalesce((select string_agg(c.name_lv, ', ' order by c.name_lv collate "lv-x-icu")
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = i.id), '') as nationalities_lv,
                   coalesce((select string_agg(c.name_en, ', ' order by c.name_en)
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = i.id), '') as nationalities_en,
                   (select d.number from document d where d.person_id in (select * from records_of(p.id))
                     order by d.noted_at desc limit 1) as document,
                   (select count(*) from ban_clock b
                      left join bans_superseded(p.head_id, :day) s on s.ban_id = b.id
                     where b.person_id in (select * from records_of(p.id))
                       and b.from_day <= :day and (b.to_day is null or b.to_day >= :day) and s.ban_id is null) as bans,
                   (select count(*) from ban_clock b join ban x on x.id = b.id
                     where b.person_id in (select * from records_of(p.id)) and b.from_day is null
                       and (x.suspended_on is null or x.suspended_on > :day)) as pending_bans,
                   (select count(*) from ban_clock b join ban x on x.id = b.id
                     where b.person_id in (select * from records_of(p.id)) and x.suspended_on <= :day
                       and (x.cancelled_on is null or x.cancelled_on > :day)
                       and coalesce(x.term_ends_on >= :day, true)) as suspended_bans,
                   (select count(*) from decision d
                     where d.person_id in (select * from records_of(p.id)) and d.signed_at is not null
                       and d.departed_on is null and d.cancelled_on is null
                       and d.kind <> 'ENTRY_BAN') as open_decisions,
                   (select string_agg('P-' || lpad(m.number::text, greatest(7, length(m.number::text)), '0'), ', '
                                      order by m.number)
                      from person m where m.head_id = p.id and m.id <> p.id) as joined
              from unnest(cast(:numbers as bigint[])) with ordinality as wanted (number, place)
              join person p on p.number = wanted.number
              join identity i on i.person_id = p.id and i.kind = 'PRIMARY'
             order by wanted.place
            """;

    static final String KEEP = """
            insert into person_search (id, actor, session, criteria, asked_at, until_at)
            values (:id, :actor, :session, :criteria, :now, :until)
            """;

    static final String REMOVE = """
            delete from person_search
             where until_at < :now
            """;

    static final String KEPT_ONE = """
            select criteria
              from person_search
             where id = :id and actor = :actor and session = :session and until_at > :now
            """;
}
