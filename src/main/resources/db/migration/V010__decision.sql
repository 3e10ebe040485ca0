create table decision_counter (
    institution text not null references institution (code),
    year        integer not null,
    last        integer not null,
    constraint decision_counter_pk primary key (institution, year)
);
comment on table decision_counter is 'decision: last number given by an institution in a year; numbers have no gaps';
comment on column decision_counter.institution is '– | none | Institution';
comment on column decision_counter.year is '– | none | Year';
comment on column decision_counter.last is '– | none | Last number given';

create table decision (
    id              uuid not null,
    case_id         uuid not null references return_case (id),
    person_id       uuid not null references person (id),
    kind            text not null,
    institution     text not null references institution (code),
    unit            text not null references unit (code),
    legal_basis     text not null,
    destination     text references country (code),
    term_days       integer,
    reasons         text not null,
    prepared_by     uuid not null,
    prepared_at     timestamptz not null,
    sent_at         timestamptz,
    returned_by     uuid,
    returned_at     timestamptz,
    return_reason   text,
    withdrawn_at    timestamptz,
    withdraw_reason text,
    signed_by       uuid,
    signed_at       timestamptz,
    decided_on      date,
    number          text,
    number_year     integer,
    number_in_year  integer,
    leave_by        date,
    version         integer not null default 0,
    constraint decision_pk primary key (id),
    constraint decision_kind_known check (kind in ('DEPARTURE_ORDER', 'REMOVAL')),
    constraint decision_order_has_term check ((kind = 'DEPARTURE_ORDER') = (term_days is not null)),
    constraint decision_term_positive check (term_days > 0),
    constraint decision_removal_has_destination check (kind <> 'REMOVAL' or destination is not null),
    constraint decision_four_eyes check (signed_by is null or signed_by <> prepared_by),
    constraint decision_signed_whole check (
        (signed_by is null) = (signed_at is null) and (signed_by is null) = (number is null)
        and (signed_by is null) = (decided_on is null) and (signed_by is null) = (number_in_year is null)
        and (signed_by is null) = (number_year is null)),
    constraint decision_number_unique unique (number),
    constraint decision_numbered_once unique (institution, number_year, number_in_year),
    constraint decision_leave_after_decision check (leave_by > decided_on),
    constraint decision_returned_whole check (
        (returned_by is null) = (returned_at is null) and (returned_by is null) = (return_reason is null)),
    constraint decision_withdrawn_whole check ((withdrawn_at is null) = (withdraw_reason is null)),
    constraint decision_withdrawn_unsigned check (withdrawn_at is null or signed_at is null)
);
create index decision_of_case on decision (case_id);
create index decision_of_person on decision (person_id);
create unique index decision_one_open_draft on decision (case_id)
    where signed_at is null and withdrawn_at is null;
create index decision_newest on decision (prepared_at desc, id desc);
comment on table decision is 'decision: a departure order or a removal decision, from draft to signature';
comment on column decision.id is '– | none | Key';
comment on column decision.case_id is '– | none | Case';
comment on column decision.person_id is '– | none | Person';
comment on column decision.kind is 'Reg. 122 5.7.1, 5.7.4 | personal | DEPARTURE_ORDER or REMOVAL';
comment on column decision.institution is 'Reg. 122 5.7.1, 5.7.4 | none | Institution that decides';
comment on column decision.unit is 'Reg. 122 5.7.1, 5.7.4 | none | Unit';
comment on column decision.legal_basis is 'Immigration Law | personal | Legal basis: code of legal_basis';
comment on column decision.destination is 'Reg. 122 5.7.9; Reg. 862/2007 7(1)(b) | personal | State to go to';
comment on column decision.term_days is 'Reg. (EU) 2018/1860 4(1)(x) | personal | Days to leave voluntarily';
comment on column decision.reasons is '– | personal | Facts and reasons, as printed';
comment on column decision.prepared_by is '– | official | Who prepared it';
comment on column decision.prepared_at is '– | none | When it was prepared';
comment on column decision.sent_at is '– | none | When it was sent for signature; none while it is being written or was returned';
comment on column decision.returned_by is '– | official | Who returned it unsigned';
comment on column decision.returned_at is '– | none | When it was returned';
comment on column decision.return_reason is '– | personal | Why it was returned';
comment on column decision.withdrawn_at is '– | none | When its preparer withdrew it unsigned';
comment on column decision.withdraw_reason is '– | personal | Why it was withdrawn';
comment on column decision.signed_by is '– | official | Deciding official';
comment on column decision.signed_at is '– | none | When it was signed';
comment on column decision.decided_on is 'Reg. 122 5.7.2, 5.7.5 | personal | Date';
comment on column decision.number is 'Reg. 122 5.7.2, 5.7.5 | personal | Number, VRS-R-2026-00012';
comment on column decision.number_year is '– | none | Year of the number';
comment on column decision.number_in_year is '– | none | Place in the year';
comment on column decision.leave_by is 'Reg. (EU) 2018/1860 4(1)(x); Reg. 122 5.7.3 | personal | Last day to leave voluntarily';
comment on column decision.version is '– | none | Version';

