-- Times in which somebody was held count together over one removal procedure, not over one case (CJEU C-357/09 Kadzoev): a second case
-- beside an open one, or after one closed because he hid, begins nothing anew. A departure ends the procedure.
select set_config('register.actor', 'migration', true);

create function held_before(in_case uuid, of_person uuid, before timestamptz, but uuid)
returns table (detention_id uuid, ground text, detained_at timestamptz, released_at timestamptz)
language sql stable as $$
    select e.id, e.ground, e.detained_at, e.released_at
      from detention e
     where e.person_id in (select * from records_of(of_person)) and e.detained_at < before and e.released_at is not null
       and e.id is distinct from but
       and (e.case_id = in_case
            or not exists (select 1 from case_closing k
                            where k.case_id = e.case_id and k.reopened_at is null and k.reason <> 'ABSCONDED')
               and not exists (select 1 from departure x
                                where x.person_id in (select * from records_of(of_person))
                                  and x.departed_on >= (e.released_at at time zone 'Europe/Riga')::date
                                  and x.departed_on <= (before at time zone 'Europe/Riga')::date))
$$;
comment on function held_before(uuid, uuid, timestamptz, uuid) is 'detention: when a person was held before a moment in the removal procedure of a case: in the case itself, and in his other cases that are open or were closed because he hid, unless he left since; one detention may be left out';

-- The days that the Border Guard has by itself (s. 54) are counted over the procedure as well, as long as nothing new is said of him. The
-- law is not certain here, so what begins them anew is dated data.
insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('detention.vrs.anew', null, 'GROUND,FINDING', 'text', 'Kas ļauj skaitīt Valsts robežsardzes aizturēšanas termiņu no jauna: cits pamats (GROUND), pēc atbrīvošanas ierakstīts konstatējums (FINDING)', 'What begins the term of detention by the State Border Guard anew: another ground (GROUND), a finding entered since the release (FINDING)', 'Imigrācijas likums, 54. pants', 'Immigration Law, Section 54', 205, '2003-05-01', null, 'open', 'Immigration Law (2002), s. 54 does not say whether the term begins anew; choice of the controller, after CJEU C-357/09 Kadzoev');

create function held_by_guard_before(
    in_case uuid, of_person uuid, on_ground text, before timestamptz, known_at timestamptz, but uuid) returns interval
language sql stable as $$
    select make_interval(secs => coalesce(sum(extract(epoch from least(e.released_at, t.until_at) - e.detained_at)), 0)::double precision)
      from held_before(in_case, of_person, before, but) e
      join detention_title t on t.detention_id = e.detention_id and t.kind = 'VRS'
      left join legal_parameter p on p.code = 'detention.vrs.anew' and p.valid_from <= (before at time zone 'Europe/Riga')::date
            and coalesce(p.valid_to, 'infinity') >= (before at time zone 'Europe/Riga')::date
     where not ('GROUND' = any (string_to_array(coalesce(p.value_text, ''), ',')) and e.ground <> on_ground)
       and not ('FINDING' = any (string_to_array(coalesce(p.value_text, ''), ','))
                and exists (select 1 from finding f
                             where f.person_id in (select * from records_of(of_person))
                               and f.noted_at > e.released_at and f.noted_at <= known_at
                               and f.found_on >= (e.released_at at time zone 'Europe/Riga')::date))
$$;
comment on function held_by_guard_before(uuid, uuid, text, timestamptz, timestamptz, uuid) is 'detention: how long a person was held before on the title of the Border Guard itself in the removal procedure, as far as it counts towards its days';

create function detention_by_guard_within() returns trigger language plpgsql as $$
declare
    d detention;
    days numeric;
begin
    select * into strict d from detention where id = new.detention_id;
    select p.value into days
      from legal_parameter p
     where p.code = 'detention.vrs.max' and p.valid_from <= (d.detained_at at time zone 'Europe/Riga')::date
       and coalesce(p.valid_to, 'infinity') >= (d.detained_at at time zone 'Europe/Riga')::date;
    if new.until_at > d.detained_at + make_interval(secs => (days * 86400)::double precision)
                      - held_by_guard_before(d.case_id, d.person_id, d.ground, d.detained_at, d.entered_at, d.id) then
        raise check_violation using message = 'the Border Guard holds nobody by itself for longer than its days in one procedure',
            constraint = 'detention_by_guard_within';
    end if;
    return new;
end
$$;
comment on function detention_by_guard_within() is 'detention: holds that the Border Guard holds a person by itself no longer than its days, times of the same procedure counted';
create trigger detention_by_guard_within before insert or update of until_at on detention_title
    for each row when (new.kind = 'VRS') execute function detention_by_guard_within();
