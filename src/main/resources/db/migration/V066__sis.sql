-- Alerts in the Schengen Information System: which ought to exist is worked out from the facts of the register for a day
-- (alerts_due); what N.SIS was told, asked, and what came from other States is kept here.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('alert_offence', 'Nodarījuma veids SIS ziņojumā', 'Type of offence in a SIS alert', false, 290),
    ('alert_incompatible', 'SIS ziņojumi, ar kuriem Latvijas ziņojums nav saderīgs', 'SIS alerts with which an alert of Latvia is not compatible', false, 291);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('alert_offence', 'ILLEGAL_ENTRY', 'Nelikumīga ieceļošana vai tās organizēšana', 'Illegal entry or its facilitation', 10, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_offence', 'DOCUMENT_FRAUD', 'Dokumentu viltošana', 'Forgery of documents', 20, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_offence', 'DRUGS', 'Narkotisko vielu aprite', 'Trafficking in drugs', 30, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_offence', 'VIOLENCE', 'Vardarbīgs nodarījums', 'Violent offence', 40, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_offence', 'PROPERTY', 'Nodarījums pret īpašumu', 'Offence against property', 50, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_offence', 'TERRORISM', 'Terorisms', 'Terrorism', 60, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_offence', 'OTHER', 'Cits nodarījums', 'Other offence', 90, '2023-03-07', null, 'memory', 'Regulation (EU) 2018/1861, Art. 20(2)(r)'),
    ('alert_incompatible', 'ARREST', 'Apcietināšana nodošanas vai izdošanas nolūkā', 'Arrest for surrender or extradition', 10, '2023-03-07', null, 'memory', 'SIRENE Manual; Regulation (EU) 2018/1861, Art. 23(1)'),
    ('alert_incompatible', 'MISSING', 'Bezvēsts pazudusi persona', 'Missing person', 20, '2023-03-07', null, 'memory', 'SIRENE Manual; Regulation (EU) 2018/1861, Art. 23(1)'),
    ('alert_incompatible', 'VULNERABLE', 'Neaizsargāta persona, kurai jāliedz ceļot', 'Vulnerable person to be kept from travelling', 30, '2023-03-07', null, 'memory', 'SIRENE Manual; Regulation (EU) 2018/1861, Art. 23(1)');

