-- Which step is next is worked out once in a case, not anew for each thing that follows from it: that is what the offset is for.
create or replace function next_step_of(one uuid)
    returns table (step text, from_day date, due date, owner text, unit text) language sql stable as $$
    select s.step,
           case s.step when 'SIGN' then (draft.sent_at at time zone 'Europe/Riga')::date
                       when 'FINISH' then (coalesce(draft.returned_at, draft.prepared_at) at time zone 'Europe/Riga')::date
                       when 'SERVE_FOLLOW_UP' then later.decided_on
                       when 'DECIDE' then coalesce((select max(x.cancelled_on) from decision x where x.case_id = one),
                                                   (select max(h.handed_at at time zone 'Europe/Riga')::date from handover h
                                                     where h.case_id = one),
                                                   c.opened_on)
                       when 'AWAIT_RESULT' then r.filed_on
                       when 'RESUME' then d.suspended_on
                       when 'SERVE' then d.decided_on
                       when 'GONE' then left_since(d)
                       when 'CONCLUDE' then left_since_finding(one)
                       when 'REVIEW' then (missing.entered_at at time zone 'Europe/Riga')::date
                       else d.served_on
           end,
           case s.step when 'LEAVE' then d.leave_by
                       when 'REVIEW' then missing.review_on
                       when 'REMOVE' then (select j.release_on from judgment j where j.decision_id = d.id)
           end,
           case when s.step in ('SIGN', 'FINISH') then draft.institution
                when s.step = 'SERVE_FOLLOW_UP' then later.institution
                when s.step in ('DECIDE', 'CONCLUDE') or d.id is null then c.competent
                when s.step = 'REMOVE' or s.step = 'REVIEW' and d.kind <> 'DEPARTURE_ORDER' then 'VRS'
                else d.institution
           end,
           case when s.step = 'FINISH' then draft.unit
                when s.step = 'SERVE_FOLLOW_UP' then later.unit
                when s.step in ('DECIDE', 'CONCLUDE', 'REVIEW') and d.id is null and c.competent = c.institution then c.unit
                when s.step in ('SERVE', 'LEAVE', 'AWAIT_RESULT', 'RESUME', 'GONE') then d.unit
                when s.step = 'REVIEW' and d.kind = 'DEPARTURE_ORDER' then d.unit
           end
      from return_case c
      left join lateral (select x.* from decision x
                          where x.case_id = one and x.signed_at is null and x.withdrawn_at is null) draft on true
      left join lateral (select x.* from decision x where x.case_id = one and x.open
                          order by x.signed_at desc limit 1) d on true
      left join lateral (select x.filed_on from remedy x
                          where x.decision_id = d.id and x.suspends and x.result is null) r on true
      left join lateral (select x.* from whereabouts x where x.case_id = one order by x.place desc limit 1) missing on true
      left join lateral (select u.*
                           from decision x
                           join follow_up_to_serve u on u.decision_id = x.id
                          where x.case_id = one
                          order by u.signed_at, u.id limit 1) later on true
     cross join lateral (select case
                                    when missing.review_on is not null then 'REVIEW'
                                    when draft.sent_at is not null then 'SIGN'
                                    when draft.id is not null then 'FINISH'
                                    when later.id is not null then 'SERVE_FOLLOW_UP'
                                    when d.id is null and left_since_finding(one) is not null then 'CONCLUDE'
                                    when d.id is null then 'DECIDE'
                                    when left_since(d) is not null then 'GONE'
                                    when r.filed_on is not null then 'AWAIT_RESULT'
                                    when d.suspended_on is not null then 'RESUME'
                                    when d.served_on is null then 'SERVE'
                                    when d.kind <> 'DEPARTURE_ORDER' then 'REMOVE'
                                    else 'LEAVE'
                                end as step
                          offset 0) s
     where c.id = one and not exists (select 1 from departure e where e.case_id = c.id) and not is_closed(one)
$$;
