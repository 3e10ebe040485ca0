-- A decision or a ban is suspended, and goes on, under the norm on suspension; until now only one on revocation was offered to who decides.
-- Which norm it is in each case is for the lawyers of the institutions to confirm.
select set_config('register.actor', 'migration', true);

insert into legal_basis (code, law, section, paragraph, clause, citation_lv, citation_en, text_lv, text_en, deciding_authority, use,
                         sis_basis, sort, valid_from, valid_to, certainty, source)
values
    ('APL-80', 'Administratīvā procesa likums', '80', null, null, 'Administratīvā procesa likuma 80. pants', 'Administrative Procedure Law, Section 80', 'Administratīvā akta darbības apturēšana', 'Suspension of the operation of an administrative act', 'PMLP,VRS', 'follow_up', null, 745, '2004-02-01', null, 'open', 'Administrative Procedure Law, Section 80');

update legal_parameter set valid_to = '2026-11-26'
 where code in ('follow_up.bases.suspend', 'follow_up.bases.resume') and valid_to is null;
insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('follow_up.bases.suspend', null, 'APL-80,APL-86,APL-185', 'text', 'Tiesiskie pamati lēmuma vai aizlieguma apturēšanai', 'Legal bases for suspending a decision or a ban', 'Administratīvā procesa likuma 80., 86. un 185. pants', 'Administrative Procedure Law, Sections 80, 86 and 185', 241, '2026-11-27', null, 'open', 'Administrative Procedure Law, Sections 80, 86 and 185'),
    ('follow_up.bases.resume', null, 'APL-80,APL-85,APL-86,APL-185', 'text', 'Tiesiskie pamati lēmuma vai aizlieguma atjaunošanai', 'Legal bases for resuming a decision or a ban', 'Administratīvā procesa likuma 80., 85., 86. un 185. pants', 'Administrative Procedure Law, Sections 80, 85, 86 and 185', 242, '2026-11-27', null, 'open', 'Administrative Procedure Law, Sections 80, 85, 86 and 185');
