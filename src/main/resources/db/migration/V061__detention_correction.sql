-- A detention entered wrongly is corrected with its past kept: until when somebody may be held follows from when he was detained.
select set_config('register.actor', 'migration', true);

create table detention_past (
    detention_id   uuid not null references detention (id),
    version        integer not null,
    person_id      uuid not null references person (id),
    detained_at    timestamptz not null,
    ground         text not null,
    unit           text not null references unit (code),
    circumstances  text not null,
    released_at    timestamptz,
    release_reason text,
    reason         text not null,
    corrected_by   uuid not null,
    corrected_at   timestamptz not null,
    constraint detention_past_pk primary key (detention_id, version)
);
create index detention_past_of_person on detention_past (person_id);
comment on table detention_past is 'detention: what a detention said before it was corrected | kept by the register | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column detention_past.detention_id is '– | none | Detention';
comment on column detention_past.version is '– | none | Version of the detention that said so';
comment on column detention_past.person_id is '– | none | Person';
comment on column detention_past.detained_at is 'Reg. 122 5.4.1 | personal | When he was detained, as it was';
comment on column detention_past.ground is 'Reg. 122 5.4.2 | personal | Ground, as it was';
comment on column detention_past.unit is 'Reg. 122 5.4.3 | personal | Unit, as it was';
comment on column detention_past.circumstances is 'Reg. 122 5.4.2 | personal | Circumstances, as they were';
comment on column detention_past.released_at is 'Reg. 122 5.5.3 | personal | When he was released, as it was';
comment on column detention_past.release_reason is 'Reg. 122 5.5.4 | personal | Reason for release, as it was';
comment on column detention_past.reason is 'Reg. 122 p. 11 | personal | Why it was corrected';
comment on column detention_past.corrected_by is 'Reg. 122 p. 6–8 | official | Official who corrected it';
comment on column detention_past.corrected_at is 'Reg. 122 p. 13 | none | When';

create function detention_keeps_past() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from detention_past p where p.detention_id = old.id and p.version = old.version) then
        raise check_violation using message = 'a detention is not corrected without its past', constraint = 'detention_keeps_past';
    end if;
    return null;
end
$$;
comment on function detention_keeps_past() is 'detention: holds that what is corrected keeps its past';
create constraint trigger detention_keeps_past after update on detention
    deferrable initially deferred for each row
    when ((old.detained_at, old.ground, old.unit, old.circumstances) is distinct from
              (new.detained_at, new.ground, new.unit, new.circumstances)
          or old.released_at is not null
             and (old.released_at, old.release_reason) is distinct from (new.released_at, new.release_reason))
    execute function detention_keeps_past();
