-- A signed follow-up decision is kept as it was printed, as a signed decision is.
select set_config('register.actor', 'migration', true);

create table follow_up_document (
    follow_up_id uuid not null references follow_up (id),
    content      bytea not null,
    sha256       text not null,
    made_at      timestamptz not null,
    constraint follow_up_document_pk primary key (follow_up_id)
);
comment on table follow_up_document is 'followup: the signed follow-up decision as printed (PDF) | the register itself | as long as the record: 10 years after its purpose is reached (Reg. 122 p. 13)';
comment on column follow_up_document.follow_up_id is '– | none | Follow-up decision';
comment on column follow_up_document.content is 'Reg. 122 5.15 | personal | The file';
comment on column follow_up_document.sha256 is 'Reg. 122 5.15 | none | Hash of the file';
comment on column follow_up_document.made_at is '– | none | When it was made';
