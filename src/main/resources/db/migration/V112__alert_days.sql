-- Which alert is due, once more. A decision that was cancelled replaces none. Who has left, under any decision of his records, need not be
-- returned (Reg. (EU) 2018/1860 Art. 6(2), 8), and the strongest of his bans that has begun bars him. Whoever is dead has no alert,
-- whatever day the decision bears. What ended alerts on the day of a decision ended it only where the decision had been signed before.
select set_config('register.actor', 'migration', true);

-- What another State says of a day before the alert existed cannot be a hit on it: it is kept and shown as odd, and nothing follows from it.
alter table alert_notice add column is_odd boolean not null default false;
comment on column alert_notice.is_odd is '– | personal | Whether the day lies before the alert, so that nothing follows from it; kept by the database';
update alert_notice n set is_odd = true
 where exists (select 1 from alert a where a.id = n.alert_id and a.entered_on > n.happened_on);

create function notice_of_impossible_day() returns trigger language plpgsql as $$
begin
    new.is_odd := exists (select 1 from alert a where a.id = new.alert_id and a.entered_on > new.happened_on);
    return new;
end
$$;
comment on function notice_of_impossible_day() is 'sis: marks what is said of a day before the alert existed';
create trigger alert_notice_marks_odd before insert on alert_notice for each row execute function notice_of_impossible_day();

create or replace view alert_end with (security_invoker = true) as
select p.head_id as person_id, c.closed_on as ended_on, c.reason as why, c.closed_at as ended_at
  from case_closing c
  join person p on p.id = c.person_id
 where c.reopened_at is null and c.reason in ('LEGALISED', 'PROTECTION', 'CITIZEN', 'DECEASED')
union all
select p.head_id, a.ended_on, coalesce(a.answer, 'NO_OBJECTION'), coalesce(a.answered_at, a.asked_at)
  from alert_consultation a
  join person p on p.id = a.person_id
 where a.ended_on is not null;
comment on column alert_end.ended_at is '– | none | When the register knew it';

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
 where d.signed_at is not null and d.kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION');
comment on column alert_return.departed_on is 'Reg. (EU) 2018/1860 6(1), 6(2) | personal | Day of the first departure since, under any decision, or of one in its case';
comment on column alert_return.is_replaced is '– | none | Whether a later decision of its case was signed and is not cancelled';

create or replace view alert_refusal with (security_invoker = true) as
select p.head_id as person_id, b.id as ban_id, b.decision_id, d.decided_on,
       coalesce(b.reduced_months, b.term_months) as term_months, l.sis_basis as basis,
       b.cancelled_on, b.suspended_on, c.from_day, c.to_day,
       case when c.from_day is null and r.departed_on is null then r.seen_leaving_on end as seen_leaving_on, d.signed_at
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
  join person p on p.id = b.person_id
  -- It leaves out a ban that was cancelled before a departure was confirmed.
  left join ban_clock c on c.id = b.id
  left join alert_return r on r.decision_id = b.decision_id
  left join legal_basis l on l.code = b.legal_basis and d.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity')
 -- Alerts under Article 25 are entered by the State that holds the Presidency, not by who bans.
 where b.territory = 'SCH' and b.dropped_at is null and l.sis_basis is distinct from '25';
comment on column alert_refusal.signed_at is '– | none | When its decision was signed';

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
                          and (e.why = 'DECEASED' or e.ended_on > c.decided_on
                               or e.ended_on = c.decided_on and e.ended_at >= c.signed_at))
       and not exists (select 1
                         from identity i
                         join nationality n on n.identity_id = i.id
                         join country s on s.code = n.country
                        where i.person_id = c.head_id and i.kind = 'PRIMARY'
                          and s.free_movement_from <= on_day and coalesce(s.free_movement_to, 'infinity') >= on_day)
     order by c.head_id, c.turn, c.until desc nulls last, c.decided_on desc, c.signed_at desc, c.decision_id desc
$$;
