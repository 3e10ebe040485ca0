-- Follow-up decisions (Reg. 122 5.14): each points at exactly one decision or one of its bans, and says from which day it holds.
select set_config('register.actor', 'migration', true);

create table follow_up (
    id             uuid not null,
    case_id        uuid not null references return_case (id),
    person_id      uuid not null references person (id),
    decision_id    uuid not null references decision (id),
    ban_id         uuid references ban (id),
    kind           text not null,
    institution    text not null references institution (code),
    unit           text not null references unit (code),
    legal_basis    text not null,
    effect_on      date not null,
    leave_by       date,
    term_months    integer,
    reasons        text not null,
    prepared_by    uuid not null,
    prepared_at    timestamptz not null,
    declined_by    uuid,
    declined_at    timestamptz,
    decline_reason text,
    number         text,
    decided_on     date,
    signed_by      uuid,
    signed_at      timestamptz,
    version        integer not null default 0,
    constraint follow_up_pk primary key (id),
    constraint follow_up_kind_known check (kind in ('SUSPEND', 'RESUME', 'EXTEND', 'CANCEL', 'REDUCE')),
    constraint follow_up_extension_whole check ((kind = 'EXTEND') = (leave_by is not null)),
    constraint follow_up_extends_decision check (kind <> 'EXTEND' or ban_id is null),
    constraint follow_up_reduction_whole check ((kind = 'REDUCE') = (term_months is not null)),
    constraint follow_up_reduces_ban check (kind <> 'REDUCE' or ban_id is not null),
    constraint follow_up_term_positive check (term_months > 0),
    constraint follow_up_signed_whole check (
        (signed_at is null) = (signed_by is null) and (signed_at is null) = (number is null)
        and (signed_at is null) = (decided_on is null)),
    constraint follow_up_declined_whole check (
        (declined_at is null) = (declined_by is null) and (declined_at is null) = (decline_reason is null)),
    constraint follow_up_answered_once check (signed_at is null or declined_at is null),
    constraint follow_up_four_eyes check (signed_by <> prepared_by and declined_by <> prepared_by),
    constraint follow_up_number_once unique (number)
);
create unique index follow_up_one_open on follow_up (decision_id, coalesce(ban_id, decision_id))
    where signed_at is null and declined_at is null;
create index follow_up_of_decision on follow_up (decision_id);
create index follow_up_of_person on follow_up (person_id);
create index follow_up_to_sign on follow_up (institution, prepared_at, id) where signed_at is null and declined_at is null;
comment on table follow_up is 'followup: a decision that suspends, resumes, cancels or amends another, or reduces the term of a ban | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column follow_up.id is '– | none | Key';
comment on column follow_up.case_id is '– | none | Case';
comment on column follow_up.person_id is '– | none | Person';
comment on column follow_up.decision_id is 'Reg. 122 5.14 | none | Decision it is about, or whose ban';
comment on column follow_up.ban_id is 'Reg. 122 5.14 | none | Ban it is about; none: the decision';
comment on column follow_up.kind is 'Reg. 122 5.14.2 | personal | Kind: code of the list FOLLOW_UP_KIND';
comment on column follow_up.institution is 'Reg. 122 5.14.1 | personal | Institution that decides';
comment on column follow_up.unit is 'Reg. 122 p. 6–8 | none | Unit that prepared it';
comment on column follow_up.legal_basis is 'Reg. 122 5.14 | personal | Legal basis: code of legal_basis';
comment on column follow_up.effect_on is 'Reg. 122 5.14 | personal | First day on which it holds';
comment on column follow_up.leave_by is 'Reg. 122 5.14.2 | personal | New last day to leave';
comment on column follow_up.term_months is 'Reg. 122 5.14.2 | personal | New term of the ban, in months from departure';
comment on column follow_up.reasons is 'Reg. 122 5.14 | personal | Reasons';
comment on column follow_up.prepared_by is 'Reg. 122 p. 6–8 | official | Official who prepared it';
comment on column follow_up.prepared_at is 'Reg. 122 p. 13 | none | When it was prepared';
comment on column follow_up.declined_by is '– | official | Official who declined to sign it';
comment on column follow_up.declined_at is '– | none | When it was declined';
comment on column follow_up.decline_reason is '– | personal | Why it was declined';
comment on column follow_up.number is 'Reg. 122 5.14.3 | personal | Number';
comment on column follow_up.decided_on is 'Reg. 122 5.14.3 | personal | Date';
comment on column follow_up.signed_by is 'Reg. 122 5.14.1 | official | Official who signed it';
comment on column follow_up.signed_at is 'Reg. 122 5.14.3 | none | When it was signed';
comment on column follow_up.version is '– | none | Counts changes';

