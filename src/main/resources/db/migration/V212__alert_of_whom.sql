-- On whom alerts rest. Whoever holds the protection of a State moves no more freely than others: only its citizens do. The expulsion of a Union
-- citizen or a family member is no return decision (Directive 2008/115/EC Art. 2(3)), so no alert on return rests on it. What another State
-- said of one alert says nothing of the other: each is asked about by itself (Reg. (EU) 2018/1861 Art. 23(1)). And a ban that was decided
-- by itself begins when another State saw the person leave, as any other.
select set_config('register.actor', 'migration', true);

create or replace view alert_end with (security_invoker = true) as
select p.head_id as person_id, c.closed_on as ended_on, c.reason as why, c.closed_at as ended_at, cast(null as text) as category
  from case_closing c
  join person p on p.id = c.person_id
 where c.reopened_at is null and c.reason in ('LEGALISED', 'PROTECTION', 'CITIZEN', 'DECEASED')
union all
select p.head_id, a.ended_on, coalesce(a.answer, 'NO_OBJECTION'), coalesce(a.answered_at, a.asked_at),
       case a.kind when 'INCOMPATIBLE' then l.category end
  from alert_consultation a
  join alert l on l.id = a.alert_id
  join person p on p.id = a.person_id
 where a.ended_on is not null;
comment on column alert_end.category is 'Reg. (EU) 2018/1861 23(1) | none | Category of alert it ends; none: both';

create or replace view alert_return with (security_invoker = true) as
select p.head_id as person_id, d.id as decision_id, d.kind, d.decided_on, d.signed_at, d.cancelled_on, d.suspended_on, d.leave_by,
       j.in_force_on,
       (select min(e.departed_on)
          from departure e
          join person o on o.id = e.person_id
         where o.head_id = p.head_id
           and (e.case_id = d.case_id or e.departed_on > d.decided_on
                or e.departed_on = d.decided_on and e.confirmed_at >= d.signed_at)) as departed_on,
       (select min(n.happened_on)
          from alert_notice n
          join person o on o.id = n.person_id
         where o.head_id = p.head_id and n.has_left and not n.is_odd and n.answer is distinct from 'NOT_HIM'
           and (n.happened_on > d.decided_on or n.happened_on = d.decided_on and n.received_at >= d.signed_at)) as seen_leaving_on,
       exists (select 1 from decision n
                where n.case_id = d.case_id and n.signed_at > d.signed_at and n.cancelled_on is null) as is_replaced
  from decision d
  join person p on p.id = d.person_id
  left join judgment j on j.decision_id = d.id
 where d.signed_at is not null and d.kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION')
   and not (d.legal_basis = any (legal_texts('return.union.bases', d.decided_on)));

create or replace view alert_refusal with (security_invoker = true) as
select p.head_id as person_id, b.id as ban_id, b.decision_id, d.decided_on,
       coalesce(b.reduced_months, b.term_months) as term_months, l.sis_basis as basis,
       b.cancelled_on, b.suspended_on, c.from_day, c.to_day,
       case when c.from_day is null and left_under_any(d) is null
            then (select min(n.happened_on)
                    from alert_notice n
                    join person o on o.id = n.person_id
                   where o.head_id = p.head_id and n.has_left and not n.is_odd and n.answer is distinct from 'NOT_HIM'
                     and (n.happened_on > d.decided_on or n.happened_on = d.decided_on and n.received_at >= d.signed_at))
       end as seen_leaving_on, d.signed_at
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
  join person p on p.id = b.person_id
  -- It leaves out a ban that was cancelled before a departure was confirmed.
  left join ban_clock c on c.id = b.id
  left join legal_basis l on l.code = b.legal_basis and d.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity')
 -- Alerts under Article 25 are entered by the State that holds the Presidency, not by who bans.
 where b.territory = 'SCH' and b.dropped_at is null and l.sis_basis is distinct from '25';

