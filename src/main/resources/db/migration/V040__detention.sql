-- Detention (Reg. 122 5.4, 5.5) and its alternatives (5.6). Until when somebody may be held is worked out from the titles, never stored.
select set_config('register.actor', 'migration', true);

create table detention (
    id             uuid not null,
    case_id        uuid not null references return_case (id),
    person_id      uuid not null references person (id),
    detained_at    timestamptz not null,
    ground         text not null,
    unit           text not null references unit (code),
    circumstances  text not null,
    entered_by     uuid not null,
    entered_at     timestamptz not null,
    released_at    timestamptz,
    release_reason text,
    release_note   text,
    released_by    uuid,
    release_noted_at timestamptz,
    version        integer not null default 0,
    constraint detention_pk primary key (id),
    constraint detention_not_in_future check (detained_at <= entered_at),
    constraint detention_release_whole check (
        (released_at is null) = (release_reason is null) and (released_at is null) = (released_by is null)
        and (released_at is null) = (release_noted_at is null)),
    constraint detention_released_after check (released_at > detained_at),
    constraint detention_release_not_in_future check (released_at <= release_noted_at),
    constraint detention_once_at_a_time exclude using gist (
        person_id with =, tstzrange(detained_at, released_at) with &&)
);
create index detention_of_person on detention (person_id);
create index detention_of_case on detention (case_id);
create index detention_held on detention (detained_at) where released_at is null;
comment on table detention is 'detention: a foreigner detained under the Immigration Law, until he is released | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column detention.id is '– | none | Key';
comment on column detention.case_id is '– | none | Case';
comment on column detention.person_id is '– | none | Person';
comment on column detention.detained_at is 'Reg. 122 5.4.1 | personal | When the person was detained';
comment on column detention.ground is 'Reg. 122 5.4.2 | personal | Ground: code of the list DETENTION_GROUND';
comment on column detention.unit is 'Reg. 122 5.4.3 | personal | Unit of the Border Guard that detained';
comment on column detention.circumstances is 'Reg. 122 5.4.2 | personal | Why, in words';
comment on column detention.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column detention.entered_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column detention.released_at is 'Reg. 122 5.5.3 | personal | When the person was released';
comment on column detention.release_reason is 'Reg. 122 5.5.4 | personal | Why: code of the list RELEASE_REASON';
comment on column detention.release_note is 'Reg. 122 5.5.4 | personal | Why, in words';
comment on column detention.released_by is 'Reg. 122 p. 6–8 | official | Official who entered the release';
comment on column detention.release_noted_at is 'Reg. 122 p. 13 | none | When the release was entered';
comment on column detention.version is '– | none | Counts changes';

create table detention_title (
    id           uuid not null,
    detention_id uuid not null references detention (id),
    person_id    uuid not null references person (id),
    kind         text not null,
    until_at     timestamptz not null,
    court        text,
    number       text,
    decided_on   date,
    entered_by   uuid not null,
    entered_at   timestamptz not null,
    constraint detention_title_pk primary key (id),
    constraint detention_title_kind_known check (kind in ('VRS', 'COURT', 'COURT_EXTENSION')),
    constraint detention_title_of_judge_whole check (
        (kind = 'VRS') = (court is null) and (kind = 'VRS') = (number is null) and (kind = 'VRS') = (decided_on is null)),
    constraint detention_title_longer unique (detention_id, until_at)
);
create unique index detention_title_first on detention_title (detention_id) where kind = 'VRS';
create index detention_title_of_person on detention_title (person_id);
comment on table detention_title is 'detention: by what right a foreigner is held, and until when: first the Border Guard, then a judge | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column detention_title.id is '– | none | Key';
comment on column detention_title.detention_id is '– | none | Detention';
comment on column detention_title.person_id is '– | none | Person';
comment on column detention_title.kind is 'Immigration Law s. 54 | personal | Who decided: code of the list DETENTION_TITLE';
comment on column detention_title.until_at is 'Immigration Law s. 54 | personal | Until when the person may be held';
comment on column detention_title.court is 'Immigration Law s. 54 | personal | Court of the judge';
comment on column detention_title.number is 'Immigration Law s. 54 | personal | Number of the judge''s decision';
comment on column detention_title.decided_on is 'Immigration Law s. 54 | personal | Date of the judge''s decision';
comment on column detention_title.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column detention_title.entered_at is 'Reg. 122 p. 13 | none | When it was entered';

