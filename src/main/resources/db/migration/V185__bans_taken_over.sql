-- Bans of the old entry ban register are taken over as they stand there: decided and signed long ago, with the days they run named one by one,
-- and some cancelled there. Who follows them up here follows up a decision like any other.
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('fact_source', 'LGM', 'No ieceļošanas aizliegumu reģistra (MK 605/2005)', 'From the entry ban register (Cabinet Reg. 605/2005)', 60, '1900-01-01', '2015-06-30', 'confirmed', 'Cabinet Regulation No. 122 (2013), p. 15, 16'),
    ('fact_source', 'NIR', 'No nelegālās imigrācijas reģistra (MK 502/2008)', 'From the illegal immigration register (Cabinet Reg. 502/2008)', 70, '1900-01-01', '2015-06-30', 'confirmed', 'Cabinet Regulation No. 122 (2013), p. 15, 16');

alter table decision
    add column old_register text,
    add constraint decision_of_old_register check (old_register is null or (old_register = 'LGM' and kind = 'ENTRY_BAN' and signed_at is not null)),
    drop constraint decision_signed_whole,
    -- A court, a minister or a consular official has decided, or an official whom the old register names: the number is theirs.
    add constraint decision_signed_whole check (
        case when kind = 'COURT_EXPULSION' or decider is not null or old_register is not null
             then signed_by is null and signed_at is not null and number is not null and decided_on is not null
                  and number_in_year is null and number_year is null and sent_at is null and withdrawn_at is null
             else (signed_by is null) = (signed_at is null) and (signed_by is null) = (number is null)
                  and (signed_by is null) = (decided_on is null) and (signed_by is null) = (number_in_year is null)
                  and (signed_by is null) = (number_year is null)
        end),
    drop constraint decision_ban_weighs_family,
    add constraint decision_ban_weighs_family
        check (kind <> 'ENTRY_BAN' or decider is not null or family_life is not null or old_register is not null);
comment on column decision.old_register is 'Reg. 122 p. 15 | none | LGM: taken over from the entry ban register as it stood there; none: decided in this register';
drop index decision_number_unique;
create unique index decision_number_unique on decision (number)
    where kind <> 'COURT_EXPULSION' and decider is null and old_register is null;
drop index decision_noticed_once;
create unique index decision_noticed_once on decision (person_id, decider, number) where decider is not null and old_register is null;

alter table ban
    add column ends_on date,
    add column old_cancelled_on date,
    add constraint ban_ends_within_term
        check (ends_on is null or (starts = 'DAY' and term_months is not null and ends_on >= starts_on
                                   and ends_on <= (starts_on + make_interval(months => term_months))::date));
comment on column ban.ends_on is 'Reg. 122 5.10.2 | personal | Last day, where the old register names one; its term is then the whole months that reach it';
comment on column ban.old_cancelled_on is 'Reg. 122 5.14.2 | personal | First day on which the old register has it as cancelled';
alter table ban alter column last_on set expression as (
    case when first_on is not null and coalesce(suspended_on > first_on, true)
         then least((first_on + make_interval(months => coalesce(reduced_months, term_months)))::date, ends_on, cancelled_on - 1, suspended_on - 1)
    end);
alter table ban add column term_ends_on date generated always as (
    least((first_on + make_interval(months => coalesce(reduced_months, term_months)))::date, ends_on)) stored;
comment on column ban.term_ends_on is 'Reg. 122 5.10.2, 5.12.2 | personal | Last day by its term, whether or not it is cancelled or suspended before; none: it has not begun, or has no end';

-- What the old register says of it is what old_cancelled_on and ends_on are for; only what is taken over has them.
create function ban_of_old_register() returns trigger language plpgsql as $$
begin
    if (new.ends_on is not null or new.old_cancelled_on is not null)
       and not exists (select 1 from decision d where d.id = new.decision_id and d.old_register is not null) then
        raise check_violation using message = 'only a ban that was taken over ends on a named day', constraint = 'ban_of_old_register';
    end if;
    return new;
end
$$;
comment on function ban_of_old_register() is 'ban: holds that only bans of the old register have its days';
create trigger ban_of_old_register before insert or update of ends_on, old_cancelled_on on ban
    for each row when (new.ends_on is not null or new.old_cancelled_on is not null) execute function ban_of_old_register();

create or replace function ban_starts_near(b ban) returns void language plpgsql as $$
declare
    decided date := (select d.decided_on from decision d where d.id = b.decision_id and d.signed_at is not null and d.old_register is null);
begin
    if b.starts <> 'DAY' or b.dropped_at is not null or decided is null then
        return;
    end if;
    if b.starts_on < decided then
        raise check_violation using message = 'a ban does not begin before the day of its decision',
            constraint = 'ban_starts_not_before_decision';
    end if;
    if b.starts_on > (select (decided + make_interval(years => p.value::integer))::date
                        from legal_parameter p
                       where p.code = 'ban.start.max' and decided between p.valid_from and coalesce(p.valid_to, 'infinity')) then
        raise check_violation using message = 'a ban begins within the time the law allows', constraint = 'ban_starts_within_law';
    end if;
