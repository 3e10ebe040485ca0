-- Code lists, institutions, legal bases, legal parameters and holidays, each row with its validity and its source.

create table country (
    code               text    not null,
    iso2               text,
    iso3               text,
    icao               text    not null,
    eurostat           text,
    name_lv            text    not null,
    name_en            text    not null,
    other_names        text    not null default '',
    kind               text    not null,
    foreigner          boolean not null default true,
    birth_only         boolean not null default false,
    specimen           boolean not null default false,
    free_movement_from date,
    free_movement_to   date,
    eu_free_movement   boolean not null generated always as
        (free_movement_from is not null and free_movement_to is null) stored,
    valid_from         date    not null,
    valid_to           date,
    certainty          text    not null,
    source             text    not null,
    constraint country_pk primary key (code),
    constraint country_alpha3_unique unique (iso3),
    constraint country_icao_unique unique (icao),
    constraint country_code_form check (code ~ '^[A-Z]{3}$'),
    constraint country_iso2_form check (iso2 ~ '^[A-Z]{2}$'),
    constraint country_iso3_form check (iso3 ~ '^[A-Z]{3}$'),
    constraint country_icao_form check (icao ~ '^(D|[A-Z]{3})$'),
    constraint country_named check (name_lv <> '' and name_en <> ''),
    constraint country_kind_known check
        (kind in ('state', 'territory', 'stateless', 'refugee', 'organisation', 'historic', 'special')),
    constraint country_free_movement_ordered check
        (free_movement_to is null or free_movement_from <= free_movement_to),
    constraint country_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint country_certainty_known check (certainty in ('confirmed', 'memory', 'open'))
);

create unique index country_iso2_unique on country (iso2) where valid_to is null;

comment on table country is 'reference: countries, territories and special codes for nationality, birth and issuing State';
comment on column country.code is '5.1.6 | none | key of the register: the ICAO Doc 9303 code, with DEU for Germany';
comment on column country.iso2 is '– | none | ISO 3166-1 alpha-2; former code for historic States';
comment on column country.iso3 is '– | none | ISO 3166-1 alpha-3; user-assigned XKX for Kosovo';
comment on column country.icao is '– | none | code printed in the machine readable zone (ICAO Doc 9303-3), D for Germany';
comment on column country.eurostat is '– | none | code used towards Eurostat (EL, UK, XK, STLS, UNK and others)';
comment on column country.name_lv is '– | none | name in Latvian';
comment on column country.name_en is '– | none | name in English';
comment on column country.other_names is '– | none | further names people type, separated by semicolons';
comment on column country.kind is '– | none | state, territory, stateless, refugee, organisation, historic or special';
comment on column country.foreigner is '– | none | false where a citizen is not a foreigner in the sense of the Immigration Law (Latvia)';
comment on column country.birth_only is '5.1.8 | none | may be chosen as country of birth only';
comment on column country.specimen is '– | none | specimen code found in sample documents, to be refused';
comment on column country.free_movement_from is '– | none | first day citizens have the right of free movement in the EU, EEA or Switzerland';
comment on column country.free_movement_to is '– | none | last day of that right';
comment on column country.eu_free_movement is '– | none | citizens have the right of free movement today';
comment on column country.valid_from is '– | none | first day the row applies; 1900-01-01 where no start is recorded';
comment on column country.valid_to is '– | none | last day the row applies, null while open';
comment on column country.certainty is '– | none | confirmed, memory or open';
comment on column country.source is '– | none | citation of the source';

create table schengen_member (
    country    text not null,
    valid_from date not null,
    valid_to   date,
    certainty  text not null,
    source     text not null,
    constraint schengen_member_pk primary key (country, valid_from),
    constraint schengen_member_country_fk foreign key (country) references country (code),
    constraint schengen_member_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint schengen_member_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint schengen_member_one_at_a_time exclude using gist
        (country with =, daterange(valid_from, valid_to, '[]') with &&)
);

