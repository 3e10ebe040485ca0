-- What holds back that somebody is removed by force holds for the person, in whichever case or record it stands.
select set_config('register.actor', 'migration', true);

-- What prevents a removal in another open case of the person prevents it in this one.
drop function safeguards_on(uuid, date);
create function safeguards_on(one uuid, on_day date)
    returns table (question text, standing text, assessed_on date, elsewhere text) language sql stable as $$
    select q.code,
           case when s.answer = 'PREVENTS' or other.number is not null then 'PREVENTS'
                when s.answer is null then 'UNANSWERED'
                when coalesce(s.assessed_on < on_day - p.value::integer, true) then 'OUTDATED'
                else 'CLEAR'
           end,
           s.assessed_on,
           other.number
      from code q
      left join legal_parameter p on p.code = 'safeguard.valid'
                                 and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)
      left join lateral (select a.answer, a.assessed_on
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
comment on function safeguards_on(uuid, date) is 'safeguard: how each question to be assessed before removal stands in a case on a day, and in which other open case of the person it prevents one';

create function suspended_elsewhere(one uuid)
    returns table (number text, suspended_on date) language sql stable as $$
    select o.number, o.suspended_on
      from decision d
      join decision o on o.person_id in (select * from records_of(d.person_id)) and o.case_id <> d.case_id and o.open
     where d.id = one and o.suspended_on is not null
     order by o.suspended_on, o.number
     limit 1
$$;
comment on function suspended_elsewhere(uuid) is 'decision: the open decision of another case of the person that is suspended first, by a remedy or by a follow-up decision';

create function is_missing(one uuid) returns boolean language sql stable as $$
    select exists (select 1 from return_case c
                    where c.person_id in (select * from records_of(one)) and c.next_step = 'REVIEW')
$$;
comment on function is_missing(uuid) is 'whereabouts: whether nobody knows where a person is, by any of his open cases';

create or replace function departure_safeguarded() returns trigger language plpgsql as $$
begin
    if exists (select 1 from safeguards_on(new.case_id, new.departed_on) s where s.standing <> 'CLEAR') then
        raise check_violation using message = 'nobody is removed by force before every safeguard was assessed',
            constraint = 'departure_safeguards_clear';
    end if;
    if exists (select 1 from decision d where d.id = new.decision_id and d.suspended_on is not null)
       or exists (select 1 from suspended_elsewhere(new.decision_id)) then
        raise check_violation using message = 'nobody is removed by force while a decision on him is suspended',
            constraint = 'departure_nothing_suspended';
    end if;
    return new;
end
$$;

-- A removal is carried out from a time that was set and told (Reg. 454 p. 21), not before what put it off has ended (p. 20), and of
-- somebody who was found fit to travel (p. 22).
create or replace function departure_after_start() returns trigger language plpgsql as $$
declare
    set_last removal_step;
    checked removal_step;
    put_off date;
begin
    if is_missing(new.person_id) then
        raise check_violation using message = 'nobody is removed by force of whom nobody knows where he is',
            constraint = 'departure_nobody_missing';
    end if;
    -- A set time holds until it is set anew, or the removal is put off or fails.
    select * into set_last
      from removal_step s
     where s.decision_id = new.decision_id and s.withdrawn_at is null and s.kind in ('SCHEDULED', 'POSTPONED', 'FAILED')
     order by s.happened_at desc, s.place desc
     limit 1;
    if set_last.kind is distinct from 'SCHEDULED' then
        raise check_violation using message = 'nobody is removed by force without a start that was set',
            constraint = 'departure_start_set';
    end if;
    if new.departed_at < set_last.starts_at then
        raise check_violation using message = 'nobody is removed by force before the start that was set',
            constraint = 'departure_not_before_start';
    end if;
    if not exists (select 1 from removal_step n
                    where n.decision_id = new.decision_id and n.withdrawn_at is null and n.kind = 'NOTIFIED'
                      and n.starts_at = set_last.starts_at
                      and (n.happened_at, n.place) > (set_last.happened_at, set_last.place)) then
        raise check_violation using message = 'nobody is removed by force who was not told when it begins',
            constraint = 'departure_told_before';
    end if;
    select s.until_on into put_off
      from removal_step s
     where s.decision_id = new.decision_id and s.withdrawn_at is null and s.kind = 'POSTPONED'
     order by s.happened_at desc, s.place desc
     limit 1;
    if put_off > new.departed_on then
        raise check_violation using message = 'nobody is removed by force before the day until which it was put off',
            constraint = 'departure_not_put_off';
    end if;
    select * into checked
      from removal_step s
     where s.decision_id = new.decision_id and s.withdrawn_at is null and s.kind = 'MEDICAL_CHECK'
       and s.happened_at <= new.departed_at
     order by s.happened_at desc, s.place desc
     limit 1;
    if checked.outcome = 'UNFIT' then
        raise check_violation using message = 'nobody is removed by force who is not fit to travel',
            constraint = 'departure_fit_to_travel';
    end if;
    if new.omitted is null
       and (checked.id is null
            or exists (select 1 from removal_step s
                        where s.decision_id = new.decision_id and s.withdrawn_at is null and s.kind in ('POSTPONED', 'FAILED')
                          and (s.happened_at, s.place) > (checked.happened_at, checked.place))) then
        raise check_violation using message = 'nobody is removed by force without a medical check, unless it is said why',
            constraint = 'departure_checked_before';
    end if;
    return new;
end
$$;
comment on function departure_after_start() is 'removal: holds that nobody is removed by force but from a start that was set and told, fit to travel (Reg. 454 p. 20–22)';
