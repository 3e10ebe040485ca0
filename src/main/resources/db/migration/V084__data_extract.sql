-- An extract tells the person, his representative or an authority all that the register holds on him and may tell (GDPR Art. 15). It is
-- issued as a certificate is, and both, and follow-up decisions, can be signed electronically.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('withholding_ground', 'Kādēļ ziņas izrakstā neiekļauj', 'Why data are not told in an extract', false, 287);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('certificate_recipient', 'REPRESENTATIVE', 'Personas pārstāvis', 'A representative of the person', 15, '2003-05-01', null, 'open', 'Regulation (EU) 2016/679, Art. 15'),
    ('withholding_ground', 'NATIONAL_SECURITY', 'Valsts drošība', 'National security', 10, '2018-05-25', null, 'memory', 'Regulation (EU) 2016/679, Art. 23(1)(a)'),
    ('withholding_ground', 'PUBLIC_SECURITY', 'Sabiedriskā drošība', 'Public security', 20, '2018-05-25', null, 'memory', 'Regulation (EU) 2016/679, Art. 23(1)(c)'),
    ('withholding_ground', 'OFFENCES', 'Noziedzīgu nodarījumu novēršana, izmeklēšana vai atklāšana', 'Prevention, investigation or detection of offences', 30, '2018-05-25', null, 'memory', 'Regulation (EU) 2016/679, Art. 23(1)(d)'),
    ('withholding_ground', 'RIGHTS', 'Personas vai citu cilvēku tiesību aizsardzība', 'Protection of the person or of the rights of others', 40, '2018-05-25', null, 'memory', 'Regulation (EU) 2016/679, Art. 23(1)(i)');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('data_request.answer', 1, null, 'months', 'Cik ilgā laikā atbild uz personas pieprasījumu izsniegt tās datus', 'Within how long a person''s request for his data is answered', 'Regulas (ES) 2016/679 12. panta 3. punkts', 'Regulation (EU) 2016/679, Art. 12(3)', 380, '2018-05-25', null, 'memory', 'Regulation (EU) 2016/679, Art. 12(3)'),
    ('data_request.longer', 2, null, 'months', 'Par cik atbildes termiņu var pagarināt, ja pieprasījums ir sarežģīts', 'By how much the term of the answer may be extended where a request is complex', 'Regulas (ES) 2016/679 12. panta 3. punkts', 'Regulation (EU) 2016/679, Art. 12(3)', 381, '2018-05-25', null, 'memory', 'Regulation (EU) 2016/679, Art. 12(3)');

alter table certificate rename column authority to recipient_name;
alter table certificate
    add column kind text not null default 'CERTIFICATE',
    add column requested_on date,
    alter column purpose drop not null,
    drop constraint certificate_recipient_known,
    drop constraint certificate_authority_named,
    add constraint certificate_kind_known check (kind in ('CERTIFICATE', 'EXTRACT')),
    add constraint certificate_recipient_known check (recipient in ('PERSON', 'REPRESENTATIVE', 'AUTHORITY')),
    add constraint certificate_recipient_named check ((recipient <> 'PERSON') = (recipient_name is not null)),
    add constraint certificate_purpose_told check (purpose is not null or (kind = 'EXTRACT' and recipient <> 'AUTHORITY')),
    add constraint certificate_answers_request check ((kind = 'EXTRACT') = (requested_on is not null)),
    add constraint certificate_after_request check (requested_on <= issued_on);
alter table certificate alter column kind drop default;
comment on table certificate is 'certificate: that a certificate or an extract on a person was issued, to whom and for what; never changed | the register itself | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column certificate.kind is '– | none | CERTIFICATE: bans and decisions of the day; EXTRACT: all that may be told';
comment on column certificate.recipient_name is 'Reg. (EU) 2016/679 Art. 15(1)(c) | personal | The authority or the representative, where one receives it';
comment on column certificate.purpose is 'Reg. (EU) 2016/679 Art. 5(1)(b) | personal | Purpose as stated; nothing where the person asks for his own data';
comment on column certificate.requested_on is 'Reg. (EU) 2016/679 Art. 12(3) | personal | Day on which the data were asked for: the term of the answer runs from it';