comment on table schengen_member is 'reference: States that apply the Schengen acquis, by date';
comment on column schengen_member.country is '– | none | the State';
comment on column schengen_member.valid_from is '– | none | first day of checks lifted at internal borders';
comment on column schengen_member.valid_to is '– | none | last day, null while open';
comment on column schengen_member.certainty is '– | none | confirmed, memory or open';
comment on column schengen_member.source is '– | none | citation of the source';

create table institution (
    code             text    not null,
    name_lv          text    not null,
    name_lv_genitive text    not null,
    name_lv_dative   text    not null,
    name_lv_locative text,
    name_en          text    not null,
    kind             text    not null,
    competent        boolean not null default false,
    sort             integer not null,
    valid_from       date    not null,
    valid_to         date,
    certainty        text    not null,
    source           text    not null,
    constraint institution_pk primary key (code),
    constraint institution_code_form check (code ~ '^[A-Z][A-Z0-9_]*$'),
    constraint institution_kind_known check
        (kind in ('keeper', 'ministry', 'official', 'security', 'police', 'court', 'prosecutor', 'prison',
                  'technical', 'supervisor', 'partner', 'foreign')),
    constraint institution_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint institution_certainty_known check (certainty in ('confirmed', 'memory', 'open'))
);

comment on table institution is 'reference: institutions and officials who decide, enter, inform or receive';
comment on column institution.code is '5.7.1, 5.7.4, 5.11.1, 5.13.1, 5.14.1 | none | key of the institution';
comment on column institution.name_lv is '– | none | name in Latvian';
comment on column institution.name_lv_genitive is '– | none | name in Latvian, genitive, for documents';
comment on column institution.name_lv_dative is '– | none | name in Latvian, dative, for documents';
comment on column institution.name_lv_locative is '– | none | name in Latvian, locative, for documents; null for an official';
comment on column institution.name_en is '– | none | name in English';
comment on column institution.kind is '– | none | keeper (PMLP, VRS), ministry, official, security, police, court, prosecutor, prison, technical, supervisor, partner or foreign';
comment on column institution.competent is '– | none | competent State institution in the sense of the Immigration Law';
comment on column institution.sort is '– | none | order in lists';
comment on column institution.valid_from is '– | none | first day the row applies; 1900-01-01 where no start is recorded';
comment on column institution.valid_to is '– | none | last day the row applies, null while open';
comment on column institution.certainty is '– | none | confirmed, memory or open';
comment on column institution.source is '– | none | citation of the source';

create table unit (
    code        text    not null,
    institution text    not null,
    parent      text,
    name_lv     text    not null,
    name_en     text    not null,
    kind        text    not null,
    address     text,
    beds        integer,
    sort        integer not null,
    valid_from  date    not null,
    valid_to    date,
    certainty   text    not null,
    source      text    not null,
    constraint unit_pk primary key (code),
    constraint unit_institution_fk foreign key (institution) references institution (code),
    constraint unit_parent_fk foreign key (parent) references unit (code),
    constraint unit_institution_unique unique (code, institution),
    constraint unit_code_form check (code ~ '^[A-Z][A-Z0-9_]*$'),
    constraint unit_kind_known check
        (kind in ('central', 'territorial', 'board', 'service', 'bcp', 'centre', 'premises', 'college')),
    constraint unit_beds_only_in_centres check (beds is null or (kind = 'centre' and beds > 0)),
    constraint unit_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint unit_certainty_known check (certainty in ('confirmed', 'memory', 'open'))
);

create index unit_institution_index on unit (institution);

comment on table unit is 'reference: units of the institutions that enter data, including detention centres and premises';
comment on column unit.code is '5.4.3, 5.5.2 | none | key of the unit';
comment on column unit.institution is '– | none | institution the unit belongs to';
comment on column unit.parent is '– | none | superior unit';
comment on column unit.name_lv is '– | none | name in Latvian';
comment on column unit.name_en is '– | none | name in English';
comment on column unit.kind is '– | none | central, territorial, board, service, bcp, centre, premises or college';
comment on column unit.address is '– | none | postal address, null where not recorded';
comment on column unit.beds is '– | none | places in a detention centre';
comment on column unit.sort is '– | none | order in lists';
comment on column unit.valid_from is '– | none | first day the row applies; 1900-01-01 where no start is recorded';
comment on column unit.valid_to is '– | none | last day the row applies, null while open';
comment on column unit.certainty is '– | none | confirmed, memory or open';
comment on column unit.source is '– | none | citation of the source';

