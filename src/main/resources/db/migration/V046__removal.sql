-- What is done to carry out a removal decision (Reg. 454): step by step, added to and never changed. How far it is follows from the steps.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('removal_step', 'Izraidīšanas sagatavošanas darbība', 'Step of preparing a removal', false, 273),
    ('readmission_result', 'Readmisijas pieprasījuma rezultāts', 'Result of a readmission request', false, 274),
    ('medical_result', 'Veselības pārbaudes rezultāts pirms izraidīšanas', 'Result of the medical check before removal', false, 275),
    ('removal_transport', 'Izraidīšanas transports', 'Transport of a removal', false, 276),
    ('notice_result', 'Paziņojuma par izraidīšanu saņemšana', 'Receipt of the notice of removal', false, 277);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('removal_step', 'DOCUMENT_REQUESTED', 'Pieprasīts ceļošanas dokuments', 'Travel document requested', 10, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 15'),
    ('removal_step', 'DOCUMENT_ANSWERED', 'Saņemta atbilde par ceļošanas dokumentu', 'Answer on the travel document', 20, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 17, 18'),
    ('removal_step', 'READMISSION_REQUESTED', 'Nosūtīts readmisijas pieprasījums', 'Readmission requested', 30, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 8'),
    ('removal_step', 'READMISSION_ANSWERED', 'Saņemta atbilde par readmisiju', 'Answer on the readmission', 40, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 8'),
    ('removal_step', 'MEDICAL_CHECK', 'Veikta veselības pārbaude', 'Medical check made', 50, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 22'),
    ('removal_step', 'SCHEDULED', 'Noteikts izraidīšanas laiks', 'Time of the removal set', 60, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 9-12'),
    ('removal_step', 'NOTIFIED', 'Ārzemnieks informēts par izraidīšanas laiku', 'Foreigner notified of the removal', 70, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 21'),
    ('removal_step', 'ALLOWANCE_PAID', 'Izsniegts naudas pabalsts', 'Allowance paid', 80, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 14'),
    ('removal_step', 'POSTPONED', 'Izraidīšana atlikta', 'Removal postponed', 90, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 20'),
    ('removal_step', 'FAILED', 'Izraidīšana neizdevās', 'Attempt failed', 100, '2011-06-16', null, 'memory', 'Practice of the State Border Guard'),
    ('readmission_result', 'AGREED', 'Valsts piekrīt uzņemt', 'The State agrees', 10, '2011-06-16', null, 'memory', 'Readmission agreements of the European Union'),
    ('readmission_result', 'REFUSED', 'Valsts atteic', 'The State refuses', 20, '2011-06-16', null, 'memory', 'Readmission agreements of the European Union'),
    ('medical_result', 'FIT', 'Drīkst ceļot', 'Fit to travel', 10, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 22'),
    ('medical_result', 'FIT_WITH_CARE', 'Drīkst ceļot medicīnas darbinieka pavadībā', 'Fit to travel with medical escort', 20, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 12, 22'),
    ('medical_result', 'UNFIT', 'Ceļot nedrīkst', 'Not fit to travel', 30, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 20, 22'),
    ('removal_transport', 'FLIGHT', 'Regulārais reiss', 'Scheduled flight', 10, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 10, 12'),
    ('removal_transport', 'JOINT_FLIGHT', 'Kopīga Eiropas Savienības izraidīšanas operācija', 'Joint return operation of the European Union', 20, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 12'),
    ('removal_transport', 'LAND', 'Ar sauszemes transportu', 'By land', 30, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 10'),
    ('removal_transport', 'SEA', 'Ar kuģi', 'By sea', 40, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 10'),
    ('notice_result', 'SIGNED', 'Parakstījās par saņemšanu', 'Signed for it', 10, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 21'),
    ('notice_result', 'REFUSED_TO_SIGN', 'Atteicās parakstīties', 'Refused to sign', 20, '2011-06-16', null, 'memory', 'Cabinet Regulation No. 454 (2011), p. 5, 21');

create table removal_step (
    id          uuid not null,
    decision_id uuid not null references decision (id),
    person_id   uuid not null references person (id),
    place       integer not null,
    kind        text not null,
    happened_at timestamptz not null,
    outcome     text,
    country     text,
    number      text,
    starts_at   timestamptz,
    escort_end  text,
    escorts     integer,
    language    text,
    until_on    date,
    note        text,
    unit        text not null references unit (code),
    entered_by  uuid not null,
    entered_at  timestamptz not null,
    constraint removal_step_pk primary key (id),
    constraint removal_step_one_place unique (decision_id, place),
    constraint removal_step_kind_known check (kind in (
        'DOCUMENT_REQUESTED', 'DOCUMENT_ANSWERED', 'READMISSION_REQUESTED', 'READMISSION_ANSWERED', 'MEDICAL_CHECK',
        'SCHEDULED', 'NOTIFIED', 'ALLOWANCE_PAID', 'POSTPONED', 'FAILED')),
    constraint removal_step_not_in_future check (happened_at <= entered_at),
    constraint removal_step_of_a_state check ((kind in ('DOCUMENT_REQUESTED', 'READMISSION_REQUESTED')) = (country is not null)),
    constraint removal_step_outcome_whole check (
        (kind in ('DOCUMENT_REQUESTED', 'READMISSION_REQUESTED', 'ALLOWANCE_PAID')) = (outcome is null)),
    constraint removal_step_start_whole check ((kind in ('SCHEDULED', 'NOTIFIED')) = (starts_at is not null)),
    constraint removal_step_starts_later check (starts_at > happened_at),
    constraint removal_step_escort_whole check ((kind = 'SCHEDULED') = (escorts is not null)),
    constraint removal_step_escort_somewhere check ((coalesce(escorts, 0) > 0) = (escort_end is not null)),
    constraint removal_step_escorts_not_negative check (escorts >= 0),
    constraint removal_step_language_whole check ((kind = 'NOTIFIED') = (language is not null)),
    constraint removal_step_failure_explained check (kind <> 'FAILED' or note is not null),
    constraint removal_step_until_of_postponement check (until_on is null or kind = 'POSTPONED')
);
create index removal_step_of_person on removal_step (person_id);
create index removal_step_scheduled on removal_step (starts_at) where kind = 'SCHEDULED';
comment on table removal_step is 'removal: what was done to carry out a removal decision, step by step | entered by officials of the Border Guard | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column removal_step.id is '– | none | Key';
comment on column removal_step.decision_id is 'Reg. 122 5.7.5 | none | Decision';
comment on column removal_step.person_id is '– | none | Person';
comment on column removal_step.place is '– | none | Its number among the steps of the decision';
comment on column removal_step.kind is 'Reg. 454 p. 7–24 | personal | Kind: code of the list REMOVAL_STEP';
comment on column removal_step.happened_at is 'Reg. 454 p. 7–24 | personal | When it was done';
comment on column removal_step.outcome is 'Reg. 454 p. 12, 17, 18, 20, 22 | special | What came of it: code of the list that belongs to its kind';
comment on column removal_step.country is 'Reg. 454 p. 7, 8, 15 | personal | State that was asked';
comment on column removal_step.number is 'Reg. 454 p. 10, 15 | personal | Number of the document or of the flight';
comment on column removal_step.starts_at is 'Reg. 454 p. 9, 21 | personal | When the removal begins';
comment on column removal_step.escort_end is 'Reg. 454 p. 11 | personal | Where the escort ends: code of the list ESCORT_END';
comment on column removal_step.escorts is 'Reg. 454 p. 12 | personal | How many officials escort';
comment on column removal_step.language is 'Reg. 454 p. 21 | personal | Language of the notice: code of the list LANGUAGE';
comment on column removal_step.until_on is 'Reg. 454 p. 20 | personal | Until when it is postponed';
comment on column removal_step.note is 'Reg. 454 p. 7–24 | special | In words';
comment on column removal_step.unit is 'Reg. 122 p. 6–8 | none | Unit that did it';
comment on column removal_step.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column removal_step.entered_at is 'Reg. 122 p. 13 | none | When it was entered';

-- Passports of all kinds and what is issued instead of one for going home; not what only identifies, and not what was only told of.
create function has_travel_document(person uuid, on_day date) returns boolean language sql stable as $$
    select exists (select 1
                     from document d
                    where d.person_id in (select * from records_of(person))
                      and d.type in ('P', 'PD', 'PS', 'PR', 'PT', 'PA', 'S', 'EUL', 'RC', 'ED') and d.source <> 'STATED'
                      and d.state = 'USABLE' and coalesce(d.standing, 'UNVERIFIED') in ('GENUINE', 'UNVERIFIED')
                      and (d.expires_on is null or d.expires_on >= on_day))
$$;
comment on function has_travel_document(uuid, date) is 'removal: whether the register knows a travel document of the person that is valid on the day';

-- The board goes on where a page ended, by both columns in one direction.
create index decision_removals on decision (signed_at desc, id desc) where open and kind = 'REMOVAL';
