-- A change of the law is data with a date: one official proposes it, another approves it, and cases whose event was before it keep their rules.
select set_config('register.actor', 'migration', true);

create table law_change (
    id            uuid not null,
    code          text not null,
    value         numeric,
    value_text    text,
    unit          text not null,
    valid_from    date not null,
    source        text not null,
    certainty     text not null,
    proposed_by   uuid not null,
    proposed_at   timestamptz not null,
    answer        text,
    answer_reason text,
    answered_by   uuid,
    answered_at   timestamptz,
    version       integer not null default 0,
    constraint law_change_pk primary key (id),
    constraint law_change_one_value check ((value is null) <> (value_text is null)),
    constraint law_change_value_fits_unit check (
        (unit = 'text') = (value is null) and value >= 0 and (unit in ('eur', 'text') or value = trunc(value))),
    constraint law_change_source_given check (source <> ''),
    constraint law_change_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint law_change_not_backwards check (valid_from >= (proposed_at at time zone 'Europe/Riga')::date),
    constraint law_change_answer_known check (answer in ('APPROVED', 'DECLINED', 'WITHDRAWN')),
    constraint law_change_answer_whole check (
        (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
    constraint law_change_four_eyes check (answer not in ('APPROVED', 'DECLINED') or answered_by <> proposed_by),
    constraint law_change_withdrawn_by_its_own check (answer <> 'WITHDRAWN' or answered_by = proposed_by),
    constraint law_change_refusal_has_reason check (answer = 'APPROVED' or answer is null or coalesce(answer_reason, '') <> ''),
    constraint law_change_approved_in_time check (
        answer <> 'APPROVED' or valid_from >= (answered_at at time zone 'Europe/Riga')::date)
);
create unique index law_change_one_waits on law_change (code) where answer is null;
create unique index law_change_one_of_a_day on law_change (code, valid_from) where answer = 'APPROVED';
create index law_change_proposed on law_change (proposed_at desc, id desc);
comment on table law_change is 'law: proposals to change a legal parameter from a day on, and their answers | entered by officials | as long as a row of the register refers to the parameter';
comment on column law_change.id is '– | none | Key';
comment on column law_change.code is '– | none | Parameter: code of legal_parameter';
comment on column law_change.value is '– | none | New value, where it is a number';
comment on column law_change.value_text is '– | none | New value, where it is a text';
comment on column law_change.unit is '– | none | Unit of the parameter; a change keeps it';
comment on column law_change.valid_from is '– | none | First day the new value applies to events';
comment on column law_change.source is '– | none | Citation of what changes the law';
comment on column law_change.certainty is '– | none | confirmed, memory or open';
comment on column law_change.proposed_by is '– | official | Who proposed it';
comment on column law_change.proposed_at is '– | none | When';
comment on column law_change.answer is '– | none | APPROVED, DECLINED or WITHDRAWN; none while it waits';
comment on column law_change.answer_reason is '– | none | Why it was declined or withdrawn';
comment on column law_change.answered_by is '– | official | Who approved, declined or withdrew it';
comment on column law_change.answered_at is '– | none | When';
comment on column law_change.version is '– | none | Version';

-- What was proposed and what was answered stays as it was.
create function law_change_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.answer is not null
            or (new.id, new.code, new.value, new.value_text, new.unit, new.valid_from, new.source, new.certainty, new.proposed_by,
                new.proposed_at)
                is distinct from
                (old.id, old.code, old.value, old.value_text, old.unit, old.valid_from, old.source, old.certainty, old.proposed_by,
                 old.proposed_at) then
        raise exception 'a proposal to change the law was rewritten'
            using errcode = 'check_violation', constraint = 'law_change_keeps_its_past', table = 'law_change';
    end if;
    return new;
end
$$;
comment on function law_change_keeps_its_past() is 'law: a proposal is answered once, and neither it nor its answer is changed';
create trigger law_change_keeps_its_past before update or delete on law_change
    for each row execute function law_change_keeps_its_past();

-- A row in force says for ever what it said. It may end, and another may follow, on the day an approved change names; what a migration brings is approved with the program.
create function legal_parameter_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (
            (new.code, new.value, new.value_text, new.unit, new.valid_from) is distinct from
            (old.code, old.value, old.value_text, old.unit, old.valid_from)
            or coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity'))) then
        raise exception 'the law of the past was changed'
            using errcode = 'check_violation', constraint = 'legal_parameter_keeps_its_past', table = 'legal_parameter';
    end if;
    if coalesce(current_setting('register.actor', true), '') <> 'migration' and not exists (
            select 1
              from law_change c
             where c.code = new.code and c.answer = 'APPROVED'
               and case when tg_op = 'UPDATE' then c.valid_from = new.valid_to + 1
                        else c.valid_from = new.valid_from and c.unit = new.unit and c.value is not distinct from new.value
                             and c.value_text is not distinct from new.value_text end) then
        raise exception 'the law was changed without an approved proposal'
            using errcode = 'check_violation', constraint = 'legal_parameter_by_approved_change', table = 'legal_parameter';
    end if;
    return new;
end
$$;
comment on function legal_parameter_keeps_its_past() is 'reference: a value is never changed or deleted; it ends and another follows by an approved change';
create trigger legal_parameter_keeps_its_past before insert or update or delete on legal_parameter
    for each row execute function legal_parameter_keeps_its_past();
