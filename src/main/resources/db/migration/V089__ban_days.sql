-- The days a ban runs stand beside it whole: a decision that only bans begins with a departure of the person under any decision and in any
-- of his records, and what writes a departure or joins records writes that day too. Bans are then found along the day they end.
select set_config('register.actor', 'migration', true);

create or replace function ban_first_on(b ban) returns date language sql stable as $$
    select case when d.kind <> 'ENTRY_BAN' then d.departed_on
                when b.starts = 'DAY' then b.starts_on
                when b.starts = 'DECISION' then d.decided_on
                else left_from(b.person_id, d.decided_on)
           end
      from decision d
     where d.id = b.decision_id
$$;
comment on function ban_first_on(ban) is 'ban: the first day of a ban, as its decision, departures and joined records make it';
comment on column ban.first_on is 'Reg. 122 5.10.1, 5.12.1 | personal | First day, unless it is suspended before; none: it has not begun; kept by the database';

-- Two transactions of which one writes a departure and the other a ban or a joining come one after the other, record before head, so that
-- the later sees what the earlier wrote.
create function hold_records(one uuid) returns void language plpgsql as $$
begin
    perform from person where id = one for no key update;
    perform from person h where h.id = (select p.head_id from person p where p.id = one) for no key update;
end
$$;
comment on function hold_records(uuid) is 'ban: lets no other transaction begin a ban of the person meanwhile';

create function ban_waits_for_departure(b ban) returns boolean language sql stable as $$
    select b.starts = 'DEPARTURE' and exists (select 1 from decision d where d.id = b.decision_id and d.kind = 'ENTRY_BAN')
$$;
comment on function ban_waits_for_departure(ban) is 'ban: whether any departure of the person begins it';

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
        perform hold_records(b.person_id) from ban b where b.decision_id = new.id and ban_waits_for_departure(b);
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
create trigger ban_keeps_first_day after insert on departure
    for each row execute function ban_keeps_first_day();
create trigger ban_keeps_first_day after update of head_id on person
    for each row when (old.head_id is distinct from new.head_id) execute function ban_keeps_first_day();
update ban b set first_on = ban_first_on(b) where ban_waits_for_departure(b);

alter table ban add column last_on date generated always as (
    case when first_on is not null and coalesce(suspended_on > first_on, true)
         then least((first_on + make_interval(months => coalesce(reduced_months, term_months)))::date, cancelled_on - 1, suspended_on - 1)
    end) stored;
comment on column ban.last_on is 'Reg. 122 5.10.2, 5.12.2 | personal | Last day of what it runs by its term, cancelled or suspended; none: it has not begun, or has no end';

drop index ban_end, ban_of_later_departure;
create index ban_last on ban (last_on, id) where last_on is not null;

create or replace view ban_clock with (security_invoker = true) as
select b.id, b.person_id, d.id as decision_id, b.territory, b.legal_basis,
       coalesce(b.reduced_months, b.term_months) as term_months,
       d.number as decision_number, d.institution, d.decided_on,
       case when coalesce(b.suspended_on > b.first_on, true) then b.first_on end as from_day,
       b.last_on as to_day,
       coalesce(d.decider, d.institution) as decider, d.kind as decision_kind
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
 where b.dropped_at is null and (b.cancelled_on is null or b.cancelled_on > b.first_on);
