-- Nothing goes around the gate before a removal: an answer that prevents it and was entered last holds whatever its date, and one that
-- held on the day counts for that day, also when it was answered otherwise since; a remedy that
-- suspends any decision of the person and waits holds a removal back, also when another decision was taken in the place of the one it is
-- about (Return Directive 2008/115/EC Art. 13(2); Immigration Law s. 50).
create function safeguard_prevented(in_case uuid, of_question text) returns timestamptz language sql stable as $$
    select max(a.entered_at)
      from ((select x.answer, x.entered_at
               from safeguard x
              where x.case_id = in_case and x.question = of_question
              order by x.assessed_on desc, x.entered_at desc
              limit 1)
            union all
            (select x.answer, x.entered_at
               from safeguard x
              where x.case_id = in_case and x.question = of_question
              order by x.entered_at desc
              limit 1)) a
     where a.answer = 'PREVENTS'
$$;
comment on function safeguard_prevented(uuid, text) is 'safeguard: when the answer was entered that prevents a removal: of the latest day, or entered last; nothing where neither does';

create or replace function safeguards_on(one uuid, on_day date)
    returns table (question text, standing text, assessed_on date, elsewhere text, entered_at timestamptz) language sql stable as $$
    with others as materialized (
        select x.id, x.number, x.next_step is not null as is_open
          from return_case c
          cross join lateral records_of(c.person_id) r(person_id)
          join return_case x on x.person_id = r.person_id and x.id <> c.id
         where c.id = one
    )
    select q.code,
           case when s.answer = 'PREVENTS' or safeguard_prevented(one, q.code) is not null or other.number is not null then 'PREVENTS'
                when s.answer is null then 'UNANSWERED'
                when coalesce(s.assessed_on < on_day - p.value::integer, true) or (q.code = 'ASYLUM' and asylum_told_since(one, s.entered_at))
                     or (q.code = 'NON_REFOULEMENT' and destination_amended_since(one, s.entered_at))
                    then 'OUTDATED'
                else 'CLEAR'
           end,
           coalesce(s.assessed_on, latest.assessed_on),
           other.number,
           coalesce(s.entered_at, latest.entered_at)
      from code q
      left join legal_parameter p on p.code = 'safeguard.valid'
                                 and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)
      left join lateral (select a.answer, a.assessed_on, a.entered_at
                           from safeguard a
                          where a.case_id = one and a.question = q.code and a.assessed_on <= on_day
                          order by a.assessed_on desc, a.entered_at desc
                          limit 1) s on true
      left join lateral (select a.answer, a.assessed_on, a.entered_at
                           from safeguard a
                          where a.case_id = one and a.question = q.code
                          order by a.assessed_on desc, a.entered_at desc
                          limit 1) latest on true
      left join lateral (select o.number
                           from others o
                          cross join lateral safeguard_prevented(o.id, q.code) as prevented_at
                          where prevented_at is not null and (o.is_open or s.entered_at is null or prevented_at > s.entered_at)
                          order by o.number
                          limit 1) other on true
     where q.list = 'safeguard' and q.valid_from <= on_day and (q.valid_to is null or q.valid_to >= on_day)
     order by q.sort
$$;

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