end
$$;

create or replace function settle_follow_ups(one uuid) returns void language sql as $$
    update decision d
       set cancelled_on = least((select min(f.effect_on) from follow_up f
                                  where f.decision_id = one and f.ban_id is null and f.kind = 'CANCEL'
                                    and f.signed_at is not null),
                                (select min(r.result_on) from remedy r
                                  where r.decision_id = one and r.result = 'CANCELLED'),
                                (select j.ended_on from judgment j where j.decision_id = one)),
           suspended_on = least(suspended_since(one, null),
                                (select min(r.filed_on) from remedy r
                                  where r.decision_id = one and r.suspends and r.result is null)),
           amended_destination = (select f.destination from follow_up f
                                   where f.decision_id = one and f.kind = 'AMEND' and f.signed_at is not null
                                   order by f.signed_at desc, f.effect_on desc
                                   limit 1)
     where d.id = one;
    update ban b
       set cancelled_on = least(d.cancelled_on, b.old_cancelled_on,
                                (select min(f.effect_on) from follow_up f
                                  where f.ban_id = b.id and f.kind = 'CANCEL' and f.signed_at is not null)),
           suspended_on = least(d.suspended_on, suspended_since(one, b.id)),
           reduced_months = (select min(f.term_months) from follow_up f
                              where f.ban_id = b.id and f.kind = 'REDUCE' and f.signed_at is not null)
      from decision d
     where b.decision_id = one and d.id = one;
    select settle_case(case_id) from decision where id = one;
$$;

create or replace function bans_known(moment timestamptz, on_day date)
returns table (id uuid, person_id uuid, decision_id uuid, territory text, legal_basis text, decider text, from_day date, to_day date,
               cancelled_on date)
language sql stable as $$
    -- Persons of whom something was entered or withdrawn later that may begin a ban of theirs.
    with later as (
        select e.person_id as id from departure e where e.confirmed_at > moment
        union
        select w.person_id from withdrawn_entry w where w.withdrawn_at > moment and w.kind = 'DEPARTURE'
        union
        select unnest(array[l.head_id, l.member_id])
          from person_link l
         where l.answer = 'APPROVED' and (l.decided_at > moment or l.undone_at > moment)
    ), touched as materialized (
        select f.decision_id from follow_up f where f.signed_at <= moment
        union
        select r.decision_id from remedy r where r.entered_at <= moment
        union
        select w.decision_id from withdrawn_entry w where w.withdrawn_at > moment and w.kind in ('REMEDY', 'REMEDY_RESULT')
        union
        select b.decision_id
          from later l
          join person p on p.id = l.id
          join person m on m.head_id = p.head_id
          join ban b on b.person_id = m.id and b.starts = 'DEPARTURE'
    )
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           b.first_on, least((b.first_on + make_interval(months => b.term_months))::date, b.ends_on, o.cancelled_on - 1), o.cancelled_on
      from ban b
      join decision d on d.id = b.decision_id and d.signed_at <= moment
     cross join lateral (select case when b.old_cancelled_on <= on_day then b.old_cancelled_on end as cancelled_on) o
     where (b.dropped_at is null or b.dropped_at > moment)
       and not exists (select 1 from touched t where t.decision_id = b.decision_id)
    union all
    select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis,
           case when d.kind = 'COURT_EXPULSION' then 'COURT' else coalesce(d.decider, d.institution) end,
           case when h.suspended_on <= g.day then null else g.day end,
           case when g.day is not null and coalesce(h.suspended_on > g.day, true)
                then least((g.day + make_interval(months => coalesce(h.term_months, b.term_months)))::date, b.ends_on,
                           h.cancelled_on - 1, h.suspended_on - 1)
           end,
           h.cancelled_on
      from touched t
      join ban b on b.decision_id = t.decision_id
      join decision d on d.id = b.decision_id and d.signed_at <= moment
     cross join lateral (select min(f.term_months) as term_months,
                                least(min(f.effect_on) filter (where f.kind = 'CANCEL'),
                                      case when b.old_cancelled_on <= on_day then b.old_cancelled_on end,
                                      (select min(r.result_on) from remedies_known(t.decision_id, moment) r
                                        where r.result = 'CANCELLED' and r.resolved_at <= moment and r.result_on <= on_day))
                                    as cancelled_on,
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
                                            cross join lateral departures_known(m.id, moment) x
                                            where x.decision_id = d.id or x.departed_on > d.decided_on
                                               or x.departed_on = d.decided_on
                                                  and (d.kind = 'ENTRY_BAN' or x.confirmed_at >= d.signed_at))
                                end as day) g
     where b.dropped_at is null or b.dropped_at > moment
$$;

-- A decision that only bans is of no case: there is nothing to settle, and asking whether there is took longer than all else about it.
drop trigger decision_keeps_settled on decision;
create trigger decision_keeps_settled after insert or update of signed_at on decision
    for each row when (new.case_id is not null) execute function keep_settled();