create or replace function alerts_due(on_day date, after uuid, upto uuid)
returns table (person_id uuid, category text, decision_id uuid, ban_id uuid, may_be_left_out boolean)
language sql stable as $$
    with record as materialized (
        select p.id, p.head_id from person p where p.head_id > after and p.head_id <= upto
    ), seen as materialized (
        -- Whom another State saw leave.
        select r.head_id, n.happened_on, n.received_at
          from record r
         cross join lateral (select n.happened_on, n.received_at
                               from alert_notice n
                              where n.person_id = r.id and n.has_left and not n.is_odd and n.answer is distinct from 'NOT_HIM'
                             offset 0) n
    ), gone as materialized (
        select r.head_id, e.case_id, e.departed_on, e.confirmed_at
          from record r
         cross join lateral (select e.case_id, e.departed_on, e.confirmed_at from departure e where e.person_id = r.id offset 0) e
    ), held as materialized (
        select r.head_id
          from record r
         cross join lateral (select 1
                               from detention t
                              where t.person_id = r.id and (t.detained_at at time zone 'Europe/Riga')::date <= on_day
                                and (t.released_at is null or (t.released_at at time zone 'Europe/Riga')::date > on_day)
                             offset 0) t
    ), staying as (
        select r.head_id, d.id as decision_id, d.decided_on, d.signed_at,
               d.kind <> 'DEPARTURE_ORDER' and r.head_id in (select h.head_id from held h) as may_be_left_out
          from record r
          join decision d on d.person_id = r.id
          left join judgment j on j.decision_id = d.id
         where d.signed_at is not null and d.departed_on is null and d.kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION')
           and d.decided_on <= on_day and (d.cancelled_on is null or d.cancelled_on > on_day)
           and not (d.legal_basis = any ((select legal_texts('return.union.bases', on_day))::text[]))
           and (d.kind <> 'COURT_EXPULSION' or j.in_force_on <= on_day)
           and not exists (select 1 from gone g
                            where g.head_id = r.head_id
                              and (g.case_id = d.case_id or g.departed_on > d.decided_on
                                   or g.departed_on = d.decided_on and g.confirmed_at >= d.signed_at))
           and not exists (select 1 from decision n
                            where n.case_id = d.case_id and n.signed_at > d.signed_at and n.cancelled_on is null)
           and not exists (select 1 from seen s
                            where s.head_id = r.head_id and s.happened_on <= on_day
                              and (s.happened_on > d.decided_on or s.happened_on = d.decided_on and s.received_at >= d.signed_at))
    ), barred as (
        select r.head_id, b.id as ban_id, b.decision_id, d.decided_on, d.signed_at, b.last_on as to_day
          from record r
         cross join lateral (select b.* from ban b where b.person_id = r.id and b.territory = 'SCH' and b.dropped_at is null offset 0) b
          join decision d on d.id = b.decision_id and d.signed_at is not null
         where b.first_on <= on_day and (b.last_on is null or b.last_on >= on_day)
           and coalesce(b.suspended_on > b.first_on, true) and coalesce(b.cancelled_on > b.first_on, true)
           and not exists (select 1 from legal_basis l
                            where l.code = b.legal_basis and l.sis_basis = '25'
                              and d.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity'))
        union all
        select s.head_id, f.ban_id, f.decision_id, f.decided_on, f.signed_at, k.to_day
          from (select distinct head_id from seen) s
         cross join lateral (select f.* from alert_refusal f where f.person_id = s.head_id offset 0) f
         cross join lateral (select least((f.seen_leaving_on + make_interval(months => f.term_months))::date,
                                          f.cancelled_on - 1, f.suspended_on - 1) as to_day) k
         where f.from_day is null and f.seen_leaving_on <= on_day and (k.to_day is null or k.to_day >= on_day)
    ), candidate as materialized (
        select s.head_id, 'RETURN' as category, s.decision_id, cast(null as uuid) as ban_id, s.may_be_left_out, s.decided_on,
               case when s.may_be_left_out then 3 else 1 end as turn, cast(null as date) as until, s.signed_at
          from staying s
        union all
        select b.head_id, 'REFUSAL', b.decision_id, b.ban_id, false, b.decided_on, 2, coalesce(b.to_day, 'infinity'), b.signed_at
          from barred b
    )
    select distinct on (c.head_id) c.head_id, c.category, c.decision_id, c.ban_id, c.may_be_left_out
      from candidate c
     where not exists (select 1 from alert_end e
                        where e.person_id = c.head_id and e.ended_on <= on_day
                          and (e.category is null or e.category = c.category)
                          and (e.why = 'DECEASED' or e.ended_on > c.decided_on
                               or e.ended_on = c.decided_on and e.ended_at >= c.signed_at))
       and not exists (select 1
                         from identity i
                         join nationality n on n.identity_id = i.id and n.type in ('CITIZEN', 'SUBJECT')
                         join country s on s.code = n.country
                        where i.person_id = c.head_id and i.kind = 'PRIMARY'
                          and s.free_movement_from <= on_day and coalesce(s.free_movement_to, 'infinity') >= on_day)
     order by c.head_id, c.turn, c.until desc nulls last, c.decided_on desc, c.signed_at desc, c.decision_id desc
$$;

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
          join nationality n on n.country = s.code and n.type in ('CITIZEN', 'SUBJECT')
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
    select distinct 'OF_UNION_FAMILY', c.id, null::uuid, null::text
      from alert_particulars a
      join person p on p.id = a.person_id
      join standing c on c.head_id = p.head_id and c.territory = 'SCH'
      join decision d on d.id = c.decision_id and not d.union_family
     where a.family_member and not exists (select 1 from alert_particulars n where n.person_id = a.person_id and n.place > a.place)
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

-- A review early in its period would leave the rest of that period, and the next, without one (s. 63(7)).
insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban.review.ahead', 6, null, 'months', 'Cik ilgi pirms termiņa aizliegumu var pārskatīt', 'How long before its day a ban can be reviewed', 'Imigrācijas likuma 63. panta septītā daļa', 'Immigration Law, Section 63, Paragraph seven', 207, '2003-05-01', null, 'open', 'Choice of the controller; the law says every three years');
insert into legal_parameter_bound (code, least, most) values ('ban.review.ahead', 1, 36);

create function ban_reviewed_in_time() returns trigger language plpgsql as $$
begin
    if new.reviewed_on < (new.due_on - law_interval('ban.review.ahead', new.reviewed_on))::date then
        raise check_violation using message = 'a ban is reviewed when its day comes near', constraint = 'ban_review_near_its_day';
    end if;
    return new;
end
$$;
comment on function ban_reviewed_in_time() is 'ban: holds that nobody reviews a ban long before its day (Immigration Law s. 63(7))';
create trigger ban_review_near_its_day before insert on ban_review for each row execute function ban_reviewed_in_time();
