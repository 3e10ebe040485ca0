-- An unaccompanied minor is not banned (Directive 2008/115/EC Art. 11(3)). That cannot hold where nobody asked: of a minor who was not
-- found with an adult it is noted first whether he is accompanied.
create function may_be_alone(one uuid, on_day date) returns boolean language sql stable as $$
    select is_minor(one, on_day)
       and not exists (select 1 from vulnerability v
                        where v.person_id in (select * from records_of(one)) and v.vulnerability in ('MINOR', 'UAM')
                          and v.valid_from <= on_day and coalesce(v.valid_to, 'infinity') >= on_day)
       and not exists (select 1
                         from return_case c
                         join return_case other on other.group_id = c.group_id and other.person_id <> c.person_id
                        where c.person_id in (select * from records_of(one)) and not is_minor(other.person_id, on_day))
$$;
comment on function may_be_alone(uuid, date) is 'person: whether somebody is, or may be, a minor on the day, was not found with an adult, and nobody noted whether he is accompanied';

create function decision_asks_minor_alone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from ban b where b.decision_id = new.id and b.dropped_at is null)
       and may_be_alone(new.person_id, new.decided_on) then
        raise check_violation using message = 'it is noted first whether a minor is accompanied', constraint = 'decision_asks_minor_alone';
    end if;
    return new;
end
$$;
comment on function decision_asks_minor_alone() is 'decision: holds that no minor is banned of whom nobody noted whether he is accompanied';
create trigger decision_asks_minor_alone before update of signed_at on decision
    for each row when (old.signed_at is null and new.signed_at is not null and new.decider is null and new.kind <> 'COURT_EXPULSION')
    execute function decision_asks_minor_alone();
