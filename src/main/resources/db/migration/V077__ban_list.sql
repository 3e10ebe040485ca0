-- The list of banned persons, and what the register knew of bans at a moment: the days of a ban by what had been entered until then.
select set_config('register.actor', 'migration', true);

-- The first day of a ban stands beside it as well, so that bans can be found by the day they end. That of a decision that only bans and
-- waits for a departure is worked out each time: the departure may be one under another decision.
alter table ban add column first_on date;
comment on column ban.first_on is 'Reg. 122 5.10.1, 5.12.1 | personal | First day, where the decision or a departure under it sets one; kept by the database';

create function ban_first_on(b ban) returns date language sql stable as $$
    select case when d.kind <> 'ENTRY_BAN' then d.departed_on
                when b.starts = 'DAY' then b.starts_on
                when b.starts = 'DECISION' then d.decided_on
           end
      from decision d
     where d.id = b.decision_id
$$;
comment on function ban_first_on(ban) is 'ban: the first day that its decision, or a departure under it, sets';
update ban set first_on = ban_first_on(ban);

create function ban_keeps_first_day() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'ban' then
        new.first_on := ban_first_on(new);
        return new;
    end if;
    update ban b set first_on = ban_first_on(b) where b.decision_id = new.id;
    return null;
end
$$;
comment on function ban_keeps_first_day() is 'ban: writes beside a ban its first day';
create trigger ban_keeps_first_day before insert or update of starts, starts_on on ban
    for each row execute function ban_keeps_first_day();
create trigger ban_keeps_first_day after update of departed_on, decided_on on decision
    for each row when (old.departed_on is distinct from new.departed_on or old.decided_on is distinct from new.decided_on)
    execute function ban_keeps_first_day();

-- What few bans are found by is found along an index; the rest goes from decision to decision, the newest first.
create index ban_end on ban (((first_on + make_interval(months => coalesce(reduced_months, term_months)))::date))
    where first_on is not null;
create index ban_of_later_departure on ban (decision_id) where starts = 'DEPARTURE' and first_on is null;
create index ban_cancelled on ban (cancelled_on) where cancelled_on is not null;
create index ban_suspended on ban (suspended_on) where suspended_on is not null;
create index ban_indefinite on ban (decision_id) where term_months is null and reduced_months is null;
create index ban_of_basis on ban (legal_basis);
create index decision_of_decider on decision (decider, decided_on desc, id desc) where decider is not null;
create index decision_of_court on decision (decided_on desc, id desc) where kind = 'COURT_EXPULSION';
create index decision_only_ban on decision (decided_on desc, id desc) where kind = 'ENTRY_BAN';
create index nationality_of_country on nationality (country);
create index departure_confirmed on departure (confirmed_at);
create index decision_signed_last on decision (signed_at) where signed_at is not null;
create index follow_up_signed_last on follow_up (signed_at) where signed_at is not null;

-- Since when a ban was suspended on a day, by itself or with its decision, by what was entered until a moment; none when it was not.
create function ban_suspended(decision uuid, ban uuid, on_day date, moment timestamptz) returns date language sql stable as $$
    select least((select min(s.effect_on)
                    from (select distinct on (f.ban_id) f.kind, f.effect_on
                            from follow_up f
                           where f.decision_id = decision and (f.ban_id is null or f.ban_id = ban)
                             and f.kind in ('SUSPEND', 'RESUME') and f.signed_at <= moment and f.effect_on <= on_day
                           order by f.ban_id, f.effect_on desc, f.signed_at desc) s
                   where s.kind = 'SUSPEND'),
                 (select min(r.filed_on)
                    from remedy r
                   where r.decision_id = decision and r.suspends and r.entered_at <= moment and r.filed_on <= on_day
                     and (r.resolved_at is null or r.resolved_at > moment or r.result_on > on_day)))
$$;
comment on function ban_suspended(uuid, uuid, date, timestamptz) is 'ban: since when a ban was suspended on a day, by what was entered until a moment';

-- Each ban as the register knew it at a moment, with what had been decided on it for a day and before. A signature, a departure, a follow-up
-- decision, a remedy and a joining of records count from the moment at which they were entered, whatever day they are about.
create function bans_known(moment timestamptz, on_day date)
returns table (id uuid, person_id uuid, decision_id uuid, territory text, legal_basis text, decider text, from_day date, to_day date,
               cancelled_on date)
language sql stable as $$
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           case when h.suspended_on <= g.day then null else g.day end,
           case when g.day is not null and coalesce(h.suspended_on > g.day, true)
                then least((g.day + make_interval(months => coalesce(h.term_months, b.term_months)))::date,
                           h.cancelled_on - 1, h.suspended_on - 1)
           end,
           h.cancelled_on
      from ban b
      join decision d on d.id = b.decision_id and d.signed_at <= moment
      left join departure e on e.decision_id = b.decision_id and e.confirmed_at <= moment
      left join (select f.decision_id from follow_up f where f.signed_at <= moment
                 union
                 select r.decision_id from remedy r where r.entered_at <= moment) t on t.decision_id = b.decision_id
      left join lateral (select min(f.term_months) as term_months,
                                least(min(f.effect_on) filter (where f.kind = 'CANCEL'),
                                      (select min(r.result_on) from remedy r
                                        where r.decision_id = t.decision_id and r.result = 'CANCELLED'
                                          and r.resolved_at <= moment and r.result_on <= on_day)) as cancelled_on,
                                case when t.decision_id is not null then ban_suspended(t.decision_id, b.id, on_day, moment) end as suspended_on
                           from follow_up f
                          where f.decision_id = t.decision_id and (f.ban_id is null or f.ban_id = b.id)
                            and f.signed_at <= moment and f.effect_on <= on_day) h on t.decision_id is not null
     cross join lateral (select case when d.kind <> 'ENTRY_BAN' then e.departed_on
                                     when b.starts = 'DAY' then b.starts_on
                                     when b.starts = 'DECISION' then d.decided_on
                                     else (select min(x.departed_on)
                                             from departure x
                                            where x.person_id in (select * from records_known_at(b.person_id, moment))
                                              and x.departed_on >= d.decided_on and x.confirmed_at <= moment)
                                end as day) g
     where b.dropped_at is null or b.dropped_at > moment
$$;
comment on function bans_known(timestamptz, date) is 'ban: each ban with the days it runs, as the register knew it at a moment and for a day';
