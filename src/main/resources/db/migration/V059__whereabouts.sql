-- Nobody knows where the person is: he is looked for, and the search is reviewed again and again until he is found or has left.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('whereabouts', 'Personas atrašanās vieta', 'Whereabouts of a person', false, 278);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('whereabouts', 'UNKNOWN', 'Atrašanās vieta nav zināma', 'Whereabouts unknown', 10, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 8(1)'),
    ('whereabouts', 'REVIEWED', 'Joprojām nav zināma', 'Still unknown', 20, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 8(1)'),
    ('whereabouts', 'FOUND', 'Persona atrasta', 'Person found', 30, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 8(1)'),
    ('next_step', 'REVIEW', 'Jāpārskata personas meklēšana', 'Search for the person to be reviewed', 65, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 8(1)');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('whereabouts.review', 30, null, 'days', 'Cik ilgā laikā no jauna jāpārskata tādas personas meklēšana, kuras atrašanās vieta nav zināma', 'Within how long the search for a person whose whereabouts are unknown is reviewed', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 377, '2011-06-16', null, 'open', 'Choice of the controller; Directive 2008/115/EC, Art. 8(1)');

create table whereabouts (
    id         uuid not null,
    case_id    uuid not null references return_case (id),
    person_id  uuid not null references person (id),
    place      integer not null,
    kind       text not null,
    on_day     date not null,
    done       text not null,
    review_on  date,
    unit       text not null references unit (code),
    entered_by uuid not null,
    entered_at timestamptz not null,
    constraint whereabouts_pk primary key (id),
    constraint whereabouts_one_place unique (case_id, place),
    constraint whereabouts_kind_known check (kind in ('UNKNOWN', 'REVIEWED', 'FOUND')),
    constraint whereabouts_done_told check (btrim(done) <> ''),
    constraint whereabouts_not_in_future check (on_day <= (entered_at at time zone 'Europe/Riga')::date),
    constraint whereabouts_review_whole check ((kind = 'FOUND') = (review_on is null)),
    constraint whereabouts_review_later check (review_on > (entered_at at time zone 'Europe/Riga')::date)
);
create index whereabouts_of_person on whereabouts (person_id);
comment on table whereabouts is 'whereabouts: that nobody knows where the person of a case is, each review of the search, and that he was found; the latest counts | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column whereabouts.id is '– | none | Key';
comment on column whereabouts.case_id is '– | none | Case';
comment on column whereabouts.person_id is '– | none | Person';
comment on column whereabouts.place is '– | none | Its number in the case';
comment on column whereabouts.kind is 'Directive 2008/115/EC Art. 8(1) | personal | What is known: code of the list WHEREABOUTS';
comment on column whereabouts.on_day is 'Directive 2008/115/EC Art. 8(1) | personal | Since when he is gone, when the search was reviewed, or when he was found';
comment on column whereabouts.done is 'Directive 2008/115/EC Art. 8(1) | personal | What was done to find him, or where he was found';
comment on column whereabouts.review_on is '– | personal | Until when the search is reviewed next; nothing once he was found';
comment on column whereabouts.unit is 'Reg. 122 p. 6–8 | none | Unit that noted it';
comment on column whereabouts.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column whereabouts.entered_at is 'Reg. 122 p. 13 | none | When it was entered';

-- One can only be found, and a search reviewed, after he was missing; nobody is missing who has left.
create function whereabouts_in_order() returns trigger language plpgsql as $$
declare
    last whereabouts;
begin
    if tg_op = 'UPDATE' then
        raise check_violation using message = 'what is known of the whereabouts of a person is added to, never changed',
            constraint = 'whereabouts_never_changed';
    end if;
    select * into last from whereabouts where case_id = new.case_id order by place desc limit 1;
    if (new.kind = 'UNKNOWN') <> (coalesce(last.kind, 'FOUND') = 'FOUND') or new.place <> coalesce(last.place, 0) + 1
       or new.on_day < last.on_day then
        raise check_violation using message = 'a search is reviewed or ended after it began, and begins after the last one ended',
            constraint = 'whereabouts_in_order';
    end if;
    if exists (select 1 from departure e where e.case_id = new.case_id) then
        raise check_violation using message = 'nobody is looked for who has left', constraint = 'whereabouts_before_departure';
    end if;
    return new;
end
$$;
comment on function whereabouts_in_order() is 'whereabouts: holds that a search begins, is reviewed and ends in this order, before the person has left';
create trigger whereabouts_in_order before insert or update on whereabouts for each row execute function whereabouts_in_order();

alter table return_case
    drop constraint return_case_step_known,
    add constraint return_case_step_known check (next_step in (
        'DECIDE', 'FINISH', 'SIGN', 'SERVE', 'LEAVE', 'REMOVE', 'AWAIT_RESULT', 'RESUME', 'REVIEW'));

create trigger whereabouts_settles after insert on whereabouts for each row execute function case_keeps_settled();

drop trigger return_case_has_next_step on return_case;
create constraint trigger return_case_has_next_step after insert or update of next_step, step_due on return_case
    deferrable initially deferred for each row execute function case_has_next_step();

-- What the foreigner tells for a travel document (Reg. 454, Annex 2), beyond what the register knows of him; a new version replaces the last.
insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('questionnaire_item', 'Ārzemnieka aptaujas anketas jautājums', 'Question of the questionnaire for a travel document', false, 281);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('questionnaire_item', 'BIRTH_NAME', '1.1. Pirmslaulības uzvārds', '1.1. Surname before marriage', 10, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'HOME', '1.6. Pastāvīgā un pēdējā adrese pirms ierašanās Latvijā, tālrunis', '1.6. Permanent and last address before coming to Latvia, telephone', 20, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'SPOUSE', '1.7. Ģimenes stāvoklis; laulātā uzvārds, vārds, adrese, tālrunis', '1.7. Marital status; name, address and telephone of the spouse', 30, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'DEPENDANTS', '1.8. Apgādībā esošie ģimenes locekļi', '1.8. Dependent members of the family', 40, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'EDUCATION', '1.9. Izglītība', '1.9. Education', 50, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'WORK', '1.10. Darbavieta, amats, specialitāte, tālrunis', '1.10. Place of work, position, profession, telephone', 60, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'PAPERS', '1.11. Citi dokumenti, kas apliecina identitāti', '1.11. Other papers that prove the identity', 70, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'JOURNEY', '1.12. Izbraukšana no mītnes valsts: datums, iemesls, kā ieceļojis Latvijā', '1.12. Leaving the home State: date, reason, how Latvia was entered', 80, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'STAYS', '1.13. Valsts, kurā uzturējies pēdējos trīs gadus', '1.13. State of stay in the last three years', 90, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'RELATIVES', '1.14. Tuvākie radinieki', '1.14. Closest relatives', 100, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'PROPERTY', '1.15. Īpašumi', '1.15. Property', 110, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'HEIGHT', '2.1. Augums (cm)', '2.1. Height (cm)', 210, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'FACE', '2.2. Seja', '2.2. Face', 220, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'EYES', '2.3. Acis', '2.3. Eyes', 230, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'TEETH', '2.4. Zobi', '2.4. Teeth', 240, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'CHIN', '2.5. Zods', '2.5. Chin', 250, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'NOSE', '2.6. Deguns', '2.6. Nose', 260, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'MARKS', '2.7. Īpašas pazīmes, tetovējumi', '2.7. Distinguishing marks, tattoos', 270, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'GESTURES', '2.8. Žesti un mīmika', '2.8. Gestures and facial expression', 280, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'GAIT', '2.9. Gaita', '2.9. Gait', 290, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'SPEECH', '2.10. Runa', '2.10. Speech', 300, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2'),
    ('questionnaire_item', 'NOTES', '2.11. Piezīmes', '2.11. Notes', 310, '2011-07-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), Annex 2');

create table questionnaire (
    id          uuid not null,
    decision_id uuid not null references decision (id),
    person_id   uuid not null references person (id),
    version     integer not null,
    answers     jsonb not null,
    language    text,
    interpreter text,
    unit        text not null references unit (code),
    entered_by  uuid not null,
    entered_at  timestamptz not null,
    constraint questionnaire_pk primary key (id),
    constraint questionnaire_one_version unique (decision_id, version),
    constraint questionnaire_version_above_zero check (version > 0),
    constraint questionnaire_answered check (jsonb_typeof(answers) = 'object' and answers <> '{}'),
    constraint questionnaire_height_in_centimetres check (answers ->> 'HEIGHT' ~ '^[1-9][0-9]{1,2}$'),
    constraint questionnaire_translation_whole check ((language is null) = (interpreter is null))
);
create index questionnaire_of_person on questionnaire (person_id);
comment on table questionnaire is 'questionnaire: what a foreigner tells when a travel document is asked for; the latest version counts, the earlier ones stay | entered by officials of the Border Guard | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column questionnaire.id is '– | none | Key';
comment on column questionnaire.decision_id is 'Reg. 454 p. 15.1 | none | Removal decision';
comment on column questionnaire.person_id is '– | none | Person';
comment on column questionnaire.version is '– | none | Version, one more with each that replaces another';
comment on column questionnaire.answers is 'Reg. 454 Annex 2 | special | Answers by question: code of the list QUESTIONNAIRE_ITEM';
comment on column questionnaire.language is 'Reg. 454 Annex 2 | personal | Language it was translated from: code of the list LANGUAGE; nothing when none was needed';
comment on column questionnaire.interpreter is 'Reg. 454 Annex 2 | personal | Who translated it';
comment on column questionnaire.unit is 'Reg. 122 p. 6–8 | none | Unit that filled it in';
comment on column questionnaire.entered_by is 'Reg. 122 p. 6–8 | official | Official who filled it in';
comment on column questionnaire.entered_at is 'Reg. 122 p. 13 | none | When it was entered';

create function questionnaire_is_kept() returns trigger language plpgsql as $$
begin
    raise check_violation using message = 'a questionnaire is replaced by a new version, never changed',
        constraint = 'questionnaire_never_changed';
end
$$;
comment on function questionnaire_is_kept() is 'questionnaire: holds that the past of a questionnaire stays';
create trigger questionnaire_is_kept before update on questionnaire for each row execute function questionnaire_is_kept();
