-- Joining is a link: it moves nothing. Every person has a head, himself unless he is joined; all with one head are one person.
select set_config('register.actor', 'migration', true);
alter table person add column head_id uuid references person (id);
update person set head_id = id;
alter table person alter column head_id set not null;
create index person_head on person (head_id);
comment on column person.head_id is '– | none | Head of the records that are one person; the person itself unless it is joined';

-- The records that are one person with this one. In a from clause PostgreSQL plans it as the join that it is.
create function records_of(one uuid) returns setof uuid
    language sql stable parallel safe as $$
    select m.id from person p join person m on m.head_id = p.head_id where p.id = one
$$;
comment on function records_of(uuid) is 'person: all records of the person that this record is of';

create table person_link (
    id               uuid not null,
    head_id          uuid not null references person (id),
    member_id        uuid not null references person (id),
    reason           text not null,
    evidence         text,
    institution      text not null references institution (code),
    proposed_by      uuid not null,
    proposed_at      timestamptz not null,
    answer           text,
    answer_reason    text,
    decided_by       uuid,
    decided_at       timestamptz,
    undo_reason      text,
    undo_institution text references institution (code),
    undo_proposed_by uuid,
    undo_proposed_at timestamptz,
    undo_decided_by  uuid,
    undone_at        timestamptz,
    version          integer not null default 0,
    constraint person_link_pk primary key (id),
    constraint person_link_of_two check (head_id <> member_id),
    constraint person_link_answer_known check (answer in ('APPROVED', 'DECLINED')),
    constraint person_link_decided_whole check (
        (answer is null) = (decided_by is null) and (answer is null) = (decided_at is null)),
    constraint person_link_decline_has_reason check (answer <> 'DECLINED' or answer_reason <> ''),
    constraint person_link_four_eyes check (decided_by <> proposed_by),
    constraint person_link_undo_whole check (
        (undo_reason is null) = (undo_proposed_by is null) and (undo_reason is null) = (undo_proposed_at is null)
        and (undo_reason is null) = (undo_institution is null)),
    constraint person_link_undone_whole check (
        (undone_at is null) = (undo_decided_by is null) and (undone_at is null or undo_reason is not null)),
    constraint person_link_undo_after_approval check (undo_reason is null or answer = 'APPROVED'),
    constraint person_link_undo_four_eyes check (undo_decided_by <> undo_proposed_by)
);
create unique index person_link_one_active on person_link (member_id) where answer = 'APPROVED' and undone_at is null;
create unique index person_link_one_waiting on person_link (least(head_id, member_id), greatest(head_id, member_id))
    where answer is null;
create index person_link_of_head on person_link (head_id);
create index person_link_of_member on person_link (member_id);
create index person_link_waiting on person_link (institution, proposed_at) where answer is null;
create index person_link_undo_waiting on person_link (undo_institution, undo_proposed_at)
    where undo_reason is not null and undone_at is null;
comment on table person_link is 'joining: two records of one person, joined by one official''s proposal and another''s approval';
comment on column person_link.id is '– | none | Key';
comment on column person_link.head_id is '– | personal | Record that speaks for both';
comment on column person_link.member_id is '– | personal | Record that is joined to it';
comment on column person_link.reason is '– | personal | Why they are one person: code of the list LIKENESS_REASON';
comment on column person_link.evidence is '– | personal | What it rests on, in words';
comment on column person_link.institution is 'Reg. 122 p. 6–8 | official | Institution that proposed it, whose official decides';
comment on column person_link.proposed_by is 'Reg. 122 p. 6–8 | official | Who proposed it';
comment on column person_link.proposed_at is '– | none | When';
comment on column person_link.answer is '– | personal | APPROVED or DECLINED; none while it waits';
comment on column person_link.answer_reason is '– | personal | Why it was declined';
comment on column person_link.decided_by is 'Reg. 122 p. 6–8 | official | Who approved or declined it';
comment on column person_link.decided_at is '– | none | When';
comment on column person_link.undo_reason is '– | personal | Why the records are to be parted again';
comment on column person_link.undo_institution is 'Reg. 122 p. 6–8 | official | Institution that proposed the parting, whose official decides';
comment on column person_link.undo_proposed_by is 'Reg. 122 p. 6–8 | official | Who proposed the parting';
comment on column person_link.undo_proposed_at is '– | none | When';
comment on column person_link.undo_decided_by is 'Reg. 122 p. 6–8 | official | Who approved the parting';
comment on column person_link.undone_at is '– | none | When the records were parted; from then on the link holds no more';
comment on column person_link.version is '– | none | Version';

-- True of every record: one that is joined has the head of the record above it, and is not its own; any other is its own.
-- With no circle among the links this makes the head the root. Tested at the end of the transaction, when all is written.
create function keep_heads_true() returns trigger language plpgsql as $$
declare
    checked uuid;
    its_head uuid;
    above uuid;
    head_above uuid;