create table certificate_withheld (
    certificate_id uuid not null references certificate (id),
    section        text not null,
    ground         text not null,
    reason         text not null,
    constraint certificate_withheld_pk primary key (certificate_id, section),
    constraint certificate_withheld_section_form check (section ~ '^[A-Z_]+$'),
    constraint certificate_withheld_explained check (btrim(reason) <> '')
);
comment on table certificate_withheld is 'certificate: what an extract does not tell, and why; never changed | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column certificate_withheld.certificate_id is '– | none | Extract';
comment on column certificate_withheld.section is 'Reg. (EU) 2016/679 Art. 23 | personal | Section that is not told';
comment on column certificate_withheld.ground is 'Reg. (EU) 2016/679 Art. 23 | personal | Ground: code of the list WITHHOLDING_GROUND';
comment on column certificate_withheld.reason is 'Reg. (EU) 2016/679 Art. 23 | personal | Why, in words';
create trigger certificate_withheld_is_kept before update on certificate_withheld
    for each row execute function certificate_is_kept();

-- Signing: beside decisions their follow-up decisions, certificates and extracts, each by the official who signs it on paper.
alter table follow_up_document add constraint follow_up_document_as_hashed_once unique (follow_up_id, sha256);
alter table certificate_document add constraint certificate_document_as_hashed_once unique (certificate_id, sha256);
alter table signed_document
    add column follow_up_id uuid generated always as (case when document_kind = 'FOLLOW_UP' then document_id end) stored,
    add column certificate_id uuid generated always as (case when document_kind = 'CERTIFICATE' then document_id end) stored,
    drop constraint signed_document_kind_known,
    add constraint signed_document_kind_known check (document_kind in ('RETURN_DECISION', 'FOLLOW_UP', 'CERTIFICATE')),
    add constraint signed_document_is_the_printed_follow_up foreign key (follow_up_id, document_sha256)
        references follow_up_document (follow_up_id, sha256),
    add constraint signed_document_is_the_printed_certificate foreign key (certificate_id, document_sha256)
        references certificate_document (certificate_id, sha256);
create index signed_document_of_follow_up on signed_document (follow_up_id);
create index signed_document_of_certificate on signed_document (certificate_id);
comment on column signed_document.follow_up_id is '– | none | Follow-up decision, where its printed form is signed';
comment on column signed_document.certificate_id is '– | none | Certificate or extract, where its printed form is signed';

create or replace function signed_document_holds() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise check_violation using message = 'a signed document is never changed', constraint = 'signed_document_unchanged';
    end if;
    if not exists (select 1 from decision d
                    where d.id = new.decision_id and d.signed_by = new.signed_by and d.person_id = new.person_id
                   union all
                   select 1 from follow_up f
                    where f.id = new.follow_up_id and f.signed_by = new.signed_by and f.person_id = new.person_id
                   union all
                   select 1 from certificate c
                    where c.id = new.certificate_id and c.issued_by = new.signed_by and c.person_id = new.person_id) then
        raise check_violation using message = 'a document is signed electronically by who signed it in the register',
            constraint = 'signed_document_by_its_signatory';
    end if;
    return new;
end
$$;

alter table document_template
    drop constraint document_template_kind_known,
    add constraint document_template_kind_known check (kind in (
        'DEPARTURE_ORDER', 'REMOVAL_DECISION', 'ENTRY_BAN', 'FOLLOW_UP', 'REMOVAL_NOTICE', 'EMBASSY_REQUEST', 'ESCORT_SHEET', 'HAND_OVER',
        'CERTIFICATE', 'DATA_EXTRACT', 'REASONS'));
