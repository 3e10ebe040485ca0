-- Notices to PMLP (Reg. 122 p. 9, 11, 12): of a decision on bans by a minister or a consular official, of its cancellation or
-- reduction, and of new or missing information. What is received is entered within a working day.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values ('notice_kind', 'Par ko paziņots', 'What a notice is about', false, 306);
insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('notice_kind', 'BAN', 'Lēmums par ieceļošanas aizliegumu', 'Decision on an entry ban', 10, '2015-07-01', null, 'confirmed', 'Cabinet Regulation No. 122 (2013), p. 9, 10'),
    ('notice_kind', 'CHANGE', 'Aizlieguma atcelšana, apturēšana vai termiņa samazināšana', 'Cancellation, suspension or reduction of a ban', 20, '2015-07-01', null, 'confirmed', 'Cabinet Regulation No. 122 (2013), p. 12'),
    ('notice_kind', 'INFORMATION', 'Jaunas vai trūkstošas ziņas', 'New or missing information', 30, '2015-07-01', null, 'confirmed', 'Cabinet Regulation No. 122 (2013), p. 11');

create table notice (
    id            uuid not null,
    kind          text not null,
    sender        text not null references institution (code),
    reference     text not null,
    received_at   timestamptz not null,
    summary       text not null,
    registered_by uuid not null,
    registered_at timestamptz not null,
    person_id     uuid references person (id),
    decision_id   uuid references decision (id),
    follow_up_id  uuid references follow_up (id),
    answer        text,
    handled_by    uuid,
    handled_at    timestamptz,
    version       integer not null default 0,
    constraint notice_pk primary key (id),
    constraint notice_kind_known check (kind in ('BAN', 'CHANGE', 'INFORMATION')),
    constraint notice_once unique (sender, reference, kind),
    constraint notice_received_before_registered check (received_at <= registered_at),
    constraint notice_handled_whole check ((handled_at is null) = (handled_by is null)),
    constraint notice_handled_after check (handled_at >= received_at),
    constraint notice_handled_somehow check (
        (handled_at is null) = (decision_id is null and follow_up_id is null and answer is null)),
    constraint notice_decision_of_ban check (decision_id is null or kind = 'BAN'),
    constraint notice_change_of_ban check (follow_up_id is null or kind = 'CHANGE')
);
create index notice_waiting on notice (received_at, id) where handled_at is null;
create index notice_newest on notice (received_at desc, id desc);
create index notice_of_person on notice (person_id);
comment on table notice is 'notice: what ministers, consular officials and heads of institutions tell PMLP | entered by PMLP | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column notice.id is '– | none | Key';
comment on column notice.kind is 'Reg. 122 p. 9, 11, 12 | personal | What it is about: code of the list NOTICE_KIND';
comment on column notice.sender is 'Reg. 122 p. 9, 11 | none | Who sent it';
comment on column notice.reference is 'Reg. 122 p. 9, 11 | none | Number of the letter';
comment on column notice.received_at is 'Reg. 122 p. 10–12 | none | When it was received: the working day runs from it';
comment on column notice.summary is 'Reg. 122 p. 9, 11 | personal | What it says, in short';
comment on column notice.registered_by is 'Reg. 122 p. 10 | official | Who registered it';
comment on column notice.registered_at is 'Reg. 122 p. 10 | none | When it was registered';
comment on column notice.person_id is 'Reg. 122 p. 9 | none | Person it turned out to be about';
comment on column notice.decision_id is 'Reg. 122 p. 10 | none | Decision entered from it';
comment on column notice.follow_up_id is 'Reg. 122 p. 12 | none | Follow-up decision entered from it';
comment on column notice.answer is 'Reg. 122 p. 11 | personal | What was done, where no decision was entered';
comment on column notice.handled_by is 'Reg. 122 p. 10–12 | official | Who entered it';
comment on column notice.handled_at is 'Reg. 122 p. 10–12 | none | When it was entered';
comment on column notice.version is '– | none | Counts changes';