create table border_crossing_point (
    code        text    not null,
    name_lv     text    not null,
    name_en     text    not null,
    border_type text    not null,
    traffic     text    not null,
    neighbour   text,
    sort        integer not null,
    certainty   text    not null,
    source      text    not null,
    constraint border_crossing_point_pk primary key (code),
    constraint border_crossing_point_neighbour_fk foreign key (neighbour) references country (code),
    constraint border_crossing_point_code_form check (code ~ '^[A-Z][A-Z0-9_]*$'),
    constraint border_crossing_point_type_known check
        (border_type in ('land_road', 'land_rail', 'sea', 'air', 'post', 'local', 'other')),
    constraint border_crossing_point_traffic_known check
        (traffic in ('any', 'freight', 'baggage', 'local', 'post', 'military')),
    constraint border_crossing_point_certainty_known check (certainty in ('confirmed', 'memory', 'open'))
);

comment on table border_crossing_point is 'reference: places where the State border may be crossed, and exits elsewhere';
comment on column border_crossing_point.code is '5.7.8 | none | key of the border crossing point';
comment on column border_crossing_point.name_lv is '– | none | name in Latvian';
comment on column border_crossing_point.name_en is '– | none | name in English';
comment on column border_crossing_point.border_type is '– | none | land_road, land_rail, sea, air, post, local (local border traffic) or other';
comment on column border_crossing_point.traffic is '– | none | any, freight, baggage, local, post or military';
comment on column border_crossing_point.neighbour is '– | none | neighbouring State';
comment on column border_crossing_point.sort is '– | none | order in lists';
comment on column border_crossing_point.certainty is '– | none | confirmed, memory or open';
comment on column border_crossing_point.source is '– | none | citation of the source';

create table border_crossing_point_status (
    border_crossing_point text not null,
    status                text not null,
    text_lv               text not null default '',
    text_en               text not null default '',
    valid_from            date not null,
    valid_to              date,
    certainty             text not null,
    source                text not null,
    constraint border_crossing_point_status_pk primary key (border_crossing_point, valid_from),
    constraint border_crossing_point_status_point_fk foreign key (border_crossing_point)
        references border_crossing_point (code),
    constraint border_crossing_point_status_known check (status in ('open', 'limited', 'suspended')),
    constraint border_crossing_point_status_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint border_crossing_point_status_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint border_crossing_point_status_one_at_a_time exclude using gist
        (border_crossing_point with =, daterange(valid_from, valid_to, '[]') with &&)
);

comment on table border_crossing_point_status is 'reference: whether a border crossing point is open, limited or suspended, by date';
comment on column border_crossing_point_status.border_crossing_point is '– | none | the border crossing point';
comment on column border_crossing_point_status.status is '– | none | open, limited or suspended';
comment on column border_crossing_point_status.text_lv is '– | none | limitation in Latvian';
comment on column border_crossing_point_status.text_en is '– | none | limitation in English';
comment on column border_crossing_point_status.valid_from is '– | none | first day of the status';
comment on column border_crossing_point_status.valid_to is '– | none | last day of the status, null while open';
comment on column border_crossing_point_status.certainty is '– | none | confirmed, memory or open';
comment on column border_crossing_point_status.source is '– | none | citation of the source';

create table code_list (
    list      text    not null,
    title_lv  text    not null,
    title_en  text    not null,
    own_table boolean not null,
    sort      integer not null,
    constraint code_list_pk primary key (list),
    constraint code_list_form check (list ~ '^[a-z][a-z_]*$')
);

