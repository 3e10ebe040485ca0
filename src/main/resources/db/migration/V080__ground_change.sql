-- Legal bases change as data with a date too: one official proposes a new one, another text of one or its end, and another approves.
select set_config('register.actor', 'migration', true);

-- What limits a ban belongs to the ground it rests on; where the ground says nothing, to the kind of the decision.
alter table legal_basis add column ban_limit text;
comment on column legal_basis.ban_limit is '– | none | Legal parameter that limits a ban on this ground: code of legal_parameter; null: the one of the kind of the decision';
update legal_basis set ban_limit = 'ban.threat.max' where use = 'ban' and code <> 'KL-43-2' and sis_basis in ('24(2)(a)', '24(2)(b)');
alter table legal_basis
    add constraint legal_basis_limit_of_ban check (ban_limit is null or (use = 'ban' and ban_limit ~ '^ban\.[a-z.]+\.max$')),
    add constraint legal_basis_sis_basis_of_use check (
        case use when 'ban' then sis_basis <> '1860/3'
                 when 'departure_order' then sis_basis = '1860/3'
                 when 'removal' then sis_basis in ('1860/3', '26')
                 when 'court_expulsion' then sis_basis = '1860/3'
                 else sis_basis is null end);

alter table law_change
    add column kind text not null default 'VALUE',
    alter column unit drop not null,
    drop constraint law_change_one_value,
    add constraint law_change_kind_known check (kind in ('VALUE', 'GROUND_ADDED', 'GROUND_CHANGED', 'GROUND_ENDED')),
    add constraint law_change_one_value check (
        case kind when 'VALUE' then unit is not null and (value is null) <> (value_text is null)
                  else unit is null and value is null and value_text is null end),
    -- What was signed on a day rests on the ground as that day found it.
    add constraint law_change_ground_later check (
        kind = 'VALUE'
        or (valid_from > (proposed_at at time zone 'Europe/Riga')::date
            and (answer is distinct from 'APPROVED' or valid_from > (answered_at at time zone 'Europe/Riga')::date)));
alter table law_change alter column kind drop default;
comment on table law_change is 'law: proposals to change a legal parameter or a legal basis from a day on, and their answers | entered by officials | as long as a row of the register refers to the parameter or the legal basis';
comment on column law_change.kind is '– | none | What changes: VALUE of a parameter; GROUND_ADDED, GROUND_CHANGED or GROUND_ENDED of a legal basis';
comment on column law_change.code is '– | none | Code of legal_parameter or of legal_basis';
comment on column law_change.unit is '– | none | Unit of the parameter; a change keeps it; none of a legal basis';
comment on column law_change.valid_from is '– | none | First day of the new law; the first day without a legal basis that ends';

create table law_change_ground (
    change_id          uuid not null,
    law                text not null,
    section            text not null,
    paragraph          text,
    clause             text,
    citation_lv        text not null,
    citation_en        text not null,
    text_lv            text not null,
    text_en            text not null,
    deciding_authority text,
    use                text not null,
    sis_basis          text,
    ban_limit          text,
    constraint law_change_ground_pk primary key (change_id),
    constraint law_change_ground_of_change foreign key (change_id) references law_change (id),
    constraint law_change_ground_says_all check (
        btrim(law) <> '' and btrim(section) <> '' and btrim(citation_lv) <> '' and btrim(citation_en) <> ''
        and btrim(text_lv) <> '' and btrim(text_en) <> '')
);
comment on table law_change_ground is 'law: what a proposed legal basis says; none for one that ends | entered by officials | as long as its proposal';
comment on column law_change_ground.change_id is '– | none | Proposal';
comment on column law_change_ground.law is '– | none | Short name of the law in Latvian';
comment on column law_change_ground.section is '– | none | Section (pants), paragraph of a Cabinet regulation (punkts) or Article';
comment on column law_change_ground.paragraph is '– | none | Paragraph (daļa)';
comment on column law_change_ground.clause is '– | none | Clause (punkts)';
comment on column law_change_ground.citation_lv is '– | none | The norm as cited in documents, in Latvian';
comment on column law_change_ground.citation_en is '– | none | The norm as cited in documents, in English';
comment on column law_change_ground.text_lv is '– | none | What the norm says, in Latvian';
comment on column law_change_ground.text_en is '– | none | What the norm says, in English';
comment on column law_change_ground.deciding_authority is '– | none | Institutions that may decide on it, separated by commas; null where not tied to one';
comment on column law_change_ground.use is '– | none | Kind of act the norm serves';
comment on column law_change_ground.sis_basis is '– | none | Basis of the SIS alert; null: it bears none, and no ban for Schengen';
comment on column law_change_ground.ban_limit is '– | none | Legal parameter that limits a ban on it; null: the one of the kind of the decision';

