-- What a legal parameter may be: a change of the law that makes no sense is refused before it is proposed, and again before it is approved.
select set_config('register.actor', 'migration', true);

create table legal_parameter_bound (
    code      text not null,
    least     numeric,
    most      numeric,
    words     text,
    of_bases  boolean not null default false,
    constraint legal_parameter_bound_pk primary key (code),
    constraint legal_parameter_bound_ordered check (least <= most),
    constraint legal_parameter_bound_of_text check (num_nonnulls(least, most) = 0 or (words is null and not of_bases))
);
comment on table legal_parameter_bound is 'reference: what the value of a legal parameter may be, whichever day it applies | the law, by migration | as long as the parameter';
comment on column legal_parameter_bound.code is '– | none | code of the parameter';
comment on column legal_parameter_bound.least is '– | none | smallest number that makes sense';
comment on column legal_parameter_bound.most is '– | none | greatest number that makes sense';
comment on column legal_parameter_bound.words is '– | none | of a list of words: those it may hold, with commas between';
comment on column legal_parameter_bound.of_bases is '– | none | whether it is a list of codes of legal bases';

create table legal_parameter_pair (
    lower text not null,
    upper text not null,
    constraint legal_parameter_pair_pk primary key (lower, upper),
    constraint legal_parameter_pair_of_two check (lower <> upper)
);
comment on table legal_parameter_pair is 'reference: pairs of legal parameters of which one is never above the other | the law, by migration | as long as the parameter';
comment on column legal_parameter_pair.lower is '– | none | code of the parameter that is not above the other';
comment on column legal_parameter_pair.upper is '– | none | code of the parameter that is not below it';

-- No term of the law is none, and none is longer than a life; of money nothing may be paid.
insert into legal_parameter_bound (code, least, most)
select distinct on (p.code) p.code, case p.unit when 'eur' then 0 else 1 end,
       case p.unit when 'hours' then 8760 when 'days' then 3650 when 'working_days' then 250 when 'months' then 240
                   when 'years' then 100 when 'count' then 10000000 else 100000 end
  from legal_parameter p
 where p.unit <> 'text'
 order by p.code, p.valid_from desc;

update legal_parameter_bound set least = 14, most = 25 where code = 'minor.age';
update legal_parameter_bound set most = 31 where code = 'detention.vrs.max';
update legal_parameter_bound set least = 0 where code = 'departure.extension.max';

insert into legal_parameter_bound (code, words, of_bases)
select distinct p.code, case p.code when 'detention.vrs.anew' then 'GROUND,FINDING,NONE' end, p.code like 'follow_up.bases.%'
  from legal_parameter p
 where p.unit = 'text';

insert into legal_parameter_pair (lower, upper)
values
    ('departure.term.min', 'departure.term.max'),
    ('ban.voluntary.min', 'ban.voluntary.max'),
    ('ban.removal.usual', 'ban.removal.max'),
    ('ban.court.min', 'ban.court.max'),
    ('removal.notice.short', 'removal.notice'),
    ('detention.vrs.max', 'detention.court.total'),
    ('detention.court.once', 'detention.court.total'),
    ('detention.court.total', 'detention.max'),
    ('detention.age.min', 'minor.age');

create function law_days(value numeric, unit text) returns numeric language sql immutable as $$
    select value * case unit when 'hours' then 1 / 24.0 when 'months' then 30.4375 when 'years' then 365.25 else 1 end
$$;
comment on function law_days(numeric, text) is 'reference: about how many days a term has, to compare terms in different units';

-- The first thing that is wrong with a value from a day on, and what it is measured by.
create function law_value_mistake(
    of_code text, new_value numeric, new_text text, from_day date, out mistake text, out measure text, out other text)
language sql stable as $$
    with unit as (
        select p.unit from legal_parameter p where p.code = of_code order by p.valid_from desc limit 1
    ), wrong(place, mistake, measure, other) as (
        select 1, 'TOO_SMALL', trim_scale(b.least)::text, null::text
          from legal_parameter_bound b where b.code = of_code and new_value < b.least
        union all
        select 2, 'TOO_LARGE', trim_scale(b.most)::text, null
          from legal_parameter_bound b where b.code = of_code and new_value > b.most
        union all
        select 3, 'ABOVE_OTHER', trim_scale(o.value)::text || ' ' || o.unit, o.code
          from legal_parameter_pair r
          join legal_parameter o on o.code = r.upper and coalesce(o.valid_to, 'infinity') >= from_day
         cross join unit u
         where r.lower = of_code and law_days(new_value, u.unit) > law_days(o.value, o.unit)
        union all
        select 4, 'BELOW_OTHER', trim_scale(o.value)::text || ' ' || o.unit, o.code
          from legal_parameter_pair r
          join legal_parameter o on o.code = r.lower and coalesce(o.valid_to, 'infinity') >= from_day
         cross join unit u
         where r.upper = of_code and law_days(new_value, u.unit) < law_days(o.value, o.unit)
        union all
        select 5, 'UNKNOWN_CODE', w.word, null
          from legal_parameter_bound b
         cross join lateral unnest(string_to_array(new_text, ',')) w(word)
         where b.code = of_code
           and (b.words is not null and not w.word = any (string_to_array(b.words, ','))
                or b.of_bases and not exists (select 1 from legal_basis l
                                               where l.code = w.word and coalesce(l.valid_to, 'infinity') >= from_day))
    )
    select w.mistake, w.measure, w.other from wrong w order by w.place limit 1
$$;
comment on function law_value_mistake(text, numeric, text, date) is 'reference: what is wrong with a value of a legal parameter from a day on: it is out of bounds, on the wrong side of another, or names a code that does not exist';

create function law_change_makes_sense() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    if new.value is not null or new.value_text is not null then
        select m.mistake into wrong from law_value_mistake(new.code, new.value, new.value_text, new.valid_from) m;
        if wrong in ('TOO_SMALL', 'TOO_LARGE') then
            raise check_violation using message = 'the value of a legal parameter is out of its bounds', constraint = 'law_change_within_bounds';
        elsif wrong in ('ABOVE_OTHER', 'BELOW_OTHER') then
            raise check_violation using message = 'the least of a pair of legal parameters is above the most', constraint = 'law_change_pair_ordered';
        elsif wrong is not null then
            raise check_violation using message = 'a legal parameter names a code that does not exist', constraint = 'law_change_codes_known';
        end if;
    end if;
    return new;
end
$$;
comment on function law_change_makes_sense() is 'law: holds that a proposed and an approved value is within its bounds, on the right side of its pair, and names codes that exist';
create trigger law_change_makes_sense before insert on law_change for each row execute function law_change_makes_sense();
create trigger law_change_approved_makes_sense before update on law_change
    for each row when (old.answer is null and new.answer = 'APPROVED') execute function law_change_makes_sense();
