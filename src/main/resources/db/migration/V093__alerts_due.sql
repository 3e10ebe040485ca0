-- The alerts that ought to exist, among a million persons: what few persons have is gathered first, and the rest is joined as a whole instead of
-- being asked person by person.
select set_config('register.actor', 'migration', true);

create or replace function alerts_due(on_day date)
returns table (person_id uuid, category text, decision_id uuid, ban_id uuid, may_be_left_out boolean)
language sql stable as $$
    -- Whom another State saw leave.
    with seen as materialized (
        select o.head_id, n.happened_on
          from alert_notice n
          join person o on o.id = n.person_id
         where n.has_left and n.answer is distinct from 'NOT_HIM'
    ), held as materialized (
        select distinct h.head_id
          from detention t
          join person h on h.id = t.person_id
         where (t.detained_at at time zone 'Europe/Riga')::date <= on_day
           and (t.released_at is null or (t.released_at at time zone 'Europe/Riga')::date > on_day)
    ), ended as materialized (
        select e.person_id as head_id, e.ended_on from alert_end e where e.ended_on <= on_day
    ), moving as materialized (
        select distinct i.person_id as head_id
          from country s
          join nationality n on n.country = s.code
          join identity i on i.id = n.identity_id and i.kind = 'PRIMARY'
         where s.free_movement_from <= on_day and coalesce(s.free_movement_to, 'infinity') >= on_day
    ), staying as materialized (
        select p.head_id, d.id as decision_id, d.decided_on, d.signed_at,
               d.kind <> 'DEPARTURE_ORDER' and exists (select 1 from held h where h.head_id = p.head_id) as may_be_left_out
          from decision d
          join person p on p.id = d.person_id
          left join judgment j on j.decision_id = d.id
         where d.signed_at is not null and d.departed_on is null and d.kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION')
           and d.decided_on <= on_day and (d.cancelled_on is null or d.cancelled_on > on_day)
           and (d.kind <> 'COURT_EXPULSION' or j.in_force_on <= on_day)
           and not exists (select 1 from departure e where e.case_id = d.case_id)
           and not exists (select 1 from decision n where n.case_id = d.case_id and n.signed_at > d.signed_at)
           and not exists (select 1 from seen s
                            where s.head_id = p.head_id and s.happened_on >= d.decided_on and s.happened_on <= on_day)
    ), barred as materialized (
        select p.head_id, b.id as ban_id, b.decision_id, d.decided_on, b.last_on as to_day
          from ban b
          join decision d on d.id = b.decision_id and d.signed_at is not null
          join person p on p.id = b.person_id
         where b.territory = 'SCH' and b.dropped_at is null and b.first_on <= on_day and (b.last_on is null or b.last_on >= on_day)
           and coalesce(b.suspended_on > b.first_on, true) and coalesce(b.cancelled_on > b.first_on, true)
           and not exists (select 1 from legal_basis l
                            where l.code = b.legal_basis and l.sis_basis = '25'
                              and d.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity'))
        union all
        select r.person_id, r.ban_id, r.decision_id, r.decided_on, k.to_day
          from alert_refusal r
         cross join lateral (select least((r.seen_leaving_on + make_interval(months => r.term_months))::date,
                                          r.cancelled_on - 1, r.suspended_on - 1) as to_day) k
         where r.person_id in (select head_id from seen) and r.from_day is null and r.seen_leaving_on <= on_day
           and (k.to_day is null or k.to_day >= on_day)
    ), candidate as (
        select s.head_id, 'RETURN' as category, s.decision_id, cast(null as uuid) as ban_id, s.may_be_left_out, s.decided_on,
               case when s.may_be_left_out then 3 else 1 end as turn, cast(null as date) as until, s.signed_at
          from staying s
        union all
        select b.head_id, 'REFUSAL', b.decision_id, b.ban_id, false, b.decided_on, 2, coalesce(b.to_day, 'infinity'), null
          from barred b
    )
    select distinct on (c.head_id) c.head_id, c.category, c.decision_id, c.ban_id, c.may_be_left_out
      from candidate c
     where not exists (select 1 from ended e where e.head_id = c.head_id and e.ended_on >= c.decided_on)
       and not exists (select 1 from moving m where m.head_id = c.head_id)
     order by c.head_id, c.turn, c.until desc nulls last, c.decided_on desc, c.signed_at desc nulls last, c.decision_id desc
$$;
