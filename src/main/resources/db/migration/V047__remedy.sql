-- Contesting a decision and appealing against it: what suspends the execution, and what came of it.
select set_config('register.actor', 'migration', true);

create table remedy (
    id             uuid not null,
    decision_id    uuid not null references decision (id),
    person_id      uuid not null references person (id),
    kind           text not null,
    filed_on       date not null,
    addressee      text not null,
    number         text,
    suspends       boolean not null,
    grounds        text,
    entered_by     uuid not null,
    entered_at     timestamptz not null,
    result         text,
    result_on      date,
    result_number  text,
    result_note    text,
    leave_by       date,
    resolved_by    uuid,
    resolved_at    timestamptz,
    version        integer not null default 0,
    constraint remedy_pk primary key (id),
    constraint remedy_kind_known check (kind in ('CONTEST', 'APPEAL', 'CASSATION')),
    constraint remedy_result_known check (result in ('UPHELD', 'AMENDED', 'CANCELLED', 'WITHDRAWN', 'REJECTED')),
    constraint remedy_not_in_future check (filed_on <= (entered_at at time zone 'Europe/Riga')::date),
    constraint remedy_result_whole check (
        (result is null) = (result_on is null) and (result is null) = (resolved_by is null)
        and (result is null) = (resolved_at is null)),
    constraint remedy_resolved_after check (result_on >= filed_on),
    constraint remedy_result_not_in_future check (result_on <= (resolved_at at time zone 'Europe/Riga')::date),
    constraint remedy_term_of_a_suspension check (leave_by is null or suspends and result is not null)
);
create unique index remedy_one_open on remedy (decision_id) where result is null;
create index remedy_of_decision on remedy (decision_id, filed_on);
create index remedy_of_person on remedy (person_id);
comment on table remedy is 'remedy: a decision contested before a higher authority or appealed against before a court | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column remedy.id is '– | none | Key';
comment on column remedy.decision_id is 'Directive 2008/115/EC Art. 13 | none | Decision it is against';
comment on column remedy.person_id is '– | none | Person';
comment on column remedy.kind is 'Directive 2008/115/EC Art. 13 | personal | Kind: code of the list REMEDY_KIND';
comment on column remedy.filed_on is 'Directive 2008/115/EC Art. 13 | personal | Date on which it was filed';
comment on column remedy.addressee is 'Directive 2008/115/EC Art. 13 | personal | Authority or court it was filed with';
comment on column remedy.number is '– | personal | Number of the case there';
comment on column remedy.suspends is 'Directive 2008/115/EC Art. 13(2) | personal | Whether it suspends the execution';
comment on column remedy.grounds is '– | personal | What the person objects to';
comment on column remedy.entered_by is 'Reg. 122 p. 6–8 | official | Official who entered it';
comment on column remedy.entered_at is 'Reg. 122 p. 13 | none | When it was entered';
comment on column remedy.result is 'Directive 2008/115/EC Art. 13 | personal | Result: code of the list REMEDY_RESULT';
comment on column remedy.result_on is 'Directive 2008/115/EC Art. 13 | personal | Date of the result';
comment on column remedy.result_number is '– | personal | Number of the ruling';
comment on column remedy.result_note is '– | personal | The result in words';
comment on column remedy.leave_by is 'Immigration Law s. 43 | personal | Last day to leave, counted anew after the suspension';
comment on column remedy.resolved_by is 'Reg. 122 p. 6–8 | official | Official who entered the result';
comment on column remedy.resolved_at is 'Reg. 122 p. 13 | none | When the result was entered';
comment on column remedy.version is '– | none | Counts changes';

-- A decision is suspended by a follow-up decision or by a remedy that waits; it is cancelled by either.
create or replace function settle_follow_ups(one uuid) returns void language sql as $$
    update decision d
       set cancelled_on = least((select min(f.effect_on) from follow_up f
                                  where f.decision_id = one and f.ban_id is null and f.kind = 'CANCEL'
                                    and f.signed_at is not null),
                                (select min(r.result_on) from remedy r
                                  where r.decision_id = one and r.result = 'CANCELLED')),
           suspended_on = least(suspended_since(one, null),
                                (select min(r.filed_on) from remedy r
                                  where r.decision_id = one and r.suspends and r.result is null))
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
comment on function settle_follow_ups(uuid) is 'followup, remedy: writes beside a decision and its bans what follow-up decisions and remedies make of them';

create function remedy_settles() returns trigger language plpgsql as $$
begin
    if new.filed_on < (select decided_on from decision where id = new.decision_id) then
        raise check_violation using message = 'a remedy cannot be filed before the decision it is against',
            constraint = 'remedy_not_before_decision';
    end if;
    perform settle_follow_ups(new.decision_id);
    return null;
end
$$;
comment on function remedy_settles() is 'remedy: settles the decision a remedy is against';
create trigger remedy_settles after insert or update on remedy for each row execute function remedy_settles();
