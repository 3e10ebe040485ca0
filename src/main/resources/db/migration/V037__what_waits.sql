-- What waits for an official is a handful among everything ever decided. Where a decision and a case stand is kept beside them,
-- so that a work list goes through what waits and not through what is past.
select set_config('register.actor', 'migration', true);
alter table return_case add column undecided boolean not null default true;
alter table decision
    add column served_on date,
    add column departed_on date,
    add column open boolean not null default false;

create function settle_case(one uuid) returns void language sql as $$
    update decision d
       set served_on = t.served_on, departed_on = t.departed_on, open = t.open
      from (select x.id, s.served_on, e.departed_on,
                   x.signed_at is not null
                   and not exists (select 1 from departure a where a.case_id = x.case_id)
                   and not exists (select 1 from decision n where n.case_id = x.case_id and n.signed_at > x.signed_at) as open
              from decision x
              left join service s on s.decision_id = x.id
              left join departure e on e.decision_id = x.id
             where x.case_id = one) t
     where d.id = t.id and (d.served_on, d.departed_on, d.open) is distinct from (t.served_on, t.departed_on, t.open);
    update return_case c
       set undecided = t.undecided
      from (select not exists (select 1 from decision d where d.case_id = one and d.signed_at is not null) as undecided) t
     where c.id = one and c.undecided <> t.undecided;
$$;
comment on function settle_case(uuid) is 'decision: writes where the decisions of a case stand, and whether it has one';

create function keep_settled() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'service' then
        perform settle_case((select case_id from decision where id = new.decision_id));
    else
        perform settle_case(new.case_id);
    end if;
    return null;
end
$$;
comment on function keep_settled() is 'decision: settles the case that a decision, service or departure is of';

create trigger decision_keeps_settled after insert or update of signed_at on decision
    for each row execute function keep_settled();
create trigger service_keeps_settled after insert or update of served_on on service
    for each row execute function keep_settled();
create trigger departure_keeps_settled after insert or update of departed_on on departure
    for each row execute function keep_settled();

select settle_case(id) from return_case;

alter table decision add constraint decision_open_signed check (not open or signed_at is not null),
    add constraint decision_served_signed check (served_on is null or signed_at is not null),
    add constraint decision_departed_closed check (departed_on is null or not open);
comment on column return_case.undecided is '– | none | Whether no decision has been signed in it; kept by the database';
comment on column decision.served_on is '– | personal | Day of its service; kept by the database';
comment on column decision.departed_on is '– | personal | Day of the departure under it; kept by the database';
comment on column decision.open is '– | none | Signed, nobody has left under its case, and none signed later in it; kept by the database';

-- For the lists, newest first.
create index return_case_undecided on return_case (number desc) where undecided;
create index decision_unsigned on decision (prepared_at desc, id desc) where signed_at is null and withdrawn_at is null;
create index decision_unserved on decision (prepared_at desc, id desc) where signed_at is not null and served_on is null;
create index decision_staying on decision (prepared_at desc, id desc) where served_on is not null and departed_on is null;
create index decision_withdrawn on decision (prepared_at desc, id desc) where withdrawn_at is not null;
-- For the queues of the desktop, what has waited longest first.
create index return_case_waiting on return_case (competent, unit, opened_on, id) where undecided;
create index return_case_newest on return_case (institution, opened_on desc, id desc);
create index decision_to_sign on decision (institution, sent_at, id)
    where signed_at is null and withdrawn_at is null and sent_at is not null;
create index decision_to_finish on decision (institution, (coalesce(returned_at, prepared_at)), id)
    where signed_at is null and withdrawn_at is null and sent_at is null;
create index decision_to_serve on decision (institution, signed_at, id) where signed_at is not null and served_on is null;
create index decision_to_leave on decision (institution, leave_by desc, id) where open and kind = 'DEPARTURE_ORDER';
create index decision_to_remove on decision (signed_at desc, id) where open and kind = 'REMOVAL';
-- The same view, read from the decision that knows its departure.
create or replace view ban_clock with (security_invoker = true) as
select b.id, b.person_id, d.id as decision_id, b.territory, b.legal_basis, b.term_months,
       d.number as decision_number, d.institution, d.decided_on,
       d.departed_on as from_day,
       (d.departed_on + make_interval(months => b.term_months))::date as to_day
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
 where b.dropped_at is null;
