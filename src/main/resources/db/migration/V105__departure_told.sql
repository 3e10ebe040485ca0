-- What is told of a departure: by whom, and when by the clock where somebody was taken away (Reg. (EU) 2018/1860 6(1): place and time).
select set_config('register.actor', 'migration', true);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('exit_source', 'CARRIER', 'Pārvadātājs', 'Carrier', 35, '1900-01-01', null, 'open', 'Choice of the controller');

alter table departure
    add column departed_at timestamptz,
    add column source text,
    add column assistance text,
    add column omitted text,
    add constraint departure_time_on_its_day check ((departed_at at time zone 'Europe/Riga')::date = departed_on),
    add constraint departure_time_not_in_future check (departed_at <= confirmed_at),
    add constraint departure_omitted_told check (btrim(omitted) <> ''),
    add constraint departure_assistance_of_assisted check (assistance is null or return_type = 'ASSISTED');
comment on column departure.departed_at is 'Reg. (EU) 2018/1860 6(1)(b) | personal | Time of the departure by force';
comment on column departure.source is 'Reg. (EU) 2018/1860 6 | personal | Who told of it: code of the list EXIT_SOURCE; nothing where it was confirmed before this was asked';
comment on column departure.assistance is 'Reg. 862/2007 7(1)(b) | personal | Assistance on return: code of the list RETURN_ASSISTANCE';
comment on column departure.omitted is 'Reg. 454 p. 22 | special | What was not done before a removal by force, and why';

-- Only what is confirmed from now on is asked for it.
create function departure_is_told() returns trigger language plpgsql as $$
begin
    if new.source is null then
        raise check_violation using message = 'nobody has left without a source that says so', constraint = 'departure_source_given';
    end if;
    if new.return_type in ('VOLUNTARY', 'ASSISTED') and new.note is null
       and (new.source <> 'VRS'
            or exists (select 1 from decision d where d.id = new.decision_id and d.kind in ('REMOVAL', 'COURT_EXPULSION'))) then
        raise check_violation using message = 'that somebody left by himself is proved', constraint = 'departure_by_himself_proved';
    end if;
    if new.return_type not in ('VOLUNTARY', 'ASSISTED') and new.departed_at is null then
        raise check_violation using message = 'a removal by force has a time', constraint = 'departure_by_force_timed';
    end if;
    if new.return_type = 'ASSISTED' and coalesce(new.assistance, 'NONE') = 'NONE' then
        raise check_violation using message = 'an assisted return says what assistance was given',
            constraint = 'departure_assistance_named';
    end if;
    if not exists (select 1 from country c where c.code = new.destination and c.kind in ('state', 'territory')) then
        raise check_violation using message = 'nobody departs to what is no country', constraint = 'departure_to_a_country';
    end if;
    return null;
end
$$;
comment on function departure_is_told() is 'decision: holds that a departure says who told of it, when, and where the person went';
create trigger departure_is_told after insert on departure for each row execute function departure_is_told();
