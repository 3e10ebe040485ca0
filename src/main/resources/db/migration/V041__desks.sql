-- Desks of a register of a million persons: a case keeps when it was handed over, and what was returned has an index.
select set_config('register.actor', 'migration', true);
alter table return_case add column handed_at timestamptz;
update return_case c
   set handed_at = h.handed_at
  from (select case_id, max(handed_at) as handed_at from handover group by case_id) h
 where h.case_id = c.id;
alter table return_case add constraint return_case_handed_whole check ((handed_at is null) = (competent = institution));
comment on column return_case.handed_at is 'Reg. 122 p. 8 | none | When it was handed to the institution that is competent; none when that opened it';
create index return_case_handed on return_case (competent, handed_at, id) where undecided and handed_at is not null;
create index decision_returned on decision (institution, returned_at, id)
    where signed_at is null and withdrawn_at is null and sent_at is null and returned_at is not null;

-- The likely duplicates were written with three bits; they need not be looked for anew because this is said now.
update likeness_progress set weights = weights || ' 3';
