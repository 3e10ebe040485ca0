-- A follow-up decision is served on the person as the decision is that it is about: the time to contest it begins with that.
select set_config('register.actor', 'migration', true);

create table follow_up_service (
    follow_up_id uuid not null references follow_up (id),
    person_id    uuid not null references person (id),
    served_on    date not null,
    manner       text not null,
    language     text not null,
    note         text,
    unit         text not null references unit (code),
    served_by    uuid not null,
    noted_at     timestamptz not null,
    constraint follow_up_service_pk primary key (follow_up_id),
    constraint follow_up_service_refusal_has_note check (manner <> 'REFUSED_TO_SIGN' or note is not null),
    constraint follow_up_service_not_in_future check (served_on <= (noted_at at time zone 'Europe/Riga')::date)
);
create index follow_up_service_of_person on follow_up_service (person_id);
comment on table follow_up_service is 'followup: how and when a follow-up decision was served on the person | entered by officials | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column follow_up_service.follow_up_id is '– | none | Follow-up decision';
comment on column follow_up_service.person_id is '– | none | Person';
comment on column follow_up_service.served_on is 'Reg. 454 p. 5 | personal | Date of service';
comment on column follow_up_service.manner is 'Reg. 454 p. 5 | personal | Code of the list SERVICE_MANNER';
comment on column follow_up_service.language is 'Reg. 454 p. 5 | personal | Language in which it was explained';
comment on column follow_up_service.note is 'Reg. 454 p. 5 | personal | Note, for instance of a refusal to sign';
comment on column follow_up_service.unit is 'Reg. 122 p. 6–8 | none | Unit that served it';
comment on column follow_up_service.served_by is 'Reg. 454 p. 5 | official | Who served it';
comment on column follow_up_service.noted_at is 'Reg. 122 p. 13 | none | When it was entered';

create function follow_up_is_served_after() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise check_violation using message = 'a service is entered once', constraint = 'follow_up_service_never_changed';
    end if;
    if not exists (select 1 from follow_up f where f.id = new.follow_up_id and f.decided_on <= new.served_on) then
        raise check_violation using message = 'a follow-up decision is served after it was signed',
            constraint = 'follow_up_service_after_decision';
    end if;
    return null;
end
$$;
comment on function follow_up_is_served_after() is 'followup: holds that only what is signed is served, once, and not before';
create trigger follow_up_is_served_after after insert or update on follow_up_service
    for each row execute function follow_up_is_served_after();
