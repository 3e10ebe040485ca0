-- Who is held until he is removed is released by his removal and by nothing else.
select set_config('register.actor', 'migration', true);

create function detention_ends_removed() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from departure e
                    where e.person_id in (select * from records_of(new.person_id))
                      and e.departed_on = (new.released_at at time zone 'Europe/Riga')::date
                      and e.return_type not in ('VOLUNTARY', 'ASSISTED')) then
        raise check_violation using message = 'nobody is released as removed who was not removed',
            constraint = 'detention_ends_removed';
    end if;
    return null;
end
$$;
comment on function detention_ends_removed() is 'detention: holds that a release as removed stands with the removal of that day';
create constraint trigger detention_ends_removed after update of release_reason on detention
    deferrable initially deferred for each row
    when (new.release_reason = 'REMOVED' and old.release_reason is distinct from 'REMOVED') execute function detention_ends_removed();