create table placement (
    id           uuid not null,
    detention_id uuid not null references detention (id),
    person_id    uuid not null references person (id),
    place        text not null references unit (code),
    placed_at    timestamptz not null,
    entered_by   uuid not null,
    entered_at   timestamptz not null,
    constraint placement_pk primary key (id),
    constraint placement_not_in_future check (placed_at <= entered_at),
    constraint placement_one_at_a_time unique (detention_id, placed_at)
);
create index placement_of_person on placement (person_id);
comment on table placement is 'detention: where a detained foreigner was placed; until the next placement or the release | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column placement.id is '– | none | Key';
comment on column placement.detention_id is '– | none | Detention';
comment on column placement.person_id is '– | none | Person';
comment on column placement.place is 'Reg. 122 5.5.2 | personal | Centre or specially equipped premises';
comment on column placement.placed_at is 'Reg. 122 5.5.1 | personal | When';
comment on column placement.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column placement.entered_at is 'Reg. 122 p. 13 | none | When it was entered';

create table alternative_measure (
    id         uuid not null,
    case_id    uuid not null references return_case (id),
    person_id  uuid not null references person (id),
    kind       text not null,
    terms      text not null,
    applied_on date not null,
    unit       text not null references unit (code),
    entered_by uuid not null,
    entered_at timestamptz not null,
    ended_on   date,
    end_reason text,
    end_note   text,
    ended_by   uuid,
    end_noted_at timestamptz,
    version    integer not null default 0,
    constraint alternative_measure_pk primary key (id),
    constraint alternative_measure_not_in_future check (applied_on <= (entered_at at time zone 'Europe/Riga')::date),
    constraint alternative_measure_end_whole check (
        (ended_on is null) = (end_reason is null) and (ended_on is null) = (ended_by is null)
        and (ended_on is null) = (end_noted_at is null)),
    constraint alternative_measure_ended_after check (ended_on >= applied_on),
    constraint alternative_measure_end_not_in_future check (ended_on <= (end_noted_at at time zone 'Europe/Riga')::date)
);
create unique index alternative_measure_one_of_a_kind on alternative_measure (person_id, kind) where ended_on is null;
create index alternative_measure_of_case on alternative_measure (case_id);
comment on table alternative_measure is 'detention: a measure applied instead of detention | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column alternative_measure.id is '– | none | Key';
comment on column alternative_measure.case_id is '– | none | Case';
comment on column alternative_measure.person_id is '– | none | Person';
comment on column alternative_measure.kind is 'Reg. 122 5.6.1 | personal | Kind: code of the list ALTERNATIVE_KIND';
comment on column alternative_measure.terms is 'Reg. 122 5.6.1 | personal | Where, when and how it is fulfilled';
comment on column alternative_measure.applied_on is 'Reg. 122 5.6.2 | personal | Date on which it was applied';
comment on column alternative_measure.unit is 'Reg. 122 p. 6–8 | none | Unit that applied it';
comment on column alternative_measure.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column alternative_measure.entered_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column alternative_measure.ended_on is 'Reg. 122 5.6.3 | personal | Date on which it ended';
comment on column alternative_measure.end_reason is 'Reg. 122 5.6.3 | personal | Why: code of the list ALTERNATIVE_END_REASON';
comment on column alternative_measure.end_note is 'Reg. 122 5.6.3 | personal | Why, in words';
comment on column alternative_measure.ended_by is 'Reg. 122 p. 6–8 | official | Official who entered the end';
comment on column alternative_measure.end_noted_at is 'Reg. 122 p. 13 | none | When the end was entered';
comment on column alternative_measure.version is '– | none | Counts changes';
