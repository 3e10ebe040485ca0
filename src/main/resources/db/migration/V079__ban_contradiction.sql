-- Bans that contradict each other, or what else the register knows, are found anew each time; what mends them is a follow-up decision.
select set_config('register.actor', 'migration', true);

create index vmis_notice_granted on vmis_notice (person_id) where status = 'GRANTED' and subject in ('PERMIT', 'VISA');
-- Told so plainly, whom the register knows twice in one territory is found without reading every ban.
create index ban_of_person_and_territory on ban (person_id, territory) where dropped_at is null;

create function ban_contradictions(on_day date)
returns table (reason text, ban_id uuid, other_id uuid, known text)
language sql stable as $$
    -- Persons with several bans for one territory, over all their records.
    with several as materialized (
        select p.head_id, b.territory
          from ban b
          join person p on p.id = b.person_id
         where b.dropped_at is null
         group by p.head_id, b.territory
        having count(*) > 1
    ), holding as materialized (
        select s.head_id, c.id, c.territory, c.legal_basis, coalesce(c.decider, c.institution) as decider, c.decided_on, c.to_day
          from several s
          join person p on p.head_id = s.head_id
          join ban b on b.person_id = p.id and b.territory = s.territory
          join ban_clock c on c.id = b.id
         where c.from_day <= on_day and (c.to_day is null or c.to_day >= on_day)
    ), pair as (
        select a.id, o.id as other_id, a.legal_basis = o.legal_basis as same_basis,
               a.decider = coalesce(o.decider, o.institution) as same_decider, a.to_day is not distinct from o.to_day as same_end
          from holding a
          join person m on m.head_id = a.head_id
          join ban y on y.person_id = m.id and y.territory = a.territory and y.dropped_at is null
          join ban_clock o on o.id = y.id
         where o.from_day <= on_day and (o.to_day is null or o.to_day >= on_day) and (o.decided_on, o.id) < (a.decided_on, a.id)
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
comment on function ban_contradictions(date) is 'ban: bans that contradict each other or what else is known of the person on a day, each with the reason';
