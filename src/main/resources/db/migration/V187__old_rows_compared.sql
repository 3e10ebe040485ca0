-- Old and new are compared row by row: what differs is kept with its place, never with what it says.
select set_config('register.actor', 'migration', true);

alter table old_job drop constraint old_job_kind_known;
alter table old_job add constraint old_job_kind_known check (kind in ('STAGE', 'TRIAL', 'LOAD', 'UNDO', 'RECONCILE'));
comment on column old_job.kind is '– | none | STAGE, TRIAL, LOAD, UNDO or RECONCILE';

create table old_difference (
    run     uuid not null,
    file_id uuid not null,
    row_no  bigint not null,
    field   text not null,
    why     text not null,
    constraint old_difference_pk primary key (run, file_id, row_no, field),
    constraint old_difference_of_row foreign key (file_id, row_no) references old_row (file_id, row_no),
    constraint old_difference_field_known check (field in ('MEANING', 'SURNAME', 'BIRTH', 'SEX', 'NATIONALITY', 'PERSONAL_CODE', 'DOCUMENTS',
        'ADDRESSES', 'BAN_FROM', 'BAN_UNTIL', 'DECISION_NUMBER', 'DECIDED_ON')),
    constraint old_difference_explained check (why in ('CHANGED_HERE', 'NOT_EXPLAINED'))
);
create index old_difference_of_row on old_difference (file_id, row_no);
comment on table old_difference is 'legacy: rows of old registers of which this register says something else than their load made of them; never changed | worked out by the register itself | as long as the register';
comment on column old_difference.run is '– | none | Comparison it was found in, as its result names it';
comment on column old_difference.file_id is '– | none | File of the row';
comment on column old_difference.row_no is '– | none | Its place in the file';
comment on column old_difference.field is '– | none | What differs; MEANING: the row is not understood any more';
comment on column old_difference.why is '– | none | CHANGED_HERE: somebody has worked with the person since; NOT_EXPLAINED: nobody has';
create trigger old_difference_stays before update or delete on old_difference for each row execute function old_row_stays();
