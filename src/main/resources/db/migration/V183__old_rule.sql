-- What codes, headers and words of the old registers mean here is data with a version: proposed by one official, approved by another.
select set_config('register.actor', 'migration', true);

create table old_rule (
    id               uuid not null,
    step             text not null,
    old_table        text not null,
    field            text not null,
    kind             text not null,
    match            text not null,
    word             text not null,
    word_key         text not null,
    becomes          text not null,
    why              text not null,
    certainty        text not null,
    proposed_by      uuid,
    proposed_at      timestamptz not null,
    answer           text,
    answer_reason    text,
    answered_by      uuid,
    answered_at      timestamptz,
    from_version     integer,
    until_version    integer,
    version          integer not null default 0,
    constraint old_rule_pk primary key (id),
    constraint old_rule_step_known check (step in ('ADDED', 'ENDED')),
    constraint old_rule_table_known check (old_table in ('LGM_ENTRIES', 'LGM_ATTACHMENTS', 'NIR_CASES', 'NIR_ATTACHMENTS')),
    constraint old_rule_field_named check (field ~ '^[A-Z0-9_]{1,30}$'),
    constraint old_rule_kind_known check (kind in ('TRANSLATION', 'COLUMN', 'CLEANING', 'LEGAL_BASIS')),
    constraint old_rule_match_known check (match in ('EQUALS', 'CONTAINS')),
    constraint old_rule_word_length check (length(word) <= 300),
    constraint old_rule_word_said check (word_key <> '' or (kind = 'CLEANING' and becomes in ('MISREAD', 'TITLE_CASE'))),
    constraint old_rule_becomes_said check ((kind = 'COLUMN') = (becomes = '')),
    constraint old_rule_column_whole check (kind <> 'COLUMN' or match = 'EQUALS'),
    constraint old_rule_cleaning_known check (kind <> 'CLEANING' or becomes in ('EMPTY', 'MISREAD', 'TITLE_CASE')),
    constraint old_rule_why_said check (btrim(why) <> '' and length(why) <= 1000),
    constraint old_rule_certainty_known check (certainty in ('confirmed', 'memory', 'open')),
    constraint old_rule_answer_known check (answer in ('APPROVED', 'DECLINED', 'WITHDRAWN')),
    constraint old_rule_answer_whole check ((answer is null) = (answered_at is null) and (answer is not null or answered_by is null)),
    constraint old_rule_four_eyes check (answer not in ('APPROVED', 'DECLINED') or answered_by <> proposed_by),
    constraint old_rule_withdrawn_by_its_own check (answer <> 'WITHDRAWN' or answered_by = proposed_by),
    constraint old_rule_refusal_has_reason check (answer = 'APPROVED' or answer is null or coalesce(btrim(answer_reason), '') <> ''),
    constraint old_rule_version_by_approval check ((coalesce(answer, '') = 'APPROVED') = (from_version is not null)),
    constraint old_rule_first_version check (from_version >= 1),
    constraint old_rule_ends_later check (until_version is null or (until_version > from_version and step = 'ADDED'))
);
create unique index old_rule_one_waits on old_rule (old_table, field, kind, match, word_key) where answer is null;
create unique index old_rule_one_in_force on old_rule (old_table, field, kind, match, word_key)
    where answer = 'APPROVED' and step = 'ADDED' and until_version is null;
create unique index old_rule_one_header on old_rule (old_table, word_key)
    where kind = 'COLUMN' and answer = 'APPROVED' and step = 'ADDED' and until_version is null;
-- Each approval makes a version of its own; the first came with the program.
create unique index old_rule_version_once on old_rule (from_version) where from_version > 1;
comment on table old_rule is 'legacy: rules by which exports of old registers are read, proposed and answered; those approved make up numbered versions | entered by officials, the first version with the program | as long as the register';
comment on column old_rule.id is '– | none | Key';
comment on column old_rule.step is '– | none | ADDED: a rule, or another one for the same word; ENDED: the rule for the word is to end';
comment on column old_rule.old_table is 'Reg. 605 (2005), Reg. 502 (2008) | none | Table of the old register';
comment on column old_rule.field is 'Reg. 605 (2005), Reg. 502 (2008) | none | Column, as the definition names it';
comment on column old_rule.kind is '– | none | TRANSLATION of a code or word, COLUMN for a header, CLEANING of values, LEGAL_BASIS for an old norm';
comment on column old_rule.match is '– | none | EQUALS: the whole value; CONTAINS: whole words within it';
comment on column old_rule.word is '– | none | Code, word, header or norm as typed; empty: every value of the column';
comment on column old_rule.word_key is '– | none | The same folded, as it is compared';
comment on column old_rule.becomes is '– | none | Code of this register, or what the cleaning does; empty for a header';
comment on column old_rule.why is '– | none | Where it is known from';
comment on column old_rule.certainty is '– | none | confirmed, memory or open';
comment on column old_rule.proposed_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who proposed it; none: came with the program';
comment on column old_rule.proposed_at is '– | none | When';
comment on column old_rule.answer is '– | none | APPROVED, DECLINED or WITHDRAWN; none while it waits';
comment on column old_rule.answer_reason is '– | none | Why it was declined or withdrawn';
comment on column old_rule.answered_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who answered';
comment on column old_rule.answered_at is '– | none | When: for an approved one the day from which it is followed';
comment on column old_rule.from_version is '– | none | First version of the rules that it belongs to';
comment on column old_rule.until_version is '– | none | First version it does not belong to any more; none: it is in force';
comment on column old_rule.version is '– | none | Version of the row, which an answer names';

