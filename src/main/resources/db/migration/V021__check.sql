create table inspector_request (
    id            uuid not null,
    at            timestamptz not null,
    institution   text not null references institution (code),
    unit          text not null references unit (code),
    asked_by      uuid not null,
    asked_by_name text not null,
    verdict       text not null,
    entry_id      uuid not null,
    asked         text not null,
    persons       uuid[] not null,
    note          text,
    taken_by      uuid,
    taken_by_name text,
    taken_at      timestamptz,
    constraint inspector_request_pk primary key (id),
    constraint inspector_request_verdict_known check (verdict in ('NO_BAN', 'BAN', 'NEEDS_LOOK')),
    constraint inspector_request_taken_whole check (
        (taken_by is null) = (taken_at is null) and (taken_by is null) = (taken_by_name is null))
);
create index inspector_request_waiting on inspector_request (institution, at) where taken_at is null;
create index inspector_request_taken on inspector_request (institution, taken_at) where taken_at is not null;
comment on table inspector_request is 'check: a traveller handed to an inspector after a check';
comment on column inspector_request.id is '– | none | Key';
comment on column inspector_request.at is '– | none | When it was handed over';
comment on column inspector_request.institution is '– | none | Institution whose inspectors take it';
comment on column inspector_request.unit is '– | none | Unit of the official who handed it over';
comment on column inspector_request.asked_by is '– | official | Who handed it over';
comment on column inspector_request.asked_by_name is '– | official | Name of the official as it was then';
comment on column inspector_request.verdict is '– | personal | Answer of the check: NO_BAN, BAN or NEEDS_LOOK';
comment on column inspector_request.entry_id is 'LED 25(1) | none | Journal entry of the check';
comment on column inspector_request.asked is 'SIS 12(2) | personal | Who was asked about, as said in the check';
comment on column inspector_request.persons is 'LED 25(2) | personal | Persons the check found';
comment on column inspector_request.note is '– | personal | What the official noticed';
comment on column inspector_request.taken_by is '– | official | Inspector who took it';
comment on column inspector_request.taken_by_name is '– | official | Name of the inspector as it was then';
comment on column inspector_request.taken_at is '– | none | When it was taken';
