create table ban (
    id          uuid not null,
    decision_id uuid not null references decision (id),
    person_id   uuid not null references person (id),
    territory   text not null,
    legal_basis text not null,
    term_months integer,
    reasons     text,
    noted_by    uuid not null,
    noted_at    timestamptz not null,
    dropped_at  timestamptz,
    constraint ban_pk primary key (id),
    constraint ban_territory_known check (territory in ('LV', 'SCH')),
    constraint ban_term_positive check (term_months > 0),
    constraint ban_once_per_decision_and_territory unique (decision_id, territory)
);
create index ban_of_person on ban (person_id);
comment on table ban is 'ban: an entry ban for one territory; a ban for Latvia and one for Schengen are two records';
comment on column ban.id is '– | none | Key';
comment on column ban.decision_id is 'Reg. 122 5.11, 5.13 | none | Decision that imposes it';
comment on column ban.person_id is '– | none | Person';
comment on column ban.territory is 'Reg. 122 5.10, 5.12 | personal | LV or SCH';
comment on column ban.legal_basis is 'Reg. (EU) 2018/1861 20(2)(q) | personal | Legal basis: code of legal_basis';
comment on column ban.term_months is 'Reg. 122 5.10.2, 5.12.2 | personal | Months from departure; none: indefinite';
comment on column ban.reasons is '– | personal | Why this term';
comment on column ban.noted_by is 'Reg. 122 p. 6–7 | official | Who entered it';
comment on column ban.noted_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column ban.dropped_at is '– | none | When it was taken out of the draft again; such a ban was never imposed';

-- The clock of a ban is worked out, never stored: it runs from the day the person left (CJEU C-225/16 Ouhrami), and ends
-- on the same date after its months (Administrative Procedure Law, computation of terms).
create view ban_clock with (security_invoker = true) as
select b.id, b.person_id, b.decision_id, b.territory, b.legal_basis, b.term_months,
       d.number as decision_number, d.institution, d.decided_on,
       p.departed_on as from_day,
       (p.departed_on + make_interval(months => b.term_months))::date as to_day
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
  left join departure p on p.decision_id = b.decision_id
 where b.dropped_at is null;
comment on view ban_clock is 'ban: each ban of a signed decision with the days it runs; no first day means it waits for the departure';
