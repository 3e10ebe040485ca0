-- Union, EEA and Swiss citizens and their family members: a ban rests on Directive 2004/38/EC and on nothing else.
select set_config('register.actor', 'migration', true);

alter table decision
    add column union_family boolean not null default false,
    add column conduct text,
    add constraint decision_union_family_of_ban check (not union_family or kind = 'ENTRY_BAN'),
    add constraint decision_conduct_of_ban check (conduct is null or kind = 'ENTRY_BAN');
comment on column decision.union_family is 'Directive 2004/38/EC Art. 2, 3; Reg. (EU) 2018/1861 20(2)(p) | personal | Family member of a Union citizen, by what the preparer found';
comment on column decision.conduct is 'Directive 2004/38/EC Art. 27, 28 | personal | How the personal conduct and the ties of who moves freely were weighed';

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban.union.bases', null, 'R675-BAN', 'text', 'Tiesiskie pamati aizliegumam Savienības pilsonim vai viņa ģimenes loceklim', 'Legal bases of a ban on a Union citizen or a family member', 'Direktīva 2004/38/EK, 27. pants; MK noteikumi Nr. 675 (2011)', 'Directive 2004/38/EC, Art. 27; Cabinet Regulation No. 675 (2011)', 172, '2011-09-03', null, 'memory', 'Directive 2004/38/EC, Art. 27; Cabinet Regulation No. 675 (2011)'),
    ('ban.union.territories', null, 'LV', 'text', 'Teritorijas, kurās var aizliegt ieceļot Savienības pilsonim vai viņa ģimenes loceklim', 'Territories a ban on a Union citizen or a family member may cover', 'Regula (ES) 2018/1861, 26. pants; Direktīva 2004/38/EK, 27. pants', 'Regulation (EU) 2018/1861, Art. 26; Directive 2004/38/EC, Art. 27', 173, '2011-09-03', null, 'open', 'Regulation (EU) 2018/1861, Art. 26; Directive 2004/38/EC, Art. 27');
