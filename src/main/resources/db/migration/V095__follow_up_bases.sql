-- Which legal bases bear which follow-up decision; who prepared one may take it back; nobody's ban begins while his return is open here.
select set_config('register.actor', 'migration', true);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('follow_up.bases.extend', null, 'IL2002-43-3', 'text', 'Tiesiskie pamati izbraukšanas termiņa pagarināšanai', 'Legal bases for extending a term to leave', 'Imigrācijas likuma 43. panta trešā daļa', 'Immigration Law, Section 43, Paragraph three', 240, '2003-05-01', null, 'memory', 'Immigration Law, Section 43, Paragraph three'),
    ('follow_up.bases.suspend', null, 'APL-86,APL-185', 'text', 'Tiesiskie pamati lēmuma vai aizlieguma apturēšanai', 'Legal bases for suspending a decision or a ban', 'Administratīvā procesa likuma 86. un 185. pants', 'Administrative Procedure Law, Sections 86 and 185', 241, '2004-02-01', null, 'open', 'Administrative Procedure Law, Sections 86 and 185'),
    ('follow_up.bases.resume', null, 'APL-85,APL-86,APL-185', 'text', 'Tiesiskie pamati lēmuma vai aizlieguma atjaunošanai', 'Legal bases for resuming a decision or a ban', 'Administratīvā procesa likuma 85., 86. un 185. pants', 'Administrative Procedure Law, Sections 85, 86 and 185', 242, '2004-02-01', null, 'open', 'Administrative Procedure Law, Sections 85, 86 and 185'),
    ('follow_up.bases.cancel', null, 'R122-12,IL2002-63-7,APL-85,APL-86', 'text', 'Tiesiskie pamati lēmuma vai aizlieguma atcelšanai', 'Legal bases for cancelling a decision or a ban', 'Ministru kabineta 2013. gada 5. marta noteikumu Nr. 122 12. punkts; Imigrācijas likuma 63. panta septītā daļa; Administratīvā procesa likuma 85. un 86. pants', 'Cabinet Regulation No. 122 (2013), Paragraph 12; Immigration Law, Section 63, Paragraph seven; Administrative Procedure Law, Sections 85 and 86', 243, '2004-02-01', null, 'open', 'Cabinet Regulation No. 122 (2013), Paragraph 12; Immigration Law, Section 63, Paragraph seven; Administrative Procedure Law, Sections 85 and 86'),
    ('follow_up.bases.reduce', null, 'R122-12,IL2002-63-7,APL-86', 'text', 'Tiesiskie pamati aizlieguma termiņa samazināšanai', 'Legal bases for reducing the term of a ban', 'Ministru kabineta 2013. gada 5. marta noteikumu Nr. 122 12. punkts; Imigrācijas likuma 63. panta septītā daļa; Administratīvā procesa likuma 86. pants', 'Cabinet Regulation No. 122 (2013), Paragraph 12; Immigration Law, Section 63, Paragraph seven; Administrative Procedure Law, Section 86', 244, '2004-02-01', null, 'open', 'Cabinet Regulation No. 122 (2013), Paragraph 12; Immigration Law, Section 63, Paragraph seven; Administrative Procedure Law, Section 86');

-- Declined by who prepared it: taken back.
alter table follow_up
    drop constraint follow_up_four_eyes,
    add constraint follow_up_four_eyes check (signed_by <> prepared_by);

create function ban_waits_for_open_return() returns trigger language plpgsql as $$
begin
    if exists (select 1
                 from ban b
                where b.decision_id = new.id and b.dropped_at is null and b.starts <> 'DEPARTURE'
                  and exists (select 1 from return_case c
                               where c.person_id in (select * from records_of(b.person_id)) and c.next_step is not null)) then
        raise check_violation using message = 'a ban of a person whose return is open begins with the departure',
            constraint = 'ban_starts_with_departure_of_open_return';
    end if;
    return new;
end
$$;
comment on function ban_waits_for_open_return() is 'ban: holds that the ban of a person whose return is open begins with the departure (Directive 2008/115/EC Art. 11; C-225/16)';
create trigger ban_waits_for_open_return before update of signed_at on decision
    for each row when (new.kind = 'ENTRY_BAN' and old.signed_at is null and new.signed_at is not null and new.decider is null)
    execute function ban_waits_for_open_return();

-- That the foreigner was heard is a fact of each case: the usual reasons do not say it before anybody has.
insert into document_template (id, kind, language, legal_basis, name, version, valid_from, texts, certainty, source, written_at, approved_at)
select gen_random_uuid(), t.kind, t.language, t.legal_basis, t.name, t.version + 1, date '2026-11-27',
       jsonb_build_object('text', replace(t.texts ->> 'text', 'Ārzemnieks ir uzklausīts. ', '')), t.certainty, t.source,
       date '2026-11-27', date '2026-11-27'
  from document_template t
 where t.kind = 'REASONS' and t.written_by is null and t.texts ->> 'text' like '%Ārzemnieks ir uzklausīts. %'
   and not exists (select 1 from document_template l
                    where (l.kind, l.language, l.legal_basis, l.name) = (t.kind, t.language, t.legal_basis, t.name)
                      and l.version > t.version);
