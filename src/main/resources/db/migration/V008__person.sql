create table person (
    id          uuid not null,
    number      bigint generated always as identity,
    entered_at  timestamptz not null,
    entered_by  uuid not null,
    institution text not null references institution (code),
    unit        text not null references unit (code),
    version     integer not null default 0,
    constraint person_pk primary key (id),
    constraint person_number_unique unique (number)
);
comment on table person is 'person: a foreigner, the centre everything else hangs on';
comment on column person.id is '– | none | Key';
comment on column person.number is '– | personal | Number in the register, shown as P-0001234';
comment on column person.entered_at is 'Reg. 122 p. 6–8 | none | When the person was entered';
comment on column person.entered_by is 'Reg. 122 p. 6–8 | official | Who entered the person';
comment on column person.institution is 'Reg. 122 p. 6–8 | official | Institution that entered the person';
comment on column person.unit is 'Reg. 122 p. 6–8 | official | Unit that entered the person';
comment on column person.version is '– | none | Version of the whole person';

create table identity (
    id                    uuid not null,
    person_id             uuid not null references person (id),
    kind                  text not null,
    family_name           text not null,
    given_names           text,
    patronymic            text,
    original_name         text,
    name_key              text not null,
    sex                   text not null,
    birth_date            text not null,
    birth_earliest        date not null,
    birth_latest          date not null,
    birth_country         text references country (code),
    birth_place           text,
    personal_code         text,
    personal_code_country text references country (code),
    ethnicity             text,
    source                text not null,
    noted_at              timestamptz not null,
    noted_by              uuid not null,
    constraint identity_pk primary key (id),
    constraint identity_kind_known check (kind in ('PRIMARY', 'ALIAS', 'FORMER', 'BIRTH', 'MISUSED')),
    constraint identity_family_name_given check (family_name <> ''),
    constraint identity_sex_known check (sex in ('M', 'F', 'X', 'U')),
    constraint identity_birth_date_form check (birth_date ~ '^~?[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    constraint identity_birth_range check (birth_earliest <= birth_latest),
    constraint identity_code_has_country check ((personal_code is null) = (personal_code_country is null))
);
create unique index identity_one_primary on identity (person_id) where kind = 'PRIMARY';
create index identity_of_person on identity (person_id);
create index identity_name_key on identity using gin (name_key gin_trgm_ops);
create index identity_birth on identity (birth_earliest, birth_latest);
create index identity_personal_code on identity (personal_code) where personal_code is not null;
comment on table identity is 'person: one identity of a person; the primary one, an alias, a former or birth name, or one misused';
comment on column identity.id is '– | none | Key';
comment on column identity.person_id is '– | none | Person';
comment on column identity.kind is 'Reg. 122 5.1.4 | personal | PRIMARY, ALIAS, FORMER, BIRTH or MISUSED';
comment on column identity.family_name is 'Reg. 122 5.1.2 | personal | Surname in Latin transliteration of the original form';
comment on column identity.given_names is 'Reg. 122 5.1.1 | personal | Given names in Latin transliteration of the original form';
comment on column identity.patronymic is 'Reg. 122 5.1.3 | personal | Patronymic';
comment on column identity.original_name is 'Reg. 122 5.1.1–5.1.2 | personal | Name as written in its own script';
comment on column identity.name_key is '– | personal | All names folded for searching';
comment on column identity.sex is 'Reg. 122 5.1.5 | personal | M, F, X or U (unknown)';
comment on column identity.birth_date is 'Reg. 122 5.1.9 | personal | Date of birth; 00 for an unknown day or month, ~ for an estimate';
comment on column identity.birth_earliest is 'Reg. 122 5.1.9 | personal | First day the date of birth can mean';
comment on column identity.birth_latest is 'Reg. 122 5.1.9 | personal | Last day the date of birth can mean';
comment on column identity.birth_country is 'Reg. 122 5.1.8 | personal | Country of birth';
comment on column identity.birth_place is 'Reg. 122 5.1.8 | personal | Place of birth';
comment on column identity.personal_code is 'Reg. 122 5.1.10 | personal | Personal identity number';
comment on column identity.personal_code_country is 'Reg. 122 5.1.10 | personal | Country that gave the number';
comment on column identity.ethnicity is 'Reg. 122 5.1.7 | special | Ethnicity; shown only to those who need it';
comment on column identity.source is '– | personal | Where the identity is known from: MRZ, DOCUMENT or STATED';
comment on column identity.noted_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column identity.noted_by is 'Reg. 122 p. 13 | official | Who entered it';

create table nationality (
    identity_id uuid not null references identity (id),
    country     text not null references country (code),
    type        text not null,
    constraint nationality_pk primary key (identity_id, country)
);
comment on table nationality is 'person: a nationality of an identity, with its type';
comment on column nationality.identity_id is '– | none | Identity';
comment on column nationality.country is 'Reg. 122 5.1.6 | personal | State';
comment on column nationality.type is 'Reg. 122 5.1.6 | personal | Type: code of the list NATIONALITY_TYPE';

create table document (
    id          uuid not null,
    person_id   uuid not null references person (id),
    type        text not null,
    number      text not null,
    number_key  text not null,
    issuer      text not null references country (code),
    authority   text,
    issued_on   date,
    expires_on  date,
    mrz         text,
    source      text not null,
    noted_at    timestamptz not null,
    noted_by    uuid not null,
    constraint document_pk primary key (id),
    constraint document_number_given check (number <> '' and number_key <> ''),
    constraint document_expires_after_issue check (expires_on >= issued_on),
    constraint document_once_per_person unique (person_id, type, number_key, issuer)
);
create index document_number_key on document (number_key, issuer);
comment on table document is 'person: an identity document';
comment on column document.id is '– | none | Key';
comment on column document.person_id is '– | none | Person';
comment on column document.type is 'Reg. 122 5.3.1 | personal | Type: code of the list DOCUMENT_TYPE';
comment on column document.number is 'Reg. 122 5.3.2 | personal | Series and number as printed';
comment on column document.number_key is '– | personal | Number folded for searching';
comment on column document.issuer is 'Reg. 122 5.3.5 | personal | Issuing State';
comment on column document.authority is 'Reg. 122 5.3.5 | personal | Issuing authority or place';
comment on column document.issued_on is 'Reg. 122 5.3.3 | personal | Date of issue';
comment on column document.expires_on is 'Reg. 122 5.3.4 | personal | Valid until';
comment on column document.mrz is 'Reg. 122 5.3 | personal | Machine-readable zone as read';
comment on column document.source is '– | personal | MRZ, DOCUMENT or STATED';
comment on column document.noted_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column document.noted_by is 'Reg. 122 p. 13 | official | Who entered it';

create table address (
    id        uuid not null,
    person_id uuid not null references person (id),
    country   text not null references country (code),
    text      text not null,
    source    text not null,
    noted_at  timestamptz not null,
    noted_by  uuid not null,
    constraint address_pk primary key (id),
    constraint address_text_given check (text <> '')
);
create index address_of_person on address (person_id);
comment on table address is 'person: an address in Latvia or abroad';
comment on column address.id is '– | none | Key';
comment on column address.person_id is '– | none | Person';
comment on column address.country is 'Reg. 122 5.2.1–5.2.2 | personal | Country; Latvia or abroad';
comment on column address.text is 'Reg. 122 5.2.1–5.2.2 | personal | Address';
comment on column address.source is '– | personal | DOCUMENT or STATED';
comment on column address.noted_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column address.noted_by is 'Reg. 122 p. 13 | official | Who entered it';

create table person_search (
    id        uuid not null,
    actor     uuid not null,
    session   text not null,
    criteria  jsonb not null,
    asked_at  timestamptz not null,
    until_at  timestamptz not null,
    constraint person_search_pk primary key (id)
);
create index person_search_until on person_search (until_at);
comment on table person_search is 'person: what an official searched for, so that no personal data stand in an address; kept for eight hours';
comment on column person_search.id is '– | none | Key, stands in the address';
comment on column person_search.actor is 'SIS 12(2) | official | Who searched';
comment on column person_search.session is '– | official | Mark of the session; no other session may open it';
comment on column person_search.criteria is 'SIS 12(2) | personal | What was searched for';
comment on column person_search.asked_at is '– | none | When';
comment on column person_search.until_at is '– | none | Until when it can be opened again';
