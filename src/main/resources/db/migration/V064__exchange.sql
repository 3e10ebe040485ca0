-- Messages to and from the systems of other authorities, each with exactly one effect on either side.
select set_config('register.actor', 'migration', true);

create table exchange_line (
    correspondent text not null,
    cursor        text,
    heard_at      timestamptz,
    fault         text,
    fault_at      timestamptz,
    constraint exchange_line_pk primary key (correspondent),
    constraint exchange_line_correspondent_known check (correspondent in ('NSIS', 'VMIS', 'BORDER')),
    constraint exchange_line_fault_whole check ((fault is null) = (fault_at is null))
);
comment on table exchange_line is 'exchange: how far the register has read what a system of another authority tells, and whether that system answers | the exchange | for as long as the system is known';
comment on column exchange_line.correspondent is '– | none | System of another authority';
comment on column exchange_line.cursor is '– | none | Place of the last message taken, in the words of that system';
comment on column exchange_line.heard_at is '– | none | When it answered last';
comment on column exchange_line.fault is '– | none | Why it could not be reached or understood last, until it answers again';
comment on column exchange_line.fault_at is '– | none | Since when it has not answered, or not so that it could be understood';
insert into exchange_line (correspondent) values ('NSIS'), ('VMIS'), ('BORDER');

create table outbox (
    id            uuid not null,
    correspondent text not null references exchange_line (correspondent),
    person_id     uuid not null references person (id),
    place         integer not null,
    kind          text not null,
    body          text not null,
    put_by        uuid not null,
    put_at        timestamptz not null,
    attempts      integer not null default 0,
    next_at       timestamptz not null,
    dead_at       timestamptz,
    answer        text,
    answer_body   text,
    answered_at   timestamptz,
    aside_by      uuid,
    aside_at      timestamptz,
    aside_reason  text,
    settled       boolean not null generated always as (answered_at is not null or aside_at is not null) stored,
    constraint outbox_pk primary key (id),
    constraint outbox_one_place unique (correspondent, person_id, place),
    constraint outbox_place_above_zero check (place > 0),
    constraint outbox_answer_known check (answer in ('ACCEPTED', 'PENDING', 'REFUSED')),
    constraint outbox_answer_whole check ((answer is null) = (answered_at is null) and (answer is not null or answer_body is null)),
    constraint outbox_dead_unanswered check (dead_at is null or answered_at is null),
    constraint outbox_aside_whole check (num_nonnulls(aside_by, aside_at, aside_reason) in (0, 3) and btrim(aside_reason) <> '')
);
create index outbox_open on outbox (correspondent, next_at) where not settled;
create index outbox_open_of_person on outbox (correspondent, person_id, place) where not settled;
create index outbox_of_person on outbox (person_id);
create index outbox_latest on outbox (put_at desc, id desc);
create index outbox_refused on outbox (correspondent, put_at) where answer = 'REFUSED' and aside_at is null;
comment on table outbox is 'exchange: a message to a system of another authority, put there by the act it tells of; sent until it is answered | by the act | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column outbox.id is '– | none | Key, also for the system it goes to: what is sent again has no second effect';
comment on column outbox.correspondent is '– | none | System it goes to';
comment on column outbox.person_id is '– | none | Person';
comment on column outbox.place is '– | none | Its number among the messages about the person to that system';
comment on column outbox.kind is '– | none | What it tells';
comment on column outbox.body is 'Reg. (EU) 2018/1861 Art. 20 | personal | The message: XML of the schema of that system';
comment on column outbox.put_by is 'Reg. 122 p. 6–8 | official | Who did what it tells of';
comment on column outbox.put_at is 'Reg. 122 p. 13 | none | When it was done';
comment on column outbox.attempts is '– | none | How often it was tried since it was put or sent again';
comment on column outbox.next_at is '– | none | Not tried before this time: a pause, or somebody is trying';
comment on column outbox.dead_at is '– | none | Since when it is not tried any more';
comment on column outbox.answer is '– | none | What that system answered';
comment on column outbox.answer_body is 'Reg. (EU) 2018/1861 Art. 20 | personal | The answer in its own words';
comment on column outbox.answered_at is 'Reg. 122 p. 13 | none | When it answered';
comment on column outbox.aside_by is 'Reg. 122 p. 6–8 | official | Official who put it aside';
comment on column outbox.aside_at is 'Reg. 122 p. 13 | none | When it was put aside';
comment on column outbox.aside_reason is '– | personal | Why it was put aside';
comment on column outbox.settled is '– | none | Whether the next message about the person may be sent: it is answered or put aside';

