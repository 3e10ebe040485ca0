-- How long the key of a form or call is remembered, so that a repeat is known as one; then the row is removed.
insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('form.key.retention', 30, null, 'days', 'Nosūtītas veidlapas vai pieprasījuma atslēgas glabāšana', 'Retention of the key of a sent form or call', 'Reģistra pārziņa noteikts termiņš', 'Term set by the controller of the register', 595, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(e)');

create index stated_purpose_until on stated_purpose (until_at);
