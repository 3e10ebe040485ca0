-- Tables of Spring Session, as the library expects them.
create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
comment on table spring_session is 'edge: sessions of officials, shared by all processes';
comment on column spring_session.primary_id is '– | secret | Key of the row';
comment on column spring_session.session_id is '– | secret | Secret of the session cookie';
comment on column spring_session.creation_time is '– | none | Milliseconds since 1970';
comment on column spring_session.last_access_time is '– | none | Milliseconds since 1970';
comment on column spring_session.max_inactive_interval is '– | none | Seconds without use after which it ends';
comment on column spring_session.expiry_time is '– | none | Milliseconds since 1970';
comment on column spring_session.principal_name is '– | official | Account';
comment on table spring_session_attributes is 'edge: what a session remembers';
comment on column spring_session_attributes.session_primary_id is '– | secret | Session';
comment on column spring_session_attributes.attribute_name is '– | none | Name';
comment on column spring_session_attributes.attribute_bytes is '– | secret | Value';

-- One row per form or API call that took effect: a repeated one gets the same answer.
create table submission (
    key         uuid not null,
    actor       uuid not null,
    digest      text not null,
    answer      text,
    at          timestamptz not null,
    constraint submission_pk primary key (key)
);
create index submission_at on submission (at);
comment on table submission is 'edge: keys of forms and API calls that took effect, so that a repeat has no second effect';
comment on column submission.key is '– | none | Key the form or the caller gave';
comment on column submission.actor is '– | official | Who sent it';
comment on column submission.digest is '– | none | SHA-256 of what was sent; another content under the same key is refused';
comment on column submission.answer is '– | none | Where the first answer led';
comment on column submission.at is '– | none | When';

create table stated_purpose (
    id        uuid not null,
    actor     uuid not null,
    session   text not null,
    person_id uuid,
    purpose   text not null,
    case_ref  text,
    reason    text,
    from_at   timestamptz not null,
    until_at  timestamptz not null,
    constraint stated_purpose_pk primary key (id),
    constraint stated_purpose_says_why check (case_ref is not null or reason is not null),
    constraint stated_purpose_ends_after_start check (until_at > from_at)
);
create index stated_purpose_of_session on stated_purpose (session, person_id, until_at desc);
comment on table stated_purpose is 'edge: the purpose an official stated before personal data were shown, remembered for eight hours';
comment on column stated_purpose.id is '– | none | Key';
comment on column stated_purpose.actor is 'LED 25(1) | official | Who stated it';
comment on column stated_purpose.session is '– | official | Mark of the session';
comment on column stated_purpose.person_id is '– | personal | Person it holds for; none: for searching';
comment on column stated_purpose.purpose is 'LED 25(1) | none | Code of the list PURPOSE';
comment on column stated_purpose.case_ref is 'LED 25(1) | personal | Number of the case';
comment on column stated_purpose.reason is 'LED 25(1) | personal | Reason where there is no case yet';
comment on column stated_purpose.from_at is '– | none | From';
comment on column stated_purpose.until_at is '– | none | Until';
