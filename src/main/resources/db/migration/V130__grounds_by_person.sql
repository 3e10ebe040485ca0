-- What the law asks because of who the person is, and terms of bans that go with their ground on whichever way they are decided.
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('vulnerability', 'TRAFFICKING', 'Cilvēku tirdzniecības upuris', 'Victim of trafficking in human beings', 80, '1900-01-01', null, 'memory', 'Directive 2008/115/EC, Art. 11(3); Directive 2004/81/EC');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban.never.of', null, 'UAM,TRAFFICKING', 'text', 'Norādes, kuru dēļ ieceļošanu neaizliedz', 'Facts for which entry is not banned', 'Direktīva 2008/115/EK, 11. panta 3. punkts', 'Directive 2008/115/EC, Art. 11(3)', 174, '2003-05-01', null, 'memory', 'Directive 2008/115/EC, Art. 11(3)'),
    ('return.union.bases', null, 'R675-EXPULSION', 'text', 'Tiesiskie pamati Savienības pilsoņa vai viņa ģimenes locekļa izraidīšanai', 'Legal bases of the expulsion of a Union citizen or a family member', 'Direktīva 2004/38/EK, 27. un 28. pants; MK noteikumi Nr. 675 (2011)', 'Directive 2004/38/EC, Art. 27, 28; Cabinet Regulation No. 675 (2011)', 175, '2003-05-01', null, 'memory', 'Directive 2004/38/EC, Art. 27, 28; Cabinet Regulation No. 675 (2011)');

-- A ban after a voluntary departure is no longer because it is decided by itself. That is no change of the law: it was not written down.
alter table legal_basis disable trigger legal_basis_keeps_its_past;
update legal_basis set ban_limit = 'ban.voluntary.max' where code in ('IL2002-61-4-1', 'IL2002-61-5-1');
alter table legal_basis enable trigger legal_basis_keeps_its_past;

create function moves_freely(person uuid, day date) returns boolean language sql stable as $$
    select exists (select 1
                     from identity i
                     join nationality n on n.identity_id = i.id and n.type in ('CITIZEN', 'SUBJECT')
                     join country s on s.code = n.country
                    where i.person_id in (select * from records_of(person)) and i.kind = 'PRIMARY'
                      and s.free_movement_from <= day and coalesce(s.free_movement_to, 'infinity') >= day)
        or exists (select 1 from decision d
                    where d.person_id in (select * from records_of(person)) and d.union_family and d.signed_at is not null)
        or coalesce((select a.family_member from alert_particulars a
                      where a.person_id in (select * from records_of(person))
                      order by a.place desc limit 1), false)
$$;
comment on function moves_freely(uuid, date) is 'ban: whether the person is a citizen of a State whose citizens move freely on the day, or known as of the family of one';

create function legal_texts(parameter text, day date) returns text[] language sql stable as $$
    select coalesce((select string_to_array(p.value_text, ',')
                       from legal_parameter p
                      where p.code = parameter and p.valid_from <= day and coalesce(p.valid_to, 'infinity') >= day), '{}')
$$;
comment on function legal_texts(text, date) is 'reference: the texts a legal parameter names on the day';

create function decision_fits_person() returns trigger language plpgsql as $$
begin
    if exists (select 1 from ban b where b.decision_id = new.id and b.dropped_at is null)
       and exists (select 1 from vulnerability v
                    where v.person_id in (select * from records_of(new.person_id)) and v.vulnerability = any(legal_texts('ban.never.of', new.decided_on))
                      and v.valid_from <= new.decided_on and coalesce(v.valid_to, 'infinity') >= new.decided_on) then
        raise check_violation using message = 'nobody is banned of whom this is known', constraint = 'decision_bans_nobody_spared';
    end if;
    if new.kind in ('DEPARTURE_ORDER', 'REMOVAL') and not new.legal_basis = any(legal_texts('return.union.bases', new.decided_on))
       and moves_freely(new.person_id, new.decided_on) then
        raise check_violation using message = 'who moves freely is expelled on other grounds', constraint = 'decision_of_union_rests_on_directive';
    end if;
    return new;
end
$$;
comment on function decision_fits_person() is 'decision: holds what the law asks of a decision because of who the person is';
create trigger decision_fits_person before update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null and new.decider is null and new.kind <> 'COURT_EXPULSION')
    execute function decision_fits_person();