insert into document_template (id, kind, language, version, valid_from, texts, certainty, source, written_at, approved_at)
select gen_random_uuid(), kind, language, 1, date '2003-05-01', texts, 'open',
       'Draft of the project, to be confirmed by the lawyers of the institutions', date '2003-05-01', date '2003-05-01'
  from (values
    ('DATA_EXTRACT', 'lv', jsonb_build_object(
        'title', 'Personas datu izraksts',
        'about', 'Pieprasījums',
        'recipient', 'Saņēmējs',
        'requested_on', 'Pieprasījums saņemts',
        'purpose', 'Mērķis',
        'holds', 'Izraidīto ārzemnieku un ieceļošanas aizliegumu reģistrā {issued_on} par personu ir turpmākās ziņas.',
        'identity', 'Ieraksts, identitātes, dokumenti un adreses',
        'family', 'Ģimene',
        'traits', 'Norādes un piezīmes',
        'cases', 'Lietas un konstatētie pārkāpumi',
        'search', 'Atrašanās vietas noskaidrošana',
        'detention', 'Aizturēšana un tās vietā piemērotie līdzekļi',
        'decisions', 'Lēmumi un spriedumi',
        'follow_ups', 'Turpmākie lēmumi',
        'remedies', 'Apstrīdēšana un pārsūdzēšana',
        'bans', 'Ieceļošanas aizliegumi',
        'removal', 'Izraidīšanas sagatavošana',
        'departures', 'Izceļošana',
        'notices', 'Citu iestāžu paziņojumi',
        'files', 'Faili un izsniegtie dokumenti',
        'recipients', 'Kas ziņas skatījis',
        'record', 'Ieraksts reģistrā',
        'identity_fact', 'Identitāte',
        'document_fact', 'Dokuments',
        'address_fact', 'Adrese',
        'kinship_fact', 'Ģimenes loceklis',
        'warning_fact', 'Brīdinājums',
        'vulnerability_fact', 'Mazāk aizsargātas personas pazīme',
        'mark_fact', 'Īpaša pazīme',
        'remark_fact', 'Piezīme',
        'case', 'Lieta',
        'finding', 'Konstatēts pārkāpums',
        'handover', 'Lietas nodošana',
        'closing', 'Lietas slēgšana',
        'whereabouts', 'Ziņas par atrašanās vietu',
        'detained', 'Aizturēšana',
        'held_by', 'Aizturēšanas pamats un termiņš',
        'placed', 'Ievietošana',
        'measure', 'Aizturēšanai alternatīvs līdzeklis',
        'decision', 'Lēmums',
        'decision_service', 'Lēmuma paziņošana',
        'judgment', 'Tiesas spriedums',
        'follow_up', 'Turpmākais lēmums',
        'follow_up_service', 'Turpmākā lēmuma paziņošana',
        'remedy', 'Sūdzība') || jsonb_build_object(
        'ban', 'Ieceļošanas aizliegums',
        'ban_review', 'Aizlieguma pārskatīšana',
        'safeguard', 'Pārbaudīts apstāklis',
        'questionnaire', 'Aptaujas anketa',
        'removal_step', 'Sagatavošanas darbība',
        'departure', 'Izceļošana',
        'exit_notice', 'Robežas sistēmas ziņa par izceļošanu',
        'notice', 'Paziņojums',
        'vmis_notice', 'Vienotās migrācijas informācijas sistēmas ziņa',
        'file', 'Fails',
        'issued', 'Izsniegts dokuments',
        'look', 'Iestāde',
        'complete', 'Par pārējo izrakstā nav ziņu, jo reģistrā to par personu nav.',
        'withheld', 'Daļa ziņu izrakstā nav iekļauta. Pamats: {ground} (Regulas (ES) 2016/679 23. pants).',
        'sis', 'Šengenas informācijas sistēma',
        'sis_where', 'Izraksts neatklāj, vai un kāds ziņojums par personu ir Šengenas informācijas sistēmā. Par to persona var vaicāt SIRENE Latvijas birojam vai Iekšlietu ministrijas Informācijas centram.',
        'processing', 'Ziņu apstrāde',
        'controller', 'Reģistra pārzinis ir Pilsonības un migrācijas lietu pārvalde. Ziņas tajā ieraksta Pilsonības un migrācijas lietu pārvalde un Valsts robežsardze; no kurienes ziņa iegūta, norādīts pie tās.',
        'purposes', 'Ziņas apstrādā, lai pieņemtu un izpildītu lēmumus par ārzemnieku atgriešanu, aizturēšanu un ieceļošanas aizliegumiem un pārbaudītu, vai ārzemnieks drīkst ieceļot. Tiesiskais pamats: Imigrācijas likums; Ministru kabineta noteikumi Nr. 122; Regulas (ES) 2016/679 6. panta 1. punkta e) apakšpunkts.',
        'retention', 'Ziņas un to izmaiņu vēsturi glabā 10 gadus pēc tam, kad sasniegts to apstrādes mērķis (Ministru kabineta noteikumu Nr. 122 13. punkts).',
        'rights', 'Personas tiesības',
        'rectify', 'Persona var lūgt Pilsonības un migrācijas lietu pārvaldi labot neprecīzas vai papildināt nepilnīgas ziņas, dzēst nelikumīgi apstrādātas ziņas vai ierobežot to apstrādi (Regulas (ES) 2016/679 16.–18. pants).',
        'complain', 'Persona var iesniegt sūdzību Datu valsts inspekcijai un vērsties tiesā (Regulas (ES) 2016/679 77. un 79. pants).')),
    ('DATA_EXTRACT', 'en', jsonb_build_object(
        'title', 'Extract of personal data',
        'about', 'Request',
        'recipient', 'Recipient',
        'requested_on', 'Request received',
        'purpose', 'Purpose',
        'holds', 'On the day named the Register of Removed Foreigners and Entry Bans holds the following data on the person. Day: {issued_on}.',
        'identity', 'Record, identities, documents and addresses',
        'family', 'Family',
        'traits', 'Warnings and remarks',
        'cases', 'Cases and findings',
        'search', 'Search for the person',
        'detention', 'Detention and measures instead of it',
        'decisions', 'Decisions and judgments',
        'follow_ups', 'Follow-up decisions',
        'remedies', 'Contests and appeals',
        'bans', 'Entry bans',
        'removal', 'Preparation of the removal',
        'departures', 'Departure',
        'notices', 'Notices of other authorities',
        'files', 'Files and documents issued',
        'recipients', 'Who has seen the data',
        'record', 'Record in the register',
        'identity_fact', 'Identity',
        'document_fact', 'Document',
        'address_fact', 'Address',
        'kinship_fact', 'Family member',
        'warning_fact', 'Warning',
        'vulnerability_fact', 'Vulnerability',
        'mark_fact', 'Distinguishing mark',
        'remark_fact', 'Remark',
        'case', 'Case',
        'finding', 'Finding',
        'handover', 'Handing over of the case',
        'closing', 'Closing of the case',
        'whereabouts', 'Whereabouts',
        'detained', 'Detention',
        'held_by', 'Title and term of detention',
        'placed', 'Placement',
        'measure', 'Alternative to detention',
        'decision', 'Decision',
        'decision_service', 'Service of the decision',
        'judgment', 'Judgment',
        'follow_up', 'Follow-up decision',
        'follow_up_service', 'Service of the follow-up decision',
        'remedy', 'Contest or appeal') || jsonb_build_object(
        'ban', 'Entry ban',
        'ban_review', 'Review of the ban',
        'safeguard', 'Safeguard assessed',
        'questionnaire', 'Questionnaire',
        'removal_step', 'Step of preparation',
        'departure', 'Departure',
        'exit_notice', 'Exit told by the border system',
        'notice', 'Notice',
        'vmis_notice', 'Told by the migration information system',
        'file', 'File',
        'issued', 'Document issued',
        'look', 'Institution',
        'complete', 'Of anything else the register holds nothing on the person.',
        'withheld', 'Some of the data are not told. Ground: {ground} (Regulation (EU) 2016/679, Art. 23).',
        'sis', 'Schengen Information System',
        'sis_where', 'The extract does not tell whether there is an alert on the person in the Schengen Information System, nor what it says. The person may ask the SIRENE Bureau of Latvia or the Information Centre of the Ministry of the Interior.',
        'processing', 'Processing of the data',
        'controller', 'The controller of the register is the Office of Citizenship and Migration Affairs. Data are entered by it and by the State Border Guard; where a fact comes from is told beside it.',
        'purposes', 'The data are processed to take and carry out decisions on return, detention and entry bans, and to check whether a foreigner may enter. Legal basis: Immigration Law; Cabinet Regulation No. 122; Regulation (EU) 2016/679, Art. 6(1)(e).',
        'retention', 'The data and the history of their changes are kept for 10 years after the purpose is reached (Cabinet Regulation No. 122, p. 13).',
        'rights', 'Rights of the person',
        'rectify', 'The person may ask the Office of Citizenship and Migration Affairs to rectify or complete the data, to erase those processed unlawfully, or to restrict their processing (Regulation (EU) 2016/679, Art. 16–18).',
        'complain', 'The person may lodge a complaint with the Data State Inspectorate and go to court (Regulation (EU) 2016/679, Art. 77 and 79).')),
    ('DATA_EXTRACT', 'ru', jsonb_build_object(
        'title', 'Выписка персональных данных',
        'about', 'Запрос',
        'recipient', 'Получатель',
        'requested_on', 'Запрос получен',
        'purpose', 'Цель',
        'holds', 'В Регистре выдворенных иностранцев и запретов на въезд о лице имеются следующие сведения. День: {issued_on}.',
        'identity', 'Запись, данные о личности, документы и адреса',
        'family', 'Семья',
        'traits', 'Отметки и примечания',
        'cases', 'Дела и установленные нарушения',
        'search', 'Установление местонахождения',
        'detention', 'Задержание и меры вместо него',
        'decisions', 'Решения и приговоры',
        'follow_ups', 'Последующие решения',
        'remedies', 'Оспаривание и обжалование',
        'bans', 'Запреты на въезд',
        'removal', 'Подготовка выдворения',
        'departures', 'Выезд',
        'notices', 'Сообщения других учреждений',
        'files', 'Файлы и выданные документы',
        'recipients', 'Кто просматривал данные',
        'record', 'Запись в регистре',
        'identity_fact', 'Данные о личности',
        'document_fact', 'Документ',
        'address_fact', 'Адрес',
        'kinship_fact', 'Член семьи',
        'warning_fact', 'Предупреждение',
        'vulnerability_fact', 'Признак уязвимости',
        'mark_fact', 'Особая примета',
        'remark_fact', 'Примечание',
        'case', 'Дело',
        'finding', 'Установленное нарушение',
        'handover', 'Передача дела',
        'closing', 'Закрытие дела',
        'whereabouts', 'Сведения о местонахождении',
        'detained', 'Задержание',
        'held_by', 'Основание и срок задержания',
        'placed', 'Помещение',
        'measure', 'Мера вместо задержания',
        'decision', 'Решение',
        'decision_service', 'Объявление решения',
        'judgment', 'Приговор суда',
        'follow_up', 'Последующее решение',
        'follow_up_service', 'Объявление последующего решения',
        'remedy', 'Жалоба') || jsonb_build_object(
        'ban', 'Запрет на въезд',
        'ban_review', 'Пересмотр запрета',
        'safeguard', 'Проверенное обстоятельство',
        'questionnaire', 'Анкета',
        'removal_step', 'Действие по подготовке',
        'departure', 'Выезд',
        'exit_notice', 'Сообщение пограничной системы о выезде',
        'notice', 'Сообщение',
        'vmis_notice', 'Сообщение миграционной информационной системы',
        'file', 'Файл',
        'issued', 'Выданный документ',
        'look', 'Учреждение',
        'complete', 'Других сведений о лице в регистре нет.',
        'withheld', 'Часть сведений в выписку не включена. Основание: {ground} (ст. 23 Регламента (ЕС) 2016/679).',
        'sis', 'Шенгенская информационная система',
        'sis_where', 'Выписка не сообщает, есть ли о лице запись в Шенгенской информационной системе и что она содержит. Об этом лицо может спросить бюро SIRENE Латвии или Информационный центр Министерства внутренних дел.',
        'processing', 'Обработка данных',
        'controller', 'Управляющий регистром – Управление по делам гражданства и миграции. Данные вносят оно и Государственная пограничная охрана; источник сведений указан при них.',
        'purposes', 'Данные обрабатываются, чтобы принимать и исполнять решения о возвращении, задержании и запретах на въезд и проверять, может ли иностранец въехать. Правовое основание: Закон об иммиграции; Правила Кабинета министров № 122; ст. 6(1)(e) Регламента (ЕС) 2016/679.',
        'retention', 'Данные и история их изменений хранятся 10 лет после достижения цели обработки (п. 13 Правил Кабинета министров № 122).',
        'rights', 'Права лица',
        'rectify', 'Лицо может просить Управление по делам гражданства и миграции исправить или дополнить данные, удалить незаконно обрабатываемые или ограничить их обработку (ст. 16–18 Регламента (ЕС) 2016/679).',
        'complain', 'Лицо может подать жалобу в Государственную инспекцию данных и обратиться в суд (ст. 77 и 79 Регламента (ЕС) 2016/679).'))) as first_version (kind, language, texts);
