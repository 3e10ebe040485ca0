-- From how likely on whoever is like a traveller is weighed in a check, by its purpose.
select set_config('register.actor', 'migration', true);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
select case when p.code is null then 'check.likely' else 'check.likely.' || lower(p.code) end, 50, null, 'count',
       'No cik procentu varbūtības pārbaudē izvērtē personu, kuras vārdi ir līdzīgi' || coalesce(': ' || p.lv, ''),
       'From how many per cent of likelihood a person of like names is weighed in a check' || coalesce(': ' || p.en, ''),
       'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 250 + p.place, '2015-07-01', null, 'open', 'Choice of the controller; docs/matching.md'
  from (values (0, null, null, null),
               (1, 'BORDER_CHECK', 'robežpārbaude', 'border check'),
               (2, 'VISA', 'vīzas pieteikums', 'visa application'),
               (3, 'PERMIT', 'uzturēšanās atļaujas pieteikums', 'residence permit application'),
               (4, 'ASYLUM', 'patvēruma lieta', 'asylum case'),
               (5, 'SECURITY', 'valsts drošība un sabiedriskā kārtība', 'State security and public order'),
               (6, 'CRIMINAL', 'kriminālprocess', 'criminal proceedings')) p(place, code, lv, en);
