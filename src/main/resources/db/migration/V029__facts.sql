-- What is known of a person, fact by fact: each has a version, is corrected with a reason, and never loses its past.

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('fact_source', 'Ziņu avots', 'Source of a fact', false, 132),
    ('marital_status', 'Ģimenes stāvoklis', 'Marital status', false, 152),
    ('document_state', 'Dokumenta stāvoklis', 'State of the document', false, 112),
    ('document_keeping', 'Kur dokuments atrodas', 'Where the document is', false, 114),
    ('flag_basis', 'Norādes pamats', 'Ground of a warning', false, 342),
    ('kinship', 'Radniecība', 'Family relation', false, 335),
    ('correction_reason', 'Labošanas iemesls', 'Reason for a correction', false, 460);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('fact_source', 'DOCUMENT', 'No dokumenta', 'From a document', 10, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('fact_source', 'MRZ', 'No mašīnlasāmās zonas', 'From the machine-readable zone', 20, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('fact_source', 'STATED', 'Pēc personas vārdiem', 'As the person stated', 30, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('fact_source', 'OFFICIAL', 'Konstatējusi amatpersona', 'Established by an official', 40, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('fact_source', 'AUTHORITY', 'Paziņojusi cita iestāde', 'Notified by another authority', 50, '1900-01-01', null, 'open', 'Cabinet Regulation No. 122 (2013), p. 11'),
    ('marital_status', 'SINGLE', 'Neprecējies', 'Single', 10, '1900-01-01', null, 'open', 'Cabinet Regulation No. 502 (2008), p. 6.1.11'),
    ('marital_status', 'MARRIED', 'Precējies', 'Married', 20, '1900-01-01', null, 'open', 'Cabinet Regulation No. 502 (2008), p. 6.1.11'),
    ('marital_status', 'DIVORCED', 'Šķīries', 'Divorced', 30, '1900-01-01', null, 'open', 'Cabinet Regulation No. 502 (2008), p. 6.1.11'),
    ('marital_status', 'WIDOWED', 'Atraitnis', 'Widowed', 40, '1900-01-01', null, 'open', 'Cabinet Regulation No. 502 (2008), p. 6.1.11'),
    ('document_state', 'USABLE', 'Derīgs', 'Usable', 10, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_state', 'LOST', 'Nozaudēts', 'Lost', 20, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_state', 'STOLEN', 'Zagts', 'Stolen', 30, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_state', 'INVALIDATED', 'Atzīts par nederīgu', 'Invalidated', 40, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_keeping', 'HOLDER', 'Pie personas', 'With the person', 10, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_keeping', 'CONFISCATED', 'Izņemts un glabājas VRS', 'Taken and kept by the State Border Guard', 20, '1900-01-01', null, 'open', 'Immigration Law: hand-over of a travel document'),
    ('document_keeping', 'MIGRATION', 'Glabājas PMLP', 'Kept by PMLP', 30, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_keeping', 'CASE_FILE', 'Personas lietā', 'In the case file', 40, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_keeping', 'SENT', 'Nosūtīts izdevējvalstij', 'Sent to the issuing State', 50, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('document_keeping', 'RETURNED', 'Atdots personai', 'Returned to the person', 60, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('flag_basis', 'FACT', 'Pierādīts fakts', 'Proven fact', 10, '1900-01-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('flag_basis', 'ASSESSMENT', 'Amatpersonas vērtējums', 'Assessment by an official', 20, '1900-01-01', null, 'open', 'Choice of the controller; Directive (EU) 2016/680, Art. 7(1)'),
    ('kinship', 'SPOUSE', 'Laulātais', 'Spouse', 10, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('kinship', 'CHILD', 'Bērns', 'Child', 20, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('kinship', 'PARENT', 'Vecāks', 'Parent', 30, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('kinship', 'SIBLING', 'Brālis vai māsa', 'Brother or sister', 40, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('kinship', 'GUARDIAN', 'Aizbildnis', 'Guardian', 50, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('kinship', 'OTHER', 'Cits radinieks', 'Other relative', 60, '1900-01-01', null, 'open', 'Choice of the controller'),
    ('correction_reason', 'TYPING', 'Pārrakstīšanās', 'Mistyped', 10, '1900-01-01', null, 'open', 'Cabinet Regulation No. 122 (2013), p. 11'),
    ('correction_reason', 'DOCUMENT', 'Dokuments iesniegts vēlāk', 'Document submitted later', 20, '1900-01-01', null, 'open', 'Cabinet Regulation No. 122 (2013), p. 11'),
    ('correction_reason', 'NOTIFIED', 'Iestādes paziņojums', 'Notified by an authority', 30, '1900-01-01', null, 'open', 'Cabinet Regulation No. 122 (2013), p. 11'),
    ('correction_reason', 'REQUEST', 'Lūgusi persona', 'Requested by the person', 40, '1900-01-01', null, 'open', 'Regulation (EU) 2016/679, Art. 16'),
    ('correction_reason', 'CHANGED', 'Mainījušies apstākļi', 'Circumstances changed', 50, '1900-01-01', null, 'open', 'Cabinet Regulation No. 122 (2013), p. 11'),
    ('correction_reason', 'OTHER', 'Cits iemesls', 'Other reason', 60, '1900-01-01', null, 'open', 'Choice of the controller');

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('address_kind', 'DECLARED', 'Deklarētā adrese Latvijā', 'Declared address in Latvia', 12, '1900-01-01', null, 'open', 'Cabinet Regulation No. 502 (2008), p. 6.2'),
    ('address_kind', 'STATED', 'Norādītā adrese Latvijā', 'Stated address in Latvia', 14, '1900-01-01', null, 'open', 'Cabinet Regulation No. 502 (2008), p. 6.2');

alter table identity
    add column latvian_name text,
    add column marital_status text,
    add column valid_from date,
    add column valid_to date,
    add column version integer not null default 0,
    add constraint identity_valid_in_order check (valid_from <= valid_to);
comment on column identity.latvian_name is 'Reg. 122 5.1.1–5.1.2 | personal | Name in its Latvianised form (atveide)';
comment on column identity.marital_status is 'Reg. 502/2008 6.1.11 | personal | Marital status: code of the list MARITAL_STATUS';
comment on column identity.valid_from is 'Reg. 122 5.1.4 | personal | From when the person used the identity';
comment on column identity.valid_to is 'Reg. 122 5.1.4 | personal | Until when the person used the identity';
comment on column identity.version is '– | none | Version, one more with each correction';

alter table document
    add column standing text,
    add column state text not null default 'USABLE',
    add column state_on date,
    add column kept text,
    add column kept_where text,
    add column version integer not null default 0,
    add constraint document_usable_or_dated check (state = 'USABLE' or state_on is not null);
comment on column document.standing is 'Reg. 122 5.3 | personal | Authenticity: code of the list DOCUMENT_STANDING';
comment on column document.state is 'Reg. 122 5.3 | personal | Usable, lost, stolen or invalidated: code of the list DOCUMENT_STATE';
comment on column document.state_on is 'Reg. 122 5.3 | personal | Since when it is lost, stolen or invalidated';
comment on column document.kept is 'Reg. 122 5.3 | personal | Where it is: code of the list DOCUMENT_KEEPING';
comment on column document.kept_where is 'Reg. 122 5.3 | personal | Unit, safe or number under which it is kept';
comment on column document.version is '– | none | Version, one more with each correction';

alter table address
    add column kind text,
    add column place text,
    add column street text,
    add column house text,
    add column flat text,
    add column postcode text,
    add column register_code text,
    add column valid_from date,
    add column valid_to date,
    add column version integer not null default 0,
    add constraint address_valid_in_order check (valid_from <= valid_to),
    add constraint address_register_code_form check (register_code ~ '^[0-9]{9}$'),
    add constraint address_parts_in_latvia check (country = 'LVA' or num_nonnulls(place, street, house, flat, postcode, register_code) = 0);
comment on column address.kind is 'Reg. 122 5.2 | personal | Kind: code of the list ADDRESS_KIND';
comment on column address.place is 'Reg. 502/2008 6.2.1–6.2.4 | personal | City, municipality, parish or village';
comment on column address.street is 'Reg. 502/2008 6.2.6 | personal | Street, or name of the house where there is none';
comment on column address.house is 'Reg. 502/2008 6.2.7–6.2.8 | personal | Number of the house, with its block';
comment on column address.flat is 'Reg. 502/2008 6.2.9 | personal | Flat';
comment on column address.postcode is 'Reg. 122 5.2.1 | personal | Postcode, LV-0000';
comment on column address.register_code is 'Reg. 122 5.2.1 | personal | Code of the State address register';
comment on column address.valid_from is 'Reg. 122 5.2 | personal | From when';
comment on column address.valid_to is 'Reg. 122 5.2 | personal | Until when';
comment on column address.version is '– | none | Version, one more with each correction';

create table warning (
    id         uuid not null,
    person_id  uuid not null references person (id),
    warning    text not null,
    basis      text not null,
    details    text,
    valid_from date not null,
    valid_to   date,
    source     text not null,
    version    integer not null default 0,
    noted_at   timestamptz not null,
    noted_by   uuid not null,
    constraint warning_pk primary key (id),
    constraint warning_basis_known check (basis in ('FACT', 'ASSESSMENT')),
    constraint warning_assessment_explained check (basis = 'FACT' or details is not null),
    constraint warning_valid_in_order check (valid_from <= valid_to)
);
create index warning_of_person on warning (person_id);
comment on table warning is 'person: a warning to officials who meet the person; a proven fact or an assessment';
comment on column warning.id is '– | none | Key';
comment on column warning.person_id is '– | none | Person';
comment on column warning.warning is 'Reg. 2018/1860 4(1)(i); 2018/1861 20(2)(j) | personal | Code of the list WARNING';
comment on column warning.basis is 'LED 7(1) | personal | FACT or ASSESSMENT, which are never mixed';
comment on column warning.details is 'Reg. 122 5.16 | personal | What it rests on';
comment on column warning.valid_from is 'Reg. 2018/1860 4(1)(i) | personal | From when';
comment on column warning.valid_to is 'Reg. 2018/1860 4(1)(i) | personal | Until when';
comment on column warning.source is '– | personal | Code of the list FACT_SOURCE';
comment on column warning.version is '– | none | Version, one more with each correction';
comment on column warning.noted_at is 'Reg. 122 p. 13 | none | When it was entered or last corrected';
comment on column warning.noted_by is 'Reg. 122 p. 13 | official | Who did so';

create table vulnerability (
    id         uuid not null,
    person_id  uuid not null references person (id),
    vulnerability text not null,
    details    text,
    valid_from date not null,
    valid_to   date,
    source     text not null,
    version    integer not null default 0,
    noted_at   timestamptz not null,
    noted_by   uuid not null,
    constraint vulnerability_pk primary key (id),
    constraint vulnerability_valid_in_order check (valid_from <= valid_to)
);
create index vulnerability_of_person on vulnerability (person_id);
comment on table vulnerability is 'person: why the person needs particular care, an unaccompanied minor among them';
comment on column vulnerability.id is '– | none | Key';
comment on column vulnerability.person_id is '– | none | Person';
comment on column vulnerability.vulnerability is 'Reg. 454 p. 2; Reg. 862/2007 7(2) | special | Code of the list VULNERABILITY';
comment on column vulnerability.details is 'Reg. 454 p. 2 | special | What it rests on';
comment on column vulnerability.valid_from is 'Reg. 454 p. 2 | special | From when';
comment on column vulnerability.valid_to is 'Reg. 454 p. 2 | special | Until when';
comment on column vulnerability.source is '– | personal | Code of the list FACT_SOURCE';
comment on column vulnerability.version is '– | none | Version, one more with each correction';
comment on column vulnerability.noted_at is 'Reg. 122 p. 13 | none | When it was entered or last corrected';
comment on column vulnerability.noted_by is 'Reg. 122 p. 13 | official | Who did so';

create table mark (
    id        uuid not null,
    person_id uuid not null references person (id),
    text      text not null,
    source    text not null,
    version   integer not null default 0,
    noted_at  timestamptz not null,
    noted_by  uuid not null,
    constraint mark_pk primary key (id),
    constraint mark_text_given check (text <> '')
);
create index mark_of_person on mark (person_id);
comment on table mark is 'person: a distinguishing mark of the person';
comment on column mark.id is '– | none | Key';
comment on column mark.person_id is '– | none | Person';
comment on column mark.text is 'Reg. 502/2008 6.1.12; Reg. 2018/1861 20(2)(e) | personal | The mark and where it is';
comment on column mark.source is '– | personal | Code of the list FACT_SOURCE';
comment on column mark.version is '– | none | Version, one more with each correction';
comment on column mark.noted_at is 'Reg. 122 p. 13 | none | When it was entered or last corrected';
comment on column mark.noted_by is 'Reg. 122 p. 13 | official | Who did so';

create table kinship (
    id         uuid not null,
    person_id  uuid not null references person (id),
    relation   text not null,
    relative   bigint references person (number),
    name       text,
    birth_date text,
    source     text not null,
    version    integer not null default 0,
    noted_at   timestamptz not null,
    noted_by   uuid not null,
    constraint kinship_pk primary key (id),
    constraint kinship_somebody check (relative is not null or name is not null),
    constraint kinship_birth_date_form check (birth_date ~ '^~?[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
create index kinship_of_person on kinship (person_id);
create index kinship_of_relative on kinship (relative) where relative is not null;
comment on table kinship is 'person: a relative of the person, in the register or not';
comment on column kinship.id is '– | none | Key';
comment on column kinship.person_id is '– | none | Person';
comment on column kinship.relation is 'Reg. 2018/1861 20(2)(p) | personal | What the relative is to the person: code of the list KINSHIP';
comment on column kinship.relative is 'Reg. 2018/1861 20(2)(p) | personal | Number of the relative in the register';
comment on column kinship.name is 'Reg. 2018/1861 20(2)(p) | personal | Name of a relative who is not in the register';
comment on column kinship.birth_date is 'Reg. 2018/1861 20(2)(p) | personal | Date of birth of a relative who is not in the register';
comment on column kinship.source is '– | personal | Code of the list FACT_SOURCE';
comment on column kinship.version is '– | none | Version, one more with each correction';
comment on column kinship.noted_at is 'Reg. 122 p. 13 | none | When it was entered or last corrected';
comment on column kinship.noted_by is 'Reg. 122 p. 13 | official | Who did so';

create table remark (
    id        uuid not null,
    person_id uuid not null references person (id),
    text      text not null,
    source    text not null,
    version   integer not null default 0,
    noted_at  timestamptz not null,
    noted_by  uuid not null,
    constraint remark_pk primary key (id),
    constraint remark_text_given check (text <> '')
);
create index remark_of_person on remark (person_id);
comment on table remark is 'person: a service note (dienesta atzīme)';
comment on column remark.id is '– | none | Key';
comment on column remark.person_id is '– | none | Person';
comment on column remark.text is 'Reg. 122 5.16 | restricted | Service note';
comment on column remark.source is '– | personal | Code of the list FACT_SOURCE';
comment on column remark.version is '– | none | Version, one more with each correction';
comment on column remark.noted_at is 'Reg. 122 p. 13 | none | When it was entered or last corrected';
comment on column remark.noted_by is 'Reg. 122 p. 13 | official | Who did so';

create table fact_past (
    kind        text not null,
    id          uuid not null,
    person_id   uuid not null references person (id),
    version     integer not null,
    state       jsonb not null,
    noted_at    timestamptz not null,
    noted_by    uuid not null,
    until_at    timestamptz not null,
    until_by    uuid not null,
    reason_code text not null,
    reason      text,
    withdrawn   boolean not null,
    constraint fact_past_pk primary key (id, version),
    constraint fact_past_in_order check (noted_at <= until_at),
    constraint fact_past_reason_explained check (reason_code <> 'OTHER' or reason is not null)
);
create index fact_past_of_person on fact_past (person_id);
comment on table fact_past is 'person: what a fact said before it was corrected or withdrawn, and why; rows are added, never changed';
comment on column fact_past.kind is '– | none | Kind of the fact';
comment on column fact_past.id is '– | none | Fact';
comment on column fact_past.person_id is '– | none | Person';
comment on column fact_past.version is '– | none | Version it was';
comment on column fact_past.state is 'Reg. 122 p. 13 | special | All it said';
comment on column fact_past.noted_at is 'Reg. 122 p. 13 | none | Since when the register said so';
comment on column fact_past.noted_by is 'Reg. 122 p. 13 | official | Who had entered it';
comment on column fact_past.until_at is 'Reg. 122 p. 13 | none | Until when the register said so';
comment on column fact_past.until_by is 'Reg. 122 p. 13 | official | Who corrected or withdrew it';
comment on column fact_past.reason_code is 'Reg. 122 p. 11 | personal | Reason: code of the list CORRECTION_REASON';
comment on column fact_past.reason is 'Reg. 122 p. 11 | personal | Reason in words';
comment on column fact_past.withdrawn is 'Reg. 122 p. 13 | none | Whether nothing came after it';

-- No fact is corrected or withdrawn unless what it said has been put aside first.
create function fact_keeps_its_past() returns trigger
    language plpgsql as $$
begin
    if not exists (select from fact_past p where p.id = old.id and p.version = old.version) then
        raise exception 'a fact of a person was changed without keeping what it said'
            using errcode = 'integrity_constraint_violation', constraint = 'fact_keeps_its_past', table = tg_table_name;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function fact_keeps_its_past() is 'person: refuses a change that would lose the past';

create function nationality_keeps_its_past() returns trigger
    language plpgsql as $$
begin
    if not exists (select from fact_past p where p.id = old.identity_id) then
        raise exception 'a nationality was changed without keeping what the identity said'
            using errcode = 'integrity_constraint_violation', constraint = 'nationality_keeps_its_past', table = tg_table_name;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function nationality_keeps_its_past() is 'person: refuses a change that would lose the past';

create trigger identity_keeps_its_past before update or delete on identity for each row execute function fact_keeps_its_past();
create trigger document_keeps_its_past before update or delete on document for each row execute function fact_keeps_its_past();
create trigger address_keeps_its_past before update or delete on address for each row execute function fact_keeps_its_past();
create trigger warning_keeps_its_past before update or delete on warning for each row execute function fact_keeps_its_past();
create trigger vulnerability_keeps_its_past before update or delete on vulnerability for each row execute function fact_keeps_its_past();
create trigger mark_keeps_its_past before update or delete on mark for each row execute function fact_keeps_its_past();
create trigger kinship_keeps_its_past before update or delete on kinship for each row execute function fact_keeps_its_past();
create trigger remark_keeps_its_past before update or delete on remark for each row execute function fact_keeps_its_past();
create trigger nationality_keeps_its_past before update or delete on nationality for each row execute function nationality_keeps_its_past();

-- Every fact as the register says it now; the nationalities of an identity stand beside its columns.
create view fact with (security_invoker = true) as
select 'IDENTITY' as kind, i.id, i.person_id, i.version, i.noted_at, i.noted_by,
       to_jsonb(i) || coalesce((
           select jsonb_object_agg(f.field || case when n.place = 1 then '' else '_' || n.place end, f.value)
             from (select country, type, row_number() over (order by country) as place
                     from nationality
                    where identity_id = i.id) n
             cross join lateral (values ('nationality', n.country), ('nationality_type', n.type)) f (field, value)),
           '{}') as state
  from identity i
union all
select 'DOCUMENT', d.id, d.person_id, d.version, d.noted_at, d.noted_by, to_jsonb(d) from document d
union all
select 'ADDRESS', a.id, a.person_id, a.version, a.noted_at, a.noted_by, to_jsonb(a) from address a
union all
select 'WARNING', w.id, w.person_id, w.version, w.noted_at, w.noted_by, to_jsonb(w) from warning w
union all
select 'VULNERABILITY', v.id, v.person_id, v.version, v.noted_at, v.noted_by, to_jsonb(v) from vulnerability v
union all
select 'MARK', m.id, m.person_id, m.version, m.noted_at, m.noted_by, to_jsonb(m) from mark m
union all
select 'KINSHIP', k.id, k.person_id, k.version, k.noted_at, k.noted_by,
       to_jsonb(k) || jsonb_build_object('relative_id', (select p.id from person p where p.number = k.relative))
  from kinship k
union all
select 'REMARK', r.id, r.person_id, r.version, r.noted_at, r.noted_by, to_jsonb(r) from remark r;
comment on view fact is 'person: every fact of every person as the register says it now';
comment on column fact.kind is '– | none | Kind of the fact';
comment on column fact.id is '– | none | Fact';
comment on column fact.person_id is '– | none | Person';
comment on column fact.version is '– | none | Version';
comment on column fact.noted_at is 'Reg. 122 p. 13 | none | When it was entered or last corrected';
comment on column fact.noted_by is 'Reg. 122 p. 13 | official | Who did so';
comment on column fact.state is 'Reg. 122 p. 5 | special | All it says';

create table unsent_form (
    account uuid not null,
    page    text not null,
    form    text not null,
    at      timestamptz not null,
    constraint unsent_form_pk primary key (account, page)
);
comment on table unsent_form is 'edge: what an official has typed into a form and not yet sent';
comment on column unsent_form.account is '– | official | Who typed it';
comment on column unsent_form.page is '– | none | Address of the form';
comment on column unsent_form.form is '– | restricted | Under seal: the fields';
comment on column unsent_form.at is '– | none | When it was kept';
