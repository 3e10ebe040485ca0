-- A remedy that suspends any decision of the person and waits holds a removal back, also when another decision was taken in the place of
-- the one it is about (Directive 2008/115/EC Art. 13(2); Immigration Law s. 50).
create or replace function suspended_elsewhere(one uuid)
    returns table (number text, suspended_on date) language sql stable as $$
    select o.number, least(o.suspended_on, waiting.filed_on)
      from decision d
     cross join lateral records_of(d.person_id) r(person_id)
      join decision o on o.person_id = r.person_id and o.id <> d.id
     cross join lateral (select min(x.filed_on) as filed_on
                           from remedy x
                          where x.decision_id = o.id and x.suspends and x.result is null) waiting
     where d.id = one
       and (o.case_id <> d.case_id and o.open and o.suspended_on is not null
            or o.kind <> 'ENTRY_BAN' and o.cancelled_on is null and waiting.filed_on is not null)
     order by 2, 1
     limit 1
$$;
comment on function suspended_elsewhere(uuid) is 'decision: the other decision on the person that is suspended longest: in another case, or contested with suspension while the result is awaited';
