-- A judge holds somebody for so long at a time, and beyond the ordinary total only when that has been reached (Immigration Law s. 54;
-- Directive 2008/115/EC Art. 15(6)). A ruling entered by mistake is withdrawn by another official, the last one first, with a reason: it
-- leaves its table, so that every term is as if it had never been entered, and stays here as it was (Reg. 122 p. 11, 13).
select set_config('register.actor', 'migration', true);

create table withdrawn_ruling (
    id                  uuid not null,
    detention_id        uuid not null references detention (id),
    person_id           uuid not null references person (id),
    kind                text not null,
    until_at            timestamptz not null,
    court               text not null,
    number              text not null,
    decided_on          date not null,
    submitted_at        timestamptz,
    submitted_to        text,
    submitted_by        uuid,
    submission_noted_at timestamptz,
    entered_by          uuid not null,
    entered_at          timestamptz not null,
    reason              text not null,
    withdrawn_by        uuid not null,
    withdrawn_unit      text not null references unit (code),
    withdrawn_at        timestamptz not null,
    constraint withdrawn_ruling_pk primary key (id),
    constraint withdrawn_ruling_kind_known check (kind in ('COURT', 'COURT_EXTENSION')),
    constraint withdrawn_ruling_four_eyes check (withdrawn_by <> entered_by),
    constraint withdrawn_ruling_explained check (btrim(reason) <> ''),
    constraint withdrawn_ruling_after check (withdrawn_at >= entered_at)
);
create index withdrawn_ruling_of_detention on withdrawn_ruling (detention_id);
create index withdrawn_ruling_of_person on withdrawn_ruling (person_id);
comment on table withdrawn_ruling is 'detention: a ruling of a judge that was entered by mistake and withdrawn; never changed | officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column withdrawn_ruling.id is '– | none | Key of the title it was';
comment on column withdrawn_ruling.detention_id is '– | none | Detention';
comment on column withdrawn_ruling.person_id is '– | none | Person';
comment on column withdrawn_ruling.kind is 'Immigration Law s. 54 | personal | Kind, as it was: code of the list DETENTION_TITLE';
comment on column withdrawn_ruling.until_at is 'Immigration Law s. 54 | personal | Until when the person was to be held, as it was';
comment on column withdrawn_ruling.court is 'Immigration Law s. 54 | personal | Court, as it was';
comment on column withdrawn_ruling.number is 'Immigration Law s. 54 | personal | Number, as it was';
comment on column withdrawn_ruling.decided_on is 'Immigration Law s. 54 | personal | Date, as it was';
comment on column withdrawn_ruling.submitted_at is 'Immigration Law s. 54 | personal | When papers for holding the person still longer were submitted, as it was';
comment on column withdrawn_ruling.submitted_to is 'Immigration Law s. 54 | personal | Court they were submitted to, as it was';
comment on column withdrawn_ruling.submitted_by is 'Reg. 122 p. 6–8 | official | Official who had noted that';
comment on column withdrawn_ruling.submission_noted_at is 'Reg. 122 p. 13 | none | When that had been noted';
comment on column withdrawn_ruling.entered_by is 'Reg. 122 p. 6–8 | official | Official who had entered it';
comment on column withdrawn_ruling.entered_at is 'Reg. 122 p. 13 | none | When it had been entered';
comment on column withdrawn_ruling.reason is 'Reg. 122 p. 11 | personal | Why it was withdrawn';
comment on column withdrawn_ruling.withdrawn_by is 'Reg. 122 p. 11 | official | Official who withdrew it';
comment on column withdrawn_ruling.withdrawn_unit is 'Reg. 122 p. 11 | none | Unit that withdrew it';
comment on column withdrawn_ruling.withdrawn_at is 'Reg. 122 p. 11, 13 | none | When it was withdrawn';

create function withdrawn_ruling_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise check_violation using message = 'a withdrawn ruling stays as it was', constraint = 'withdrawn_ruling_never_changed';
    end if;
    if (select institution from unit where code = new.withdrawn_unit)
            is distinct from (select u.institution from detention d join unit u on u.code = d.unit where d.id = new.detention_id) then
        raise check_violation using message = 'a ruling is withdrawn by the institution that detained',
            constraint = 'withdrawn_ruling_by_own';
    end if;
    return new;
