-- A decision that was amended on a complaint is followed by what enters the amendment; the law names no time for it.
select set_config('register.actor', 'migration', true);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('remedy.follow', 3, null, 'working_days', 'Cik ilgā laikā pēc sūdzības rezultāta ieraksta, kas lēmumā grozīts', 'Within how long after the result of a complaint an amendment is entered', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 72, '2011-06-16', null, 'open', 'Choice of the controller; Cabinet Regulation No. 122 (2013), p. 11');
