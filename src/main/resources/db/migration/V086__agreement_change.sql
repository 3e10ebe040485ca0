-- The terms of an agreement are proposed by one official and approved by another, and what was agreed before stays readable. Suspending is
-- at once; ending a suspension needs two again.
select set_config('register.actor', 'migration', true);

create table agreement_change (
    id            uuid not null,
    agreement     text not null references agreement (number),
    kind          text not null,
    legal_basis   text,
    signed_on     date,
    services      text[],
    attributes    text[],
    purposes      text[],
    per_minute    integer,
    per_day       integer,
    hours_from    time,
    hours_to      time,
    networks      text[],
    valid_from    date,
    valid_to      date,
    contact       text,
    reason        text not null,
    proposed_by   uuid,
    proposed_at   timestamptz not null,
    answer        text,
    answer_reason text,
    answered_by   uuid,
    answered_at   timestamptz,
    version       integer not null default 0,
    constraint agreement_change_pk primary key (id),
    constraint agreement_change_of_agreement unique (agreement, id),
    constraint agreement_change_kind_known check (kind in ('TERMS', 'SUSPENSION', 'RESUMPTION')),
    constraint agreement_change_terms_whole check (
        case kind when 'TERMS' then num_nulls(legal_basis, services, attributes, purposes, networks, valid_from) = 0
                  else num_nonnulls(legal_basis, signed_on, services, attributes, purposes, per_minute, per_day, hours_from, hours_to,
                                    networks, valid_from, valid_to, contact) = 0 end),
    constraint agreement_change_has_service check (cardinality(services) > 0),
    constraint agreement_change_services_known check (services <@ array['CHECK', 'CHECK_MANY']),
    constraint agreement_change_attributes_known check (
        attributes <@ array['REASONS', 'INSTRUCTION', 'BAN_TERRITORY', 'BAN_DAYS', 'BAN_LEGAL_BASIS', 'BAN_DECISION', 'BAN_AUTHORITY',
                            'IDENTITY', 'DOCUMENTS']),
    constraint agreement_change_has_purpose check (cardinality(purposes) > 0),
    constraint agreement_change_limits_positive check (per_minute > 0 and per_day > 0),
    constraint agreement_change_hours_whole check ((hours_from is null) = (hours_to is null) and hours_from < hours_to),
    constraint agreement_change_period check (valid_to >= valid_from),
    constraint agreement_change_reason_given check (reason <> ''),
    constraint agreement_change_answer_known check (answer in ('APPROVED', 'DECLINED', 'WITHDRAWN')),
    constraint agreement_change_answer_whole check (
        (answer is null) = (answered_at is null) and (answer is null or (answered_by is null) = (proposed_by is null))
        and (answer is not null or answered_by is null)),
    constraint agreement_change_four_eyes check (
        kind = 'SUSPENSION' or answer not in ('APPROVED', 'DECLINED') or answered_by <> proposed_by),
    constraint agreement_change_suspension_at_once check (
        kind <> 'SUSPENSION'
        or (answer is not distinct from 'APPROVED' and answered_by is not distinct from proposed_by and answered_at = proposed_at)),
    constraint agreement_change_withdrawn_by_its_own check (answer <> 'WITHDRAWN' or answered_by = proposed_by),
    constraint agreement_change_refusal_has_reason check (
        answer = 'APPROVED' or answer is null or coalesce(answer_reason, '') <> '')
);
create unique index agreement_change_one_waits on agreement_change (agreement) where answer is null;
create index agreement_change_proposed on agreement_change (agreement, proposed_at desc, id desc);
comment on table agreement_change is 'partner: what was proposed for an agreement and what was answered: its terms, its suspension and the end of one | entered by officials | as long as the journal names the agreement';
comment on column agreement_change.id is '– | none | Key';
comment on column agreement_change.agreement is 'Reg. 122 p. 14 | none | Agreement';
comment on column agreement_change.kind is '– | none | TERMS, SUSPENSION or RESUMPTION';
comment on column agreement_change.legal_basis is 'Reg. 122 p. 14 | none | Legal basis';
comment on column agreement_change.signed_on is 'Reg. 122 p. 14 | none | Date of the written agreement; none: not known';
comment on column agreement_change.services is 'Reg. 122 p. 14 | none | What may be called';
comment on column agreement_change.attributes is 'Reg. 122 p. 14 | none | What an answer may tell beside the verdict';
comment on column agreement_change.purposes is 'LED 25(1) | none | Purposes that may be stated: codes of the list PURPOSE';
comment on column agreement_change.per_minute is 'Reg. 122 p. 14 | none | Questions in a minute at most; none: as many as it likes';
comment on column agreement_change.per_day is 'Reg. 122 p. 14 | none | Questions in a day at most; none: as many as it likes';
comment on column agreement_change.hours_from is 'Reg. 122 p. 14 | none | From what time of the day it may ask; none: at any time';
comment on column agreement_change.hours_to is 'Reg. 122 p. 14 | none | Until what time of the day it may ask';
comment on column agreement_change.networks is 'Reg. 122 p. 14 | none | Networks it may ask from, as address and length; none: from any';
comment on column agreement_change.valid_from is 'Reg. 122 p. 14 | none | First day';
comment on column agreement_change.valid_to is 'Reg. 122 p. 14 | none | Last day; none: until it is ended';
comment on column agreement_change.contact is 'Reg. 122 p. 14 | official | Who answers for it at the institution, and how to reach him; none: not known';
comment on column agreement_change.reason is '– | none | Why';
comment on column agreement_change.proposed_by is '– | official | Who proposed it; none: it was in force before changes were kept';
comment on column agreement_change.proposed_at is '– | none | When';
comment on column agreement_change.answer is '– | none | APPROVED, DECLINED or WITHDRAWN; none while it waits';
comment on column agreement_change.answer_reason is '– | none | Why it was declined or withdrawn';
comment on column agreement_change.answered_by is '– | official | Who approved, declined or withdrew it';
comment on column agreement_change.answered_at is '– | none | When; what was approved holds from then on';
comment on column agreement_change.version is '– | none | Version';

