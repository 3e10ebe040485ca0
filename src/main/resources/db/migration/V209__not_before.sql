-- What is done about a decision, a detention or a remedy is not dated before the hour or the day from which it can have been.
create function decided_from(d decision) returns timestamptz language sql stable as $$
    select case when d.decider is null and d.old_register is null and d.kind <> 'COURT_EXPULSION'
                 and (d.signed_at at time zone 'Europe/Riga')::date = d.decided_on
                then date_trunc('minute', d.signed_at)
                else d.decided_on::timestamp at time zone 'Europe/Riga'
           end
$$;
comment on function decided_from(decision) is 'decision: from when it can have been carried out: the minute of its signature, or the day of what others decided';

create function removal_step_after_decision() returns trigger language plpgsql as $$
begin
    if exists (select 1 from decision d where d.id = new.decision_id and new.happened_at < decided_from(d)) then
        raise check_violation using message = 'nothing is done to carry out a decision before it is signed',
            constraint = 'removal_step_after_decision';
    end if;
    return new;
end
$$;
comment on function removal_step_after_decision() is 'removal: holds that nothing is done to carry out a decision before it was signed';
create trigger removal_step_after_decision before insert on removal_step
    for each row execute function removal_step_after_decision();

create function imprisonment_on(person uuid, on_day date) returns table (prison text, until date) language sql stable as $$
    select j.prison, coalesce(j.release_on, 'infinity')
      from judgment j
      join decision d on d.id = j.decision_id
     where d.person_id in (select * from records_of(person)) and j.prison is not null
       and coalesce(j.placed_on, '-infinity') <= on_day and coalesce(j.release_on, 'infinity') > on_day
       and d.cancelled_on is null and left_under_any(d) is null
     order by 2 desc, 1
     limit 1
$$;
comment on function imprisonment_on(uuid, date) is 'judgment: the prison in which a person serves a sentence on a day and until when, for ever while no release is known; no row where he serves none (Reg. 454 p. 25, 29)';

create function removal_step_after_prison() returns trigger language plpgsql as $$
begin
    if exists (select 1 from imprisonment_on(new.person_id, (new.starts_at at time zone 'Europe/Riga')::date)) then
        raise check_violation using message = 'no removal begins while the sentence is served', constraint = 'removal_step_after_prison';
    end if;
    return new;
end
$$;
comment on function removal_step_after_prison() is 'removal: holds that no removal is set for a day on which the sentence is served (Reg. 454 p. 29)';
create trigger removal_step_after_prison before insert on removal_step
    for each row when (new.kind = 'SCHEDULED') execute function removal_step_after_prison();

create function departure_after_prison() returns trigger language plpgsql as $$
begin
    if exists (select 1 from imprisonment_on(new.person_id, new.departed_on)) then
        raise check_violation using message = 'nobody leaves while he serves a sentence in prison', constraint = 'departure_after_prison';
    end if;
    return new;
end
$$;
comment on function departure_after_prison() is 'decision: holds that nobody leaves while he serves a sentence in prison, in whichever case (Reg. 454 p. 25, 29)';
create trigger departure_after_prison before insert on departure for each row execute function departure_after_prison();

create function detention_not_in_prison() returns trigger language plpgsql as $$
begin
    if exists (select 1 from imprisonment_on(new.person_id, (new.detained_at at time zone 'Europe/Riga')::date)) then
        raise check_violation using message = 'nobody is detained who serves a sentence in prison', constraint = 'detention_not_in_prison';
    end if;
    return new;
end
$$;
comment on function detention_not_in_prison() is 'detention: holds that nobody is detained who serves a sentence in prison';
create trigger detention_not_in_prison before insert on detention for each row execute function detention_not_in_prison();

create function nobody_missing_in_prison() returns trigger language plpgsql as $$
begin
    if exists (select 1 from imprisonment_on(new.person_id, (new.entered_at at time zone 'Europe/Riga')::date)) then
        raise check_violation using message = 'nobody is looked for who serves a sentence in prison', constraint = 'whereabouts_not_in_prison';
    end if;
    return new;
end
$$;
comment on function nobody_missing_in_prison() is 'whereabouts: holds that nobody is looked for of whom a prison is known';
create trigger whereabouts_not_in_prison before insert on whereabouts
    for each row when (new.kind in ('UNKNOWN', 'REVIEWED')) execute function nobody_missing_in_prison();

alter table follow_up
    add constraint follow_up_extension_ahead check (kind <> 'EXTEND' or leave_by >= decided_on) not valid;

create function detention_released_after_ruling() returns trigger language plpgsql as $$
begin
    if exists (select 1 from detention_title t
                where t.detention_id = new.id and t.decided_on > (new.released_at at time zone 'Europe/Riga')::date) then
        raise check_violation using message = 'no judge rules on who was released', constraint = 'detention_released_after_ruling';
    end if;
    return new;
end
$$;
comment on function detention_released_after_ruling() is 'detention: holds that nobody was released before the day on which a judge ruled that he is held';
create trigger detention_released_after_ruling before update of released_at on detention
    for each row when (new.released_at is not null) execute function detention_released_after_ruling();

create function alternative_measure_of_free() returns trigger language plpgsql as $$
begin
    if exists (select 1 from detention d
                where d.person_id in (select * from records_of(new.person_id))
                  and (d.detained_at at time zone 'Europe/Riga')::date < new.applied_on
                  and coalesce((d.released_at at time zone 'Europe/Riga')::date, 'infinity') > new.applied_on) then
        raise check_violation using message = 'a measure instead of detention is applied to who is free',
            constraint = 'alternative_measure_of_free';
    end if;
    return new;
end
$$;
comment on function alternative_measure_of_free() is 'detention: holds that no measure instead of detention begins on a day on which the person was held all day';
create trigger alternative_measure_of_free before insert on alternative_measure
    for each row execute function alternative_measure_of_free();

create function remedy_waits(person uuid, on_day date) returns date language sql stable as $$
    select min(x.filed_on)
      from remedy x
      join decision d on d.id = x.decision_id
     where x.person_id in (select * from records_of(person)) and x.suspends and x.result is null and x.filed_on <= on_day
       and d.cancelled_on is null and d.kind <> 'ENTRY_BAN'
$$;
comment on function remedy_waits(uuid, date) is 'remedy: since when a remedy has waited on the day that suspends what was decided on the return of the person; nothing where none does';

create function safeguard_remedy_settled() returns trigger language plpgsql as $$
begin
    if remedy_waits(new.person_id, (new.entered_at at time zone 'Europe/Riga')::date) is not null then
        raise check_violation using message = 'a remedy that suspends the execution waits', constraint = 'safeguard_remedy_settled';
    end if;
    return new;
end
$$;
comment on function safeguard_remedy_settled() is 'safeguard: holds that no remedy is said not to prevent a removal that suspends it and waits (Directive 2008/115/EC Art. 9(1)(b), 13(2))';
create trigger safeguard_remedy_settled before insert on safeguard
    for each row when (new.question = 'REMEDY' and new.answer = 'CLEAR') execute function safeguard_remedy_settled();
