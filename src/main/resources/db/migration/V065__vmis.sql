-- What VMIS says of a person when asked and by itself, and exits that the border system tells of. They change no case: officials do.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('vmis_subject', 'VMIS ziņu veids', 'What VMIS tells of', false, 282),
    ('vmis_status', 'VMIS statuss', 'Status in VMIS', false, 283);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('vmis_subject', 'PERMIT', 'Uzturēšanās atļauja', 'Residence permit', 10, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_subject', 'ASYLUM', 'Patvēruma pieteikums', 'Asylum application', 20, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_subject', 'VISA', 'Vīza', 'Visa', 30, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_status', 'APPLIED', 'Iesniegts', 'Applied for', 10, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_status', 'GRANTED', 'Piešķirts', 'Granted', 20, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_status', 'REFUSED', 'Atteikts', 'Refused', 30, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_status', 'ANNULLED', 'Anulēts', 'Annulled', 40, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes'),
    ('vmis_status', 'EXPIRED', 'Termiņš beidzies', 'Expired', 50, '2011-06-16', null, 'open', 'Choice of the controller until VMIS publishes its codes');

create table vmis_notice (
    id         uuid not null,
    person_id  uuid not null references person (id),
    lookup_id  uuid references outbox (id),
    subject    text not null,
    status     text not null,
    number     text,
    valid_from date,
    valid_to   date,
    told_at    timestamptz not null,
    constraint vmis_notice_pk primary key (id),
    constraint vmis_notice_subject_known check (subject in ('PERMIT', 'ASYLUM', 'VISA')),
    constraint vmis_notice_status_known check (status in ('APPLIED', 'GRANTED', 'REFUSED', 'ANNULLED', 'EXPIRED')),
    constraint vmis_notice_ends_after_begin check (valid_to >= valid_from)
);
create index vmis_notice_of_person on vmis_notice (person_id, told_at desc);
create index vmis_notice_of_lookup on vmis_notice (lookup_id);
comment on table vmis_notice is 'vmis: a permit, application or visa that VMIS told of, when asked or by itself; never changed | VMIS | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column vmis_notice.id is '– | none | Key';
comment on column vmis_notice.person_id is '– | none | Person';
comment on column vmis_notice.lookup_id is '– | none | Look-up that it answers; nothing when VMIS told by itself';
comment on column vmis_notice.subject is 'Reg. 122 p. 12 | personal | What it is: code of the list VMIS_SUBJECT';
comment on column vmis_notice.status is 'Reg. 122 p. 12 | personal | How it stands: code of the list VMIS_STATUS';
comment on column vmis_notice.number is 'Reg. 122 p. 12 | personal | Its number in VMIS';
comment on column vmis_notice.valid_from is 'Reg. 122 p. 12 | personal | First day';
comment on column vmis_notice.valid_to is 'Reg. 122 p. 12 | personal | Last day';
comment on column vmis_notice.told_at is 'Reg. 122 p. 13 | none | When VMIS told it';

create table exit_notice (
    id             uuid not null,
    person_id      uuid not null references person (id),
    decision_id    uuid not null references decision (id),
    left_on        date not null,
    crossing_point text not null references border_crossing_point (code),
    document       text,
    told_at        timestamptz not null,
    constraint exit_notice_pk primary key (id),
    constraint exit_notice_not_in_future check (left_on <= (told_at at time zone 'Europe/Riga')::date)
);
create index exit_notice_of_person on exit_notice (person_id);
create index exit_notice_of_decision on exit_notice (decision_id, told_at desc);
comment on table exit_notice is 'vmis: that a person with an open decision left, as the border system told; an official confirms the departure or does not | the border system | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column exit_notice.id is '– | none | Key';
comment on column exit_notice.person_id is '– | none | Person';
comment on column exit_notice.decision_id is '– | none | Decision that was open when it came';
comment on column exit_notice.left_on is 'Reg. 122 5.7.3, 5.7.7 | personal | Day of the exit';
comment on column exit_notice.crossing_point is 'Reg. 122 5.7.8 | personal | Border crossing point';
comment on column exit_notice.document is 'Reg. 122 5.3.2 | personal | Number of the document shown';
comment on column exit_notice.told_at is 'Reg. 122 p. 13 | none | When the border system told it';

create function notice_is_kept() returns trigger language plpgsql as $$
begin
    raise check_violation using message = 'what another system told is never changed', constraint = 'notice_never_changed';
end
$$;
comment on function notice_is_kept() is 'vmis: holds that what other systems told stays as it was';
create trigger vmis_notice_is_kept before update on vmis_notice for each row execute function notice_is_kept();
create trigger exit_notice_is_kept before update on exit_notice for each row execute function notice_is_kept();
