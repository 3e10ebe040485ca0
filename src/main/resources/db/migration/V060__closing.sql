-- A case ends by departure, or is closed for a reason of its own; a closed case can be taken up again.
select set_config('register.actor', 'migration', true);

create table case_closing (
    id             uuid not null,
    case_id        uuid not null references return_case (id),
    person_id      uuid not null references person (id),
    reason         text not null,
    closed_on      date not null,
    note           text,
    closed_by      uuid not null,
    closed_at      timestamptz not null,
    reopen_reason  text,
    reopened_by    uuid,
    reopened_at    timestamptz,
    constraint case_closing_pk primary key (id),
    constraint case_closing_reason_known check (reason in (
        'LEGALISED', 'PROTECTION', 'CANCELLED', 'ABSCONDED', 'DECEASED', 'CITIZEN')),
    constraint case_closing_not_in_future check (closed_on <= (closed_at at time zone 'Europe/Riga')::date),
    constraint case_closing_reopened_whole check (
        (reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null)),
    constraint case_closing_reopened_after check (reopened_at >= closed_at)
);
create unique index case_closing_one on case_closing (case_id) where reopened_at is null;
create index case_closing_of_case on case_closing (case_id, closed_at);
create index case_closing_of_person on case_closing (person_id);
comment on table case_closing is 'returns: a case that ended otherwise than by departure | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column case_closing.id is '– | none | Key';
comment on column case_closing.case_id is 'Reg. 122 p. 13 | none | Case';
comment on column case_closing.person_id is '– | none | Person';
comment on column case_closing.reason is 'Reg. 122 p. 13 | personal | Why: code of the list CASE_CLOSING';
comment on column case_closing.closed_on is 'Reg. 122 p. 13 | personal | Day on which its purpose was reached';
comment on column case_closing.note is 'Reg. 122 p. 13 | personal | In words, with the source';
comment on column case_closing.closed_by is 'Reg. 122 p. 6–8 | official | Official who closed it';
comment on column case_closing.closed_at is 'Reg. 122 p. 13 | none | When';
comment on column case_closing.reopen_reason is 'Reg. 122 p. 13 | personal | Why it was taken up again';
comment on column case_closing.reopened_by is 'Reg. 122 p. 6–8 | official | Official who took it up again';
comment on column case_closing.reopened_at is 'Reg. 122 p. 13 | none | When';

create function is_closed(one uuid) returns boolean language sql stable as $$
    select exists (select 1 from case_closing k where k.case_id = one and k.reopened_at is null)
$$;
comment on function is_closed(uuid) is 'returns: whether a case is closed otherwise than by departure';

-- A judgment in force needs no service; nothing of a closed case is open.
create or replace function settle_case(one uuid) returns void language sql as $$
    update decision d
       set served_on = t.served_on, departed_on = t.departed_on, open = t.open
      from (select x.id, coalesce(s.served_on, j.in_force_on) as served_on, e.departed_on,
                   x.signed_at is not null and x.cancelled_on is null
                   and not exists (select 1 from departure a where a.case_id = x.case_id)
                   and not is_closed(x.case_id)
                   and not exists (select 1 from decision n
                                    where n.case_id = x.case_id and n.signed_at > x.signed_at and n.cancelled_on is null) as open
              from decision x
              left join service s on s.decision_id = x.id
              left join judgment j on j.decision_id = x.id
              left join departure e on e.decision_id = x.id
             where x.case_id = one) t
     where d.id = t.id and (d.served_on, d.departed_on, d.open) is distinct from (t.served_on, t.departed_on, t.open);
    update return_case c
       set undecided = t.undecided, next_step = t.step, step_from = t.from_day, step_due = t.due, step_owner = t.owner,
           step_unit = t.unit
      from (select u.undecided, n.step, n.from_day, n.due, n.owner, n.unit
              from (select not exists (select 1 from departure a where a.case_id = one)
                           and not is_closed(one)
                           and not exists (select 1 from decision d
                                            where d.case_id = one and d.signed_at is not null and d.cancelled_on is null)
                               as undecided) u
              left join next_step_of(one) n on true) t
     where c.id = one
       and (c.undecided, c.next_step, c.step_from, c.step_due, c.step_owner, c.step_unit)
           is distinct from (t.undecided, t.step, t.from_day, t.due, t.owner, t.unit);
$$;


