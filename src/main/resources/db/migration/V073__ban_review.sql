-- The authority that set a ban of more than three years reviews it every three years from the decision (Immigration Law s. 63(7)).
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values ('ban_review', 'Aizlieguma pārskatīšanas iznākums', 'Result of the review of a ban', false, 307);
insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('ban_review', 'KEPT', 'Aizliegums joprojām ir vajadzīgs', 'The ban is still needed', 10, '2003-05-01', null, 'confirmed', 'Immigration Law (2002), s. 63(7)'),
    ('ban_review', 'CHANGE', 'Aizliegums jāatceļ vai jāsaīsina', 'The ban is to be cancelled or shortened', 20, '2003-05-01', null, 'confirmed', 'Immigration Law (2002), s. 63(7)');

create table ban_review (
    id          uuid not null,
    ban_id      uuid not null references ban (id),
    person_id   uuid not null references person (id),
    due_on      date not null,
    reviewed_on date not null,
    result      text not null,
    reasons     text not null,
    reviewed_by uuid not null,
    reviewed_at timestamptz not null,
    constraint ban_review_pk primary key (id),
    constraint ban_review_once unique (ban_id, due_on),
    constraint ban_review_result_known check (result in ('KEPT', 'CHANGE')),
    constraint ban_review_not_in_future check (reviewed_on <= (reviewed_at at time zone 'Europe/Riga')::date)
);
create index ban_review_of_person on ban_review (person_id);
comment on table ban_review is 'ban: that somebody looked whether a long ban is still needed, and what came of it; never changed | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column ban_review.id is '– | none | Key';
comment on column ban_review.ban_id is 'Immigration Law s. 63(7) | none | Ban';
comment on column ban_review.person_id is '– | none | Person';
comment on column ban_review.due_on is 'Immigration Law s. 63(7) | personal | Day until which it was to be reviewed';
comment on column ban_review.reviewed_on is 'Immigration Law s. 63(7) | personal | Day of the review';
comment on column ban_review.result is 'Immigration Law s. 63(7) | personal | Result: code of the list BAN_REVIEW';
comment on column ban_review.reasons is 'Immigration Law s. 63(7) | personal | Why';
comment on column ban_review.reviewed_by is 'Immigration Law s. 63(7) | official | Official who reviewed it';
comment on column ban_review.reviewed_at is 'Reg. 122 p. 13 | none | When it was entered';
create index ban_long on ban (decision_id) where term_months is null or term_months > 12;

-- Until when a ban is to be reviewed next, by the law of the day; none for a ban that is not reviewed. A review covers the period in which
-- it was made and the one it was due for.
create function ban_review_due(one uuid, on_day date) returns date language sql stable as $$
    select case when f.due > s.seen then f.due
                else (d.decided_on + make_interval(years => e.years * (k.times + 1)))::date
           end
      from ban b
      join decision d on d.id = b.decision_id and d.signed_at is not null
      join legal_parameter o on o.code = 'ban.review.over' and on_day between o.valid_from and coalesce(o.valid_to, 'infinity')
      join legal_parameter y on y.code = 'ban.review.every' and on_day between y.valid_from and coalesce(y.valid_to, 'infinity')
     cross join lateral (select y.value::integer as years) e
     cross join lateral (select coalesce((select max(greatest(r.due_on, r.reviewed_on)) from ban_review r where r.ban_id = b.id),
                                         d.decided_on) as seen) s
     cross join lateral (select floor(extract(year from age(s.seen, d.decided_on)) / e.years)::integer + 1 as times) k
     cross join lateral (select (d.decided_on + make_interval(years => e.years * k.times))::date as due) f
     where b.id = one
       and (coalesce(b.reduced_months, b.term_months) is null or coalesce(b.reduced_months, b.term_months) > o.value * 12)
$$;
comment on function ban_review_due(uuid, date) is 'ban: until when a ban is to be reviewed next, by the law of a day';