create table outbox_attempt (
    message_id uuid not null references outbox (id),
    place      integer not null,
    tried_at   timestamptz not null,
    ended_at   timestamptz,
    fault      text,
    detail     text,
    constraint outbox_attempt_pk primary key (message_id, place),
    constraint outbox_attempt_ended check (ended_at is not null or fault is null),
    constraint outbox_attempt_fault_known check (fault in ('UNREACHABLE', 'NO_ANSWER', 'BAD_STATUS', 'UNREADABLE', 'NOT_NOTED'))
);
comment on table outbox_attempt is 'exchange: an attempt to send a message; one without an end was broken off and is made again | the exchange | as long as the message';
comment on column outbox_attempt.message_id is '– | none | Message';
comment on column outbox_attempt.place is '– | none | Its number';
comment on column outbox_attempt.tried_at is '– | none | When it began';
comment on column outbox_attempt.ended_at is '– | none | When it ended';
comment on column outbox_attempt.fault is '– | none | Why it failed; nothing when it was answered';
comment on column outbox_attempt.detail is '– | none | More about it, for instance the status of HTTP';

-- A message stays as it was put, is answered once, and not before those about the same person that were put earlier.
create function outbox_holds() returns trigger language plpgsql as $$
begin
    if (new.id, new.correspondent, new.person_id, new.place, new.kind, new.body, new.put_by, new.put_at)
       is distinct from (old.id, old.correspondent, old.person_id, old.place, old.kind, old.body, old.put_by, old.put_at)
       or (old.answered_at is not null
           and (new.answer, new.answer_body, new.answered_at) is distinct from (old.answer, old.answer_body, old.answered_at))
       or (old.aside_at is not null and (new.aside_by, new.aside_at, new.aside_reason)
                                        is distinct from (old.aside_by, old.aside_at, old.aside_reason)) then
        raise check_violation using message = 'a message stays as it was put, and is answered once', constraint = 'outbox_never_changed';
    end if;
    if old.answered_at is null and new.answered_at is not null
       and exists (select 1 from outbox e
                    where e.correspondent = new.correspondent and e.person_id = new.person_id
                      and e.place < new.place and not e.settled) then
        raise check_violation using message = 'messages about a person are answered in their order', constraint = 'outbox_in_order';
    end if;
    return new;
end
$$;
comment on function outbox_holds() is 'exchange: holds that a message is not changed, is answered once, and in the order of its person';
create trigger outbox_holds before update on outbox for each row execute function outbox_holds();

create table inbox (
    key           uuid not null,
    correspondent text not null references exchange_line (correspondent),
    id            text not null,
    kind          text not null,
    body          text not null,
    issued_at     timestamptz,
    came_at       timestamptz not null,
    person_id     uuid references person (id),
    taken         text not null,
    fault         text,
    tell_at       timestamptz,
    told_at       timestamptz,
    aside_by      uuid,
    aside_at      timestamptz,
    aside_reason  text,
    constraint inbox_pk primary key (key),
    constraint inbox_once unique (correspondent, id),
    constraint inbox_taken_known check (taken in ('DONE', 'NOT_UNDERSTOOD', 'NOT_FOR_US')),
    constraint inbox_told_once check (tell_at is null or told_at is null),
    constraint inbox_aside_whole check (num_nonnulls(aside_by, aside_at, aside_reason) in (0, 3) and btrim(aside_reason) <> '')
);
create index inbox_to_tell on inbox (correspondent, tell_at) where tell_at is not null;
create index inbox_to_look_at on inbox (correspondent, came_at) where taken <> 'DONE' and aside_at is null;
create index inbox_of_person on inbox (person_id);
create index inbox_latest on inbox (came_at desc, key desc);
comment on table inbox is 'exchange: a message from a system of another authority, taken once and never dropped | that system | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column inbox.key is '– | none | Key';
comment on column inbox.correspondent is '– | none | System it came from';
comment on column inbox.id is '– | none | Its key there';
comment on column inbox.kind is '– | none | What it tells';
comment on column inbox.body is 'Reg. (EU) 2018/1861 Art. 20 | personal | The message as it came';
comment on column inbox.issued_at is '– | none | When that system wrote it';
comment on column inbox.came_at is 'Reg. 122 p. 13 | none | When it came';
comment on column inbox.person_id is '– | none | Person it is about, where that could be told';
comment on column inbox.taken is '– | none | What came of it, as answered to that system';
comment on column inbox.fault is '– | none | Why it could not be understood, in the words of the program';
comment on column inbox.tell_at is '– | none | When that system is answered next; nothing once it was';
comment on column inbox.told_at is '– | none | When it was answered';
comment on column inbox.aside_by is 'Reg. 122 p. 6–8 | official | Official who looked at it and put it aside';
comment on column inbox.aside_at is 'Reg. 122 p. 13 | none | When it was put aside';
comment on column inbox.aside_reason is '– | personal | Why it was put aside';
