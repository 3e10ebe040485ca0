-- Whose alert is not as it ought to be is kept beside the persons, as decisions that wait are: the lists read only what they show. What is due is
-- worked out for some persons at a time, so that the look at all of them is many short ones; "offset 0" keeps each from reading a whole table.
select set_config('register.actor', 'migration', true);

drop function alerts_due(date);

create function alerts_due(on_day date, after uuid, upto uuid)
returns table (person_id uuid, category text, decision_id uuid, ban_id uuid, may_be_left_out boolean)
language sql stable as $$
    with record as materialized (
        select p.id, p.head_id from person p where p.head_id > after and p.head_id <= upto
    ), seen as materialized (
        -- Whom another State saw leave.
        select r.head_id, n.happened_on
          from record r
         cross join lateral (select n.happened_on
                               from alert_notice n
                              where n.person_id = r.id and n.has_left and n.answer is distinct from 'NOT_HIM'
                             offset 0) n
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
           and not exists (select 1 from departure e where e.case_id = d.case_id)
           and not exists (select 1 from decision n where n.case_id = d.case_id and n.signed_at > d.signed_at)
           and not exists (select 1 from seen s
                            where s.head_id = r.head_id and s.happened_on >= d.decided_on and s.happened_on <= on_day)
    ), barred as (
        select r.head_id, b.id as ban_id, b.decision_id, d.decided_on, b.last_on as to_day
          from record r
         cross join lateral (select b.* from ban b where b.person_id = r.id and b.territory = 'SCH' and b.dropped_at is null offset 0) b
          join decision d on d.id = b.decision_id and d.signed_at is not null
         where b.first_on <= on_day and (b.last_on is null or b.last_on >= on_day)
           and coalesce(b.suspended_on > b.first_on, true) and coalesce(b.cancelled_on > b.first_on, true)
           and not exists (select 1 from legal_basis l
                            where l.code = b.legal_basis and l.sis_basis = '25'
                              and d.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity'))
        union all
        select s.head_id, f.ban_id, f.decision_id, f.decided_on, k.to_day
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
        select b.head_id, 'REFUSAL', b.decision_id, b.ban_id, false, b.decided_on, 2, coalesce(b.to_day, 'infinity'), null
          from barred b
    )
    select distinct on (c.head_id) c.head_id, c.category, c.decision_id, c.ban_id, c.may_be_left_out
      from candidate c
     where not exists (select 1 from alert_end e
                        where e.person_id = c.head_id and e.ended_on <= on_day and e.ended_on >= c.decided_on)
       and not exists (select 1
                         from identity i
                         join nationality n on n.identity_id = i.id
                         join country s on s.code = n.country
                        where i.person_id = c.head_id and i.kind = 'PRIMARY'
                          and s.free_movement_from <= on_day and coalesce(s.free_movement_to, 'infinity') >= on_day)
     order by c.head_id, c.turn, c.until desc nulls last, c.decided_on desc, c.signed_at desc nulls last, c.decision_id desc
$$;
comment on function alerts_due(date, uuid, uuid) is 'sis: the alert that ought to exist on each of some persons on a day, at most one: those after the one head and up to the other; worked out, never stored';

create table alert_difference (
    person_id uuid not null references person (id),
    side      text not null,
    reason    text not null,
    turn      integer not null,
    since     timestamptz not null,
    constraint alert_difference_pk primary key (person_id),
    constraint alert_difference_side_known check (side in ('MISSING', 'SURPLUS', 'OTHER')),
    constraint alert_difference_reason_known check (reason in (
        'NOT_TOLD_YET', 'MISSING_ITEM', 'ANSWER_AWAITED', 'CONSULTED', 'REFUSED', 'NOT_REVIEWED', 'DELETION_REFUSED')),
    constraint alert_difference_turn_known check (turn in (1, 2))
);
create index alert_difference_in_order on alert_difference (side, turn, since, person_id);
grant delete on alert_difference to register_app;
comment on table alert_difference is 'sis: whose alert is not as it ought to be, as it was when the register last looked after it | the register itself | until the two agree';
comment on column alert_difference.person_id is '– | none | Head of the records of the person';
comment on column alert_difference.side is '– | personal | MISSING: SIS does not know the ground; SURPLUS: it knows an alert without one; OTHER: what it knows changes';
comment on column alert_difference.reason is '– | personal | Why they differ';
comment on column alert_difference.turn is '– | none | 1: an official has to see to it; 2: it is on its way';
comment on column alert_difference.since is '– | none | Since when they differ for this reason';

create table alert_sweep (
    only_one boolean not null default true,
    begun_at timestamptz not null,
    ended_at timestamptz not null,
    constraint alert_sweep_pk primary key (only_one),
    constraint alert_sweep_only_one check (only_one),
    constraint alert_sweep_ended_after check (ended_at >= begun_at)
);
comment on table alert_sweep is 'sis: the last look at the alerts of all persons that came to its end | the register itself | always';
comment on column alert_sweep.only_one is '– | none | Key: there is one row at most';
comment on column alert_sweep.begun_at is '– | none | When it began';
comment on column alert_sweep.ended_at is '– | none | When it came to its end';
