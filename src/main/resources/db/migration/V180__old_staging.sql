-- The exports of the two old registers as they came: each raw row is kept for as long as the register, whatever becomes of it.
select set_config('register.actor', 'migration', true);

create table old_load (
    id           uuid not null,
    number       integer generated always as identity,
    register     text not null,
    kind         text not null,
    note         text,
    made_by      uuid not null,
    made_by_name text not null,
    made_at      timestamptz not null,
    constraint old_load_pk primary key (id),
    constraint old_load_number_once unique (number),
    constraint old_load_register_known check (register in ('LGM', 'NIR')),
    constraint old_load_kind_known check (kind in ('FULL', 'DELTA')),
    constraint old_load_note_said check (btrim(note) <> '' and length(note) <= 1000)
);
comment on table old_load is 'legacy: takings-over of an export of an old register, each of several files; never changed | opened by the steward | as long as the register';
comment on column old_load.id is '– | none | Key';
comment on column old_load.number is '– | none | Number by which officials name it';
comment on column old_load.register is 'Reg. 605 (2005), Reg. 502 (2008) | none | Old register: LGM or NIR';
comment on column old_load.kind is '– | none | FULL: the whole register; DELTA: what changed since';
comment on column old_load.note is '– | none | What the export is, as its official says';
comment on column old_load.made_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who opened it';
comment on column old_load.made_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_load.made_at is '– | none | When';

create table old_file (
    id             uuid not null,
    load_id        uuid not null,
    name           text not null,
    size           bigint not null,
    sha256         text not null,
    wish           jsonb not null,
    wished_table   text,
    wished_sheet   text,
    format         text,
    code_page      text,
    separator      text,
    sheet          text,
    old_table      text,
    header         boolean,
    columns        text[],
    rows           bigint,
    whole          boolean,
    put_by         uuid not null,
    put_by_name    text not null,
    put_at         timestamptz not null,
    staged_by      uuid,
    staged_at      timestamptz,
    taken_out_by   uuid,
    taken_out_name text,
    taken_out_at   timestamptz,
    taken_out_why  text,
    constraint old_file_pk primary key (id),
    constraint old_file_of_load foreign key (load_id) references old_load (id),
    constraint old_file_named check (btrim(name) <> '' and length(name) <= 300),
    constraint old_file_sized check (size >= 0),
    constraint old_file_hashed check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint old_file_format_known check (format in ('CSV', 'XLSX', 'XML')),
    constraint old_file_table_known check (old_table in ('LGM_ENTRIES', 'LGM_ATTACHMENTS', 'NIR_CASES', 'NIR_ATTACHMENTS')),
    constraint old_file_looked_whole check (
        num_nonnulls(format, old_table, header, columns) in (0, 4)),
    constraint old_file_staged_whole check (num_nonnulls(staged_by, staged_at, rows, whole) in (0, 4)
        and (staged_at is null or old_table is not null) and rows >= 0),
    constraint old_file_taken_out_whole check (
        num_nonnulls(taken_out_by, taken_out_name, taken_out_at, taken_out_why) in (0, 4) and btrim(taken_out_why) <> '')
);
create index old_file_load on old_file (load_id, put_at);
-- Before it is read nobody knows its table: what was said of it stands for that.
create unique index old_file_put_once on old_file (sha256, coalesce(wished_table, ''), coalesce(wished_sheet, ''))
    where taken_out_at is null;
create unique index old_file_once on old_file (sha256, old_table, coalesce(sheet, ''))
    where taken_out_at is null and old_table is not null;
