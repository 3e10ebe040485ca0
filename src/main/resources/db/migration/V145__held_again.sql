-- A departure that never was has ended no detention: who was released as removed by it is held again when it is withdrawn, and what the
-- detention said stays in its past (Reg. 122 p. 11, 13).
select set_config('register.actor', 'migration', true);

create function departure_frees_nobody() returns trigger language plpgsql as $$
begin
    if exists (select 1 from detention d
                where d.person_id in (select * from records_of(old.person_id)) and d.release_reason = 'REMOVED'
                  and d.release_noted_at = old.confirmed_at) then
        raise check_violation using message = 'a withdrawn departure has released nobody', constraint = 'departure_withdrawn_frees_nobody';
    end if;
    return null;
end
$$;
comment on function departure_frees_nobody() is 'detention: holds that nobody stays released as removed by a departure that was withdrawn';
create constraint trigger departure_withdrawn_frees_nobody after delete on departure
    deferrable initially deferred for each row execute function departure_frees_nobody();