-- What it makes of its target is kept beside that, as services and departures are.
alter table decision add column cancelled_on date, add column suspended_on date;
alter table ban add column cancelled_on date, add column suspended_on date, add column reduced_months integer;
comment on column decision.cancelled_on is 'Reg. 122 5.14.2 | personal | First day on which it is cancelled; kept by the database';
comment on column decision.suspended_on is 'Reg. 122 5.14.2 | personal | Since when it is suspended; kept by the database';
comment on column ban.cancelled_on is 'Reg. 122 5.14.2 | personal | First day on which it, or its decision, is cancelled; kept by the database';
comment on column ban.suspended_on is 'Reg. 122 5.14.2 | personal | Since when it, or its decision, is suspended; kept by the database';
comment on column ban.reduced_months is 'Reg. 122 5.14.2 | personal | Months its term was reduced to; kept by the database';

create or replace function settle_case(one uuid) returns void language sql as $$
    update decision d
       set served_on = t.served_on, departed_on = t.departed_on, open = t.open
      from (select x.id, s.served_on, e.departed_on,
                   x.signed_at is not null and x.cancelled_on is null
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

-- Since when the decision (no ban) or the ban is suspended: by the last that suspends or resumes it.
create function suspended_since(decision uuid, ban uuid) returns date language sql stable as $$
    select case when f.kind = 'SUSPEND' then f.effect_on end
      from follow_up f
     where f.decision_id = suspended_since.decision and f.ban_id is not distinct from suspended_since.ban
       and f.signed_at is not null and f.kind in ('SUSPEND', 'RESUME')
     order by f.effect_on desc, f.signed_at desc
     limit 1
$$;
comment on function suspended_since(uuid, uuid) is 'followup: since when a decision or a ban is suspended; none when it is not';

create function settle_follow_ups(one uuid) returns void language sql as $$
    update decision d
       set cancelled_on = (select min(f.effect_on) from follow_up f
                            where f.decision_id = one and f.ban_id is null and f.kind = 'CANCEL' and f.signed_at is not null),
           suspended_on = suspended_since(one, null)
     where d.id = one;
    update ban b
       set cancelled_on = least(d.cancelled_on,
                                (select min(f.effect_on) from follow_up f
                                  where f.ban_id = b.id and f.kind = 'CANCEL' and f.signed_at is not null)),
           suspended_on = least(d.suspended_on, suspended_since(one, b.id)),
           reduced_months = (select min(f.term_months) from follow_up f
                              where f.ban_id = b.id and f.kind = 'REDUCE' and f.signed_at is not null)
      from decision d
     where b.decision_id = one and d.id = one;
    select settle_case(case_id) from decision where id = one;
$$;
comment on function settle_follow_ups(uuid) is 'followup: writes beside a decision and its bans what follow-up decisions make of them';

create function follow_up_settles() returns trigger language plpgsql as $$
begin
    if new.effect_on < (select decided_on from decision where id = new.decision_id) then
        raise check_violation using message = 'a follow-up decision cannot hold before the decision it is about',
            constraint = 'follow_up_not_before_target';
    end if;
    perform settle_follow_ups(new.decision_id);
    return null;
end
$$;
comment on function follow_up_settles() is 'followup: settles the decision a signed follow-up decision is about';
create trigger follow_up_settles after insert or update of signed_at on follow_up
    for each row when (new.signed_at is not null) execute function follow_up_settles();

-- A ban that is cancelled before it begins is none; one that is cancelled or suspended later ends the day before.
create or replace view ban_clock with (security_invoker = true) as
select b.id, b.person_id, d.id as decision_id, b.territory, b.legal_basis,
       coalesce(b.reduced_months, b.term_months) as term_months,
       d.number as decision_number, d.institution, d.decided_on,
       d.departed_on as from_day,
       case when d.departed_on is not null
            then least((d.departed_on + make_interval(months => coalesce(b.reduced_months, b.term_months)))::date,
                       b.cancelled_on - 1, b.suspended_on - 1)
       end as to_day
  from ban b
  join decision d on d.id = b.decision_id and d.signed_at is not null
 where b.dropped_at is null and (b.cancelled_on is null or b.cancelled_on > d.departed_on);
create index decision_cancelled on decision (prepared_at desc, id desc) where cancelled_on is not null;
create index decision_suspended on decision (prepared_at desc, id desc) where suspended_on is not null;