-- Whoever cannot be found is looked for before anything else: the review hides every other step until it is made.
create or replace function next_step_of(one uuid)
    returns table (step text, from_day date, due date, owner text, unit text) language sql stable as $$
    select s.step,
           case s.step when 'SIGN' then (draft.sent_at at time zone 'Europe/Riga')::date
                       when 'FINISH' then (coalesce(draft.returned_at, draft.prepared_at) at time zone 'Europe/Riga')::date
                       when 'DECIDE' then coalesce((select max(x.cancelled_on) from decision x where x.case_id = one),
                                                   (select max(h.handed_at at time zone 'Europe/Riga')::date from handover h
                                                     where h.case_id = one),
                                                   c.opened_on)
                       when 'AWAIT_RESULT' then r.filed_on
                       when 'RESUME' then d.suspended_on
                       when 'SERVE' then d.decided_on
                       when 'REVIEW' then (missing.entered_at at time zone 'Europe/Riga')::date
                       else d.served_on
           end,
           case s.step when 'LEAVE' then d.leave_by
                       when 'REVIEW' then missing.review_on
                       when 'REMOVE' then (select j.release_on from judgment j where j.decision_id = d.id)
           end,
           case when s.step in ('SIGN', 'FINISH') then draft.institution
                when s.step = 'DECIDE' or d.id is null then c.competent
                when s.step = 'REMOVE' or s.step = 'REVIEW' and d.kind <> 'DEPARTURE_ORDER' then 'VRS'
                else d.institution
           end,
           case when s.step = 'FINISH' then draft.unit
                when s.step in ('DECIDE', 'REVIEW') and d.id is null and c.competent = c.institution then c.unit
                when s.step in ('SERVE', 'LEAVE', 'AWAIT_RESULT', 'RESUME') then d.unit
                when s.step = 'REVIEW' and d.kind = 'DEPARTURE_ORDER' then d.unit
           end
      from return_case c
      left join lateral (select x.* from decision x
                          where x.case_id = one and x.signed_at is null and x.withdrawn_at is null) draft on true
      left join lateral (select x.* from decision x where x.case_id = one and x.open
                          order by x.signed_at desc limit 1) d on true
      left join lateral (select x.filed_on from remedy x
                          where x.decision_id = d.id and x.suspends and x.result is null) r on true
      left join lateral (select x.* from whereabouts x where x.case_id = one order by x.place desc limit 1) missing on true
     cross join lateral (select case
                                    when missing.review_on is not null then 'REVIEW'
                                    when draft.sent_at is not null then 'SIGN'
                                    when draft.id is not null then 'FINISH'
                                    when d.id is null then 'DECIDE'
                                    when r.filed_on is not null then 'AWAIT_RESULT'
                                    when d.suspended_on is not null then 'RESUME'
                                    when d.served_on is null then 'SERVE'
                                    when d.kind <> 'DEPARTURE_ORDER' then 'REMOVE'
                                    else 'LEAVE'
                                end as step) s
     where c.id = one and not exists (select 1 from departure e where e.case_id = c.id) and not is_closed(one)
$$;

create trigger case_closing_settles after insert or update on case_closing
    for each row execute function case_keeps_settled();

-- At no time is there an open case without a next step, nor one of a missing person whose review is not it.
create or replace function case_has_next_step() returns trigger language plpgsql as $$
begin
    if exists (select 1 from return_case c
                where c.id = new.id and c.next_step is null and not is_closed(c.id)
                  and not exists (select 1 from departure e where e.case_id = c.id)) then
        raise check_violation using message = 'an open case has no next step', constraint = 'return_case_has_next_step';
    end if;
    if exists (select 1
                 from return_case c
                cross join lateral (select x.review_on from whereabouts x where x.case_id = c.id order by x.place desc limit 1) w
                where c.id = new.id and c.next_step is not null and w.review_on is not null
                  and (c.next_step, c.step_due) is distinct from ('REVIEW', w.review_on)) then
        raise check_violation using message = 'the review of a search has fallen out of the list',
            constraint = 'return_case_review_kept';
    end if;
    return null;
end
$$;
-- Nobody is held and nothing is decided in a closed case.
create function case_is_open() returns trigger language plpgsql as $$
begin
    if is_closed(new.case_id) then
        raise check_violation using message = 'the case is closed', constraint = 'return_case_is_open';
    end if;
    return null;
end
$$;
comment on function case_is_open() is 'returns: holds that nothing begins in a closed case';
create constraint trigger decision_in_open_case after insert on decision
    deferrable initially deferred for each row execute function case_is_open();
create constraint trigger detention_in_open_case after insert on detention
    deferrable initially deferred for each row execute function case_is_open();

create function closing_leaves_nobody() returns trigger language plpgsql as $$
begin
    if new.reopened_at is null and exists (select 1 from detention d where d.case_id = new.case_id and d.released_at is null) then
        raise check_violation using message = 'somebody is held in the case', constraint = 'case_closing_nobody_held';
    end if;
    if new.reopened_at is null and new.reason not in ('ABSCONDED', 'DECEASED')
       and exists (select 1 from decision d
                    where d.case_id = new.case_id and d.signed_at is not null and d.cancelled_on is null
                      and not exists (select 1 from decision n
                                       where n.case_id = d.case_id and n.signed_at > d.signed_at and n.cancelled_on is null)) then
        raise check_violation using message = 'a decision of the case is in force', constraint = 'case_closing_no_decision';
    end if;
    return null;
end
$$;
comment on function closing_leaves_nobody() is 'returns: holds that nobody is held in a closed case, and no decision is in force where the stay became legal';
create trigger case_closing_leaves_nobody after insert on case_closing
    for each row execute function closing_leaves_nobody();
