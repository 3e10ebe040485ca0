-- The person's other open cases are looked up once and not again for each question: the board of readiness asks this of every case.
select set_config('register.actor', 'migration', true);

create or replace function safeguards_on(one uuid, on_day date)
    returns table (question text, standing text, assessed_on date, elsewhere text) language sql stable as $$
    with others as materialized (
        select x.id, x.number
          from return_case c
          cross join lateral records_of(c.person_id) r(person_id)
          join return_case x on x.person_id = r.person_id and x.id <> c.id and x.next_step is not null
         where c.id = one
    )
    select q.code,
           case when s.answer = 'PREVENTS' or other.number is not null then 'PREVENTS'
                when s.answer is null then 'UNANSWERED'
                when coalesce(s.assessed_on < on_day - p.value::integer, true) or (q.code = 'ASYLUM' and asylum_told_since(one, s.entered_at))
                    then 'OUTDATED'
                else 'CLEAR'
           end,
           s.assessed_on,
           other.number
      from code q
      left join legal_parameter p on p.code = 'safeguard.valid'
                                 and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)
      left join lateral (select a.answer, a.assessed_on, a.entered_at
                           from safeguard a
                          where a.case_id = one and a.question = q.code and a.assessed_on <= on_day
                          order by a.assessed_on desc, a.entered_at desc
                          limit 1) s on true
      left join lateral (select o.number
                           from others o
                          cross join lateral (select a.answer
                                                from safeguard a
                                               where a.case_id = o.id and a.question = q.code and a.assessed_on <= on_day
                                               order by a.assessed_on desc, a.entered_at desc
                                               limit 1) last
                          where last.answer = 'PREVENTS'
                          order by o.number
                          limit 1) other on true
     where q.list = 'safeguard' and q.valid_from <= on_day and (q.valid_to is null or q.valid_to >= on_day)
     order by q.sort
$$;