create table decision_document (
    decision_id uuid not null references decision (id),
    content     bytea not null,
    sha256      text not null,
    made_at     timestamptz not null,
    constraint decision_document_pk primary key (decision_id)
);
comment on table decision_document is 'decision: the signed decision as printed (PDF)';
comment on column decision_document.decision_id is '– | none | Decision';
comment on column decision_document.content is 'Reg. 122 5.15 | personal | The file';
comment on column decision_document.sha256 is 'Reg. 122 5.15 | none | Hash of the file';
comment on column decision_document.made_at is '– | none | When it was made';

create table service (
    decision_id uuid not null references decision (id),
    person_id   uuid not null references person (id),
    served_on   date not null,
    manner      text not null,
    language    text not null,
    note        text,
    served_by   uuid not null,
    noted_at    timestamptz not null,
    constraint service_pk primary key (decision_id),
    constraint service_refusal_has_note check (manner <> 'REFUSED_TO_SIGN' or note is not null)
);
comment on table service is 'decision: how and when a decision was served on the person';
comment on column service.decision_id is '– | none | Decision';
comment on column service.person_id is '– | none | Person';
comment on column service.served_on is 'Reg. 454 p. 5 | personal | Date of service';
comment on column service.manner is 'Reg. 454 p. 5 | personal | Code of the list SERVICE_MANNER';
comment on column service.language is 'Reg. 454 p. 5 | personal | Language in which it was explained';
comment on column service.note is 'Reg. 454 p. 5 | personal | Note, for instance of a refusal to sign';
comment on column service.served_by is 'Reg. 454 p. 5 | official | Who served it';
comment on column service.noted_at is 'Reg. 122 p. 13 | none | When it was entered';

create table departure (
    id             uuid not null,
    case_id        uuid not null references return_case (id),
    decision_id    uuid not null references decision (id),
    person_id      uuid not null references person (id),
    departed_on    date not null,
    crossing_point text not null references border_crossing_point (code),
    destination    text not null references country (code),
    return_type    text not null,
    note           text,
    confirmed_by   uuid not null,
    confirmed_at   timestamptz not null,
    constraint departure_pk primary key (id),
    constraint departure_once_per_decision unique (decision_id),
    constraint departure_not_in_future check (departed_on <= (confirmed_at at time zone 'Europe/Riga')::date)
);
create index departure_of_case on departure (case_id);
create index departure_of_person on departure (person_id);
comment on table departure is 'decision: the confirmed departure of a person under a decision; bans run from it';
comment on column departure.id is '– | none | Key';
comment on column departure.case_id is '– | none | Case';
comment on column departure.decision_id is '– | none | Decision carried out';
comment on column departure.person_id is '– | none | Person';
comment on column departure.departed_on is 'Reg. 122 5.7.3, 5.7.7 | personal | Date of departure or removal';
comment on column departure.crossing_point is 'Reg. 122 5.7.8 | personal | Border crossing point';
comment on column departure.destination is 'Reg. 122 5.7.9 | personal | State gone to';
comment on column departure.return_type is 'Reg. 862/2007 7(1)(b) | personal | Code of the list RETURN_TYPE';
comment on column departure.note is 'Reg. 122 5.16 | restricted | Note';
comment on column departure.confirmed_by is 'Reg. 454 p. 24 | official | Who confirmed it';
comment on column departure.confirmed_at is 'Reg. 454 p. 24 | none | When it was confirmed';
