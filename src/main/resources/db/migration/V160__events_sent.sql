-- An institution may be sent the events of whom it follows: its agreement names the address, by four eyes as all of its terms. The feed stays.
select set_config('register.actor', 'migration', true);

alter table agreement_change
    add column events_url text,
    drop constraint agreement_change_terms_whole,
    add constraint agreement_change_terms_whole check (
        case kind when 'TERMS' then num_nulls(legal_basis, services, attributes, purposes, networks, valid_from, ways) = 0
                  else num_nonnulls(legal_basis, signed_on, services, attributes, purposes, per_minute, per_day, hours_from, hours_to,
                                    networks, valid_from, valid_to, contact, ways, events_url) = 0 end),
    add constraint agreement_change_events_address check (
        events_url is null or (events_url ~ '^https?://[^/?#@[:space:]]+(/[^#[:space:]]*)?$' and length(events_url) <= 300)),
    add constraint agreement_change_events_of_followed check (events_url is null or 'FOLLOW' = any(services));
comment on column agreement_change.events_url is 'Reg. 122 p. 14 | none | Where events are sent; none: they are only read';

create or replace function agreement_change_keeps_its_past() returns trigger language plpgsql as $$
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
                new.per_day, new.hours_from, new.hours_to, new.networks, new.valid_from, new.valid_to, new.contact, new.ways, new.events_url,
                new.reason, new.proposed_by, new.proposed_at)
                is distinct from
                (old.id, old.agreement, old.kind, old.legal_basis, old.signed_on, old.services, old.attributes, old.purposes, old.per_minute,
                 old.per_day, old.hours_from, old.hours_to, old.networks, old.valid_from, old.valid_to, old.contact, old.ways, old.events_url,
                 old.reason, old.proposed_by, old.proposed_at) then
        raise exception 'the change of an agreement was rewritten'
            using errcode = 'check_violation', constraint = 'agreement_change_keeps_its_past', table = 'agreement_change';
    end if;
    return new;
end
$$;

create table event_sending (
    agreement    text not null,
    place        bigint not null,
    attempts     integer not null default 0,
    next_at      timestamptz not null,
    leased_until timestamptz,
    told_under   uuid,
    delivered_at timestamptz,
    dead_at      timestamptz,
    fault        text,
    detail       text,
    constraint event_sending_pk primary key (agreement, place),
    constraint event_sending_of_event foreign key (agreement, place) references followed_event (agreement, place),
    constraint event_sending_under_its_terms foreign key (agreement, told_under) references agreement_change (agreement, id),
    constraint event_sending_ends_once check (delivered_at is null or dead_at is null),
    constraint event_sending_told_under_terms check (delivered_at is null or told_under is not null),
    constraint event_sending_attempts_counted check (attempts >= 0),
    constraint event_sending_fault_known check (fault in ('NOT_ALLOWED', 'UNREACHABLE', 'NO_ANSWER', 'NOT_TAKEN'))
);
create index event_sending_due on event_sending (agreement, place) where delivered_at is null;
create index event_sending_leased on event_sending (agreement) where leased_until is not null;
create index followed_event_followed on followed_event (followed_id, place);
comment on table event_sending is 'following: how far an event is sent to the address its agreement names | the register itself | as long as the event';
comment on column event_sending.agreement is 'Reg. 122 p. 14 | none | Agreement whose feed the event stands in';
comment on column event_sending.place is '– | none | Place in the feed';
comment on column event_sending.attempts is '– | none | Attempts that failed, since it was put or sent again';
comment on column event_sending.next_at is '– | none | Not sent before';
comment on column event_sending.leased_until is '– | none | Until when the process that sends it has it to itself; none: nobody sends it';
comment on column event_sending.told_under is 'LED 25(1) | none | Terms under which it was sent last, and the look at it recorded';
comment on column event_sending.delivered_at is '– | none | When the institution took it';
comment on column event_sending.dead_at is '– | none | Since when it is not tried any more, until an official has it sent again';
comment on column event_sending.fault is '– | none | Why the last attempt failed: NOT_ALLOWED, UNREACHABLE, NO_ANSWER, NOT_TAKEN';
comment on column event_sending.detail is '– | none | What was answered instead, without any content';

create function event_sending_keeps_its_order() returns trigger language plpgsql as $$
begin
    if old.delivered_at is not null then
        raise exception 'an event that was taken is sent again'
            using errcode = 'check_violation', constraint = 'event_sending_taken_once', table = 'event_sending';
    end if;
    if new.delivered_at is not null and exists (
            select 1
              from followed_event e
              join followed_event b on b.followed_id = e.followed_id and b.place < e.place
              join event_sending s on s.agreement = b.agreement and s.place = b.place and s.delivered_at is null
             where e.agreement = new.agreement and e.place = new.place) then
        raise exception 'an event was taken before an earlier one about the same person'
            using errcode = 'check_violation', constraint = 'event_sending_in_order', table = 'event_sending';
    end if;
    return new;
end
$$;
comment on function event_sending_keeps_its_order() is 'following: events about whom an institution follows are taken in their order, and each once';
create trigger event_sending_keeps_its_order before update on event_sending
    for each row execute function event_sending_keeps_its_order();
