-- A certificate says to a person or to an authority what the register holds of bans and decisions, and is kept as it was issued.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('certificate_recipient', 'Izziņas saņēmējs', 'Recipient of a certificate', false, 286);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('certificate_recipient', 'PERSON', 'Persona pati', 'The person', 10, '2003-05-01', null, 'open', 'Regulation (EU) 2016/679, Art. 15'),
    ('certificate_recipient', 'AUTHORITY', 'Iestāde', 'An authority', 20, '2003-05-01', null, 'open', 'Regulation (EU) 2016/679, Art. 6(1)');

create table certificate_counter (
    institution text not null references institution (code),
    year        integer not null,
    last        integer not null,
    constraint certificate_counter_pk primary key (institution, year)
);
comment on table certificate_counter is 'certificate: last number given by an institution in a year; numbers have no gaps | the register itself | as long as certificates';
comment on column certificate_counter.institution is '– | none | Institution';
comment on column certificate_counter.year is '– | none | Year';
comment on column certificate_counter.last is '– | none | Last number given';

create table certificate (
    id          uuid not null,
    person_id   uuid not null references person (id),
    number      text not null,
    recipient   text not null,
    authority   text,
    purpose     text not null,
    institution text not null references institution (code),
    unit        text not null references unit (code),
    issued_on   date not null,
    issued_by   uuid not null,
    issued_at   timestamptz not null,
    constraint certificate_pk primary key (id),
    constraint certificate_number_once unique (number),
    constraint certificate_recipient_known check (recipient in ('PERSON', 'AUTHORITY')),
    constraint certificate_authority_named check ((recipient = 'AUTHORITY') = (authority is not null)),
    constraint certificate_purpose_stated check (btrim(purpose) <> ''),
    constraint certificate_of_its_day check (issued_on = (issued_at at time zone 'Europe/Riga')::date)
);
create index certificate_of_person on certificate (person_id, issued_at);
comment on table certificate is 'certificate: that a certificate on a person was issued, to whom and for what; never changed | the register itself | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column certificate.id is '– | none | Key';
comment on column certificate.person_id is '– | none | Person';
comment on column certificate.number is 'Reg. (EU) 2016/679 Art. 5(2) | personal | Number';
comment on column certificate.recipient is 'Reg. (EU) 2016/679 Art. 15(1)(c) | personal | Who receives it: code of the list CERTIFICATE_RECIPIENT';
comment on column certificate.authority is 'Reg. (EU) 2016/679 Art. 15(1)(c) | personal | The authority, where one receives it';
comment on column certificate.purpose is 'Reg. (EU) 2016/679 Art. 5(1)(b) | personal | Purpose as stated';
comment on column certificate.institution is 'Reg. 122 p. 6–8 | none | Institution that issued it';
comment on column certificate.unit is 'Reg. 122 p. 6–8 | none | Unit that issued it';
comment on column certificate.issued_on is 'Reg. (EU) 2016/679 Art. 5(2) | personal | Day on which it says what the register holds';
comment on column certificate.issued_by is 'Reg. 122 p. 6–8 | official | Official who issued it';
comment on column certificate.issued_at is 'Reg. 122 p. 13 | none | When it was issued';

create table certificate_document (
    certificate_id uuid not null references certificate (id),
    language       text not null,
    content        bytea not null,
    sha256         text not null,
    constraint certificate_document_pk primary key (certificate_id, language),
    constraint certificate_document_language_coded check (language ~ '^[a-z]{2}$'),
    constraint certificate_document_as_hashed check (sha256 = encode(sha256(content), 'hex'))
);
comment on table certificate_document is 'certificate: the certificate as printed (PDF), and its translation sheets; never changed | the register itself | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column certificate_document.certificate_id is '– | none | Certificate';
comment on column certificate_document.language is '– | none | Language: Latvian for the certificate, others for its translation sheets';
comment on column certificate_document.content is 'Reg. (EU) 2016/679 Art. 5(2) | personal | The file';
comment on column certificate_document.sha256 is 'Reg. (EU) 2016/679 Art. 5(2) | none | Hash of the file';

