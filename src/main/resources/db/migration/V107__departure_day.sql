-- The day of a departure: a decision is served before it is carried out, a judgment is in force and nobody in prison, and nobody was held then.
select set_config('register.actor', 'migration', true);

create function departure_on_its_day() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and d.served_on > new.departed_on) then
        raise check_violation using message = 'nobody leaves under a decision before it was served',
            constraint = 'departure_not_before_service';
    end if;
    if exists (select 1 from judgment j
                where j.decision_id = new.decision_id
                  and (j.in_force_on > new.departed_on
                       or j.prison is not null and coalesce(j.release_on, 'infinity') > new.departed_on)) then
        raise check_violation using message = 'nobody leaves before the judgment is in force, nor from prison',
            constraint = 'departure_after_prison';
    end if;
    if exists (select 1 from detention t
                where t.person_id in (select * from records_of(new.person_id))
                  and (t.detained_at at time zone 'Europe/Riga')::date <= new.departed_on
                  and ((t.released_at at time zone 'Europe/Riga')::date > new.departed_on or t.released_at > new.departed_at)) then
        raise check_violation using message = 'nobody left on a day on which he was held', constraint = 'departure_nobody_held_then';
    end if;
    return null;
end
$$;
comment on function departure_on_its_day() is 'decision: holds that nobody leaves before service, before the judgment is in force, from prison or while he is held';
create trigger departure_on_its_day after insert on departure for each row execute function departure_on_its_day();