-- What is in force now becomes the first terms, with all that an answer told until now.
insert into agreement_change (id, agreement, kind, legal_basis, services, attributes, purposes, per_minute, per_day, hours_from, hours_to,
                              networks, valid_from, valid_to, reason, proposed_at, answer, answered_at)
select gen_random_uuid(), a.number, 'TERMS', a.legal_basis, array['CHECK', 'CHECK_MANY'],
       array['REASONS', 'INSTRUCTION', 'BAN_TERRITORY', 'BAN_DAYS'], a.purposes, a.per_minute, a.per_day, a.hours_from, a.hours_to,
       a.networks, a.valid_from, a.valid_to, 'V086', a.valid_from::timestamptz, 'APPROVED', a.valid_from::timestamptz
  from agreement a;
insert into agreement_change (id, agreement, kind, reason, proposed_at, answer, answered_at)
select gen_random_uuid(), a.number, 'SUSPENSION', 'V086', a.suspended_at, 'APPROVED', a.suspended_at
  from agreement a
 where a.suspended_at is not null;

alter table agreement
    add column terms uuid,
    add constraint agreement_terms_of_it foreign key (number, terms) references agreement_change (agreement, id);
update agreement a
   set terms = c.id
  from agreement_change c
 where c.agreement = a.number and c.kind = 'TERMS';
alter table agreement
    drop column legal_basis,
    drop column purposes,
    drop column valid_from,
    drop column valid_to,
    drop column per_minute,
    drop column per_day,
    drop column hours_from,
    drop column hours_to,
    drop column networks;
comment on column agreement.terms is 'Reg. 122 p. 14 | none | Terms in force: the approved change that set them; none: not approved yet';

create function agreement_change_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.proposed_by is null and coalesce(current_setting('register.actor', true), '') <> 'migration' then
            raise exception 'nobody proposed the change of an agreement'
                using errcode = 'check_violation', constraint = 'agreement_change_proposed_by_somebody', table = 'agreement_change';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' or old.answer is not null
            or (new.id, new.agreement, new.kind, new.legal_basis, new.signed_on, new.services, new.attributes, new.purposes, new.per_minute,
                new.per_day, new.hours_from, new.hours_to, new.networks, new.valid_from, new.valid_to, new.contact, new.reason,
                new.proposed_by, new.proposed_at)
                is distinct from
                (old.id, old.agreement, old.kind, old.legal_basis, old.signed_on, old.services, old.attributes, old.purposes, old.per_minute,
                 old.per_day, old.hours_from, old.hours_to, old.networks, old.valid_from, old.valid_to, old.contact, old.reason,
                 old.proposed_by, old.proposed_at) then
        raise exception 'the change of an agreement was rewritten'
            using errcode = 'check_violation', constraint = 'agreement_change_keeps_its_past', table = 'agreement_change';
    end if;
    return new;