create function certificate_is_kept() returns trigger language plpgsql as $$
begin
    raise check_violation using message = 'a certificate is kept as it was issued', constraint = 'certificate_never_changed';
end
$$;
comment on function certificate_is_kept() is 'certificate: holds that a certificate and its files stay as they were issued';
create trigger certificate_is_kept before update on certificate for each row execute function certificate_is_kept();
create trigger certificate_document_is_kept before update on certificate_document
    for each row execute function certificate_is_kept();

alter table document_template
    drop constraint document_template_kind_known,
    add constraint document_template_kind_known check (kind in (
        'DEPARTURE_ORDER', 'REMOVAL_DECISION', 'ENTRY_BAN', 'FOLLOW_UP', 'REMOVAL_NOTICE', 'EMBASSY_REQUEST', 'ESCORT_SHEET', 'HAND_OVER',
        'CERTIFICATE', 'REASONS'));
insert into document_template (id, kind, language, version, valid_from, texts, certainty, source, written_at, approved_at)
select gen_random_uuid(), kind, language, 1, date '2003-05-01', texts, 'open',
       'Draft of the project, to be confirmed by the lawyers of the institutions', date '2003-05-01', date '2003-05-01'
  from (values
    ('CERTIFICATE', 'lv', jsonb_build_object(
        'title', 'Izziņa',
        'about', 'Kam un kādam mērķim',
        'recipient', 'Saņēmējs',
        'purpose', 'Mērķis',
        'holds', 'Pēc Izraidīto ārzemnieku un ieceļošanas aizliegumu reģistra ziņām {issued_on}:',
        'bans', 'Ieceļošanas aizliegumi',
        'no_ban', 'Ziņu par spēkā esošu ieceļošanas aizliegumu nav.',
        'ban_lv', 'Noteikts aizliegums ieceļot Latvijas Republikā no {ban_from} līdz {ban_until}. Pamats: {decision}.',
        'ban_lv_indefinite', 'Noteikts aizliegums ieceļot Latvijas Republikā no {ban_from} uz nenoteiktu laiku. Pamats: {decision}.',
        'ban_lv_waiting', 'Noteikts aizliegums ieceļot Latvijas Republikā; tā termiņš sāksies, kad ārzemnieks būs izceļojis. Pamats: {decision}.',
        'ban_sch', 'Noteikts aizliegums ieceļot Šengenas zonas valstu teritorijā no {ban_from} līdz {ban_until}. Pamats: {decision}.',
        'ban_sch_indefinite', 'Noteikts aizliegums ieceļot Šengenas zonas valstu teritorijā no {ban_from} uz nenoteiktu laiku. Pamats: {decision}.',
        'ban_sch_waiting', 'Noteikts aizliegums ieceļot Šengenas zonas valstu teritorijā; tā termiņš sāksies, kad ārzemnieks būs izceļojis. Pamats: {decision}.',
        'decisions', 'Lēmumi par atgriešanu un izceļošana',
        'no_decision', 'Ziņu par spēkā esošu lēmumu par atgriešanu un par apstiprinātu izceļošanu nav.',
        'signed', '{decision}. Lēmums ir pieņemts un vēl nav paziņots. Izceļošana nav apstiprināta.',
        'served', '{decision}. Lēmums ir spēkā no {served_on}. Izceļošana nav apstiprināta.',
        'served_term', '{decision}. Lēmums ir spēkā no {served_on}, labprātīgas izceļošanas termiņš noteikts līdz {leave_by}. Izceļošana nav apstiprināta.',
        'suspended', '{decision}. Lēmuma izpilde ir apturēta. Izceļošana nav apstiprināta.',
        'departed', '{decision}. Lēmums ir izpildīts: ārzemnieks izceļojis {departed_on}, izceļošana apstiprināta.',
        'limits', 'Izziņā ir tikai ziņas par ieceļošanas aizliegumiem un lēmumiem par atgriešanu, un tās izmantojamas norādītajam mērķim.')),
    ('CERTIFICATE', 'en', jsonb_build_object(
        'title', 'Certificate',
        'about', 'For whom and for what purpose',
        'recipient', 'Recipient',
        'purpose', 'Purpose',
        'holds', 'According to the Register of Removed Foreigners and Entry Bans on {issued_on}:',
        'bans', 'Entry bans',
        'no_ban', 'No entry ban in force is known.',
        'ban_lv', 'The foreigner is banned from entering the Republic of Latvia. First day: {ban_from}. Last day: {ban_until}. Basis: {decision}.',
        'ban_lv_indefinite', 'The foreigner is banned from entering the Republic of Latvia for an indefinite term. First day: {ban_from}. Basis: {decision}.',
        'ban_lv_waiting', 'The foreigner is banned from entering the Republic of Latvia; the term begins when the foreigner has left. Basis: {decision}.',
        'ban_sch', 'The foreigner is banned from entering the territory of the Schengen States. First day: {ban_from}. Last day: {ban_until}. Basis: {decision}.',
        'ban_sch_indefinite', 'The foreigner is banned from entering the territory of the Schengen States for an indefinite term. First day: {ban_from}. Basis: {decision}.',
        'ban_sch_waiting', 'The foreigner is banned from entering the territory of the Schengen States; the term begins when the foreigner has left. Basis: {decision}.',
        'decisions', 'Return decisions and departure',
        'no_decision', 'No return decision in force and no confirmed departure is known.',
        'signed', '{decision}. The decision was taken and has not been notified yet. Departure is not confirmed.',
        'served', '{decision}. The decision is in force. Since: {served_on}. Departure is not confirmed.',
        'served_term', '{decision}. The decision is in force. Since: {served_on}. Last day for voluntary departure: {leave_by}. Departure is not confirmed.',
        'suspended', '{decision}. Execution of the decision is suspended. Departure is not confirmed.',
        'departed', '{decision}. The decision was carried out; departure is confirmed. Day of departure: {departed_on}.',
        'limits', 'The certificate tells of entry bans and return decisions only, and may be used for the purpose named.')),
    ('CERTIFICATE', 'ru', jsonb_build_object(
        'title', 'Справка',
        'about', 'Кому и с какой целью',
        'recipient', 'Получатель',
        'purpose', 'Цель',
        'holds', 'По данным Регистра выдворенных иностранцев и запретов на въезд на {issued_on}:',
        'bans', 'Запреты на въезд',
        'no_ban', 'Сведений о действующем запрете на въезд нет.',
        'ban_lv', 'Иностранцу запрещён въезд в Латвийскую Республику. Первый день: {ban_from}. Последний день: {ban_until}. Основание: {decision}.',
        'ban_lv_indefinite', 'Иностранцу запрещён въезд в Латвийскую Республику на неопределённый срок. Первый день: {ban_from}. Основание: {decision}.',
        'ban_lv_waiting', 'Иностранцу запрещён въезд в Латвийскую Республику; срок начнётся после выезда иностранца. Основание: {decision}.',
        'ban_sch', 'Иностранцу запрещён въезд на территорию государств Шенгенской зоны. Первый день: {ban_from}. Последний день: {ban_until}. Основание: {decision}.',
        'ban_sch_indefinite', 'Иностранцу запрещён въезд на территорию государств Шенгенской зоны на неопределённый срок. Первый день: {ban_from}. Основание: {decision}.',
        'ban_sch_waiting', 'Иностранцу запрещён въезд на территорию государств Шенгенской зоны; срок начнётся после выезда иностранца. Основание: {decision}.',
        'decisions', 'Решения о возвращении и выезд',
        'no_decision', 'Сведений о действующем решении о возвращении и о подтверждённом выезде нет.',
        'signed', '{decision}. Решение принято, но ещё не доведено до сведения иностранца. Выезд не подтверждён.',
        'served', '{decision}. Решение действует. С: {served_on}. Выезд не подтверждён.',
        'served_term', '{decision}. Решение действует. С: {served_on}. Последний день добровольного выезда: {leave_by}. Выезд не подтверждён.',
        'suspended', '{decision}. Исполнение решения приостановлено. Выезд не подтверждён.',
        'departed', '{decision}. Решение исполнено, выезд подтверждён. День выезда: {departed_on}.',
        'limits', 'Справка содержит только сведения о запретах на въезд и решениях о возвращении и предназначена для указанной цели.'))) as first_version (kind, language, texts);
