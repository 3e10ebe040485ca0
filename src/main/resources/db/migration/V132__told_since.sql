-- What the migration information system told after an answer was given: an application for asylum has to be assessed anew, and nobody is
-- taken away who may stay (Directive 2008/115/EC Art. 2(1), 6(4); Directive 2013/32/EU Art. 9).
select set_config('register.actor', 'migration', true);

create function asylum_told_since(one uuid, moment timestamptz) returns boolean language sql stable as $$
    select exists (select 1
                     from return_case c
                     join vmis_notice v on v.person_id in (select * from records_of(c.person_id))
                    where c.id = one and v.subject = 'ASYLUM' and v.status in ('APPLIED', 'GRANTED') and v.told_at > moment)
$$;
comment on function asylum_told_since(uuid, timestamptz) is 'safeguard: whether an application for asylum or protection of the person was told of since';

create or replace function safeguards_on(one uuid, on_day date)
    returns table (question text, standing text, assessed_on date, elsewhere text) language sql stable as $$
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
      left join lateral (select x.number
                           from return_case c
                           join return_case x on x.person_id in (select * from records_of(c.person_id)) and x.id <> c.id
                                             and x.next_step is not null
                          cross join lateral (select a.answer
                                                from safeguard a
                                               where a.case_id = x.id and a.question = q.code and a.assessed_on <= on_day
                                               order by a.assessed_on desc, a.entered_at desc
                                               limit 1) last
                          where c.id = one and last.answer = 'PREVENTS'
                          order by x.number
                          limit 1) other on true
     where q.list = 'safeguard' and q.valid_from <= on_day and (q.valid_to is null or q.valid_to >= on_day)
     order by q.sort
$$;

create function departure_of_who_may_not_stay() returns trigger language plpgsql as $$
begin
    if exists (select 1 from right_to_stay(new.person_id, new.departed_on)) then
        raise check_violation using message = 'nobody is removed by force who may stay', constraint = 'departure_of_who_may_not_stay';
    end if;
    return new;
end
$$;
comment on function departure_of_who_may_not_stay() is 'decision: holds that nobody is removed by force who may stay, as the migration information system told';
create trigger departure_of_who_may_not_stay before insert on departure
    for each row when (new.return_type not in ('VOLUNTARY', 'ASSISTED')) execute function departure_of_who_may_not_stay();
