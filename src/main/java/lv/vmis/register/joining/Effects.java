package lv.vmis.register.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What joining or parting records changes for whoever reads them, and what speaks against one person. */
@Component
class Effects {

    /** More would not be read. */
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Effects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Holdings of(Collection<PersonId> records) {
        return jdbc.sql(HOLDINGS)
                .param("records", ids(records))
                .param("day", LocalDate.now(clock))
                .query(Rows.of(Holdings.class))
                .single();
    }

    /** In what two records of these contradict each other. */
    List<Contradiction> contradictions(Collection<PersonId> records) {
        return jdbc.sql(CONTRADICTIONS)
                .param("records", ids(records))
                .param("most", SHOWN)
                .query(Rows.of(Contradiction.class))
                .list();
    }

    /** Documents of these records that others, who are another person, have as well. */
    List<SharedDocument> shared(Collection<PersonId> records) {
        return jdbc.sql(SHARED)
                .param("records", ids(records))
                .param("most", SHOWN)
                .query(Rows.of(SharedDocument.class))
                .list();
    }

    /** What was entered with these records after a moment, and with which of them. */
    List<LaterFact> after(Instant moment, Collection<PersonId> records) {
        return jdbc.sql(LATER)
                .param("records", ids(records))
                .param("moment", Links.utc(moment))
                .query(Rows.of(LaterFact.class))
                .list();
    }

    private static UUID[] ids(Collection<PersonId> records) {
        return records.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    static final String HOLDINGS = """
            with r (id) as (select unnest(cast(:records as uuid[]))),
                 bans as (select from_day, to_day, territory from ban_clock where person_id in (select id from r))
            select (select count(*) from r) as records,
                   (select count(*) from identity where person_id in (select id from r)) as identities,
                   (select count(*) from document where person_id in (select id from r)) as documents,
                   (select count(*) from address where person_id in (select id from r)) as addresses,
                   (select count(*) from fact f
                     where f.person_id in (select id from r) and f.kind not in ('IDENTITY', 'DOCUMENT', 'ADDRESS')) as notes,
                   (select count(*) from file
                     where person_id in (select id from r) and withdrawn_at is null) as files,
                   (select count(*) from return_case where person_id in (select id from r)) as cases,
                   (select count(*) from decision d
                     where d.person_id in (select id from r) and d.signed_at is not null) as decisions,
                   (select count(*) from bans where territory = 'LV' and from_day <= :day
                       and (to_day is null or to_day >= :day)) as latvia,
                   (select count(*) from bans where territory = 'SCH' and from_day <= :day
                       and (to_day is null or to_day >= :day)) as schengen,
                   (select count(*) from bans where from_day is null) as pending,
                   (select count(*) from bans where to_day < :day) as expired,
                   (select count(*) from decision d
                     where d.person_id in (select id from r) and d.signed_at is not null
                       and d.departed_on is null and d.cancelled_on is null
                       and d.kind <> 'ENTRY_BAN') as open,
                   (select count(*) from decision d
                     where d.person_id in (select id from r) and d.signed_at is null and d.withdrawn_at is null) as drafts,
                   (select count(*) from decision d
                     where d.person_id in (select id from r) and d.signed_at is not null
                       and not exists (select 1 from service s where s.decision_id = d.id)) as unserved,
                   (select count(*) from return_case c
                     where c.person_id in (select id from r)
                       and not exists (select 1 from decision d where d.case_id = c.id and d.withdrawn_at is null))
                       as undecided
            """;

    static final String CONTRADICTIONS = """
            with i as (
                select p.number, i.sex, i.birth_date, i.birth_earliest, i.birth_latest
                  from identity i
                  join person p on p.id = i.person_id
                 where i.person_id = any(:records) and i.kind <> 'MISUSED'),
            d as (
                select p.number, d.type, d.issuer, d.number as document, d.number_key
                  from document d
                  join person p on p.id = d.person_id
                 where d.person_id = any(:records))
            (select distinct 'sex' as kind, a.number as one_number, a.sex as one, b.number as other_number, b.sex as other
               from i a
               join i b on b.number > a.number
              where a.sex in ('M', 'F') and b.sex in ('M', 'F') and a.sex <> b.sex
              limit :most)
            union all
            (select distinct 'birth', a.number, a.birth_date, b.number, b.birth_date
               from i a
               join i b on b.number > a.number
              where a.birth_earliest > b.birth_latest or b.birth_earliest > a.birth_latest
              limit :most)
            union all
            (select distinct 'document', a.number, a.issuer || ' ' || a.document, b.number, b.issuer || ' ' || b.document
               from d a
               join d b on b.number > a.number and b.issuer = a.issuer and b.type = a.type and b.number_key <> a.number_key
              where not exists (select 1 from d c where c.number = b.number and c.issuer = a.issuer
                                                   and c.number_key = a.number_key)
              limit :most)
            """;

    static final String SHARED = """
            select distinct a.number as document, a.issuer, h.id as person_id, h.number
              from document a
              join document b on b.number_key = a.number_key and b.issuer = a.issuer
              join person p on p.id = b.person_id
              join person h on h.id = p.head_id
             where a.person_id = any(:records) and not b.person_id = any(:records)
             order by h.number
             limit :most
            """;

    static final String LATER = """
            select later.kind, later.name, later.at, p.number
              from person p
              join lateral (
                select 'identity' as kind, concat_ws(' ', upper(i.family_name), i.given_names) as name, i.noted_at as at
                  from identity i where i.person_id = p.id
                union all
                select 'document', d.issuer || ' ' || d.number, d.noted_at from document d where d.person_id = p.id
                union all
                select 'address', null, x.noted_at from address x where x.person_id = p.id
                union all
                select lower(f.kind), null, f.noted_at
                  from fact f where f.person_id = p.id and f.kind not in ('IDENTITY', 'DOCUMENT', 'ADDRESS')
                union all
                select 'file', f.title, f.entered_at from file f where f.person_id = p.id
                union all
                select 'case', c.number, (select min(f.noted_at) from finding f where f.case_id = c.id)
                  from return_case c where c.person_id = p.id
                union all
                select 'decision', coalesce(d.number, c.number, '–'), coalesce(d.signed_at, d.prepared_at)
                  from decision d left join return_case c on c.id = d.case_id where d.person_id = p.id
                union all
                select 'service', d.number, s.noted_at
                  from service s join decision d on d.id = s.decision_id where s.person_id = p.id
                union all
                select 'departure', d.number, e.confirmed_at
                  from departure e join decision d on d.id = e.decision_id where e.person_id = p.id) later on true
             where p.id = any(:records) and later.at > :moment
             order by later.at
            """;
}
