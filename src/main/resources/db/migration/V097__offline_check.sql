-- Checks made without network, entered in the journal afterwards, each once.
select set_config('register.actor', 'migration', true);

create table offline_check (
    device_id   uuid not null references contingency_device (id),
    queue       uuid not null,
    place       integer not null,
    entry       uuid not null,
    list_number integer not null,
    checked_at  timestamptz not null,
    inspector   text not null,
    verdict     text not null,
    verdict_now text,
    asked       text not null,
    persons     uuid[] not null,
    entered_by  uuid not null,
    entered_at  timestamptz not null,
    constraint offline_check_pk primary key (device_id, queue, place),
    constraint offline_check_place_from_one check (place > 0),
    constraint offline_check_inspector_named check (btrim(inspector) <> ''),
    constraint offline_check_verdict_known check (verdict in ('NO_BAN', 'BAN', 'NEEDS_LOOK')),
    constraint offline_check_verdict_now_known check (verdict_now in ('NO_BAN', 'BAN', 'NEEDS_LOOK'))
);
create index offline_check_newest on offline_check (checked_at desc, queue, place);
create index offline_check_missed on offline_check (checked_at desc) where verdict = 'NO_BAN' and verdict_now <> 'NO_BAN';
comment on table offline_check is 'contingency: checks made without network and entered afterwards; never changed | brought by a device | as the journal';
comment on column offline_check.device_id is '– | none | Device it was made on';
comment on column offline_check.queue is '– | none | File of the device';
comment on column offline_check.place is '– | none | Place in the file';
comment on column offline_check.entry is '– | none | Entry of the journal about it';
comment on column offline_check.list_number is '– | none | Number of the list that was asked';
comment on column offline_check.checked_at is 'LED 25(1) | personal | When he was checked at the border';
comment on column offline_check.inspector is 'LED 25(1) | official | Who checked, as he named himself on the device';
comment on column offline_check.verdict is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | What the device answered';
comment on column offline_check.verdict_now is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | What the register answered when it was entered; none: it could not read the question';
comment on column offline_check.asked is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | Who was asked about, as shown';
comment on column offline_check.persons is 'LED 25(2) | personal | Persons of the register who were found, then or now';
comment on column offline_check.entered_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who entered it';
comment on column offline_check.entered_at is '– | none | When it was entered';
