-- The gate before a removal looks at when an answer was entered too: what prevents a removal and was entered last holds whatever its date,
-- what prevented it on a day counts for that day also when it was answered otherwise since, and neither is outdone by an answer dated before
-- it nor by closing the case in which it was said; and an answer entered after the person was taken away is explained beside his departure.
-- He is taken to the State that the decision names, by the State Border Guard, and is taken away once.

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

drop function safeguards_on(uuid, date);
create function safeguards_on(one uuid, on_day date)
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
comment on function safeguards_on(uuid, date) is 'safeguard: how each question to be assessed before a removal stands in a case on a day; what prevents it in another case of the person prevents it here';

create or replace function departure_safeguarded() returns trigger language plpgsql as $$
begin
    if exists (select 1 from safeguards_on(new.case_id, new.departed_on) s where s.standing <> 'CLEAR') then
        raise check_violation using message = 'nobody is removed by force before every safeguard was assessed',
            constraint = 'departure_safeguards_clear';
    end if;
    if new.omitted is null
       and exists (select 1 from safeguards_on(new.case_id, new.departed_on) s where s.entered_at > new.departed_at) then
        raise check_violation using message = 'answers entered after the removal are explained', constraint = 'departure_safeguards_in_time';
    end if;
    if exists (select 1 from decision d where d.id = new.decision_id and d.suspended_on is not null)
       or exists (select 1 from suspended_elsewhere(new.decision_id)) then
        raise check_violation using message = 'nobody is removed by force while a decision on him is suspended',
            constraint = 'departure_nothing_suspended';
    end if;
    if exists (select 1
                 from decision d
                where d.id = new.decision_id and coalesce(d.amended_destination, d.destination) <> new.destination) then
        raise check_violation using message = 'whoever is removed is taken to the State that the decision names',
            constraint = 'departure_where_decided';
    end if;
    return new;
end
$$;

-- Who has left under another decision since this one was signed does not leave under it afterwards.
create function departure_leaves_once() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and left_under_any(d) <= new.departed_on) then
        raise check_violation using message = 'the person has left since the decision was signed', constraint = 'departure_leaves_once';
    end if;
    return new;
end
$$;
comment on function departure_leaves_once() is 'decision: holds that nobody leaves twice, under two decisions';
create trigger departure_leaves_once before insert on departure for each row execute function departure_leaves_once();

-- A closed case is not assessed.
create trigger safeguard_in_open_case after insert on safeguard for each row execute function case_is_open();

-- Nobody hides who is held, in whichever case; and a measure instead of detention ends before its case does.
create function closing_ends_all() returns trigger language plpgsql as $$
begin
    if new.reopened_at is null and new.reason = 'ABSCONDED'
       and exists (select 1 from detention d where d.person_id in (select * from records_of(new.person_id)) and d.released_at is null) then
        raise check_violation using message = 'nobody hides who is held', constraint = 'case_closing_nobody_hides_held';
    end if;
    if new.reopened_at is null
       and exists (select 1 from alternative_measure m where m.case_id = new.case_id and m.ended_on is null) then
        raise check_violation using message = 'a measure instead of detention runs in the case', constraint = 'case_closing_no_measure';
    end if;
    return null;
end
$$;
comment on function closing_ends_all() is 'returns: holds that a case is not closed over a measure that runs, nor as if its person hid while he is held';
create trigger closing_ends_all after insert on case_closing for each row execute function closing_ends_all();
