-- The foreigner was told when his removal begins (Reg. 454 p. 21): nobody is removed by force before that day.
select set_config('register.actor', 'migration', true);

create function departure_after_start() returns trigger language plpgsql as $$
begin
    -- A set time holds until it is set anew, or the removal is put off or fails.
    if exists (select 1
                 from (select s.kind, s.starts_at
                         from removal_step s
                        where s.decision_id = new.decision_id and s.withdrawn_at is null
                          and s.kind in ('SCHEDULED', 'POSTPONED', 'FAILED')
                        order by s.happened_at desc, s.place desc
                        limit 1) last
                where last.kind = 'SCHEDULED' and new.departed_on < (last.starts_at at time zone 'Europe/Riga')::date) then
        raise check_violation using message = 'nobody is removed by force before the start that was set',
            constraint = 'departure_not_before_start';
    end if;
    return new;
end
$$;
comment on function departure_after_start() is 'removal: holds that nobody is removed by force before the day of the start that was set (Reg. 454 p. 21)';
create trigger departure_after_start before insert on departure
    for each row when (new.return_type not in ('VOLUNTARY', 'ASSISTED')) execute function departure_after_start();
