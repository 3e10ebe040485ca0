-- The alerts that N.SIS has, as its office gives them, to be held against the bans of the old register that were for the Schengen territory.
select set_config('register.actor', 'migration', true);

create table old_sis_list (
    id          uuid not null,
    name        text not null,
    sha256      text not null,
    rows        integer not null,
    put_by      uuid not null,
    put_by_name text not null,
    put_at      timestamptz not null,
    constraint old_sis_list_pk primary key (id),
    constraint old_sis_list_once unique (sha256),
    constraint old_sis_list_hashed check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint old_sis_list_filled check (rows > 0 and btrim(name) <> '' and length(name) <= 300)
);
comment on table old_sis_list is 'legacy: lists of alerts in N.SIS that were compared with the old register; never changed | put by the steward | as long as the register';
comment on column old_sis_list.id is '– | none | Key';
comment on column old_sis_list.name is '– | none | Name of the file';
comment on column old_sis_list.sha256 is '– | none | SHA-256 of its bytes';
comment on column old_sis_list.rows is '– | none | How many alerts it has';
comment on column old_sis_list.put_by is 'Reg. (EU) 2016/679 Art. 5(2) | official | Who put it';
comment on column old_sis_list.put_by_name is 'Reg. (EU) 2016/679 Art. 5(2) | official | Name of the official as it was then';
comment on column old_sis_list.put_at is '– | none | When';

create table old_sis_line (
    list_id     uuid not null,
    line        integer not null,
    sis_id      text not null,
    family_name text not null,
    given_names text not null,
    birth_date  text not null,
    nationality text not null,
    kind        text not null,
    valid_until text not null,
    constraint old_sis_line_pk primary key (list_id, line),
    constraint old_sis_line_of_list foreign key (list_id) references old_sis_list (id),
    constraint old_sis_line_short check (greatest(length(sis_id), length(family_name), length(given_names), length(birth_date),
        length(nationality), length(kind), length(valid_until)) <= 300)
);
comment on table old_sis_line is 'legacy: alerts of a list of N.SIS as it has them; never changed | put by the steward | as long as the register';
comment on column old_sis_line.list_id is '– | none | List';
comment on column old_sis_line.line is '– | none | Line of the file';
comment on column old_sis_line.sis_id is 'Reg. (EU) 2018/1861 23 | personal | Number of the alert in SIS';
comment on column old_sis_line.family_name is 'Reg. (EU) 2018/1861 20(2)(a) | personal | Surname';
comment on column old_sis_line.given_names is 'Reg. (EU) 2018/1861 20(2)(b) | personal | Given names';
comment on column old_sis_line.birth_date is 'Reg. (EU) 2018/1861 20(2)(g) | personal | Date of birth as the list has it';
comment on column old_sis_line.nationality is 'Reg. (EU) 2018/1861 20(2)(i) | personal | Nationality as the list has it';
comment on column old_sis_line.kind is 'Reg. (EU) 2018/1861 20(2)(k) | personal | Kind of alert as the list has it';
comment on column old_sis_line.valid_until is 'Reg. (EU) 2018/1861 39 | personal | Until when, as the list has it';
create trigger old_sis_list_stays before update or delete on old_sis_list for each row execute function old_row_stays();
create trigger old_sis_line_stays before update or delete on old_sis_line for each row execute function old_row_stays();