comment on table old_file is 'legacy: files of a taking-over: what each is, how it was read, and whether it was whole | put by the steward | as long as the register';
comment on column old_file.id is '– | none | Key';
comment on column old_file.load_id is '– | none | Taking-over it belongs to';
comment on column old_file.name is '– | none | Name it came with';
comment on column old_file.size is '– | none | Bytes';
comment on column old_file.sha256 is '– | none | SHA-256 of its bytes, by which the institution can recognise it';
comment on column old_file.wish is '– | none | What its official said it is; the rest was found out';
comment on column old_file.wished_table is '– | none | Table its official named';
comment on column old_file.wished_sheet is '– | none | Sheet its official named';
comment on column old_file.format is '– | none | CSV, XLSX or XML';
comment on column old_file.code_page is '– | none | Code page it was read in (CSV)';
comment on column old_file.separator is '– | none | Sign between values (CSV)';
comment on column old_file.sheet is '– | none | Sheet that was read (XLSX)';
comment on column old_file.old_table is 'Reg. 605 (2005), Reg. 502 (2008) | none | Table of the old register whose columns it has; none: not read yet';
comment on column old_file.header is '– | none | Whether its first line names the columns';
comment on column old_file.columns is '– | none | Its columns in their order: name of the field, or as the file names what the table does not know';
comment on column old_file.rows is '– | none | How many rows it holds; none: not staged yet';
comment on column old_file.whole is '– | none | Whether it was read to its end, and its end is one';
comment on column old_file.put_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who put it';
comment on column old_file.put_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_file.put_at is '– | none | When';
comment on column old_file.staged_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who had it staged';
comment on column old_file.staged_at is '– | none | When its last row was staged; from then on it does not change';
comment on column old_file.taken_out_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who took it out';
comment on column old_file.taken_out_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_file.taken_out_at is '– | none | Since when it does not count; its rows stay; none: it counts';
comment on column old_file.taken_out_why is 'Reg. (EU) 2016/679 Art. 5(2) | official | Why';

create table old_row (
    file_id uuid not null,
    row_no  bigint not null,
    line    bigint not null,
    key     text,
    raw     bytea not null,
    sha256  text not null,
    cells   text[] not null,
    whole   boolean not null,
    constraint old_row_pk primary key (file_id, row_no),
    constraint old_row_numbered check (row_no > 0),
    constraint old_row_key_said check (key <> ''),
    constraint old_row_hashed check (length(sha256) = 64)
);
-- A cell of a broken file may be longer than an index takes.
create index old_row_key on old_row (file_id, left(key, 100), row_no) where key is not null;
comment on table old_row is 'legacy: rows of old registers exactly as they came; never changed nor deleted | staged by the register itself | as long as the register';
comment on column old_row.file_id is '– | none | File it stands in';
comment on column old_row.row_no is '– | none | Its place among the rows of the file, from 1';
comment on column old_row.line is '– | none | Line of the text or row of the sheet it begins at';
comment on column old_row.key is 'Reg. 605 (2005), Reg. 502 (2008) | personal | Number of the entry or case, without blanks around it; none: the cell is empty';
comment on column old_row.raw is 'Reg. 605 (2005), Reg. 502 (2008) | special | Its bytes as they stand in the file';
comment on column old_row.sha256 is '– | none | SHA-256 of these bytes';
comment on column old_row.cells is 'Reg. 605 (2005), Reg. 502 (2008) | special | Its cells as text in the order of the columns; a zero byte is shown as ␀';
comment on column old_row.whole is '– | none | Whether the file goes on behind it; otherwise it was cut within the row';

create table old_finding (
    file_id uuid not null,
    place   integer not null,
    code    text not null,
    row_no  bigint not null,
    line    bigint not null,
    field   text,
    words   text[] not null,
    constraint old_finding_pk primary key (file_id, place),
    constraint old_finding_of_file foreign key (file_id) references old_file (id)
);
create index old_finding_row on old_finding (file_id, row_no);
comment on table old_finding is 'legacy: what is wrong about files of old registers, of each kind and column the first thousand; never changed | staged by the register itself | as long as the register';
comment on column old_finding.file_id is '– | none | File';
comment on column old_finding.place is '– | none | Its place among the findings of the file';
comment on column old_finding.code is '– | none | What was found';
comment on column old_finding.row_no is '– | none | Row it concerns; 0: the file';
comment on column old_finding.line is '– | none | Line or row of the sheet; 0: the file';
comment on column old_finding.field is '– | none | Column it concerns, as the file names it';
comment on column old_finding.words is 'Reg. 605 (2005), Reg. 502 (2008) | personal | What its text names';

