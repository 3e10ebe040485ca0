-- Every ban that waits for a departure begins with the first one of the person after its decision, whichever decision and whichever of his
-- records that departure was confirmed under: a ban imposed with a return decision is in force from the day on which the person has left
-- (C-225/16), and only a follow-up decision makes it none. On one day the moments decide: who had left before a return decision was signed
-- did not leave under it.
select set_config('register.actor', 'migration', true);

create function left_since(d decision) returns date language sql stable as $$
    select min(e.departed_on)
      from departure e
     where e.person_id in (select * from records_of(d.person_id))
       and (e.decision_id = d.id or e.departed_on > d.decided_on
            or e.departed_on = d.decided_on and (d.kind = 'ENTRY_BAN' or e.confirmed_at >= d.signed_at))
$$;
comment on function left_since(decision) is 'ban: the first departure of the person since a decision was signed, under any decision and in any of his records';

create or replace function ban_first_on(b ban) returns date language sql stable as $$
    select case when b.starts = 'DAY' then b.starts_on
                when b.starts = 'DECISION' then d.decided_on
                else left_since(d)
           end
      from decision d
     where d.id = b.decision_id
$$;
drop function left_from(uuid, date);

create or replace function ban_waits_for_departure(b ban) returns boolean language sql stable as $$
    select b.starts = 'DEPARTURE' and exists (select 1 from decision d where d.id = b.decision_id and d.signed_at is not null)
$$;

create or replace function ban_keeps_first_day() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'ban' then
        if ban_waits_for_departure(new) then
            perform hold_records(new.person_id);
        end if;
        new.first_on := ban_first_on(new);
        return new;
    end if;
    if tg_table_name = 'decision' then
        perform hold_records(new.person_id);
        update ban b set first_on = ban_first_on(b) where b.decision_id = new.id;
        return null;
    end if;
    if tg_table_name = 'departure' then
        perform hold_records(new.person_id);
        update ban b set first_on = ban_first_on(b)
         where b.person_id in (select * from records_of(new.person_id)) and ban_waits_for_departure(b);
        return null;
    end if;
    perform from person where id in (old.head_id, new.head_id) order by id for no key update;
    update ban b set first_on = ban_first_on(b)
     where b.person_id in (select m.id from person m where m.head_id in (old.head_id, new.head_id)) and ban_waits_for_departure(b);
    return null;
end
$$;
drop trigger ban_keeps_first_day on departure;
create trigger ban_keeps_first_day after insert or update of departed_on on departure
    for each row execute function ban_keeps_first_day();

update ban b set first_on = ban_first_on(b)
 where b.starts = 'DEPARTURE' and b.first_on is distinct from ban_first_on(b)
   and b.person_id in (select m.id from departure e join person p on p.id = e.person_id join person m on m.head_id = p.head_id);

-- A ban of a return decision waits for the departure as one of a decision that only bans does.
create or replace function bans_known(moment timestamptz, on_day date)
returns table (id uuid, person_id uuid, decision_id uuid, territory text, legal_basis text, decider text, from_day date, to_day date,
               cancelled_on date)
language sql stable as $$
    -- Persons of whom something was entered later that may begin a ban of theirs.
    with later as (
        select e.person_id as id from departure e where e.confirmed_at > moment
        union
        select unnest(array[l.head_id, l.member_id])
          from person_link l
         where l.answer = 'APPROVED' and (l.decided_at > moment or l.undone_at > moment)
    ), touched as materialized (
        select f.decision_id from follow_up f where f.signed_at <= moment
        union
        select r.decision_id from remedy r where r.entered_at <= moment
        union
        select b.decision_id
          from later l
          join person p on p.id = l.id
          join person m on m.head_id = p.head_id
          join ban b on b.person_id = m.id and b.starts = 'DEPARTURE'
    )
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           b.first_on, (b.first_on + make_interval(months => b.term_months))::date, null::date
      from ban b
      join decision d on d.id = b.decision_id and d.signed_at <= moment
     where (b.dropped_at is null or b.dropped_at > moment)
       and not exists (select 1 from touched t where t.decision_id = b.decision_id)
    union all
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           case when h.suspended_on <= g.day then null else g.day end,
           case when g.day is not null and coalesce(h.suspended_on > g.day, true)
                then least((g.day + make_interval(months => coalesce(h.term_months, b.term_months)))::date,
                           h.cancelled_on - 1, h.suspended_on - 1)
           end,
           h.cancelled_on
      from touched t
      join ban b on b.decision_id = t.decision_id
      join decision d on d.id = b.decision_id and d.signed_at <= moment
     cross join lateral (select min(f.term_months) as term_months,
                                least(min(f.effect_on) filter (where f.kind = 'CANCEL'),
                                      (select min(r.result_on) from remedy r
                                        where r.decision_id = t.decision_id and r.result = 'CANCELLED'
                                          and r.resolved_at <= moment and r.result_on <= on_day)) as cancelled_on,
                                ban_suspended(t.decision_id, b.id, on_day, moment) as suspended_on
                           from follow_up f
                          where f.decision_id = t.decision_id and (f.ban_id is null or f.ban_id = b.id)
                            and f.signed_at <= moment and f.effect_on <= on_day) h
     cross join lateral (select case when b.starts = 'DAY' then b.starts_on
                                     when b.starts = 'DECISION' then d.decided_on
                                     else (select min(x.departed_on)
                                             from (select b.person_id as id
                                                   union
                                                   select k
                                                     from records_known_at(b.person_id, moment) k
                                                    -- Of nearly everybody there is one record.
                                                    where exists (select 1 from person_link l
                                                                   where l.head_id = b.person_id or l.member_id = b.person_id)) m
                                             join departure x on x.person_id = m.id
                                            where x.confirmed_at <= moment
                                              and (x.decision_id = d.id or x.departed_on > d.decided_on
                                                   or x.departed_on = d.decided_on
                                                      and (d.kind = 'ENTRY_BAN' or x.confirmed_at >= d.signed_at)))
                                end as day) g
     where b.dropped_at is null or b.dropped_at > moment
$$;
