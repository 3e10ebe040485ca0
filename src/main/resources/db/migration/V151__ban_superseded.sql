-- A ban in force that a later one for the same territory outlasts is superseded: the list, the person's pages and the counts ask for it in
-- one place, over all records of the person at once.
select set_config('register.actor', 'migration', true);

create function bans_superseded(of_head uuid, on_day date) returns table (ban_id uuid, decision_number text) language sql stable as $$
    select x.id, substr(x.longest, 9)
      from (select r.id, r.until, max(r.until || r.decision_number) over later as longest
              from (select o.id, o.territory, o.decided_on, o.decision_number,
                           case when o.to_day is null then '99999999' else to_char(o.to_day, 'YYYYMMDD') end as until
                      from person m
                      join ban_clock o on o.person_id = m.id
                     where m.head_id = of_head and o.from_day <= on_day and (o.to_day is null or o.to_day >= on_day)
                       and o.decided_on <= on_day) r
            window later as (partition by r.territory order by r.decided_on desc, r.id desc
                             rows between unbounded preceding and 1 preceding)) x
     where left(x.longest, 8) >= x.until
$$;
comment on function bans_superseded(uuid, date) is 'ban: the bans of a person in force on a day that a later one for the same territory outlasts, and the number of the decision of that one';