create table alert (
    id          uuid not null,
    person_id   uuid not null references person (id),
    category    text not null,
    decision_id uuid not null references decision (id),
    ban_id      uuid references ban (id),
    family_name text not null,
    birth_date  text not null,
    reason      text not null,
    reference   text not null,
    action      text not null,
    leave_by    date,
    with_ban    boolean,
    basis       text,
    told_hash   text not null,
    state       text not null,
    state_at    timestamptz not null,
    message_id  uuid,
    is_pending  boolean not null default false,
    refusal     text,
    refused     text,
    sis_id      text,
    entered_on  date,
    review_on   date,
    ended_why   text,
    version     integer not null default 0,
    constraint alert_pk primary key (id),
    constraint alert_category_known check (category in ('RETURN', 'REFUSAL')),
    constraint alert_state_known check (state in (
        'CHECKING', 'CONSULTING', 'PROPOSED', 'REFUSED', 'ENTERED', 'DELETING', 'EXPIRED', 'DELETED', 'WITHDRAWN')),
    constraint alert_refusal_has_ban check ((category = 'REFUSAL') = (ban_id is not null)),
    constraint alert_return_minimum check (category <> 'RETURN' or with_ban is not null),
    constraint alert_refusal_minimum check (category <> 'REFUSAL' or basis is not null),
    constraint alert_minimum_not_empty check (
        '' <> all (array[btrim(family_name), btrim(birth_date), btrim(reason), btrim(reference), btrim(action), btrim(coalesce(basis, '-'))])),
    constraint alert_term_told check (reason <> 'DEPARTURE_ORDER' or leave_by is not null),
    constraint alert_entered_whole check (
        num_nonnulls(sis_id, entered_on, review_on) in (0, 3)
        and (state not in ('ENTERED', 'DELETING', 'EXPIRED', 'DELETED') or sis_id is not null)),
    constraint alert_waits_for_answer check (state not in ('CHECKING', 'PROPOSED', 'DELETING') or message_id is not null),
    constraint alert_pending_waits check (not is_pending or message_id is not null),
    constraint alert_refused_whole check ((refusal is null) = (refused is null)),
    constraint alert_refused_explained check (state <> 'REFUSED' or refusal is not null),
    constraint alert_end_explained check ((state in ('DELETING', 'DELETED', 'WITHDRAWN')) = (ended_why is not null))
);
create unique index alert_one_per_person on alert (person_id) where state not in ('DELETED', 'WITHDRAWN');
create unique index alert_of_message on alert (message_id) where message_id is not null;
create unique index alert_of_sis on alert (sis_id) where sis_id is not null;
create index alert_of_person on alert (person_id, state_at);
comment on table alert is 'sis: an alert on return, or on refusal of entry and stay, as N.SIS was told of it | the register itself, from its decisions and bans | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column alert.id is '– | none | Key';
comment on column alert.person_id is 'Reg. (EU) 2018/1861 23(2) | none | Person; one alert at a time';
comment on column alert.category is 'Reg. (EU) 2018/1860 3; 2018/1861 24 | personal | RETURN or REFUSAL';
comment on column alert.decision_id is 'Reg. (EU) 2018/1860 4(1)(l); 2018/1861 20(2)(m) | none | Decision on which it rests';
comment on column alert.ban_id is 'Reg. (EU) 2018/1861 24(1)(b) | none | Ban on which it rests';
comment on column alert.family_name is 'Reg. (EU) 2018/1860 4(1)(a); 2018/1861 20(2)(a) | personal | Surname as told';
comment on column alert.birth_date is 'Reg. (EU) 2018/1860 4(1)(f); 2018/1861 20(2)(g) | personal | Date of birth as told';
comment on column alert.reason is 'Reg. (EU) 2018/1860 4(1)(j); 2018/1861 20(2)(k) | personal | Reason as told';
comment on column alert.reference is 'Reg. (EU) 2018/1860 4(1)(l); 2018/1861 20(2)(m) | personal | Number of the decision as told';
comment on column alert.action is 'Reg. (EU) 2018/1860 4(1)(m); 2018/1861 20(2)(n) | personal | Action to be taken as told';
comment on column alert.leave_by is 'Reg. (EU) 2018/1860 4(1)(x) | personal | Last day to leave voluntarily as told';
comment on column alert.with_ban is 'Reg. (EU) 2018/1860 4(1)(z) | personal | Whether an entry ban accompanies the decision, as told';
comment on column alert.basis is 'Reg. (EU) 2018/1861 20(2)(q) | personal | Basis as told: the Article';
comment on column alert.told_hash is '– | none | Hash of all that was told last';
comment on column alert.state is 'Reg. (EU) 2018/1861 23, 39, 40 | personal | State by what was sent and answered';
comment on column alert.state_at is '– | none | Since when';
comment on column alert.message_id is '– | none | Message whose answer it waits for';
comment on column alert.is_pending is '– | none | N.SIS answered that it will decide later';
comment on column alert.refusal is '– | personal | Why N.SIS refused the last message';
comment on column alert.refused is '– | none | Hash of what N.SIS refused last; not told again until it changes or an official says so';
comment on column alert.sis_id is 'Reg. (EU) 2018/1861 23 | personal | Number of the alert in SIS';
comment on column alert.entered_on is 'Reg. (EU) 2018/1861 39(2) | personal | Day it was entered in SIS';
comment on column alert.review_on is 'Reg. (EU) 2018/1861 39(2)–(5) | personal | Day until which the need to keep it is reviewed';
comment on column alert.ended_why is 'Reg. (EU) 2018/1860 6, 8, 9, 14; 2018/1861 40 | personal | Why it was deleted or never entered';
comment on column alert.version is '– | none | Counts changes';

