-- A finding entered wrongly is corrected with a reason while no decision rests on it, and its past is kept.
select set_config('register.actor', 'migration', true);

alter table finding add column version integer not null default 0;
comment on column finding.version is '– | none | Counts corrections';

create table finding_past (
    finding_id     uuid not null references finding (id),
    version        integer not null,
    person_id      uuid not null references person (id),
    found_on       date not null,
    place_kind     text not null,
    crossing_point text,
    place          text not null,
    circumstances  text not null,
    legal_basis    text not null,
    reason         text not null,
    corrected_by   uuid not null,
    corrected_at   timestamptz not null,
    constraint finding_past_pk primary key (finding_id, version),
    constraint finding_past_explained check (btrim(reason) <> '')
);
create index finding_past_of_person on finding_past (person_id);
comment on table finding_past is 'returns: what a finding said before it was corrected | kept by the register | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column finding_past.finding_id is '– | none | Finding';
comment on column finding_past.version is '– | none | Version of the finding that said so';
comment on column finding_past.person_id is '– | none | Person';
comment on column finding_past.found_on is 'Reg. 122 5.9.1 | personal | Date of the finding, as it was';
comment on column finding_past.place_kind is 'Reg. 862/2007 5(1)(b) | personal | Kind of place, as it was';
comment on column finding_past.crossing_point is 'Reg. 122 5.9.2 | personal | Border crossing point, as it was';
comment on column finding_past.place is 'Reg. 122 5.9.2 | personal | Place, as it was';
comment on column finding_past.circumstances is 'Reg. 122 5.9 | personal | Circumstances, as they were';
comment on column finding_past.legal_basis is 'Reg. 862/2007 5(1)(b) | personal | Ground, as it was';
comment on column finding_past.reason is 'Reg. 122 p. 11 | personal | Why it was corrected';
comment on column finding_past.corrected_by is 'Reg. 122 p. 6–8 | official | Official who corrected it';
comment on column finding_past.corrected_at is 'Reg. 122 p. 13 | none | When';

create function finding_is_kept() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from finding_past p where p.finding_id = old.id and p.version = old.version) then
        raise check_violation using message = 'a finding is not corrected without its past', constraint = 'finding_keeps_past';
    end if;
    if exists (select 1 from decision d where d.case_id = old.case_id and d.signed_at is not null) then
        raise check_violation using message = 'a decision rests on the finding', constraint = 'finding_corrected_before_decision';
    end if;
    return new;
end
$$;
comment on function finding_is_kept() is 'returns: holds that a finding is corrected only with its past and before a decision is signed';
create trigger finding_is_kept before update of version on finding for each row execute function finding_is_kept();
