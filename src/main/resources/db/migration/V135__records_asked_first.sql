-- The records of a person are found first and what hangs on them then: as a condition of the join, the planner went through all persons for
-- each question, a second among a million.
select set_config('register.actor', 'migration', true);

create or replace function asylum_told_since(one uuid, moment timestamptz) returns boolean language sql stable as $$
    select exists (select 1
                     from return_case c
                    cross join lateral records_of(c.person_id) r(person_id)
                     join vmis_notice v on v.person_id = r.person_id
                    where c.id = one and v.subject = 'ASYLUM' and v.status in ('APPLIED', 'GRANTED') and v.told_at > moment)
$$;

create or replace function suspended_elsewhere(one uuid)
    returns table (number text, suspended_on date) language sql stable as $$
    select o.number, o.suspended_on
      from decision d
     cross join lateral records_of(d.person_id) r(person_id)
      join decision o on o.person_id = r.person_id and o.case_id <> d.case_id and o.open
     where d.id = one and o.suspended_on is not null
     order by o.suspended_on, o.number
     limit 1
$$;
