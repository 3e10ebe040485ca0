-- What became of each row of an old register. Two officials decide that a load is made; until both institutions have signed it off, all of it
-- can be taken back, and the register is then as it was.
select set_config('register.actor', 'migration', true);

create table old_commit (
    id            uuid not null,
    load_id       uuid not null,
    rules_version integer not null,
    asked_by      uuid not null,
    asked_by_name text not null,
    asked_unit    text not null,
    asked_at      timestamptz not null,
    answer        text,
    answered_by   uuid,
    answered_by_name text,
    answered_at   timestamptz,
    answer_reason text,
    constraint old_commit_pk primary key (id),
    constraint old_commit_of_load foreign key (load_id) references old_load (id),
    constraint old_commit_answer_known check (answer in ('APPROVED', 'DECLINED')),
    constraint old_commit_answered_whole check (num_nonnulls(answer, answered_by, answered_by_name, answered_at) in (0, 4)),
    constraint old_commit_declined_why check (answer is distinct from 'DECLINED' or btrim(answer_reason) <> ''),
    constraint old_commit_four_eyes check (answer is distinct from 'APPROVED' or answered_by <> asked_by)
);
create unique index old_commit_one_asked on old_commit (load_id) where answer is null;
create index old_commit_of_load on old_commit (load_id, asked_at);
comment on table old_commit is 'legacy: that an official asked to load what is staged, and what another answered | entered by the steward | as long as the register';
comment on column old_commit.id is '– | none | Key';
comment on column old_commit.load_id is '– | none | Taking-over';
comment on column old_commit.rules_version is '– | none | Version of the rules by which rows are understood';
comment on column old_commit.asked_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who asked; persons and bans are entered by this official';
comment on column old_commit.asked_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_commit.asked_unit is 'Reg. (EU) 2016/679 Art. 5(2) | official | Unit of the official';
comment on column old_commit.asked_at is '– | none | When';
comment on column old_commit.answer is '– | none | APPROVED or DECLINED; none: it waits';
comment on column old_commit.answered_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who answered';
comment on column old_commit.answered_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_commit.answered_at is '– | none | When';
comment on column old_commit.answer_reason is '– | none | Why it was declined';

create table old_sign_off (
    load_id     uuid not null,
    institution text not null,
    signed_by   uuid not null,
    signed_by_name text not null,
    signed_at   timestamptz not null,
    constraint old_sign_off_pk primary key (load_id, institution),
    constraint old_sign_off_of_load foreign key (load_id) references old_load (id),
    constraint old_sign_off_institution check (institution in ('PMLP', 'VRS')),
    constraint old_sign_off_four_eyes unique (load_id, signed_by)
);
comment on table old_sign_off is 'legacy: that an institution accepts a load as complete; both have to, and then it is not taken back any more; never changed | entered by both institutions | as long as the register';
comment on column old_sign_off.load_id is '– | none | Taking-over';
comment on column old_sign_off.institution is '– | none | Institution that accepts: PMLP or VRS';
comment on column old_sign_off.signed_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who accepted';
comment on column old_sign_off.signed_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_sign_off.signed_at is '– | none | When';
create trigger old_sign_off_stays before update or delete on old_sign_off for each row execute function old_row_stays();