insert into old_rule (id, step, old_table, field, kind, match, word, word_key, becomes, why, certainty, proposed_at, answer, answered_at,
                      from_version)
select gen_random_uuid(), 'ADDED', r.old_table, r.field, r.kind, r.match, r.word, r.word_key, r.becomes,
       'Sākotnējais saraksts; jāpārbauda pēc vecā reģistra', 'open', now(), 'APPROVED', now(), 1
  from (values
    ('LGM_ENTRIES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', 'V', 'v', 'M'),
    ('LGM_ENTRIES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', 'S', 's', 'F'),
    ('LGM_ENTRIES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', 'N', 'n', 'U'),
    ('LGM_ENTRIES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', '1', '1', 'M'),
    ('LGM_ENTRIES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', '2', '2', 'F'),
    ('LGM_ENTRIES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'P', 'p', 'CITIZEN'),
    ('LGM_ENTRIES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'B', 'b', 'STATELESS'),
    ('LGM_ENTRIES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'BG', 'bg', 'REFUGEE'),
    ('LGM_ENTRIES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'N', 'n', 'UNKNOWN'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'PASE', 'pase', 'P'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'DIPL', 'dipl', 'PD'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'DIEN', 'dien', 'PS'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'BEGL', 'begl', 'PR'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'BEZV', 'bezv', 'PT'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'JURN', 'jurn', 'S'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'ID', 'id', 'ID'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'UZT', 'uzt', 'RP'),
    ('LGM_ENTRIES', 'DOK1_TIPS', 'TRANSLATION', 'EQUALS', 'CITS', 'cits', 'OTHER'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'PASE', 'pase', 'P'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'DIPL', 'dipl', 'PD'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'DIEN', 'dien', 'PS'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'BEGL', 'begl', 'PR'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'BEZV', 'bezv', 'PT'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'JURN', 'jurn', 'S'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'ID', 'id', 'ID'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'UZT', 'uzt', 'RP'),
    ('LGM_ENTRIES', 'DOK2_TIPS', 'TRANSLATION', 'EQUALS', 'CITS', 'cits', 'OTHER'),
    ('LGM_ENTRIES', 'SENGENA', 'TRANSLATION', 'EQUALS', 'J', 'j', 'true'),
    ('LGM_ENTRIES', 'SENGENA', 'TRANSLATION', 'EQUALS', 'N', 'n', 'false'),
    ('LGM_ENTRIES', 'SENGENA', 'TRANSLATION', 'EQUALS', '1', '1', 'true'),
    ('LGM_ENTRIES', 'SENGENA', 'TRANSLATION', 'EQUALS', '0', '0', 'false'),
    ('LGM_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'LEMUMS', 'lemums', 'CASE_DOCUMENT'),
    ('LGM_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'PASE', 'pase', 'IDENTITY_COPY'),
    ('LGM_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'FOTO', 'foto', 'PHOTO'),
    ('LGM_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'CITS', 'cits', 'OTHER'),
    ('NIR_CASES', 'AVOTS', 'TRANSLATION', 'EQUALS', 'VRS', 'vrs', 'VRS'),
    ('NIR_CASES', 'AVOTS', 'TRANSLATION', 'EQUALS', 'PMLP', 'pmlp', 'PMLP'),
    ('NIR_CASES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', 'V', 'v', 'M'),
    ('NIR_CASES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', 'S', 's', 'F'),
    ('NIR_CASES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', 'N', 'n', 'U'),
    ('NIR_CASES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', '1', '1', 'M'),
    ('NIR_CASES', 'DZIMUMS', 'TRANSLATION', 'EQUALS', '2', '2', 'F'),
    ('NIR_CASES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'P', 'p', 'CITIZEN'),
    ('NIR_CASES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'B', 'b', 'STATELESS'),
    ('NIR_CASES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'BG', 'bg', 'REFUGEE'),
    ('NIR_CASES', 'PIED_VEIDS', 'TRANSLATION', 'EQUALS', 'N', 'n', 'UNKNOWN'),
    ('NIR_CASES', 'LEM_VEIDS', 'TRANSLATION', 'EQUALS', 'IR', 'ir', 'DEPARTURE_ORDER'),
    ('NIR_CASES', 'LEM_VEIDS', 'TRANSLATION', 'EQUALS', 'PI', 'pi', 'REMOVAL'),
    ('NIR_CASES', 'LEM_VEIDS', 'TRANSLATION', 'EQUALS', 'TS', 'ts', 'COURT_EXPULSION'),
    ('NIR_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'LEMUMS', 'lemums', 'CASE_DOCUMENT'),
    ('NIR_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'PASE', 'pase', 'IDENTITY_COPY'),
    ('NIR_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'FOTO', 'foto', 'PHOTO'),
    ('NIR_ATTACHMENTS', 'VEIDS', 'TRANSLATION', 'EQUALS', 'CITS', 'cits', 'OTHER'),
    ('LGM_ENTRIES', 'LEM_IESTADE', 'TRANSLATION', 'CONTAINS', 'PMLP', 'pmlp', 'PMLP'),
    ('LGM_ENTRIES', 'LEM_IESTADE', 'TRANSLATION', 'CONTAINS', 'VRS', 'vrs', 'VRS'),
    ('LGM_ENTRIES', 'TIES_NORMA', 'LEGAL_BASIS', 'EQUALS', 'Imigrācijas likuma 61. panta ceturtā daļa', 'imigracijas likuma 61. panta ceturta dala', 'IL2002-61-4-5'),
    ('LGM_ENTRIES', 'TIES_NORMA', 'LEGAL_BASIS', 'EQUALS', 'IL 61.p. 1.d. 2.p.', 'il 61.p. 1.d. 2.p.', 'IL2002-61-1-2'),
    ('LGM_ENTRIES', 'TIES_NORMA', 'LEGAL_BASIS', 'EQUALS', 'Imigrācijas likuma 61. panta piektā daļa', 'imigracijas likuma 61. panta piekta dala', 'IL2002-61-5-4'),
    ('LGM_ENTRIES', 'TIES_NORMA', 'LEGAL_BASIS', 'EQUALS', 'IL 63. pants', 'il 63. pants', 'IL2002-61-4-5'),
    ('LGM_ENTRIES', 'UZVARDS', 'CLEANING', 'EQUALS', '', '', 'TITLE_CASE'),
    ('NIR_CASES', 'UZVARDS', 'CLEANING', 'EQUALS', '', '', 'TITLE_CASE')
       ) r (old_table, field, kind, match, word, word_key, becomes);

-- What was proposed and answered stays as it was; what was approved may only end, by another approval.
create function old_rule_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.answer is not null or new.proposed_by is null or new.until_version is not null then
            raise exception 'a rule came without being proposed'
                using errcode = 'check_violation', constraint = 'old_rule_proposed_first', table = 'old_rule';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE'
            or (new.id, new.step, new.old_table, new.field, new.kind, new.match, new.word, new.word_key, new.becomes, new.why,
                new.certainty, new.proposed_by, new.proposed_at)
                is distinct from
                (old.id, old.step, old.old_table, old.field, old.kind, old.match, old.word, old.word_key, old.becomes, old.why,
                 old.certainty, old.proposed_by, old.proposed_at)
            or (old.answer is not null
                and (new.answer, new.answer_reason, new.answered_by, new.answered_at, new.from_version)
                    is distinct from (old.answer, old.answer_reason, old.answered_by, old.answered_at, old.from_version))
            or (old.until_version is not null and new.until_version is distinct from old.until_version)
            or (old.answer is null and new.until_version is not null) then
        raise exception 'a rule of the past was rewritten'
            using errcode = 'check_violation', constraint = 'old_rule_keeps_its_past', table = 'old_rule';
    end if;
    return new;
end
$$;
comment on function old_rule_keeps_its_past() is 'legacy: a rule is proposed first, answered once, and never changed; it may only end';
create trigger old_rule_keeps_its_past before insert or update or delete on old_rule
    for each row execute function old_rule_keeps_its_past();

-- Asked when the transaction ends: the rule that follows is approved after the one before has ended.
create function old_rule_ended_by_approval() returns trigger language plpgsql as $$
begin
    if not exists (
            select 1
              from old_rule r
             where r.from_version = new.until_version and r.answer = 'APPROVED' and r.old_table = new.old_table
               and r.field = new.field and r.kind = new.kind and r.match = new.match and r.word_key = new.word_key) then
        raise exception 'a rule ended without an approved proposal'
            using errcode = 'check_violation', constraint = 'old_rule_ended_by_approval', table = 'old_rule';
    end if;
    return null;
end
$$;
comment on function old_rule_ended_by_approval() is 'legacy: a rule ends in the version that an approved proposal about the same word made';
create constraint trigger old_rule_ended_by_approval after update of until_version on old_rule
    deferrable initially deferred for each row when (new.until_version is not null)
    execute function old_rule_ended_by_approval();
