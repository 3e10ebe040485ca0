-- A case whose person left under another one before anything was decided in it waits for an official's conclusion: a ban decided in his
-- absence, or its end. A return is not decided of who is not here (Directive 2008/115/EC Art. 3(2), 6(1)).
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('next_step', 'CONCLUDE', 'Persona izbraukusi citā lietā: jālemj par ieceļošanas aizliegumu vai jāslēdz lieta', 'The person left under another case: decide on an entry ban, or close the case', 56, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 3(2), 6(1)'),
    ('case_closing', 'LEFT', 'Izbraukusi, pirms lietā pieņemts lēmums', 'Left before anything was decided in the case', 25, '2011-06-16', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), p. 13');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('case.conclude', 10, null, 'working_days', 'Tik ilgā laikā pabeidz lietu, kurā lēmums nav pieņemts un persona ir izbraukusi', 'How soon a case is concluded in which nothing was decided and whose person has left', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 377, '2011-06-16', null, 'open', 'Choice of the controller');

alter table return_case
    drop constraint return_case_step_known,
    add constraint return_case_step_known check (next_step in (
        'DECIDE', 'CONCLUDE', 'FINISH', 'SIGN', 'SERVE', 'SERVE_FOLLOW_UP', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME', 'REVIEW', 'GONE'));
alter table case_closing
    drop constraint case_closing_reason_known,
    add constraint case_closing_reason_known check (reason in (
        'LEFT', 'LEGALISED', 'PROTECTION', 'CANCELLED', 'ABSCONDED', 'DECEASED', 'CITIZEN'));

-- Who was found again since he left is here again; on one day the order in which both were entered says which came last.
create function left_since_finding(one uuid) returns date language sql stable as $$
    select min(e.departed_on)
      from return_case c
     cross join lateral (select f.found_on, f.noted_at from finding f where f.case_id = c.id
                          order by f.found_on desc, f.noted_at desc limit 1) f
      cross join lateral records_of(c.person_id) r(person_id)
      join departure e on e.person_id = r.person_id and e.case_id <> c.id
                      and (e.departed_on > f.found_on or e.departed_on = f.found_on and e.confirmed_at >= f.noted_at)
     where c.id = one
$$;
comment on function left_since_finding(uuid) is 'duty: the first departure of the person of a case, under a decision of another one, since he was found last';

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
                       when 'CONCLUDE' then left_since_finding(one)
                       when 'REVIEW' then (missing.entered_at at time zone 'Europe/Riga')::date
                       else d.served_on
           end,
           case s.step when 'LEAVE' then d.leave_by
                       when 'REVIEW' then missing.review_on
                       when 'REMOVE' then (select j.release_on from judgment j where j.decision_id = d.id)
           end,
           case when s.step in ('SIGN', 'FINISH') then draft.institution
                when s.step = 'SERVE_FOLLOW_UP' then later.institution
                when s.step in ('DECIDE', 'CONCLUDE') or d.id is null then c.competent
                when s.step = 'REMOVE' or s.step = 'REVIEW' and d.kind <> 'DEPARTURE_ORDER' then 'VRS'
                else d.institution
           end,
           case when s.step = 'FINISH' then draft.unit
                when s.step = 'SERVE_FOLLOW_UP' then later.unit
                when s.step in ('DECIDE', 'CONCLUDE', 'REVIEW') and d.id is null and c.competent = c.institution then c.unit
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
                                    when d.id is null and left_since_finding(one) is not null then 'CONCLUDE'
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


create or replace function case_knows_departure() returns trigger language plpgsql as $$
begin
    if exists (select 1
                 from return_case c
                 join decision d on d.case_id = c.id and d.open
                where c.id = new.id and c.next_step in ('SERVE', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME')
                  and left_since(d) is not null)
       or exists (select 1 from return_case c
                   where c.id = new.id and c.next_step = 'DECIDE' and left_since_finding(c.id) is not null) then
        raise check_violation using message = 'the person of an open case has left, and its next step does not say so',
            constraint = 'return_case_departure_known';
    end if;
    return null;
end
$$;

-- A finding says that the person is here, or was: what is next in its case follows it.
create function finding_settles() returns trigger language plpgsql as $$
begin
    perform settle_case(c.id) from return_case c where c.id = new.case_id and c.next_step in ('DECIDE', 'CONCLUDE');
    return null;
end
$$;
comment on function finding_settles() is 'duty: settles an undecided case when somebody is found, or a finding is corrected';
create trigger finding_settles after insert or update of found_on on finding for each row execute function finding_settles();

create or replace function closing_leaves_nobody() returns trigger language plpgsql as $$
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
    if new.reopened_at is null and new.reason = 'LEFT' and left_since_finding(new.case_id) is null then
        raise check_violation using message = 'nobody has left of whom no departure is confirmed', constraint = 'case_closing_has_left';
    end if;
    return null;
end
$$;

create function closing_rests_on_departure() returns trigger language plpgsql as $$
begin
    if exists (select 1 from case_closing k
                where k.person_id in (select * from records_of(old.person_id)) and k.reason = 'LEFT' and k.reopened_at is null
                  and left_since_finding(k.case_id) is null) then
        raise check_violation using message = 'a case was closed because of this departure', constraint = 'departure_closes_case';
    end if;
    return null;
end
$$;
comment on function closing_rests_on_departure() is 'returns: holds that no departure is withdrawn because of which a case is closed';
create constraint trigger departure_closes_case after delete on departure
    deferrable initially deferred for each row execute function closing_rests_on_departure();

-- Along the departures: far fewer than the cases that wait for a decision.
select settle_case(c.id)
  from return_case c
 where c.next_step = 'DECIDE' and left_since_finding(c.id) is not null
   and c.person_id in (select m.id
                         from departure d
                         join person p on p.id = d.person_id
                         join person m on m.head_id = p.head_id);
