package lv.vmis.register.person;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.Latin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds persons by what is known of them, and keeps what was searched for out of addresses. */
@Component
class PersonSearch {

    /** At most so many persons are shown: more is no help to anybody. */
    static final int SHOWN = 10;
    /** From this likeness of the names (0 to 1, trigrams of whole words) a person is shown for his name. */
    static final double LIKE = 0.5;

    private static final Duration KEPT = Duration.ofHours(8);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PersonSearch(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<PersonHit> find(SearchCriteria criteria) {
        var name = criteria.name() == null ? null : Latin.fold(criteria.name()).strip();
        var birth = criteria.birthDate() == null ? null : PartialDate.valueOf(criteria.birthDate());
        return jdbc.sql(FIND)
                .param("number", criteria.number(), Types.BIGINT)
                .param(
                        "number_key",
                        criteria.documentNumber() == null ? null : DocumentNumbers.key(criteria.documentNumber()),
                        Types.VARCHAR)
                .param("issuer", criteria.documentIssuer(), Types.VARCHAR)
                .param("code", criteria.personalCode(), Types.VARCHAR)
                .param("name", name == null || name.isEmpty() ? null : name, Types.VARCHAR)
                .param("words", name == null ? new String[0] : words(name))
                .param("earliest", birth == null ? null : birth.earliest(), Types.DATE)
                .param("latest", birth == null ? null : birth.latest(), Types.DATE)
                .param("nationality", criteria.nationality(), Types.VARCHAR)
                .param("like", LIKE)
                .param("day", LocalDate.now(clock))
                .param("shown", SHOWN)
                .query(Rows.of(PersonHit.class))
                .list();
    }

    private static String[] words(String name) {
        return List.of(name.split(" ", -1)).stream()
                .filter(word -> !word.isEmpty())
                .map(word ->
                        "% " + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
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

    static final String FIND = """
            with hit as (
                select i.person_id, i.kind, i.family_name, i.given_names, i.birth_date, i.sex, i.id as identity_id,
                       p.number,
                       coalesce(p.number = cast(:number as bigint), false) as number_agrees,
                       (cast(:number_key as text) is not null
                        and exists (select 1 from document d
                                     where d.person_id = i.person_id and d.number_key = cast(:number_key as text)
                                       and (cast(:issuer as text) is null or d.issuer = cast(:issuer as text)))) as document_agrees,
                       coalesce(i.personal_code = cast(:code as text), false) as code_agrees,
                       (cast(:name as text) is not null and i.name_key like all (:words)) as name_agrees,
                       coalesce(strict_word_similarity(cast(:name as text), i.name_key), 0) as name_likeness,
                       coalesce(i.birth_earliest <= cast(:latest as date)
                                and i.birth_latest >= cast(:earliest as date), false) as birth_agrees,
                       coalesce(exists (select 1 from nationality n
                                         where n.identity_id = i.id and n.country = cast(:nationality as text)), false)
                           as nationality_agrees
                  from identity i
                  join person p on p.id = i.person_id
                 where p.number = cast(:number as bigint)
                    or i.personal_code = cast(:code as text)
                    or i.person_id in (select d.person_id from document d where d.number_key = cast(:number_key as text))
                    or i.name_key like all (case when cast(:name as text) is null then array['']
                                                 else cast(:words as text[]) end)
                    or cast(:name as text) <<% i.name_key
                    or (cast(:name as text) is null and i.birth_earliest <= cast(:latest as date)
                        and i.birth_latest >= cast(:earliest as date)
                        and (cast(:nationality as text) is null
                             or exists (select 1 from nationality n
                                         where n.identity_id = i.id and n.country = cast(:nationality as text))))
            ), ranked as (
                select *, 100 * (number_agrees or document_agrees or code_agrees)::int + 40 * name_agrees::int
                          + 40 * name_likeness + 30 * birth_agrees::int + 8 * nationality_agrees::int as weight,
                       row_number() over (partition by person_id
                                              order by document_agrees desc, name_likeness desc, kind = 'PRIMARY' desc) as place
                  from hit
                 where number_agrees or document_agrees or code_agrees or name_agrees or name_likeness >= :like
                    or cast(:name as text) is null
            )
            select h.person_id as id, h.number, h.kind, h.family_name, h.given_names, h.birth_date, h.sex,
                   coalesce((select string_agg(c.name_lv, ', ' order by c.name_lv collate "lv-x-icu")
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = h.identity_id), '') as nationalities_lv,
                   coalesce((select string_agg(c.name_en, ', ' order by c.name_en)
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = h.identity_id), '') as nationalities_en,
                   (select d.number from document d where d.person_id = h.person_id
                     order by d.number_key = cast(:number_key as text) desc nulls last, d.noted_at desc limit 1) as document,
                   (select count(*) from ban_clock b
                     where b.person_id = h.person_id and b.from_day <= :day
                       and (b.to_day is null or b.to_day >= :day)) as bans,
                   (select count(*) from ban_clock b
                     where b.person_id = h.person_id and b.from_day is null) as pending_bans,
                   (select count(*) from decision d
                     where d.person_id = h.person_id and d.signed_at is not null
                       and not exists (select 1 from departure e where e.decision_id = d.id)) as open_decisions,
                   h.number_agrees, h.document_agrees, h.code_agrees, h.name_agrees, h.name_likeness, h.birth_agrees,
                   h.nationality_agrees
              from ranked h
             where h.place = 1
             order by h.weight desc, h.number
             limit :shown
            """;

    static final String KEEP = """
            insert into person_search (id, actor, session, criteria, asked_at, until_at)
            values (:id, :actor, :session, :criteria, :now, :until)
            """;

    static final String KEPT_ONE = """
            select criteria
              from person_search
             where id = :id and actor = :actor and session = :session and until_at > :now
            """;
}
