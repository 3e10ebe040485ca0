-- When a ban is reviewed, by any values of the law: those in force, and those that are only tried.
select set_config('register.actor', 'migration', true);

create function ban_review_due(one uuid, longer_than integer, every integer) returns date language sql stable as $$
    select case when f.due > s.seen then f.due
                else (d.decided_on + make_interval(years => every * (k.times + 1)))::date
           end
      from ban b
      join decision d on d.id = b.decision_id and d.signed_at is not null
     cross join lateral (select coalesce((select max(greatest(r.due_on, r.reviewed_on)) from ban_review r where r.ban_id = b.id),
                                         d.decided_on) as seen) s
     cross join lateral (select floor(extract(year from age(s.seen, d.decided_on)) / nullif(every, 0))::integer + 1 as times) k
     cross join lateral (select (d.decided_on + make_interval(years => every * k.times))::date as due) f
     where b.id = one
       and (coalesce(b.reduced_months, b.term_months) is null or coalesce(b.reduced_months, b.term_months) > longer_than * 12)
$$;
comment on function ban_review_due(uuid, integer, integer) is 'ban: until when a ban is to be reviewed next, where those of more years are, every so many years';

create or replace function ban_review_due(one uuid, on_day date) returns date language sql stable as $$
    select ban_review_due(one, o.value::integer, y.value::integer)
      from legal_parameter o
      join legal_parameter y on y.code = 'ban.review.every' and on_day between y.valid_from and coalesce(y.valid_to, 'infinity')
     where o.code = 'ban.review.over' and on_day between o.valid_from and coalesce(o.valid_to, 'infinity')
$$;