begin
    if tg_table_name = 'person' then
        checked := new.id;
    else
        checked := new.member_id;
        if exists (
            with recursive up (id) as (
                select l.head_id from person_link l where l.id = new.id and l.answer = 'APPROVED' and l.undone_at is null
                union
                select l.head_id from up join person_link l on l.member_id = up.id
                 where l.answer = 'APPROVED' and l.undone_at is null)
            select 1 from up where up.id = new.member_id) then
            raise exception 'records are joined in a circle'
                using errcode = 'check_violation', constraint = 'person_link_no_circle', table = 'person_link';
        end if;
    end if;
    select p.head_id into its_head from person p where p.id = checked;
    select l.head_id into above from person_link l
     where l.member_id = checked and l.answer = 'APPROVED' and l.undone_at is null;
    if above is null then
        head_above := checked;
    else
        -- Waits for whoever is changing the head of the record above, and then sees it as he left it.
        select p.head_id into head_above from person p where p.id = above for share;
    end if;
    if its_head <> head_above or (above is not null and its_head = checked)
        or exists (select 1 from person_link l join person m on m.id = l.member_id
                    where l.head_id = checked and l.answer = 'APPROVED' and l.undone_at is null
                      and m.head_id <> its_head) then
        raise exception 'the head of a record is not the root of its links'
            using errcode = 'check_violation', constraint = 'person_head_is_root', table = 'person';
    end if;
    return null;
end
$$;
comment on function keep_heads_true() is 'joining: refuses a head that is not the root by the links in force';
create constraint trigger person_head_is_root after insert or update of head_id on person
    deferrable initially deferred for each row execute function keep_heads_true();
create constraint trigger person_link_keeps_heads after insert or update on person_link
    deferrable initially deferred for each row execute function keep_heads_true();

create table likeness (
    one_id   uuid not null references person (id),
    other_id uuid not null references person (id),
    score    double precision not null,
    weights  text not null,
    found_at timestamptz not null,
    constraint likeness_pk primary key (one_id, other_id),
    constraint likeness_ordered check (one_id < other_id)
);
create index likeness_of_other on likeness (other_id);
comment on table likeness is 'joining: two persons who are more likely one than not; worked out again whenever one of them changes';
comment on column likeness.one_id is '– | personal | The one person';
comment on column likeness.other_id is '– | personal | The other person';
comment on column likeness.score is '– | personal | How likely, in bits';
comment on column likeness.weights is '– | none | Version of the weights they were compared with';
comment on column likeness.found_at is '– | none | When the score became what it is';

create table likeness_progress (
    only_one    boolean not null default true,
    weights     text not null,
    transaction bigint not null,
    entry       uuid not null,
    swept_to    bigint,
    constraint likeness_progress_pk primary key (only_one),
    constraint likeness_progress_only_one check (only_one)
);
comment on table likeness_progress is 'joining: how far the register has been searched for likely duplicates';
comment on column likeness_progress.only_one is '– | none | Key: there is one row at most';
comment on column likeness_progress.weights is '– | none | Version of the weights; others begin the search anew';
comment on column likeness_progress.transaction is '– | none | Place in the order of the journal: transaction';
comment on column likeness_progress.entry is '– | none | Place in the order of the journal: entry';
comment on column likeness_progress.swept_to is '– | none | Number of the last person compared with all others; none when all were';

create table likeness_verdict (
    id          uuid not null,
    one_id      uuid not null references person (id),
    other_id    uuid not null references person (id),
    answer      text not null,
    reason      text not null,
    note        text,
    score       double precision not null,
    shared      text[] not null,
    institution text not null references institution (code),
    given_by    uuid not null,
    given_at    timestamptz not null,
    constraint likeness_verdict_pk primary key (id),
    constraint likeness_verdict_ordered check (one_id < other_id),
    constraint likeness_verdict_answer_known check (answer in ('DIFFERENT', 'UNSURE'))
);
create index likeness_verdict_of_pair on likeness_verdict (one_id, other_id, given_at desc);
create index likeness_verdict_of_other on likeness_verdict (other_id);
comment on table likeness_verdict is 'joining: an official has said that two likely duplicates are two persons, or that he cannot say';
comment on column likeness_verdict.id is '– | none | Key';
comment on column likeness_verdict.one_id is '– | personal | The one person';
comment on column likeness_verdict.other_id is '– | personal | The other person';
comment on column likeness_verdict.answer is '– | personal | DIFFERENT or UNSURE';
comment on column likeness_verdict.reason is '– | personal | Why: code of the list LIKENESS_REASON';
comment on column likeness_verdict.note is '– | personal | Why, in words';
comment on column likeness_verdict.score is '– | personal | How likely they seemed then, in bits';
comment on column likeness_verdict.shared is '– | personal | Documents that both had then: a new one opens the pair again';
comment on column likeness_verdict.institution is '– | official | Institution of who said so';
comment on column likeness_verdict.given_by is '– | official | Who said so';
comment on column likeness_verdict.given_at is '– | none | When';

