-- What a decision page offers before anything is typed, and how the place of a unit stands in a document.

create table usual_choice (
    institution text not null references institution (code),
    kind        text not null,
    territory   text not null,
    legal_basis text not null,
    term_months integer,
    constraint usual_choice_pk primary key (institution, kind, territory),
    constraint usual_choice_kind_known check (kind in ('DEPARTURE_ORDER', 'REMOVAL')),
    constraint usual_choice_territory_known check (territory in ('–', 'LV', 'SCH')),
    constraint usual_choice_months_of_bans check ((territory = '–') = (term_months is null))
);
comment on table usual_choice is 'decision: the legal basis and the term offered first, by institution, kind of decision and ban';
comment on column usual_choice.institution is '– | none | Institution';
comment on column usual_choice.kind is '– | none | DEPARTURE_ORDER or REMOVAL';
comment on column usual_choice.territory is '– | none | LV or SCH for a ban, – for the decision itself';
comment on column usual_choice.legal_basis is '– | none | Legal basis offered first: code of legal_basis';
comment on column usual_choice.term_months is '– | none | Months of the ban offered first';

insert into usual_choice (institution, kind, territory, legal_basis, term_months)
values
    ('VRS', 'DEPARTURE_ORDER', '–', 'IL2002-41-1', null),
    ('VRS', 'DEPARTURE_ORDER', 'LV', 'IL2002-61-5-1', 12),
    ('VRS', 'DEPARTURE_ORDER', 'SCH', 'DIR2008-115-11', 12),
    ('VRS', 'REMOVAL', '–', 'IL2002-46-1-1', null),
    ('VRS', 'REMOVAL', 'LV', 'IL2002-61-5-2', 36),
    ('VRS', 'REMOVAL', 'SCH', 'DIR2008-115-11', 36),
    ('PMLP', 'DEPARTURE_ORDER', '–', 'IL2002-41-1', null),
    ('PMLP', 'DEPARTURE_ORDER', 'LV', 'IL2002-61-4-1', 12),
    ('PMLP', 'DEPARTURE_ORDER', 'SCH', 'DIR2008-115-11', 12),
    ('PMLP', 'REMOVAL', '–', 'IL2002-41-2', null),
    ('PMLP', 'REMOVAL', 'LV', 'IL2002-61-4-2', 36),
    ('PMLP', 'REMOVAL', 'SCH', 'DIR2008-115-11', 36);

create table reasons_template (
    legal_basis text not null,
    text        text not null,
    valid_from  date not null,
    valid_to    date,
    constraint reasons_template_pk primary key (legal_basis, valid_from),
    constraint reasons_template_text_given check (text <> ''),
    constraint reasons_template_validity_ordered check (valid_to is null or valid_from <= valid_to)
);
comment on table reasons_template is 'decision: text of the reasons offered for a legal basis, in Latvian, with {places} for the facts';
comment on column reasons_template.legal_basis is '– | none | Code of legal_basis';
comment on column reasons_template.text is '– | none | Text';
comment on column reasons_template.valid_from is '– | none | First day it is offered';
comment on column reasons_template.valid_to is '– | none | Last day it is offered, null while open';

insert into reasons_template (legal_basis, text, valid_from)
select basis, facts || why || E'\n' || weighed, date '2003-05-01'
  from (values
    ('IL2002-41-1', 'Apstākļi, kas liecinātu, ka ārzemnieks izvairīsies no izbraukšanas, nav konstatēti, tādēļ ir pamats noteikt labprātīgas izbraukšanas termiņu.'),
    ('IL2002-43-1', 'Apstākļi, kas liecinātu, ka ārzemnieks izvairīsies no izbraukšanas, nav konstatēti, tādēļ ir pamats noteikt labprātīgas izbraukšanas termiņu.'),
    ('IL2002-41-2', 'Noteikt labprātīgas izbraukšanas termiņu nav pamata, jo konstatētie apstākļi neļauj paļauties, ka ārzemnieks izbrauks pats.'),
    ('IL2002-46-1-1', 'Pastāv iespējamība, ka ārzemnieks izvairīsies no izbraukšanas, tādēļ labprātīgas izbraukšanas termiņš netiek noteikts.'),
    ('IL2002-46-1-2', 'Ārzemnieka pieteikums uzturēties Latvijas Republikā noraidīts kā acīmredzami nepamatots vai krāpniecisks, tādēļ labprātīgas izbraukšanas termiņš netiek noteikts.'),
    ('IL2002-46-1-3', 'Ārzemnieks apdraud valsts drošību vai sabiedrisko kārtību un drošību, tādēļ labprātīgas izbraukšanas termiņš netiek noteikts.'),
    ('IL2002-46-1-4', 'Ārzemnieks nav izpildījis iepriekš izdotu izbraukšanas rīkojumu, tādēļ labprātīgas izbraukšanas termiņš netiek noteikts.')
  ) as t (basis, why),
  (values (
    E'{found_on} {unit} konstatēja, ka ārzemnieks uzturas Latvijas Republikā nelikumīgi ({finding_basis}). Vieta: {place}.\nĀrzemnieks ir uzklausīts. Tiesisks pamats turpmāk uzturēties Latvijas Republikā nav konstatēts. ',
    'Izvērtējot lietderības apsvērumus, ņemti vērā ārzemnieka ģimenes apstākļi, veselības stāvoklis un bērna intereses. Apstākļi, kas liegtu atgriešanu, nav konstatēti. Sabiedrības interese, lai tiktu ievērota ieceļošanas un uzturēšanās kārtība, ir lielāka par ārzemnieka interesi palikt Latvijas Republikā, un izvēlētais līdzeklis ir samērīgs.'
  )) as s (facts, weighed);

alter table unit add column place_locative_lv text;
comment on column unit.place_locative_lv is '– | none | town of the unit in the locative, as it stands in documents; null: that of the superior unit';
update unit set place_locative_lv = case code
        when 'PMLP_CA' then 'Rīgā'
        when 'PMLP_DAUGAVPILS' then 'Daugavpilī'
        when 'PMLP_JELGAVA' then 'Jelgavā'
        when 'PMLP_JEKABPILS' then 'Jēkabpilī'
        when 'PMLP_JURMALA' then 'Jūrmalā'
        when 'PMLP_LIEPAJA' then 'Liepājā'
        when 'PMLP_REZEKNE' then 'Rēzeknē'
        when 'PMLP_VALMIERA' then 'Valmierā'
        when 'PMLP_VENTSPILS' then 'Ventspilī'
        when 'PMLP_OGRE' then 'Ogrē'
        when 'PMLP_CESIS' then 'Cēsīs'
        when 'PMLP_GULBENE' then 'Gulbenē'
        when 'PMLP_KULDIGA' then 'Kuldīgā'
        when 'PMLP_TUKUMS' then 'Tukumā'
        when 'VRS_GP' then 'Rīgā'
        when 'VRS_RIGA' then 'Rīgā'
        when 'VRS_DAUGAVPILS' then 'Daugavpilī'
        when 'VRS_LUDZA' then 'Ludzā'
        when 'VRS_VILAKA' then 'Viļakā'
        when 'VRS_VENTSPILS' then 'Ventspilī'
        when 'VRS_KOLEDZA' then 'Rēzeknē'
    end;
