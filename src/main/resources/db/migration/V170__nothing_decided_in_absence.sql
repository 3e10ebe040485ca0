-- No return is decided of somebody who left under another case before anything was decided in this one: the case is concluded instead
-- (Directive 2008/115/EC Art. 3(2), 6(1)). A draft from before is not signed either, until the departure is withdrawn.
select set_config('register.actor', 'migration', true);

create function left_undecided(one uuid) returns date language sql stable as $$
    select left_since_finding(one) where not exists (select 1 from decision d where d.case_id = one and d.open)
$$;
comment on function left_undecided(uuid) is 'duty: when the person of a case left under another one, while no decision stands in this one';

create function return_of_who_is_here() returns trigger language plpgsql as $$
begin
    if left_undecided(new.case_id) is not null then
        raise check_violation using message = 'the person has left, and the case is to be concluded',
            constraint = 'decision_return_of_who_is_here';
    end if;
    return new;
end
$$;
comment on function return_of_who_is_here() is 'decision: holds that no return is prepared or signed of somebody who left before anything was decided';
-- Before the row, which would stand once it is signed. Courts decide for themselves.
create trigger decision_prepared_of_who_is_here before insert on decision
    for each row when (new.kind in ('DEPARTURE_ORDER', 'REMOVAL')) execute function return_of_who_is_here();
create trigger decision_signed_of_who_is_here before update of signed_at on decision
    for each row when (new.kind in ('DEPARTURE_ORDER', 'REMOVAL') and old.signed_at is null and new.signed_at is not null)
    execute function return_of_who_is_here();
