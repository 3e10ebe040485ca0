-- A service, a departure, a remedy or its result that was entered by mistake is withdrawn by another official, with a reason (Reg. 122
-- p. 11): it leaves its table, so that everything is as if it had never been entered, and stays here as it was.
select set_config('register.actor', 'migration', true);

create table withdrawn_entry (
    id             uuid not null,
    kind           text not null,
    decision_id    uuid not null references decision (id),
    person_id      uuid not null references person (id),
    happened_on    date not null,
    entered_by     uuid not null,
    entered_at     timestamptz not null,
    entry          jsonb not null,
    reason         text not null,
    withdrawn_by   uuid not null,
    withdrawn_unit text not null references unit (code),
    withdrawn_at   timestamptz not null,
    constraint withdrawn_entry_pk primary key (id),
    constraint withdrawn_entry_kind_known check (kind in ('SERVICE', 'DEPARTURE', 'REMEDY', 'REMEDY_RESULT')),
    constraint withdrawn_entry_four_eyes check (withdrawn_by <> entered_by),
    constraint withdrawn_entry_explained check (btrim(reason) <> ''),
    constraint withdrawn_entry_after check (withdrawn_at >= entered_at)
);
create index withdrawn_entry_of_decision on withdrawn_entry (decision_id, withdrawn_at);
create index withdrawn_entry_of_person on withdrawn_entry (person_id);
comment on table withdrawn_entry is 'decision: a service, a departure, a remedy or its result that was entered by mistake and withdrawn; never changed | officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column withdrawn_entry.id is '– | none | Key';
comment on column withdrawn_entry.kind is 'Reg. 122 p. 11 | personal | What was withdrawn: code of the list WITHDRAWN_ENTRY';
comment on column withdrawn_entry.decision_id is '– | none | Decision it was about';
comment on column withdrawn_entry.person_id is '– | none | Person';
comment on column withdrawn_entry.happened_on is 'Reg. 122 5.7.3, 5.7.7; Reg. 454 p. 5 | personal | Day that was entered';
comment on column withdrawn_entry.entered_by is 'Reg. 122 p. 6–8 | official | Official who had entered it';
comment on column withdrawn_entry.entered_at is 'Reg. 122 p. 13 | none | When it had been entered';
comment on column withdrawn_entry.entry is 'Reg. 122 p. 13 | restricted | The row as it was';
comment on column withdrawn_entry.reason is 'Reg. 122 p. 11 | personal | Why it was withdrawn';
comment on column withdrawn_entry.withdrawn_by is 'Reg. 122 p. 11 | official | Official who withdrew it';
comment on column withdrawn_entry.withdrawn_unit is 'Reg. 122 p. 11 | none | Unit that withdrew it';
comment on column withdrawn_entry.withdrawn_at is 'Reg. 122 p. 11, 13 | none | When it was withdrawn';

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('withdrawn_entry', 'Kas atsaukts kā ierakstīts kļūdaini', 'What was withdrawn as entered by mistake', false, 283);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('withdrawn_entry', 'SERVICE', 'Lēmuma paziņošana', 'Service of the decision', 10, '2011-06-16', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), p. 11'),
    ('withdrawn_entry', 'DEPARTURE', 'Izbraukšana', 'Departure', 20, '2011-06-16', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), p. 11'),
    ('withdrawn_entry', 'REMEDY', 'Sūdzība', 'Complaint', 30, '2011-06-16', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), p. 11'),
    ('withdrawn_entry', 'REMEDY_RESULT', 'Sūdzības rezultāts', 'Result of a complaint', 40, '2011-06-16', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), p. 11');

create function withdrawn_entry_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise check_violation using message = 'what was withdrawn stays as it was', constraint = 'withdrawn_entry_never_changed';
    end if;
    if (select institution from unit where code = new.withdrawn_unit)
            is distinct from (select institution from decision where id = new.decision_id) then
        raise check_violation using message = 'an entry about a decision is withdrawn by the institution of the decision',
            constraint = 'withdrawn_entry_by_own';
    end if;
    return new;
end
$$;
comment on function withdrawn_entry_is_kept() is 'decision: holds that what was withdrawn is never changed, and was withdrawn by the institution of the decision';
create trigger withdrawn_entry_is_kept before insert or update or delete on withdrawn_entry
    for each row execute function withdrawn_entry_is_kept();

-- Nothing goes without its past, nor while something later rests on it: a departure on the service, a result on the remedy, and on the
-- departure a ban that began at once because no return was open.
create function entry_goes_withdrawn() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from withdrawn_entry w where w.decision_id = old.decision_id and w.entry = to_jsonb(old)) then
        raise check_violation using message = 'what was entered about a decision does not go without its past',
            constraint = tg_table_name || '_goes_withdrawn';
    end if;
    if (case tg_table_name
            when 'service' then exists (select 1 from departure e where e.decision_id = old.decision_id)
            when 'remedy' then to_jsonb(old) ->> 'result' is not null
            else exists (select 1
                           from decision d
                           join ban b on b.decision_id = d.id and b.dropped_at is null and b.starts <> 'DEPARTURE'
                          where d.person_id in (select * from records_of(old.person_id)) and d.kind = 'ENTRY_BAN'
                            and d.decider is null and d.cancelled_on is null
                            and d.signed_at > (to_jsonb(old) ->> 'confirmed_at')::timestamptz)
       end) then
        raise check_violation using message = 'something later rests on this entry and goes first',
            constraint = tg_table_name || '_rested_on';
    end if;
    return old;
end
$$;
comment on function entry_goes_withdrawn() is 'decision: holds that a service, a departure and a remedy go only withdrawn, and after what rests on them';
create trigger service_goes_withdrawn before delete on service for each row execute function entry_goes_withdrawn();
create trigger departure_goes_withdrawn before delete on departure for each row execute function entry_goes_withdrawn();
create trigger remedy_goes_withdrawn before delete on remedy for each row execute function entry_goes_withdrawn();

create function remedy_result_goes_withdrawn() returns trigger language plpgsql as $$
begin
    if new.result is not null
       or not exists (select 1 from withdrawn_entry w where w.decision_id = old.decision_id and w.entry = to_jsonb(old)) then
        raise check_violation using message = 'the result of a remedy goes only withdrawn', constraint = 'remedy_result_goes_withdrawn';
    end if;
    return new;
end
$$;
comment on function remedy_result_goes_withdrawn() is 'remedy: holds that a result is never changed, and goes only with its past';
create trigger remedy_result_goes_withdrawn before update on remedy
    for each row when (old.result is not null) execute function remedy_result_goes_withdrawn();

-- Where the decision, its case and the bans of the person stand is written anew.
create function withdrawal_settles() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'remedy' then
        perform settle_follow_ups(old.decision_id);
        return null;
    end if;
    perform settle_case((select case_id from decision where id = old.decision_id));
    if tg_table_name = 'service' then
        update decision set served_on = null where id = old.decision_id and case_id is null;
        return null;
    end if;
    perform hold_records(old.person_id);
    update ban b set first_on = ban_first_on(b)
     where b.person_id in (select * from records_of(old.person_id)) and b.first_on is distinct from ban_first_on(b);
    return null;
end
$$;
comment on function withdrawal_settles() is 'decision: settles what a service, a departure or a remedy had made, once it is withdrawn';
create trigger service_withdrawal_settles after delete on service for each row execute function withdrawal_settles();
create trigger departure_withdrawal_settles after delete on departure for each row execute function withdrawal_settles();
create trigger remedy_withdrawal_settles after delete on remedy for each row execute function withdrawal_settles();

grant delete on service, departure, remedy to register_app;
