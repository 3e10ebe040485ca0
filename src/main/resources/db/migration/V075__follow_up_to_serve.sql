-- A signed follow-up decision binds the person once he is told of it (Administrative Procedure Law s. 70): until then telling him is
-- the next step of his case, and where he has left, work that still waits.
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('next_step', 'SERVE_FOLLOW_UP', 'Jāpaziņo turpmākais lēmums', 'Follow-up decision to be served', 45, '2011-06-16', null, 'open', 'Administrative Procedure Law (2001), s. 70; Cabinet Regulation No. 454 (2011), p. 5');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('follow_up.service', 3, null, 'working_days', 'Cik ilgā laikā paziņo turpmāku lēmumu', 'Within how long a follow-up decision is served', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 378, '2011-06-16', null, 'open', 'Choice of the controller; Administrative Procedure Law (2001), s. 70');

alter table return_case
    drop constraint return_case_step_known,
    add constraint return_case_step_known check (next_step in (
        'DECIDE', 'FINISH', 'SIGN', 'SERVE', 'SERVE_FOLLOW_UP', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME', 'REVIEW'));

alter table follow_up add column served_on date;
comment on column follow_up.served_on is 'Reg. 454 p. 5 | personal | When it was served; kept by the database';
update follow_up f set served_on = s.served_on from follow_up_service s where s.follow_up_id = f.id;
create index follow_up_unserved on follow_up (institution, signed_at, id)
    where signed_at is not null and served_on is null and decider is null;
create index follow_up_unserved_of_decision on follow_up (decision_id)
    where signed_at is not null and served_on is null and decider is null;

-- What was never served itself has bound nobody, and its change is told with it. That a decision or a ban is lifted or shortened is
-- told even to somebody who has left; that the term or the execution of a decision changed, only while the decision stands.
create view follow_up_to_serve with (security_invoker = true) as
select f.id, f.case_id, f.person_id, f.decision_id, f.kind, f.institution, f.unit, f.decided_on, f.signed_at,
       d.number as decision_number
  from follow_up f
  join decision d on d.id = f.decision_id
 where f.signed_at is not null and f.served_on is null and f.decider is null and d.served_on is not null
   and case when f.kind = 'CANCEL' and f.ban_id is null then true
            when d.cancelled_on is not null then false
            else f.ban_id is not null or d.kind = 'ENTRY_BAN' or d.open
       end
   and not exists (select 1 from case_closing k
                    where k.case_id = f.case_id and k.reopened_at is null and k.reason in ('DECEASED', 'ABSCONDED'));
comment on view follow_up_to_serve is 'followup: signed follow-up decisions of which the person is still to be told';

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
                                    when r.filed_on is not null then 'AWAIT_RESULT'
                                    when d.suspended_on is not null then 'RESUME'
                                    when d.served_on is null then 'SERVE'
                                    when d.kind <> 'DEPARTURE_ORDER' then 'REMOVE'
                                    else 'LEAVE'
                                end as step) s
     where c.id = one and not exists (select 1 from departure e where e.case_id = c.id) and not is_closed(one)
$$;

create function follow_up_service_settles() returns trigger language plpgsql as $$
begin
    update follow_up set served_on = new.served_on where id = new.follow_up_id;
    perform settle_case((select case_id from follow_up where id = new.follow_up_id));
    return null;
end
$$;
comment on function follow_up_service_settles() is 'followup: writes beside a follow-up decision that it was served, and what is next in its case';
create trigger follow_up_service_settles after insert on follow_up_service
    for each row execute function follow_up_service_settles();

-- A follow-up decision of which the person is to be told is in the list as long as nothing else comes before it.
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
    if exists (select 1
                 from return_case c
                 join decision x on x.case_id = c.id
                 join follow_up_to_serve u on u.decision_id = x.id
                where c.id = new.id and c.next_step not in ('REVIEW', 'SIGN', 'FINISH', 'SERVE_FOLLOW_UP')) then
        raise check_violation using message = 'the service of a follow-up decision has fallen out of the list',
            constraint = 'return_case_follow_up_served';
    end if;
    return null;
end
$$;

select settle_case(case_id) from follow_up where signed_at is not null and case_id is not null;
