-- What was known of bans at a moment, and which of them contradict each other, among a million of them: only those are worked out anew
-- of which something else was known then, and only those are compared that are in force.
select set_config('register.actor', 'migration', true);

create or replace function bans_known(moment timestamptz, on_day date)
returns table (id uuid, person_id uuid, decision_id uuid, territory text, legal_basis text, decider text, from_day date, to_day date,
               cancelled_on date)
language sql stable as $$
    -- Persons of whom something was entered later that may begin a ban of theirs.
    with later as (
        select e.person_id as id from departure e where e.confirmed_at > moment
        union
        select unnest(array[l.head_id, l.member_id])
          from person_link l
         where l.answer = 'APPROVED' and (l.decided_at > moment or l.undone_at > moment)
    ), touched as materialized (
        select f.decision_id from follow_up f where f.signed_at <= moment
        union
        select r.decision_id from remedy r where r.entered_at <= moment
        union
        select e.decision_id from departure e where e.confirmed_at > moment
        union
        select b.decision_id
          from later l
          join person p on p.id = l.id
          join person m on m.head_id = p.head_id
          join ban b on b.person_id = m.id and b.starts = 'DEPARTURE'
    )
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           b.first_on, (b.first_on + make_interval(months => b.term_months))::date, null::date
      from ban b
      join decision d on d.id = b.decision_id and d.signed_at <= moment
     where (b.dropped_at is null or b.dropped_at > moment)
       and not exists (select 1 from touched t where t.decision_id = b.decision_id)
    union all
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           case when h.suspended_on <= g.day then null else g.day end,
           case when g.day is not null and coalesce(h.suspended_on > g.day, true)
                then least((g.day + make_interval(months => coalesce(h.term_months, b.term_months)))::date,
                           h.cancelled_on - 1, h.suspended_on - 1)
           end,
           h.cancelled_on
      from touched t
      join ban b on b.decision_id = t.decision_id
      join decision d on d.id = b.decision_id and d.signed_at <= moment
      left join departure e on e.decision_id = b.decision_id and e.confirmed_at <= moment
     cross join lateral (select min(f.term_months) as term_months,
                                least(min(f.effect_on) filter (where f.kind = 'CANCEL'),
                                      (select min(r.result_on) from remedy r
                                        where r.decision_id = t.decision_id and r.result = 'CANCELLED'
                                          and r.resolved_at <= moment and r.result_on <= on_day)) as cancelled_on,
                                ban_suspended(t.decision_id, b.id, on_day, moment) as suspended_on
                           from follow_up f
                          where f.decision_id = t.decision_id and (f.ban_id is null or f.ban_id = b.id)
                            and f.signed_at <= moment and f.effect_on <= on_day) h
     cross join lateral (select case when d.kind <> 'ENTRY_BAN' then e.departed_on
                                     when b.starts = 'DAY' then b.starts_on
                                     when b.starts = 'DECISION' then d.decided_on
                                     else (select min(x.departed_on)
                                             from departure x
                                            where x.person_id in (select * from records_known_at(b.person_id, moment))
                                              and x.departed_on >= d.decided_on and x.confirmed_at <= moment)
                                end as day) g
     where b.dropped_at is null or b.dropped_at > moment
$$;

drop index ban_of_person_and_territory;
create or replace function ban_contradictions(on_day date)
returns table (reason text, ban_id uuid, other_id uuid, known text)
language sql stable as $$
    -- Bans of one person in force for one territory, over all his records.
    with several as materialized (
        select n.head_id, n.id, n.territory
          from (select p.head_id, b.id, b.territory, count(*) over (partition by p.head_id, b.territory) as bans
                  from ban b
                  join person p on p.id = b.person_id
                 where b.dropped_at is null and b.first_on <= on_day and (b.last_on is null or b.last_on >= on_day)) n
         where n.bans > 1
    ), holding as materialized (
        select s.head_id, c.id, c.territory, c.legal_basis, c.decider, c.decided_on, c.to_day
          from several s
          join ban_clock c on c.id = s.id
         where c.from_day <= on_day and (c.to_day is null or c.to_day >= on_day)
    ), pair as (
        select a.id, o.id as other_id, a.legal_basis = o.legal_basis as same_basis, a.decider = o.decider as same_decider,
               a.to_day is not distinct from o.to_day as same_end
          from holding a
          join holding o on o.head_id = a.head_id and o.territory = a.territory and (o.decided_on, o.id) < (a.decided_on, a.id)
    ), nationality_of as materialized (
        select i.person_id as head_id, n.country,
               bool_or(n.country = 'LVA') over (partition by i.person_id) as of_latvia
          from country s
          join nationality n on n.country = s.code
          join identity i on i.id = n.identity_id and i.kind = 'PRIMARY'
         where s.free_movement_from <= on_day and coalesce(s.free_movement_to, 'infinity') >= on_day
    ), standing as not materialized (
        select p.head_id, c.id, c.territory, c.legal_basis, c.decision_id, c.decided_on, c.decision_kind
          from person p
          join ban b on b.person_id = p.id
          join ban_clock c on c.id = b.id
         where (c.to_day is null or c.to_day >= on_day)
    )
    select 'SAME_BASIS', id, other_id, null::text from pair where same_basis
    union all
    select 'OTHER_DECIDER', id, other_id, null from pair where not same_basis and not same_decider and not same_end
    union all
    select distinct 'OF_LATVIA', c.id, null::uuid, 'LVA'
      from nationality_of n join standing c on c.head_id = n.head_id
     where n.of_latvia
    union all
    select 'OF_UNION', c.id, null, min(n.country)
      from nationality_of n join standing c on c.head_id = n.head_id
     where not n.of_latvia and c.territory = 'SCH'
     group by c.id
    union all
    select 'OF_UNION_FAMILY', c.id, null, null
      from decision d join standing c on c.decision_id = d.id
     where d.union_family and c.territory = 'SCH'
    union all
    select distinct 'PERMITTED', c.id, null::uuid, v.subject
      from vmis_notice v
      join person p on p.id = v.person_id
      join standing c on c.head_id = p.head_id
     where v.status = 'GRANTED' and v.subject in ('PERMIT', 'VISA')
       and (v.valid_from is null or v.valid_from <= on_day) and (v.valid_to is null or v.valid_to >= on_day)
       -- What VMIS told last of a permit or a visa holds.
       and not exists (select 1 from vmis_notice n
                        where n.person_id = v.person_id and n.subject = v.subject and n.number is not distinct from v.number
                          and n.told_at > v.told_at)
    union all
    select 'RETURN_CANCELLED', c.id, x.id, x.number
      from standing c
      join legal_basis l on l.code = c.legal_basis and l.sis_basis = '24(1)(b)'
                        and c.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity')
     cross join lateral (select d.id, d.number
                           from person m
                           join decision d on d.person_id = m.id
                          where m.head_id = c.head_id and d.kind <> 'ENTRY_BAN' and d.cancelled_on <= on_day
                          order by d.cancelled_on desc, d.id
                          limit 1) x
     where c.decision_kind = 'ENTRY_BAN'
       and not exists (select 1 from person m join decision d on d.person_id = m.id
                        where m.head_id = c.head_id and d.kind <> 'ENTRY_BAN' and d.signed_at is not null
                          and (d.cancelled_on is null or d.cancelled_on > on_day))
$$;
