-- Somebody who was taken for another once is not stopped for it again: an inspector says that the holder of a document is not this person.
select set_config('register.actor', 'migration', true);

create table cleared_hit (
    id              uuid not null,
    request_id      uuid not null references inspector_request (id),
    person_id       uuid not null references person (id),
    number_key      text not null,
    issuer          text not null references country (code),
    birth_date      text not null,
    name_key        text not null,
    asked           text not null,
    reason          text not null,
    checked_by      uuid not null,
    cleared_by      uuid not null,
    cleared_by_name text not null,
    cleared_at      timestamptz not null,
    undone_by       uuid,
    undone_by_name  text,
    undone_at       timestamptz,
    undone_reason   text,
    constraint cleared_hit_pk primary key (id),
    constraint cleared_hit_document_named check (number_key <> '' and birth_date <> ''),
    constraint cleared_hit_reason_said check (btrim(reason) <> ''),
    constraint cleared_hit_four_eyes check (cleared_by <> checked_by),
    constraint cleared_hit_undone_whole check (
        (undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_by_name is null)
        and (undone_at is null) = (undone_reason is null) and btrim(undone_reason) <> '')
);
create unique index cleared_hit_once on cleared_hit (number_key, issuer, birth_date, name_key, person_id) where undone_at is null;
create index cleared_hit_of_person on cleared_hit (person_id);
create index cleared_hit_newest on cleared_hit (cleared_at desc, id desc);
comment on table cleared_hit is 'check: the holder of a document is not the person he was taken for; undone and never changed | the register itself | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column cleared_hit.id is '– | none | Key';
comment on column cleared_hit.request_id is '– | none | Traveller handed to an inspector, over whom it was said';
comment on column cleared_hit.person_id is '– | none | Person he is not';
comment on column cleared_hit.number_key is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | Number of his document as compared';
comment on column cleared_hit.issuer is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | State that issued it';
comment on column cleared_hit.birth_date is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | Date of birth in it';
comment on column cleared_hit.name_key is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | Names in it as compared; empty: none were said';
comment on column cleared_hit.asked is 'Reg. (EU) 2018/1861 Art. 43(1) | personal | Who was asked about, as shown';
comment on column cleared_hit.reason is 'Reg. (EU) 2016/679 Art. 5(2) | personal | By what he was told apart';
comment on column cleared_hit.checked_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who checked and handed him over';
comment on column cleared_hit.cleared_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Inspector who told them apart';
comment on column cleared_hit.cleared_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the inspector as it was then';
comment on column cleared_hit.cleared_at is '– | none | When';
comment on column cleared_hit.undone_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who took it back';
comment on column cleared_hit.undone_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column cleared_hit.undone_at is '– | none | When it was taken back; none: it holds';
comment on column cleared_hit.undone_reason is 'Reg. (EU) 2016/679 Art. 5(2) | personal | Why it was taken back';