end
$$;
comment on function withdrawn_ruling_is_kept() is 'detention: holds that a withdrawn ruling is never changed, and was withdrawn by the institution that detained';
create trigger withdrawn_ruling_is_kept before insert or update or delete on withdrawn_ruling
    for each row execute function withdrawn_ruling_is_kept();

create function detention_title_goes_withdrawn() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from withdrawn_ruling w
                    where w.id = old.id and w.detention_id = old.detention_id and w.kind = old.kind and w.until_at = old.until_at
                      and w.court = old.court and w.number = old.number and w.decided_on = old.decided_on
                      and w.entered_by = old.entered_by and w.entered_at = old.entered_at
                      and w.submitted_at is not distinct from old.submitted_at) then
        raise check_violation using message = 'a title of detention does not go without its past',
            constraint = 'detention_title_goes_withdrawn';
    end if;
    if exists (select 1 from detention_title later where later.detention_id = old.detention_id and later.until_at > old.until_at) then
        raise check_violation using message = 'a later ruling follows this one and goes first', constraint = 'detention_title_last_first';
    end if;
    if not exists (select 1 from detention_title other where other.detention_id = old.detention_id and other.id <> old.id) then
        raise check_violation using message = 'nobody is held without a title', constraint = 'detention_title_one_stays';
    end if;
    return old;
end
$$;
comment on function detention_title_goes_withdrawn() is 'detention: holds that a ruling goes only withdrawn, the last one first, and never the only title';
create trigger detention_title_goes_withdrawn before delete on detention_title
    for each row execute function detention_title_goes_withdrawn();

-- An hour may lie between two ways to add months across a change of the clocks; Java tells it exactly.
create function detention_title_within() returns trigger language plpgsql as $$
declare
    d detention;
    on_day date;
    ends timestamptz;
    once interval;
    total interval;
    longest interval;
    begun timestamptz;
begin
    select * into strict d from detention where id = new.detention_id;
    on_day := (d.detained_at at time zone 'Europe/Riga')::date;
    -- Where a judge had decided before, the detention begins with his ruling.
    select coalesce(max(t.until_at), d.detained_at) into ends from detention_title t where t.detention_id = new.detention_id;
    select (p.value || ' ' || p.unit)::interval into once from legal_parameter p
     where p.code = 'detention.court.once' and p.valid_from <= on_day and coalesce(p.valid_to, 'infinity') >= on_day;
    select (p.value || ' ' || p.unit)::interval into total from legal_parameter p
     where p.code = 'detention.court.total' and p.valid_from <= on_day and coalesce(p.valid_to, 'infinity') >= on_day;
    select (p.value || ' ' || p.unit)::interval into longest from legal_parameter p
     where p.code = 'detention.max' and p.valid_from <= on_day and coalesce(p.valid_to, 'infinity') >= on_day;
    if new.kind = 'COURT'
       and new.until_at > ((ends at time zone 'Europe/Riga') + once) at time zone 'Europe/Riga' + interval '1 hour' then
        raise check_violation using message = 'a judge holds nobody for longer at a time than the law allows',
            constraint = 'detention_title_once_at_most';
    end if;
    begun := d.detained_at - make_interval(secs => (
        select coalesce(sum(extract(epoch from e.released_at - e.detained_at)), 0)::double precision
          from held_before(d.case_id, d.person_id, d.detained_at, null) e));
    if new.until_at > ((begun at time zone 'Europe/Riga') + case new.kind when 'COURT' then total else longest end)
                          at time zone 'Europe/Riga' + interval '1 hour' then
        raise check_violation using message = 'nobody is held for longer in all than the law allows',
            constraint = 'detention_title_total_at_most';
    end if;
    if new.kind = 'COURT_EXTENSION'
       and ends < ((begun at time zone 'Europe/Riga') + total) at time zone 'Europe/Riga' - interval '1 hour' then
        raise check_violation using message = 'nobody is held beyond the ordinary total before it has been reached',
            constraint = 'detention_title_exceptional_after_total';
    end if;
    return new;
end
$$;
comment on function detention_title_within() is 'detention: holds that a ruling is no longer than the law allows at a time and in all, and goes beyond the ordinary total only when that has been reached';
create trigger detention_title_within before insert on detention_title
    for each row when (new.kind <> 'VRS') execute function detention_title_within();

grant delete on detention_title to register_app;
