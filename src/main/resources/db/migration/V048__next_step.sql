-- Nobody falls through: every case that is not at an end has a next step and somebody whose it is, kept beside it.
select set_config('register.actor', 'migration', true);

alter table return_case
    add column next_step text,
    add column step_from date,
    add column step_due date,
    add column step_owner text references institution (code),
    add column step_unit text references unit (code),
    -- A column of its own: under row security an index is used only for comparisons of plain columns.
    add column step_place date generated always as (coalesce(step_due, step_from)) stored,
    add constraint return_case_step_known check (next_step in (
        'DECIDE', 'FINISH', 'SIGN', 'SERVE', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME')),
    add constraint return_case_step_whole check (
        (next_step is null) = (step_from is null) and (next_step is null) = (step_owner is null));
comment on column return_case.next_step is 'Reg. 122 p. 6–12 | personal | What is done next: code of the list NEXT_STEP; nothing once the person has left; kept by the database';
comment on column return_case.step_from is 'Reg. 122 p. 6–12 | personal | Since when it waits; kept by the database';
comment on column return_case.step_due is 'Immigration Law s. 43 | personal | Until when, where a decision says so; kept by the database';
comment on column return_case.step_place is '– | personal | By which the list of open cases is ordered: until when, or since when';
comment on column return_case.step_owner is 'Reg. 122 p. 6–8 | personal | Institution whose step it is; kept by the database';
comment on column return_case.step_unit is 'Reg. 122 p. 6–8 | personal | Unit whose step it is; nothing: of the whole institution; kept by the database';

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('next_step', 'Nākamais solis lietā', 'Next step of a case', false, 274);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('next_step', 'DECIDE', 'Jāpieņem lēmums', 'To be decided', 10, '2011-06-16', null, 'open', 'Choice of the controller; Immigration Law (2002), s. 41'),
    ('next_step', 'FINISH', 'Jāpabeidz lēmuma projekts', 'Draft to be finished', 20, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('next_step', 'SIGN', 'Jāparaksta lēmums', 'Decision to be signed', 30, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('next_step', 'SERVE', 'Jāpaziņo lēmums', 'Decision to be served', 40, '2011-06-16', null, 'open', 'Cabinet Regulation No. 454 (2011), p. 5'),
    ('next_step', 'LEAVE', 'Personai jāizbrauc', 'The person is to leave', 50, '2011-06-16', null, 'open', 'Immigration Law (2002), s. 43'),
    ('next_step', 'REMOVE', 'Jāizpilda piespiedu izraidīšana', 'Removal to be carried out', 60, '2011-06-16', null, 'open', 'Cabinet Regulation No. 454 (2011), p. 9'),
    ('next_step', 'AWAIT_RESULT', 'Gaida sūdzības rezultātu', 'Result of a complaint awaited', 70, '2011-06-16', null, 'open', 'Directive 2008/115/EC, Art. 13'),
    ('next_step', 'RESUME', 'Jāatjauno vai jāatceļ apturētais lēmums', 'Suspended decision to be resumed or cancelled', 80, '2011-06-16', null, 'open', 'Cabinet Regulation No. 122 (2013), p. 5.14');

create function next_step_of(one uuid)
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
                       else d.served_on
           end,
           case when s.step = 'LEAVE' then d.leave_by end,
           case when s.step in ('SIGN', 'FINISH') then draft.institution
                when s.step = 'DECIDE' then c.competent
                when s.step = 'REMOVE' then 'VRS'
                else d.institution
           end,
           case when s.step = 'FINISH' then draft.unit
                when s.step = 'DECIDE' and c.competent = c.institution then c.unit
                when s.step in ('SERVE', 'LEAVE', 'AWAIT_RESULT', 'RESUME') then d.unit
           end
      from return_case c
      left join lateral (select x.* from decision x
                          where x.case_id = one and x.signed_at is null and x.withdrawn_at is null) draft on true
      left join lateral (select x.* from decision x where x.case_id = one and x.open
                          order by x.signed_at desc limit 1) d on true
      left join lateral (select x.filed_on from remedy x
                          where x.decision_id = d.id and x.suspends and x.result is null) r on true
     cross join lateral (select case
                                    when draft.sent_at is not null then 'SIGN'
                                    when draft.id is not null then 'FINISH'
                                    when d.id is null then 'DECIDE'
                                    when r.filed_on is not null then 'AWAIT_RESULT'
                                    when d.suspended_on is not null then 'RESUME'
                                    when d.served_on is null then 'SERVE'
                                    when d.kind = 'REMOVAL' then 'REMOVE'
                                    else 'LEAVE'
                                end as step) s
     where c.id = one and not exists (select 1 from departure e where e.case_id = one)
$$;
comment on function next_step_of(uuid) is 'duty: what is done next in a case, since when, until when and by whom; no row once the person has left';

-- A case whose only decision was cancelled waits for another; one that was never cancelled stands again.
create or replace function settle_case(one uuid) returns void language sql as $$
    update decision d
       set served_on = t.served_on, departed_on = t.departed_on, open = t.open
      from (select x.id, s.served_on, e.departed_on,
                   x.signed_at is not null and x.cancelled_on is null
                   and not exists (select 1 from departure a where a.case_id = x.case_id)
                   and not exists (select 1 from decision n
                                    where n.case_id = x.case_id and n.signed_at > x.signed_at and n.cancelled_on is null) as open
              from decision x
              left join service s on s.decision_id = x.id
              left join departure e on e.decision_id = x.id
             where x.case_id = one) t
     where d.id = t.id and (d.served_on, d.departed_on, d.open) is distinct from (t.served_on, t.departed_on, t.open);
    update return_case c
       set undecided = t.undecided, next_step = t.step, step_from = t.from_day, step_due = t.due, step_owner = t.owner,
           step_unit = t.unit
      from (select u.undecided, n.step, n.from_day, n.due, n.owner, n.unit
              from (select not exists (select 1 from departure a where a.case_id = one)
                           and not exists (select 1 from decision d
                                            where d.case_id = one and d.signed_at is not null and d.cancelled_on is null)
                               as undecided) u
              left join next_step_of(one) n on true) t
     where c.id = one
       and (c.undecided, c.next_step, c.step_from, c.step_due, c.step_owner, c.step_unit)
           is distinct from (t.undecided, t.step, t.from_day, t.due, t.owner, t.unit);
$$;
comment on function settle_case(uuid) is 'decision: writes where the decisions of a case stand, whether it has one, and its next step';

create function case_keeps_settled() returns trigger language plpgsql as $$
begin
    perform settle_case(case when tg_table_name = 'return_case' then (to_jsonb(new) ->> 'id')::uuid
                             else (to_jsonb(new) ->> 'case_id')::uuid end);
    return null;
end
$$;
comment on function case_keeps_settled() is 'duty: settles a case that is new, handed over, or has another draft or term';
create trigger return_case_begins after insert or update of competent on return_case
    for each row execute function case_keeps_settled();
create trigger handover_settles after insert on handover for each row execute function case_keeps_settled();
create trigger decision_draft_settles after update of sent_at, returned_at, withdrawn_at, leave_by on decision
    for each row execute function case_keeps_settled();

select settle_case(id) from return_case;

-- At no time is there an open case without a next step.
create function case_has_next_step() returns trigger language plpgsql as $$
begin
    if exists (select 1 from return_case c
                where c.id = new.id and c.next_step is null
                  and not exists (select 1 from departure e where e.case_id = c.id)) then
        raise check_violation using message = 'an open case has no next step', constraint = 'return_case_has_next_step';
    end if;
    return null;
end
$$;
comment on function case_has_next_step() is 'duty: holds that an open case has a next step when a transaction ends';
create constraint trigger return_case_has_next_step after insert or update of next_step on return_case
    deferrable initially deferred for each row execute function case_has_next_step();
create index return_case_steps on return_case (step_owner, step_place, id) where next_step is not null;
create index return_case_steps_of_kind on return_case (step_owner, next_step, step_place, id)
    where next_step is not null;
create index return_case_steps_of_unit on return_case (step_unit, step_place, id)
    where next_step is not null;
