-- An institution is told of what happens to whom it follows under its agreement, event after event, and of nobody else.
select set_config('register.actor', 'migration', true);

alter table agreement_change
    drop constraint agreement_change_services_known,
    add constraint agreement_change_services_known check (services <@ array['CHECK', 'CHECK_MANY', 'FOLLOW']);

create table followed (
    id         uuid not null,
    agreement  text not null references agreement (number),
    reference  text not null,
    number_key text not null,
    issuer     text not null references country (code),
    birth_date text not null,
    purpose    text not null,
    case_ref   text,
    until      date not null,
    asked_at   timestamptz not null,
    ended_at   timestamptz,
    persons    uuid[] not null,
    told       jsonb not null,
    seen_on    date not null,
    constraint followed_pk primary key (id),
    constraint followed_of_agreement unique (agreement, id),
    constraint followed_named check (btrim(reference) <> '' and number_key <> '' and birth_date <> ''),
    constraint followed_ended_after check (ended_at >= asked_at)
);
create unique index followed_once on followed (agreement, reference) where ended_at is null;
create index followed_number on followed (number_key) where ended_at is null;
create index followed_persons on followed using gin (persons) where ended_at is null;
create index followed_seen on followed (seen_on, id) where ended_at is null;
comment on table followed is 'following: whom an institution follows under its agreement, and what it was told of him | asked for by its systems | as long as the agreement, then as the journal';
comment on column followed.id is '– | none | Key';
comment on column followed.agreement is 'Reg. 122 p. 14 | none | Agreement';
comment on column followed.reference is 'Reg. 122 p. 14 | personal | The institution''s own name for it';
comment on column followed.number_key is 'Reg. 122 p. 14 | personal | Number of the document as compared';
comment on column followed.issuer is 'Reg. 122 p. 14 | personal | State that issued it';
comment on column followed.birth_date is 'Reg. 122 p. 14 | personal | Date of birth';
comment on column followed.purpose is 'LED 25(1) | personal | Purpose that was stated';
comment on column followed.case_ref is 'LED 25(1) | personal | Case that was stated';
comment on column followed.until is 'Reg. 122 p. 14 | personal | Last day';
comment on column followed.asked_at is '– | none | When it was asked for';
comment on column followed.ended_at is '– | none | When it was ended before its last day; none: it was not';
comment on column followed.persons is '– | personal | Who held the document when it was last looked at';
comment on column followed.told is 'Reg. 122 5.10–5.12 | personal | Bans and departures as told';
comment on column followed.seen_on is '– | none | Day on which it was last looked at';

create table followed_event (
    agreement   text not null references agreement (number),
    place       bigint not null,
    id          uuid not null,
    followed_id uuid not null,
    at          timestamptz not null,
    persons     uuid[] not null,
    happened    jsonb not null,
    constraint followed_event_pk primary key (agreement, place),
    constraint followed_event_once unique (id),
    constraint followed_event_of_its_agreement foreign key (agreement, followed_id) references followed (agreement, id),
    constraint followed_event_in_order check (place > 0)
);
comment on table followed_event is 'following: what an institution is told, in one order for each agreement; never changed | the register itself | as long as the agreement, then as the journal';
comment on column followed_event.agreement is 'Reg. 122 p. 14 | none | Agreement whose feed it stands in';
comment on column followed_event.place is '– | none | Place in the feed, without gaps';
comment on column followed_event.id is '– | none | Key';
comment on column followed_event.followed_id is 'Reg. 122 p. 14 | personal | Whom it is about';
comment on column followed_event.at is '– | none | When it was noticed';
comment on column followed_event.persons is 'LED 25(2) | personal | Persons it tells of';
comment on column followed_event.happened is 'Reg. 122 5.10–5.12 | personal | What happened';

-- Several readers follow the journal now, each to where it has come.
create table journal_reader (
    name        text not null,
    transaction bigint not null,
    entry       uuid not null,
    constraint journal_reader_pk primary key (name)
);
comment on table journal_reader is 'person: how far the acts of the journal have been looked at, by each work that follows it | the register itself | always';
comment on column journal_reader.name is '– | none | Work that follows the journal';
comment on column journal_reader.transaction is '– | none | Place in the order of the journal: transaction';
comment on column journal_reader.entry is '– | none | Place in the order of the journal: entry';
insert into journal_reader (name, transaction, entry)
select 'alerts', transaction, entry from alert_progress;
drop table alert_progress;