create function law_change_ground_keeps_its_past() returns trigger language plpgsql as $$
begin
    raise exception 'a proposed legal basis was rewritten'
        using errcode = 'check_violation', constraint = 'law_change_ground_keeps_its_past', table = 'law_change_ground';
end
$$;
comment on function law_change_ground_keeps_its_past() is 'law: what a proposed legal basis says is never changed';
create trigger law_change_ground_keeps_its_past before update or delete on law_change_ground
    for each row execute function law_change_ground_keeps_its_past();

create or replace function law_change_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.answer is not null
            or (new.id, new.kind, new.code, new.value, new.value_text, new.unit, new.valid_from, new.source, new.certainty,
                new.proposed_by, new.proposed_at)
                is distinct from
                (old.id, old.kind, old.code, old.value, old.value_text, old.unit, old.valid_from, old.source, old.certainty,
                 old.proposed_by, old.proposed_at) then
        raise exception 'a proposal to change the law was rewritten'
            using errcode = 'check_violation', constraint = 'law_change_keeps_its_past', table = 'law_change';
    end if;
    return new;
end
$$;

-- As a legal parameter: a row says for ever what it said; it ends, or follows, on the day an approved change names, and says what that says.
create or replace function legal_basis_keeps_its_past() returns trigger language plpgsql as $$
declare
    by_migration constant boolean := coalesce(current_setting('register.actor', true), '') = 'migration';
begin
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (
            (new.code, new.text_lv, new.text_en, new.deciding_authority, new.use, new.sis_basis, new.ban_limit, new.valid_from)
                is distinct from
            (old.code, old.text_lv, old.text_en, old.deciding_authority, old.use, old.sis_basis, old.ban_limit, old.valid_from)
            or (not by_migration and to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to')
            or coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity'))) then
        raise exception 'a legal basis of the past was changed'
            using errcode = 'check_violation', constraint = 'legal_basis_keeps_its_past', table = 'legal_basis';
    end if;
    if not by_migration and not exists (
            select 1
              from law_change c
              left join law_change_ground g on g.change_id = c.id
             where c.code = new.code and c.answer = 'APPROVED'
               and case when tg_op = 'UPDATE' then c.kind in ('GROUND_CHANGED', 'GROUND_ENDED') and c.valid_from = new.valid_to + 1
                        else c.kind in ('GROUND_ADDED', 'GROUND_CHANGED') and c.valid_from = new.valid_from
                             and (g.law, g.section, g.paragraph, g.clause, g.citation_lv, g.citation_en, g.text_lv, g.text_en,
                                  g.deciding_authority, g.use, g.sis_basis, g.ban_limit)
                                 is not distinct from
                                 (new.law, new.section, new.paragraph, new.clause, new.citation_lv, new.citation_en, new.text_lv,
                                  new.text_en, new.deciding_authority, new.use, new.sis_basis, new.ban_limit) end) then
        raise exception 'a legal basis was changed without an approved proposal'
            using errcode = 'check_violation', constraint = 'legal_basis_by_approved_change', table = 'legal_basis';
    end if;
    return new;
end
$$;
comment on function legal_basis_keeps_its_past() is 'reference: what a legal basis says is never changed or deleted; it ends and another version follows by an approved change';
