-- A minor is detained as a last resort only, and it is said why nothing milder is enough (Directive 2008/115/EC Art. 17; Immigration Law s. 51).
-- Who was detained before this was asked stays as entered.
select set_config('register.actor', 'migration', true);

alter table detention add column last_resort text, add constraint detention_last_resort_said check (btrim(last_resort) <> '');
alter table detention_past add column last_resort text;
comment on column detention.last_resort is 'Directive 2008/115/EC Art. 17; Immigration Law s. 51 | personal | Of a minor: why no measure instead of detention is enough';
comment on column detention_past.last_resort is 'Directive 2008/115/EC Art. 17; Immigration Law s. 51 | personal | Why no measure instead was enough, as it was';

-- Who may be a minor by what is known of his birth is taken for one.
create function is_minor(one uuid, on_day date) returns boolean language sql stable as $$
    select exists (select 1
                     from person p
                     join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
                     join legal_parameter a on a.code = 'minor.age' and a.valid_from <= on_day
                                           and coalesce(a.valid_to, 'infinity') >= on_day
                    where p.id = one and i.birth_latest + make_interval(years => a.value::integer) > on_day)
        or exists (select 1 from vulnerability v
                    where v.person_id in (select * from records_of(one)) and v.vulnerability in ('MINOR', 'UAM')
                      and v.valid_from <= on_day and coalesce(v.valid_to, 'infinity') >= on_day)
$$;
comment on function is_minor(uuid, date) is 'person: whether a person is, or may be, a minor on a day: by birth or as officials noted';

create function detention_of_minor_explained() returns trigger language plpgsql as $$
begin
    if new.last_resort is null and is_minor(new.person_id, (new.detained_at at time zone 'Europe/Riga')::date) then
        raise check_violation using message = 'a minor is detained as a last resort only, and it is said why',
            constraint = 'detention_of_minor_explained';
    end if;
    return new;
end
$$;
comment on function detention_of_minor_explained() is 'detention: holds that it is said of a minor why nothing milder than detention is enough';
create trigger detention_of_minor_explained before insert or update of detained_at, last_resort on detention
    for each row execute function detention_of_minor_explained();
