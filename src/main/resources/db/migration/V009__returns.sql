create table case_counter (
    year integer not null,
    last integer not null,
    constraint case_counter_pk primary key (year)
);
comment on table case_counter is 'returns: last case number given in a year';
comment on column case_counter.year is '– | none | Year';
comment on column case_counter.last is '– | none | Last number given';

create table return_case (
    id          uuid not null,
    number      text not null,
    person_id   uuid not null references person (id),
    group_id    uuid,
    opened_on   date not null,
    opened_by   uuid not null,
    institution text not null references institution (code),
    unit        text not null references unit (code),
    competent   text not null references institution (code),
    version     integer not null default 0,
    constraint return_case_pk primary key (id),
    constraint return_case_number_unique unique (number),
    constraint return_case_number_form check (number ~ '^L-[0-9]{4}-[0-9]{6,}$'),
    constraint return_case_competent_known check (competent in ('PMLP', 'VRS'))
);
create index return_case_of_person on return_case (person_id);
create index return_case_of_group on return_case (group_id) where group_id is not null;
comment on table return_case is 'returns: the return case of a person, from finding to departure';
comment on column return_case.id is '– | none | Key';
comment on column return_case.number is '– | personal | Number, L-2026-000123';
comment on column return_case.person_id is '– | none | Person';
comment on column return_case.group_id is '– | personal | Cases of people found together carry the same mark';
comment on column return_case.opened_on is 'Reg. 122 p. 6–8 | personal | Day it was opened';
comment on column return_case.opened_by is 'Reg. 122 p. 6–8 | official | Who opened it';
comment on column return_case.institution is 'Reg. 122 p. 6–8 | none | Institution that established the illegal stay';
comment on column return_case.unit is 'Reg. 122 p. 6–8 | none | Unit that established the illegal stay';
comment on column return_case.competent is 'Immigration Law s. 41; Reg. 122 p. 8 | none | Institution that decides';
comment on column return_case.version is '– | none | Version';

create table finding (
    id            uuid not null,
    case_id       uuid not null references return_case (id),
    person_id     uuid not null references person (id),
    found_on      date not null,
    place_kind    text not null,
    crossing_point text references border_crossing_point (code),
    place         text not null,
    circumstances text not null,
    legal_basis   text not null,
    unit          text not null references unit (code),
    official      uuid not null,
    noted_at      timestamptz not null,
    constraint finding_pk primary key (id),
    constraint finding_place_given check (place <> ''),
    constraint finding_not_in_future check (found_on <= (noted_at at time zone 'Europe/Riga')::date)
);
create index finding_of_case on finding (case_id);
create index finding_of_person on finding (person_id);
create index finding_by_official on finding (official, noted_at desc);
comment on table finding is 'returns: a finding of illegal entry or stay';
comment on column finding.id is '– | none | Key';
comment on column finding.case_id is '– | none | Case';
comment on column finding.person_id is '– | none | Person';
comment on column finding.found_on is 'Reg. 122 5.9.1 | personal | Date of the finding';
comment on column finding.place_kind is 'Reg. 862/2007 5(1)(b) | personal | Kind of place: code of the list FINDING_PLACE';
comment on column finding.crossing_point is 'Reg. 122 5.9.2 | personal | Border crossing point, where it was found at one';
comment on column finding.place is 'Reg. 122 5.9.2 | personal | Place of the finding';
comment on column finding.circumstances is 'Reg. 122 5.9 | personal | Circumstances';
comment on column finding.legal_basis is 'Reg. 862/2007 5(1)(b) | personal | Ground of the finding: code of legal_basis';
comment on column finding.unit is 'Reg. 122 p. 6–8 | none | Unit';
comment on column finding.official is 'Reg. 122 p. 6–8 | official | Official who found it';
comment on column finding.noted_at is 'Reg. 122 p. 13 | none | When it was entered';

create table handover (
    id               uuid not null,
    case_id          uuid not null references return_case (id),
    from_institution text not null references institution (code),
    to_institution   text not null references institution (code),
    reason           text not null,
    handed_at        timestamptz not null,
    handed_by        uuid not null,
    constraint handover_pk primary key (id),
    constraint handover_to_another check (from_institution <> to_institution),
    constraint handover_reason_given check (reason <> '')
);
create index handover_of_case on handover (case_id);
comment on table handover is 'returns: a case handed to the institution that is competent to decide';
comment on column handover.id is '– | none | Key';
comment on column handover.case_id is '– | none | Case';
comment on column handover.from_institution is 'Reg. 122 p. 8 | none | From';
comment on column handover.to_institution is 'Reg. 122 p. 8 | none | To';
comment on column handover.reason is 'Reg. 122 p. 8 | personal | Why the other institution is competent';
comment on column handover.handed_at is 'Reg. 122 p. 8 | none | When';
comment on column handover.handed_by is 'Reg. 122 p. 8 | official | Who';
