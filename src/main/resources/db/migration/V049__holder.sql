-- An open case can be taken on by an official, handed to a colleague and given back; its deadlines can be read by a calendar.
select set_config('register.actor', 'migration', true);

alter table return_case
    add column holder uuid references account (id),
    add column held_since timestamptz,
    add constraint return_case_holder_whole check ((holder is null) = (held_since is null)),
    add constraint return_case_holder_of_open check (holder is null or next_step is not null);
comment on column return_case.holder is 'Reg. 122 p. 6–8 | official | Official who has taken on the next step; nothing: anybody of the unit';
comment on column return_case.held_since is 'Reg. 122 p. 6–8 | none | Since when';
create index return_case_steps_of_holder on return_case (holder, step_place, id) where next_step is not null;

-- Whoever held the step of one institution does not hold that of the other, nor a case at its end.
create function case_leaves_holder() returns trigger language plpgsql as $$
begin
    if new.holder is not distinct from old.holder and new.step_owner is distinct from old.step_owner then
        new.holder := null;
        new.held_since := null;
    end if;
    return new;
end
$$;
comment on function case_leaves_holder() is 'returns: frees a case whose next step passes to the other institution, or that is at its end';
create trigger return_case_leaves_holder before update of step_owner on return_case
    for each row execute function case_leaves_holder();

-- Only an official of the institution whose step it is can hold it.
create function case_holder_is_of_owner() returns trigger language plpgsql as $$
begin
    if new.holder is not null
       and not exists (select 1 from account a where a.id = new.holder and a.institution = new.step_owner) then
        raise check_violation using message = 'the holder of a case is of another institution than its next step',
            constraint = 'return_case_holder_of_owner';
    end if;
    return null;
end
$$;
comment on function case_holder_is_of_owner() is 'returns: holds that the holder of a case is of the institution whose step it is';
create constraint trigger return_case_holder_of_owner after update of holder on return_case
    deferrable initially deferred for each row when (new.holder is distinct from old.holder)
    execute function case_holder_is_of_owner();

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('duty.stalled', 30, null, 'days', 'Pēc tik ilgas gaidīšanas bez termiņa lietu uzskata par apstājušos', 'A case without a deadline that waits longer has stalled', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 376, '2011-06-16', null, 'open', 'Choice of the controller');

create table calendar_feed (
    id           uuid not null,
    account      uuid not null references account (id),
    institution  text not null references institution (code),
    unit         text references unit (code),
    made_at      timestamptz not null,
    ended_at     timestamptz,
    constraint calendar_feed_pk primary key (id),
    constraint calendar_feed_ends_after check (ended_at >= made_at)
);
create unique index calendar_feed_one_open on calendar_feed (account, coalesce(unit, '')) where ended_at is null;
comment on table calendar_feed is 'duty: an address at which a calendar reads the deadlines of a unit | made by officials | as long as the journal names it';
comment on column calendar_feed.id is '– | none | Key';
comment on column calendar_feed.account is 'Reg. 397 p. 50 | official | Official who made it and as whom the calendar reads';
comment on column calendar_feed.institution is '– | none | Institution whose deadlines it shows';
comment on column calendar_feed.unit is '– | none | Unit whose deadlines it shows; nothing: the whole institution';
comment on column calendar_feed.made_at is '– | none | When it was made';
comment on column calendar_feed.ended_at is '– | none | When it was ended';
