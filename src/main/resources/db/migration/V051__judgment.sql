-- Judgments of criminal courts that impose expulsion (Criminal Law s. 43; Reg. 122 5.7.6): carried out without another decision.
select set_config('register.actor', 'migration', true);

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('judgment_end', 'Kādēļ tiesas piespriestā izraidīšana nav jāizpilda', 'Why expulsion imposed by a court is not carried out', false, 305);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('judgment_end', 'SET_ASIDE', 'Spriedums atcelts', 'Judgment set aside', 10, '1999-04-01', null, 'memory', 'Criminal Procedure Law'),
    ('judgment_end', 'PARDON', 'Apžēlošana', 'Pardon', 20, '1999-04-01', null, 'confirmed', 'Cabinet Regulation No. 454 (2011), p. 28'),
    ('judgment_end', 'REPLACED', 'Papildsods atcelts vai aizstāts', 'Additional penalty lifted or replaced', 30, '1999-04-01', null, 'open', 'Criminal Law, s. 43');

alter table decision
    drop constraint decision_kind_known,
    add constraint decision_kind_known check (kind in ('DEPARTURE_ORDER', 'REMOVAL', 'COURT_EXPULSION')),
    drop constraint decision_number_unique,
    drop constraint decision_signed_whole,
    -- A court has decided: no official signs, and the number is that of the court.
    add constraint decision_signed_whole check (
        case when kind = 'COURT_EXPULSION'
             then signed_by is null and signed_at is not null and number is not null and decided_on is not null
                  and number_in_year is null and number_year is null and sent_at is null and withdrawn_at is null
             else (signed_by is null) = (signed_at is null) and (signed_by is null) = (number is null)
                  and (signed_by is null) = (decided_on is null) and (signed_by is null) = (number_in_year is null)
                  and (signed_by is null) = (number_year is null)
        end);
create unique index decision_number_unique on decision (number) where kind <> 'COURT_EXPULSION';
create unique index decision_judgment_once on decision (person_id, number) where kind = 'COURT_EXPULSION';

drop index decision_removals;
create index decision_removals on decision (signed_at desc, id desc) where open and kind <> 'DEPARTURE_ORDER';
drop index decision_to_remove;
create index decision_to_remove on decision (signed_at desc, id) where open and kind <> 'DEPARTURE_ORDER';

create table judgment (
    decision_id  uuid not null references decision (id),
    person_id    uuid not null references person (id),
    court        text not null references institution (code),
    in_force_on  date not null,
    prison       text,
    placed_on    date,
    informed_on  date,
    release_on   date,
    ended_on     date,
    end_reason   text,
    end_note     text,
    changed_by   uuid not null,
    changed_at   timestamptz not null,
    version      integer not null default 0,
    constraint judgment_pk primary key (decision_id),
    constraint judgment_end_known check (end_reason in ('SET_ASIDE', 'PARDON', 'REPLACED')),
    constraint judgment_end_whole check ((ended_on is null) = (end_reason is null)),
    constraint judgment_ends_after check (ended_on >= in_force_on),
    constraint judgment_informed_after_placing check (informed_on >= placed_on),
    constraint judgment_released_after_placing check (release_on >= placed_on)
);
create index judgment_of_person on judgment (person_id);
comment on table judgment is 'judgment: what a court judgment of expulsion adds to a return decision | entered by VRS (Reg. 122 p. 7) | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column judgment.decision_id is 'Reg. 122 5.7.6 | none | Entry among the return decisions';
comment on column judgment.person_id is '– | none | Person';
comment on column judgment.court is 'Reg. 122 5.7.6 | personal | Court that gave the judgment';
comment on column judgment.in_force_on is 'Reg. 122 5.7.6 | personal | Date on which it entered into force';
comment on column judgment.prison is 'Reg. 454 p. 25 | personal | Prison in which the sentence is served';
comment on column judgment.placed_on is 'Reg. 454 p. 25 | personal | Date of placement in prison';
comment on column judgment.informed_on is 'Reg. 454 p. 25 | personal | Date on which the prison informed VRS';
comment on column judgment.release_on is 'Reg. 454 p. 29 | personal | Date of release from prison, as known';
comment on column judgment.ended_on is 'Reg. 454 p. 28 | personal | Date from which expulsion is not to be carried out';
comment on column judgment.end_reason is 'Reg. 454 p. 28 | personal | Why not: code of the list JUDGMENT_END';
comment on column judgment.end_note is 'Reg. 454 p. 28 | personal | In words';
comment on column judgment.changed_by is 'Reg. 122 p. 7 | official | Official who entered it or changed it last';
comment on column judgment.changed_at is 'Reg. 122 p. 13 | none | When';
comment on column judgment.version is '– | none | Counts changes';

create function judgment_is_of_court() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from decision d
                    where d.id = new.decision_id and d.kind = 'COURT_EXPULSION' and d.person_id = new.person_id
                      and d.decided_on <= new.in_force_on) then
        raise check_violation using message = 'a judgment is of a decision of a court, and enters into force after it was given',
            constraint = 'judgment_of_court';
    end if;
    perform settle_follow_ups(new.decision_id);
    return null;
end
$$;
comment on function judgment_is_of_court() is 'judgment: holds that it belongs to a decision of a court, and settles it';
create trigger judgment_settles after insert or update on judgment for each row execute function judgment_is_of_court();

-- Every decision of a court has its judgment when a transaction ends.
create function decision_has_judgment() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from judgment j where j.decision_id = new.id) then
        raise check_violation using message = 'a decision of a court has no judgment', constraint = 'decision_of_court_has_judgment';
    end if;
    return null;
end
$$;
comment on function decision_has_judgment() is 'judgment: holds that a decision of a court has its judgment';
create constraint trigger decision_of_court_has_judgment after insert on decision
    deferrable initially deferred for each row when (new.kind = 'COURT_EXPULSION') execute function decision_has_judgment();

-- A decision ends also when its judgment is not carried out.
create or replace function settle_follow_ups(one uuid) returns void language sql as $$
    update decision d
       set cancelled_on = least((select min(f.effect_on) from follow_up f
                                  where f.decision_id = one and f.ban_id is null and f.kind = 'CANCEL'
                                    and f.signed_at is not null),
                                (select min(r.result_on) from remedy r
                                  where r.decision_id = one and r.result = 'CANCELLED'),
                                (select j.ended_on from judgment j where j.decision_id = one)),
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
