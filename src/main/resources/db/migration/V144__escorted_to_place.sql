-- Escort goes on to a residence or an institution in the State of destination for vulnerable persons only (Reg. 454 p. 2, 11.4).
select set_config('register.actor', 'migration', true);

create function is_vulnerable(one uuid, on_day date) returns boolean language sql stable as $$
    select is_minor(one, on_day)
        or exists (select 1 from vulnerability v
                    where v.person_id in (select * from records_of(one))
                      and v.vulnerability in ('DISABLED', 'PENSION_AGE', 'PREGNANT', 'SINGLE_PARENT', 'VIOLENCE')
                      and v.valid_from <= on_day and coalesce(v.valid_to, 'infinity') >= on_day)
$$;
comment on function is_vulnerable(uuid, date) is 'person: whether a person is vulnerable on a day in the sense of Reg. 454 p. 2';

create function escort_to_place_vulnerable() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from decision d
                    where d.id = new.decision_id and is_vulnerable(d.person_id, (new.starts_at at time zone 'Europe/Riga')::date)) then
        raise check_violation using message = 'only a vulnerable person is escorted to a place in the State of destination',
            constraint = 'removal_step_to_place_vulnerable';
    end if;
    return new;
end
$$;
comment on function escort_to_place_vulnerable() is 'removal: holds that only vulnerable persons are escorted to a place in the State of destination (Reg. 454 p. 11.4)';
create trigger removal_step_to_place_vulnerable before insert on removal_step
    for each row when (new.escort_end = 'DESTINATION_PLACE') execute function escort_to_place_vulnerable();