create table old_outcome (
    file_id   uuid not null,
    row_no    bigint not null,
    load_id   uuid not null,
    old_table text not null,
    key       text,
    key_folded text,
    outcome   text not null,
    reason    text,
    reasons   jsonb not null default '[]',
    person_id uuid,
    decision_id uuid,
    is_open   boolean not null default false,
    schengen  boolean not null default false,
    purpose_reached date,
    at        timestamptz not null,
    constraint old_outcome_pk primary key (file_id, row_no),
    constraint old_outcome_of_row foreign key (file_id, row_no) references old_row (file_id, row_no),
    constraint old_outcome_of_load foreign key (load_id) references old_load (id),
    constraint old_outcome_of_person foreign key (person_id) references person (id),
    constraint old_outcome_of_decision foreign key (decision_id) references decision (id),
    constraint old_outcome_known check (outcome in ('IMPORTED', 'REJECTED')),
    constraint old_outcome_imported_whole check ((outcome = 'IMPORTED') = (person_id is not null) and (decision_id is null or person_id is not null)),
    constraint old_outcome_rejected_why check ((outcome = 'REJECTED') = (reason is not null)),
    constraint old_outcome_imported_numbered check (outcome <> 'IMPORTED' or key is not null)
);
create unique index old_outcome_once on old_outcome (old_table, left(key, 100)) where outcome = 'IMPORTED';
create index old_outcome_key on old_outcome (key_folded) where outcome = 'IMPORTED';
create index old_outcome_of_load on old_outcome (load_id, outcome, reason);
create index old_outcome_of_person on old_outcome (person_id) where person_id is not null;
create index old_outcome_of_decision on old_outcome (decision_id) where decision_id is not null;
comment on table old_outcome is 'legacy: what became of each row of an old register; gone only when its load is taken back | the register itself | as long as the register';
comment on column old_outcome.file_id is '– | none | File of the row';
comment on column old_outcome.row_no is '– | none | Its place in the file';
comment on column old_outcome.load_id is '– | none | Taking-over';
comment on column old_outcome.old_table is '– | none | Table of the old register';
comment on column old_outcome.key is 'Reg. 605 (2005), Reg. 502 (2008) | personal | Number of the entry or case';
comment on column old_outcome.key_folded is 'Reg. 605 (2005), Reg. 502 (2008) | personal | The number as it is searched for: letters and digits only';
comment on column old_outcome.outcome is '– | none | IMPORTED or REJECTED; joined is an imported row whose person was joined to another since';
comment on column old_outcome.reason is '– | none | First reason of a rejected row';
comment on column old_outcome.reasons is 'Reg. 605 (2005), Reg. 502 (2008) | personal | All reasons, with the column and what they name';
comment on column old_outcome.person_id is '– | none | Person it became';
comment on column old_outcome.decision_id is '– | none | Decision on the ban it became';
comment on column old_outcome.is_open is '– | none | The old case is not carried out: an official takes it up';
comment on column old_outcome.schengen is 'Reg. 122 5.12 | personal | The old ban is for the Schengen territory as well: an official looks at it anew';
comment on column old_outcome.purpose_reached is 'Reg. 122 p. 13 | personal | Day on which the purpose of the row was reached; none: it is not reached';
comment on column old_outcome.at is '– | none | When';