create table old_finding_count (
    file_id uuid not null,
    code    text not null,
    field   text not null,
    found   bigint not null,
    constraint old_finding_count_pk primary key (file_id, code, field),
    constraint old_finding_count_of_file foreign key (file_id) references old_file (id),
    constraint old_finding_counted check (found > 0)
);
comment on table old_finding_count is 'legacy: how often each was found in a file and column | staged by the register itself | as long as the register';
comment on column old_finding_count.file_id is '– | none | File';
comment on column old_finding_count.code is '– | none | What was found';
comment on column old_finding_count.field is '– | none | Column, as the file names it; empty: no one column';
comment on column old_finding_count.found is '– | none | How often';

create table old_profile (
    file_id   uuid not null,
    no_key    bigint not null,
    repeated  bigint not null,
    elsewhere bigint not null,
    repeated_first bigint[] not null,
    made_at   timestamptz not null,
    constraint old_profile_pk primary key (file_id),
    constraint old_profile_of_file foreign key (file_id) references old_file (id)
);
comment on table old_profile is 'legacy: what a staged file looks like, before anything is mapped; never changed | worked out by the register itself | as long as the register';
comment on column old_profile.file_id is '– | none | File';
comment on column old_profile.no_key is '– | none | Rows without a number';
comment on column old_profile.repeated is '– | none | Numbers that several rows of the file have';
comment on column old_profile.elsewhere is '– | none | Numbers that another file of the same table had when this one was staged';
comment on column old_profile.repeated_first is '– | none | Of these numbers the first row of each, the first thousand';
comment on column old_profile.made_at is '– | none | When';

create table old_profile_column (
    file_id  uuid not null,
    place    integer not null,
    name     text not null,
    field    text,
    filled   bigint not null,
    empty    bigint not null,
    distinct_about bigint not null,
    shortest integer not null,
    longest  integer not null,
    longest_row bigint not null,
    read     bigint not null,
    unread   bigint not null,
    common   jsonb not null,
    shapes   jsonb not null,
    remarks  jsonb not null,
    constraint old_profile_column_pk primary key (file_id, place),
    constraint old_profile_column_of_profile foreign key (file_id) references old_profile (file_id)
);
comment on table old_profile_column is 'legacy: what a column of a staged file looks like; never changed | worked out by the register itself | as long as the register';
comment on column old_profile_column.file_id is '– | none | File';
comment on column old_profile_column.place is '– | none | Place of the column, from 1';
comment on column old_profile_column.name is '– | none | Name as the file has it';
comment on column old_profile_column.field is '– | none | Field of the old register; none: the table does not know it';
comment on column old_profile_column.filled is '– | none | Rows in which it is filled';
comment on column old_profile_column.empty is '– | none | Rows in which it is empty or not there';
comment on column old_profile_column.distinct_about is '– | none | About how many different values it has; within some 2 per cent';
comment on column old_profile_column.shortest is '– | none | Signs of the shortest filled value';
comment on column old_profile_column.longest is '– | none | Signs of the longest value';
comment on column old_profile_column.longest_row is '– | none | Row of the longest value';
comment on column old_profile_column.read is '– | none | Filled values that the register understands';
comment on column old_profile_column.unread is '– | none | Filled values about which a person has to decide';
comment on column old_profile_column.common is 'Reg. 605 (2005), Reg. 502 (2008) | personal | Commonest values of a column of codes or States, with how often and the first row';
comment on column old_profile_column.shapes is '– | none | Commonest shapes (9 for a digit, A for a letter), with how often and the first row';
comment on column old_profile_column.remarks is 'Reg. 605 (2005), Reg. 502 (2008) | special | What there is to say of its values, with how often and the first rows';

