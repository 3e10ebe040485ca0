-- The list of bans goes from decision to decision, the newest first, and never sorts all of them.
create index decision_signed_newest on decision (decided_on desc, id desc) where signed_at is not null;

-- The same view; its decision is named by the table that is gone through in order.
create or replace view ban_clock with (security_invoker = true) as
select b.id, b.person_id, d.id as decision_id, b.territory, b.legal_basis, b.term_months,
       d.number as decision_number, d.institution, d.decided_on,
       p.departed_on as from_day,
       (p.departed_on + make_interval(months => b.term_months))::date as to_day
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
  left join departure p on p.decision_id = b.decision_id
 where b.dropped_at is null;