comment on table code_list is 'reference: the lists of this module: those whose codes stand in the table code, and those with a table of their own';
comment on column code_list.list is '– | none | key of the list';
comment on column code_list.title_lv is '– | none | title in Latvian';
comment on column code_list.title_en is '– | none | title in English';
comment on column code_list.own_table is '– | none | the list is a table of its own, named like the list';
comment on column code_list.sort is '– | none | order of the lists';

create table code (
    list       text    not null,
    code       text    not null,
    text_lv    text    not null,
    text_en    text    not null,
    sort       integer not null,
    valid_from date    not null,
    valid_to   date,
    certainty  text    not null,
    source     text    not null,
    constraint code_pk primary key (list, code, valid_from),
    constraint code_list_fk foreign key (list) references code_list (list),
    constraint code_form check (code ~ '^[A-Za-z0-9_.]+$'),
    constraint code_named check (text_lv <> '' and text_en <> ''),
    constraint code_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint code_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint code_one_version_at_a_time exclude using gist
        (list with =, code with =, daterange(valid_from, valid_to, '[]') with &&)
);

comment on table code is 'reference: codes of the generic lists with their texts and validity';
comment on column code.list is '– | none | list the code belongs to';
comment on column code.code is '– | none | the code as stored in other tables';
comment on column code.text_lv is '– | none | text in Latvian';
comment on column code.text_en is '– | none | text in English';
comment on column code.sort is '– | none | order within the list';
comment on column code.valid_from is '– | none | first day the code may be used; 1900-01-01 where no start is recorded';
comment on column code.valid_to is '– | none | last day the code may be used, null while open';
comment on column code.certainty is '– | none | confirmed, memory or open';
comment on column code.source is '– | none | citation of the source';

create table legal_basis (
    code               text    not null,
    law                text    not null,
    section            text    not null,
    paragraph          text,
    clause             text,
    citation_lv        text    not null,
    citation_en        text    not null,
    text_lv            text    not null,
    text_en            text    not null,
    deciding_authority text,
    use                text    not null,
    sis_basis          text,
    sort               integer not null,
    valid_from         date    not null,
    valid_to           date,
    certainty          text    not null,
    source             text    not null,
    constraint legal_basis_pk primary key (code, valid_from),
    constraint legal_basis_code_form check (code ~ '^[A-Z][A-Za-z0-9.-]*$'),
    constraint legal_basis_authority_form check (deciding_authority ~ '^[A-Z_]+(,[A-Z_]+)*$'),
    constraint legal_basis_use_known check
        (use in ('competence', 'finding', 'departure_order', 'removal', 'court_expulsion', 'follow_up', 'ban',
                 'detention', 'alternative', 'placement', 'postponement', 'non_refoulement', 'service', 'execution',
                 'review', 'refusal_of_entry', 'information', 'register', 'delegation')),
    constraint legal_basis_sis_basis_known check
        (sis_basis in ('24(1)(b)', '24(2)(a)', '24(2)(b)', '24(2)(c)', '25', '26', '1860/3')),
    constraint legal_basis_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint legal_basis_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint legal_basis_one_version_at_a_time exclude using gist
        (code with =, daterange(valid_from, valid_to, '[]') with &&)
);

comment on table legal_basis is 'reference: norms on which findings, decisions, bans and other acts are based';
comment on column legal_basis.code is '– | none | key of the norm: law, section, paragraph, clause';
comment on column legal_basis.law is '– | none | short name of the law in Latvian';
comment on column legal_basis.section is '– | none | section (pants) or, for Cabinet regulations and EU acts, paragraph (punkts) or Article';
comment on column legal_basis.paragraph is '– | none | paragraph (daļa)';
comment on column legal_basis.clause is '– | none | clause (punkts)';
comment on column legal_basis.citation_lv is '– | none | the norm as cited in documents, in Latvian';
comment on column legal_basis.citation_en is '– | none | the norm as cited in documents, in English';
comment on column legal_basis.text_lv is '– | none | what the norm says, in Latvian';
comment on column legal_basis.text_en is '– | none | what the norm says, in English';
comment on column legal_basis.deciding_authority is '– | none | institutions that may decide on it, separated by commas; null where not tied to one';
comment on column legal_basis.use is '– | none | kind of act the norm serves';
comment on column legal_basis.sis_basis is '– | none | basis of the SIS alert: Article of Regulation (EU) 2018/1861, or 1860/3 for a return alert';
comment on column legal_basis.sort is '– | none | order within one use';
comment on column legal_basis.valid_from is '– | none | first day the norm applies';
comment on column legal_basis.valid_to is '– | none | last day the norm applies, null while open';
comment on column legal_basis.certainty is '– | none | confirmed, memory or open';
comment on column legal_basis.source is '– | none | citation of the source';