create table alert_notice (
    id           uuid not null,
    message      text not null,
    person_id    uuid not null references person (id),
    alert_id     uuid not null references alert (id),
    kind         text not null,
    country      text references country (code),
    happened_on  date not null,
    place        text,
    has_left     boolean not null,
    by_removal   boolean,
    note         text,
    received_at  timestamptz not null,
    answer       text,
    answer_note  text,
    answered_by  uuid,
    answered_at  timestamptz,
    constraint alert_notice_pk primary key (id),
    constraint alert_notice_once unique (message),
    constraint alert_notice_kind_known check (kind in ('EXIT', 'ENTRY', 'INSIDE', 'TERM_OVER', 'REVIEW_WARNING', 'EXPIRED')),
    constraint alert_notice_of_a_state check ((kind in ('EXIT', 'ENTRY', 'INSIDE')) = (country is not null)),
    constraint alert_notice_left_elsewhere check (not has_left or kind in ('EXIT', 'ENTRY')),
    constraint alert_notice_answer_known check (answer in ('NOTED', 'NOT_HIM')),
    constraint alert_notice_answer_whole check (
        (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
    constraint alert_notice_other_explained check (answer is distinct from 'NOT_HIM' or btrim(answer_note) <> ''),
    constraint alert_notice_not_in_future check (happened_on <= (received_at at time zone 'Europe/Riga')::date)
);
create index alert_notice_of_person on alert_notice (person_id, received_at);
create index alert_notice_open on alert_notice (received_at) where answer is null;
comment on table alert_notice is 'sis: a hit on an alert of Latvia in another State, or what SIS itself says of it | messages of N.SIS | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column alert_notice.id is '– | none | Key';
comment on column alert_notice.message is '– | none | Number of the message; it is taken in once';
comment on column alert_notice.person_id is '– | none | Person';
comment on column alert_notice.alert_id is 'Reg. (EU) 2018/1860 6–8 | none | Alert';
comment on column alert_notice.kind is 'Reg. (EU) 2018/1860 6–8; 2018/1861 39(4) | personal | What happened';
comment on column alert_notice.country is 'Reg. (EU) 2018/1860 6(1) | personal | State where it happened';
comment on column alert_notice.happened_on is 'Reg. (EU) 2018/1860 6(1) | personal | Day';
comment on column alert_notice.place is 'Reg. (EU) 2018/1860 6(1) | personal | Place';
comment on column alert_notice.has_left is 'Reg. (EU) 2018/1860 6(1) | personal | Whether he left the territory of the Member States';
comment on column alert_notice.by_removal is 'Reg. (EU) 2018/1860 6(1) | personal | Whether he was removed';
comment on column alert_notice.note is 'Reg. (EU) 2018/1860 7(2) | personal | In words';
comment on column alert_notice.received_at is '– | none | When it was received';
comment on column alert_notice.answer is 'Reg. (EU) 2018/1860 6(2) | personal | What the official made of it: noted, or it was somebody else';
comment on column alert_notice.answer_note is '– | personal | Why';
comment on column alert_notice.answered_by is 'Reg. 122 p. 6–8 | official | Official who answered';
comment on column alert_notice.answered_at is 'Reg. 122 p. 13 | none | When';

create table alert_consultation (
    id          uuid not null,
    message     text not null,
    person_id   uuid not null references person (id),
    alert_id    uuid not null references alert (id),
    direction   text not null,
    kind        text not null,
    country     text not null references country (code),
    subject     text not null,
    asked_at    timestamptz not null,
    due_on      date not null,
    extended    boolean not null default false,
    answer      text,
    answer_note text,
    answered_by uuid,
    answered_at timestamptz,
    ended_on    date,
    constraint alert_consultation_pk primary key (id),
    constraint alert_consultation_once unique (message),
    constraint alert_consultation_direction_known check (direction in ('IN', 'OUT')),
    constraint alert_consultation_kind_known check (
        (direction = 'IN' and kind in ('PERMIT_INTENDED', 'PURPOSE_REACHED'))
        or (direction = 'OUT' and kind in ('PERMIT_HELD', 'PERMIT_FOUND', 'INCOMPATIBLE'))),
    constraint alert_consultation_answer_known check (
        (kind = 'PERMIT_INTENDED' and answer in ('NO_OBJECTION', 'OBJECTION'))
        or (kind = 'PURPOSE_REACHED' and answer in ('DELETE', 'KEEP'))
        or (kind in ('PERMIT_HELD', 'PERMIT_FOUND') and answer in ('PERMIT_KEPT', 'PERMIT_WITHDRAWN'))
        or (kind = 'INCOMPATIBLE' and answer in ('ENTER', 'DO_NOT_ENTER'))
        or answer is null),
    constraint alert_consultation_answer_whole check ((answer is null) = (answered_at is null)),
    constraint alert_consultation_own_answer check ((direction = 'IN' and answer is not null) = (answered_by is not null)),
    constraint alert_consultation_objection_explained check (
        answer is null or answer not in ('OBJECTION', 'KEEP') or btrim(answer_note) <> ''),
    constraint alert_consultation_due_later check (due_on > (asked_at at time zone 'Europe/Riga')::date)
);
create index alert_consultation_of_person on alert_consultation (person_id, asked_at);
create index alert_consultation_open on alert_consultation (due_on) where answer is null;
comment on table alert_consultation is 'sis: a State asks another about a person with an alert: before a permit is granted, about one he holds, about alerts that do not go together, about a purpose that is reached | messages of N.SIS | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column alert_consultation.id is '– | none | Key';
comment on column alert_consultation.message is '– | none | Number of the message in which it was asked';
comment on column alert_consultation.person_id is '– | none | Person';
comment on column alert_consultation.alert_id is 'Reg. (EU) 2018/1860 9–12; 2018/1861 27–30 | none | Alert';
comment on column alert_consultation.direction is '– | personal | IN: another State asks; OUT: Latvia asks';
comment on column alert_consultation.kind is 'Reg. (EU) 2018/1860 9–12; 2018/1861 23(1), 27–30, 39(7) | personal | What it is about';
comment on column alert_consultation.country is 'Reg. (EU) 2018/1860 9–12 | personal | The other State';
comment on column alert_consultation.subject is 'Reg. (EU) 2018/1860 9–12 | personal | Permit or alert it is about';
comment on column alert_consultation.asked_at is '– | none | When it was asked';
comment on column alert_consultation.due_on is 'Reg. (EU) 2018/1860 9–12; 2018/1861 27–30, 39(7) | personal | Last day to answer';
comment on column alert_consultation.extended is 'Reg. (EU) 2018/1860 10, 11 | personal | Whether the other State asked for more time';
comment on column alert_consultation.answer is 'Reg. (EU) 2018/1860 9–12 | personal | Answer';
comment on column alert_consultation.answer_note is 'Reg. (EU) 2018/1860 9–12 | personal | Reasons';
comment on column alert_consultation.answered_by is 'Reg. 122 p. 6–8 | official | Official who answered';
comment on column alert_consultation.answered_at is '– | none | When it was answered';
comment on column alert_consultation.ended_on is 'Reg. (EU) 2018/1860 9–11; 2018/1861 27–29, 39(7), 40 | personal | From this day on no alert rests on decisions taken until then';

create table alert_particulars (
    id            uuid not null,
    person_id     uuid not null references person (id),
    place         integer not null,
    assessment    text not null,
    threat        boolean not null,
    offence       text,
    family_member boolean not null,
    fingerprints  text,
    links         text,
    entered_by    uuid not null,
    entered_at    timestamptz not null,
    constraint alert_particulars_pk primary key (id),
    constraint alert_particulars_one_place unique (person_id, place),
    constraint alert_particulars_assessed check (btrim(assessment) <> '')
);
comment on table alert_particulars is 'sis: what an official adds to the alerts on a person; the latest counts, the earlier ones stay | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column alert_particulars.id is '– | none | Key';
comment on column alert_particulars.person_id is '– | none | Person';
comment on column alert_particulars.place is '– | none | Its number';
comment on column alert_particulars.assessment is 'Reg. (EU) 2018/1861 21 | personal | Why the case is adequate, relevant and important enough';
comment on column alert_particulars.threat is 'Reg. (EU) 2018/1860 4(1)(o) | personal | Threat to public policy, public security or national security';
comment on column alert_particulars.offence is 'Reg. (EU) 2018/1860 4(1)(p); 2018/1861 20(2)(r) | personal | Type of offence: code of the list ALERT_OFFENCE';
comment on column alert_particulars.family_member is 'Reg. (EU) 2018/1861 20(2)(p), 26 | personal | Family member of a Union citizen';
comment on column alert_particulars.fingerprints is 'Reg. (EU) 2018/1860 4(1)(v); 2018/1861 20(2)(x) | personal | Reference of the fingerprints in BDAS';
comment on column alert_particulars.links is 'Reg. (EU) 2018/1860 4(1)(n); 2018/1861 20(2)(o), 48 | personal | Numbers of own alerts it is linked to, separated by blanks';
comment on column alert_particulars.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered them';
comment on column alert_particulars.entered_at is 'Reg. 122 p. 13 | none | When';

create table alert_review (
    id         uuid not null,
    alert_id   uuid not null references alert (id),
    person_id  uuid not null references person (id),
    from_on    date not null,
    until_on   date not null,
    reasons    text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint alert_review_pk primary key (id),
    constraint alert_review_longer check (until_on > from_on),
    constraint alert_review_assessed check (btrim(reasons) <> '')
);
create index alert_review_of_person on alert_review (person_id);
comment on table alert_review is 'sis: that an alert is kept longer, by an individual assessment | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column alert_review.id is '– | none | Key';
comment on column alert_review.alert_id is 'Reg. (EU) 2018/1861 39(4) | none | Alert';
comment on column alert_review.person_id is '– | none | Person';
comment on column alert_review.from_on is 'Reg. (EU) 2018/1861 39(2)–(3) | personal | Day until which it was to be reviewed';
comment on column alert_review.until_on is 'Reg. (EU) 2018/1861 39(4) | personal | Day until which it is to be reviewed next';
comment on column alert_review.reasons is 'Reg. (EU) 2018/1861 39(4) | personal | Individual assessment';
comment on column alert_review.decided_by is 'Reg. 122 p. 6–8 | official | Official who assessed it';
comment on column alert_review.decided_at is 'Reg. 122 p. 13 | none | When';

create table alert_progress (
    only_one    boolean not null default true,
    transaction bigint not null,
    entry       uuid not null,
    constraint alert_progress_pk primary key (only_one),
    constraint alert_progress_only_one check (only_one)
);
comment on table alert_progress is 'sis: how far the acts of the journal have been looked at for alerts | the register itself | always';
comment on column alert_progress.only_one is '– | none | Key: there is one row at most';
comment on column alert_progress.transaction is '– | none | Place in the order of the journal: transaction';
comment on column alert_progress.entry is '– | none | Place in the order of the journal: entry';

-- Days from which no alert rests on decisions taken until then: he may stay, is protected, has become a citizen or is dead
-- (2018/1860 Art. 9, 14; 2018/1861 Art. 27–29, 39(7), 40), by the cases of the register and what other States say.
create view alert_end with (security_invoker = true) as
select p.head_id as person_id, c.closed_on as ended_on, c.reason as why
  from case_closing c
  join person p on p.id = c.person_id
 where c.reopened_at is null and c.reason in ('LEGALISED', 'PROTECTION', 'CITIZEN', 'DECEASED')
union all
select p.head_id, a.ended_on, coalesce(a.answer, 'NO_OBJECTION')
  from alert_consultation a
  join person p on p.id = a.person_id
 where a.ended_on is not null;
comment on view alert_end is 'sis: days from which no alert rests on decisions taken until then';
comment on column alert_end.person_id is '– | none | Head of the records of the person';
comment on column alert_end.ended_on is 'Reg. (EU) 2018/1860 9, 14; 2018/1861 27–29, 39(7), 40 | personal | Day';
comment on column alert_end.why is 'Reg. (EU) 2018/1860 9, 14; 2018/1861 27–29, 39(7), 40 | personal | Why';

-- Decisions that oblige to leave, with everything that decides whether an alert rests on them.
create view alert_return with (security_invoker = true) as
select p.head_id as person_id, d.id as decision_id, d.kind, d.decided_on, d.signed_at, d.cancelled_on, d.suspended_on, d.leave_by,
       j.in_force_on,
       (select min(e.departed_on) from departure e where e.case_id = d.case_id) as departed_on,
       (select min(n.happened_on)
          from alert_notice n
          join person o on o.id = n.person_id
         where o.head_id = p.head_id and n.has_left and n.answer is distinct from 'NOT_HIM'
           and n.happened_on >= d.decided_on) as seen_leaving_on,
       exists (select 1 from decision n where n.case_id = d.case_id and n.signed_at > d.signed_at) as is_replaced
  from decision d
  join person p on p.id = d.person_id
  left join judgment j on j.decision_id = d.id
 where d.signed_at is not null and d.kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION');
comment on view alert_return is 'sis: signed decisions that oblige to leave, with what decides whether an alert on return rests on them';
comment on column alert_return.person_id is '– | none | Head of the records of the person';
comment on column alert_return.decision_id is 'Reg. (EU) 2018/1860 3(1) | none | Decision';
comment on column alert_return.kind is 'Reg. 122 5.7.1, 5.7.4 | personal | Kind';
comment on column alert_return.decided_on is 'Reg. 122 5.7.2, 5.7.5 | personal | Date';
comment on column alert_return.signed_at is '– | none | When it was signed';
comment on column alert_return.cancelled_on is 'Reg. (EU) 2018/1860 14(1) | personal | First day on which it is cancelled';
comment on column alert_return.suspended_on is 'Reg. (EU) 2018/1860 3(5) | personal | Since when it is suspended';
comment on column alert_return.leave_by is 'Reg. (EU) 2018/1860 4(1)(x) | personal | Last day to leave voluntarily';
comment on column alert_return.in_force_on is 'Reg. 122 5.7.6 | personal | Day the judgment entered into force';
comment on column alert_return.departed_on is 'Reg. (EU) 2018/1860 6(1) | personal | Day of the departure in its case';
comment on column alert_return.seen_leaving_on is 'Reg. (EU) 2018/1860 6(1), 8 | personal | Day on which another State saw him outside after it';
comment on column alert_return.is_replaced is '– | none | Whether a later decision of its case was signed';

-- Bans for the Schengen territory and the days they run: from the departure, or where that is not confirmed yet, from the day another State saw him leave.
create view alert_refusal with (security_invoker = true) as
select p.head_id as person_id, b.id as ban_id, b.decision_id, d.decided_on,
       coalesce(b.reduced_months, b.term_months) as term_months, l.sis_basis as basis,
       b.cancelled_on, b.suspended_on, c.from_day, c.to_day,
       case when c.from_day is null and not r.is_replaced and r.departed_on is null
            then r.seen_leaving_on end as seen_leaving_on
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
  join person p on p.id = b.person_id
  -- It leaves out a ban that was cancelled before a departure was confirmed.
  left join ban_clock c on c.id = b.id
  left join alert_return r on r.decision_id = b.decision_id
  left join legal_basis l on l.code = b.legal_basis and d.decided_on between l.valid_from and coalesce(l.valid_to, 'infinity')
 -- Alerts under Article 25 are entered by the State that holds the Presidency, not by who bans.
 where b.territory = 'SCH' and b.dropped_at is null and l.sis_basis is distinct from '25';
comment on view alert_refusal is 'sis: bans for the Schengen territory with what decides whether an alert on refusal of entry rests on them';
comment on column alert_refusal.person_id is '– | none | Head of the records of the person';
comment on column alert_refusal.ban_id is 'Reg. (EU) 2018/1861 24(1)(b) | none | Ban';
comment on column alert_refusal.decision_id is 'Reg. (EU) 2018/1861 20(2)(m) | none | Decision';
comment on column alert_refusal.decided_on is 'Reg. 122 5.13.2 | personal | Date';
comment on column alert_refusal.term_months is 'Reg. 122 5.12.2 | personal | Months; none: indefinite';
comment on column alert_refusal.basis is 'Reg. (EU) 2018/1861 20(2)(q) | personal | Basis: the Article';
comment on column alert_refusal.cancelled_on is 'Reg. (EU) 2018/1861 40(1) | personal | First day on which it is cancelled';
comment on column alert_refusal.suspended_on is 'Reg. 122 5.14.2 | personal | Since when it is suspended';
comment on column alert_refusal.from_day is 'Reg. 122 5.12.1 | personal | First day';
comment on column alert_refusal.to_day is 'Reg. 122 5.12.2 | personal | Last day; none: indefinite';
comment on column alert_refusal.seen_leaving_on is 'Reg. (EU) 2018/1860 6(2), 8 | personal | First day by what another State saw, until the departure is confirmed';

-- The same rule as in AlertRule: at most one alert a person, the one on return before the one on refusal of entry.
create function alerts_due(on_day date)
returns table (person_id uuid, category text, decision_id uuid, ban_id uuid, may_be_left_out boolean)
language sql stable as $$
    with staying as (
        select r.person_id, r.decision_id, r.decided_on, r.signed_at,
               r.kind <> 'DEPARTURE_ORDER'
               and exists (select 1
                             from detention t
                             join person h on h.id = t.person_id
                            where h.head_id = r.person_id and (t.detained_at at time zone 'Europe/Riga')::date <= on_day
                              and (t.released_at is null or (t.released_at at time zone 'Europe/Riga')::date > on_day)) as may_be_left_out
          from alert_return r
         where r.decided_on <= on_day and not r.is_replaced and r.departed_on is null
           and (r.cancelled_on is null or r.cancelled_on > on_day)
           and (r.seen_leaving_on is null or r.seen_leaving_on > on_day)
           and (r.kind <> 'COURT_EXPULSION' or r.in_force_on <= on_day)
    ), barred as (
        select b.person_id, b.decision_id, b.ban_id, b.decided_on,
               coalesce(b.from_day, b.seen_leaving_on) as from_day,
               case when b.from_day is not null then b.to_day
                    else least((b.seen_leaving_on + make_interval(months => b.term_months))::date,
                               b.cancelled_on - 1, b.suspended_on - 1) end as to_day
          from alert_refusal b
         where coalesce(b.from_day, b.seen_leaving_on) is not null
    ), candidate as (
        select r.person_id, 'RETURN' as category, r.decision_id, cast(null as uuid) as ban_id, r.may_be_left_out, r.decided_on,
               case when r.may_be_left_out then 3 else 1 end as turn, cast(null as date) as until, r.signed_at
          from staying r
        union all
        select b.person_id, 'REFUSAL', b.decision_id, b.ban_id, false, b.decided_on, 2, coalesce(b.to_day, 'infinity'), null
          from barred b
         where b.from_day <= on_day and (b.to_day is null or b.to_day >= on_day)
    )
    select distinct on (c.person_id) c.person_id, c.category, c.decision_id, c.ban_id, c.may_be_left_out
      from candidate c
     where not exists (select 1 from alert_end e
                        where e.person_id = c.person_id and e.ended_on <= on_day and e.ended_on >= c.decided_on)
       and not exists (select 1
                         from identity i
                         join nationality n on n.identity_id = i.id
                         join country s on s.code = n.country
                        where i.person_id = c.person_id and i.kind = 'PRIMARY'
                          and s.free_movement_from <= on_day and coalesce(s.free_movement_to, 'infinity') >= on_day)
     order by c.person_id, c.turn, c.until desc nulls last, c.decided_on desc, c.signed_at desc nulls last, c.decision_id desc
$$;
comment on function alerts_due(date) is 'sis: the alert that ought to exist on a person on a day, at most one; worked out, never stored';