create table old_job (
    id          uuid not null,
    load_id     uuid not null,
    file_id     uuid,
    kind        text not null,
    state       text not null default 'WAITING',
    stage       text,
    done        bigint not null default 0,
    of          bigint,
    about       boolean not null default false,
    begun_at    timestamptz,
    begun_done  bigint not null default 0,
    runner      uuid,
    beat_at     timestamptz,
    cancel_wanted_at timestamptz,
    made_by     uuid not null,
    made_by_name text not null,
    made_at     timestamptz not null,
    ended_at    timestamptz,
    failure     text,
    words       text[] not null default '{}',
    result      jsonb,
    constraint old_job_pk primary key (id),
    constraint old_job_of_load foreign key (load_id) references old_load (id),
    constraint old_job_of_file foreign key (file_id) references old_file (id),
    constraint old_job_kind_known check (kind in ('STAGE', 'TRIAL', 'LOAD', 'UNDO')),
    constraint old_job_state_known check (state in ('WAITING', 'RUNNING', 'CANCELLED', 'DONE', 'FAILED')),
    constraint old_job_staging_of_file check (kind <> 'STAGE' or file_id is not null),
    constraint old_job_counted check (done >= 0 and of >= 0),
    constraint old_job_running_whole check ((state = 'RUNNING') = (runner is not null) and (runner is null or beat_at is not null)),
    constraint old_job_ended_whole check ((state in ('CANCELLED', 'DONE', 'FAILED')) = (ended_at is not null)),
    constraint old_job_failed_why check ((state = 'FAILED') = (failure is not null))
);
create unique index old_job_one_running on old_job (load_id) where state = 'RUNNING';
create unique index old_job_one_of_file on old_job (file_id, kind) where state in ('WAITING', 'RUNNING') and file_id is not null;
create index old_job_load on old_job (load_id, made_at);
create index old_job_to_do on old_job (made_at) where state in ('WAITING', 'RUNNING');
comment on table old_job is 'legacy: long work for takings-over, with how far it is; it goes on where it stopped | the steward and the register itself | as long as the register';
comment on column old_job.id is '– | none | Key';
comment on column old_job.load_id is '– | none | Taking-over';
comment on column old_job.file_id is '– | none | File, where it is about one';
comment on column old_job.kind is '– | none | STAGE, TRIAL, LOAD or UNDO';
comment on column old_job.state is '– | none | WAITING, RUNNING, CANCELLED, DONE or FAILED';
comment on column old_job.stage is '– | none | What is done now';
comment on column old_job.done is '– | none | So many are done of the stage';
comment on column old_job.of is '– | none | Of so many; none: nobody knows';
comment on column old_job.about is '– | none | Whether that is an estimate';
comment on column old_job.begun_at is '– | none | When this stage was begun, or taken up again';
comment on column old_job.begun_done is '– | none | So many were done then: the speed is counted from there';
comment on column old_job.runner is '– | none | Process that runs it';
comment on column old_job.beat_at is '– | none | When that process was last heard of; later another takes it over';
comment on column old_job.cancel_wanted_at is '– | none | When an official wanted it to stop';
comment on column old_job.made_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who wanted it';
comment on column old_job.made_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_job.made_at is '– | none | When';
comment on column old_job.ended_at is '– | none | When it ended, however it did';
comment on column old_job.failure is '– | none | Why it failed';
comment on column old_job.words is '– | none | What the text of the failure names';
comment on column old_job.result is '– | none | What came of it';

create function old_row_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a raw row of an old register was changed'
        using errcode = 'check_violation', constraint = tg_table_name || '_stays', table = tg_table_name;
