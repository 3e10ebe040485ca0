-- What the register knew at a moment, it knew whatever was withdrawn later: a service, a departure, a remedy and its result that left
-- their tables are read from what was kept of them, for every moment between their entry and their withdrawal.
select set_config('register.actor', 'migration', true);

create index withdrawn_entry_by_withdrawal on withdrawn_entry (withdrawn_at);

create function services_known(of_decision uuid, moment timestamptz) returns setof service language sql stable as $$
    select s.* from service s where s.decision_id = of_decision and s.noted_at <= moment
    union all
    select k.*
      from withdrawn_entry w
     cross join lateral jsonb_populate_record(null::service, w.entry) k
     where w.decision_id = of_decision and w.kind = 'SERVICE' and w.entered_at <= moment and w.withdrawn_at > moment
$$;
comment on function services_known(uuid, timestamptz) is 'decision: the service of a decision as known at a moment';

create function departures_known(of_record uuid, moment timestamptz) returns setof departure language sql stable as $$
    select e.* from departure e where e.person_id = of_record and e.confirmed_at <= moment
    union all
    select k.*
      from withdrawn_entry w
     cross join lateral jsonb_populate_record(null::departure, w.entry) k
     where w.person_id = of_record and w.kind = 'DEPARTURE' and w.entered_at <= moment and w.withdrawn_at > moment
$$;
comment on function departures_known(uuid, timestamptz) is 'decision: the departures entered with one record of a person, as known at a moment';

-- What came of a remedy after the moment stands in the row all the same; whoever reads it looks at when it was entered.
create function remedies_known(of_decision uuid, moment timestamptz) returns setof remedy language sql stable as $$
    with resolved as (
        select k.*
          from withdrawn_entry w
         cross join lateral jsonb_populate_record(null::remedy, w.entry) k
         where w.decision_id = of_decision and w.kind = 'REMEDY_RESULT' and w.entered_at <= moment and w.withdrawn_at > moment
    )
    select * from resolved
    union all
    select r.*
      from remedy r
     where r.decision_id = of_decision and r.entered_at <= moment and not exists (select 1 from resolved x where x.id = r.id)
    union all
    select k.*
      from withdrawn_entry w
     cross join lateral jsonb_populate_record(null::remedy, w.entry) k
     where w.decision_id = of_decision and w.kind = 'REMEDY' and w.entered_at <= moment and w.withdrawn_at > moment
       and not exists (select 1 from resolved x where x.id = k.id)
$$;
comment on function remedies_known(uuid, timestamptz) is 'remedy: the remedies against a decision as known at a moment';

create or replace function ban_suspended(decision uuid, ban uuid, on_day date, moment timestamptz) returns date language sql stable as $$
    select least((select min(s.effect_on)
                    from (select distinct on (f.ban_id) f.kind, f.effect_on
                            from follow_up f
                           where f.decision_id = decision and (f.ban_id is null or f.ban_id = ban)
                             and f.kind in ('SUSPEND', 'RESUME') and f.signed_at <= moment and f.effect_on <= on_day
                           order by f.ban_id, f.signed_at desc, f.effect_on desc) s
                   where s.kind = 'SUSPEND'),
                 (select min(r.filed_on)
                    from remedies_known(decision, moment) r
                   where r.suspends and r.filed_on <= on_day
                     and (r.resolved_at is null or r.resolved_at > moment or r.result_on > on_day)))
$$;

create or replace function bans_known(moment timestamptz, on_day date)
returns table (id uuid, person_id uuid, decision_id uuid, territory text, legal_basis text, decider text, from_day date, to_day date,
               cancelled_on date)
language sql stable as $$
    -- Persons of whom something was entered or withdrawn later that may begin a ban of theirs.
    with later as (
        select e.person_id as id from departure e where e.confirmed_at > moment
        union
        select w.person_id from withdrawn_entry w where w.withdrawn_at > moment and w.kind = 'DEPARTURE'
        union
        select unnest(array[l.head_id, l.member_id])
          from person_link l
         where l.answer = 'APPROVED' and (l.decided_at > moment or l.undone_at > moment)
    ), touched as materialized (
        select f.decision_id from follow_up f where f.signed_at <= moment
        union
        select r.decision_id from remedy r where r.entered_at <= moment
        union
        select w.decision_id from withdrawn_entry w where w.withdrawn_at > moment and w.kind in ('REMEDY', 'REMEDY_RESULT')
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
     cross join lateral (select min(f.term_months) as term_months,
                                least(min(f.effect_on) filter (where f.kind = 'CANCEL'),
                                      (select min(r.result_on) from remedies_known(t.decision_id, moment) r
                                        where r.result = 'CANCELLED' and r.resolved_at <= moment and r.result_on <= on_day))
                                    as cancelled_on,
                                ban_suspended(t.decision_id, b.id, on_day, moment) as suspended_on
                           from follow_up f
                          where f.decision_id = t.decision_id and (f.ban_id is null or f.ban_id = b.id)
                            and f.signed_at <= moment and f.effect_on <= on_day) h
     cross join lateral (select case when b.starts = 'DAY' then b.starts_on
                                     when b.starts = 'DECISION' then d.decided_on
                                     else (select min(x.departed_on)
                                             from (select b.person_id as id
                                                   union
                                                   select k
                                                     from records_known_at(b.person_id, moment) k
                                                    -- Of nearly everybody there is one record.
                                                    where exists (select 1 from person_link l
                                                                   where l.head_id = b.person_id or l.member_id = b.person_id)) m
                                            cross join lateral departures_known(m.id, moment) x
                                            where x.decision_id = d.id or x.departed_on > d.decided_on
                                               or x.departed_on = d.decided_on
                                                  and (d.kind = 'ENTRY_BAN' or x.confirmed_at >= d.signed_at))
                                end as day) g
     where b.dropped_at is null or b.dropped_at > moment
$$;
