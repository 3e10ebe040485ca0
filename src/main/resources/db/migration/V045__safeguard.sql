-- Nobody is taken away by force before what the law protects was looked at: an answer with evidence to every question of the list.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('safeguard', 'Pirms piespiedu izraidīšanas pārbaudāmie apstākļi', 'Safeguards to be assessed before removal', false, 271),
    ('safeguard_answer', 'Pirms piespiedu izraidīšanas pārbaudāmo apstākļu novērtējums', 'Assessment of a safeguard before removal', false, 272);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('safeguard', 'NON_REFOULEMENT', 'Vajāšanas, spīdzināšanas vai nāvessoda draudi galamērķa valstī', 'Danger of persecution, torture or death penalty in the destination State', 10, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 5, 9(1)(a); Immigration Law (2002), s. 47'),
    ('safeguard', 'ASYLUM', 'Patvēruma pieteikums', 'Application for asylum', 20, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 2(1), recital 9; Directive 2013/32/EU, Art. 9'),
    ('safeguard', 'REMEDY', 'Apstrīdēšana vai pārsūdzēšana, kas aptur izpildi', 'Contest or appeal that suspends the execution', 30, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 9(1)(b), 13(2)'),
    ('safeguard', 'CHILD', 'Bērna intereses', 'Best interests of a child', 40, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 5(a), 10'),
    ('safeguard', 'HEALTH', 'Veselības stāvoklis', 'State of health', 50, '2011-06-16', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 20, 22; Directive 2008/115/EC, Art. 5(c)'),
    ('safeguard', 'FAMILY', 'Ģimenes vienotība', 'Family unity', 60, '2011-06-16', null, 'memory', 'Directive 2008/115/EC, Art. 5(b), 14(1)(a)'),
    ('safeguard_answer', 'CLEAR', 'Nekavē', 'Does not prevent removal', 10, '2011-06-16', null, 'open', 'Choice of the controller'),
    ('safeguard_answer', 'PREVENTS', 'Kavē', 'Prevents removal', 20, '2011-06-16', null, 'open', 'Choice of the controller');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('safeguard.valid', 30, null, 'days', 'Tik ilgi novērtējums pirms piespiedu izraidīšanas ir izmantojams', 'How long an assessment made before removal may be relied on', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 375, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 5, 9');

create table safeguard (
    id          uuid not null,
    case_id     uuid not null references return_case (id),
    person_id   uuid not null references person (id),
    question    text not null,
    answer      text not null,
    evidence    text not null,
    assessed_on date not null,
    unit        text not null references unit (code),
    entered_by  uuid not null,
    entered_at  timestamptz not null,
    constraint safeguard_pk primary key (id),
    constraint safeguard_answer_known check (answer in ('CLEAR', 'PREVENTS')),
    constraint safeguard_evidence_given check (btrim(evidence) <> ''),
    constraint safeguard_not_in_future check (assessed_on <= (entered_at at time zone 'Europe/Riga')::date)
);
create index safeguard_of_case on safeguard (case_id, question, assessed_on desc, entered_at desc);
create index safeguard_of_person on safeguard (person_id);
comment on table safeguard is 'safeguard: an answer to a question to be assessed before somebody is removed by force; the latest counts, the earlier ones stay | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column safeguard.id is '– | none | Key';
comment on column safeguard.case_id is '– | none | Case';
comment on column safeguard.person_id is '– | none | Person';
comment on column safeguard.question is 'Directive 2008/115/EC Art. 5, 9 | personal | Question: code of the list SAFEGUARD';
comment on column safeguard.answer is 'Directive 2008/115/EC Art. 5, 9 | personal | Answer: code of the list SAFEGUARD_ANSWER';
comment on column safeguard.evidence is 'Directive 2008/115/EC Art. 5, 9 | special | What the answer stands on';
comment on column safeguard.assessed_on is 'Directive 2008/115/EC Art. 5, 9 | personal | Date of the assessment';
comment on column safeguard.unit is 'Reg. 122 p. 6–8 | none | Unit that assessed';
comment on column safeguard.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column safeguard.entered_at is 'Reg. 122 p. 13 | none | When it was entered';

-- How each question of the list stands in a case on a day. Where nothing says how long an answer is good for, none is good.
create function safeguards_on(one uuid, on_day date)
    returns table (question text, standing text, assessed_on date) language sql stable as $$
    select q.code,
           case when s.answer is null then 'UNANSWERED'
                when s.answer = 'PREVENTS' then 'PREVENTS'
                when coalesce(s.assessed_on < on_day - p.value::integer, true) then 'OUTDATED'
                else 'CLEAR'
           end,
           s.assessed_on
      from code q
      left join legal_parameter p on p.code = 'safeguard.valid'
                                 and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)
      left join lateral (select a.answer, a.assessed_on
                           from safeguard a
                          where a.case_id = one and a.question = q.code and a.assessed_on <= on_day
                          order by a.assessed_on desc, a.entered_at desc
                          limit 1) s on true
     where q.list = 'safeguard' and q.valid_from <= on_day and (q.valid_to is null or q.valid_to >= on_day)
     order by q.sort
$$;
comment on function safeguards_on(uuid, date) is 'safeguard: how each question to be assessed before removal stands in a case on a day';

-- There is no way around it: not even for a program that forgets to ask.
create function departure_safeguarded() returns trigger language plpgsql as $$
begin
    if exists (select 1 from safeguards_on(new.case_id, new.departed_on) s where s.standing <> 'CLEAR') then
        raise check_violation using message = 'nobody is removed by force before every safeguard was assessed',
            constraint = 'departure_safeguards_clear';
    end if;
    return new;
end
$$;
comment on function departure_safeguarded() is 'safeguard: holds that nobody is removed by force before every safeguard was assessed';
create trigger departure_safeguarded before insert on departure
    for each row when (new.return_type not in ('VOLUNTARY', 'ASSISTED')) execute function departure_safeguarded();
