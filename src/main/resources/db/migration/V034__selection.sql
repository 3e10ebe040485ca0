-- Lists for work: conditions over allowed fields, kept for hours, saved under a name, taken out as a file.
create table selection (
    id       uuid not null,
    actor    uuid not null,
    session  text not null,
    asked    jsonb not null,
    found    integer not null,
    asked_at timestamptz not null,
    until_at timestamptz not null,
    constraint selection_pk primary key (id)
);
create index selection_until on selection (until_at);
comment on table selection is 'selection: conditions of a list, so that none stands in an address; kept for eight hours | entered by officials | 8 hours; then only the journal has it';
comment on column selection.id is '– | none | Key, stands in the address';
comment on column selection.actor is 'SIS 12(2) | official | Who asked';
comment on column selection.session is '– | official | Mark of the session; no other session may open it';
comment on column selection.asked is 'SIS 12(2) | personal | Conditions, order and columns';
comment on column selection.found is '– | none | How many persons met the conditions when asked; one more than is counted at most';
comment on column selection.asked_at is '– | none | When';
comment on column selection.until_at is '– | none | Until when it can be opened again';

create table export (
    id            uuid not null,
    asked         jsonb not null,
    found         integer not null,
    purpose       text not null,
    case_ref      text,
    reason        text not null,
    institution   text not null references institution (code),
    requested_by  uuid not null,
    requested_at  timestamptz not null,
    answer        text,
    answer_reason text,
    decided_by    uuid,
    decided_at    timestamptz,
    version       integer not null default 0,
    constraint export_pk primary key (id),
    constraint export_reason_given check (reason <> ''),
    constraint export_answer_known check (answer in ('APPROVED', 'DECLINED')),
    constraint export_decided_whole check (
        (answer is null) = (decided_by is null) and (answer is null) = (decided_at is null)),
    constraint export_decline_has_reason check (answer <> 'DECLINED' or answer_reason <> ''),
    constraint export_four_eyes check (decided_by <> requested_by)
);
create index export_waiting on export (institution, requested_at) where answer is null;
create index export_of_official on export (requested_by, requested_at desc);
create index export_requested on export (requested_at);
comment on table export is 'selection: a list so long that another official approves its file | entered by officials | 30 days (legal parameter export.retention); then only the journal has it';
comment on column export.id is '– | none | Key';
comment on column export.asked is 'SIS 12(2) | personal | Conditions, order and columns';
comment on column export.found is '– | none | How many persons met the conditions when it was requested';
comment on column export.purpose is 'Reg. (EU) 2016/679 5(1)(b) | personal | Purpose: code of the list PURPOSE';
comment on column export.case_ref is 'Reg. (EU) 2016/679 5(1)(b) | personal | Case the purpose names';
comment on column export.reason is 'Reg. (EU) 2016/679 5(1)(b) | personal | What the file is needed for';
comment on column export.institution is '– | official | Institution that requested it, whose official decides';
comment on column export.requested_by is '– | official | Who requested it';
comment on column export.requested_at is '– | none | When';
comment on column export.answer is '– | personal | APPROVED or DECLINED; none while it waits';
comment on column export.answer_reason is '– | personal | Why it was declined';
comment on column export.decided_by is '– | official | Who approved or declined it';
comment on column export.decided_at is '– | none | When';
comment on column export.version is '– | none | Version';

create table saved_search (
    id       uuid not null,
    kind     text not null,
    name     text not null,
    owner    uuid not null,
    unit     text references unit (code),
    criteria jsonb not null,
    saved_at timestamptz not null,
    used_at  timestamptz not null,
    version  integer not null default 0,
    constraint saved_search_pk primary key (id),
    constraint saved_search_kind_known check (kind in ('PERSON', 'SELECTION')),
    constraint saved_search_name_given check (name <> '')
);
create unique index saved_search_one_of_a_name on saved_search (owner, kind, lower(name));
create index saved_search_of_unit on saved_search (unit) where unit is not null;
create index saved_search_used on saved_search (used_at);
comment on table saved_search is 'selection: a search for a person or a selection that an official saved under a name; never whom it found | entered by officials | 12 months after it was used last (legal parameter saved.search.retention)';
comment on column saved_search.id is '– | none | Key';
comment on column saved_search.kind is '– | none | PERSON or SELECTION';
comment on column saved_search.name is '– | personal | Name its owner gave it';
comment on column saved_search.owner is '– | official | Whose it is; nobody else renames or deletes it';
comment on column saved_search.unit is '– | official | Unit that may open it too';
comment on column saved_search.criteria is 'SIS 12(2) | personal | What is searched for';
comment on column saved_search.saved_at is '– | none | When it was saved';
comment on column saved_search.used_at is '– | none | When it was opened last; it is kept as long as it is used';
comment on column saved_search.version is '– | none | Version';

-- The order of lists, so that any page of them is read as quickly as the first.
create index identity_by_name on identity (family_name collate "lv-x-icu", (coalesce(given_names, '')) collate "lv-x-icu", person_id)
    where kind = 'PRIMARY';
create index identity_by_birth on identity (birth_earliest, person_id) where kind = 'PRIMARY';
create index finding_found_on on finding (found_on);
create index decision_decided_on on decision (decided_on);
create index departure_departed_on on departure (departed_on);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('export.four_eyes', 1000, null, 'count', 'Lielākais rindu skaits, ko lejupielādē bez otras amatpersonas apstiprinājuma', 'Most rows that are downloaded without the approval of a second official', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 600, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 32'),
    ('export.most', 100000, null, 'count', 'Lielākais vienas lejupielādes rindu skaits', 'Most rows of one download', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 601, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(c)'),
    ('export.approval', 7, null, 'days', 'Cik ilgi pēc apstiprināšanas sarakstu var lejupielādēt', 'How long an approved list can be downloaded', 'Reģistra pārziņa noteikts termiņš', 'Term set by the controller of the register', 602, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(c)'),
    ('export.retention', 30, null, 'days', 'Lejupielādes pieprasījuma glabāšana', 'Retention of a request for a download', 'Reģistra pārziņa noteikts termiņš', 'Term set by the controller of the register', 603, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(e)'),
    ('saved.search.retention', 12, null, 'months', 'Neizmantota saglabāta meklējuma glabāšana', 'Retention of a saved search that is not used', 'Reģistra pārziņa noteikts termiņš', 'Term set by the controller of the register', 604, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(e)');
