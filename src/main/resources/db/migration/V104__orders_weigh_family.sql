-- Whoever bans weighs family and private life, with a return decision as with a decision that only bans (Satversme Art. 96, 116;
-- Directive 2008/115/EC Art. 5). A court weighs in its ruling. What was signed before this was asked stays as it was signed.
select set_config('register.actor', 'migration', true);

create function decision_weighs_family() returns trigger language plpgsql as $$
begin
    if new.family_life is null and new.kind in ('DEPARTURE_ORDER', 'REMOVAL')
            and exists (select 1 from ban b where b.decision_id = new.id and b.dropped_at is null) then
        raise check_violation using message = 'a return decision that bans says how family and private life were weighed',
            constraint = 'decision_bans_weigh_family';
    end if;
    return new;
end
$$;
comment on function decision_weighs_family() is 'decision: holds that a return decision that bans says how family and private life were weighed';
create trigger decision_bans_weigh_family before update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null) execute function decision_weighs_family();
