-- A legal basis says for ever what it said: it may end, and another version may follow, by a migration.
select set_config('register.actor', 'migration', true);

create function legal_basis_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (
            (new.code, new.text_lv, new.text_en, new.deciding_authority, new.use, new.sis_basis, new.valid_from) is distinct from
            (old.code, old.text_lv, old.text_en, old.deciding_authority, old.use, old.sis_basis, old.valid_from)
            or coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity'))) then
        raise exception 'a legal basis of the past was changed'
            using errcode = 'check_violation', constraint = 'legal_basis_keeps_its_past', table = 'legal_basis';
    end if;
    if coalesce(current_setting('register.actor', true), '') <> 'migration' then
        raise exception 'a legal basis was changed by no migration'
            using errcode = 'check_violation', constraint = 'legal_basis_by_migration', table = 'legal_basis';
    end if;
    return new;
end
$$;
comment on function legal_basis_keeps_its_past() is 'reference: what a legal basis says is never changed or deleted; it ends and another version follows';
create trigger legal_basis_keeps_its_past before insert or update or delete on legal_basis
    for each row execute function legal_basis_keeps_its_past();