-- The application only ever adds; taking back is a function of the owner.
create function old_outcome_stays() returns trigger language plpgsql as $$
begin
    if current_user <> (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
        raise exception 'what became of a row was changed'
            using errcode = 'check_violation', constraint = 'old_outcome_stays', table = 'old_outcome';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function old_outcome_stays() is 'legacy: holds that what became of a row changes only when its load is taken back';
create trigger old_outcome_stays before update or delete on old_outcome for each row execute function old_outcome_stays();

-- Rows are taken over only into a load that two officials decided on, and that nobody has signed off.
create function old_outcome_of_decided_load() returns trigger language plpgsql as $$
begin
    if exists (select 1 from (select distinct load_id from added) a
                where not exists (select 1 from old_commit c where c.load_id = a.load_id and c.answer = 'APPROVED')) then
        raise exception 'rows were taken over without the decision of two officials'
            using errcode = 'check_violation', constraint = 'old_outcome_of_decided_load', table = 'old_outcome';
    end if;
    if exists (select 1 from added a join old_sign_off s on s.load_id = a.load_id) then
        raise exception 'rows were taken over into a load that is signed off'
            using errcode = 'check_violation', constraint = 'old_outcome_before_sign_off', table = 'old_outcome';
    end if;
    return null;
end
$$;
comment on function old_outcome_of_decided_load() is 'legacy: holds that rows are taken over into a decided load only';
create trigger old_outcome_of_decided_load after insert on old_outcome referencing new table as added
    for each statement execute function old_outcome_of_decided_load();

-- An institution signs off what is loaded whole.
create function old_sign_off_of_whole() returns trigger language plpgsql as $$
begin
    if exists (select 1 from old_file f join old_row r on r.file_id = f.id
                where f.load_id = new.load_id and f.taken_out_at is null and f.old_table in ('LGM_ENTRIES', 'NIR_CASES')
                  and not exists (select 1 from old_outcome o where o.file_id = r.file_id and o.row_no = r.row_no))
       or not exists (select 1 from old_outcome o where o.load_id = new.load_id) then
        raise exception 'a load was signed off before all its rows were dealt with'
            using errcode = 'check_violation', constraint = 'old_sign_off_of_whole', table = 'old_sign_off';
    end if;
    return new;
end
$$;
comment on function old_sign_off_of_whole() is 'legacy: holds that only a whole load is signed off';
create trigger old_sign_off_of_whole before insert on old_sign_off for each row execute function old_sign_off_of_whole();

-- Facts go without their past only with the whole person, when a load is taken back by the owner's function.
create or replace function fact_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
        return old;
    end if;
    if not exists (select from fact_past p where p.id = old.id and p.version = old.version) then
        raise exception 'a fact of a person was changed without keeping what it said'
            using errcode = 'integrity_constraint_violation', constraint = 'fact_keeps_its_past', table = tg_table_name;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create or replace function nationality_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
        return old;
    end if;
    if not exists (select from fact_past p where p.id = old.identity_id) then
        raise exception 'a nationality was changed without keeping what the identity said'
            using errcode = 'integrity_constraint_violation', constraint = 'nationality_keeps_its_past', table = tg_table_name;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

-- Whom a load brought and somebody has worked with since: any act but the load itself.
create function old_load_touched(load uuid, most integer) returns setof uuid language sql stable as $$
    with acts as materialized (
        select p.id, max(e.at) as at
          from entry e
         cross join unnest(e.persons) p (id)
         where e.at >= (select min(o.at) from old_outcome o where o.load_id = load)
           and e.kind = 'act' and e.operation not in ('TakeOverRows', 'TakeBackRows')
         group by p.id)
    select o.person_id
      from old_outcome o
      join acts a on a.id = o.person_id and a.at >= o.at
     where o.load_id = load
     limit most
$$;
comment on function old_load_touched(uuid, integer) is 'legacy: persons of a load with whom somebody has worked since';

-- Whoever follows the journal hears of a person that is gone: this says what number to forget.
create table person_gone (
    id     uuid   not null,
    number bigint not null,
    constraint person_gone_pk primary key (id)
);
comment on table person_gone is 'person: numbers of persons that a load of an old register had brought and that went when it was taken back | forgetting them wherever they are kept in memory | as long as the journal tells of them';
comment on column person_gone.id is '– | none | The person that is gone';
comment on column person_gone.number is '– | none | The number it had';

-- What hangs on a person by itself goes with him; what an official made refuses by its foreign key.
create function take_back_old_rows(load uuid, files uuid[], rows bigint[]) returns integer language plpgsql security definer
    -- By indexes and planned once, the checks of foreign keys too: some forty of them for each person. Planned from when the tables
    -- were small they would read all of them; planned anew each time, planning took most of the time.
    set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    taken uuid[];
    decided uuid[];
    gone integer;
begin
    if (select count(*) from old_sign_off s where s.load_id = load) = 2 then
        raise exception 'a load that both institutions have signed off is not taken back'
            using errcode = 'check_violation', constraint = 'old_load_not_signed_off', table = 'old_load';
    end if;
    -- Who looks for likely duplicates stands aside meanwhile: it writes about pairs, in no order of persons.
    perform pg_advisory_xact_lock(hashtextextended('likeness', 30));
    with back as (
        delete from old_outcome o
         using unnest(files, rows) as w (file_id, row_no)
         where o.file_id = w.file_id and o.row_no = w.row_no and o.load_id = load
        returning o.person_id, o.decision_id)
    select array_agg(person_id) filter (where person_id is not null), array_agg(decision_id) filter (where decision_id is not null), count(*)
      into taken, decided, gone
      from back;
    if exists (select 1 from person p where p.id = any(taken) and p.head_id <> p.id)
       or exists (select 1 from person p where p.head_id = any(taken) and p.id <> all(taken))
       or exists (select 1 from decision d where d.person_id = any(taken) and d.id <> all(coalesce(decided, '{}'))) then
        raise exception 'somebody has worked with a person of the load'
            using errcode = 'check_violation', constraint = 'old_load_untouched', table = 'person';
    end if;
    delete from likeness where one_id = any(taken) or other_id = any(taken);
    delete from ban where decision_id = any(decided);
    delete from decision where id = any(decided);
    delete from nationality where identity_id in (select i.id from identity i where i.person_id = any(taken));
    delete from identity where person_id = any(taken);
    delete from document where person_id = any(taken);
    delete from address where person_id = any(taken);
    delete from remark where person_id = any(taken);
    delete from mark where person_id = any(taken);
    with away as (delete from person where id = any(taken) returning id, number)
    insert into person_gone (id, number) select id, number from away;
    return gone;
end
$$;
comment on function take_back_old_rows(uuid, uuid[], bigint[]) is 'legacy: takes back what became of rows, with the persons and bans they became';

-- The next person gets the number that follows the last one there is.
create function persons_numbered_on() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
    lock table person in share row exclusive mode;
    perform setval(pg_get_serial_sequence('person', 'number'), coalesce(max(p.number), 0) + 1, false) from person p;
end
$$;
comment on function persons_numbered_on() is 'legacy: numbers of persons go on from the last one, once a load was taken back';
revoke execute on function take_back_old_rows(uuid, uuid[], bigint[]), persons_numbered_on() from public;
grant execute on function take_back_old_rows(uuid, uuid[], bigint[]), persons_numbered_on() to register_app;