-- Where two persons stand: OPEN for whoever has time, UNSURE after somebody could not say, PROPOSED while another official is
-- to approve, DIFFERENT for good, unless something new makes it likelier by so many bits or both have a document since.
create function likeness_state(one uuid, other uuid, score double precision, bits integer) returns text
    language sql stable as $$
        select case
            when one in (select * from records_of(other)) then 'JOINED'
            when exists (select 1 from person_link l
                          where l.answer is null
                            and ((l.head_id in (select * from records_of(one)) and l.member_id in (select * from records_of(other)))
                              or (l.head_id in (select * from records_of(other)) and l.member_id in (select * from records_of(one)))))
                then 'PROPOSED'
            else coalesce((
                select case
                    when v.answer = 'UNSURE' then 'UNSURE'
                    when likeness_state.score >= v.score + bits
                         and exists (select 1 from entry e
                                      where e.kind = 'act' and e.at > v.given_at
                                        and e.persons && array(select * from records_of(one) union select * from records_of(other))
                                        and e.operation not in ('JudgeLikeness', 'ProposeLink', 'DeclineLink', 'ApproveUndo'))
                        then 'OPEN'
                    when exists (select 1 from document a
                                   join document b on b.number_key = a.number_key and b.issuer = a.issuer
                                  where a.person_id in (select * from records_of(one))
                                    and b.person_id in (select * from records_of(other))
                                    and a.issuer || ' ' || a.number_key <> all (v.shared))
                        then 'OPEN'
                    else 'DIFFERENT'
                end
                  from (select * from likeness_verdict x
                         where x.one_id in (select * from records_of(one)) and x.other_id in (select * from records_of(other))
                        union all
                        select * from likeness_verdict x
                         where x.one_id in (select * from records_of(other)) and x.other_id in (select * from records_of(one))) v
                 order by v.given_at desc
                 limit 1), 'OPEN')
        end
$$;
comment on function likeness_state(uuid, uuid, double precision, integer) is 'joining: where two persons who are alike stand';

insert into code_list (list, title_lv, title_en, own_table, sort)
values
    ('likeness_reason', 'Dublikāta izvērtēšanas pamats', 'Ground of a verdict on a likely duplicate', false, 445);

insert into code (list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source)
values
    ('likeness_reason', 'SAME_DOCUMENT', 'Viens un tas pats dokuments', 'The same document', 10, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'SAME_NAME', 'Tas pats vārds citā rakstībā un tas pats dzimšanas datums', 'The same name spelt otherwise, and the same date of birth', 20, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'SAME_CODE', 'Viens un tas pats personas kods', 'The same personal code', 30, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'SAME_FACE', 'Fotogrāfijās viena un tā pati persona', 'The same face in photographs', 40, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'SAME_STATED', 'Persona to apliecinājusi pati', 'Stated by the person', 50, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'SAME_OTHER', 'Cits pamats (norādīts piezīmē)', 'Another ground (stated in the note)', 60, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'DIFFERENT_DOCUMENT', 'Katrai personai ir savs derīgs dokuments', 'Each has a valid document of his own', 110, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'DIFFERENT_BIRTH', 'Cits dzimšanas datums vai vieta', 'Another date or place of birth', 120, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'DIFFERENT_FACE', 'Fotogrāfijās dažādas personas', 'Different faces in photographs', 130, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'DIFFERENT_RELATIVE', 'Radinieki (arī dvīņi)', 'Relatives (twins as well)', 140, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'DIFFERENT_PLACE', 'Vienlaikus atradušās dažādās vietās', 'In different places at the same time', 150, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'DIFFERENT_OTHER', 'Cits pamats (norādīts piezīmē)', 'Another ground (stated in the note)', 160, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'UNSURE_FACTS', 'Trūkst datu', 'Data are missing', 210, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'UNSURE_AGAINST', 'Dati ir pretrunīgi', 'The data contradict each other', 220, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'UNSURE_ASKED', 'Pieprasīta papildu informācija', 'More information has been asked for', 230, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'UNSURE_OTHER', 'Cits iemesls (norādīts piezīmē)', 'Another reason (stated in the note)', 240, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'LINK_DECLINED', 'Apvienošanas priekšlikums noraidīts', 'A proposal to join was declined', 310, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)'),
    ('likeness_reason', 'LINK_UNDONE', 'Apvienošana atcelta', 'A joining was undone', 320, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)');

insert into legal_parameter (code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty, source)
values
    ('likeness.reopen', 3, null, 'count', 'Par tik bitiem jāpieaug līdzībai, lai kā dažādas atzītas personas izvērtētu no jauna', 'By so many bits a likeness must grow before persons found different are looked at again', 'Reģistra pārziņa noteikta vērtība', 'Value set by the controller of the register', 597, '2015-07-01', null, 'open', 'Choice of the controller; Regulation (EU) 2016/679, Art. 5(1)(d)');
