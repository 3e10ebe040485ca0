-- Decisions that impose entry bans and nothing else (Reg. 122 5.10–5.13): of PMLP or VRS, or of a minister or a consular
-- official and entered by PMLP (p. 9, 10). They belong to no return case.
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('decision_kind', 'ENTRY_BAN', 'Lēmums par ieceļošanas aizliegumu', 'Decision on an entry ban', 35, '1900-01-01', null, 'confirmed', 'Cabinet Regulation No. 122 (2013), 5.11, 5.13');

alter table decision
    alter column case_id drop not null,
    add column decider text references institution (code),
    add column family_life text,
    drop constraint decision_kind_known,
    add constraint decision_kind_known check (kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION', 'ENTRY_BAN')),
    add constraint decision_of_case check ((kind = 'ENTRY_BAN') = (case_id is null)),
    add constraint decision_decider_of_ban check (decider is null or kind = 'ENTRY_BAN'),
    add constraint decision_ban_weighs_family check (kind <> 'ENTRY_BAN' or decider is not null or family_life is not null),
    add constraint decision_ban_without_journey check (
        kind <> 'ENTRY_BAN' or (destination is null and term_days is null and leave_by is null and not open)),
    drop constraint decision_signed_whole,
    -- A court, a minister or a consular official has decided: no official signs, and the number is theirs.
    add constraint decision_signed_whole check (
        case when kind = 'COURT_EXPULSION' or decider is not null
             then signed_by is null and signed_at is not null and number is not null and decided_on is not null
                  and number_in_year is null and number_year is null and sent_at is null and withdrawn_at is null
             else (signed_by is null) = (signed_at is null) and (signed_by is null) = (number is null)
                  and (signed_by is null) = (decided_on is null) and (signed_by is null) = (number_in_year is null)
                  and (signed_by is null) = (number_year is null)
        end);
comment on table decision is 'decision: a departure order, a removal decision or a decision on entry bans, from draft to signature | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column decision.case_id is '– | none | Case; none: a decision that only bans';
comment on column decision.kind is 'Reg. 122 5.7.1, 5.7.4, 5.7.6, 5.11 | personal | Kind: code of the list DECISION_KIND';
comment on column decision.decider is 'Reg. 122 5.11.1, 5.13.1, p. 9 | personal | Minister or consular official who decided; none: the institution';
comment on column decision.family_life is 'Satversme Art. 96, 116 | personal | How family and private life were weighed';
drop index decision_number_unique;
create unique index decision_number_unique on decision (number) where kind <> 'COURT_EXPULSION' and decider is null;
create unique index decision_noticed_once on decision (person_id, decider, number) where decider is not null;
create unique index decision_one_ban_draft on decision (person_id)
    where kind = 'ENTRY_BAN' and signed_at is null and withdrawn_at is null;
-- What a minister or a consular official has decided he serves himself.
drop index decision_to_serve;
create index decision_to_serve on decision (institution, signed_at, id)
    where signed_at is not null and served_on is null and decider is null;

alter table ban
    add column starts text not null default 'DEPARTURE',
    add column starts_on date,
    add constraint ban_starts_known check (starts in ('DEPARTURE', 'DECISION', 'DAY')),
    add constraint ban_starts_whole check ((starts = 'DAY') = (starts_on is not null));
comment on column ban.starts is 'Reg. 122 5.10.1, 5.12.1 | personal | From when it runs: DEPARTURE, DECISION or DAY';
comment on column ban.starts_on is 'Reg. 122 5.10.1, 5.12.1 | personal | The day, where the decision names one';

-- A ban of a return decision begins with the departure under it, and with nothing else.
create function ban_begins_as_decided() returns trigger language plpgsql as $$
begin
    if new.starts <> 'DEPARTURE' and not exists (select 1 from decision d where d.id = new.decision_id and d.kind = 'ENTRY_BAN') then
        raise check_violation using message = 'a ban of a return decision begins with the departure',
            constraint = 'ban_of_return_starts_with_departure';
    end if;
    return null;
end
$$;
comment on function ban_begins_as_decided() is 'ban: holds that a ban of a return decision begins with the departure';
create constraint trigger ban_begins_as_decided after insert or update of starts on ban
    for each row execute function ban_begins_as_decided();

-- Service of a decision without a case is written beside it, as settle_case does for the others.
create or replace function keep_settled() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'service' then
        perform settle_case((select case_id from decision where id = new.decision_id));
        update decision set served_on = new.served_on where id = new.decision_id and case_id is null;
    else
        perform settle_case(new.case_id);
    end if;
    return null;
end
$$;

alter table follow_up
    alter column case_id drop not null,
    add column decider text references institution (code),
    drop constraint follow_up_signed_whole,
    add constraint follow_up_signed_whole check (
        case when decider is not null
             then signed_by is null and signed_at is not null and number is not null and decided_on is not null
             else (signed_at is null) = (signed_by is null) and (signed_at is null) = (number is null)
                  and (signed_at is null) = (decided_on is null)
        end),
    drop constraint follow_up_number_once;
create unique index follow_up_number_once on follow_up (number) where decider is null;
create unique index follow_up_noticed_once on follow_up (decision_id, coalesce(ban_id, decision_id), number) where decider is not null;
comment on column follow_up.case_id is '– | none | Case; none: about a decision that only bans';
comment on column follow_up.decider is 'Reg. 122 5.14.1, p. 12 | personal | Minister or consular official who decided; none: the institution';

-- The first departure of the person from a day on.
create function left_from(one uuid, day date) returns date language sql stable parallel safe as $$
    select min(e.departed_on) from departure e where e.person_id in (select * from records_of(one)) and e.departed_on >= day
$$;
comment on function left_from(uuid, date) is 'ban: the first departure of a person from a day on';

-- A ban runs from the departure, from its decision or from a named day. One that is cancelled before it begins is none; one that
-- is cancelled or suspended later ends the day before; while it is suspended it does not begin.
create or replace view ban_clock with (security_invoker = true) as
select b.id, b.person_id, d.id as decision_id, b.territory, b.legal_basis,
       coalesce(b.reduced_months, b.term_months) as term_months,
       d.number as decision_number, d.institution, d.decided_on,
       f.from_day,
       case when f.from_day is not null
            then least((f.from_day + make_interval(months => coalesce(b.reduced_months, b.term_months)))::date,
                       b.cancelled_on - 1, b.suspended_on - 1)
       end as to_day,
       coalesce(d.decider, d.institution) as decider, d.kind as decision_kind
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
 cross join lateral (select case when d.kind <> 'ENTRY_BAN' then d.departed_on
                                 when b.starts = 'DAY' then b.starts_on
                                 when b.starts = 'DECISION' then d.decided_on
                                 else left_from(b.person_id, d.decided_on)
                            end as day) s
 cross join lateral (select case when b.suspended_on <= s.day then null else s.day end as from_day) f
 where b.dropped_at is null and (b.cancelled_on is null or b.cancelled_on > s.day);
comment on view ban_clock is 'ban: each ban of a signed decision with the days it runs; no first day means it has not begun';

alter table document_template
    drop constraint document_template_kind_known,
    add constraint document_template_kind_known check (kind in (
        'DEPARTURE_ORDER', 'REMOVAL_DECISION', 'ENTRY_BAN', 'FOLLOW_UP', 'REMOVAL_NOTICE', 'EMBASSY_REQUEST', 'ESCORT_SHEET', 'HAND_OVER', 'REASONS'));
insert into document_template (id, kind, language, version, valid_from, texts, certainty, source, written_at, approved_at)
select gen_random_uuid(), kind, language, 1, date '2003-05-01', texts, 'open',
       'Draft of the project, to be confirmed by the lawyers of the institutions', date '2003-05-01', date '2003-05-01'
  from (values
    ('ENTRY_BAN', 'lv', jsonb_build_object(
        'title', 'Lēmums par ieceļošanas aizliegumu',
        'norms', 'Piemērotās tiesību normas: {legal_bases}.',
        'family', 'Ģimenes un privātās dzīves izvērtējums',
        'decides', 'Izvērtējot konstatētos faktus un piemērojot minētās tiesību normas, {issuer} nolemj:',
        'ban_lv', 'Noteikt ārzemniekam aizliegumu ieceļot Latvijas Republikā {ban_term}. Termiņu skaita no dienas, kad ārzemnieks ir izceļojis no Eiropas Savienības dalībvalstu un Šengenas zonas valstu teritorijas. Tiesiskais pamats: {ban_basis}.',
        'ban_lv_indefinite', 'Noteikt ārzemniekam aizliegumu ieceļot Latvijas Republikā {ban_term}. Aizliegums ir spēkā no dienas, kad ārzemnieks ir izceļojis no Eiropas Savienības dalībvalstu un Šengenas zonas valstu teritorijas. Tiesiskais pamats: {ban_basis}.',
        'ban_sch', 'Noteikt ārzemniekam aizliegumu ieceļot Šengenas zonas valstu teritorijā {ban_term}. Termiņu skaita no dienas, kad ārzemnieks ir izceļojis no Eiropas Savienības dalībvalstu un Šengenas zonas valstu teritorijas. Tiesiskais pamats: {ban_basis}.',
        'ban_sch_indefinite', 'Noteikt ārzemniekam aizliegumu ieceļot Šengenas zonas valstu teritorijā {ban_term}. Aizliegums ir spēkā no dienas, kad ārzemnieks ir izceļojis no Eiropas Savienības dalībvalstu un Šengenas zonas valstu teritorijas. Tiesiskais pamats: {ban_basis}.',
        'ban_lv_from', 'Noteikt ārzemniekam aizliegumu ieceļot Latvijas Republikā {ban_term}. Termiņu skaita no {ban_from}. Tiesiskais pamats: {ban_basis}.',
        'ban_lv_from_indefinite', 'Noteikt ārzemniekam aizliegumu ieceļot Latvijas Republikā {ban_term}. Aizliegums ir spēkā no {ban_from}. Tiesiskais pamats: {ban_basis}.',
        'ban_sch_from', 'Noteikt ārzemniekam aizliegumu ieceļot Šengenas zonas valstu teritorijā {ban_term}. Termiņu skaita no {ban_from}. Tiesiskais pamats: {ban_basis}.',
        'ban_sch_from_indefinite', 'Noteikt ārzemniekam aizliegumu ieceļot Šengenas zonas valstu teritorijā {ban_term}. Aizliegums ir spēkā no {ban_from}. Tiesiskais pamats: {ban_basis}.',
        'contest', 'Šo lēmumu var apstrīdēt {contest_term} no tā spēkā stāšanās dienas. Lēmums stājas spēkā ar brīdi, kad tas paziņots adresātam.',
        'decided_by', 'Iesniegumu izskata',
        'submitted_to', 'Iesniegšanas vieta',
        'contest_basis', 'Tiesiskais pamats',
        'court', 'Lēmumu, ar kuru iesniegums izskatīts, var pārsūdzēt {court} {court_days} dienu laikā ({court_basis}).',
        'served', 'Šā lēmuma saturs un tiesiskās aizsardzības iespējas man ir izskaidrotas man saprotamā valodā. Vienu eksemplāru saņēmu.')),
    ('ENTRY_BAN', 'en', jsonb_build_object(
        'title', 'Decision on an entry ban',
        'norms', 'Legal provisions applied: {legal_bases}.',
        'family', 'Assessment of family and private life',
        'decides', 'Having assessed the facts found and applying the legal provisions named, {issuer} decides:',
        'ban_lv', 'The foreigner is banned from entering the Republic of Latvia. Term of the ban in months: {months}. It is counted from the day on which the foreigner has left the territory of the Member States of the European Union and of the Schengen States. Legal basis: {ban_basis}.',
        'ban_lv_indefinite', 'The foreigner is banned from entering the Republic of Latvia for an indefinite term. The ban is in force from the day on which the foreigner has left the territory of the Member States of the European Union and of the Schengen States. Legal basis: {ban_basis}.',
        'ban_sch', 'The foreigner is banned from entering the territory of the Schengen States. Term of the ban in months: {months}. It is counted from the day on which the foreigner has left the territory of the Member States of the European Union and of the Schengen States. Legal basis: {ban_basis}.',
        'ban_sch_indefinite', 'The foreigner is banned from entering the territory of the Schengen States for an indefinite term. The ban is in force from the day on which the foreigner has left the territory of the Member States of the European Union and of the Schengen States. Legal basis: {ban_basis}.',
        'ban_lv_from', 'The foreigner is banned from entering the Republic of Latvia. Term of the ban in months: {months}. First day of the ban: {ban_from}. Legal basis: {ban_basis}.',
        'ban_lv_from_indefinite', 'The foreigner is banned from entering the Republic of Latvia for an indefinite term. First day of the ban: {ban_from}. Legal basis: {ban_basis}.',
        'ban_sch_from', 'The foreigner is banned from entering the territory of the Schengen States. Term of the ban in months: {months}. First day of the ban: {ban_from}. Legal basis: {ban_basis}.',
        'ban_sch_from_indefinite', 'The foreigner is banned from entering the territory of the Schengen States for an indefinite term. First day of the ban: {ban_from}. Legal basis: {ban_basis}.',
        'contest', 'This decision may be contested. Term in days, counted from the day on which the decision takes effect: {contest_days}. The decision takes effect when it is notified to the addressee.',
        'decided_by', 'The submission is examined by',
        'submitted_to', 'Where to submit it',
        'contest_basis', 'Legal basis',
        'court', 'The decision on the submission may be appealed against to a court: {court}. Term in days: {court_days} ({court_basis}).',
        'served', 'The content of this decision and how I may defend my rights have been explained to me in a language I understand. I have received one copy.')),
    ('ENTRY_BAN', 'ru', jsonb_build_object(
        'title', 'Решение о запрете на въезд',
        'norms', 'Применённые правовые нормы: {legal_bases}.',
        'family', 'Оценка семейной и частной жизни',
        'decides', 'Оценив установленные факты и применив названные правовые нормы, {issuer} решает:',
        'ban_lv', 'Запретить иностранцу въезд в Латвийскую Республику. Срок запрета в месяцах: {months}. Срок исчисляется со дня выезда иностранца с территории государств – членов Европейского союза и государств Шенгенской зоны. Правовое основание: {ban_basis}.',
        'ban_lv_indefinite', 'Запретить иностранцу въезд в Латвийскую Республику на неопределённый срок. Запрет действует со дня выезда иностранца с территории государств – членов Европейского союза и государств Шенгенской зоны. Правовое основание: {ban_basis}.',
        'ban_sch', 'Запретить иностранцу въезд на территорию государств Шенгенской зоны. Срок запрета в месяцах: {months}. Срок исчисляется со дня выезда иностранца с территории государств – членов Европейского союза и государств Шенгенской зоны. Правовое основание: {ban_basis}.',
        'ban_sch_indefinite', 'Запретить иностранцу въезд на территорию государств Шенгенской зоны на неопределённый срок. Запрет действует со дня выезда иностранца с территории государств – членов Европейского союза и государств Шенгенской зоны. Правовое основание: {ban_basis}.',
        'ban_lv_from', 'Запретить иностранцу въезд в Латвийскую Республику. Срок запрета в месяцах: {months}. Первый день запрета: {ban_from}. Правовое основание: {ban_basis}.',
        'ban_lv_from_indefinite', 'Запретить иностранцу въезд в Латвийскую Республику на неопределённый срок. Первый день запрета: {ban_from}. Правовое основание: {ban_basis}.',
        'ban_sch_from', 'Запретить иностранцу въезд на территорию государств Шенгенской зоны. Срок запрета в месяцах: {months}. Первый день запрета: {ban_from}. Правовое основание: {ban_basis}.',
        'ban_sch_from_indefinite', 'Запретить иностранцу въезд на территорию государств Шенгенской зоны на неопределённый срок. Первый день запрета: {ban_from}. Правовое основание: {ban_basis}.',
        'contest', 'Настоящее решение можно оспорить. Срок в днях, считая со дня вступления в силу: {contest_days}. Решение вступает в силу с момента уведомления адресата.',
        'decided_by', 'Заявление рассматривает',
        'submitted_to', 'Место подачи заявления',
        'contest_basis', 'Правовое основание',
        'court', 'Решение по заявлению можно обжаловать в суде: {court}. Срок в днях: {court_days} ({court_basis}).',
        'served', 'Содержание настоящего решения и возможности правовой защиты разъяснены мне на понятном мне языке. Один экземпляр получен.'))) as first_version (kind, language, texts);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban.alone.max', 5, null, 'years', 'Garākais aizliegums, par ko lemj atsevišķi', 'Longest ban decided by itself', 'Imigrācijas likums, 63. pants', 'Immigration Law, Section 63', 125, '2003-05-01', null, 'open', 'Immigration Law (2002), s. 61, 63'),
    ('ban.indefinite.by', null, 'IEM_MINISTRS,AM_MINISTRS', 'text', 'Kas var aizliegt ieceļot uz nenoteiktu laiku', 'Who may ban for an indefinite time', 'Imigrācijas likums, 61. pants', 'Immigration Law, Section 61', 127, '2003-05-01', null, 'open', 'Immigration Law (2002), s. 61(1), (2)');