create table legal_parameter (
    code       text    not null,
    value      numeric,
    value_text text,
    unit       text    not null,
    text_lv    text    not null,
    text_en    text    not null,
    law        text    not null,
    sort       integer not null,
    valid_from date    not null,
    valid_to   date,
    certainty  text    not null,
    source     text    not null,
    constraint legal_parameter_pk primary key (code, valid_from),
    constraint legal_parameter_code_form check (code ~ '^[a-z][a-z0-9_.]*$'),
    constraint legal_parameter_one_value check ((value is null) <> (value_text is null)),
    constraint legal_parameter_unit_known check
        (unit in ('hours', 'days', 'working_days', 'months', 'years', 'eur', 'count', 'text')),
    constraint legal_parameter_whole_time check (unit in ('eur', 'text') or value = trunc(value)),
    constraint legal_parameter_validity_ordered check (valid_to is null or valid_from <= valid_to),
    constraint legal_parameter_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint legal_parameter_one_version_at_a_time exclude using gist
        (code with =, daterange(valid_from, valid_to, '[]') with &&)
);

comment on table legal_parameter is 'reference: deadlines, terms and limits the law sets, by date';
comment on column legal_parameter.code is '– | none | key of the parameter';
comment on column legal_parameter.value is '– | none | the number';
comment on column legal_parameter.value_text is '– | none | the value where it is not a number';
comment on column legal_parameter.unit is '– | none | hours, days, working_days, months, years, eur, count or text';
comment on column legal_parameter.text_lv is '– | none | what the parameter says, in Latvian';
comment on column legal_parameter.text_en is '– | none | what the parameter says, in English';
comment on column legal_parameter.law is '– | none | legal source shown with a computed deadline';
comment on column legal_parameter.sort is '– | none | order in lists';
comment on column legal_parameter.valid_from is '– | none | first day the value applies';
comment on column legal_parameter.valid_to is '– | none | last day the value applies, null while open';
comment on column legal_parameter.certainty is '– | none | confirmed, memory or open';
comment on column legal_parameter.source is '– | none | citation of the source';

create table holiday (
    day       date not null,
    name_lv   text not null,
    name_en   text not null,
    kind      text not null,
    certainty text not null,
    source    text not null,
    constraint holiday_pk primary key (day, kind, name_lv),
    constraint holiday_kind_known check (kind in ('holiday', 'substitute', 'one_off', 'moved_day_off', 'working_day')),
    constraint holiday_working_day_on_weekend check (kind <> 'working_day' or extract(isodow from day) in (6, 7)),
    constraint holiday_certainty_known check (certainty in ('confirmed', 'memory', 'open'))
);

comment on table holiday is 'reference: public holidays, days off in their place, and working days moved by the Cabinet';
comment on column holiday.day is '– | none | the day';
comment on column holiday.name_lv is '– | none | name in Latvian';
comment on column holiday.name_en is '– | none | name in English';
comment on column holiday.kind is '– | none | holiday, substitute (day off in place of a weekend holiday), one_off (set by law once), moved_day_off, working_day (Saturday worked instead)';
comment on column holiday.certainty is '– | none | confirmed, memory or open';
comment on column holiday.source is '– | none | citation of the source';
