-- Who has left under a decision of another case is not to be served, removed or waited for: the open case says that he has left, until
-- the departure is confirmed there as well or the decision is cancelled.
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('next_step', 'GONE', 'Persona jau izbraukusi: jāapstiprina izbraukšana vai jāatceļ lēmums', 'The person has left: departure to be confirmed, or decision to be cancelled', 55, '2011-06-16', null, 'open', 'Choice of the controller; Regulation (EU) 2018/1860, Art. 6');

alter table return_case
    drop constraint return_case_step_known,
    add constraint return_case_step_known check (next_step in (
        'DECIDE', 'FINISH', 'SIGN', 'SERVE', 'SERVE_FOLLOW_UP', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME', 'REVIEW', 'GONE'));

create or replace function next_step_of(one uuid)
    returns table (step text, from_day date, due date, owner text, unit text) language sql stable as $$
    select s.step,
           case s.step when 'SIGN' then (draft.sent_at at time zone 'Europe/Riga')::date
                       when 'FINISH' then (coalesce(draft.returned_at, draft.prepared_at) at time zone 'Europe/Riga')::date
                       when 'SERVE_FOLLOW_UP' then later.decided_on
                       when 'DECIDE' then coalesce((select max(x.cancelled_on) from decision x where x.case_id = one),
                                                   (select max(h.handed_at at time zone 'Europe/Riga')::date from handover h
                                                     where h.case_id = one),
                                                   c.opened_on)
                       when 'AWAIT_RESULT' then r.filed_on
                       when 'RESUME' then d.suspended_on
                       when 'SERVE' then d.decided_on
                       when 'GONE' then left_since(d)
                       when 'REVIEW' then (missing.entered_at at time zone 'Europe/Riga')::date
                       else d.served_on
           end,
           case s.step when 'LEAVE' then d.leave_by
                       when 'REVIEW' then missing.review_on
                       when 'REMOVE' then (select j.release_on from judgment j where j.decision_id = d.id)
           end,
           case when s.step in ('SIGN', 'FINISH') then draft.institution
                when s.step = 'SERVE_FOLLOW_UP' then later.institution
                when s.step = 'DECIDE' or d.id is null then c.competent
                when s.step = 'REMOVE' or s.step = 'REVIEW' and d.kind <> 'DEPARTURE_ORDER' then 'VRS'
                else d.institution
           end,
           case when s.step = 'FINISH' then draft.unit
                when s.step = 'SERVE_FOLLOW_UP' then later.unit
                when s.step in ('DECIDE', 'REVIEW') and d.id is null and c.competent = c.institution then c.unit
                when s.step in ('SERVE', 'LEAVE', 'AWAIT_RESULT', 'RESUME', 'GONE') then d.unit
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
      left join lateral (select u.*
                           from decision x
                           join follow_up_to_serve u on u.decision_id = x.id
                          where x.case_id = one
                          order by u.signed_at, u.id limit 1) later on true
     cross join lateral (select case
                                    when missing.review_on is not null then 'REVIEW'
                                    when draft.sent_at is not null then 'SIGN'
                                    when draft.id is not null then 'FINISH'
                                    when later.id is not null then 'SERVE_FOLLOW_UP'
                                    when d.id is null then 'DECIDE'
                                    when left_since(d) is not null then 'GONE'
                                    when r.filed_on is not null then 'AWAIT_RESULT'
                                    when d.suspended_on is not null then 'RESUME'
                                    when d.served_on is null then 'SERVE'
                                    when d.kind <> 'DEPARTURE_ORDER' then 'REMOVE'
                                    else 'LEAVE'
                                end as step) s
     where c.id = one and not exists (select 1 from departure e where e.case_id = c.id) and not is_closed(one)
$$;

-- What is next in the cases of a person changes with each departure of his, and when records are joined or parted.
create function cases_of_person_settle() returns trigger language plpgsql as $$
begin
    perform settle_case(c.id)
       from return_case c
      where c.person_id in (select * from records_of(case when tg_op = 'DELETE' then old.person_id else new.person_id end))
        and c.next_step is not null;
    return null;
end
$$;
comment on function cases_of_person_settle() is 'duty: settles the open cases of a person who leaves under a decision of another case';
create trigger departure_settles_other_cases after insert or update of departed_on or delete on departure
    for each row execute function cases_of_person_settle();

create function cases_of_joined_settle() returns trigger language plpgsql as $$
begin
    perform settle_case(c.id)
       from return_case c
       join person m on m.id = c.person_id
      where m.head_id in (old.head_id, new.head_id) and c.next_step is not null;
    return null;
end
$$;
comment on function cases_of_joined_settle() is 'duty: settles the open cases of records that are joined or parted';
create trigger joined_cases_settle after update of head_id on person
    for each row when (old.head_id is distinct from new.head_id) execute function cases_of_joined_settle();

-- At no time does an open case wait for somebody who has left, as if he were still to leave.
create function case_knows_departure() returns trigger language plpgsql as $$
begin
    if exists (select 1
                 from return_case c
                 join decision d on d.case_id = c.id and d.open
                where c.id = new.id and c.next_step in ('SERVE', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME')
                  and left_since(d) is not null) then
        raise check_violation using message = 'the person of an open case has left, and its next step does not say so',
            constraint = 'return_case_departure_known';
    end if;
    return null;
end
$$;
comment on function case_knows_departure() is 'duty: holds that the next step of a case says that its person has left';
create constraint trigger return_case_departure_known after insert or update of next_step on return_case
    deferrable initially deferred for each row execute function case_knows_departure();

select settle_case(c.id)
  from return_case c
 where c.next_step is not null
   and exists (select 1 from decision d where d.case_id = c.id and d.open and left_since(d) is not null);
