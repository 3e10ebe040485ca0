-- Whoever is ordered to leave by himself is not banned because he was removed by force.
select set_config('register.actor', 'migration', true);

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban.bases.not_order', null, 'IL2002-61-4-2,IL2002-61-5-2', 'text', 'Aizlieguma tiesiskie pamati, kas neder izbraukšanas rīkojumam', 'Legal bases of a ban that do not fit a departure order', 'Imigrācijas likums, 61. pants', 'Immigration Law, Section 61', 176, '2003-05-01', null, 'memory', 'Immigration Law (2002), s. 61: a ban because of a removal by force');

create function decision_ban_basis_fits() returns trigger language plpgsql as $$
begin
    if exists (select 1 from ban b
                where b.decision_id = new.id and b.dropped_at is null
                  and b.legal_basis = any(legal_texts('ban.bases.not_order', new.decided_on))) then
        raise check_violation using message = 'the legal basis of a ban does not fit a departure order', constraint = 'decision_ban_basis_fits';
    end if;
    return null;
end
$$;
comment on function decision_ban_basis_fits() is 'ban: holds that no departure order bans because of a removal by force';
create trigger decision_ban_basis_fits after update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null and new.kind = 'DEPARTURE_ORDER')
    execute function decision_ban_basis_fits();