end
$$;
comment on function old_row_stays() is 'legacy: what was staged and found is never changed nor deleted';
create trigger old_row_stays before update or delete on old_row for each row execute function old_row_stays();
create trigger old_finding_stays before update or delete on old_finding for each row execute function old_row_stays();
create trigger old_profile_stays before update or delete on old_profile for each row execute function old_row_stays();
create trigger old_profile_column_stays before update or delete on old_profile_column for each row execute function old_row_stays();
create trigger old_load_stays before update or delete on old_load for each row execute function old_row_stays();

-- Asked once for all rows of a statement: half a million rows are not asked one by one.
create function old_row_of_open_file() returns trigger language plpgsql as $$
begin
    if exists (
            select 1 from (select distinct file_id from added) a
              left join old_file f on f.id = a.file_id and f.staged_at is null and f.taken_out_at is null
             where f.id is null) then
        raise exception 'a file that is staged, or taken out, got another row'
            using errcode = 'check_violation', constraint = tg_table_name || '_of_open_file', table = tg_table_name;
    end if;
    return null;
end
$$;
comment on function old_row_of_open_file() is 'legacy: a file that was staged does not change';
create trigger old_row_of_open_file after insert on old_row referencing new table as added
    for each statement execute function old_row_of_open_file();
create trigger old_finding_of_open_file after insert on old_finding referencing new table as added
    for each statement execute function old_row_of_open_file();

create function old_file_keeps_its_past() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
            or old.taken_out_at is not null
            or (new.id, new.load_id, new.name, new.size, new.sha256, new.wish, new.wished_table, new.wished_sheet, new.put_by, new.put_by_name,
                new.put_at)
                is distinct from
                (old.id, old.load_id, old.name, old.size, old.sha256, old.wish, old.wished_table, old.wished_sheet, old.put_by, old.put_by_name,
                 old.put_at)
            or (old.old_table is not null and (new.format, new.code_page, new.separator, new.sheet, new.old_table, new.header, new.columns)
                is distinct from
                (old.format, old.code_page, old.separator, old.sheet, old.old_table, old.header, old.columns))
            or (old.staged_at is not null and (new.rows, new.whole, new.staged_by, new.staged_at)
                is distinct from (old.rows, old.whole, old.staged_by, old.staged_at)) then
        raise exception 'a file of an old register was rewritten'
            using errcode = 'check_violation', constraint = 'old_file_keeps_its_past', table = 'old_file';
    end if;
    if new.old_table is not null and old.old_table is null
            and new.old_table not like (select l.register || '\_%' from old_load l where l.id = new.load_id) then
        raise exception 'a file of one register stands in a taking-over of the other'
            using errcode = 'check_violation', constraint = 'old_file_of_its_register', table = 'old_file';
    end if;
    if new.taken_out_at is not null and (exists (
            select 1 from old_job j where j.load_id = new.load_id
               and j.state in ('WAITING', 'RUNNING') and (j.kind <> 'STAGE' or j.file_id = new.id))
            or exists (select 1 from old_outcome o where o.file_id = new.id)) then
        raise exception 'a file was taken out that is loaded or being read'
            using errcode = 'check_violation', constraint = 'old_file_taken_out_in_time', table = 'old_file';
    end if;
    return new;
end
$$;
comment on function old_file_keeps_its_past() is 'legacy: a file is read once; taken out it does not come back';
create trigger old_file_keeps_its_past before update or delete on old_file
    for each row execute function old_file_keeps_its_past();

create function old_job_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
            or (new.id, new.load_id, new.file_id, new.kind, new.made_by, new.made_at)
                is distinct from (old.id, old.load_id, old.file_id, old.kind, old.made_by, old.made_at) then
        raise exception 'work that ended was taken up again'
            using errcode = 'check_violation', constraint = 'old_job_ends_once', table = 'old_job';
    end if;
    return new;
end
$$;
comment on function old_job_ends_once() is 'legacy: work that ended stays as it ended';
create trigger old_job_ends_once before update or delete on old_job for each row execute function old_job_ends_once();