end
$$;
comment on function agreement_change_keeps_its_past() is 'partner: a change is proposed by somebody and answered once, and neither it nor its answer is changed';
create trigger agreement_change_keeps_its_past before insert or update or delete on agreement_change
    for each row execute function agreement_change_keeps_its_past();

-- The door reads one row: the terms it names, and whether it is suspended, are what was approved last.
create function agreement_by_approved_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        -- It stands in addresses and in a header.
        if new.number !~ '^[A-Za-z0-9][A-Za-z0-9-]{0,59}$' then
            raise exception 'the number of an agreement is not plain'
                using errcode = 'check_violation', constraint = 'agreement_number_plain', table = 'agreement';
        end if;
        if new.terms is not null or new.suspended_at is not null then
            raise exception 'an agreement begins with nothing agreed'
                using errcode = 'check_violation', constraint = 'agreement_terms_as_approved', table = 'agreement';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' or (new.number, new.institution) is distinct from (old.number, old.institution) then
        raise exception 'an agreement was rewritten'
            using errcode = 'check_violation', constraint = 'agreement_keeps_its_past', table = 'agreement';
    end if;
    if new.terms is distinct from (
            select c.id
              from agreement_change c
             where c.agreement = new.number and c.kind = 'TERMS' and c.answer = 'APPROVED'
             order by c.answered_at desc, c.id desc
             limit 1) then
        raise exception 'the terms of an agreement are not those that were approved last'
            using errcode = 'check_violation', constraint = 'agreement_terms_as_approved', table = 'agreement';
    end if;
    if new.suspended_at is distinct from (
            select case c.kind when 'SUSPENSION' then c.answered_at end
              from agreement_change c
             where c.agreement = new.number and c.kind <> 'TERMS' and c.answer = 'APPROVED'
             order by c.answered_at desc, c.id desc
             limit 1) then
        raise exception 'whether an agreement is suspended was not decided so'
            using errcode = 'check_violation', constraint = 'agreement_suspended_as_decided', table = 'agreement';
    end if;
    return new;
end
$$;
comment on function agreement_by_approved_change() is 'partner: an agreement has the terms approved last, and is suspended as was decided last';
create trigger agreement_by_approved_change before insert or update or delete on agreement
    for each row execute function agreement_by_approved_change();

alter table client
    add column issued_by uuid,
    add column issued_at timestamptz,
    add column blocked_by uuid,
    add column blocked_reason text,
    add constraint client_issued_whole check ((issued_by is null) = (issued_at is null)),
    add constraint client_blocked_whole check (
        blocked_at is not null or (blocked_by is null and blocked_reason is null)),
    add constraint client_block_has_reason check (blocked_by is null or coalesce(blocked_reason, '') <> '');
create unique index client_name_in_use on client (agreement, name) where blocked_at is null and issued_at is not null;
create index client_agreement on client (agreement);
comment on column client.issued_by is '– | official | Who issued its key; none: it was issued before this was kept';
comment on column client.issued_at is '– | none | When its key was issued';
comment on column client.blocked_by is '– | official | Who revoked its key';
comment on column client.blocked_reason is '– | none | Why';

create function client_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.blocked_at is not null
            or (new.id, new.agreement, new.name, new.key_sha256, new.issued_by, new.issued_at)
                is distinct from (old.id, old.agreement, old.name, old.key_sha256, old.issued_by, old.issued_at) then
        raise exception 'the key of a system was changed or taken back into use'
            using errcode = 'check_violation', constraint = 'client_keeps_its_past', table = 'client';
    end if;
    return new;
end
$$;
comment on function client_keeps_its_past() is 'partner: a key stays what it was issued for, and one that was revoked stays so';
create trigger client_keeps_its_past before update or delete on client
    for each row execute function client_keeps_its_past();
