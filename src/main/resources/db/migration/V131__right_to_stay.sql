-- No return decision is signed of who has a permit or protection, as VMIS told (Directive 2008/115/EC Art. 6(4), 9).
select set_config('register.actor', 'migration', true);

create function right_to_stay(person uuid, day date) returns table (subject text) language sql stable as $$
    select v.subject
      from vmis_notice v
     where v.person_id in (select * from records_of(person)) and v.subject in ('PERMIT', 'ASYLUM') and v.status = 'GRANTED'
       and coalesce(v.valid_from, '-infinity') <= day and coalesce(v.valid_to, 'infinity') >= day
       and not exists (select 1 from vmis_notice n
                        where n.person_id in (select * from records_of(person)) and n.subject = v.subject
                          and n.number is not distinct from v.number and n.told_at > v.told_at and n.status <> 'GRANTED')
$$;
comment on function right_to_stay(uuid, date) is 'decision: by what VMIS told that the person may stay on the day; no row where nothing is known';

create function decision_of_who_may_not_stay() returns trigger language plpgsql as $$
begin
    if exists (select 1 from right_to_stay(new.person_id, new.decided_on)) then
        raise check_violation using message = 'who may stay is not told to leave', constraint = 'decision_of_who_may_not_stay';
    end if;
    return new;
end
$$;
comment on function decision_of_who_may_not_stay() is 'decision: holds that nobody signs a return decision of who may stay';
create trigger decision_of_who_may_not_stay before update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null and new.kind in ('DEPARTURE_ORDER', 'REMOVAL'))
    execute function decision_of_who_may_not_stay();
